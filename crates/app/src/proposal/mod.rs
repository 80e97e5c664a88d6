//! The second person (laws 7 and 8): a change of the address of an account that is in use is proposed by one person of the
//! client, shown to the resident, and made when another one approves exactly it; where there is nobody else, after 72 hours.
//! The resident can stop it until then. Ten or more addresses in one act, by page or by list, take two people too; and so does what
//! admins never do alone: a contact, a lost second factor, homes that go to another client.

mod by_contact;
mod change_address;
mod contact;
mod decide;
mod deed;
mod due;
mod keep;
mod list;
mod lost_factor;
mod many;
mod move_homes;
mod object;
mod reopen;
mod right;
mod whole_list;

use domain::access::Actor;
use domain::audit::{Act, Subject};
use domain::email::Address;
use domain::id::{AccountId, ProposalId};
use domain::proposal::{Change, Fault};
use store::StoreError;
use store::proposal::Proposal;

use crate::audit::{self, Entry};
use crate::caller::Barred;
use crate::house::{App, Ctx};

pub use decide::{Outcome, approve, refuse, withdraw};
pub use due::carry_out_due;
pub use list::{Page, Seen, list, list_of_admins, see};
pub use object::{by_link, by_resident, of_resident, open};
pub(crate) use object::{object, objected};
pub use store::proposal::Told;

pub use many::{Goes, goes};
pub use move_homes::{Moves, moves};

pub(crate) use by_contact::ByContact;
pub(crate) use change_address::draw;
pub(crate) use contact::draw_contact;
pub(crate) use keep::{Drawn, proposer};
pub(crate) use lost_factor::draw_lost_factor;
pub(crate) use many::draw_many;
pub(crate) use move_homes::draw_move;
pub(crate) use reopen::draw_reopen;
use right::{Homes, Right};
pub(crate) use whole_list::draw_list;

/// Why nothing was decided.
#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    /// It cannot be seen, or is no right of this person.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// The rules of the second person.
    #[error("{0}")]
    Fault(Fault),
}

impl From<Fault> for DecideError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Denied(denied) => Self::Barred(denied.into()),
            other => Self::Fault(other),
        }
    }
}

impl From<StoreError> for DecideError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// What a sealed change is bound to: its own row.
fn context(proposal: ProposalId) -> String {
    format!("proposal/{proposal}")
}

/// Opens what would be done, and looks whether it is what the hash was taken of.
fn unseal(app: &App, proposal: &Proposal) -> Result<Change, StoreError> {
    let sealed =
        proposal.sealed.as_deref().ok_or_else(|| StoreError::internal("a proposal that is open has no change"))?;
    let plain = app.keys.open(&context(proposal.id), sealed).map_err(|error| StoreError::Internal(Box::new(error)))?;
    if crypto::digest::sha256(&plain) != proposal.facts.hash {
        return Err(StoreError::internal("a proposal holds another change than its hash tells"));
    }
    Change::from_json(&plain).map_err(|error| StoreError::Internal(Box::new(error)))
}

/// A line without actor and account, which are found in the transaction.
pub(crate) fn line(app: &App, ctx: &Ctx, act: Act) -> Entry {
    let nobody: AccountId = app.id(ctx.now);
    audit::entry(app, ctx, Actor::Job, act, (None, Subject::new("account", nobody.uuid()))).with(app, "")
}

/// The line about a proposal, which tells who proposed it.
pub(crate) fn told(line: &Entry, by: &Actor, proposal: &Proposal) -> Entry {
    // Masked as every address in the log (law 11); the line of the proposing itself names the person.
    // A program is called by the name of its key.
    let proposer = proposal.proposer.as_deref().unwrap_or("server");
    let proposer = Address::parse(proposer).map_or_else(|_| proposer.to_owned(), |address| address.masked());
    let mut line = line.clone().telling(&format!("{}, proposed by {proposer}", proposal.masked));
    (line.line.actor, line.line.organisation) = (by.clone(), proposal.facts.organisation);
    line.line.subject = match (proposal.account, proposal.project) {
        (Some(account), _) => Subject::new("account", account.uuid()),
        (None, Some(project)) => Subject::new("project", project.uuid()),
        (None, None) => Subject::new("proposal", proposal.id.uuid()),
    };
    line
}

/// How many addresses change, as the log and the list of proposals keep it.
fn addresses(count: u64) -> String {
    format!("{count} addresses")
}
