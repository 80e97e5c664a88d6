//! Deciding: another person approves exactly what was shown, and it is made in the same transaction by the way every change of
//! an address is made; or refuses it; or who proposed it takes it back.

use domain::access::{Denied, in_project};
use domain::audit::Act;
use domain::email::Address;
use domain::first_login::Proof;
use domain::id::{ProposalId, StaffId};
use domain::proposal::{Change, Fault, Reason, State};
use domain::time::Time;
use store::proposal::{Decided, Proposal};
use store::users::Lives;
use store::{Read, StoreError, Write};

use super::{DecideError, Right, line, told, unseal};
use crate::audit::Entry;
use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};
use crate::users::address::{Swap, Whose};

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
    let make = Make::draw(app, ctx, unseal(app, &found)?, "second-person")?;
    app.db
        .write(move |tx| {
            let (right, found) = find(tx, &who, proposal)?;
            found.facts.approve(right.by(), &shown, now)?;
            make.run(tx, &right, (&found, right.by().staff()), now)
        })
        .await
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
    let right = in_project(&actor, place)?;
    let found = store::proposal::find(tx, &right, proposal)?.ok_or(Denied::NotYours)?;
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
    if !store::proposal::close(tx, right, (found.id, decided), now)? {
        return Err(Fault::NotOpen.into());
    }
    Ok(told(pattern, right.by(), found).write(tx)?)
}

/// A change that was approved, with all that is drawn by lot.
#[derive(Clone)]
pub(super) struct Make {
    change: Change,
    swap: Swap,
    approved: Entry,
    overtaken: Entry,
    /// Without a second person.
    waited: bool,
}

impl Make {
    /// `why` is a fixed word.
    pub(super) fn draw(app: &App, ctx: &Ctx, change: Change, why: &str) -> Result<Self, StoreError> {
        let Change::ChangeAddress { address, .. } = &change;
        let address = address.as_deref().map(Address::parse).transpose();
        let address = address.map_err(|_| StoreError::internal("a proposal holds an address that is none"))?;
        Ok(Self {
            swap: Swap::draw(app, ctx, address.as_ref(), why),
            approved: line(app, ctx, Act::ProposalApproved).because(why),
            overtaken: line(app, ctx, Act::ProposalExpired).because(Reason::Overtaken.as_str()),
            waited: why == Reason::Waited.as_str(),
            change,
        })
    }

    /// Makes it, if it is still about the same household and the same address.
    pub(super) fn run(
        &self,
        tx: &mut Write<'_>,
        right: &Right,
        (found, by): (&Proposal, Option<StaffId>),
        now: Time,
    ) -> Result<Outcome, DecideError> {
        let Change::ChangeAddress { account, .. } = &self.change;
        let Some(lives) = self.same(tx, right, now)? else {
            let decided = Decided { state: State::Expired, by: None, reason: Some(Reason::Overtaken) };
            end(tx, right, (found, decided), &self.overtaken, now)?;
            return Ok(Outcome::Overtaken);
        };
        let reason = self.waited.then_some(Reason::Waited);
        end(tx, right, (found, Decided { state: State::Approved, by, reason }), &self.approved, now)?;
        let whose = Whose { organisation: right.within().organisation, account: *account, lives: &lives };
        self.swap.run(tx, right.by(), &whose, now)?;
        Ok(Outcome::Made)
    }

    fn same(&self, tx: &mut Read<'_>, right: &Right, now: Time) -> Result<Option<Lives>, StoreError> {
        let Change::ChangeAddress { dwelling, account, occupancy, instead_of, confirmed, .. } = &self.change;
        let accounts = store::users::accounts(tx, right, *dwelling, now)?;
        let lives = accounts.into_iter().find(|it| it.id == *account).and_then(|it| it.lives);
        Ok(lives.filter(|it| {
            let link = it.link.as_ref();
            // An address that was proved since was not told of this: its owner could not object.
            let same = link.map(|link| link.id) == *instead_of;
            it.occupancy == *occupancy && same && link.is_some_and(|link| link.proof == Proof::Confirmed) == *confirmed
        }))
    }
}
