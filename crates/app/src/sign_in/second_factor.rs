//! The second step of staff: a code of the authenticator app, or a recovery code, once.

use crypto::recovery;
use crypto::totp::{self, Secret};
use domain::access::Actor;
use domain::audit::{Act, Subject};
use domain::mail::Mail;
use domain::session::Level;
use store::StoreError;
use store::session::SignedIn;

use super::start_session::{Entered, SESSION, draft};
use crate::audit::entry;
use crate::house::{App, Ctx};
use crate::limits::{Counted, give_back, over, seconds_left};
use crate::outbox::intent;

/// Why the second step was not made.
#[derive(Debug, thiserror::Error)]
pub enum FactorError {
    /// The code is wrong, or was used.
    #[error("wrong code")]
    Wrong,
    /// Too many codes were tried.
    #[error("too many tries")]
    Slowed {
        /// When it is worth trying again.
        seconds: i64,
    },
    /// Nobody is half way: sign in first.
    #[error("sign in first")]
    NotHalfWay,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What the seal of a secret is bound to.
pub(crate) fn seal_context(identity: domain::id::IdentityId) -> String {
    format!("second_factor/{identity}")
}

/// A typed code, as something that can be compared.
enum Typed {
    Step(i64),
    Recovery(Vec<[u8; 32]>),
}

/// Finishes signing in.
///
/// # Errors
/// [`FactorError`].
pub async fn second_factor(app: &App, ctx: &Ctx, cookie: &str, code: &str) -> Result<Entered, FactorError> {
    let half = super::who(app, ctx, cookie).await?.filter(|half| half.level == Level::HalfWay);
    let half = half.ok_or(FactorError::NotHalfWay)?;
    let whom = half.identity.to_string();
    let limit = app.settings.limits.guess_code;
    let counted = Counted { what: "guess-code", whom: &whom, limit };
    if over(app, ctx, counted).await? {
        return Err(FactorError::Slowed { seconds: seconds_left(limit, ctx.now) });
    }
    let Some(typed) = read(app, ctx, &half, code).await? else {
        // The password was right: somebody should know.
        tracing::warn!(event = "authn_second_factor_fail", source = %ctx.source, identity = %half.identity);
        return Err(FactorError::Wrong);
    };
    let entered = finish(app, ctx, half, typed, cookie).await?;
    give_back(app, ctx, counted).await?;
    Ok(entered)
}

async fn read(app: &App, ctx: &Ctx, half: &SignedIn, code: &str) -> Result<Option<Typed>, FactorError> {
    let (identity, generation) = (half.identity, half.generation);
    let factor = app.db.read(move |tx| store::second_factor::find(tx, identity, generation)).await?;
    let Some(factor) = factor.filter(|factor| factor.set_at.is_some()) else { return Ok(None) };
    let secret = secret_of(app, identity, &factor.sealed)?;
    if let Some(step) = totp::verify(&secret, code, ctx.now, factor.last_step) {
        return Ok(Some(Typed::Step(step)));
    }
    Ok(recovery::parse(code).map(|code| Typed::Recovery(code.hashes(&app.keys))))
}

/// The secret behind a stored factor.
pub(crate) fn secret_of(app: &App, identity: domain::id::IdentityId, sealed: &[u8]) -> Result<Secret, StoreError> {
    let bytes =
        app.keys.open(&seal_context(identity), sealed).map_err(|error| StoreError::Internal(Box::new(error)))?;
    Secret::from_bytes(&bytes).ok_or_else(|| StoreError::internal("a stored second factor is damaged"))
}

async fn finish(app: &App, ctx: &Ctx, half: SignedIn, typed: Typed, cookie: &str) -> Result<Entered, FactorError> {
    let whose = (half.identity, half.generation);
    let (draft, entered) = draft(app, ctx, whose, Level::Full, true);
    let organisation = match &half.actor {
        Actor::Staff { organisation, .. } => *organisation,
        _ => None,
    };
    let line =
        |act| entry(app, ctx, half.actor.clone(), act, (organisation, Subject::new("session", draft.id().uuid())));
    let (started, recovered) = (line(Act::SessionStarted), line(Act::RecoveryCodeUsed));
    let notice = intent(app, ctx, Mail::RecoveryCodeUsed { identity: half.identity, device: ctx.device });
    let (now, hash) = (ctx.now, crypto::token::hash(SESSION, cookie));
    app.db
        .write(move |tx| {
            let Some(still) = store::session::who(tx, &hash, now)? else { return Err(FactorError::NotHalfWay) };
            let right = match &typed {
                Typed::Step(step) => store::second_factor::use_step(tx, whose, *step)?,
                Typed::Recovery(hashes) => {
                    let mut used = false;
                    for hash in hashes {
                        used = used || store::second_factor::use_code(tx, whose, hash, now)?;
                    }
                    if used {
                        recovered.write(tx)?;
                        store::mail::add(tx, &notice, now)?;
                    }
                    used
                }
            };
            if !right {
                return Err(FactorError::Wrong);
            }
            // The half-way session ends: its cookie must not become the one of a signed-in person.
            store::session::end(tx, still.session, now)?;
            draft.write(tx, now)?;
            store::identity::signed_in(tx, whose.0, now)?;
            started.write(tx)?;
            Ok(())
        })
        .await?;
    app.ring();
    Ok(entered)
}
