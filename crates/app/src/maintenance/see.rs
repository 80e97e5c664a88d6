//! The notices as those see them who write, approve and steer them: what is said, and counts; no home and no resident.

use domain::access::{
    Actor, ComposeMaintenance, Denied, SeeBoard, SteerMaintenance, anywhere, in_organisation, over_audience,
};
use domain::id::{MaintenanceId, ProjectId};
use domain::maintenance::{Audience, Reader};
use domain::role::Role;
use store::maintenance::Kept;
use store::project::Project;

use super::board::{Told, told};
use super::{NoticeError, find, hash};
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// One notice.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The notice.
    pub kept: Kept,
    /// The hash of exactly this, which an approval is bound to.
    pub hash: [u8; 32],
    /// This person may write it.
    pub writes: bool,
    /// This person may approve it, as far as the role goes.
    pub approves: bool,
}

/// Whom somebody may write a notice for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// All clients at once.
    pub all: bool,
    /// Projects, as path and name; for who is told of their own ones only.
    pub projects: Vec<(String, String)>,
}

/// The notices of somebody.
#[derive(Clone, Debug)]
pub struct List {
    /// Those this person may see, the newest first.
    pub notices: Vec<Kept>,
    /// This person writes notices.
    pub writes: bool,
}

/// The notices that somebody may see.
///
/// # Errors
/// [`Barred`].
pub async fn list(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<List, Barred> {
    let who = caller.into().who(app, ctx);
    app.db
        .read(move |tx| {
            let actor = who.actor(tx)?;
            check(&actor)?;
            let mut notices = store::maintenance::list(tx)?;
            notices.retain(|it| over_audience::<SteerMaintenance>(&actor, it.notice.audience).is_ok());
            let writes = is_lead(&actor) || anywhere::<ComposeMaintenance>(&actor).is_ok();
            Ok(List { notices, writes })
        })
        .await
}

/// One of them.
///
/// # Errors
/// [`NoticeError`].
pub async fn look(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, id: MaintenanceId) -> Result<Seen, NoticeError> {
    let who = caller.into().who(app, ctx);
    app.db
        .read(move |tx| {
            let (scope, kept) = find::<SteerMaintenance>(tx, &who, id)?;
            let writes = over_audience::<ComposeMaintenance>(scope.by(), scope.within()).is_ok();
            Ok(Seen { hash: hash(id, &kept.notice)?, kept, writes, approves: !writes })
        })
        .await
}

/// Whom somebody may write a notice for: support for anybody, whom it names by their short names; a project lead for the own projects.
///
/// # Errors
/// [`Barred`].
pub async fn choices(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<Choices, Barred> {
    let who = caller.into().who(app, ctx);
    app.db
        .read(move |tx| {
            let actor = who.actor(tx)?;
            match &actor {
                Actor::Staff { role: Role::ProjectLead, projects, .. } => {
                    let found = store::project::by_ids(tx, projects)?;
                    let projects = found
                        .into_iter()
                        .map(|it| (format!("{}/{}", it.organisation_slug, it.slug), it.name))
                        .collect();
                    Ok(Choices { all: false, projects })
                }
                _ => {
                    over_audience::<ComposeMaintenance>(&actor, Audience::All)?;
                    Ok(Choices { all: true, projects: Vec::new() })
                }
            }
        })
        .await
}

/// A notice that touches a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touching {
    /// The notice.
    pub told: Told,
    /// The project of the client that it is for, when it is for one.
    pub project: Option<Project>,
}

/// The notices that touch the client of whoever asks: its own people, or a program of it. They read what is said, and no more.
///
/// # Errors
/// [`Barred`].
pub async fn touching(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<Vec<Touching>, Barred> {
    let who = caller.into().who(app, ctx);
    let client = app.db.read(move |tx| {
        let actor = who.actor(tx)?;
        let own = actor.client().ok_or(Denied::NotAllowed)?;
        Ok::<_, Barred>(in_organisation::<SeeBoard>(&actor, own).map(|_| own)?)
    });
    let found = told(app, ctx, Reader::Client(client.await?)).await;
    let ids: Vec<ProjectId> = found.iter().filter_map(|it| it.notice.audience.project()).collect();
    let projects =
        if ids.is_empty() { Vec::new() } else { app.db.read(move |tx| store::project::by_ids(tx, &ids)).await? };
    let project = |it: &Told| projects.iter().find(|one| Some(one.id) == it.notice.audience.project()).cloned();
    Ok(found.into_iter().map(|told| Touching { project: project(&told), told }).collect())
}

/// Whoever sees notices: all of them, or those of the own projects.
fn check(actor: &Actor) -> Result<(), Barred> {
    if is_lead(actor) {
        return Ok(());
    }
    Ok(anywhere::<SteerMaintenance>(actor).map(drop)?)
}

const fn is_lead(actor: &Actor) -> bool {
    matches!(actor, Actor::Staff { role: Role::ProjectLead, .. })
}
