//! Stored passwords. The only function that writes one takes the proof that may set it (law 3): a consumed token, which
//! only `token::consume` gives, or a session whose password was proven just now.

use domain::id::IdentityId;
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::token::Consumed;
use crate::tx::{Read, Write};
use crate::{args, sql};

/// A keyed Argon2id hash (PHC string) and the number of the key it was made with.
#[derive(Clone, PartialEq, Eq)]
pub struct Hash {
    /// `$argon2id$…`.
    pub phc: String,
    /// Which key of the key file.
    pub key_number: u32,
}

impl std::fmt::Debug for Hash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hash").field("key_number", &self.key_number).finish_non_exhaustive()
    }
}

const SET: Sql = sql!(
    "INSERT INTO password (identity_id, generation, phc, key_number, set_at) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (identity_id) DO UPDATE SET generation = excluded.generation, phc = excluded.phc, \
     key_number = excluded.key_number, set_at = excluded.set_at"
);
const STILL: Sql = sql!(
    "SELECT p.identity_id FROM password p JOIN identity i ON i.id = p.identity_id \
     WHERE p.identity_id = $1 AND p.generation = $2 AND i.generation = $2 AND p.phc = $3 \
     AND (i.access_ends_at IS NULL OR i.access_ends_at > $4) ORDER BY p.identity_id"
);
const RENEW: Sql = sql!("UPDATE password SET phc = $3, key_number = $4 WHERE identity_id = $1 AND phc = $2");

/// True while this is still the password of the identity, and it has access: a sign-in that waited for its hash looks again.
///
/// # Errors
/// When the database fails.
pub fn is_still(
    tx: &mut Read<'_>,
    (identity, generation): (IdentityId, i64),
    hash: &Hash,
    now: Time,
) -> Result<bool, StoreError> {
    let found: Option<(IdentityId,)> = tx.maybe(STILL, args![identity, generation, hash.phc, now])?;
    Ok(found.is_some())
}

/// Sets the password of the identity whose token was consumed.
///
/// # Errors
/// When the database fails.
pub fn set(tx: &mut Write<'_>, proof: &Consumed, hash: &Hash, at: Time) -> Result<(), StoreError> {
    tx.run(SET, args![proof.identity(), proof.generation(), hash.phc, hash.key_number, at]).map(drop)
}

/// Replaces a hash by one of the same password with the parameters of today, unless it changed meanwhile.
///
/// # Errors
/// When the database fails.
pub fn renew(tx: &mut Write<'_>, identity: IdentityId, old: &Hash, new: &Hash) -> Result<(), StoreError> {
    tx.run(RENEW, args![identity, old.phc, new.phc, new.key_number]).map(drop)
}
