//! A draft is proposed to a second person, exactly as it stands.

use domain::access::ComposeMaintenance;
use domain::audit::Act;
use domain::id::MaintenanceId;
use domain::maintenance::Fault;

use super::{NoticeError, by, find, hash, line, person};
use crate::caller::Caller;
use crate::house::{App, Ctx};

/// Proposes a draft.
///
/// # Errors
/// [`NoticeError`].
pub async fn propose(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    id: MaintenanceId,
) -> Result<(), NoticeError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let line = line(app, ctx, Act::MaintenanceProposed, id);
    app.db
        .write(move |tx| {
            let (scope, found) = find::<ComposeMaintenance>(tx, &who, id)?;
            found.facts.propose(now)?;
            let hash = hash(id, &found.notice)?;
            if !store::maintenance::propose(tx, &scope, (id, &hash), person(scope.by())?)? {
                return Err(Fault::State.into());
            }
            Ok::<_, NoticeError>(by(&line, scope.by(), scope.within()).write(tx)?)
        })
        .await
}
