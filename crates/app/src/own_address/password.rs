//! The password of an account, given once more by who says to own it.

use crypto::password::{HashError, Secret, StoredHash, Turn};
use domain::id::IdentityId;
use domain::time::Time;
use secrecy::ExposeSecret;
use store::password::Hash;
use store::{Read, StoreError};

use crate::house::App;

/// A password that was right a moment ago.
#[derive(Clone)]
pub(super) struct Proven {
    identity: IdentityId,
    generation: i64,
    stored: Hash,
}

/// Why a password proves nothing.
pub(super) enum Unproven {
    Wrong,
    Busy { seconds: u32 },
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

/// Compares a password; whoever calls has counted the try.
pub(super) async fn prove(app: &App, identity: IdentityId, given: &Secret, now: Time) -> Result<Proven, Unproven> {
    let found = app.db.read(move |tx| store::credential::of_identity(tx, identity, now)).await?;
    let Some(found) = found else { return Err(Unproven::Wrong) };
    let password = domain::password::normalise(given.expose_secret());
    let stored = found.password.as_ref().map(|it| StoredHash { phc: it.phc.clone(), key_number: it.key_number });
    let verdict = app.hasher.verify(Secret::from(password.as_str()), stored, Turn::First).await?;
    match found.password {
        Some(stored) if verdict.right => Ok(Proven { identity, generation: found.generation, stored }),
        _ => Err(Unproven::Wrong),
    }
}

impl Proven {
    /// True while it is still the password: all may have ended while this waited for its hash.
    pub(super) fn holds(&self, tx: &mut Read<'_>, now: Time) -> Result<bool, StoreError> {
        store::password::is_still(tx, (self.identity, self.generation), &self.stored, now)
    }
}
