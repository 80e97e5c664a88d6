//! A resident changes or fills in the own address (PRODUCT 3.3): asked by who is signed in and proves it once more, confirmed by
//! who owns the new mailbox, and taken back by who owned the one before. Until it is confirmed the old address stays in force.

mod ask;
mod confirm;
mod undo;

use domain::access::Actor;
use domain::audit::{Act, Subject};
use domain::email::Address;
use domain::id::{AccountId, OccupancyId, OrganisationId};
use domain::time::Time;
use store::{StoreError, Write};

use crate::audit::{self, Entry};
use crate::house::{App, Ctx};

pub use ask::{AskError, Wish, ask};
pub use confirm::{By, ConfirmError, Opened, confirm, open as open_confirm};
pub use undo::{Told, open as open_undo, undo};

/// A line without actor and account, which are found in the transaction.
fn line(app: &App, ctx: &Ctx, act: Act) -> Entry {
    let nobody: AccountId = app.id(ctx.now);
    audit::entry(app, ctx, Actor::Job, act, (None, Subject::new("account", nobody.uuid()))).with(app, "")
}

fn told(line: &Entry, actor: &Actor, (organisation, account): (OrganisationId, AccountId), detail: &str) -> Entry {
    let mut line = line.clone().telling(detail);
    (line.line.actor, line.line.organisation) = (actor.clone(), Some(organisation));
    line.line.subject = Subject::new("account", account.uuid());
    line
}

/// For the log, which never holds an address unmasked.
fn masked(address: &str) -> String {
    Address::parse(address).map(|address| address.masked()).unwrap_or_default()
}

/// What others proposed about the old address is about nothing any more. `line` is ready to be written.
fn overtaken(tx: &mut Write<'_>, occupancy: OccupancyId, line: &Entry, now: Time) -> Result<(), StoreError> {
    if store::proposal::overtaken(tx, occupancy, now)? {
        line.write(tx)?;
    }
    Ok(())
}
