//! The list itself, sealed, in parts: as it came in, and the copy that replaces it. What is inside is not known here.

use domain::id::BatchId;

use super::{number, stored};
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::text_column;
use crate::{args, sql};

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// As it came in.
    Upload,
    /// Whole rows, without the columns that nobody may keep.
    Copy,
}

impl Kind {
    /// The word, as stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Upload => "upload",
            Self::Copy => "copy",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::Upload, Self::Copy].into_iter().find(|kind| kind.as_str() == text)
    }
}

text_column!(Kind, Kind::parse, |kind: &Kind| kind.as_str());

/// A part to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its batch.
    pub batch: BatchId,
    /// Which of the two.
    pub kind: Kind,
    /// Its place, from 0.
    pub number: u64,
    /// The number of its first row; 0 in an upload.
    pub first_row: u64,
    /// What it holds.
    pub sealed: Vec<u8>,
}

const ADD: Sql = sql!(
    "INSERT INTO import_part (batch_id, kind, number, first_row, sealed) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (batch_id, kind, number) DO UPDATE SET first_row = excluded.first_row, sealed = excluded.sealed"
);
const PART: Sql = sql!(
    "SELECT sealed, first_row FROM import_part WHERE batch_id = $1 AND kind = $2 AND number = $3 \
     ORDER BY number LIMIT 1"
);
const FIRST_ROWS: Sql =
    sql!("SELECT number, first_row FROM import_part WHERE batch_id = $1 AND kind = $2 ORDER BY number LIMIT 5000");
const DROP: Sql = sql!(
    "DELETE FROM import_part WHERE batch_id = $1 AND kind = $2 AND number IN (SELECT number FROM import_part \
     WHERE batch_id = $1 AND kind = $2 ORDER BY number LIMIT 16)"
);

/// Keeps a part; one that was kept at its place before is replaced.
///
/// # Errors
/// When the database fails.
pub fn add_part(tx: &mut Write<'_>, part: &Part) -> Result<(), StoreError> {
    let (number, first) = (stored(part.number)?, stored(part.first_row)?);
    tx.run(ADD, args![part.batch, part.kind, number, first, part.sealed]).map(drop)
}

/// What one part holds, if it is there.
///
/// # Errors
/// When the database fails.
pub fn part(tx: &mut Read<'_>, batch: BatchId, kind: Kind, place: u64) -> Result<Option<Vec<u8>>, StoreError> {
    let found: Option<(Vec<u8>, i64)> = tx.maybe(PART, args![batch, kind, stored(place)?])?;
    Ok(found.map(|(sealed, _)| sealed))
}

/// The numbers of the parts and of their first rows, in their order.
///
/// # Errors
/// When the database fails.
pub fn first_rows(tx: &mut Read<'_>, batch: BatchId, kind: Kind) -> Result<Vec<(u64, u64)>, StoreError> {
    let found: Vec<(i64, i64)> = tx.many(FIRST_ROWS, args![batch, kind])?;
    found.into_iter().map(|(part, row)| Ok((number(part)?, number(row)?))).collect()
}

/// Forgets some parts, the first first, so that what is left of them when a process dies in between can be told from a whole.
/// How many were there to forget; to be called until it says 0.
///
/// # Errors
/// When the database fails.
pub fn drop_parts(tx: &mut Write<'_>, batch: BatchId, kind: Kind) -> Result<u64, StoreError> {
    tx.run(DROP, args![batch, kind])
}
