//! A notice is written, and written anew. Whoever changes one that was proposed takes the proposal back with that.

use domain::access::{Actor, ComposeMaintenance, ProjectPlace, Scope, over_audience};
use domain::audit::Act;
use domain::id::MaintenanceId;
use domain::maintenance::{Audience, Fault, Notice, Typed, Window, Words};
use domain::naming::{ProjectPath, Slug};
use domain::time::Time;
use store::{Read, StoreError};

use super::{NoticeError, by, find, line, person};
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// Whom a notice is for, as somebody chose it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// All homes of all clients.
    All,
    /// One client.
    Client(Slug),
    /// One project.
    Project(ProjectPath),
}

/// A notice as somebody wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Whom it is for.
    pub aim: Aim,
    /// When the work begins.
    pub from: Time,
    /// When it ends.
    pub to: Time,
    /// What it says.
    pub typed: Typed,
}

/// Keeps a new notice as a draft.
///
/// # Errors
/// [`NoticeError`].
pub async fn write(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    draft: Draft,
) -> Result<MaintenanceId, NoticeError> {
    let (who, now, id) = (caller.into().who(app, ctx), ctx.now, app.id(ctx.now));
    let line = line(app, ctx, Act::MaintenanceWritten, id);
    app.db
        .write(move |tx| {
            let actor = who.actor(tx)?;
            let (scope, notice) = read(tx, &actor, &draft, now)?;
            store::maintenance::add(tx, &scope, (id, &notice), (person(&actor)?, now))?;
            by(&line, &actor, notice.audience).write(tx)?;
            Ok(id)
        })
        .await
}

/// Writes a notice anew.
///
/// # Errors
/// [`NoticeError`].
pub async fn change(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (id, draft): (MaintenanceId, Draft),
) -> Result<(), NoticeError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let line = line(app, ctx, Act::MaintenanceWritten, id);
    app.db
        .write(move |tx| {
            let (_, found) = find::<ComposeMaintenance>(tx, &who, id)?;
            let actor = who.actor(tx)?;
            let (scope, notice) = read(tx, &actor, &draft, now)?;
            found.facts.write()?;
            if !store::maintenance::write(tx, &scope, (id, &notice), (person(&actor)?, now))? {
                return Err(Fault::State.into());
            }
            Ok::<_, NoticeError>(by(&line, &actor, notice.audience).write(tx)?)
        })
        .await
}

/// The right comes before the words: who may not, is told nothing else.
fn read(
    tx: &mut Read<'_>,
    actor: &Actor,
    draft: &Draft,
    now: Time,
) -> Result<(Scope<ComposeMaintenance, Audience>, Notice), NoticeError> {
    let audience = audience(tx, &draft.aim)?.ok_or(NoticeError::Nobody)?;
    let scope = over_audience::<ComposeMaintenance>(actor, audience).map_err(Barred::from)?;
    let window = Window::new(draft.from, draft.to, now)?;
    let words = Words::parse(&draft.typed).map_err(NoticeError::Words)?;
    Ok((scope, Notice { audience, window, words }))
}

fn audience(tx: &mut Read<'_>, aim: &Aim) -> Result<Option<Audience>, StoreError> {
    Ok(match aim {
        Aim::All => Some(Audience::All),
        Aim::Client(slug) => store::organisation::by_slug(tx, slug.as_str())?.map(|client| Audience::Client(client.id)),
        Aim::Project(path) => {
            let found = store::project::by_slugs(tx, path.organisation.as_str(), path.project.as_str())?;
            found.map(|it| Audience::Project(ProjectPlace { organisation: it.organisation, project: it.id }))
        }
    })
}
