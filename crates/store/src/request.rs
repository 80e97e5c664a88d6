//! What programs asked under an `Idempotency-Key`: claimed before it is done, and its answer kept for a day, sealed. Of the
//! name and of what was asked only hashes.

use domain::id::KeyId;
use domain::time::Time;

use crate::db::Db;
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Column, Record};
use crate::{args, sql};

/// Which request of which key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// The key.
    pub key: KeyId,
    /// The hash of the name that the program gave it.
    pub nonce: [u8; 32],
}

/// A request that was claimed before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The hash of what was asked.
    pub request: [u8; 32],
    /// Until then whoever claimed it is taken to be at it.
    pub lease_until: Time,
    /// Until then it is known.
    pub ends_at: Time,
    /// Its answer: a status, and the sealed text.
    pub answer: Option<(i64, Vec<u8>)>,
}

impl Record for Known {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (request, lease_until, ends_at) = (c.next()?, c.next()?, c.next()?);
        let (status, sealed): (Option<i64>, Option<Vec<u8>>) = (c.next()?, c.next()?);
        Ok(Self { request, lease_until, ends_at, answer: status.zip(sealed) })
    }
}

const FIND: Sql = sql!(
    "SELECT request, lease_until, ends_at, status, sealed FROM api_request WHERE key_id = $1 AND nonce = $2 LIMIT 1"
);
const DROP: Sql = sql!("DELETE FROM api_request WHERE key_id = $1 AND nonce = $2");
const CLAIM: Sql = sql!(
    "INSERT INTO api_request (key_id, nonce, request, claimed_at, lease_until, ends_at, status, sealed) \
     VALUES ($1, $2, $3, $4, $5, $6, NULL, NULL)"
);
const ANSWER: Sql = sql!(
    "UPDATE api_request SET status = $4, sealed = $5 WHERE key_id = $1 AND nonce = $2 AND claimed_at = $3 AND status IS NULL"
);
const LET_GO: Sql =
    sql!("DELETE FROM api_request WHERE key_id = $1 AND nonce = $2 AND claimed_at = $3 AND status IS NULL");
const FORGET: Sql = sql!(
    "DELETE FROM api_request WHERE ends_at < $1 AND (key_id, nonce) IN \
     (SELECT key_id, nonce FROM api_request WHERE ends_at < $1 ORDER BY ends_at LIMIT 1000) RETURNING ends_at"
);

/// What is known of a request.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Read<'_>, it: Named) -> Result<Option<Known>, StoreError> {
    tx.maybe(FIND, args![it.key, it.nonce])
}

/// Claims a request, in the place of what was known of it.
///
/// # Errors
/// [`StoreError::Taken`] when another claimed it at the same moment.
pub fn claim(
    tx: &mut Write<'_>,
    it: Named,
    request: &[u8; 32],
    (now, lease_until, ends_at): (Time, Time, Time),
) -> Result<(), StoreError> {
    tx.run(DROP, args![it.key, it.nonce])?;
    tx.run(CLAIM, args![it.key, it.nonce, *request, now, lease_until, ends_at]).map(drop)
}

/// Keeps the answer of a request that was claimed at that moment; nothing when another took it over.
///
/// # Errors
/// When the database fails.
pub fn answer(
    tx: &mut Write<'_>,
    (it, claimed_at): (Named, Time),
    (status, sealed): (i64, &[u8]),
) -> Result<(), StoreError> {
    tx.run(ANSWER, args![it.key, it.nonce, claimed_at, status, sealed.to_vec()]).map(drop)
}

/// Lets go of a request that was not done.
///
/// # Errors
/// When the database fails.
pub fn let_go(tx: &mut Write<'_>, it: Named, claimed_at: Time) -> Result<(), StoreError> {
    tx.run(LET_GO, args![it.key, it.nonce, claimed_at]).map(drop)
}

/// Forgets at most a thousand requests that ended before `before`; how many there were.
///
/// # Errors
/// When the database fails.
pub async fn forget(db: &Db, before: Time) -> Result<usize, StoreError> {
    let forgotten: Vec<(Time,)> = db.single(FORGET, vec![before.arg().into()]).await?;
    Ok(forgotten.len())
}
