//! The people of the own team, and whether it is time to go over their rights.

use domain::access::{Denied, ManageStaff};
use domain::id::StaffId;
use domain::staff::review_is_due;
use store::StoreError;
use store::colleague::{Colleague, Review};

use super::team::Side;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// A team, as its admin sees it.
#[derive(Clone, Debug)]
pub struct Colleagues {
    /// Those invited or at work, by address.
    pub here: Vec<Colleague>,
    /// Those who left, the last first; a hundred at most.
    pub gone: Vec<Colleague>,
    /// The last time their rights were gone over.
    pub last: Option<Review>,
    /// That was over a year ago, or never.
    pub due: bool,
    /// Who looks.
    pub own: Option<StaffId>,
}

/// The people of the own team.
///
/// # Errors
/// [`Barred`].
pub async fn colleagues(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, side: Side) -> Result<Colleagues, Barred> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    app.db
        .read(move |tx| {
            let scope = who.in_team::<ManageStaff>(tx, side)?;
            let (here, gone) = store::colleague::list(tx, &scope, now)?;
            let last = store::colleague::last_review(tx, &scope)?;
            let due = review_is_due(last.as_ref().map(|last| last.at), now);
            Ok(Colleagues { here, gone, last, due, own: scope.by().staff() })
        })
        .await
}

/// Whether whoever asks has to go over the rights of the own client's people; never for those who do not look after them.
///
/// # Errors
/// When the database fails.
pub async fn review_reminder(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<bool, StoreError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let read = app.db.read(move |tx| {
        let scope = who.in_team::<ManageStaff>(tx, Side::Client)?;
        let last = store::colleague::last_review(tx, &scope)?;
        Ok::<_, Barred>(review_is_due(last.map(|last| last.at), now))
    });
    match read.await {
        Ok(due) => Ok(due),
        Err(Barred::Store(error)) => Err(error),
        Err(Barred::SignIn | Barred::NoProject(_) | Barred::Denied(Denied::NotYours | Denied::NotAllowed)) => Ok(false),
    }
}
