//! It is them once more, from somebody signed in: a browser that was left open is not enough for what follows. By the password of
//! now, or by a passkey.

use crypto::password::{HashError, Secret, StoredHash, Turn};
use domain::id::IdentityId;
use domain::time::Time;
use secrecy::ExposeSecret;
use store::password::Hash;
use store::{StoreError, Write};

use crate::house::{App, Ctx};
use crate::limits::{Counted, give_back, over, seconds_left};
use crate::passkey::{Checked, For, Use, UseError, check};

/// What somebody gives.
#[derive(Debug)]
pub enum Proof {
    /// Their password, as typed.
    Password(Secret),
    /// What their browser sent of a passkey, for a challenge of [`crate::passkey::offer_once_more`].
    Passkey(Box<Use>),
}

impl From<Secret> for Proof {
    fn from(password: Secret) -> Self {
        Self::Password(password)
    }
}

/// A proof that was right a moment ago. The act looks again, inside its transaction.
pub(crate) struct Proven {
    identity: IdentityId,
    generation: i64,
    by: By,
    /// An address is linked to the account.
    pub(crate) has_address: bool,
}

enum By {
    /// What the password was compared with.
    Password(Hash),
    Passkey(Checked),
}

/// Why it is not known to be them.
pub(crate) enum Unproven {
    /// It is another password.
    Wrong,
    /// The passkey is not taken.
    Passkey,
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

/// Looks at what whoever is signed in gives.
pub(crate) async fn prove(app: &App, ctx: &Ctx, identity: IdentityId, proof: &Proof) -> Result<Proven, Unproven> {
    let proven = match proof {
        Proof::Password(given) => by_password(app, ctx, identity, given).await,
        // There is nothing to guess, so that it is not counted.
        Proof::Passkey(used) => by_passkey(app, ctx, identity, used).await,
    };
    if matches!(proven, Err(Unproven::Wrong | Unproven::Passkey)) {
        tracing::info!(event = "authn_step_up_fail", source = %ctx.source);
    }
    proven
}

/// Tries are counted by whose session it is, over all pages that ask, so that a stolen session guesses no more than once, and the
/// owner's tries are not used up by others at the sign-in page.
async fn by_password(app: &App, ctx: &Ctx, identity: IdentityId, given: &Secret) -> Result<Proven, Unproven> {
    let (whom, limit) = (identity.to_string(), app.settings.limits.guess_device);
    let counted = Counted { what: "guess-own", whom: &whom, limit };
    if over(app, ctx, counted).await? {
        return Err(Unproven::Slowed { seconds: seconds_left(limit, ctx.now) });
    }
    let proven = compare(app, identity, given, ctx.now).await;
    if !matches!(proven, Err(Unproven::Wrong)) {
        // It was right, or none was compared: no guess.
        give_back(app, ctx, counted).await?;
    }
    proven
}

async fn by_passkey(app: &App, ctx: &Ctx, identity: IdentityId, used: &Use) -> Result<Proven, Unproven> {
    let checked = check(app, ctx, used, &For::Prove(identity)).await.map_err(|error| match error {
        UseError::Store(error) => Unproven::Store(error),
        _ => Unproven::Passkey,
    })?;
    let holder = checked.holder();
    if holder.identity != identity {
        return Err(Unproven::Passkey);
    }
    let (generation, has_address) = (holder.generation, holder.address.is_some());
    Ok(Proven { identity, generation, by: By::Passkey(checked), has_address })
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
            let has_address = found.address.is_some();
            Ok(Proven { identity, generation: found.generation, by: By::Password(stored), has_address })
        }
        _ => Err(Unproven::Wrong),
    }
}

impl Proven {
    /// True while it still proves them: all may have ended while this waited. A passkey is used by this, once.
    pub(crate) fn holds(&self, tx: &mut Write<'_>, now: Time) -> Result<bool, StoreError> {
        match &self.by {
            By::Password(stored) => store::password::is_still(tx, (self.identity, self.generation), stored, now),
            By::Passkey(checked) => match checked.write(tx, now) {
                Ok(()) => Ok(true),
                Err(UseError::Store(error)) => Err(error),
                Err(_) => Ok(false),
            },
        }
    }

    /// The right to a new password of their own (law 3c), for whoever holds the cookie of this hash.
    pub(crate) fn may_set(
        &self,
        tx: &mut Write<'_>,
        cookie: &[u8; 32],
        now: Time,
    ) -> Result<Option<store::password::Proven>, StoreError> {
        match &self.by {
            By::Password(stored) => store::password::prove(tx, cookie, stored, now),
            By::Passkey(checked) if self.holds(tx, now)? => {
                store::password::prove_by_passkey(tx, cookie, checked.id(), now)
            }
            By::Passkey(_) => Ok(None),
        }
    }
}
