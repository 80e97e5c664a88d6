//! The changes of a home, and those that are planned in a project. That somebody looked is logged.

use domain::access::{Actor, ChangeTenants};
use domain::audit::Subject;
use domain::id::{DwellingId, OrganisationId, TenantChangeId};
use domain::naming::ProjectPath;
use domain::time::Time;
use store::StoreError;
use store::project::Project;
use store::tenant_change::Change;

use crate::audit;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// Changes on a page.
pub const PAGE: u32 = 50;

/// Where a page of changes ended.
pub type After = (Time, TenantChangeId);

/// Some of the changes of a project.
#[derive(Clone, Debug)]
pub struct Page {
    /// The project.
    pub project: Project,
    /// Those to come, in the order of their moments.
    pub changes: Vec<Change>,
    /// Those that happened or were called off, newest first, at most 50.
    pub past: Vec<Change>,
    /// Behind which the next page begins; none on the last one.
    pub next: Option<After>,
}

/// The changes of a project: those to come behind one, and those that were.
///
/// # Errors
/// [`Barred`].
pub async fn list(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    path: &ProjectPath,
    after: Option<After>,
) -> Result<Page, Barred> {
    let (who, path) = (caller.into().who(app, ctx), path.clone());
    let read = app.db.read(move |tx| {
        let (right, project) = who.in_project::<ChangeTenants>(tx, &path)?;
        let changes = store::tenant_change::of_project(tx, &right, (after, PAGE + 1))?;
        let past = store::tenant_change::past(tx, &right)?;
        Ok::<_, Barred>((right.by().clone(), project, changes, past))
    });
    let (actor, project, mut changes, past) = read.await?;
    let more = changes.len() > PAGE as usize;
    changes.truncate(PAGE as usize);
    let next = changes.last().filter(|_| more).map(|last| (last.due_at, last.id));
    seen(app, ctx, &actor, (project.organisation, Subject::new("project", project.id.uuid()))).await?;
    Ok(Page { project, changes, past, next })
}

/// The changes of a home, newest first, at most 50.
///
/// # Errors
/// [`Barred`].
pub async fn of_home(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    dwelling: DwellingId,
) -> Result<Vec<Change>, Barred> {
    let who = caller.into().who(app, ctx);
    let read = app.db.read(move |tx| {
        let right = who.in_dwelling::<ChangeTenants>(tx, dwelling)?;
        let changes = store::tenant_change::of_home(tx, &right, dwelling)?;
        Ok::<_, Barred>((right.by().clone(), right.within().organisation, changes))
    });
    let (actor, organisation, changes) = read.await?;
    seen(app, ctx, &actor, (organisation, super::of_dwelling(dwelling))).await?;
    Ok(changes)
}

/// Writes down that homes were looked at for the sake of a change.
pub(super) async fn seen(
    app: &App,
    ctx: &Ctx,
    actor: &Actor,
    (organisation, subject): (OrganisationId, Subject),
) -> Result<(), StoreError> {
    audit::homes_seen(app, ctx, actor, (organisation, subject), "tenant-change").await
}
