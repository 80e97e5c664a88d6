//! Another address, or none, for an account that is in use (law 8).

use domain::email::Address;
use domain::first_login::Proof;
use domain::id::{AccountId, DwellingId, ProposalId};
use domain::mail::Mail;
use domain::proposal::{Change, ChangeAddress};
use domain::time::Time;
use store::users::Lives;
use store::{Read, StoreError, Write};

use super::Homes;
use super::keep::{Draft, Drawn};
use crate::audit;
use crate::house::{App, Ctx};
use crate::outbox::intent;
use crate::users::address::{Swap, Whose};

/// Seals another address, or none, for a household of an account.
pub(crate) fn draw(
    app: &App,
    ctx: &Ctx,
    (dwelling, account, lives): (DwellingId, AccountId, &Lives),
    address: Option<&Address>,
) -> Result<Drawn, StoreError> {
    let id: ProposalId = app.id(ctx.now);
    let confirmed = lives.link.as_ref().is_some_and(|link| link.proof == Proof::Confirmed);
    let change = ChangeAddress {
        nonce: app.random_name(),
        dwelling,
        account,
        occupancy: lives.occupancy,
        instead_of: lives.link.as_ref().map(|link| link.id),
        confirmed,
        address: address.map(|address| address.as_str().to_owned()),
    };
    let old = lives.link.as_ref().and_then(|link| Address::parse(&link.address).ok()).map(|old| old.masked());
    let shown = |address: Option<String>| address.unwrap_or_else(|| "–".to_owned());
    let mail = Mail::AddressProposed { proposal: id, identity: lives.identity };
    let draft = Draft {
        id,
        change: Change::ChangeAddress(change),
        masked: audit::before_and_after(&shown(old), &shown(address.map(Address::masked))),
        notice: confirmed.then(|| intent(app, ctx, mail)),
    };
    draft.seal(app, ctx)
}

/// The change that was proposed, with all that is drawn by lot.
#[derive(Clone)]
pub(super) struct Deed {
    change: ChangeAddress,
    swap: Swap,
}

impl Deed {
    /// `why` is a fixed word.
    pub(super) fn draw(app: &App, ctx: &Ctx, change: ChangeAddress, why: &str) -> Result<Self, StoreError> {
        let address = change.address.as_deref().map(Address::parse).transpose();
        let address = address.map_err(|_| StoreError::internal("a proposal holds an address that is none"))?;
        Ok(Self { swap: Swap::draw(app, ctx, address.as_ref(), why), change })
    }

    /// False when it is another household or another address by now, and nothing was done.
    pub(super) fn run(&self, tx: &mut Write<'_>, right: &Homes, now: Time) -> Result<bool, StoreError> {
        let Some(lives) = self.same(tx, right, now)? else { return Ok(false) };
        let whose = Whose { organisation: right.within().organisation, account: self.change.account, lives: &lives };
        self.swap.run(tx, right.by(), &whose, now)?;
        Ok(true)
    }

    fn same(&self, tx: &mut Read<'_>, right: &Homes, now: Time) -> Result<Option<Lives>, StoreError> {
        let it = &self.change;
        let accounts = store::users::accounts(tx, right, it.dwelling, now)?;
        let lives = accounts.into_iter().find(|account| account.id == it.account).and_then(|account| account.lives);
        Ok(lives.filter(|lives| {
            let link = lives.link.as_ref();
            // An address that was proved since was not told of this: its owner could not object.
            let confirmed = link.is_some_and(|link| link.proof == Proof::Confirmed);
            lives.occupancy == it.occupancy && link.map(|link| link.id) == it.instead_of && confirmed == it.confirmed
        }))
    }
}
