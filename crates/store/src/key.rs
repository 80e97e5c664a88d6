//! Keys of clients' programs: who holds one now, and what the operator's admins see of them. Only hashes of what a program
//! sends.

use domain::access::{Actor, Anywhere, ManageKeys, Scope};
use domain::id::{KeyId, OrganisationId};
use domain::key::{self, KeyScope};
use domain::time::{Day, Time};

use crate::db::Db;
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Column, DayText, Record};
use crate::{args, sql};

/// A key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Its id.
    pub id: KeyId,
    /// The short name of its client.
    pub client: String,
    /// The name of its client.
    pub client_name: String,
    /// Its name.
    pub name: String,
    /// What it is good for.
    pub scopes: Vec<KeyScope>,
    /// Its last day.
    pub last_day: Day,
    /// When it was made.
    pub created_at: Time,
    /// From when it is dead.
    pub ends_at: Time,
    /// When it was last used, to within an hour.
    pub seen_at: Option<Time>,
    /// When it was revoked.
    pub revoked_at: Option<Time>,
}

impl Record for Key {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: c.next()?,
            client: c.next()?,
            client_name: c.next()?,
            name: c.next()?,
            scopes: key::split(&c.next::<String>()?),
            last_day: c.next::<DayText>()?.day()?,
            created_at: c.next()?,
            ends_at: c.next()?,
            seen_at: c.next()?,
            revoked_at: c.next()?,
        })
    }
}

/// A key to be made.
#[derive(Clone, Debug)]
pub struct NewKey {
    /// Its id.
    pub id: KeyId,
    /// Its client.
    pub organisation: OrganisationId,
    /// Its name.
    pub name: String,
    /// The hash of its text.
    pub hash: [u8; 32],
    /// What it is good for.
    pub scopes: Vec<KeyScope>,
    /// Its last day.
    pub last_day: Day,
    /// From when it is dead.
    pub ends_at: Time,
}

/// The program behind a key.
#[derive(Clone, Debug)]
pub struct Holder {
    /// As who it acts.
    pub actor: Actor,
    /// The key.
    pub key: KeyId,
    /// The short name of its client.
    pub client: String,
    /// When it was last used.
    pub seen_at: Option<Time>,
}

impl Record for Holder {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (key, organisation, scopes): (_, _, String) = (c.next()?, c.next()?, c.next()?);
        let actor = Actor::Key { key, organisation, scopes: key::split(&scopes) };
        Ok(Self { actor, key, client: c.next()?, seen_at: c.next()? })
    }
}

/// Keys, each a [`Key`].
macro_rules! keys {
    () => {
        "SELECT k.id, o.slug, o.name, k.name, k.scopes, k.last_day, k.created_at, k.ends_at, k.seen_at, k.revoked_at \
         FROM api_key k JOIN organisation o ON o.id = k.organisation_id "
    };
}

const ADD: Sql = sql!(
    "INSERT INTO api_key (id, organisation_id, name, hash, scopes, last_day, created_at, ends_at, seen_at, revoked_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, NULL)"
);
const HOLDER: Sql = sql!(
    "SELECT k.id, k.organisation_id, k.scopes, o.slug, k.seen_at FROM api_key k \
     JOIN organisation o ON o.id = k.organisation_id \
     WHERE k.hash = $1 AND k.revoked_at IS NULL AND k.ends_at > $2 AND o.frozen_at IS NULL"
);
const LIST: Sql = sql!(keys! "ORDER BY o.name, o.id, k.revoked_at IS NOT NULL, k.id DESC LIMIT 1000");
const FIND: Sql = sql!(keys! "WHERE k.id = $1");
const REVOKE: Sql = sql!("UPDATE api_key SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL");
const TOUCH: Sql =
    sql!("UPDATE api_key SET seen_at = $2 WHERE id = $1 AND (seen_at IS NULL OR seen_at < $2) RETURNING seen_at");

/// Keeps a new key.
///
/// # Errors
/// [`StoreError::Taken`] when the client has a key of this name that was not revoked.
pub fn add(tx: &mut Write<'_>, _: &Scope<ManageKeys, Anywhere>, new: &NewKey, at: Time) -> Result<(), StoreError> {
    let (scopes, last_day) = (key::joined(&new.scopes), DayText::from(new.last_day));
    tx.run(ADD, args![new.id, new.organisation, new.name, new.hash, scopes, last_day, at, new.ends_at]).map(drop)
}

/// Who comes in by the key of this hash: nobody when it was revoked, is over, or belongs to a client that is frozen.
///
/// # Errors
/// When the database fails.
pub fn holder(tx: &mut Read<'_>, hash: &[u8; 32], now: Time) -> Result<Option<Holder>, StoreError> {
    tx.maybe(HOLDER, args![*hash, now])
}

/// All keys, by client, those that were revoked last; a thousand at most.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Read<'_>, _: &Scope<ManageKeys, Anywhere>) -> Result<Vec<Key>, StoreError> {
    tx.many(LIST, args![])
}

/// A key.
///
/// # Errors
/// When the database fails.
pub fn find(tx: &mut Read<'_>, _: &Scope<ManageKeys, Anywhere>, key: KeyId) -> Result<Option<Key>, StoreError> {
    tx.maybe(FIND, args![key])
}

/// Revokes a key: true for the one that does it.
///
/// # Errors
/// When the database fails.
pub fn revoke(tx: &mut Write<'_>, _: &Scope<ManageKeys, Anywhere>, key: KeyId, at: Time) -> Result<bool, StoreError> {
    Ok(tx.run(REVOKE, args![key, at])? == 1)
}

/// Remembers that a key was used; a statement of its own, so that reading stays reading.
///
/// # Errors
/// When the database fails.
pub async fn touch(db: &Db, key: KeyId, at: Time) -> Result<(), StoreError> {
    db.single::<(Time,)>(TOUCH, vec![key.arg().into(), at.arg().into()]).await.map(drop)
}
