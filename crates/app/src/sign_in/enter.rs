//! Name and password. Unknown, without a password, and wrong are the same work: the same counts, the same reads, one
//! hash, no write (law 4). Guessing slows down per name, per source and overall; a recognised browser always gets its
//! turn, and the reset mail makes a browser recognised, so nobody is locked out.

use crypto::password::{HashError, Secret, StoredHash, Turn};
use domain::access::Actor;
use domain::audit::{Act, Subject};
use domain::limits::Limit;
use domain::session::Level;
use domain::time::Span;
use secrecy::ExposeSecret;
use store::StoreError;
use store::credential::{Found, Holder};
use store::password::Hash;

use super::name::Name;
use super::start_session::{DEVICE, Entered, draft};
use crate::audit::entry;
use crate::house::{App, Ctx};
use crate::limits::{Counted, Tally, seconds_left};

/// What was typed.
pub struct Enter {
    /// A username, or a member of staff's address.
    pub name: String,
    /// The password as typed.
    pub password: Secret,
    /// The cookie by which this browser may be recognised.
    pub device: Option<String>,
}

/// Why there is no session.
#[derive(Debug, thiserror::Error)]
pub enum EnterError {
    /// The name or the password is wrong; nothing tells which.
    #[error("wrong name or password")]
    Wrong,
    /// Too many tries; the same for names that do not exist.
    #[error("too many tries")]
    Slowed {
        /// When it is worth trying again.
        seconds: i64,
    },
    /// Too many passwords are being checked.
    #[error("busy")]
    Busy {
        /// When it is worth trying again.
        seconds: u32,
    },
    /// A member of staff never set a second factor, and the time for it is over: a new invitation is needed.
    #[error("a new invitation is needed")]
    InvitationNeeded,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<HashError> for EnterError {
    fn from(error: HashError) -> Self {
        match error {
            HashError::Busy { retry_after_seconds } => Self::Busy { seconds: retry_after_seconds },
            other => Self::Store(StoreError::Internal(Box::new(other))),
        }
    }
}

/// Signs in; staff get as far as their second factor.
///
/// # Errors
/// [`EnterError`].
pub async fn enter(app: &App, ctx: &Ctx, cmd: Enter) -> Result<Entered, EnterError> {
    let name = Name::typed(&cmd.name);
    let browser = cmd.device.as_deref().map_or([0; 32], |value| crypto::token::hash(DEVICE, value));
    let (asked, now) = (name.clone(), ctx.now);
    let (found, browser_of) = app
        .db
        .read(move |tx| {
            let found = asked.find(tx, now)?;
            Ok::<_, StoreError>((found, store::session::recognised(tx, &browser, now - RECOGNISED, now)?))
        })
        .await?;
    let recognised = found.as_ref().is_some_and(|found| browser_of == Some(found.identity));
    let identity = found.as_ref().map(|found| found.identity.to_string()).unwrap_or_default();
    let tally = count(app, ctx, &name, recognised.then_some(identity.as_str())).await?;
    if let Some(limit) = tally.over {
        tracing::info!(event = "authn_login_slowed", source = %ctx.source);
        return Err(EnterError::Slowed { seconds: seconds_left(limit, ctx.now) });
    }
    let password = domain::password::normalise(cmd.password.expose_secret());
    let stored = found.as_ref().and_then(|found| found.password.clone());
    let given = Secret::from(password.as_str());
    let turn = if recognised { Turn::First } else { Turn::Usual };
    let verdict = match app.hasher.verify(given, stored.clone().map(stored_hash), turn).await {
        Ok(verdict) => verdict,
        Err(error) => {
            // No password was compared, so it was no guess.
            tally.give_back(app, ctx).await?;
            return Err(error.into());
        }
    };
    let (Some(found), Some(stored), true) = (found, stored, verdict.right) else {
        tracing::info!(event = "authn_login_fail", source = %ctx.source);
        return Err(EnterError::Wrong);
    };
    let renewed = if verdict.renew { app.hasher.hash(Secret::from(password.as_str())).await.ok() } else { None };
    let proven = Proven { found, stored, renewed, browser: recognised.then_some(browser) };
    let entered = start(app, ctx, proven).await?;
    tally.give_back(app, ctx).await?;
    tracing::info!(event = "authn_login_success", source = %ctx.source, reached = %entered.level);
    Ok(entered)
}

/// How long a browser is recognised after it was last used.
pub(crate) const RECOGNISED: Span = domain::retention::BROWSER;

/// A password that was right.
struct Proven {
    found: Found,
    stored: Hash,
    renewed: Option<StoredHash>,
    /// The hash of the cookie of a recognised browser.
    browser: Option<[u8; 32]>,
}

fn stored_hash(hash: Hash) -> StoredHash {
    StoredHash { phc: hash.phc, key_number: hash.key_number }
}

/// A recognised browser has a count of its own, so that it gets its turn whatever others do.
async fn count<'a>(
    app: &App,
    ctx: &'a Ctx,
    name: &'a Name,
    recognised: Option<&'a str>,
) -> Result<Tally<'a>, StoreError> {
    let limits = &app.settings.limits;
    if let Some(whom) = recognised {
        let own = Counted { what: "guess-device", whom, limit: limits.guess_device };
        return Tally::take(app, ctx, own, &[], own_overall(limits.guess_overall)).await;
    }
    let source = Counted { what: "guess-source", whom: &ctx.source, limit: limits.guess_source };
    let own = [Counted { what: "guess-account", whom: name.counted(), limit: limits.guess_account }];
    let overall = Counted { what: "guess-overall", whom: "", limit: limits.guess_overall };
    Tally::take(app, ctx, source, &own, overall).await
}

/// Recognised browsers are counted apart from all others.
fn own_overall(limit: Limit) -> Counted<'static> {
    Counted { what: "guess-overall-recognised", whom: "", limit }
}

fn level(app: &App, ctx: &Ctx, found: &Found) -> Result<(Level, bool), EnterError> {
    match &found.holder {
        Holder::Resident { .. } => Ok((Level::Full, false)),
        Holder::Staff { has_factor: true, .. } => Ok((Level::HalfWay, true)),
        Holder::Staff { joined_at: Some(joined_at), .. } if ctx.now - *joined_at <= app.settings.lifetimes.enrol => {
            Ok((Level::Enrol, true))
        }
        Holder::Staff { .. } => Err(EnterError::InvitationNeeded),
    }
}

async fn start(app: &App, ctx: &Ctx, proven: Proven) -> Result<Entered, EnterError> {
    let found = &proven.found;
    let (level, staff) = level(app, ctx, found)?;
    let (identity, generation, now) = (found.identity, found.generation, ctx.now);
    let (draft, mut entered) = draft(app, ctx, (identity, generation), level, staff);
    let draft = match proven.browser {
        Some(_) => {
            entered.device = None;
            draft.in_known_browser()
        }
        None => draft,
    };
    entered.address_missing = matches!(found.holder, Holder::Resident { .. }) && found.address.is_none();
    let line = started(app, ctx, found, draft.id());
    // Access may have ended while this waited for its hash.
    let still_now = app.clock.now();
    app.db
        .write(move |tx| {
            // A reset may have come while this waited for its hash: the old password opens nothing any more.
            if !store::password::is_still(tx, (identity, generation), &proven.stored, still_now)? {
                return Err(EnterError::Wrong);
            }
            draft.write(tx, now)?;
            if let Some(browser) = &proven.browser {
                store::session::recognised_again(tx, browser, now)?;
            }
            if let Some(new) = &proven.renewed {
                let new = Hash { phc: new.phc.clone(), key_number: new.key_number };
                store::password::renew(tx, identity, &proven.stored, &new)?;
            }
            // Staff have their second factor before them.
            if level == Level::Full {
                store::identity::signed_in(tx, identity, now)?;
                store::progress::signed_in(tx, identity, now)?;
                line.write(tx)?;
            }
            Ok(())
        })
        .await?;
    Ok(entered)
}

fn started(app: &App, ctx: &Ctx, found: &Found, session: domain::id::SessionId) -> crate::audit::Entry {
    let (actor, organisation) = actor(found);
    entry(app, ctx, actor, Act::SessionStarted, (organisation, Subject::new("session", session.uuid())))
}

/// Who an identity acts as, and in whose chain.
pub(crate) fn actor(found: &Found) -> (Actor, Option<domain::id::OrganisationId>) {
    match &found.holder {
        Holder::Resident { occupancy, account, organisation } => {
            let actor = Actor::Resident {
                identity: found.identity,
                occupancy: *occupancy,
                account: *account,
                organisation: *organisation,
            };
            (actor, Some(*organisation))
        }
        Holder::Staff { staff, organisation, role, .. } => {
            let actor = Actor::Staff {
                staff: *staff,
                identity: found.identity,
                role: *role,
                organisation: *organisation,
                projects: Vec::new(),
            };
            (actor, *organisation)
        }
    }
}
