//! Name and password. Unknown, without a password, and wrong are the same work: the same counts, the same reads, one
//! hash, no write (law 4). Guessing slows down per name, per source and overall; a recognised browser always gets its
//! turn, and the reset mail makes a browser recognised, so nobody is locked out.

use crypto::password::{HashError, Secret, StoredHash};
use domain::access::Actor;
use domain::audit::{Act, Subject};
use domain::limits::Limit;
use domain::session::Level;
use secrecy::ExposeSecret;
use store::StoreError;
use store::credential::{Found, Holder};
use store::password::Hash;

use super::name::Name;
use super::start_session::{DEVICE, Entered, draft};
use crate::audit::entry;
use crate::house::{App, Ctx};
use crate::limits::{Counted, give_back, over, seconds_left};

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
    let turn = count(app, ctx, &name, cmd.device.as_deref()).await?;
    let hash = cmd.device.as_deref().map_or([0; 32], |value| crypto::token::hash(DEVICE, value));
    let (asked, now) = (name.clone(), ctx.now);
    let (found, browser_of) = app
        .db
        .read(move |tx| Ok::<_, StoreError>((asked.find(tx, now)?, store::session::recognised(tx, &hash)?)))
        .await?;
    let recognised = found.as_ref().is_some_and(|found| browser_of == Some(found.identity));
    turn.check(ctx, recognised)?;
    let password = domain::password::normalise(cmd.password.expose_secret());
    let stored = found.as_ref().and_then(|found| found.password.clone());
    let given = Secret::from(password.as_str());
    let verdict = app.hasher.verify(given, stored.clone().map(stored_hash)).await?;
    let (Some(found), Some(stored), true) = (found, stored, verdict.right) else {
        return Err(EnterError::Wrong);
    };
    let renewed = if verdict.renew { app.hasher.hash(Secret::from(password.as_str())).await.ok() } else { None };
    let entered = start(app, ctx, &found, renewed.map(|new| (stored, new))).await?;
    for counted in guesses(app, &name, ctx) {
        give_back(app, ctx, counted).await?;
    }
    Ok(entered)
}

fn stored_hash(hash: Hash) -> StoredHash {
    StoredHash { phc: hash.phc, key_number: hash.key_number }
}

fn guesses<'a>(app: &App, name: &'a Name, ctx: &'a Ctx) -> [Counted<'a>; 3] {
    let limits = &app.settings.limits;
    [
        Counted { what: "guess-account", whom: name.counted(), limit: limits.guess_account },
        Counted { what: "guess-source", whom: &ctx.source, limit: limits.guess_source },
        Counted { what: "guess-overall", whom: "", limit: limits.guess_overall },
    ]
}

/// The outcome of counting a try.
struct Turn {
    over: Option<Limit>,
    device_over: Option<Limit>,
}

async fn count(app: &App, ctx: &Ctx, name: &Name, device: Option<&str>) -> Result<Turn, StoreError> {
    let mut over_limit = None;
    for counted in guesses(app, name, ctx) {
        if over(app, ctx, counted).await? {
            over_limit = Some(counted.limit);
        }
    }
    let limit = app.settings.limits.guess_device;
    let device_over = match device {
        Some(value) => over(app, ctx, Counted { what: "guess-device", whom: value, limit }).await?.then_some(limit),
        None => None,
    };
    Ok(Turn { over: over_limit, device_over })
}

impl Turn {
    fn check(&self, ctx: &Ctx, recognised: bool) -> Result<(), EnterError> {
        let limit = if recognised { self.device_over } else { self.over };
        match limit {
            Some(limit) => Err(EnterError::Slowed { seconds: seconds_left(limit, ctx.now) }),
            None => Ok(()),
        }
    }
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

async fn start(
    app: &App,
    ctx: &Ctx,
    found: &Found,
    renewed: Option<(Hash, StoredHash)>,
) -> Result<Entered, EnterError> {
    let (level, staff) = level(app, ctx, found)?;
    let (identity, now) = (found.identity, ctx.now);
    let (draft, entered) = draft(app, ctx, (identity, found.generation), level, staff);
    let line = started(app, ctx, found, draft.id());
    app.db
        .write(move |tx| {
            draft.write(tx, now)?;
            if let Some((old, new)) = &renewed {
                let new = Hash { phc: new.phc.clone(), key_number: new.key_number };
                store::password::renew(tx, identity, old, &new)?;
            }
            if level == Level::Full {
                store::identity::signed_in(tx, identity, now)?;
                line.write(tx)?;
            }
            Ok::<_, StoreError>(())
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
