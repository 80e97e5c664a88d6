//! Dead letters (`/beheer/post/`): mails that could not be delivered, for the operator's admins. No address, no home and no
//! content is shown; a mail is tried once more, never read.

use domain::access::{self, Actor, Denied};
use domain::audit::{Act, Subject};
use domain::id::MailId;
use domain::session::{Level, Lifetimes};
use domain::time::Time;
use store::mail::DeadLetter;
use store::{Read, StoreError};

use crate::audit::entry;
use crate::house::{App, Ctx};
use crate::sign_in::{SESSION, who};

/// Why not.
#[derive(Debug, thiserror::Error)]
pub enum PostError {
    /// Nobody is signed in.
    #[error("sign in first")]
    SignIn,
    /// Not allowed.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no dead letter of that id (any more).
    #[error("no such dead letter")]
    NotFound,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The actor behind a cookie, looked up in the transaction of the act.
fn actor(tx: &mut Read<'_>, hash: &[u8; 32], now: Time, lifetimes: &Lifetimes) -> Result<Actor, PostError> {
    let found = who::holder(tx, hash, now, lifetimes)?.filter(|found| found.level == Level::Full);
    found.map(|found| found.actor).ok_or(PostError::SignIn)
}

/// Dead letters that ended before a time (or all), newest first, a page of 50.
///
/// # Errors
/// [`PostError`].
pub async fn dead(app: &App, ctx: &Ctx, cookie: &str, before: Option<Time>) -> Result<Vec<DeadLetter>, PostError> {
    let (hash, now, lifetimes) = (crypto::token::hash(SESSION, cookie), ctx.now, app.settings.lifetimes);
    let before = before.unwrap_or(Time::from_micros(i64::MAX));
    app.db
        .read(move |tx| {
            let actor = actor(tx, &hash, now, &lifetimes)?;
            let scope = access::anywhere::<access::SeeDeadLetters>(&actor)?;
            Ok(store::mail::dead(tx, &scope, before)?)
        })
        .await
}

/// Tries a dead letter once more.
///
/// # Errors
/// [`PostError`].
pub async fn retry(app: &App, ctx: &Ctx, cookie: &str, mail: MailId) -> Result<(), PostError> {
    let (hash, now, lifetimes) = (crypto::token::hash(SESSION, cookie), ctx.now, app.settings.lifetimes);
    let pattern = entry(app, ctx, Actor::Job, Act::MailRetried, (None, Subject::new("mail", mail.uuid())));
    app.db
        .write(move |tx| {
            let actor = actor(tx, &hash, now, &lifetimes)?;
            let scope = access::anywhere::<access::RetryDeadLetters>(&actor)?;
            if !store::mail::revive(tx, &scope, mail, now)? {
                return Err(PostError::NotFound);
            }
            let mut line = pattern.clone();
            line.line.actor = actor;
            line.write(tx)?;
            Ok(())
        })
        .await?;
    app.ring();
    Ok(())
}
