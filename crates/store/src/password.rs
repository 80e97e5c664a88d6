//! Stored passwords. The only function that writes one takes the right to set it (law 3): of a consumed token, which only
//! `token::consume` gives, or of a session whose password or passkey was proven just now, which only
//! [`prove`] and [`prove_by_passkey`] give.

use domain::id::{IdentityId, PasskeyId};
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

/// The right to set the password of an identity. It comes of a [`Consumed`] token or of a [`Proven`] password, and of nothing
/// else.
#[derive(Debug)]
pub struct MaySet {
    identity: IdentityId,
    generation: i64,
}

impl From<&Consumed> for MaySet {
    fn from(token: &Consumed) -> Self {
        Self { identity: token.identity(), generation: token.generation() }
    }
}

impl From<&Proven> for MaySet {
    fn from(proven: &Proven) -> Self {
        Self { identity: proven.identity, generation: proven.generation }
    }
}

/// Proof that somebody signed in, to whom an address is linked, holds the password of now, or a passkey. Only [`prove`] and
/// [`prove_by_passkey`] make one.
#[derive(Debug)]
pub struct Proven {
    identity: IdentityId,
    generation: i64,
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
/// Whoever is signed in by the session `$1` at `$3`, with an address linked, or staff of a client that is not frozen; who also
/// proves it by `$2`.
macro_rules! signed_in_and {
    () => {
        "SELECT i.id, i.generation FROM session s JOIN identity i ON i.id = s.identity_id \
         LEFT JOIN occupancy o ON o.identity_id = i.id LEFT JOIN staff f ON f.identity_id = i.id \
         LEFT JOIN organisation fo ON fo.id = f.organisation_id \
         WHERE s.hash = $1 AND s.ended_at IS NULL AND s.ends_at > $3 AND s.level = 'full' AND s.generation = i.generation \
         AND (i.access_ends_at IS NULL OR i.access_ends_at > $3) AND fo.frozen_at IS NULL \
         AND (f.state = 'active' OR (o.starts_at <= $3 AND EXISTS (SELECT 1 FROM email_link l WHERE l.occupancy_id = o.id \
         AND l.proof IN ('linked', 'confirmed')))) AND "
    };
}

const PROVE: Sql = sql!(
    signed_in_and! "EXISTS (SELECT 1 FROM password p WHERE p.identity_id = i.id AND p.generation = i.generation AND p.phc = $2) \
     LIMIT 1"
);
const PROVE_BY_PASSKEY: Sql = sql!(
    signed_in_and! "EXISTS (SELECT 1 FROM passkey k WHERE k.identity_id = i.id AND k.generation = i.generation AND k.id = $2 \
     AND k.used_at = $3) LIMIT 1"
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

/// The right of somebody signed in to a new password of their own (law 3c): the session of this hash is alive, `current` is
/// what was compared with what they typed and is still their password, and an address is linked.
///
/// # Errors
/// When the database fails.
pub fn prove(tx: &mut Write<'_>, session: &[u8; 32], current: &Hash, now: Time) -> Result<Option<Proven>, StoreError> {
    let found: Option<(IdentityId, i64)> = tx.maybe(PROVE, args![*session, current.phc, now])?;
    Ok(found.map(|(identity, generation)| Proven { identity, generation }))
}

/// The same for somebody whose passkey was used at this very moment, by [`crate::passkey::used`] in this transaction.
///
/// # Errors
/// When the database fails.
pub fn prove_by_passkey(
    tx: &mut Write<'_>,
    session: &[u8; 32],
    passkey: PasskeyId,
    now: Time,
) -> Result<Option<Proven>, StoreError> {
    let found: Option<(IdentityId, i64)> = tx.maybe(PROVE_BY_PASSKEY, args![*session, passkey, now])?;
    Ok(found.map(|(identity, generation)| Proven { identity, generation }))
}

/// Sets the password of the identity whose token was consumed, or whose password was proven.
///
/// # Errors
/// When the database fails.
pub fn set(tx: &mut Write<'_>, right: impl Into<MaySet>, hash: &Hash, at: Time) -> Result<(), StoreError> {
    let right = right.into();
    tx.run(SET, args![right.identity, right.generation, hash.phc, hash.key_number, at]).map(drop)
}

/// Replaces a hash by one of the same password with the parameters of today, unless it changed meanwhile.
///
/// # Errors
/// When the database fails.
pub fn renew(tx: &mut Write<'_>, identity: IdentityId, old: &Hash, new: &Hash) -> Result<(), StoreError> {
    tx.run(RENEW, args![identity, old.phc, new.phc, new.key_number]).map(drop)
}
