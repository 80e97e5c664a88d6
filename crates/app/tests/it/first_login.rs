//! From a list to usernames: what is made, what is left alone, and what happens when two do it at once or one is killed.

mod board;
mod columns;
mod completed;
mod fixtures;
mod handout;
mod killed;
mod lists;
mod refusals;
mod second;
mod twice;
mod undo;

use app::first_login::back::{self, Which};
use app::first_login::import::{self, ImportError, Report};
use app::first_login::usernames::Status;
use app::first_login::{SheetKind, Source};
use app::{App, organisation, project};
use domain::access::{Actor, ProjectPlace, SeeUsernames, in_project};
use domain::first_login::{Judgement, Reason};
use domain::language::Language;
use domain::naming::{Name, ProjectPath, Slug};
use domain::username::{Prefix, Skeleton, Username};
use words::Words;

use crate::house::House;

/// A row of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) number: u64,
    pub(crate) judgement: Judgement,
    pub(crate) reasons: Vec<Reason>,
    pub(crate) username: Option<String>,
}

pub(crate) fn zuid() -> ProjectPath {
    "linde/zuid".parse().unwrap()
}

pub(crate) async fn run(
    app: &App,
    path: &ProjectPath,
    list: &str,
    confirm: bool,
) -> Result<(Report, Vec<Told>), ImportError> {
    let (source, ctx) = (Source::bytes(list.as_bytes().to_vec()), app.command());
    let mut told = Vec::new();
    let note = |line: import::Line<'_>| {
        told.push(Told {
            number: line.number,
            judgement: line.judged.judgement,
            reasons: line.judged.remarks.iter().map(|remark| remark.reason).collect(),
            username: line.username.map(ToString::to_string),
        });
    };
    let report = if confirm {
        import::confirm(app, &ctx, &Actor::Server, (path, &source), note).await?
    } else {
        import::dry_run(app, &ctx, &Actor::Server, (path, &source), note).await?
    };
    Ok((report, told))
}

async fn dry(house: &House, list: &str) -> (Report, Vec<Told>) {
    run(&house.app, &zuid(), list, false).await.unwrap()
}

pub(crate) async fn confirm(house: &House, list: &str) -> (Report, Vec<Told>) {
    run(&house.app, &zuid(), list, true).await.unwrap()
}

fn judgements(told: &[Told]) -> Vec<Judgement> {
    told.iter().map(|row| row.judgement).collect()
}

/// Number of the client, username and status, in the order of the list.
async fn listed(app: &App, path: &ProjectPath) -> Vec<(String, String, Status)> {
    let (path, now) = (path.clone(), app.clock.now());
    let homes: Result<_, store::StoreError> = app
        .db
        .read(move |tx| {
            let slugs = (path.organisation.as_str(), path.project.as_str());
            let Some(found) = store::project::by_slugs(tx, slugs.0, slugs.1)? else { return Ok(Vec::new()) };
            let place = ProjectPlace { organisation: found.organisation, project: found.id };
            let scope = in_project::<SeeUsernames>(&Actor::Server, place).expect("the server may");
            let (mut all, mut after) = (Vec::new(), None);
            loop {
                let page = store::home::page(tx, &scope, after, now)?;
                let Some(last) = page.last() else { return Ok(all) };
                after = Some(last.dwelling);
                all.extend(page);
            }
        })
        .await;
    let line = |home: &store::home::Listed| {
        (home.home.client_number.clone().unwrap_or_default(), home.username.clone(), Status::of(home))
    };
    homes.unwrap().iter().map(line).collect()
}

/// The list goes back to the client, as CSV.
async fn back(app: &App, path: &ProjectPath) -> String {
    let (mut out, ctx) = (Vec::new(), app.command());
    let list = back::begin(app, &ctx, &Actor::Server, (path, Which::Project)).await.unwrap();
    list.write(Words::of(Language::Nl), SheetKind::Csv, &mut out).await.unwrap();
    String::from_utf8(out).unwrap()
}

/// How many lines of the log wait for the sealer.
pub(crate) async fn logged(app: &App) -> i64 {
    app.db.read(store::audit::waiting).await.unwrap()
}

/// A list of the client's numbers with addresses.
pub(crate) fn list<N: ToString, A: ToString>(rows: impl IntoIterator<Item = (N, A)>) -> String {
    let rows = rows.into_iter().map(|(number, address)| format!("{};{}\n", number.to_string(), address.to_string()));
    std::iter::once("VHE-nummer;E-mailadres\n".to_owned()).chain(rows).collect()
}

fn many(count: usize) -> String {
    list((0..count).map(|n| (format!("V{n}"), format!("bewoner{n}@example.nl"))))
}

pub(crate) async fn found(app: &App, username: &str) -> store::credential::Found {
    let skeleton = Skeleton::of(&Username::parse_issued(username).unwrap()).as_str().to_owned();
    let now = app.clock.now();
    app.db.read(move |tx| store::credential::resident(tx, &skeleton, now)).await.unwrap().unwrap()
}

/// The address in force.
pub(crate) async fn address(app: &App, username: &str) -> Option<String> {
    found(app, username).await.address.map(|(_, address)| address)
}

/// The resident signs in.
pub(crate) async fn signs_in(app: &App, username: &str) {
    let (identity, now) = (found(app, username).await.identity, app.clock.now());
    app.db.write(move |tx| store::identity::signed_in(tx, identity, now)).await.unwrap();
}

/// The resident proves the address.
pub(crate) async fn proves(app: &App, username: &str) {
    let (link, now) = (found(app, username).await.address.unwrap().0.unwrap(), app.clock.now());
    assert!(app.db.write(move |tx| store::email_link::confirm(tx, link, now)).await.unwrap());
}

pub(crate) async fn add_project(app: &App, path: &str, prefix: &str) -> ProjectPath {
    let path: ProjectPath = path.parse().unwrap();
    let prefix = Prefix::parse(prefix).unwrap();
    let name = Name::parse(path.project.as_str()).unwrap();
    let new = project::Add { path: path.clone(), name, prefix, delivered_on: None };
    project::add(app, &app.command(), Actor::Server, new).await.unwrap();
    path
}

pub(crate) async fn add_client(app: &App, slug: &str) {
    let new = organisation::Add { name: Name::parse(slug).unwrap(), slug: Slug::parse(slug).unwrap(), portal: true };
    organisation::add(app, &app.command(), Actor::Server, new).await.unwrap();
}
