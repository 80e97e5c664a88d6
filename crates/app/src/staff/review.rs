//! Once a year an admin goes over the rights of the own team: everybody stays as they are, or is ended. All in one act, and
//! written down with the day and who did it.

use std::collections::BTreeMap;

use domain::access::{Actor, Denied, ManageStaff};
use domain::audit::{Act, Subject};
use domain::id::{RightsReviewId, StaffId};
use store::colleague::{Colleague, Review};

use super::end::{end_one, line, seal};
use super::team::{Side, StaffError, can_lose};
use crate::audit::entry;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};
use crate::seal;

/// What is said of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// They stay, with the rights they have.
    Stays,
    /// They are ended.
    Ends,
}

/// The people to go over.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// All that are invited or at work.
    pub people: Vec<Colleague>,
    /// The last time it was done.
    pub last: Option<Review>,
    /// Who does it: they stay.
    pub own: Option<StaffId>,
    /// Stands for these people as they are now.
    pub seen: String,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// So many stay.
    pub kept: u32,
    /// So many were ended.
    pub ended: u32,
}

/// The people to go over.
///
/// # Errors
/// [`Barred`].
pub async fn review_sheet(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, side: Side) -> Result<Sheet, Barred> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    app.db
        .read(move |tx| {
            let scope = who.in_team::<ManageStaff>(tx, side)?;
            let (people, _) = store::colleague::list(tx, &scope, now)?;
            let last = store::colleague::last_review(tx, &scope)?;
            let seen = seal(&people.iter().collect::<Vec<_>>());
            Ok(Sheet { people, last, own: scope.by().staff(), seen })
        })
        .await
}

/// Stands for the people that were seen and what was said of each: the act is bound to it.
#[must_use]
pub fn review_seal(seen: &str, answers: &BTreeMap<StaffId, Answer>) -> String {
    let said = answers.iter().map(|(id, answer)| format!("{id} {}", *answer == Answer::Ends));
    seal::over(std::iter::once(seen.to_owned()).chain(said))
}

/// Writes down that the rights were gone over, and ends those of whom that was said.
///
/// # Errors
/// [`StaffError::Moved`] when these are not the people that were seen or somebody has no answer; [`StaffError`] of whoever
/// cannot be ended.
pub async fn review(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (side, seen): (Side, &str),
    answers: BTreeMap<StaffId, Answer>,
) -> Result<Reviewed, StaffError> {
    let (who, now, seen) = (caller.into().who(app, ctx), ctx.now, seen.to_owned());
    let id: RightsReviewId = app.id(now);
    let count = |which: Answer| answers.values().filter(|answer| **answer == which).count();
    let counted = |which| u32::try_from(count(which)).unwrap_or(u32::MAX);
    let done = Reviewed { kept: counted(Answer::Stays), ended: counted(Answer::Ends) };
    let told = entry(app, ctx, Actor::Job, Act::RightsReviewed, (None, Subject::new("rights-review", id.uuid())))
        .with(app, &format!("{} stay, {} ended", done.kept, done.ended));
    let lines: Vec<_> = (0..count(Answer::Ends)).map(|_| line(app, ctx).because("review")).collect();
    app.db
        .write(move |tx| {
            let scope = who.in_team::<ManageStaff>(tx, side)?;
            let by = scope.by().staff().ok_or(Denied::NotAllowed)?;
            let (people, _) = store::colleague::list(tx, &scope, now)?;
            let answered = people.len() == answers.len() && people.iter().all(|it| answers.contains_key(&it.id));
            if seal(&people.iter().collect::<Vec<_>>()) != seen || !answered {
                return Err(StaffError::Moved);
            }
            let ending = people.iter().filter(|it| answers.get(&it.id) == Some(&Answer::Ends));
            for (colleague, line) in ending.zip(&lines) {
                can_lose(tx, &scope, colleague)?;
                end_one(tx, &scope, (colleague, line), now)?;
            }
            store::colleague::add_review(tx, &scope, (id, by), (done.kept, done.ended), now)?;
            let mut told = told.clone();
            (told.line.actor, told.line.organisation) = (scope.by().clone(), scope.within().organisation());
            told.write(tx)?;
            Ok(done)
        })
        .await
}
