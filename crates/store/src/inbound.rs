//! Mail that came in, until it is read: stored once, handed to one reader at a time, and never gone before it was read (law 12).

use domain::id::InboundId;
use domain::link_request::Sort;
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

/// A mail to be stored.
#[derive(Clone, Debug)]
pub struct NewInbound {
    /// Its id.
    pub id: InboundId,
    /// Of envelope and message: the same mail twice has the same.
    pub digest: Vec<u8>,
    /// What it is.
    pub sort: Sort,
    /// Envelope and message, sealed.
    pub sealed: Vec<u8>,
}

/// A mail that waits to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its id.
    pub id: InboundId,
    /// What it is.
    pub sort: Sort,
    /// Envelope and message, sealed.
    pub sealed: Vec<u8>,
    /// How often reading it was tried before.
    pub tries: u32,
    /// When it came in.
    pub received_at: Time,
}

impl Record for Waiting {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { id: c.next()?, sort: c.next()?, sealed: c.next()?, tries: c.next()?, received_at: c.next()? })
    }
}

const KNOWN: Sql = sql!("SELECT id FROM inbound_mail WHERE digest = $1 LIMIT 1");
const ADD: Sql = sql!(
    "INSERT INTO inbound_mail (id, digest, signature, kind, state, sealed, tries, received_at, due_at) \
     VALUES ($1, $2, NULL, $3, 'waiting', $4, 0, $5, $5)"
);
const DUE: Sql = sql!(
    "SELECT id, kind, sealed, tries, received_at FROM inbound_mail WHERE state = 'waiting' AND due_at <= $1 AND sealed IS NOT NULL \
     ORDER BY due_at, id LIMIT 1"
);
const WAITS: Sql =
    sql!("SELECT id FROM inbound_mail WHERE state = 'waiting' AND due_at <= $1 ORDER BY due_at, id LIMIT 1");
const CLAIM: Sql =
    sql!("UPDATE inbound_mail SET due_at = $3, tries = tries + 1 WHERE id = $1 AND state = 'waiting' AND due_at <= $2");
const LATER: Sql = sql!("UPDATE inbound_mail SET due_at = $2 WHERE id = $1 AND state = 'waiting'");
const REPLAYED: Sql = sql!("SELECT id FROM inbound_mail WHERE signature = $1 AND id <> $2 LIMIT 1");
const DONE: Sql = sql!(
    "UPDATE inbound_mail SET state = 'read', sealed = NULL, signature = $2, due_at = $3 WHERE id = $1 AND state = 'waiting'"
);

/// Stores a mail. False when it is here already.
///
/// # Errors
/// When the database fails; [`StoreError::Taken`] when another process stored it this moment.
pub fn add(tx: &mut Write<'_>, new: &NewInbound, at: Time) -> Result<bool, StoreError> {
    let known: Option<(InboundId,)> = tx.maybe(KNOWN, args![new.digest])?;
    if known.is_some() {
        return Ok(false);
    }
    tx.run(ADD, args![new.id, new.digest, new.sort, new.sealed, at])?;
    Ok(true)
}

/// Whether one waits.
///
/// # Errors
/// When the database fails.
pub fn waits(tx: &mut Read<'_>, now: Time) -> Result<bool, StoreError> {
    let found: Option<(InboundId,)> = tx.maybe(WAITS, args![now])?;
    Ok(found.is_some())
}

/// The mail that waits longest, for this reader until `until`: another one gets it after that.
///
/// # Errors
/// When the database fails.
pub fn claim(tx: &mut Write<'_>, now: Time, until: Time) -> Result<Option<Waiting>, StoreError> {
    let found: Option<Waiting> = tx.maybe(DUE, args![now])?;
    let Some(waiting) = found else { return Ok(None) };
    let mine = tx.run(CLAIM, args![waiting.id, now, until])? == 1;
    Ok(mine.then_some(waiting))
}

/// It is tried again then.
///
/// # Errors
/// When the database fails.
pub fn later(tx: &mut Write<'_>, id: InboundId, at: Time) -> Result<(), StoreError> {
    tx.run(LATER, args![id, at]).map(drop)
}

/// Whether another mail came in with the same signature.
///
/// # Errors
/// When the database fails.
pub fn replayed(tx: &mut Read<'_>, signature: &[u8], id: InboundId) -> Result<bool, StoreError> {
    let other: Option<(InboundId,)> = tx.maybe(REPLAYED, args![signature.to_vec(), id])?;
    Ok(other.is_some())
}

/// It was read, and the message is forgotten; what it asks for is kept with the requests, in the same transaction. False when
/// another reader was first.
///
/// # Errors
/// When the database fails.
pub fn done(tx: &mut Write<'_>, id: InboundId, signature: Option<Vec<u8>>, at: Time) -> Result<bool, StoreError> {
    Ok(tx.run(DONE, args![id, signature, at])? == 1)
}
