//! The rows of a list: how each was judged, what was done with it, and why.

use domain::access::{Import, ProjectPlace, Scope};
use domain::first_login::Judgement;
use domain::id::{AccountId, BatchId, EmailLinkId};
use domain::time::Time;

use super::{number, stored};
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Arg, Cells, Record};
use crate::{args, sql};

/// How a row was judged, or what was done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRow {
    /// Its line in the list.
    pub number: u64,
    /// The strongest key of its home.
    pub home_key: Option<String>,
    /// What was recognised of it (JSON).
    pub home: String,
    /// How it was judged, at the moment it was applied if it was.
    pub judgement: Judgement,
    /// Why (JSON).
    pub reasons: String,
    /// The account it led to.
    pub account: Option<AccountId>,
    /// The address it brought.
    pub link: Option<EmailLinkId>,
    /// The address that one replaced.
    pub previous: Option<EmailLinkId>,
}

/// A row as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its line in the list.
    pub number: u64,
    /// What was recognised of it (JSON).
    pub home: String,
    /// How it was judged.
    pub judgement: Judgement,
    /// Why (JSON).
    pub reasons: String,
    /// The username of the account it led to.
    pub username: Option<String>,
    /// It was undone.
    pub undone_at: Option<Time>,
}

impl Record for Shown {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            number: number(c.next()?)?,
            home: c.next()?,
            judgement: c.next()?,
            reasons: c.next()?,
            username: c.next()?,
            undone_at: c.next()?,
        })
    }
}

const PUT: Sql = sql!(
    "INSERT INTO import_row (batch_id, number, home_key, home, judgement, reasons, account_id, link_id, previous_link_id, \
     undone_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL) ON CONFLICT (batch_id, number) DO UPDATE SET \
     home_key = excluded.home_key, home = excluded.home, judgement = excluded.judgement, reasons = excluded.reasons, \
     account_id = excluded.account_id, link_id = excluded.link_id, previous_link_id = excluded.previous_link_id"
);
const ROWS: Sql = sql!(
    "SELECT r.number, r.home, r.judgement, r.reasons, a.username, r.undone_at FROM import_batch b \
     JOIN import_row r ON r.batch_id = b.id LEFT JOIN account a ON a.id = r.account_id AND a.organisation_id = b.organisation_id \
     WHERE b.organisation_id = $1 AND b.project_id = $2 AND b.id = $3 AND r.number > $4 ORDER BY r.number LIMIT 500"
);
const ROWS_OF: Sql = sql!(
    "SELECT r.number, r.home, r.judgement, r.reasons, a.username, r.undone_at FROM import_batch b \
     JOIN import_row r ON r.batch_id = b.id LEFT JOIN account a ON a.id = r.account_id AND a.organisation_id = b.organisation_id \
     WHERE b.organisation_id = $1 AND b.project_id = $2 AND b.id = $3 AND r.judgement = $5 AND r.number > $4 \
     ORDER BY r.number LIMIT 500"
);
const TOLD: Sql = sql!(
    "SELECT CAST(COALESCE(SUM(CASE WHEN r.judgement = 'new' THEN 1 ELSE 0 END), 0) AS BIGINT), \
     CAST(COALESCE(SUM(CASE WHEN r.link_id IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT), \
     CAST(COALESCE(SUM(CASE WHEN r.judgement = 'changed' AND r.link_id IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT), \
     CAST(COALESCE(SUM(CASE WHEN r.judgement IN ('conflict', 'refused') THEN 1 ELSE 0 END), 0) AS BIGINT), \
     CAST(COALESCE(SUM(CASE WHEN r.undone_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT), \
     CAST(COALESCE(SUM(CASE WHEN r.judgement IN ('new', 'changed') AND r.undone_at IS NULL THEN 1 ELSE 0 END), 0) \
     AS BIGINT) \
     FROM import_batch b JOIN import_row r ON r.batch_id = b.id \
     WHERE b.organisation_id = $1 AND b.project_id = $2 AND b.id = $3"
);
const DROP: Sql = sql!(
    "DELETE FROM import_row WHERE batch_id = $1 AND number IN (SELECT number FROM import_row WHERE batch_id = $1 \
     ORDER BY number LIMIT 500)"
);

/// Writes rows down; of a row that was written down before the new takes its place. The caller has read the state of the
/// batch in this transaction.
///
/// # Errors
/// When the database fails.
pub fn put_rows(tx: &mut Write<'_>, batch: BatchId, rows: &[NewRow]) -> Result<(), StoreError> {
    let numbers = rows.iter().map(|row| stored(row.number)).collect::<Result<Vec<i64>, StoreError>>()?;
    let rows: Vec<Vec<Arg<'_>>> = rows
        .iter()
        .zip(&numbers)
        .map(|(row, number)| {
            args![
                batch,
                *number,
                row.home_key,
                row.home,
                row.judgement,
                row.reasons,
                row.account,
                row.link,
                row.previous
            ]
            .to_vec()
        })
        .collect();
    tx.run_each(PUT, &rows).map(drop)
}

/// The next rows of a batch after one, of one judgement or all; at most 500.
///
/// # Errors
/// When the database fails.
pub fn rows(
    tx: &mut Read<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
    (of, after): (Option<Judgement>, u64),
) -> Result<Vec<Shown>, StoreError> {
    let (place, after) = (scope.within(), stored(after)?);
    match of {
        Some(judgement) => tx.many(ROWS_OF, args![place.organisation, place.project, batch, after, judgement]),
        None => tx.many(ROWS, args![place.organisation, place.project, batch, after]),
    }
}

/// What the rows of a batch did, counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// Homes that were made.
    pub homes: u64,
    /// Addresses that were linked or corrected.
    pub addresses: u64,
    /// Homes that got street and number, and nothing else.
    pub completed: u64,
    /// Rows in conflict or refused.
    pub left: u64,
    /// Rows that were undone.
    pub undone: u64,
    /// Rows that did something, and were not undone.
    pub standing: u64,
}

impl Record for Told {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            homes: number(c.next()?)?,
            addresses: number(c.next()?)?,
            completed: number(c.next()?)?,
            left: number(c.next()?)?,
            undone: number(c.next()?)?,
            standing: number(c.next()?)?,
        })
    }
}

/// Counts what the rows of a batch did.
///
/// # Errors
/// When the database fails.
pub fn told(tx: &mut Read<'_>, scope: &Scope<Import, ProjectPlace>, batch: BatchId) -> Result<Told, StoreError> {
    let place = scope.within();
    tx.one(TOLD, args![place.organisation, place.project, batch])
}

/// Forgets some rows of a batch that is read anew; how many were there. To be called until it says 0.
///
/// # Errors
/// When the database fails.
pub fn drop_rows(tx: &mut Write<'_>, batch: BatchId) -> Result<u64, StoreError> {
    tx.run(DROP, args![batch])
}
