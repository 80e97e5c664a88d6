//! The own password once more, from somebody signed in: a browser that was left open is not enough for what follows. Tries are
//! counted by whose session it is, so that the owner's are not used up by others at the sign-in page.

use crypto::password::{HashError, Secret, StoredHash, Turn};
use domain::access::Actor;
use domain::id::OrganisationId;
use domain::session::Level;
use secrecy::ExposeSecret;
use store::StoreError;
use store::password::Hash;
use store::session::SignedIn;

use crate::house::{App, Ctx};
use crate::limits::{Counted, give_back, over, seconds_left};
use crate::sign_in::{SESSION, who};

/// Why it is not known to be them.
#[derive(Debug, thiserror::Error)]
pub enum ProveError {
    /// Nobody is signed in any more.
    #[error("sign in first")]
    SignIn,
    /// It is not the password.
    #[error("wrong password")]
    Wrong,
    /// Too many tries.
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
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<HashError> for ProveError {
    fn from(error: HashError) -> Self {
        match error {
            HashError::Busy { retry_after_seconds } => Self::Busy { seconds: retry_after_seconds },
            other => Self::Store(StoreError::Internal(Box::new(other))),
        }
    }
}

/// Somebody whose password was right a moment ago. The act looks again, inside its transaction.
pub(crate) struct ThemSelf {
    /// Who, as of the question.
    pub(crate) signed_in: SignedIn,
    /// The hash of their cookie.
    pub(crate) cookie: [u8; 32],
    /// What their password was compared with.
    pub(crate) password: Hash,
    /// An address is linked to the account.
    pub(crate) has_address: bool,
}

impl ThemSelf {
    /// In whose chain their acts stand.
    pub(crate) fn organisation(&self) -> Option<OrganisationId> {
        organisation_of(&self.signed_in)
    }
}

/// The client that somebody belongs to.
pub(crate) fn organisation_of(signed_in: &SignedIn) -> Option<OrganisationId> {
    match &signed_in.actor {
        Actor::Resident { organisation, .. } => Some(*organisation),
        Actor::Staff { organisation, .. } => *organisation,
        _ => None,
    }
}

/// Compares what was typed with the password of whoever holds the cookie.
pub(crate) async fn prove(app: &App, ctx: &Ctx, cookie: &str, typed: &Secret) -> Result<ThemSelf, ProveError> {
    let (cookie, now, lifetimes) = (crypto::token::hash(SESSION, cookie), ctx.now, app.settings.lifetimes);
    let read = app.db.read(move |tx| {
        let holder = who::holder(tx, &cookie, now, &lifetimes)?.filter(|holder| holder.level == Level::Full);
        let Some(signed_in) = holder else { return Ok(None) };
        let found = store::credential::of_identity(tx, signed_in.identity, now)?;
        Ok::<_, StoreError>(found.map(|found| (signed_in, found)))
    });
    let (signed_in, found) = read.await?.ok_or(ProveError::SignIn)?;
    let whom = signed_in.identity.to_string();
    let counted = Counted { what: "guess-own", whom: &whom, limit: app.settings.limits.guess_device };
    if over(app, ctx, counted).await? {
        return Err(ProveError::Slowed { seconds: seconds_left(counted.limit, now) });
    }
    let given = Secret::from(domain::password::normalise(typed.expose_secret()).as_str());
    let stored = found.password.clone().map(|hash| StoredHash { phc: hash.phc, key_number: hash.key_number });
    let verdict = match app.hasher.verify(given, stored, Turn::First).await {
        Ok(verdict) => verdict,
        Err(error) => {
            // No password was compared, so it was no guess.
            give_back(app, ctx, counted).await?;
            return Err(error.into());
        }
    };
    let (Some(password), true) = (found.password, verdict.right) else {
        tracing::info!(event = "authn_step_up_fail", source = %ctx.source);
        return Err(ProveError::Wrong);
    };
    give_back(app, ctx, counted).await?;
    Ok(ThemSelf { signed_in, cookie, password, has_address: found.address.is_some() })
}

/// Whether an address is linked to the account of whoever is signed in; staff have their own.
///
/// # Errors
/// When the database fails.
pub async fn has_address(app: &App, ctx: &Ctx, signed_in: &SignedIn) -> Result<bool, StoreError> {
    let (identity, now) = (signed_in.identity, ctx.now);
    let found = app.db.read(move |tx| store::credential::of_identity(tx, identity, now)).await?;
    Ok(found.is_some_and(|found| found.address.is_some()))
}
