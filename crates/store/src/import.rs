//! Lists that were confirmed, and what was done with each of their rows. The cursor of a batch moves in the transaction
//! that applies the rows, so that a batch that was stopped half-way goes on where it was.

use domain::access::{Import, ProjectPlace, Scope};
use domain::first_login::Judgement;
use domain::id::{AccountId, BatchId};
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Arg, Cells, Record};
use crate::{args, sql};

/// A batch that was confirmed and is not yet applied to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Its id.
    pub id: BatchId,
    /// The number of the last row that was applied.
    pub cursor: u64,
}

impl Record for Batch {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { id: c.next()?, cursor: number(c.next()?)? })
    }
}

/// What was done with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRow {
    /// Its line in the list.
    pub number: u64,
    /// The strongest key of its home.
    pub home_key: Option<String>,
    /// What was recognised of it (JSON).
    pub home: String,
    /// How it was judged at the moment it was applied.
    pub judgement: Judgement,
    /// Why (JSON).
    pub reasons: String,
    /// The account it led to.
    pub account: Option<AccountId>,
}

const OPEN: Sql = sql!(
    "SELECT id, cursor FROM import_batch WHERE organisation_id = $1 AND project_id = $2 AND file_hash = $3 \
     AND state = 'confirmed' ORDER BY id LIMIT 1"
);
const ADD: Sql = sql!(
    "INSERT INTO import_batch (id, organisation_id, project_id, state, reason, file_hash, total, cursor, created_at, \
     confirmed_at, applied_at) VALUES ($1, $2, $3, 'confirmed', NULL, $4, $5, 0, $6, $6, NULL)"
);
const CURSOR: Sql = sql!(
    "SELECT id, cursor FROM import_batch WHERE organisation_id = $1 AND project_id = $2 AND id = $3 \
     AND state = 'confirmed' LIMIT 1"
);
const ADVANCE: Sql = sql!(
    "UPDATE import_batch SET cursor = $4 WHERE organisation_id = $1 AND project_id = $2 AND id = $3 \
     AND state = 'confirmed' AND cursor < $4"
);
const FINISH: Sql = sql!(
    "UPDATE import_batch SET state = 'applied', applied_at = $4 WHERE organisation_id = $1 AND project_id = $2 \
     AND id = $3 AND state = 'confirmed'"
);
// The address stands with its link only, where it ends with the occupancy (law 6); the column is for lists that wait.
const ADD_ROW: Sql = sql!(
    "INSERT INTO import_row (batch_id, number, home_key, home, address, judgement, reasons, account_id) \
     VALUES ($1, $2, $3, $4, NULL, $5, $6, $7)"
);

fn number(stored: i64) -> Result<u64, StoreError> {
    u64::try_from(stored).map_err(|_| StoreError::internal("a negative row number"))
}

fn stored(number: u64) -> Result<i64, StoreError> {
    i64::try_from(number).map_err(|_| StoreError::internal("a row number beyond all lists"))
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

/// Adds a confirmed batch of `total` rows.
///
/// # Errors
/// When the database fails.
pub fn add(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    id: BatchId,
    (file_hash, total): (&[u8; 32], u64),
    at: Time,
) -> Result<(), StoreError> {
    let place = scope.within();
    tx.run(ADD, args![id, place.organisation, place.project, *file_hash, stored(total)?, at]).map(drop)
}

/// How far the batch has come; nothing once it is applied to its end.
///
/// # Errors
/// When the database fails.
pub fn cursor(
    tx: &mut Read<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
) -> Result<Option<u64>, StoreError> {
    let place = scope.within();
    let found: Option<Batch> = tx.maybe(CURSOR, args![place.organisation, place.project, batch])?;
    Ok(found.map(|batch| batch.cursor))
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

/// All rows of the batch were applied; false when that was said before.
///
/// # Errors
/// When the database fails.
pub fn finish(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
    at: Time,
) -> Result<bool, StoreError> {
    let place = scope.within();
    Ok(tx.run(FINISH, args![place.organisation, place.project, batch, at])? == 1)
}

/// Writes down what was done with rows. The caller has read the cursor of the batch in this transaction.
///
/// # Errors
/// [`StoreError::Taken`] when one of them was written down before.
pub fn add_rows(tx: &mut Write<'_>, batch: BatchId, rows: &[NewRow]) -> Result<(), StoreError> {
    let numbers = rows.iter().map(|row| stored(row.number)).collect::<Result<Vec<i64>, StoreError>>()?;
    let rows: Vec<Vec<Arg<'_>>> = rows
        .iter()
        .zip(&numbers)
        .map(|(row, number)| {
            args![batch, *number, row.home_key, row.home, row.judgement, row.reasons, row.account].to_vec()
        })
        .collect();
    tx.run_each(ADD_ROW, &rows).map(drop)
}
