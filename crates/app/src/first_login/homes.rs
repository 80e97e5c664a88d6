//! Home by home, what each hangs on: all homes of a project in their order, or those that something typed leads to. That
//! somebody looked is logged before anything is shown.

use domain::access::{Actor, SeeHomes};
use domain::audit::Subject;
use domain::find::Find;
use domain::id::{DwellingId, OrganisationId, ProjectId};
use domain::naming::ProjectPath;
use domain::username::Prefix;
use store::StoreError;
use store::progress::Standing;
use store::project::Project;

use crate::audit;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// Homes on a page.
pub const PAGE: u32 = 50;

/// Some homes of a project.
#[derive(Clone, Debug)]
pub struct Homes {
    /// The project.
    pub project: Project,
    /// The homes.
    pub homes: Vec<Standing>,
    /// Behind which the next page begins; none on the last page.
    pub next: Option<DwellingId>,
}

/// A page of the homes of a project, in the order in which they were added.
///
/// # Errors
/// [`Barred`].
pub async fn page(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    path: &ProjectPath,
    after: Option<DwellingId>,
) -> Result<Homes, Barred> {
    let (who, path, now) = (caller.into().who(app, ctx), path.clone(), ctx.now);
    let read = app.db.read(move |tx| {
        let (scope, project) = who.in_project::<SeeHomes>(tx, &path)?;
        let homes = store::progress::page(tx, &scope, (after, PAGE + 1), now)?;
        Ok::<_, Barred>((scope.by().clone(), project, homes))
    });
    let (actor, project, mut homes) = read.await?;
    let more = homes.len() > PAGE as usize;
    homes.truncate(PAGE as usize);
    let next = homes.last().filter(|_| more).map(|home| home.dwelling);
    log(app, ctx, &actor, (project.organisation, project.id), "all").await?;
    Ok(Homes { project, homes, next })
}

/// The homes whose username, client's number, postcode or street begins with what was typed; at most 50 of each.
///
/// # Errors
/// [`Barred`].
pub async fn search(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    path: &ProjectPath,
    text: &str,
) -> Result<Homes, Barred> {
    let (who, path, text, now) = (caller.into().who(app, ctx), path.clone(), text.to_owned(), ctx.now);
    let read = app.db.read(move |tx| {
        let (scope, project) = who.in_project::<SeeHomes>(tx, &path)?;
        let prefix = Prefix::parse(&project.prefix).map_err(|_| StoreError::internal("a stored prefix is none"))?;
        let homes = store::progress::search(tx, &scope, &Find::typed(&text, &prefix), PAGE, now)?;
        Ok::<_, Barred>((scope.by().clone(), project, homes))
    });
    let (actor, project, homes) = read.await?;
    log(app, ctx, &actor, (project.organisation, project.id), "search").await?;
    Ok(Homes { project, homes, next: None })
}

/// Writes down that homes of a project were seen; `which` is a fixed word.
pub(super) async fn log(
    app: &App,
    ctx: &Ctx,
    actor: &Actor,
    (organisation, project): (OrganisationId, ProjectId),
    which: &str,
) -> Result<(), StoreError> {
    audit::homes_seen(app, ctx, actor, (organisation, Subject::new("project", project.uuid())), which).await
}
