//! Deciding: another person approves exactly what was shown, and it is done in the same transaction ([`super::deed`]);
//! or refuses it; or who proposed it takes it back.

use domain::access::Denied;
use domain::audit::Act;
use domain::id::ProposalId;
use domain::proposal::{Fault, Kind, Reason, State};
use domain::time::Time;
use store::proposal::{Decided, Proposal};
use store::{Read, Write};

use super::deed::Deed;
use super::{DecideError, Right, line, told, unseal};
use crate::audit::Entry;
use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};

/// What came of an approval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The change was made.
    Made,
    /// The address or the household is another one by now: nothing was done, and the proposal is over.
    Overtaken,
}

/// Approves exactly the change of this hash, and makes it.
///
/// # Errors
/// [`DecideError`].
pub async fn approve(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (proposal, shown): (ProposalId, [u8; 32]),
) -> Result<Outcome, DecideError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let asks = who.clone();
    let found = app
        .db
        .read(move |tx| {
            let (right, found) = find(tx, &asks, proposal)?;
            found.facts.approve(right.by(), &shown, now)?;
            Ok::<_, DecideError>(found)
        })
        .await?;
    let deed = Deed::draw(app, ctx, unseal(app, &found)?, "second-person")?;
    let done = app
        .db
        .write(move |tx| {
            let (right, found) = find(tx, &who, proposal)?;
            found.facts.approve(right.by(), &shown, now)?;
            deed.run(tx, &right, (&found, right.by().staff()), now)
        })
        .await;
    // It may have been a list, whose rows wait to be applied.
    app.ring_imports();
    done
}

/// Says no, for one of the reasons to choose from.
///
/// # Errors
/// [`DecideError`].
pub async fn refuse(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (proposal, reason): (ProposalId, Reason),
) -> Result<(), DecideError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let pattern = line(app, ctx, Act::ProposalRefused).because(reason.as_str());
    let write = app.db.write(move |tx| {
        let (right, found) = find(tx, &who, proposal)?;
        found.facts.refuse(right.by(), now)?;
        let decided = Decided { state: State::Refused, by: right.by().staff(), reason: Some(reason) };
        end(tx, &right, (&found, decided), &pattern, now)
    });
    write.await
}

/// Takes the own proposal back.
///
/// # Errors
/// [`DecideError`].
pub async fn withdraw(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    proposal: ProposalId,
) -> Result<(), DecideError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let pattern = line(app, ctx, Act::ProposalWithdrawn);
    let write = app.db.write(move |tx| {
        let (right, found) = find(tx, &who, proposal)?;
        found.facts.withdraw(right.by(), now)?;
        let decided = Decided { state: State::Withdrawn, by: right.by().staff(), reason: None };
        end(tx, &right, (&found, decided), &pattern, now)
    });
    write.await
}

/// A proposal with the right to change what it is about. Another client's is not there.
pub(super) fn find(tx: &mut Read<'_>, who: &Who, proposal: ProposalId) -> Result<(Right, Proposal), Barred> {
    let actor = who.actor(tx)?;
    let place = store::proposal::place_of(tx, proposal)?.ok_or(Denied::NotYours)?;
    let right = Right::of(&actor, place)?;
    let found = right.find(tx, proposal)?.ok_or(Denied::NotYours)?;
    Ok((right, found))
}

/// Ends a proposal without doing what it says.
pub(super) fn end(
    tx: &mut Write<'_>,
    right: &Right,
    (found, decided): (&Proposal, Decided),
    pattern: &Entry,
    now: Time,
) -> Result<(), DecideError> {
    if !right.close(tx, (found.id, decided), now)? {
        return Err(Fault::NotOpen.into());
    }
    if found.facts.kind == Kind::Contact && decided.state != State::Approved {
        store::contact::drop_proposed(tx, right.as_admin()?, found.id, now)?;
    }
    Ok(told(pattern, right.by(), found).write(tx)?)
}
