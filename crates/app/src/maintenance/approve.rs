//! The second person: an admin of the operator, who wrote and proposed nothing of it, approves exactly the notice that was shown,
//! or gives it back.

use domain::access::ApproveMaintenance;
use domain::audit::Act;
use domain::id::MaintenanceId;
use domain::maintenance::Fault;

use super::{NoticeError, by, find, hash, line, person};
use crate::caller::Caller;
use crate::house::{App, Ctx};

/// Approves the notice of this hash: from now on it is told.
///
/// # Errors
/// [`NoticeError`].
pub async fn approve(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (id, shown): (MaintenanceId, [u8; 32]),
) -> Result<(), NoticeError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let line = line(app, ctx, Act::MaintenanceApproved, id);
    let done = app
        .db
        .write(move |tx| {
            let (scope, found) = find::<ApproveMaintenance>(tx, &who, id)?;
            let second = person(scope.by())?;
            found.facts.approve(second, &shown, now)?;
            // What stands there now, and not only what was kept of it, is what was shown.
            if hash(id, &found.notice)? != shown {
                return Err(Fault::OtherNotice.into());
            }
            if !store::maintenance::approve(tx, &scope, (id, &shown), (second, now))? {
                return Err(Fault::State.into());
            }
            Ok::<_, NoticeError>(by(&line, scope.by(), scope.within()).write(tx)?)
        })
        .await;
    app.board.forget();
    done
}

/// Gives a notice back to whoever writes it.
///
/// # Errors
/// [`NoticeError`].
pub async fn give_back(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    id: MaintenanceId,
) -> Result<(), NoticeError> {
    let who = caller.into().who(app, ctx);
    let line = line(app, ctx, Act::MaintenanceGivenBack, id);
    app.db
        .write(move |tx| {
            let (scope, found) = find::<ApproveMaintenance>(tx, &who, id)?;
            found.facts.give_back()?;
            person(scope.by())?;
            if !store::maintenance::give_back(tx, &scope, id)? {
                return Err(Fault::State.into());
            }
            Ok::<_, NoticeError>(by(&line, scope.by(), scope.within()).write(tx)?)
        })
        .await
}
