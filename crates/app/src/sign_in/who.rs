//! Who holds a session cookie, as of now.

use domain::access::Actor;
use domain::session::Left;
use domain::time::{Span, Time};
use store::session::SignedIn;
use store::{Read, StoreError};

use super::start_session::SESSION;
use crate::house::{App, Ctx};

/// The use of a session is written down when the last time was longer ago than this.
const TOUCH: Span = Span::minutes(5);

/// Who is signed in, or on the way to it. Looks at the end of the session, of the access, at the generation and at idle
/// time, each by comparison with the clock.
///
/// # Errors
/// When the database fails.
pub async fn who(app: &App, ctx: &Ctx, cookie: &str) -> Result<Option<SignedIn>, StoreError> {
    let (hash, now, lifetimes) = (crypto::token::hash(SESSION, cookie), ctx.now, app.settings.lifetimes);
    let mut found = app.db.read(move |tx| holder(tx, &hash, now, &lifetimes)).await?;
    if let Some(signed_in) = &mut found {
        touch(app, ctx, signed_in).await;
    }
    Ok(found)
}

/// How much longer this session lasts, and whether a page should say so before it ends.
#[must_use]
pub fn left(app: &App, ctx: &Ctx, signed_in: &SignedIn) -> (Left, bool) {
    let (lifetimes, staff) = (app.settings.lifetimes, matches!(signed_in.actor, Actor::Staff { .. }));
    (lifetimes.left((signed_in.since, signed_in.seen_at), ctx.now, staff), lifetimes.warns(staff))
}

/// Writes down that a session is used, every few minutes. When the database cannot write, pages go on being shown.
async fn touch(app: &App, ctx: &Ctx, signed_in: &mut SignedIn) {
    if ctx.now - signed_in.seen_at <= TOUCH {
        return;
    }
    match store::session::touch(&app.db, signed_in.session, ctx.now).await {
        Ok(_) => signed_in.seen_at = ctx.now,
        Err(error) => tracing::warn!(%error, "the use of a session could not be written down"),
    }
}

/// The same inside a transaction that is open already: whoever acts is looked up where the act happens.
pub(crate) fn holder(
    tx: &mut Read<'_>,
    hash: &[u8; 32],
    now: Time,
    lifetimes: &domain::session::Lifetimes,
) -> Result<Option<SignedIn>, StoreError> {
    let found = store::session::who(tx, hash, now)?;
    Ok(found.filter(|signed_in| {
        let staff = matches!(signed_in.actor, Actor::Staff { .. });
        !lifetimes.idle(signed_in.seen_at, now, staff)
    }))
}
