//! The reading of a list: it is there as a whole, it is read, it waits for somebody who knows how, it is judged or no list.

use domain::access::{Import, ProjectPlace, Scope};
use domain::id::BatchId;
use domain::time::Time;

use super::stored;
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::Write;
use crate::{args, sql};

const START_READING: Sql = sql!(
    "UPDATE import_batch SET state = 'reading', file_hash = $4, purge_at = $5 WHERE organisation_id = $1 \
     AND project_id = $2 AND id = $3 AND state = 'arriving'"
);
const READ_AGAIN: Sql = sql!(
    "UPDATE import_batch SET state = 'reading', layout = $4, reason = NULL, tally = NULL, proposal_id = NULL \
     WHERE organisation_id = $1 AND project_id = $2 AND id = $3 AND state = 'judged' AND NOT purged"
);
const READ_AS: Sql = sql!(
    "UPDATE import_batch SET state = 'reading', layout = $4, reason = NULL, purge_at = $5 \
     WHERE organisation_id = $1 AND project_id = $2 AND id = $3 AND state = 'unreadable' AND NOT purged"
);
const KEEP_LAYOUT: Sql = sql!(
    "UPDATE import_batch SET layout = $4 WHERE organisation_id = $1 AND project_id = $2 AND id = $3 AND state = 'reading'"
);
const END_READING: Sql = sql!(
    "UPDATE import_batch SET state = 'judged', layout = $4, tally = $5, reason = $6, total = $7 \
     WHERE organisation_id = $1 AND project_id = $2 AND id = $3 AND state = 'reading'"
);
const UNREADABLE: Sql = sql!(
    "UPDATE import_batch SET state = 'unreadable', reason = $4 WHERE organisation_id = $1 AND project_id = $2 AND id = $3 \
     AND state IN ('arriving', 'reading')"
);
const ASK: Sql = sql!(
    "UPDATE import_batch SET state = 'unreadable', reason = $4, purge_at = $5 WHERE organisation_id = $1 \
     AND project_id = $2 AND id = $3 AND state = 'reading'"
);

/// The list is there as a whole, and is kept until `purge_at`; false when somebody threw it away meanwhile.
///
/// # Errors
/// When the database fails.
pub fn start_reading(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
    (file_hash, purge_at): (&[u8; 32], Time),
) -> Result<bool, StoreError> {
    let place = scope.within();
    Ok(tx.run(START_READING, args![place.organisation, place.project, batch, *file_hash, purge_at])? == 1)
}

/// Somebody says how it is to be read; it is judged anew.
///
/// # Errors
/// When the database fails.
pub fn read_again(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
    layout: &str,
) -> Result<bool, StoreError> {
    let place = scope.within();
    Ok(tx.run(READ_AGAIN, args![place.organisation, place.project, batch, layout])? == 1)
}

/// Somebody says how a list is to be read that was not understood; from here on it is kept until `purge_at`.
///
/// # Errors
/// When the database fails.
pub fn read_as(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
    (layout, purge_at): (&str, Time),
) -> Result<bool, StoreError> {
    let place = scope.within();
    Ok(tx.run(READ_AS, args![place.organisation, place.project, batch, layout, purge_at])? == 1)
}

/// The copy of the list is whole, and read like this: from here on nobody needs what came in.
///
/// # Errors
/// When the database fails.
pub fn keep_layout(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
    layout: &str,
) -> Result<bool, StoreError> {
    let place = scope.within();
    Ok(tx.run(KEEP_LAYOUT, args![place.organisation, place.project, batch, layout])? == 1)
}

/// How a list was read.
#[derive(Clone, Debug)]
pub struct WasRead {
    /// How (JSON).
    pub layout: String,
    /// The counts of its rows (JSON).
    pub tally: String,
    /// Why it is refused whole, if it is (JSON).
    pub reason: Option<String>,
    /// How many rows it has.
    pub total: u64,
}

/// Every row is judged; false when the batch is not being read any more.
///
/// # Errors
/// When the database fails.
pub fn end_reading(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
    read: &WasRead,
) -> Result<bool, StoreError> {
    let place = scope.within();
    let total = stored(read.total)?;
    let args = args![place.organisation, place.project, batch, read.layout, read.tally, read.reason, total];
    Ok(tx.run(END_READING, args)? == 1)
}

/// It is no list that can be read, for this reason (JSON).
///
/// # Errors
/// When the database fails.
pub fn unreadable(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
    reason: &str,
) -> Result<bool, StoreError> {
    let place = scope.within();
    Ok(tx.run(UNREADABLE, args![place.organisation, place.project, batch, reason])? == 1)
}

/// Its header is not understood, for this reason (JSON): it waits, as it came in, for somebody who knows, until `purge_at`.
///
/// # Errors
/// When the database fails.
pub fn ask(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
    (reason, purge_at): (&str, Time),
) -> Result<bool, StoreError> {
    let place = scope.within();
    Ok(tx.run(ASK, args![place.organisation, place.project, batch, reason, purge_at])? == 1)
}
