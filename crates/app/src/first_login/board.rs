//! The board of a project: the funnel of the nine steps, what there is to do, and how many got in on each day. Counts only,
//! so that looking is not logged.

use domain::access::SeeBoard;
use domain::first_login::progress::{self, Counts, Expected, Funnel};
use domain::naming::ProjectPath;
use domain::time::Day;
use store::progress::Returned;
use store::project::Project;

use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// A project, and how far its homes have come.
#[derive(Clone, Debug)]
pub struct Board {
    /// The project.
    pub project: Project,
    /// The day it was looked at.
    pub today: Day,
    /// All homes.
    pub homes: u64,
    /// Those nobody lives in: they are in no other count.
    pub vacant: u64,
    /// The nine steps.
    pub funnel: Funnel,
    /// How many homes stand on each work list.
    pub lists: Counts,
    /// How many homes were first signed in to on each day on which there was one, in the order of the days.
    pub activated: Vec<(Day, u64)>,
    /// The last five times a list of usernames was made for the client, newest first.
    pub returned: Vec<Returned>,
}

impl Board {
    /// The same per week, each by its Monday.
    #[must_use]
    pub fn per_week(&self) -> Vec<(Day, u64)> {
        progress::weekly(&self.activated)
    }
}

/// Counts the homes of a project.
///
/// # Errors
/// [`Barred`].
pub async fn see(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, path: &ProjectPath) -> Result<Board, Barred> {
    let (who, path, now) = (caller.into().who(app, ctx), path.clone(), ctx.now);
    app.db
        .read(move |tx| {
            let (scope, project) = who.in_project::<SeeBoard>(tx, &path)?;
            let today = Day::of(now);
            let expected = Expected::on(today, project.delivered_on);
            let states = store::progress::states(tx, &scope, now)?;
            let waiting = match expected {
                Expected::ToldBy(by) => store::progress::waiting(tx, &scope, by, now)?,
                Expected::All | Expected::None => 0,
            };
            let homes = store::progress::homes(tx, &scope)?;
            let funnel = Funnel::of(&states);
            Ok(Board {
                today,
                homes,
                vacant: homes.saturating_sub(funnel.homes),
                funnel,
                lists: Counts::of(&states, expected, waiting),
                activated: store::progress::activated(tx, &scope, now)?,
                returned: store::progress::returned(tx, &scope)?,
                project,
            })
        })
        .await
}
