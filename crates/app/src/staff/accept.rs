//! Accepting an invitation: the invited person sets the own password. Whoever had access before (somebody who lost the
//! second factor) begins anew: another generation ends all that hung on the old one.

use crypto::password::{HashError, Secret};
use crypto::totp;
use domain::access::Actor;
use domain::audit::{Act, Subject};
use domain::mail::Mail;
use domain::password::{Context, Fault};
use domain::session::Level;
use domain::token::{Dead, Purpose};
use secrecy::ExposeSecret;
use store::StoreError;
use store::password::Hash;
use store::staff::Staff;

use crate::audit::entry;
use crate::house::{App, Ctx};
use crate::outbox::intent;
use crate::reset::{check, context_of};
use crate::sign_in::{Entered, draft, seal_context};

/// Why nobody joined.
#[derive(Debug, thiserror::Error)]
pub enum AcceptError {
    /// The link is dead.
    #[error("the link is dead: {0}")]
    Dead(Dead),
    /// The password is refused, with every reason.
    #[error("the password is refused")]
    Password(Vec<Fault>),
    /// Too many passwords are being hashed.
    #[error("busy")]
    Busy {
        /// When it is worth trying again.
        seconds: u32,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<HashError> for AcceptError {
    fn from(error: HashError) -> Self {
        match error {
            HashError::Busy { retry_after_seconds } => Self::Busy { seconds: retry_after_seconds },
            other => Self::Store(StoreError::Internal(Box::new(other))),
        }
    }
}

/// Sets the password and goes on to the second factor.
///
/// # Errors
/// [`AcceptError`].
pub async fn accept(app: &App, ctx: &Ctx, token: &str, password: Secret) -> Result<Entered, AcceptError> {
    let hash = crypto::token::hash(Purpose::Invitation.as_str(), token);
    let _turn = app.turns.take(hash).await;
    let now = ctx.now;
    let staff = app
        .db
        .read(move |tx| {
            let alive = store::token::look(tx, &hash, Purpose::Invitation, now)?.map_err(AcceptError::Dead)?;
            store::staff::by_identity(tx, alive.identity)?.ok_or(AcceptError::Dead(Dead::Ended))
        })
        .await?;
    let password = domain::password::normalise(password.expose_secret());
    check(app, &password, &context(app, &staff)).map_err(AcceptError::Password)?;
    let stored = app.hasher.hash(Secret::from(password.as_str())).await?;
    join(app, ctx, hash, Hash { phc: stored.phc, key_number: stored.key_number }, &staff).await
}

fn context(app: &App, staff: &Staff) -> Context {
    let mut context = context_of(app, None);
    context.words.extend(staff.email.split('@').map(str::to_owned));
    context.words.extend(staff.organisation_name.clone());
    context
}

async fn join(app: &App, ctx: &Ctx, token: [u8; 32], password: Hash, staff: &Staff) -> Result<Entered, AcceptError> {
    let (identity, id, now) = (staff.identity, staff.id, ctx.now);
    let (draft, entered) = draft(app, ctx, (identity, staff.generation), Level::Enrol, true);
    let secret = totp::Secret::mint(&app.chance);
    let sealed = app
        .keys
        .seal(&seal_context(identity), secret.bytes(), &app.chance)
        .map_err(|error| StoreError::Internal(Box::new(error)))?;
    let about = (staff.organisation, Subject::new("staff", id.uuid()));
    let joined = entry(app, ctx, Actor::Anonymous, Act::StaffJoined, about);
    let notice = intent(app, ctx, Mail::PasswordChanged { identity, device: ctx.device });
    app.db
        .write(move |tx| {
            let proof = store::token::consume(tx, &token, Purpose::Invitation, now)?.map_err(AcceptError::Dead)?;
            let generation = store::identity::raise_generation(tx, identity)?;
            let proof = proof.under(generation);
            store::password::set(tx, &proof, &password, now)?;
            store::session::end_all(tx, identity, now)?;
            store::second_factor::offer(tx, identity, generation, &sealed)?;
            store::staff::join(tx, id, now)?;
            draft.under(generation).write(tx, now)?;
            store::mail::add(tx, &notice, now)?;
            joined.write(tx)?;
            Ok::<_, AcceptError>(())
        })
        .await?;
    app.ring();
    Ok(entered)
}
