//! The work lists of a project: a page of one with what each home hangs on, or a whole list for a file. That somebody
//! looked is logged before anything is shown.

use std::sync::Arc;

use domain::access::{ProjectPlace, Scope, SeeHomes};
use domain::first_login::progress::{Cursor, Expected, Step, WorkList};
use domain::naming::ProjectPath;
use domain::time::Day;
use store::StoreError;
use store::progress::{Listed, Standing};
use store::project::Project;

use super::homes::{PAGE, log};
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// Homes that are read at once for a file.
const MANY: u32 = 1_000;

/// Some homes of a work list.
#[derive(Clone, Debug)]
pub struct Page {
    /// The project.
    pub project: Project,
    /// The list.
    pub list: WorkList,
    /// The homes.
    pub homes: Vec<Standing>,
    /// Where the next page begins; none on the last page.
    pub next: Option<Cursor>,
}

/// Why there is no list.
#[derive(Debug, thiserror::Error)]
pub enum WorkListError {
    /// It cannot be seen.
    #[error(transparent)]
    See(#[from] Barred),
    /// It cannot be written where it should go.
    #[error("the list cannot be written")]
    Io(#[from] std::io::Error),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Where the page that ends with this home ended.
pub(crate) fn cursor(last: &Standing) -> Cursor {
    Cursor { dwelling: last.dwelling, told_on: last.progress.day(Step::InstructionHandedOut) }
}

/// A page of a work list.
///
/// # Errors
/// [`Barred`].
pub async fn page(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (path, list): (&ProjectPath, WorkList),
    after: Option<Cursor>,
) -> Result<Page, Barred> {
    let (who, path, now) = (caller.into().who(app, ctx), path.clone(), ctx.now);
    let read = app.db.read(move |tx| {
        let (scope, project) = who.in_project::<SeeHomes>(tx, &path)?;
        let expected = Expected::on(Day::of(now), project.delivered_on);
        let homes = store::progress::on_list(tx, &scope, &Listed { list, expected, after, most: PAGE + 1 }, now)?;
        Ok::<_, Barred>((scope.by().clone(), project, homes))
    });
    let (actor, project, mut homes) = read.await?;
    let more = homes.len() > PAGE as usize;
    homes.truncate(PAGE as usize);
    let next = homes.last().filter(|_| more).map(cursor);
    log(app, ctx, &actor, (project.organisation, project.id), list.as_str()).await?;
    Ok(Page { project, list, homes, next })
}

/// Gives a whole work list to `each`, at most 1,000 homes at a time; how many there were. It is logged once, before the
/// first is given.
///
/// # Errors
/// [`WorkListError`].
pub async fn each(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (path, list): (&ProjectPath, WorkList),
    mut each: impl FnMut(&[Standing]) -> std::io::Result<()>,
) -> Result<u64, WorkListError> {
    let (who, path, now) = (caller.into().who(app, ctx), path.clone(), ctx.now);
    let (scope, project) = app.db.read(move |tx| who.in_project::<SeeHomes>(tx, &path)).await?;
    let scope: Arc<Scope<SeeHomes, ProjectPlace>> = Arc::new(scope);
    log(app, ctx, scope.by(), (project.organisation, project.id), list.as_str()).await?;
    let expected = Expected::on(Day::of(now), project.delivered_on);
    let (mut after, mut count) = (None, 0);
    loop {
        let (scope, page) = (Arc::clone(&scope), Listed { list, expected, after, most: MANY });
        let homes = app.db.read(move |tx| store::progress::on_list(tx, &scope, &page, now)).await?;
        let Some(last) = homes.last() else { return Ok(count) };
        after = Some(cursor(last));
        count += homes.len() as u64;
        each(&homes)?;
    }
}
