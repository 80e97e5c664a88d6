//! Proposing: what would be done is sealed beforehand; in the transaction it is kept, told to a confirmed address, and logged.

use domain::access::{Actor, Denied};
use domain::audit::{Act, Subject};
use domain::email::Address;
use domain::first_login::Proof;
use domain::id::{AccountId, DwellingId, ProposalId};
use domain::mail::Mail;
use domain::proposal::{Change, Facts, Kind};
use domain::time::Time;
use store::mail::NewMail;
use store::proposal::NewProposal;
use store::users::Lives;
use store::{StoreError, Write};

use super::{Right, context, line};
use crate::audit::{self, Entry};
use crate::caller::Barred;
use crate::house::{App, Ctx};
use crate::outbox::intent;

/// A proposal that is ready to be kept.
#[derive(Clone)]
pub(crate) struct Drawn {
    id: ProposalId,
    dwelling: DwellingId,
    account: AccountId,
    hash: [u8; 32],
    sealed: Vec<u8>,
    masked: String,
    line: Entry,
    /// To the address in force, if its owner proved it.
    notice: Option<NewMail>,
}

/// Seals another address, or none, for a household of an account.
pub(crate) fn draw(
    app: &App,
    ctx: &Ctx,
    (dwelling, account, lives): (DwellingId, AccountId, &Lives),
    address: Option<&Address>,
) -> Result<Drawn, StoreError> {
    let id: ProposalId = app.id(ctx.now);
    let confirmed = lives.link.as_ref().is_some_and(|link| link.proof == Proof::Confirmed);
    let change = Change::ChangeAddress {
        nonce: app.random_name(),
        dwelling,
        account,
        occupancy: lives.occupancy,
        instead_of: lives.link.as_ref().map(|link| link.id),
        confirmed,
        address: address.map(|address| address.as_str().to_owned()),
    };
    let json = change.to_json().map_err(|error| StoreError::Internal(Box::new(error)))?;
    let sealed = app.keys.seal(&context(id), json.as_bytes(), &app.chance);
    let old = lives.link.as_ref().and_then(|link| Address::parse(&link.address).ok()).map(|old| old.masked());
    let shown = |address: Option<String>| address.unwrap_or_else(|| "–".to_owned());
    let mail = Mail::AddressProposed { proposal: id, identity: lives.identity };
    Ok(Drawn {
        id,
        dwelling,
        account,
        hash: crypto::digest::sha256(json.as_bytes()),
        sealed: sealed.map_err(|error| StoreError::Internal(Box::new(error)))?,
        masked: audit::before_and_after(&shown(old), &shown(address.map(Address::masked))),
        line: line(app, ctx, Act::ProposalMade).because(Kind::ChangeAddress.as_str()),
        notice: confirmed.then(|| intent(app, ctx, mail)),
    })
}

impl Drawn {
    /// Keeps it; what nobody decided about in time makes place. Only a person proposes.
    pub(crate) fn run(&self, tx: &mut Write<'_>, right: &Right, lives: &Lives, now: Time) -> Result<(), Barred> {
        let Actor::Staff { staff, .. } = right.by() else { return Err(Denied::NotAllowed.into()) };
        store::proposal::close_late(tx, right, lives.occupancy, now)?;
        let others = store::proposal::others(tx, right, *staff)?;
        let (expires_at, waits_until) = Facts::times(now, others);
        let new = NewProposal {
            id: self.id,
            dwelling: self.dwelling,
            account: self.account,
            occupancy: lives.occupancy,
            kind: Kind::ChangeAddress,
            hash: self.hash,
            sealed: self.sealed.clone(),
            masked: self.masked.clone(),
            by: *staff,
            expires_at,
            waits_until,
        };
        store::proposal::add(tx, right, &new, now)?;
        if let Some(notice) = &self.notice {
            store::mail::add(tx, notice, now)?;
        }
        let mut line = self.line.clone().telling(&self.masked);
        (line.line.actor, line.line.organisation) = (right.by().clone(), Some(right.within().organisation));
        line.line.subject = Subject::new("account", self.account.uuid());
        Ok(line.write(tx)?)
    }
}
