//! "Alle toegang tot mijn account intrekken": password, sessions, recognised browsers, links and mails under way end in one act.
//! The address stays: the way back in is the page "wachtwoord vergeten". Only for residents: staff would lose their second
//! factor with it, and are ended and invited by a colleague.

use domain::access::{Actor, Denied};
use domain::audit::{Act, Subject};

use super::prove::{ProveError, prove};
use crate::audit::entry;
use crate::house::{App, Ctx};
use crate::own_proof::Proof;

/// Why nothing ended.
#[derive(Debug, thiserror::Error)]
pub enum EndError {
    /// It is not known to be them.
    #[error(transparent)]
    Prove(#[from] ProveError),
    /// Not for staff.
    #[error(transparent)]
    Denied(#[from] Denied),
}

impl From<store::StoreError> for EndError {
    fn from(error: store::StoreError) -> Self {
        Self::Prove(error.into())
    }
}

/// Ends all that gives access to the own account; its username, for the way back in.
///
/// # Errors
/// [`EndError`].
pub async fn end_everything(app: &App, ctx: &Ctx, cookie: &str, proof: &Proof) -> Result<String, EndError> {
    let own = prove(app, ctx, cookie, proof).await?;
    let actor = own.signed_in.actor.clone();
    let Actor::Resident { account, .. } = &actor else { return Err(Denied::NotAllowed.into()) };
    let subject = Subject::new("account", account.uuid());
    let line = entry(app, ctx, actor.clone(), Act::AccessRevoked, (own.organisation(), subject)).because("own");
    let username = own.signed_in.name.clone();
    let (identity, now) = (own.signed_in.identity, app.clock.now());
    app.db
        .write(move |tx| {
            // A colleague of the landlord, or the person in another browser, may have been first.
            let alive = store::session::who(tx, &own.cookie, now)?.is_some();
            if !alive || !own.proven.holds(tx, now)? {
                return Err(EndError::Prove(ProveError::SignIn));
            }
            store::identity::end_all(tx, identity, "revoked", now)?;
            // Somebody was in until now: it does not look like an account that nobody uses (law 8).
            store::identity::renewed(tx, identity, now)?;
            line.write(tx)?;
            Ok(())
        })
        .await?;
    Ok(username)
}
