//! Setting the second factor: a code of the authenticator app shows that the secret arrived there. The recovery codes are
//! made here and shown once.

use crypto::{recovery, totp};
use domain::access::Actor;
use domain::audit::{Act, Subject};
use domain::mail::Mail;
use domain::session::Level;
use store::StoreError;

use crate::audit::entry;
use crate::house::{App, Ctx};
use crate::limits::{Counted, over, seconds_left};
use crate::outbox::intent;
use crate::sign_in::{Entered, FactorError, SESSION, draft, seal_context, secret_of, who};

/// Sets the offered factor and signs in fully.
///
/// # Errors
/// [`FactorError`].
pub async fn set_factor(app: &App, ctx: &Ctx, cookie: &str, code: &str) -> Result<Entered, FactorError> {
    let enrolling = who(app, ctx, cookie).await?.filter(|found| found.level == Level::Enrol);
    let enrolling = enrolling.ok_or(FactorError::NotHalfWay)?;
    let (identity, generation) = (enrolling.identity, enrolling.generation);
    let whom = identity.to_string();
    let limit = app.settings.limits.guess_code;
    if over(app, ctx, Counted { what: "guess-code", whom: &whom, limit }).await? {
        return Err(FactorError::Slowed { seconds: seconds_left(limit, ctx.now) });
    }
    let factor = app.db.read(move |tx| store::second_factor::find(tx, identity, generation)).await?;
    let factor = factor.filter(|factor| factor.set_at.is_none()).ok_or(FactorError::NotHalfWay)?;
    let secret = secret_of(app, identity, &factor.sealed)?;
    let step = totp::verify(&secret, code, ctx.now, factor.last_step).ok_or(FactorError::Wrong)?;

    let codes = recovery::mint(&app.chance);
    let hashes: Vec<[u8; 32]> = codes.iter().map(|code| code.hash(&app.keys)).collect();
    let shown: Vec<String> = codes.iter().map(|code| code.expose().to_string()).collect();
    let sealed = app
        .keys
        .seal(&seal_context(identity), shown.join("\n").as_bytes(), &app.chance)
        .map_err(|error| StoreError::Internal(Box::new(error)))?;
    let (draft, entered) = draft(app, ctx, (identity, generation), Level::Full, true);
    let organisation = match &enrolling.actor {
        Actor::Staff { organisation, .. } => *organisation,
        _ => None,
    };
    let line = |act, subject| entry(app, ctx, enrolling.actor.clone(), act, (organisation, subject));
    let set = line(Act::FactorSet, Subject::new("identity", identity.uuid()));
    let started = line(Act::SessionStarted, Subject::new("session", draft.id().uuid()));
    let notice = intent(app, ctx, Mail::FactorChanged { identity, device: ctx.device });
    let (now, hash) = (ctx.now, crypto::token::hash(SESSION, cookie));
    app.db
        .write(move |tx| {
            let Some(still) = store::session::who(tx, &hash, now)? else { return Err(FactorError::NotHalfWay) };
            let whose = (identity, generation);
            if !store::second_factor::set(tx, whose, step, &sealed, now)? {
                return Err(FactorError::NotHalfWay);
            }
            store::second_factor::set_codes(tx, whose, &hashes, now)?;
            store::session::end_all(tx, still.identity, now)?;
            draft.write(tx, now)?;
            store::identity::signed_in(tx, identity, now)?;
            store::mail::add(tx, &notice, now)?;
            set.write(tx)?;
            started.write(tx)?;
            Ok(())
        })
        .await?;
    app.ring();
    Ok(entered)
}
