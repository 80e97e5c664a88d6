//! "Dit was ik niet": who owned the address before takes the change back, by the link that went there, with the username typed
//! (law 5). The old address is in force again and all that gives access ends: who made the change had proved the password, so
//! that is gone too, and the way on is the page "wachtwoord vergeten" (law 3a). Whatever the new owner did meanwhile, of two
//! owners the earlier one wins.

use domain::access::Actor;
use domain::audit::Act;
use domain::proposal::Reason;
use domain::time::Time;
use domain::token::{Dead, Purpose};
use store::own_address::Replaced;
use store::token::Alive;
use store::{Read, StoreError, Write};

use super::{line, masked, overtaken, told};
use crate::audit::{self, Entry};
use crate::house::{App, Ctx};
use crate::typed_link::{SayError, TypedLink};

/// What the page behind a link tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// When the address gave way.
    pub at: Time,
}

fn link(token: &str) -> TypedLink<Told> {
    TypedLink::new(Purpose::EmailUndo, token, |tx, hash, now| {
        Ok(look(tx, hash, now)?.map(|(alive, replaced)| (alive, Told { at: replaced.at })))
    })
}

/// A link about a change that was settled otherwise takes nothing back.
fn look(tx: &mut Read<'_>, hash: &[u8; 32], now: Time) -> Result<Result<(Alive, Replaced), Dead>, StoreError> {
    let alive = match store::token::look(tx, hash, Purpose::EmailUndo, now)? {
        Ok(alive) => alive,
        Err(dead) => return Ok(Err(dead)),
    };
    let replaced = match alive.link {
        Some(link) => store::own_address::replaced(tx, link, now)?,
        None => None,
    };
    Ok(replaced.map(|replaced| (alive, replaced)).ok_or(Dead::AddressChanged))
}

/// What the page behind a link tells. Opening it changes nothing (law 5).
///
/// # Errors
/// When the database fails.
pub async fn open(app: &App, ctx: &Ctx, token: &str) -> Result<Result<Told, Dead>, StoreError> {
    link(token).open(app, ctx).await
}

/// Takes the change back, with the username of the letter.
///
/// # Errors
/// [`SayError`].
pub async fn undo(app: &App, ctx: &Ctx, token: &str, username: &str) -> Result<(), SayError> {
    let link = link(token);
    link.proven(app, ctx, username).await?;
    let undoing = Undoing {
        hash: link.hash,
        undone: line(app, ctx, Act::EmailUndone),
        over: line(app, ctx, Act::ProposalExpired).because(Reason::Overtaken.as_str()),
        now: ctx.now,
    };
    app.db.write(move |tx| undoing.run(tx)).await
}

/// The undoing, with all that is drawn by lot.
struct Undoing {
    hash: [u8; 32],
    undone: Entry,
    over: Entry,
    now: Time,
}

impl Undoing {
    fn run(&self, tx: &mut Write<'_>) -> Result<(), SayError> {
        let now = self.now;
        let (_, replaced) = look(tx, &self.hash, now)?.map_err(SayError::Dead)?;
        store::token::spend(tx, &self.hash, Purpose::EmailUndo, now)?.map_err(SayError::Dead)?;
        store::own_address::put_back(tx, &replaced, now)?;
        let about = (replaced.organisation, replaced.account);
        let detail = audit::before_and_after(&masked(&replaced.now), &masked(&replaced.address));
        told(&self.undone, &Actor::Anonymous, about, &detail).write(tx)?;
        overtaken(tx, replaced.occupancy, &told(&self.over, &Actor::Job, about, ""), now)?;
        Ok(())
    }
}
