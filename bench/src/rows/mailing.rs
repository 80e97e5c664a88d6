//! A notice of planned maintenance to 100,000 homes, at the highest rate that can be set, into a mail server that only counts; and how long
//! residents who ask for a new password meanwhile wait for their mail.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, anyhow, ensure};
use app::maintenance::{self, Aim, Draft};
use app::{App, worker};
use crypto::clock::Stopwatch;
use crypto::password::Params;
use domain::access::{Actor, Team};
use domain::id::StaffId;
use domain::maintenance::Typed;
use domain::role::Role;
use domain::time::Span;
use mail::transport::Transport;
use tokio::sync::watch;

use crate::figure::Figure;
use crate::house::{House, place};
use crate::numbers::{median, percentile};
use crate::pace::Pace;
use crate::sink::Sink;

/// Recipients.
const ALL: usize = 100_000;
/// As an installation has unless told otherwise.
const CONNECTIONS: usize = 4;
/// Somebody forgets a password so often.
const BETWEEN: Duration = Duration::from_millis(250);
/// What is promised, in seconds.
const PROMISED: f64 = 30.0;
/// Longer than any mailing takes.
const PATIENCE: Duration = Duration::from_secs(1_800);

pub(crate) fn run(pace: Pace) -> anyhow::Result<Vec<Figure>> {
    let runtime = crate::serving::runtime()?;
    let count = pace.count(ALL);
    let house = House::build(&runtime, Params::STANDARD)?;
    let names = house.fill(&runtime, count, |_| true)?;
    runtime.block_on(approved(&house.app))?;
    let (sink, watch) = (Sink::start()?, Stopwatch::start());
    let transport = Transport::Smtp(super::mails::pool(&sink.url, CONNECTIONS)?);
    let (stop, stopped) = watch::channel(false);
    let worker = runtime.spawn(worker::run(Arc::clone(&house.app), transport, stopped, worker::Heartbeat::default()));
    let asked = runtime.block_on(asking(&house, &names, &watch))?;
    let rate = count as f64 / (watch.elapsed().micros() as f64 / 1e6);
    runtime.block_on(until(&house.app, &watch, async |app| Ok(app.db.read(store::mail::waiting).await? == 0)))?;
    stop.send(true)?;
    runtime.block_on(worker)?;
    let taken = sink.end()?;
    let waited = waited(&house)?;
    ensure!(waited.len() == asked, "{asked} people asked and {} mails were sent", waited.len());
    let told = taken - asked;
    let (middle, longest) = (median(&waited), percentile(&waited, 1.0));
    let beside = format!("half within {middle:.2} s, the last after {longest:.2} s");
    Ok(vec![
        Figure::told("maintenance notices sent", &format!("{rate:.0} /s"), "")
            .noting(format!("{count} homes, {CONNECTIONS} connections")),
        Figure::holds("the same: mails to each home", &format!("{told} to {count}"), "one each", told == count),
        Figure::at_most("reset mails beside it: 95 of 100 after", percentile(&waited, 0.95), PROMISED, "s", &beside)
            .noting(format!("{asked} of them")),
    ])
}

/// Two people wrote and approved a notice for the project.
async fn approved(app: &App) -> anyhow::Result<()> {
    let (writer, second) = (person(app, Role::Support).await?, person(app, Role::OperatorAdmin).await?);
    let now = app.clock.now();
    let typed = Typed {
        subject_nl: "Onderhoud aan het portaal".to_owned(),
        words_nl: "U kunt een nacht niet inloggen.\n\nDe verwarming blijft het doen.".to_owned(),
        subject_en: "Maintenance of the portal".to_owned(),
        words_en: "You cannot sign in for one night.".to_owned(),
    };
    let from = now + Span::days(3);
    let draft = Draft { aim: Aim::Project(place()?), from, to: from + Span::hours(4), typed };
    let ctx = app.command();
    let id = maintenance::write(app, &ctx, &writer, draft).await?;
    maintenance::propose(app, &ctx, &writer, id).await?;
    let shown = maintenance::look(app, &ctx, &writer, id).await?.hash;
    Ok(maintenance::approve(app, &ctx, &second, (id, shown)).await?)
}

/// Somebody of the operator.
async fn person(app: &App, role: Role) -> anyhow::Result<Actor> {
    let now = app.clock.now();
    let (staff, identity): (StaffId, _) = (app.id(now), app.id(now));
    let (email, subject) = (format!("{role}@beheer.example.nl"), app.random_name());
    let new = store::staff::NewStaff { id: staff, identity, email, role, projects: Vec::new() };
    let write = app.db.write(move |tx| {
        let scope = domain::access::in_team(&Actor::Server, Team::Operator)?;
        store::identity::add(tx, identity, store::identity::IdentityKind::Staff, &subject, now)?;
        store::staff::add(tx, &scope, &new, now)?;
        store::staff::join(tx, staff, now)?;
        anyhow::Ok(())
    });
    write.await?;
    Ok(Actor::Staff { staff, identity, role, organisation: None, projects: Vec::new() })
}

/// Asks for new passwords until every home is told; how many.
async fn asking(house: &House, names: &[String], watch: &Stopwatch) -> anyhow::Result<usize> {
    let (app, mut asked) = (&house.app, 0);
    let ctx = house.ctx("192.0.2.1");
    let connection = house.connection()?;
    let mut waits = connection.prepare("SELECT count(*) FROM mail WHERE lane = 'service' AND state = 'waiting'")?;
    let mut told = async |app: &App| {
        let work = app.db.read(store::maintenance::work).await?;
        anyhow::Ok(work.is_empty() && waits.query_row([], |row| row.get::<_, i64>(0))? == 0)
    };
    while !told(app).await? {
        ensure!(watch.elapsed().to_std() < PATIENCE, "the mailing never ends");
        // Every seventh home, so that nobody asks twice.
        let name = names.get(asked * 7 % names.len()).context("a name")?;
        let ctx = app::Ctx { now: app.clock.now(), ..ctx.clone() };
        app::reset::ask(app, &ctx, name).await?;
        asked += 1;
        tokio::time::sleep(BETWEEN).await;
    }
    Ok(asked)
}

async fn until(app: &App, watch: &Stopwatch, done: impl AsyncFn(&App) -> anyhow::Result<bool>) -> anyhow::Result<()> {
    while !done(app).await? {
        ensure!(watch.elapsed().to_std() < PATIENCE, "the outbox never gets empty");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}

/// Seconds between asking and the answer of the mail server.
fn waited(house: &House) -> anyhow::Result<Vec<f64>> {
    let connection = house.connection()?;
    let mut read =
        connection.prepare("SELECT ended_at - created_at FROM mail WHERE kind = 'reset' AND state = 'sent'")?;
    let found = read.query_map([], |row| row.get::<_, i64>(0))?;
    let all: Result<Vec<f64>, _> = found.map(|micros| micros.map(|it| it as f64 / 1e6)).collect();
    all.map_err(|error| anyhow!(error))
}
