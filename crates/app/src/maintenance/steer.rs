//! The sending is paused, gone on with, or stopped for good. What waits in the outbox is judged again before it leaves, so that a stop
//! holds at once.

use domain::access::SteerMaintenance;
use domain::audit::Act;
use domain::id::MaintenanceId;
use domain::maintenance::{Facts, Fault, State};
use domain::time::Time;

use super::{NoticeError, by, find, line, person};
use crate::caller::Caller;
use crate::house::{App, Ctx};

/// What is done with the sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Steer {
    /// It waits.
    Pause,
    /// It goes on.
    Resume,
    /// It ends, for good.
    Stop,
}

impl Steer {
    const fn act(self) -> Act {
        match self {
            Self::Pause => Act::MaintenancePaused,
            Self::Resume => Act::MaintenanceResumed,
            Self::Stop => Act::MaintenanceStopped,
        }
    }

    /// The state that follows, where this may be.
    fn leads_to(self, facts: &Facts, now: Time) -> Result<State, Fault> {
        match self {
            Self::Pause => facts.pause().map(|()| State::Paused),
            // The list of homes may not be whole; the job looks.
            Self::Resume => facts.resume(now).map(|()| State::Approved),
            Self::Stop => facts.stop().map(|()| State::Stopped),
        }
    }
}

/// Pauses, goes on with or stops the sending of a notice.
///
/// # Errors
/// [`NoticeError`].
pub async fn steer(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (id, how): (MaintenanceId, Steer),
) -> Result<(), NoticeError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let line = line(app, ctx, how.act(), id);
    let done = app
        .db
        .write(move |tx| {
            let (scope, found) = find::<SteerMaintenance>(tx, &who, id)?;
            let to = how.leads_to(&found.facts, now)?;
            person(scope.by())?;
            if !store::maintenance::steer(tx, &scope, (id, found.facts.state, to), now)? {
                return Err(Fault::State.into());
            }
            Ok::<_, NoticeError>(by(&line, scope.by(), scope.within()).write(tx)?)
        })
        .await;
    app.board.forget();
    done
}
