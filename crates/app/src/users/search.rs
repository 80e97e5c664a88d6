//! One box over the whole client: the beginning of a username, of the client's number, of an address, or the whole of an
//! e-mail address. That somebody looked is logged before anything is shown.

use domain::access::{Actor, Denied, ProjectPlace, Scope, SeeBoard, SeeHomes, in_organisation, in_project};
use domain::audit::Subject;
use domain::find::Find;
use domain::first_login::progress::{Expected, WorkList};
use domain::id::OrganisationId;
use domain::naming::ProjectPath;
use domain::time::{Day, Time};
use store::Read;
use store::progress::Listed;
use store::project::Project;
use store::users::Found;

use crate::audit;
use crate::caller::{Barred, Caller};
use crate::first_login::projects::{self, Glance};
use crate::house::{App, Ctx};

/// Homes on a page.
pub const PAGE: u32 = 50;
/// Of so many that are found by one way it is looked whether they stand on a work list.
const LOOKED_AT: u32 = 500;

/// What is looked for. One of the first and last has to be there; nothing is found without.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// What was typed.
    pub text: String,
    /// In one project only.
    pub project: Option<ProjectPath>,
    /// What stands on this work list only.
    pub list: Option<WorkList>,
}

/// What a search shows.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The homes of the client that were found; at most 50.
    pub homes: Vec<Found>,
    /// There may be more.
    pub more: bool,
    /// The projects of the client.
    pub projects: Vec<Project>,
}

/// The homes of the client that what is wanted leads to.
///
/// # Errors
/// [`Barred`]: only a client's own people have a whole client; a project of another client is not there.
pub async fn search(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, wanted: &Wanted) -> Result<Seen, Barred> {
    let (who, wanted, now) = (caller.into().who(app, ctx), wanted.clone(), ctx.now);
    let read = app.db.read(move |tx| {
        let scope = own_client(&who.actor(tx)?)?;
        let board = in_organisation::<SeeBoard>(scope.by(), scope.within())?;
        let projects = store::project::of_client(tx, &board)?;
        let is_wanted = |it: &&Project| wanted.project.as_ref().is_none_or(|path| is_at(it, path));
        let within: Vec<&Project> = projects.iter().filter(is_wanted).collect();
        if within.is_empty() && wanted.project.is_some() {
            return Err(Denied::NotYours.into());
        }
        let (homes, more) = match (wanted.text.is_empty(), wanted.list) {
            (true, None) => (Vec::new(), false),
            (true, Some(list)) => on_list(tx, scope.by(), (&within, list), now)?,
            (false, list) => typed(tx, &scope, (&wanted.text, &within, list, wanted.project.is_some()), now)?,
        };
        Ok::<_, Barred>((scope.by().clone(), scope.within(), Seen { homes, more, projects }))
    });
    let (actor, organisation, seen) = read.await?;
    let about = (organisation, Subject::new("organisation", organisation.uuid()));
    audit::homes_seen(app, ctx, &actor, about, "search").await?;
    Ok(seen)
}

fn is_at(project: &Project, path: &ProjectPath) -> bool {
    project.organisation_slug == path.organisation.as_str() && project.slug == path.project.as_str()
}

/// The homes of these projects on a work list.
fn on_list(
    tx: &mut Read<'_>,
    by: &Actor,
    (projects, list): (&[&Project], WorkList),
    now: Time,
) -> Result<(Vec<Found>, bool), Barred> {
    let mut homes: Vec<Found> = Vec::new();
    for project in projects {
        let place = ProjectPlace { organisation: project.organisation, project: project.id };
        let scope = in_project::<SeeHomes>(by, place)?;
        let listed = Listed { list, expected: expected(project, now), after: None, most: PAGE + 1 };
        let found = store::progress::on_list(tx, &scope, &listed, now)?;
        homes.extend(found.into_iter().map(|standing| Found::of(standing, project)));
        if homes.len() > PAGE as usize {
            break;
        }
    }
    Ok(cut(homes, false))
}

/// The homes that what was typed leads to, and of these what stands on a work list.
fn typed(
    tx: &mut Read<'_>,
    scope: &Scope<SeeHomes, OrganisationId>,
    (text, projects, list, is_one): (&str, &[&Project], Option<WorkList>, bool),
    now: Time,
) -> Result<(Vec<Found>, bool), Barred> {
    let most = if list.is_some() { LOOKED_AT } else { PAGE };
    let find = Find::anywhere(text);
    let mut homes = match projects.first().filter(|_| is_one) {
        Some(project) => in_one(tx, scope.by(), (project, &find, most), now)?,
        None => store::users::search(tx, scope, &find, most, now)?,
    };
    let more = homes.len() >= most as usize;
    if let Some(list) = list {
        homes.retain(|home| {
            let project = projects.iter().find(|project| project.id == home.project);
            let stands = |project: &&Project| list.holds(&home.standing.progress, expected(project, now));
            home.standing.occupancy.is_some() && project.is_some_and(stands)
        });
    }
    Ok(cut(homes, more))
}

/// The homes of one project that what was typed leads to.
fn in_one(
    tx: &mut Read<'_>,
    by: &Actor,
    (project, find, most): (&Project, &Find, u32),
    now: Time,
) -> Result<Vec<Found>, Barred> {
    let place = ProjectPlace { organisation: project.organisation, project: project.id };
    let scope = in_project::<SeeHomes>(by, place)?;
    let homes = store::progress::search(tx, &scope, find, most, now)?;
    let mut homes: Vec<Found> = homes.into_iter().map(|standing| Found::of(standing, project)).collect();
    if let Some(address) = &find.email {
        let of_address = store::users::of_address(tx, &scope, address, now)?;
        homes.extend(of_address.into_iter().filter(|home| home.project == project.id));
    }
    Ok(homes)
}

/// What fits on a page; by several ways more may have been found.
fn cut(mut homes: Vec<Found>, more: bool) -> (Vec<Found>, bool) {
    let many = homes.len() > PAGE as usize;
    homes.truncate(PAGE as usize);
    (homes, more || many)
}

fn expected(project: &Project, now: Time) -> Expected {
    Expected::on(Day::of(now), project.delivered_on)
}

/// The projects of the client, with how many homes wait in each: counts only, so that looking is not logged.
///
/// # Errors
/// [`Barred`], as [`search`].
pub async fn projects(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<Vec<Glance>, Barred> {
    let caller = caller.into();
    let who = caller.who(app, ctx);
    app.db.read(move |tx| own_client(&who.actor(tx)?).map(drop)).await?;
    projects::see(app, ctx, caller).await
}

pub(super) fn own_client(actor: &Actor) -> Result<Scope<SeeHomes, OrganisationId>, Barred> {
    let own = actor.client().ok_or(Denied::NotAllowed)?;
    Ok(in_organisation::<SeeHomes>(actor, own)?)
}
