//! An invitation that was not accepted is sent once more.

use domain::access::{InviteStaff, ManageStaff};
use domain::audit::Act;
use domain::id::StaffId;
use domain::staff::State;

use super::invitation::Draft;
use super::team::{Side, StaffError, one};
use crate::caller::Caller;
use crate::house::{App, Ctx};

/// Sends the invitation again. Older ones go on working; using one ends the others.
///
/// # Errors
/// [`StaffError::TooLate`] for somebody who accepted or has left.
pub async fn invite_again(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (side, id): (Side, StaffId),
) -> Result<(), StaffError> {
    let (who, draft, now) = (caller.into().who(app, ctx), Draft::new(app, ctx), ctx.now);
    app.db
        .write(move |tx| {
            let manages = who.in_team::<ManageStaff>(tx, side)?;
            let scope = who.in_team::<InviteStaff>(tx, side)?;
            if one(tx, &manages, id, now)?.state != State::Invited {
                return Err(StaffError::TooLate);
            }
            Ok::<_, StaffError>(draft.send(tx, &scope, (id, Act::StaffInvitedAgain))?)
        })
        .await?;
    app.ring();
    Ok(())
}
