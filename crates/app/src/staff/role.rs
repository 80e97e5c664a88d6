//! A colleague gets the other role of a client. What they may do is read at every use, so it holds at once.

use domain::access::{Actor, ManageStaff, Team};
use domain::audit::{Act, Subject};
use domain::id::StaffId;
use domain::role::Role;
use domain::staff::State;

use super::team::{Side, StaffError, can_lose, one};
use crate::audit::entry;
use crate::caller::Caller;
use crate::house::{App, Ctx};

/// Gives a colleague another role: clerk or admin of the own client. The operator's own people keep theirs.
///
/// # Errors
/// [`StaffError`].
pub async fn change_role(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (id, role): (StaffId, Role),
) -> Result<(), StaffError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let line = entry(app, ctx, Actor::Job, Act::StaffRoleChanged, (None, Subject::new("staff", id.uuid())));
    app.db
        .write(move |tx| {
            let scope = who.in_team::<ManageStaff>(tx, Side::Client)?;
            let colleague = one(tx, &scope, id, now)?;
            if !scope.within().takes(role) {
                return Err(StaffError::Role);
            }
            if scope.by().staff() == Some(id) {
                return Err(StaffError::Oneself);
            }
            if colleague.state == State::Ended {
                return Err(StaffError::TooLate);
            }
            if colleague.role == role {
                return Ok(());
            }
            if colleague.role == Team::admin(scope.within()) {
                can_lose(tx, &scope, &colleague)?;
            }
            store::staff::set_role(tx, &scope, (id, role))?;
            let mut line = line.clone().because(&format!("{}-to-{role}", colleague.role));
            (line.line.actor, line.line.organisation) = (scope.by().clone(), scope.within().organisation());
            Ok(line.write(tx)?)
        })
        .await
}
