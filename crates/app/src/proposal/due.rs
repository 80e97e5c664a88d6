//! What a proposal comes to by itself: made after its time of waiting where a client has nobody else, or over when nobody
//! decided in time.

use domain::access::{Actor, Denied};
use domain::audit::{Act, Door};
use domain::id::ProposalId;
use domain::proposal::{Reason, State};
use store::proposal::{Decided, Proposal};
use store::{Read, StoreError};

use super::decide::end;
use super::deed::Deed;
use super::{DecideError, Right, line, unseal};
use crate::house::{App, Ctx};

/// Makes what has waited long enough, and ends what is late; at most 50 of each, and how many those were. One that fails is left
/// for the next time and holds up no other.
///
/// # Errors
/// When the database cannot be read.
pub async fn carry_out_due(app: &App) -> Result<usize, StoreError> {
    let now = app.clock.now();
    let ctx = Ctx { door: Door::Job, ..app.command() };
    let (waited, late) = app
        .db
        .read(move |tx| Ok::<_, StoreError>((store::proposal::waited(tx, now)?, store::proposal::late(tx, now)?)))
        .await?;
    let mut done = 0;
    for (proposal, _) in waited {
        done += usize::from(noted(proposal, make(app, &ctx, proposal).await));
    }
    for (proposal, _) in late {
        done += usize::from(noted(proposal, expire(app, &ctx, proposal).await));
    }
    Ok(done)
}

fn noted(proposal: ProposalId, done: Result<bool, DecideError>) -> bool {
    done.unwrap_or_else(|error| {
        tracing::error!(%error, %proposal, "a proposal could not be ended");
        false
    })
}

fn find(tx: &mut Read<'_>, proposal: ProposalId) -> Result<(Right, Proposal), DecideError> {
    let gone = || StoreError::internal("a proposal is gone");
    let place = store::proposal::place_of(tx, proposal)?.ok_or_else(gone)?;
    let denied = |_: Denied| StoreError::internal("a job may not do what was proposed");
    let right = Right::of(&Actor::Job, place).map_err(denied)?;
    let found = right.find(tx, proposal)?.ok_or_else(gone)?;
    Ok((right, found))
}

async fn make(app: &App, ctx: &Ctx, proposal: ProposalId) -> Result<bool, DecideError> {
    let now = ctx.now;
    let (_, found) = app.db.read(move |tx| find(tx, proposal)).await?;
    if !found.facts.has_waited(now) {
        return Ok(false);
    }
    let deed = Deed::draw(app, ctx, unseal(app, &found)?, Reason::Waited.as_str())?;
    app.db
        .write(move |tx| {
            let (right, found) = find(tx, proposal)?;
            // The resident may have objected meanwhile.
            if !found.facts.has_waited(now) {
                return Ok(false);
            }
            deed.run(tx, &right, (&found, None), now).map(|_| true)
        })
        .await
}

async fn expire(app: &App, ctx: &Ctx, proposal: ProposalId) -> Result<bool, DecideError> {
    let now = ctx.now;
    let pattern = line(app, ctx, Act::ProposalExpired).because(Reason::TooLate.as_str());
    app.db
        .write(move |tx| {
            let (right, found) = find(tx, proposal)?;
            if found.facts.state != State::Open || now < found.facts.expires_at {
                return Ok(false);
            }
            let decided = Decided { state: State::Expired, by: None, reason: Some(Reason::TooLate) };
            end(tx, &right, (&found, decided), &pattern, now).map(|()| true)
        })
        .await
}
