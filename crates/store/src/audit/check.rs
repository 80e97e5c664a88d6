//! What a check of the log reads: links with their lines or without, what was erased, what is in no chain. And the erasing
//! itself, so that what may be missing and what must not be stand in one file.

use domain::id::{AuditId, OrganisationId};
use domain::time::Time;
use uuid::Uuid;

use super::Stored;
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

/// A link of a chain as it is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its number in the chain, from 1.
    pub seq: i64,
    /// The hash of the link before it.
    pub previous: [u8; 32],
    /// Its own.
    pub hash: [u8; 32],
    /// The line; none when it is gone.
    pub line: Option<Stored>,
}

impl Record for Link {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (seq, previous, hash) = (c.next()?, c.next()?, c.next()?);
        let line = c.next::<Option<AuditId>>()?.map(|id| Stored::of(id, c)).transpose()?;
        Ok(Self { seq, previous, hash, line })
    }
}

const WALK: Sql = sql!(
    "SELECT c.seq, c.previous, c.hash, l.id, l.organisation_id, l.at, l.act, l.door, l.actor_kind, l.actor_id, \
     l.subject_kind, l.subject_id, l.reason, l.side_hash FROM audit_chain c LEFT JOIN audit_line l ON l.id = c.line_id \
     WHERE c.chain_id = $1 AND c.seq > $2 ORDER BY c.seq LIMIT 1000"
);
const LINK_AT: Sql = sql!("SELECT hash FROM audit_chain WHERE chain_id = $1 AND seq = $2 LIMIT 1");
const ERASED: Sql = sql!(
    "SELECT id FROM audit_line WHERE subject_id = $1 AND id > $2 AND act = 'detail.erased' AND organisation_id = $3 \
     ORDER BY id LIMIT 1"
);
// The job erases what all lines of a chain tell up to one of them, whose number the line about that is about.
const ERASED_UP_TO: Sql = sql!(
    "SELECT id FROM audit_line WHERE organisation_id = $1 AND act = 'detail.erased' AND subject_kind = 'audit-line' \
     AND subject_id >= $2 AND id > $2 ORDER BY id LIMIT 1"
);
const ERASED_UP_TO_OF_OPERATOR: Sql = sql!(
    "SELECT id FROM audit_line WHERE organisation_id IS NULL AND act = 'detail.erased' AND subject_kind = 'audit-line' \
     AND subject_id >= $1 AND id > $1 ORDER BY id LIMIT 1"
);
const ERASE: Sql = sql!(
    "DELETE FROM audit_side WHERE line_id IN (SELECT l.id FROM audit_line l WHERE l.subject_id = $1 AND l.id < $2 \
     AND l.organisation_id = $3 AND l.side_hash IS NOT NULL)"
);
const OLDEST_WAITING: Sql =
    sql!("SELECT l.at FROM audit_unsealed u CROSS JOIN audit_line l WHERE l.id = u.line_id ORDER BY u.line_id LIMIT 1");
const FIRST_LOST: Sql = sql!(
    "SELECT l.id, l.organisation_id, l.at, l.act, l.door, l.actor_kind, l.actor_id, l.subject_kind, l.subject_id, \
     l.reason, l.side_hash FROM audit_line l WHERE NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.line_id = l.id) \
     AND NOT EXISTS (SELECT 1 FROM audit_unsealed u WHERE u.line_id = l.id) ORDER BY l.id LIMIT 1"
);
const SILENT: Sql = sql!(
    "SELECT o.slug FROM organisation o WHERE NOT EXISTS (SELECT 1 FROM audit_line l WHERE l.organisation_id = o.id) \
     ORDER BY o.slug LIMIT 20"
);
const SLUG_OF: Sql = sql!("SELECT slug FROM organisation WHERE id = $1");

/// The links of a chain after `seq`, at most 1,000.
///
/// # Errors
/// When the database fails.
pub fn walk(tx: &mut Read<'_>, chain: Uuid, after: i64) -> Result<Vec<Link>, StoreError> {
    tx.many(WALK, args![chain, after])
}

/// The hash of one link.
///
/// # Errors
/// When the database fails.
pub fn link_at(tx: &mut Read<'_>, chain: Uuid, seq: i64) -> Result<Option<[u8; 32]>, StoreError> {
    let found: Option<([u8; 32],)> = tx.maybe(LINK_AT, args![chain, seq])?;
    Ok(found.map(|(hash,)| hash))
}

/// True when a later line of the same chain says that what was known of this line's subject was erased, or what all lines told
/// up to this one or a later one.
///
/// # Errors
/// When the database fails.
pub fn is_erased(tx: &mut Read<'_>, line: &Stored) -> Result<bool, StoreError> {
    let Some(client) = line.organisation else {
        let found: Option<(AuditId,)> = tx.maybe(ERASED_UP_TO_OF_OPERATOR, args![line.id])?;
        return Ok(found.is_some());
    };
    if let Some(subject) = line.subject.1 {
        let found: Option<(AuditId,)> = tx.maybe(ERASED, args![subject, line.id, client])?;
        if found.is_some() {
            return Ok(true);
        }
    }
    let found: Option<(AuditId,)> = tx.maybe(ERASED_UP_TO, args![client, line.id])?;
    Ok(found.is_some())
}

/// Erases what the lines about a thing of a client hold beside, up to the line that says so; how many.
///
/// # Errors
/// When the database fails.
pub fn erase(
    tx: &mut Write<'_>,
    (client, subject): (OrganisationId, Uuid),
    before: AuditId,
) -> Result<u64, StoreError> {
    tx.run(ERASE, args![subject, before, client])
}

/// When the line was written that has waited for the sealer longest.
///
/// # Errors
/// When the database fails.
pub fn oldest_waiting(tx: &mut Read<'_>) -> Result<Option<Time>, StoreError> {
    let found: Option<(Time,)> = tx.maybe(OLDEST_WAITING, &[])?;
    Ok(found.map(|(at,)| at))
}

/// The first line that is in no chain and waits for none.
///
/// # Errors
/// When the database fails.
pub fn first_lost(tx: &mut Read<'_>) -> Result<Option<Stored>, StoreError> {
    tx.maybe(FIRST_LOST, &[])
}

/// Clients without any line, at most 20; each has had one since it was added.
///
/// # Errors
/// When the database fails.
pub fn silent(tx: &mut Read<'_>) -> Result<Vec<String>, StoreError> {
    let found: Vec<(String,)> = tx.many(SILENT, &[])?;
    Ok(found.into_iter().map(|(slug,)| slug).collect())
}

/// How commands call the client of a chain; none for the operator's.
///
/// # Errors
/// When the database fails.
pub fn slug_of(tx: &mut Read<'_>, chain: Uuid) -> Result<Option<String>, StoreError> {
    let found: Option<(String,)> = tx.maybe(SLUG_OF, args![chain])?;
    Ok(found.map(|(slug,)| slug))
}
