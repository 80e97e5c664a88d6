//! The batch: where a list has come from, how far it is, and the steps from state to state; those of its reading stand in
//! `reading.rs`.

use domain::access::{Import, ProjectPlace, Scope};
use domain::first_login::BatchState;
use domain::id::{BatchId, StaffId};
use domain::time::Time;

use super::{number, stored};
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

/// A list on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Its id.
    pub id: BatchId,
    /// How far it is.
    pub state: BatchState,
    /// Why it cannot be read, or is refused whole (JSON).
    pub reason: Option<String>,
    /// What the client called the file.
    pub file_name: String,
    /// The SHA-256 of the file as it came.
    pub file_hash: [u8; 32],
    /// How it is read (JSON).
    pub layout: Option<String>,
    /// The counts of its rows (JSON).
    pub tally: Option<String>,
    /// How many rows it has.
    pub total: u64,
    /// The number of the last row that was applied.
    pub cursor: u64,
    /// The address of who brought it; none for the command line.
    pub by: Option<String>,
    /// When it came.
    pub created_at: Time,
    /// When it was confirmed.
    pub confirmed_at: Option<Time>,
    /// When its last row was applied.
    pub applied_at: Option<Time>,
    /// When the list itself goes.
    pub purge_at: Time,
    /// The list itself is gone: only what was done with its rows is kept.
    pub purged: bool,
}

impl Record for Batch {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: c.next()?,
            state: c.next()?,
            reason: c.next()?,
            file_name: c.next()?,
            file_hash: c.next()?,
            layout: c.next()?,
            tally: c.next()?,
            total: number(c.next()?)?,
            cursor: number(c.next()?)?,
            by: c.next()?,
            created_at: c.next()?,
            confirmed_at: c.next()?,
            applied_at: c.next()?,
            purge_at: c.next()?,
            purged: c.next()?,
        })
    }
}

/// A list that begins its way.
#[derive(Clone, Debug)]
pub struct NewBatch {
    /// Its id.
    pub id: BatchId,
    /// [`BatchState::Arriving`] for an upload, [`BatchState::Confirmed`] for the command line.
    pub state: BatchState,
    /// What the client called the file.
    pub file_name: String,
    /// The SHA-256 of the file; zeroes while it is still coming in.
    pub file_hash: [u8; 32],
    /// How it is read (JSON).
    pub layout: Option<String>,
    /// How many rows it has; 0 while nobody knows.
    pub total: u64,
    /// Who brings it; none for the command line.
    pub staff: Option<StaffId>,
    /// When the list itself goes.
    pub purge_at: Time,
}

const ADD: Sql = sql!(
    "INSERT INTO import_batch (id, organisation_id, project_id, state, reason, file_name, file_hash, layout, tally, total, \
     cursor, staff_id, created_at, confirmed_at, applied_at, purge_at, purged) \
     VALUES ($1, $2, $3, $4, NULL, $5, $6, $7, NULL, $8, 0, $9, $10, $11, NULL, $12, FALSE)"
);
/// The batches of a project: `$1` client, `$2` project.
macro_rules! batches {
    () => {
        "SELECT b.id, b.state, b.reason, b.file_name, b.file_hash, b.layout, b.tally, b.total, b.cursor, s.email, \
         b.created_at, b.confirmed_at, b.applied_at, b.purge_at, b.purged FROM import_batch b LEFT JOIN staff s ON s.id = b.staff_id \
         WHERE b.organisation_id = $1 AND b.project_id = $2 AND "
    };
}

const FIND: Sql = sql!(
    batches! "b.id = $3"
);
const NEWEST: Sql = sql!(
    batches! "b.state NOT IN ('arriving', 'discarded') \
     ORDER BY b.id DESC LIMIT 50"
);
const OPEN: Sql = sql!(
    batches! "b.file_hash = $3 AND b.state = 'confirmed' \
     ORDER BY b.id LIMIT 1"
);
const PATH: Sql = sql!(
    "SELECT o.slug, p.slug FROM import_batch b JOIN project p ON p.id = b.project_id \
     JOIN organisation o ON o.id = p.organisation_id WHERE b.id = $1 LIMIT 1"
);
const CONFIRM: Sql = sql!(
    "UPDATE import_batch SET state = 'confirmed', confirmed_at = $4 WHERE organisation_id = $1 AND project_id = $2 \
     AND id = $3 AND state = 'judged' AND reason IS NULL"
);
const CONFIRM_FILE: Sql = sql!(
    "UPDATE import_batch SET state = 'confirmed', confirmed_at = $4, purge_at = $5 WHERE organisation_id = $1 \
     AND project_id = $2 AND id = $3 AND state = 'arriving'"
);
const ADVANCE: Sql = sql!(
    "UPDATE import_batch SET cursor = $4 WHERE organisation_id = $1 AND project_id = $2 AND id = $3 \
     AND state = 'confirmed' AND cursor < $4"
);
const FINISH: Sql = sql!(
    "UPDATE import_batch SET state = 'applied', applied_at = $4, reason = $5 WHERE organisation_id = $1 AND project_id = $2 \
     AND id = $3 AND state = 'confirmed'"
);
const DISCARD: Sql = sql!(
    "UPDATE import_batch SET state = 'discarded', purge_at = $4 WHERE organisation_id = $1 AND project_id = $2 AND id = $3 \
     AND state IN ('arriving', 'reading', 'unreadable', 'judged')"
);

/// Adds a batch.
///
/// # Errors
/// When the database fails.
pub fn add(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    new: &NewBatch,
    at: Time,
) -> Result<(), StoreError> {
    let place = scope.within();
    let confirmed_at = (new.state == BatchState::Confirmed).then_some(at);
    tx.run(
        ADD,
        args![
            new.id,
            place.organisation,
            place.project,
            new.state,
            new.file_name,
            new.file_hash,
            new.layout,
            stored(new.total)?,
            new.staff,
            at,
            confirmed_at,
            new.purge_at
        ],
    )
    .map(drop)
}

/// One batch of the project.
///
/// # Errors
/// When the database fails.
pub fn find(
    tx: &mut Read<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
) -> Result<Option<Batch>, StoreError> {
    let place = scope.within();
    tx.maybe(FIND, args![place.organisation, place.project, batch])
}

/// The slugs of client and project of a batch. Whoever asks makes a scope there before showing anything.
///
/// # Errors
/// When the database fails.
pub fn path(tx: &mut Read<'_>, batch: BatchId) -> Result<Option<(String, String)>, StoreError> {
    tx.maybe(PATH, args![batch])
}

/// The newest lists of the project, at most 50.
///
/// # Errors
/// When the database fails.
pub fn batches(tx: &mut Read<'_>, scope: &Scope<Import, ProjectPlace>) -> Result<Vec<Batch>, StoreError> {
    let place = scope.within();
    tx.many(NEWEST, args![place.organisation, place.project])
}

/// The batch of this very file that was stopped half-way, if there is one.
///
/// # Errors
/// When the database fails.
pub fn open(
    tx: &mut Read<'_>,
    scope: &Scope<Import, ProjectPlace>,
    file_hash: &[u8; 32],
) -> Result<Option<Batch>, StoreError> {
    let place = scope.within();
    tx.maybe(OPEN, args![place.organisation, place.project, *file_hash])
}

/// Somebody confirmed it; false when it is not there to be confirmed (any more).
///
/// # Errors
/// When the database fails.
pub fn confirm(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
    at: Time,
) -> Result<bool, StoreError> {
    let place = scope.within();
    Ok(tx.run(CONFIRM, args![place.organisation, place.project, batch, at])? == 1)
}

/// A list whose whole copy is kept, until `purge_at`, was confirmed as it came, by the command line.
///
/// # Errors
/// When the database fails.
pub fn confirm_file(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
    (at, purge_at): (Time, Time),
) -> Result<bool, StoreError> {
    let place = scope.within();
    Ok(tx.run(CONFIRM_FILE, args![place.organisation, place.project, batch, at, purge_at])? == 1)
}

/// How far a confirmed batch has come; nothing once it is applied to its end.
///
/// # Errors
/// When the database fails.
pub fn cursor(
    tx: &mut Read<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
) -> Result<Option<u64>, StoreError> {
    let found = find(tx, scope, batch)?;
    Ok(found.filter(|batch| batch.state == BatchState::Confirmed).map(|batch| batch.cursor))
}

/// The rows of the batch were applied up to this one.
///
/// # Errors
/// When the database fails.
pub fn advance(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
    cursor: u64,
) -> Result<(), StoreError> {
    let place = scope.within();
    tx.run(ADVANCE, args![place.organisation, place.project, batch, stored(cursor)?]).map(drop)
}

/// All rows of the batch were applied, or it stopped for a reason (JSON); false when that was said before.
///
/// # Errors
/// When the database fails.
pub fn finish(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
    (at, reason): (Time, Option<&str>),
) -> Result<bool, StoreError> {
    let place = scope.within();
    let reason = reason.map(str::to_owned);
    Ok(tx.run(FINISH, args![place.organisation, place.project, batch, at, reason])? == 1)
}

/// Throws a batch away that nobody confirmed; the list goes at once.
///
/// # Errors
/// When the database fails.
pub fn discard(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
    at: Time,
) -> Result<bool, StoreError> {
    let place = scope.within();
    Ok(tx.run(DISCARD, args![place.organisation, place.project, batch, at])? == 1)
}
