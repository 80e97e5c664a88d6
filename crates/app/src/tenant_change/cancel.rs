//! Calls off a change before its moment: those who would have left stay as if nothing had been planned, and the household
//! that would have come is removed. When the leavers are gone and the others are still to come, their coming is called off.

use domain::access::Denied;
use domain::audit::Act;
use domain::id::TenantChangeId;
use domain::tenant_change::Kind;
use domain::time::Time;
use store::Write;

use super::{ChangeError, Right, line, of_dwelling, right_to, told};
use crate::audit::Entry;
use crate::caller::Caller;
use crate::house::{App, Ctx};

/// Calls off a change.
///
/// # Errors
/// [`ChangeError::TooLate`] when its moment has come, or it was called off before.
pub async fn cancel(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    change: TenantChangeId,
) -> Result<(), ChangeError> {
    let (who, cancel, now) = (caller.into().who(app, ctx), Cancel::draw(app, ctx), ctx.now);
    app.db
        .write(move |tx| {
            let (right, _) = right_to(tx, &who, change)?;
            cancel.run(tx, &right, change, now)
        })
        .await
}

/// The calling off, with its line drawn beforehand.
pub(super) struct Cancel {
    cancelled: Entry,
}

impl Cancel {
    pub(super) fn draw(app: &App, ctx: &Ctx) -> Self {
        Self { cancelled: line(app, ctx, Act::TenantChangeCancelled) }
    }

    pub(super) fn run(
        &self,
        tx: &mut Write<'_>,
        right: &Right,
        change: TenantChangeId,
        now: Time,
    ) -> Result<(), ChangeError> {
        let change = store::tenant_change::find(tx, right, change)?.ok_or(Denied::NotYours)?;
        let whole = store::tenant_change::cancel(tx, right, change.id, now)?;
        if whole {
            store::tenant_change::give_back(tx, right, change.id)?;
        } else if !store::tenant_change::nobody_comes(tx, right, change.id, now)? {
            return Err(ChangeError::TooLate);
        }
        if let Some(occupancy) = change.occupancy {
            store::tenant_change::call_off(tx, right, occupancy)?;
        }
        let what = if whole { change.kind } else { Kind::Arrival };
        Ok(told(&self.cancelled, right, of_dwelling(change.dwelling), what.as_str()).write(tx)?)
    }
}
