//! How often something was tried. Counted before the act and apart from it, because all requests share these rows: on
//! PostgreSQL in statements of their own, so that nobody waits for a whole transaction of another; in SQLite, where one
//! thread writes for all, the counters of a request together, in one commit.

use domain::time::{Span, Time};

use crate::args;
use crate::db::Db;
use crate::error::StoreError;
use crate::sql;
use crate::sql::Sql;
use crate::tx::Write;
use crate::value::Column;

const HIT: Sql = sql!(
    "INSERT INTO limit_count (key, window_start, ends_at, n) VALUES ($1, $2, $3, 1) \
     ON CONFLICT (key, window_start) DO UPDATE SET n = limit_count.n + 1 RETURNING n"
);
const GIVE_BACK: Sql =
    sql!("UPDATE limit_count SET n = n - 1 WHERE key = $1 AND window_start = $2 AND n > 0 RETURNING n");
const LIFT: Sql = sql!("DELETE FROM limit_count WHERE key = $1");
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

/// One thing that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counter {
    /// A keyed hash of what is counted.
    pub key: [u8; 32],
    /// The window in which it is counted.
    pub window: Span,
    /// Beyond so many, the counters behind it are not counted.
    pub most: i64,
}

/// Counts one try by each counter in turn, up to the first that is over; for each that was counted how many there were in
/// this window, this one included. May count twice when a connection breaks.
///
/// # Errors
/// When the database fails.
pub async fn hit(db: &Db, counters: Vec<Counter>, now: Time) -> Result<Vec<i64>, StoreError> {
    if !db.is_server() {
        return db.write(move |tx| hit_all(tx, &counters, now)).await;
    }
    let mut counts = Vec::with_capacity(counters.len());
    for counter in counters {
        let start = window_start(now, counter.window);
        let args = vec![counter.key.arg().into(), start.arg().into(), (start + counter.window).arg().into()];
        let counted: Vec<(i64,)> = db.single(HIT, args).await?;
        let count = counted.first().map(|(n,)| *n).ok_or_else(|| StoreError::internal("a counter gave no number"))?;
        counts.push(count);
        if count > counter.most {
            break;
        }
    }
    Ok(counts)
}

fn hit_all(tx: &mut Write<'_>, counters: &[Counter], now: Time) -> Result<Vec<i64>, StoreError> {
    let mut counts = Vec::with_capacity(counters.len());
    for counter in counters {
        let start = window_start(now, counter.window);
        let (count,): (i64,) = tx.one(HIT, args![counter.key, start, start + counter.window])?;
        counts.push(count);
        if count > counter.most {
            break;
        }
    }
    Ok(counts)
}

/// Takes one try back from each counter: it turned out to be the owner.
///
/// # Errors
/// When the database fails.
pub async fn give_back(db: &Db, counters: Vec<Counter>, now: Time) -> Result<(), StoreError> {
    if !db.is_server() {
        let all = move |tx: &mut Write<'_>| -> Result<(), StoreError> {
            counters
                .iter()
                .try_for_each(|it| tx.maybe::<(i64,)>(GIVE_BACK, args![it.key, window_start(now, it.window)]).map(drop))
        };
        return db.write(all).await;
    }
    for counter in counters {
        let args = vec![counter.key.arg().into(), window_start(now, counter.window).arg().into()];
        db.single::<(i64,)>(GIVE_BACK, args).await?;
    }
    Ok(())
}

/// Forgets what was counted so far, for who proved to be the owner.
///
/// # Errors
/// When the database fails.
pub fn lift(tx: &mut Write<'_>, counters: &[Counter]) -> Result<(), StoreError> {
    counters.iter().try_for_each(|it| tx.run(LIFT, args![it.key]).map(drop))
}

/// Forgets at most 2,000 windows that ended before `before`; how many there were.
///
/// # Errors
/// When the database fails.
pub async fn forget(db: &Db, before: Time) -> Result<usize, StoreError> {
    let forgotten: Vec<(i64,)> = db.single(FORGET, vec![before.arg().into()]).await?;
    Ok(forgotten.len())
}
