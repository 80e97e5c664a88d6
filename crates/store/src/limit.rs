//! How often something was tried. Counted before the act, in statements of their own, because all requests share them.

use domain::time::{Span, Time};

use crate::db::Db;
use crate::error::StoreError;
use crate::sql;
use crate::sql::Sql;
use crate::value::Column;

const HIT: Sql = sql!(
    "INSERT INTO limit_count (key, window_start, ends_at, n) VALUES ($1, $2, $3, 1) \
     ON CONFLICT (key, window_start) DO UPDATE SET n = limit_count.n + 1 RETURNING n"
);
const GIVE_BACK: Sql =
    sql!("UPDATE limit_count SET n = n - 1 WHERE key = $1 AND window_start = $2 AND n > 0 RETURNING n");
const FORGET: Sql = sql!(
    "DELETE FROM limit_count WHERE ends_at < $1 AND (key, window_start) IN \
     (SELECT key, window_start FROM limit_count WHERE ends_at < $1 ORDER BY ends_at LIMIT 2000) RETURNING n"
);

/// The start of the window `now` falls in.
#[must_use]
pub fn window_start(now: Time, window: Span) -> Time {
    let width = window.micros().max(1);
    Time::from_micros(now.micros().div_euclid(width) * width)
}

/// Counts one try and says how many there were in this window, this one included. May count twice when a connection
/// breaks.
///
/// # Errors
/// When the database fails.
pub async fn hit(db: &Db, key: [u8; 32], window: Span, now: Time) -> Result<i64, StoreError> {
    let start = window_start(now, window);
    let args = vec![key.arg().into(), start.arg().into(), (start + window).arg().into()];
    let counted: Vec<(i64,)> = db.single(HIT, args).await?;
    counted.first().map(|(n,)| *n).ok_or_else(|| StoreError::internal("a counter gave no number"))
}

/// Takes one try back: it turned out to be the owner.
///
/// # Errors
/// When the database fails.
pub async fn give_back(db: &Db, key: [u8; 32], window: Span, now: Time) -> Result<(), StoreError> {
    let args = vec![key.arg().into(), window_start(now, window).arg().into()];
    db.single::<(i64,)>(GIVE_BACK, args).await.map(drop)
}

/// Forgets at most 2,000 windows that ended before `before`; how many there were.
///
/// # Errors
/// When the database fails.
pub async fn forget(db: &Db, before: Time) -> Result<usize, StoreError> {
    let forgotten: Vec<(i64,)> = db.single(FORGET, vec![before.arg().into()]).await?;
    Ok(forgotten.len())
}
