//! Law 11: what happened. Lines are inserted with the act and never changed. What may have to be erased lies in side
//! rows that a line holds only as a salted hash. The sealer numbers committed lines into one chain per organisation and
//! one for the operator.

mod check;
mod names;
mod page;

use domain::audit::Line;
use domain::id::{AuditId, OrganisationId};
use domain::time::Time;
use uuid::Uuid;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Arg, Cells, Record};
use crate::{args, sql};

pub use check::{Link, erase, first_lost, is_erased, link_at, oldest_waiting, silent, slug_of, walk};
pub use names::{Home, Names, home, names};
pub use page::{Chosen, Detail, Listed, Page, client, clients, of_home, page};

/// The detail of a line, apart from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Random; keeps the hash from being guessed.
    pub salt: [u8; 32],
    /// What was before and after, masked.
    pub detail: String,
    /// SHA-256 over salt and detail, held by the line.
    pub hash: [u8; 32],
}

/// A line as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its id.
    pub id: AuditId,
    /// Whose chain it belongs to; none is the operator's.
    pub organisation: Option<OrganisationId>,
    /// When.
    pub at: Time,
    /// What.
    pub act: String,
    /// Through which door.
    pub door: String,
    /// What kind of actor, and who.
    pub actor: (String, Option<Uuid>),
    /// What kind of thing, and which.
    pub subject: (String, Option<Uuid>),
    /// Why.
    pub reason: Option<String>,
    /// The hash of the side row.
    pub side_hash: Option<[u8; 32]>,
}

impl Record for Stored {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let id = c.next()?;
        Self::of(id, c)
    }
}

impl Stored {
    /// The line of this id from the cells behind it.
    fn of(id: AuditId, c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id,
            organisation: c.next()?,
            at: c.next()?,
            act: c.next()?,
            door: c.next()?,
            actor: (c.next()?, c.next()?),
            subject: (c.next()?, c.next()?),
            reason: c.next()?,
            side_hash: c.next()?,
        })
    }
}

/// A link of a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Its number in the chain, from 1.
    pub seq: i64,
    /// The line.
    pub line: Stored,
    /// The hash of the link before it; zeroes for the first.
    pub previous: [u8; 32],
    /// SHA-256 over previous and line.
    pub hash: [u8; 32],
}

const ADD: Sql = sql!(
    "INSERT INTO audit_line (id, organisation_id, at, act, door, actor_kind, actor_id, subject_kind, subject_id, \
     reason, side_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
);
const ADD_SIDE: Sql = sql!("INSERT INTO audit_side (line_id, salt, detail) VALUES ($1, $2, $3)");
const ADD_UNSEALED: Sql = sql!("INSERT INTO audit_unsealed (line_id) VALUES ($1)");
const UNSEALED: Sql = sql!(
    "SELECT l.id, l.organisation_id, l.at, l.act, l.door, l.actor_kind, l.actor_id, l.subject_kind, l.subject_id, \
     l.reason, l.side_hash FROM audit_unsealed u CROSS JOIN audit_line l WHERE l.id = u.line_id \
     ORDER BY u.line_id LIMIT 500"
);
const LAST: Sql = sql!("SELECT seq, hash FROM audit_chain WHERE chain_id = $1 ORDER BY seq DESC LIMIT 1");
const CHAIN: Sql = sql!("INSERT INTO audit_chain (chain_id, seq, line_id, previous, hash) VALUES ($1, $2, $3, $4, $5)");
const SEALED: Sql = sql!("DELETE FROM audit_unsealed WHERE line_id = $1");
const CHAINS: Sql = sql!("SELECT DISTINCT chain_id FROM audit_chain ORDER BY chain_id");
const SIDE: Sql = sql!("SELECT salt, detail FROM audit_side WHERE line_id = $1");
const WAITING: Sql = sql!("SELECT CAST(count(*) AS BIGINT) FROM audit_unsealed");
const LINES: Sql = sql!("SELECT CAST(count(*) AS BIGINT) FROM audit_line");
const LINKS: Sql = sql!("SELECT CAST(count(*) AS BIGINT) FROM audit_chain");
const OF_SUBJECT: Sql = sql!(
    "SELECT l.id, l.organisation_id, l.at, l.act, l.door, l.actor_kind, l.actor_id, l.subject_kind, l.subject_id, \
     l.reason, l.side_hash FROM audit_line l WHERE l.subject_id = $1 ORDER BY l.id LIMIT 1000"
);

fn row<'a>(line: &'a Line, side_hash: &'a Option<[u8; 32]>) -> Vec<Arg<'a>> {
    vec![
        Arg::Uuid(line.id.uuid()),
        line.organisation.as_ref().map_or(Arg::Null(crate::value::Kind::Uuid), |id| Arg::Uuid(id.uuid())),
        Arg::Int(line.at.micros()),
        Arg::Text(line.act.as_str()),
        Arg::Text(line.door.as_str()),
        Arg::Text(line.actor.kind()),
        line.actor.id().map_or(Arg::Null(crate::value::Kind::Uuid), Arg::Uuid),
        Arg::Text(line.subject.kind()),
        line.subject.id().map_or(Arg::Null(crate::value::Kind::Uuid), Arg::Uuid),
        line.reason.as_deref().map_or(Arg::Null(crate::value::Kind::Text), Arg::Text),
        side_hash.as_ref().map_or(Arg::Null(crate::value::Kind::Bytes), |hash| Arg::Bytes(hash)),
    ]
}

/// Writes a line, in the transaction of the act itself.
///
/// # Errors
/// When the database fails.
pub fn add(tx: &mut Write<'_>, line: &Line, side: Option<&Side>) -> Result<(), StoreError> {
    add_each(tx, &[(line.clone(), side.cloned())])
}

/// Writes many lines.
///
/// # Errors
/// When the database fails.
pub fn add_each(tx: &mut Write<'_>, lines: &[(Line, Option<Side>)]) -> Result<(), StoreError> {
    let hashes: Vec<Option<[u8; 32]>> = lines.iter().map(|(_, side)| side.as_ref().map(|side| side.hash)).collect();
    let rows: Vec<Vec<Arg<'_>>> = lines.iter().zip(&hashes).map(|((line, _), hash)| row(line, hash)).collect();
    tx.run_each(ADD, &rows)?;
    let sides: Vec<Vec<Arg<'_>>> = lines
        .iter()
        .filter_map(|(line, side)| side.as_ref().map(|side| args![line.id, side.salt, side.detail].to_vec()))
        .collect();
    tx.run_each(ADD_SIDE, &sides)?;
    let unsealed: Vec<Vec<Arg<'_>>> = lines.iter().map(|(line, _)| args![line.id].to_vec()).collect();
    tx.run_each(ADD_UNSEALED, &unsealed).map(drop)
}

/// Committed lines without a number, at most 500.
///
/// # Errors
/// When the database fails.
pub fn unsealed(tx: &mut Read<'_>) -> Result<Vec<Stored>, StoreError> {
    tx.many(UNSEALED, &[])
}

/// How many lines wait for the sealer.
///
/// # Errors
/// When the database fails.
pub fn waiting(tx: &mut Read<'_>) -> Result<i64, StoreError> {
    let (n,): (i64,) = tx.one(WAITING, &[])?;
    Ok(n)
}

/// How many lines are neither in a chain nor waiting for one: always none. Links whose lines are gone count against it.
///
/// # Errors
/// When the database fails.
pub fn lost(tx: &mut Read<'_>) -> Result<i64, StoreError> {
    let (lines,): (i64,) = tx.one(LINES, &[])?;
    let (links,): (i64,) = tx.one(LINKS, &[])?;
    Ok(lines - links - waiting(tx)?)
}

/// The chain of an organisation, or the operator's.
#[must_use]
pub fn chain_of(organisation: Option<OrganisationId>) -> Uuid {
    organisation.map_or(Uuid::nil(), |id| id.uuid())
}

/// Number and hash of the last link of a chain.
///
/// # Errors
/// When the database fails.
pub fn last(tx: &mut Read<'_>, chain: Uuid) -> Result<Option<(i64, [u8; 32])>, StoreError> {
    tx.maybe(LAST, args![chain])
}

/// Appends links to a chain and takes their lines off the list of those without a number.
///
/// # Errors
/// [`StoreError::Taken`] when another sealer was first.
pub fn seal(tx: &mut Write<'_>, chain: Uuid, links: &[Sealed]) -> Result<(), StoreError> {
    let rows: Vec<Vec<Arg<'_>>> =
        links.iter().map(|link| args![chain, link.seq, link.line.id, link.previous, link.hash].to_vec()).collect();
    tx.run_each(CHAIN, &rows)?;
    let done: Vec<Vec<Arg<'_>>> = links.iter().map(|link| args![link.line.id].to_vec()).collect();
    tx.run_each(SEALED, &done).map(drop)
}

/// All chains that have a link.
///
/// # Errors
/// When the database fails.
pub fn chains(tx: &mut Read<'_>) -> Result<Vec<Uuid>, StoreError> {
    let found: Vec<(Uuid,)> = tx.many(CHAINS, &[])?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// Salt and detail of a line, unless they were erased.
///
/// # Errors
/// When the database fails.
pub fn side(tx: &mut Read<'_>, line: AuditId) -> Result<Option<([u8; 32], String)>, StoreError> {
    tx.maybe(SIDE, args![line])
}

/// What happened to a thing, oldest first, at most 1,000 lines.
///
/// # Errors
/// When the database fails.
pub fn of_subject(tx: &mut Read<'_>, subject: Uuid) -> Result<Vec<Stored>, StoreError> {
    tx.many(OF_SUBJECT, args![subject])
}
