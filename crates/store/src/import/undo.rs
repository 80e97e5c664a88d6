//! Undoing what a list did, row by row, where nobody acted yet: not handed out, not asked for, not signed in. A home that a
//! row made goes with its account and all that hangs on it, and its username is never issued again; an address that a row
//! linked ends, and the one it replaced is back.

use domain::access::{Import, ProjectPlace, Scope};
use domain::first_login::Judgement;
use domain::id::{AccountId, BatchId, DwellingId, EmailLinkId, IdentityId, OccupancyId};
use domain::time::Time;

use super::{number, stored};
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

/// What a row did, and whether it can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undoable {
    /// Its line in the list.
    pub number: u64,
    /// `new` or `changed`.
    pub judgement: Judgement,
    /// What was recognised of it (JSON).
    pub home: String,
    /// Why it was judged so (JSON).
    pub reasons: String,
    /// The account.
    pub account: AccountId,
    /// Its home.
    pub dwelling: DwellingId,
    /// Its username.
    pub username: String,
    /// Who lives behind it.
    pub occupancy: OccupancyId,
    /// What signs in there.
    pub identity: IdentityId,
    /// The address the row brought, while it is the one in force and nobody proved it.
    pub link: Option<EmailLinkId>,
    /// The address that one replaced.
    pub previous: Option<EmailLinkId>,
    /// Somebody acted: it stays.
    pub acted: bool,
}

impl Record for Undoable {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            number: number(c.next()?)?,
            judgement: c.next()?,
            home: c.next()?,
            reasons: c.next()?,
            account: c.next()?,
            dwelling: c.next()?,
            username: c.next()?,
            occupancy: c.next()?,
            identity: c.next()?,
            link: c.next()?,
            previous: c.next()?,
            acted: c.next()?,
        })
    }
}

/// What an [`Undoable`] begins with.
macro_rules! undoable {
    () => {
        "SELECT r.number, r.judgement, r.home, r.reasons, a.id, a.dwelling_id, a.username, o.id, i.id, l.id, \
         r.previous_link_id, "
    };
}

/// How many rows there are, and of how many this holds:
macro_rules! counted {
    () => {
        "SELECT CAST(COUNT(*) AS BIGINT), CAST(COUNT(CASE WHEN "
    };
}

/// The end of that.
macro_rules! times {
    () => {
        "THEN 1 END) AS BIGINT) "
    };
}

/// Somebody acted. 504 = 8 + 16 + 32 + 64 + 128 + 256: handed out, or any step behind that. An address that was asked for,
/// proven or changed since has left its traces: a mail, a token, another link. A tenant change that was planned, done or called
/// off is an act too.
macro_rules! acted {
    () => {
        "i.signed_in_at IS NOT NULL OR i.access_ends_at IS NOT NULL \
         OR EXISTS (SELECT 1 FROM password w WHERE w.identity_id = i.id) \
         OR EXISTS (SELECT 1 FROM mail m WHERE m.identity_id = i.id) \
         OR EXISTS (SELECT 1 FROM token t WHERE t.identity_id = i.id) \
         OR EXISTS (SELECT 1 FROM progress p WHERE p.occupancy_id = o.id AND (p.state & 504) <> 0) \
         OR EXISTS (SELECT 1 FROM account x WHERE x.dwelling_id = a.dwelling_id AND x.id <> a.id) \
         OR EXISTS (SELECT 1 FROM tenant_change c WHERE c.dwelling_id = a.dwelling_id) \
         OR (r.link_id IS NOT NULL AND l.id IS NULL) \
         OR (r.judgement = 'new' AND EXISTS (SELECT 1 FROM email_link e WHERE e.occupancy_id = o.id \
           AND (r.link_id IS NULL OR e.id <> r.link_id))) "
    };
}

/// The rows of an applied batch that did something, with the first household of each home, the one that the list made:
/// `$1` client, `$2` project, `$3` batch.
macro_rules! of_batch {
    () => {
        "FROM import_batch b JOIN import_row r ON r.batch_id = b.id JOIN account a ON a.id = r.account_id AND a.organisation_id = b.organisation_id \
         JOIN occupancy o ON o.id = (SELECT x.id FROM occupancy x WHERE x.account_id = a.id ORDER BY x.starts_at, x.id LIMIT 1) \
         JOIN identity i ON i.id = o.identity_id \
         LEFT JOIN email_link l ON l.id = r.link_id AND l.occupancy_id = o.id AND l.proof = 'linked' \
         WHERE b.organisation_id = $1 AND b.project_id = $2 AND b.id = $3 AND b.state = 'applied' \
         AND r.judgement IN ('new', 'changed') "
    };
}

const UNDOABLE: Sql = sql!(
    undoable! acted! of_batch! "AND r.undone_at IS NULL AND r.number > $4 ORDER BY r.number, o.id LIMIT 200"
);
const STANDING: Sql = sql!(
    counted! acted! times! of_batch! "AND r.undone_at IS NULL"
);
const BEFORE: Sql = sql!(
    "SELECT r.number, r.number FROM import_batch b JOIN import_row r ON r.batch_id = b.id \
     WHERE b.organisation_id = $1 AND b.project_id = $2 AND b.id = $3 AND b.state = 'applied' AND r.number <= $4 \
     AND r.judgement IN ('new', 'changed') AND r.undone_at IS NULL ORDER BY r.number DESC LIMIT 51"
);
const END_LINK: Sql = sql!(
    "UPDATE email_link SET proof = 'ended', ended_at = $3 WHERE organisation_id = $1 AND id = $2 AND proof = 'linked'"
);
const RESTORE_LINK: Sql = sql!(
    "UPDATE email_link SET proof = 'linked', ended_at = NULL WHERE organisation_id = $1 AND id = $2 AND proof = 'ended' \
     AND confirmed_at IS NULL"
);
const RETIRE: Sql = sql!(
    "INSERT INTO retired_username (skeleton, username, retired_at) SELECT a.skeleton, a.username, $3 FROM account a \
     WHERE a.organisation_id = $1 AND a.id = $2"
);
const DROP_ACCOUNT: Sql = sql!("DELETE FROM account WHERE organisation_id = $1 AND id = $2");
const DROP_DWELLING: Sql = sql!("DELETE FROM dwelling WHERE organisation_id = $1 AND project_id = $2 AND id = $3");
const UNDONE: Sql =
    sql!("UPDATE import_row SET undone_at = $3 WHERE batch_id = $1 AND number = $2 AND undone_at IS NULL");

/// What the rows of an applied batch after one did, at most 200.
///
/// # Errors
/// When the database fails.
pub fn undoable(
    tx: &mut Read<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
    after: u64,
) -> Result<Vec<Undoable>, StoreError> {
    let place = scope.within();
    tx.many(UNDOABLE, args![place.organisation, place.project, batch, stored(after)?])
}

/// How many rows of an applied batch did something, and on how many of these somebody acted since.
///
/// # Errors
/// When the database fails.
pub fn standing(
    tx: &mut Read<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
) -> Result<(u64, u64), StoreError> {
    let place = scope.within();
    let (all, acted): (i64, i64) = tx.one(STANDING, args![place.organisation, place.project, batch])?;
    Ok((number(all)?, number(acted)?))
}

/// The numbers of the rows that did something, up to and with one: the last first, at most 51.
///
/// # Errors
/// When the database fails.
pub fn before(
    tx: &mut Read<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
    last: u64,
) -> Result<Vec<u64>, StoreError> {
    let place = scope.within();
    let found: Vec<(i64, i64)> = tx.many(BEFORE, args![place.organisation, place.project, batch, stored(last)?])?;
    found.into_iter().map(|(row, _)| number(row)).collect()
}

/// Takes back a home that a row made, with everything that hangs on it; its username is retired. The caller has looked,
/// in this transaction, that nobody acted.
///
/// # Errors
/// When the database fails; also when something hangs on it that the caller did not see.
pub fn undo_home(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    it: &Undoable,
    at: Time,
) -> Result<(), StoreError> {
    let place = scope.within();
    crate::home::remove_household(tx, place.organisation, (it.occupancy, it.identity))?;
    tx.run(RETIRE, args![place.organisation, it.account, at])?;
    tx.run(DROP_ACCOUNT, args![place.organisation, it.account])?;
    tx.run(DROP_DWELLING, args![place.organisation, place.project, it.dwelling]).map(drop)
}

/// Ends an address that a row linked, and brings back the one it replaced. Nothing when the address is not in force any more.
///
/// # Errors
/// When the database fails.
pub fn restore_link(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    it: &Undoable,
    at: Time,
) -> Result<(), StoreError> {
    let (organisation, Some(link)) = (scope.within().organisation, it.link) else { return Ok(()) };
    tx.run(END_LINK, args![organisation, link, at])?;
    crate::progress::address_ended(tx, it.occupancy)?;
    let Some(previous) = it.previous else { return Ok(()) };
    if tx.run(RESTORE_LINK, args![organisation, previous])? == 1 {
        crate::progress::address_linked(tx, &[it.occupancy], at)?;
    }
    Ok(())
}

/// The row is undone.
///
/// # Errors
/// When the database fails.
pub fn undone(tx: &mut Write<'_>, batch: BatchId, row: u64, at: Time) -> Result<(), StoreError> {
    tx.run(UNDONE, args![batch, stored(row)?, at]).map(drop)
}
