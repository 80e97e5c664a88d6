//! Ten or more addresses that go in one act: those that bounced, after a look by a second person. Those that are others by now stay,
//! and so do those of accounts that came into use (law 8).

use domain::home::Home;
use domain::id::{DwellingId, ProposalId};
use domain::linking::Takes;
use domain::proposal::{Change, ManyAddresses, OneOfMany};
use domain::time::{Span, Time};
use store::users::Lives;
use store::{Read, StoreError, Write};

use super::decide::find;
use super::keep::{Draft, Drawn};
use super::{Homes, addresses, unseal};
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};
use crate::users::address::{Swap, Whose};
use crate::users::link::known;

/// Seals the addresses that go.
pub(crate) fn draw_many(app: &App, ctx: &Ctx, all: Vec<OneOfMany>) -> Result<Drawn, StoreError> {
    let (id, masked) = (app.id(ctx.now), addresses(all.len() as u64));
    let change = Change::ManyAddresses(ManyAddresses { nonce: app.random_name(), addresses: all });
    Draft { id, change, masked, notice: None }.seal(app, ctx)
}

/// The addresses that were proposed, with all that is drawn by lot.
#[derive(Clone)]
pub(super) struct Deed {
    all: Vec<(OneOfMany, Swap)>,
    in_use: Span,
}

impl Deed {
    pub(super) fn draw(app: &App, ctx: &Ctx, change: ManyAddresses) -> Self {
        let swap = |it: OneOfMany| (it, Swap::draw(app, ctx, None, "many-changes"));
        Self { all: change.addresses.into_iter().map(swap).collect(), in_use: app.settings.in_use }
    }

    /// False when none of them is as it was, and nothing was done.
    pub(super) fn run(&self, tx: &mut Write<'_>, right: &Homes, now: Time) -> Result<bool, StoreError> {
        let mut done = false;
        for (it, swap) in &self.all {
            let Some(lives) = same(tx, right, it, (now, now - self.in_use))? else { continue };
            let whose = Whose { organisation: right.within().organisation, account: it.account, lives: &lives };
            swap.run(tx, right.by(), &whose, now)?;
            done = true;
        }
        Ok(done)
    }
}

/// Who lives there, if it is still the same household and address, and the account not in use.
fn same(
    tx: &mut Read<'_>,
    right: &Homes,
    it: &OneOfMany,
    (now, since): (Time, Time),
) -> Result<Option<Lives>, StoreError> {
    let accounts = store::users::accounts(tx, right, it.dwelling, now)?;
    let lives = accounts.into_iter().find(|account| account.id == it.account).and_then(|account| account.lives);
    Ok(lives.filter(|lives| {
        let same = lives.link.as_ref().is_some_and(|link| link.id == it.link);
        lives.occupancy == it.occupancy && same && known(lives, since).takes(None) == Takes::Removes
    }))
}

/// An address that would go, for the page of a proposal.
#[derive(Clone, Debug)]
pub struct Goes {
    /// The home.
    pub dwelling: DwellingId,
    /// As the client wrote it.
    pub home: Home,
    /// The username of the account.
    pub username: String,
    /// The address in force.
    pub address: Option<String>,
    /// It stays: it is another one by now, or the account came into use.
    pub stays: bool,
}

/// The addresses that a proposal is about, while it is open.
///
/// # Errors
/// [`Barred`].
pub async fn goes(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    proposal: ProposalId,
) -> Result<Vec<Goes>, Barred> {
    let (who, now, since) = (caller.into().who(app, ctx), ctx.now, ctx.now - app.settings.in_use);
    let asks = who.clone();
    let (_, found) = app.db.read(move |tx| find(tx, &asks, proposal)).await?;
    if !found.facts.is_open(now) {
        return Ok(Vec::new());
    }
    let Change::ManyAddresses(change) = unseal(app, &found)? else { return Ok(Vec::new()) };
    app.db
        .read(move |tx| {
            let (right, _) = find(tx, &who, proposal)?;
            let right = right.over_homes()?;
            let mut all = Vec::with_capacity(change.addresses.len());
            for it in &change.addresses {
                let Some((_, home)) = store::users::place(tx, it.dwelling)? else { continue };
                let stays = same(tx, right, it, (now, since))?.is_none();
                let accounts = store::users::accounts(tx, right, it.dwelling, now)?;
                let Some(account) = accounts.into_iter().find(|account| account.id == it.account) else { continue };
                let address = account.lives.and_then(|lives| lives.link).map(|link| link.address);
                all.push(Goes { dwelling: it.dwelling, home, username: account.username, address, stays });
            }
            Ok(all)
        })
        .await
}
