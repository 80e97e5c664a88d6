//! What is done when a proposal is approved: for each kind by the way the act goes when one person may do it alone.

use domain::audit::Act;
use domain::id::StaffId;
use domain::proposal::{Change, Reason, State};
use domain::time::Time;
use store::proposal::{Decided, Proposal};
use store::{StoreError, Write};

use super::decide::end;
use super::{
    DecideError, Outcome, Right, change_address, contact, line, lost_factor, many, move_homes, reopen, whole_list,
};
use crate::audit::Entry;
use crate::house::{App, Ctx};

/// A change that was approved, with all that is drawn by lot.
#[derive(Clone)]
pub(super) struct Deed {
    what: What,
    approved: Entry,
    overtaken: Entry,
    /// Without a second person.
    waited: bool,
}

#[derive(Clone)]
enum What {
    ChangeAddress(Box<change_address::Deed>),
    Reopen(Box<reopen::Deed>),
    ManyAddresses(many::Deed),
    WholeList(whole_list::Deed),
    Contact(contact::Deed),
    LostFactor(Box<lost_factor::Deed>),
    MoveHomes(move_homes::Deed),
}

impl Deed {
    /// `why` is a fixed word.
    pub(super) fn draw(app: &App, ctx: &Ctx, change: Change, why: &str) -> Result<Self, StoreError> {
        Ok(Self {
            what: match change {
                Change::ChangeAddress(it) => {
                    What::ChangeAddress(Box::new(change_address::Deed::draw(app, ctx, it, why)?))
                }
                Change::Reopen(it) => What::Reopen(Box::new(reopen::Deed::draw(app, ctx, it))),
                Change::ManyAddresses(it) => What::ManyAddresses(many::Deed::draw(app, ctx, it)),
                Change::WholeList(it) => What::WholeList(whole_list::Deed::of(&it)),
                Change::Contact(it) => What::Contact(contact::Deed::of(&it)),
                Change::LostFactor(it) => What::LostFactor(Box::new(lost_factor::Deed::draw(app, ctx, it))),
                Change::MoveHomes(it) => What::MoveHomes(move_homes::Deed::draw(app, ctx, it)),
            },
            approved: line(app, ctx, Act::ProposalApproved).because(why),
            overtaken: line(app, ctx, Act::ProposalExpired).because(Reason::Overtaken.as_str()),
            waited: why == Reason::Waited.as_str(),
        })
    }

    /// Does it, if what it is about is still as it was; else the proposal is over.
    pub(super) fn run(
        &self,
        tx: &mut Write<'_>,
        right: &Right,
        (found, by): (&Proposal, Option<StaffId>),
        now: Time,
    ) -> Result<Outcome, DecideError> {
        let done = match &self.what {
            What::ChangeAddress(it) => it.run(tx, right.over_homes()?, now)?,
            What::Reopen(it) => it.run(tx, right.over_homes()?, now)?,
            What::ManyAddresses(it) => it.run(tx, right.over_homes()?, now)?,
            What::WholeList(it) => it.run(tx, right.over_homes()?, found.id, now)?,
            What::Contact(it) => it.run(tx, right.as_admin()?, now)?,
            What::LostFactor(it) => it.run(tx, right.as_admin()?, now)?,
            What::MoveHomes(it) => it.run(tx, right.as_admin()?, now)?,
        };
        if !done {
            let decided = Decided { state: State::Expired, by: None, reason: Some(Reason::Overtaken) };
            end(tx, right, (found, decided), &self.overtaken, now)?;
            return Ok(Outcome::Overtaken);
        }
        let reason = self.waited.then_some(Reason::Waited);
        end(tx, right, (found, Decided { state: State::Approved, by, reason }), &self.approved, now)?;
        Ok(Outcome::Made)
    }
}
