//! Passkeys: the public halves, under a generation; what devices know an identity by; and which challenges were answered. What
//! a passkey must show to be taken is not judged here.

use domain::id::{IdentityId, PasskeyId};
use domain::time::Time;

use crate::db::Db;
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Column, Record};
use crate::{args, sql};

/// Nobody has more than this many.
pub const MOST: usize = 20;

/// A passkey that was made.
#[derive(Clone, Debug)]
pub struct NewPasskey {
    /// Its id.
    pub id: PasskeyId,
    /// What its device calls it.
    pub credential: Vec<u8>,
    /// The public half, as it was written.
    pub public_key: Vec<u8>,
    /// Where its counter stands.
    pub counter: u32,
    /// It can be copied, and whether it was.
    pub backup: (bool, bool),
    /// What its owner calls it.
    pub name: String,
}

/// A passkey, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPasskey {
    /// Its id.
    pub id: PasskeyId,
    /// What its device calls it.
    pub credential: Vec<u8>,
    /// What its owner calls it.
    pub name: String,
    /// When it was added.
    pub created_at: Time,
    /// When it was last used.
    pub used_at: Option<Time>,
}

impl Record for OwnPasskey {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (id, credential, name) = (c.next()?, c.next()?, c.next()?);
        Ok(Self { id, credential, name, created_at: c.next()?, used_at: c.next()? })
    }
}

/// A passkey that somebody wants to sign in with; its owner has access.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its id.
    pub id: PasskeyId,
    /// Whose.
    pub identity: IdentityId,
    /// Under which generation, which is the current one.
    pub generation: i64,
    /// What devices know its owner by.
    pub handle: [u8; 32],
    /// The public half, as it was written.
    pub public_key: Vec<u8>,
    /// Where its counter stood.
    pub counter: u32,
    /// It can be copied, as it said when it was made.
    pub backup_eligible: bool,
}

impl Record for Found {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: c.next()?,
            identity: c.next()?,
            generation: c.next()?,
            handle: c.next()?,
            public_key: c.next()?,
            counter: c.next()?,
            backup_eligible: c.next()?,
        })
    }
}

const HANDLE_SET: Sql = sql!(
    "INSERT INTO passkey_user (identity_id, generation, handle) VALUES ($1, $2, $3) \
     ON CONFLICT (identity_id) DO UPDATE SET generation = excluded.generation, handle = excluded.handle \
     WHERE passkey_user.generation <> excluded.generation"
);
const HANDLE: Sql = sql!("SELECT handle FROM passkey_user WHERE identity_id = $1 AND generation = $2");
const OWN: Sql = sql!(
    "SELECT id, credential, name, created_at, used_at FROM passkey WHERE identity_id = $1 AND generation = $2 \
     ORDER BY id LIMIT 20"
);
const ADD: Sql = sql!(
    "INSERT INTO passkey (id, identity_id, generation, credential, public_key, counter, backup_eligible, backed_up, name, \
     created_at, used_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL) ON CONFLICT (credential) DO NOTHING"
);
const FIND: Sql = sql!(
    "SELECT p.id, i.id, i.generation, u.handle, p.public_key, p.counter, p.backup_eligible \
     FROM passkey p JOIN identity i ON i.id = p.identity_id \
     JOIN passkey_user u ON u.identity_id = i.id AND u.generation = i.generation \
     WHERE p.credential = $1 AND p.generation = i.generation AND (i.access_ends_at IS NULL OR i.access_ends_at > $2)"
);
const USED: Sql = sql!("UPDATE passkey SET counter = $3, backed_up = $4, used_at = $5 WHERE id = $1 AND counter = $2");
const RENAME: Sql = sql!("UPDATE passkey SET name = $3 WHERE identity_id = $1 AND id = $2");
const REMOVE: Sql = sql!("DELETE FROM passkey WHERE identity_id = $1 AND id = $2");
const FORGET: Sql = sql!("DELETE FROM passkey WHERE identity_id = $1");
const FORGET_HANDLE: Sql = sql!("DELETE FROM passkey_user WHERE identity_id = $1");
const ANSWERED: Sql =
    sql!("INSERT INTO passkey_answer (challenge, ends_at) VALUES ($1, $2) ON CONFLICT (challenge) DO NOTHING");
const FORGET_ANSWERS: Sql = sql!(
    "DELETE FROM passkey_answer WHERE ends_at < $1 AND challenge IN \
     (SELECT challenge FROM passkey_answer WHERE ends_at < $1 ORDER BY ends_at LIMIT 2000) RETURNING ends_at"
);

/// What devices know an identity by: `fresh`, unless it has one under this generation already.
///
/// # Errors
/// When the database fails.
pub fn handle_of(
    tx: &mut Write<'_>,
    (identity, generation): (IdentityId, i64),
    fresh: &[u8; 32],
) -> Result<[u8; 32], StoreError> {
    tx.run(HANDLE_SET, args![identity, generation, *fresh])?;
    let (handle,): ([u8; 32],) = tx.one(HANDLE, args![identity, generation])?;
    Ok(handle)
}

/// What devices know an identity by; none before its first passkey.
///
/// # Errors
/// When the database fails.
pub fn handle(tx: &mut Read<'_>, (identity, generation): (IdentityId, i64)) -> Result<Option<[u8; 32]>, StoreError> {
    let found: Option<([u8; 32],)> = tx.maybe(HANDLE, args![identity, generation])?;
    Ok(found.map(|(handle,)| handle))
}

/// The passkeys of an identity, the oldest first; at most [`MOST`].
///
/// # Errors
/// When the database fails.
pub fn of_owner(tx: &mut Read<'_>, (identity, generation): (IdentityId, i64)) -> Result<Vec<OwnPasskey>, StoreError> {
    tx.many(OWN, args![identity, generation])
}

/// Adds a passkey; false when its device calls it what another one is called.
///
/// # Errors
/// When the database fails.
pub fn add(
    tx: &mut Write<'_>,
    (identity, generation): (IdentityId, i64),
    new: &NewPasskey,
    at: Time,
) -> Result<bool, StoreError> {
    let (eligible, backed_up) = new.backup;
    let written = tx.run(
        ADD,
        args![
            new.id,
            identity,
            generation,
            new.credential,
            new.public_key,
            i64::from(new.counter),
            eligible,
            backed_up,
            new.name,
            at
        ],
    )?;
    Ok(written == 1)
}

/// The passkey of this credential, if its owner has access now and it is of the current generation (law 6).
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Read<'_>, credential: &[u8], now: Time) -> Result<Option<Found>, StoreError> {
    tx.maybe(FIND, args![credential.to_vec(), now])
}

/// Writes down a use; false when its counter is no longer what was looked at: another use came between.
///
/// # Errors
/// When the database fails.
pub fn used(
    tx: &mut Write<'_>,
    (id, before): (PasskeyId, u32),
    (counter, backed_up): (u32, bool),
    at: Time,
) -> Result<bool, StoreError> {
    Ok(tx.run(USED, args![id, i64::from(before), i64::from(counter), backed_up, at])? == 1)
}

/// Calls a passkey of an identity something else; false when it has no such passkey.
///
/// # Errors
/// When the database fails.
pub fn rename(tx: &mut Write<'_>, identity: IdentityId, id: PasskeyId, name: &str) -> Result<bool, StoreError> {
    Ok(tx.run(RENAME, args![identity, id, name])? == 1)
}

/// Removes a passkey of an identity; false when it has no such passkey.
///
/// # Errors
/// When the database fails.
pub fn remove(tx: &mut Write<'_>, identity: IdentityId, id: PasskeyId) -> Result<bool, StoreError> {
    Ok(tx.run(REMOVE, args![identity, id])? == 1)
}

/// Removes all passkeys of an identity, and what devices know it by; false when it had none.
///
/// # Errors
/// When the database fails.
pub fn forget(tx: &mut Write<'_>, identity: IdentityId) -> Result<bool, StoreError> {
    let removed = tx.run(FORGET, args![identity])?;
    tx.run(FORGET_HANDLE, args![identity])?;
    Ok(removed > 0)
}

/// Writes down that a challenge was answered, by its hash; false when it was before.
///
/// # Errors
/// When the database fails.
pub fn answered(tx: &mut Write<'_>, challenge: &[u8; 32], ends_at: Time) -> Result<bool, StoreError> {
    Ok(tx.run(ANSWERED, args![*challenge, ends_at])? == 1)
}

/// Forgets challenges that can be answered no more; how many, at most 2000.
///
/// # Errors
/// When the database fails.
pub async fn forget_answers(db: &Db, now: Time) -> Result<usize, StoreError> {
    let found: Vec<(Time,)> = db.single(FORGET_ANSWERS, vec![now.arg().into()]).await?;
    Ok(found.len())
}
