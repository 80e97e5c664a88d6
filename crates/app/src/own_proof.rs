//! The own password once more, from somebody signed in: a browser that was left open is not enough for what follows.

use crypto::password::{HashError, Secret, StoredHash, Turn};
use domain::id::IdentityId;
use domain::time::Time;
use secrecy::ExposeSecret;
use store::password::Hash;
use store::{Read, StoreError};

use crate::house::{App, Ctx};
use crate::limits::{Counted, give_back, over, seconds_left};

/// A password that was right a moment ago. The act looks again, inside its transaction.
#[derive(Clone)]
pub(crate) struct Proven {
    identity: IdentityId,
    generation: i64,
    /// What it was compared with.
    pub(crate) stored: Hash,
    /// An address is linked to the account.
    pub(crate) has_address: bool,
}

/// Why a password proves nothing.
pub(crate) enum Unproven {
    /// It is another one.
    Wrong,
    /// Too many tries.
    Slowed { seconds: i64 },
    /// Too many passwords are being compared.
    Busy { seconds: u32 },
    /// The database failed.
    Store(StoreError),
}

impl From<StoreError> for Unproven {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<HashError> for Unproven {
    fn from(error: HashError) -> Self {
        match error {
            HashError::Busy { retry_after_seconds } => Self::Busy { seconds: retry_after_seconds },
            other => Self::Store(StoreError::Internal(Box::new(other))),
        }
    }
}

/// Compares the password of whoever is signed in. Tries are counted by whose session it is, over all pages that ask, so that a stolen
/// session guesses no more than once, and the owner's tries are not used up by others at the sign-in page.
pub(crate) async fn prove(app: &App, ctx: &Ctx, identity: IdentityId, given: &Secret) -> Result<Proven, Unproven> {
    let (whom, limit) = (identity.to_string(), app.settings.limits.guess_device);
    let counted = Counted { what: "guess-own", whom: &whom, limit };
    if over(app, ctx, counted).await? {
        return Err(Unproven::Slowed { seconds: seconds_left(limit, ctx.now) });
    }
    let proven = compare(app, identity, given, ctx.now).await;
    if matches!(proven, Err(Unproven::Wrong)) {
        tracing::info!(event = "authn_step_up_fail", source = %ctx.source);
    } else {
        // It was right, or none was compared: no guess.
        give_back(app, ctx, counted).await?;
    }
    proven
}

/// Compares a password; whoever calls has counted the try.
pub(crate) async fn compare(app: &App, identity: IdentityId, given: &Secret, now: Time) -> Result<Proven, Unproven> {
    let found = app.db.read(move |tx| store::credential::of_identity(tx, identity, now)).await?;
    let Some(found) = found else { return Err(Unproven::Wrong) };
    let password = domain::password::normalise(given.expose_secret());
    let stored = found.password.as_ref().map(|it| StoredHash { phc: it.phc.clone(), key_number: it.key_number });
    let verdict = app.hasher.verify(Secret::from(password.as_str()), stored, Turn::First).await?;
    match found.password {
        Some(stored) if verdict.right => {
            Ok(Proven { identity, generation: found.generation, stored, has_address: found.address.is_some() })
        }
        _ => Err(Unproven::Wrong),
    }
}

impl Proven {
    /// True while it is still the password: all may have ended while this waited for its hash.
    pub(crate) fn holds(&self, tx: &mut Read<'_>, now: Time) -> Result<bool, StoreError> {
        store::password::is_still(tx, (self.identity, self.generation), &self.stored, now)
    }
}
