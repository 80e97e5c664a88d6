//! Puts another address, or none, in the place of the one in force of a household that stays, with its line in the log: the
//! one way in which staff change an address. Who may, and whether the account is in use, is found out before.

use domain::access::Actor;
use domain::audit::{Act, Subject};
use domain::email::Address;
use domain::id::{AccountId, EmailLinkId, OrganisationId};
use domain::time::Time;
use store::email_link::NewLink;
use store::users::Lives;
use store::{StoreError, Write};

use crate::audit::{self, Entry};
use crate::house::{App, Ctx};

/// Whose address it is.
pub(crate) struct Whose<'a> {
    /// The client.
    pub(crate) organisation: OrganisationId,
    /// The account.
    pub(crate) account: AccountId,
    /// The household behind it.
    pub(crate) lives: &'a Lives,
}

/// A change of an address, with all that is drawn by lot.
#[derive(Clone)]
pub(crate) struct Swap {
    address: Option<Address>,
    link: EmailLinkId,
    line: Entry,
}

impl Swap {
    /// `why` is a fixed word.
    pub(crate) fn draw(app: &App, ctx: &Ctx, address: Option<&Address>, why: &str) -> Self {
        let nobody: AccountId = app.id(ctx.now);
        let about = (None, Subject::new("account", nobody.uuid()));
        let line = audit::entry(app, ctx, Actor::Job, Act::EmailLinked, about).because(why).with(app, "");
        Self { address: address.cloned(), link: app.id(ctx.now), line }
    }

    /// True when another address gave way.
    pub(crate) fn run(&self, tx: &mut Write<'_>, by: &Actor, whose: &Whose<'_>, now: Time) -> Result<bool, StoreError> {
        let &Whose { organisation, account, lives } = whose;
        let old = lives.link.as_ref();
        if old.is_some() {
            store::email_link::end_current(tx, organisation, lives.occupancy, now)?;
        }
        if let Some(address) = &self.address {
            let new = NewLink {
                id: self.link,
                organisation,
                occupancy: lives.occupancy,
                address: address.as_str().to_owned(),
                search_key: address.search_key(),
            };
            store::email_link::add(tx, &new, now)?;
        }
        let old = old.map(|link| Address::parse(&link.address).map(|old| old.masked()).unwrap_or_default());
        let new = self.address.as_ref().map(Address::masked);
        let (act, detail) = match (old.as_deref(), new.as_deref()) {
            (Some(old), Some(new)) => (Act::EmailChanged, audit::before_and_after(old, new)),
            (Some(old), None) => (Act::EmailRemoved, old.to_owned()),
            (None, new) => (Act::EmailLinked, new.unwrap_or_default().to_owned()),
        };
        let mut line = self.line.clone().telling(&detail);
        (line.line.act, line.line.actor, line.line.organisation) = (act, by.clone(), Some(organisation));
        line.line.subject = Subject::new("account", account.uuid());
        line.write(tx)?;
        Ok(old.is_some())
    }
}
