//! Who holds a cookie, and showed once more that it is them.

use crypto::password::HashError;
use domain::access::Actor;
use domain::id::OrganisationId;
use domain::session::Level;
use store::StoreError;
use store::session::SignedIn;

use crate::house::{App, Ctx};
use crate::own_proof::{self, Proof, Proven, Unproven};
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
    /// The passkey is not taken.
    #[error("the passkey is not taken")]
    Passkey,
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
        Unproven::from(error).into()
    }
}

impl From<Unproven> for ProveError {
    fn from(error: Unproven) -> Self {
        match error {
            Unproven::Wrong => Self::Wrong,
            Unproven::Passkey => Self::Passkey,
            Unproven::Slowed { seconds } => Self::Slowed { seconds },
            Unproven::Busy { seconds } => Self::Busy { seconds },
            Unproven::Store(error) => Self::Store(error),
        }
    }
}

/// Somebody whose proof was right a moment ago. The act looks again, inside its transaction.
pub(crate) struct ThemSelf {
    /// Who, as of the question.
    pub(crate) signed_in: SignedIn,
    /// The hash of their cookie.
    pub(crate) cookie: [u8; 32],
    /// By what.
    pub(crate) proven: Proven,
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

/// Looks at what whoever holds the cookie gives.
pub(crate) async fn prove(app: &App, ctx: &Ctx, cookie: &str, proof: &Proof) -> Result<ThemSelf, ProveError> {
    let (cookie, now, lifetimes) = (crypto::token::hash(SESSION, cookie), ctx.now, app.settings.lifetimes);
    let holder = app.db.read(move |tx| who::holder(tx, &cookie, now, &lifetimes)).await?;
    let signed_in = holder.filter(|holder| holder.level == Level::Full).ok_or(ProveError::SignIn)?;
    let proven = own_proof::prove(app, ctx, signed_in.identity, proof).await?;
    Ok(ThemSelf { signed_in, cookie, proven })
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
