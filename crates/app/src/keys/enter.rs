//! A program comes in: who it is, and whether it asks too much. Each act looks the key up once more in its own transaction.

use domain::access::Actor;
use domain::id::KeyId;
use domain::key;
use domain::naming::Slug;
use domain::time::Span;
use store::StoreError;

use crate::house::{App, Ctx};
use crate::limits::{Counted, over, seconds_left};

/// The use of a key is written down when the last time was longer ago than this.
const TOUCH: Span = Span::hours(1);

/// The program behind a key.
#[derive(Clone, Debug)]
pub struct Entered {
    /// The key.
    pub key: KeyId,
    /// As who it acts, at this moment.
    pub actor: Actor,
    /// The short name of its client.
    pub client: Slug,
}

/// Why it does not come in.
#[derive(Debug, thiserror::Error)]
pub enum EnterError {
    /// This is no key; or it was revoked, is over, or its client is frozen.
    #[error("this key opens nothing")]
    Unknown,
    /// It asks too much.
    #[error("too many requests")]
    TooMany {
        /// Worth trying again after so long.
        wait: Span,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Who comes in by what a program sends as its key, counted by the key. What cannot be a key asks nothing of the database.
///
/// # Errors
/// [`EnterError`].
pub async fn enter(app: &App, ctx: &Ctx, text: &str) -> Result<Entered, EnterError> {
    if !key::is_written(text) {
        return Err(EnterError::Unknown);
    }
    let (hash, now) = (super::hash(text), ctx.now);
    let holder = app.db.read(move |tx| store::key::holder(tx, &hash, now)).await?.ok_or(EnterError::Unknown)?;
    let (whom, limit) = (holder.key.to_string(), app.settings.limits.key);
    if over(app, ctx, Counted { what: "key", whom: &whom, limit }).await? {
        return Err(EnterError::TooMany { wait: Span::seconds(seconds_left(limit, ctx.now)) });
    }
    if holder.seen_at.is_none_or(|at| now - at > TOUCH)
        && let Err(error) = store::key::touch(&app.db, holder.key, now).await
    {
        tracing::warn!(%error, "the use of a key could not be written down");
    }
    let client = Slug::parse(&holder.client).map_err(|error| StoreError::Internal(Box::new(error)))?;
    Ok(Entered { key: holder.key, actor: holder.actor, client })
}
