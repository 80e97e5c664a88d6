//! Ends a colleague, or withdraws an invitation: sessions, recognised browsers, links, waiting mails, password and second
//! factor, in one transaction. What will end is shown before, and the act is bound to it.

use domain::access::{Actor, ManageStaff, Scope, Team};
use domain::audit::{Act, Subject};
use domain::id::StaffId;
use domain::staff::State;
use domain::time::Time;
use store::colleague::{Colleague, Holdings};
use store::{StoreError, Write};

use super::team::{Side, StaffError, can_lose, one};
use crate::audit::{Entry, entry};
use crate::caller::Caller;
use crate::house::{App, Ctx};
use crate::seal;

/// Somebody, and all that would end with them.
#[derive(Clone, Debug)]
pub struct Ending {
    /// Who.
    pub colleague: Colleague,
    /// What hangs on them.
    pub holdings: Holdings,
    /// Stands for who and what they are: another seal is another act.
    pub seal: String,
}

/// Looks what would end. Changes nothing.
///
/// # Errors
/// [`StaffError`], as ending them would.
pub async fn ending(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (side, id): (Side, StaffId),
) -> Result<Ending, StaffError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    app.db
        .read(move |tx| {
            let scope = who.in_team::<ManageStaff>(tx, side)?;
            let colleague = one(tx, &scope, id, now)?;
            can_lose(tx, &scope, &colleague)?;
            let holdings = store::colleague::holdings(tx, &scope, id, now)?;
            let holdings = holdings.ok_or_else(|| StoreError::internal("a colleague without an identity"))?;
            let seal = seal(&[&colleague]);
            Ok(Ending { colleague, holdings, seal })
        })
        .await
}

/// Ends them, if they are what was shown; how far they were.
///
/// # Errors
/// [`StaffError`].
pub async fn end(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (side, id, shown): (Side, StaffId, &str),
) -> Result<State, StaffError> {
    let (who, now, shown) = (caller.into().who(app, ctx), ctx.now, shown.to_owned());
    let line = line(app, ctx);
    app.db
        .write(move |tx| {
            let scope = who.in_team::<ManageStaff>(tx, side)?;
            let colleague = one(tx, &scope, id, now)?;
            can_lose(tx, &scope, &colleague)?;
            if seal(&[&colleague]) != shown {
                return Err(StaffError::Moved);
            }
            end_one(tx, &scope, (&colleague, &line), now)?;
            Ok(colleague.state)
        })
        .await
}

/// A line about somebody who is ended, drawn beforehand.
pub(super) fn line(app: &App, ctx: &Ctx) -> Entry {
    entry(app, ctx, Actor::Job, Act::StaffEnded, (None, Subject::new("staff", uuid::Uuid::nil())))
}

/// Ends one of the team, who can lose their rights.
pub(super) fn end_one(
    tx: &mut Write<'_>,
    scope: &Scope<ManageStaff, Team>,
    (colleague, line): (&Colleague, &Entry),
    now: Time,
) -> Result<(), StoreError> {
    store::staff::end(tx, scope, (colleague.id, colleague.identity), now)?;
    let mut line = line.clone();
    (line.line.actor, line.line.organisation) = (scope.by().clone(), scope.within().organisation());
    line.line.subject = Subject::new("staff", colleague.id.uuid());
    if colleague.state == State::Invited {
        line.line.act = Act::InvitationWithdrawn;
    }
    line.write(tx)
}

/// Stands for who people are and what they may do.
pub(super) fn seal(people: &[&Colleague]) -> String {
    let of = |it: &&Colleague| [it.id.to_string(), it.email.clone(), it.role.to_string(), it.state.as_str().to_owned()];
    seal::over(people.iter().flat_map(of))
}
