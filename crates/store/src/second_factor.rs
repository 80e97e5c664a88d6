//! The second factor of staff (a sealed TOTP secret) and the recovery codes (keyed hashes), each under a generation.

use domain::id::IdentityId;
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

/// A stored second factor.
#[derive(Clone, Debug)]
pub struct Factor {
    /// The sealed secret.
    pub sealed: Vec<u8>,
    /// The last time step that was used; it and earlier ones are refused.
    pub last_step: Option<i64>,
    /// The sealed recovery codes, until the factor is used for the second time: their owner sees them once.
    pub sealed_codes: Option<Vec<u8>>,
    /// When it was proven for the first time; none while it is only offered.
    pub set_at: Option<Time>,
}

impl Record for Factor {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { sealed: c.next()?, sealed_codes: c.next()?, last_step: c.next()?, set_at: c.next()? })
    }
}

const OFFER: Sql = sql!(
    "INSERT INTO second_factor (identity_id, generation, sealed, sealed_codes, last_step, set_at) \
     VALUES ($1, $2, $3, NULL, NULL, NULL) \
     ON CONFLICT (identity_id) DO UPDATE SET generation = excluded.generation, sealed = excluded.sealed, \
     sealed_codes = NULL, last_step = NULL, set_at = NULL"
);
const FIND: Sql = sql!(
    "SELECT sealed, sealed_codes, last_step, set_at FROM second_factor WHERE identity_id = $1 AND generation = $2"
);
const STEP: Sql = sql!(
    "UPDATE second_factor SET last_step = $3, sealed_codes = NULL \
     WHERE identity_id = $1 AND generation = $2 AND set_at IS NOT NULL AND (last_step IS NULL OR last_step < $3)"
);
const SET: Sql = sql!(
    "UPDATE second_factor SET last_step = $3, sealed_codes = $5, set_at = $4 \
     WHERE identity_id = $1 AND generation = $2 AND set_at IS NULL"
);
const CODE_ADD: Sql = sql!(
    "INSERT INTO recovery_code (identity_id, hash, generation, created_at, used_at) VALUES ($1, $2, $3, $4, NULL)"
);
const CODES_FORGET: Sql = sql!("DELETE FROM recovery_code WHERE identity_id = $1");
const CODES_LEFT: Sql =
    sql!("SELECT CAST(count(*) AS BIGINT) FROM recovery_code WHERE identity_id = $1 AND used_at IS NULL");
const CODE_USE: Sql = sql!(
    "UPDATE recovery_code SET used_at = $4 WHERE identity_id = $1 AND generation = $2 AND hash = $3 AND used_at IS NULL"
);

/// Offers a new secret; it counts only once a code of it was given.
///
/// # Errors
/// When the database fails.
pub fn offer(tx: &mut Write<'_>, identity: IdentityId, generation: i64, sealed: &[u8]) -> Result<(), StoreError> {
    tx.run(OFFER, args![identity, generation, sealed.to_vec()]).map(drop)
}

/// The factor of this generation.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Read<'_>, identity: IdentityId, generation: i64) -> Result<Option<Factor>, StoreError> {
    tx.maybe(FIND, args![identity, generation])
}

/// Sets the offered factor with its first time step, and leaves the sealed recovery codes to be shown once; false when it
/// was set already.
///
/// # Errors
/// When the database fails.
pub fn set(
    tx: &mut Write<'_>,
    (identity, generation): (IdentityId, i64),
    step: i64,
    sealed_codes: &[u8],
    at: Time,
) -> Result<bool, StoreError> {
    Ok(tx.run(SET, args![identity, generation, step, at, sealed_codes.to_vec()])? == 1)
}

/// Uses a time step; false when it or a later one was used already. The recovery codes are shown no more.
///
/// # Errors
/// When the database fails.
pub fn use_step(tx: &mut Write<'_>, (identity, generation): (IdentityId, i64), step: i64) -> Result<bool, StoreError> {
    Ok(tx.run(STEP, args![identity, generation, step])? == 1)
}

/// Replaces the recovery codes.
///
/// # Errors
/// When the database fails.
pub fn set_codes(
    tx: &mut Write<'_>,
    (identity, generation): (IdentityId, i64),
    hashes: &[[u8; 32]],
    at: Time,
) -> Result<(), StoreError> {
    tx.run(CODES_FORGET, args![identity])?;
    let rows: Vec<Vec<_>> = hashes.iter().map(|hash| args![identity, *hash, generation, at].to_vec()).collect();
    tx.run_each(CODE_ADD, &rows).map(drop)
}

/// Uses a recovery code, once; false when there is none like it left.
///
/// # Errors
/// When the database fails.
pub fn use_code(
    tx: &mut Write<'_>,
    (identity, generation): (IdentityId, i64),
    hash: &[u8; 32],
    at: Time,
) -> Result<bool, StoreError> {
    Ok(tx.run(CODE_USE, args![identity, generation, *hash, at])? == 1)
}

/// How many recovery codes are left.
///
/// # Errors
/// When the database fails.
pub fn codes_left(tx: &mut Read<'_>, identity: IdentityId) -> Result<u32, StoreError> {
    let (left,): (u32,) = tx.one(CODES_LEFT, args![identity])?;
    Ok(left)
}
