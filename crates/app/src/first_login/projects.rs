//! The projects somebody may see, with how far each is and whether a list waits for a decision. Counts only, so that looking
//! is not logged.

use domain::access::{Actor, Denied, Import, ProjectPlace, SeeBoard, in_organisation, in_project};
use domain::first_login::BatchState;
use domain::first_login::progress::{Counts, Expected, Funnel};
use domain::id::BatchId;
use domain::time::{Day, Time};
use store::project::Project;
use store::{Read, StoreError};

use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// A project at a glance.
#[derive(Clone, Debug)]
pub struct Glance {
    /// The project.
    pub project: Project,
    /// All its homes.
    pub homes: u64,
    /// The nine steps.
    pub funnel: Funnel,
    /// Homes on each work list.
    pub lists: Counts,
    /// The newest list that somebody has to decide about.
    pub to_decide: Option<BatchId>,
}

/// The projects of a client for its own people, those that were assigned for a project lead; at most 200, by name.
///
/// # Errors
/// [`Barred`].
pub async fn see(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<Vec<Glance>, Barred> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    app.db
        .read(move |tx| {
            let actor = who.actor(tx)?;
            let projects = match &actor {
                Actor::Staff { organisation: Some(organisation), .. } | Actor::Key { organisation, .. } => {
                    store::project::of_client(tx, &in_organisation::<SeeBoard>(&actor, *organisation)?)?
                }
                Actor::Staff { projects, .. } if !projects.is_empty() => store::project::by_ids(tx, projects)?,
                // A project lead without a project has an empty list, everybody else no right.
                Actor::Staff { role: domain::role::Role::ProjectLead, .. } => Vec::new(),
                _ => return Err(Denied::NotAllowed.into()),
            };
            projects.into_iter().map(|project| glance(tx, &actor, project, now)).collect()
        })
        .await
}

fn glance(tx: &mut Read<'_>, actor: &Actor, project: Project, now: Time) -> Result<Glance, Barred> {
    let place = ProjectPlace { organisation: project.organisation, project: project.id };
    let scope = in_project::<SeeBoard>(actor, place)?;
    let states = store::progress::states(tx, &scope, now)?;
    let expected = Expected::on(Day::of(now), project.delivered_on);
    let waiting = match expected {
        Expected::ToldBy(by) => store::progress::waiting(tx, &scope, by, now)?,
        Expected::All | Expected::None => 0,
    };
    Ok(Glance {
        homes: store::progress::homes(tx, &scope)?,
        funnel: Funnel::of(&states),
        lists: Counts::of(&states, expected, waiting),
        to_decide: to_decide(tx, actor, place)?,
        project,
    })
}

fn to_decide(tx: &mut Read<'_>, actor: &Actor, place: ProjectPlace) -> Result<Option<BatchId>, Barred> {
    // Whoever decides about no lists, as a program, has none to decide about.
    let Ok(scope) = in_project::<Import>(actor, place) else { return Ok(None) };
    let lists = store::import::batches(tx, &scope).map_err(|error: StoreError| Barred::Store(error))?;
    let open = lists.into_iter().find(|list| list.state == BatchState::Judged && list.reason.is_none());
    Ok(open.map(|list| list.id))
}
