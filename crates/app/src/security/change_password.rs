//! Law 3c: another password for somebody signed in who proves the one of now or a passkey, with an address linked. All other sessions and
//! recognised browsers end, and the links of resets that were asked; this browser gets a new session.

use crypto::password::Secret;
use domain::audit::{Act, Subject};
use domain::mail::Mail;
use domain::password::Fault;
use domain::session::Level;
use domain::time::Time;
use domain::token::Dead;
use secrecy::ExposeSecret;
use store::mail::NewMail;
use store::password::Hash;
use store::{StoreError, Write};

use super::prove::{ProveError, ThemSelf, prove};
use crate::audit::{Entry, entry};
use crate::house::{App, Ctx};
use crate::outbox::intent;
use crate::own_proof::Proof;
use crate::reset::{check, context_of};
use crate::sign_in::{Draft, Entered, draft};

/// What was typed.
pub struct Change {
    /// That it is them.
    pub proof: Proof,
    /// The new one.
    pub new: Secret,
}

/// Why the password stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// It is not known to be them.
    #[error(transparent)]
    Prove(#[from] ProveError),
    /// No address is linked: that comes first.
    #[error("no address is linked")]
    NoAddress,
    /// The new password is refused, with every reason.
    #[error("the password is refused")]
    Password(Vec<Fault>),
}

impl From<StoreError> for ChangeError {
    fn from(error: StoreError) -> Self {
        Self::Prove(error.into())
    }
}

/// Sets the new password; the session of this browser begins anew.
///
/// # Errors
/// [`ChangeError`].
pub async fn change_password(app: &App, ctx: &Ctx, cookie: &str, cmd: Change) -> Result<Entered, ChangeError> {
    let own = prove(app, ctx, cookie, &cmd.proof).await?;
    if !own.proven.has_address {
        return Err(ChangeError::NoAddress);
    }
    let identity = own.signed_in.identity;
    let behind = app.db.read(move |tx| store::account::behind(tx, identity)).await?;
    let password = domain::password::normalise(cmd.new.expose_secret());
    check(app, &password, &context_of(app, behind.as_ref())).map_err(ChangeError::Password)?;
    let stored = app.hasher.hash(Secret::from(password.as_str())).await.map_err(ProveError::from)?;
    let hashed = Hash { phc: stored.phc, key_number: stored.key_number };
    let (plan, entered) = plan(app, ctx, own, hashed);
    // Access may have ended while this waited for its hashes.
    let at = app.clock.now();
    app.db.write(move |tx| plan.run(tx, at)).await?;
    app.ring();
    Ok(entered)
}

/// All that is drawn beforehand.
struct Plan {
    own: ThemSelf,
    hashed: Hash,
    draft: Draft,
    notice: NewMail,
    set: Entry,
}

fn plan(app: &App, ctx: &Ctx, own: ThemSelf, hashed: Hash) -> (Plan, Entered) {
    let identity = own.signed_in.identity;
    let staff = own.signed_in.dwelling.is_none();
    let (draft, entered) = draft(app, ctx, (identity, own.signed_in.generation), Level::Full, staff);
    let notice = intent(app, ctx, Mail::PasswordChanged { identity, device: ctx.device });
    let about = (own.organisation(), Subject::new("identity", identity.uuid()));
    let set = entry(app, ctx, own.signed_in.actor.clone(), Act::PasswordSet, about).because("own");
    (Plan { own, hashed, draft, notice, set }, entered)
}

impl Plan {
    fn run(&self, tx: &mut Write<'_>, now: Time) -> Result<(), ChangeError> {
        let proven = self.own.proven.may_set(tx, &self.own.cookie, now)?;
        let proven = proven.ok_or(ProveError::SignIn)?;
        let identity = self.own.signed_in.identity;
        store::password::set(tx, &proven, &self.hashed, now)?;
        store::session::end_all(tx, identity, now)?;
        store::token::end_all(tx, identity, Dead::Used, now)?;
        // Whoever asked for another address before proved the password that is no more.
        store::own_address::end_asked(tx, identity)?;
        self.draft.write(tx, now)?;
        store::mail::add(tx, &self.notice, now)?;
        self.set.write(tx)?;
        Ok(())
    }
}
