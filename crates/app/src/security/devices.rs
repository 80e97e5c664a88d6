//! Where somebody is signed in: the kind of browser and system, since when and when last used; no places, no addresses. One of
//! them, or all others, are signed out; the browser that asks stays.

use domain::audit::{Act, Subject};
use domain::device::{Browser, Device, System};
use domain::id::SessionId;
use domain::time::Time;
use store::StoreError;
use store::session::{OfOwner, SignedIn};

use super::holder::held;
use super::prove::ProveError;
use crate::audit::Entry;
use crate::house::{App, Ctx};
use crate::sign_in::DEVICE;

/// A device that is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnDevice {
    /// Its session.
    pub id: SessionId,
    /// The kind of browser and system.
    pub device: Device,
    /// When it signed in.
    pub since: Time,
    /// When it was last used, to within a few minutes.
    pub seen_at: Time,
    /// It is the one that asks.
    pub here: bool,
}

/// The devices where somebody is signed in, the one that asks first.
///
/// # Errors
/// When the database fails.
pub async fn devices(app: &App, ctx: &Ctx, signed_in: &SignedIn) -> Result<Vec<OwnDevice>, StoreError> {
    let (whose, now) = ((signed_in.identity, signed_in.generation), ctx.now);
    let found = app.db.read(move |tx| store::session::of_owner(tx, whose, now)).await?;
    let (here, staff) = (signed_in.session, signed_in.dwelling.is_none());
    let alive = found.into_iter().filter(|it| it.id == here || !app.settings.lifetimes.idle(it.seen_at, now, staff));
    let mut all: Vec<OwnDevice> = alive.map(|it| own(&it, here)).collect();
    all.sort_by_key(|it| !it.here);
    Ok(all)
}

fn own(it: &OfOwner, here: SessionId) -> OwnDevice {
    let browser = Browser::parse(&it.device.0).unwrap_or(Browser::Other);
    let system = System::parse(&it.device.1).unwrap_or(System::Other);
    OwnDevice {
        id: it.id,
        device: Device { browser, system },
        since: it.since,
        seen_at: it.seen_at,
        here: it.id == here,
    }
}

/// Signs out one device of whoever holds the cookie. False when it was signed out already, or is none of theirs.
///
/// # Errors
/// [`ProveError::SignIn`], or when the database fails.
pub async fn end_device(app: &App, ctx: &Ctx, cookie: &str, device: SessionId) -> Result<bool, ProveError> {
    let (holder, line) = held(app, ctx, cookie, Act::DevicesSignedOut).await?;
    let line = about(line, Subject::new("session", device.uuid()));
    let now = ctx.now;
    let write = app.db.write(move |tx| {
        let identity = holder.find(tx)?.identity;
        let ended = store::session::end_own(tx, identity, device, now)?;
        if ended {
            line.write(tx)?;
        }
        Ok::<_, ProveError>(ended)
    });
    write.await
}

/// Signs out every other device, and forgets every other browser that is recognised; `browser` is the cookie by which this one
/// is.
///
/// # Errors
/// [`ProveError::SignIn`], or when the database fails.
pub async fn end_other_devices(app: &App, ctx: &Ctx, cookie: &str, browser: Option<&str>) -> Result<(), ProveError> {
    let (holder, line) = held(app, ctx, cookie, Act::DevicesSignedOut).await?;
    let browser = browser.map_or([0; 32], |value| crypto::token::hash(DEVICE, value));
    let now = ctx.now;
    let write = app.db.write(move |tx| {
        let own = holder.find(tx)?;
        store::session::end_others(tx, own.identity, (own.session, &browser), now)?;
        line.write(tx)?;
        Ok::<_, ProveError>(())
    });
    write.await
}

fn about(mut line: Entry, subject: Subject) -> Entry {
    line.line.subject = subject;
    line
}
