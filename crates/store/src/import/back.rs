//! The rows of a list with the usernames of their homes, for giving it back.

use domain::access::{ProjectPlace, Scope, SeeUsernames};
use domain::first_login::{BatchState, Judgement, Proof};
use domain::id::{BatchId, DwellingId};
use domain::time::Time;

use super::{number, stored};
use crate::error::StoreError;
use crate::home::{Listed, listed};
use crate::sql::Sql;
use crate::tx::Read;
use crate::value::{Cells, Record};
use crate::{args, sql};

/// A row of a list that goes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Its line in the list.
    pub number: u64,
    /// How it was judged.
    pub judgement: Judgement,
    /// Why (JSON).
    pub reasons: String,
    /// Its home, when it led to one that is still there.
    pub home: Option<GivenHome>,
}

/// The home of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenHome {
    /// The home.
    pub dwelling: DwellingId,
    /// The username of its main account.
    pub username: String,
    /// Somebody lives there now.
    pub lived_in: bool,
    /// Who vouches for the address in force, if there is one.
    pub proof: Option<Proof>,
    /// A mail server said that this mailbox does not exist.
    pub refused: bool,
}

impl Record for Given {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (row, judgement, reasons) = (number(c.next()?)?, c.next()?, c.next()?);
        let (dwelling, username): (Option<DwellingId>, Option<String>) = (c.next()?, c.next()?);
        let (lived_in, proof, refused) = (c.next()?, c.next()?, c.next()?);
        let home = dwelling.zip(username);
        let home = home.map(|(dwelling, username)| GivenHome { dwelling, username, lived_in, proof, refused });
        Ok(Self { number: row, judgement, reasons, home })
    }
}

const GIVEN: Sql = sql!(
    "SELECT r.number, r.judgement, r.reasons, a.dwelling_id, a.username, o.id IS NOT NULL, l.proof, \
     COALESCE(l.delivery, 'ok') = 'hard' FROM import_batch b JOIN import_row r ON r.batch_id = b.id \
     LEFT JOIN account a ON a.id = r.account_id AND a.organisation_id = b.organisation_id \
     LEFT JOIN occupancy o ON o.account_id = a.id AND o.starts_at <= $5 AND EXISTS (SELECT 1 FROM identity i \
     WHERE i.id = o.identity_id AND (i.access_ends_at IS NULL OR i.access_ends_at > $5)) \
     LEFT JOIN email_link l ON l.occupancy_id = o.id AND l.proof IN ('linked', 'confirmed') \
     WHERE b.organisation_id = $1 AND b.project_id = $2 AND b.id = $3 AND r.number > $4 ORDER BY r.number LIMIT 500"
);
const NEWEST: Sql = sql!(
    "SELECT b.id, b.layout, b.state FROM import_batch b WHERE b.organisation_id = $1 AND b.project_id = $2 \
     AND b.state = 'applied' AND NOT b.purged AND b.layout IS NOT NULL ORDER BY b.id DESC LIMIT 1"
);
const LAYOUT: Sql = sql!(
    "SELECT b.id, b.layout, b.state FROM import_batch b WHERE b.organisation_id = $1 AND b.project_id = $2 AND b.id = $3 \
     AND NOT b.purged AND b.layout IS NOT NULL ORDER BY b.id LIMIT 1"
);
const BESIDE: Sql = sql!(
    listed! "AND NOT EXISTS (SELECT 1 FROM import_row r \
     WHERE r.account_id = a.id AND r.batch_id = $5) ORDER BY d.id LIMIT 1000"
);

/// A list that is kept: its batch, how it is read (JSON), how far it is.
pub type KeptList = (BatchId, String, BatchState);

/// The newest applied list of the project whose copy is still there.
///
/// # Errors
/// When the database fails.
pub fn newest(tx: &mut Read<'_>, scope: &Scope<SeeUsernames, ProjectPlace>) -> Result<Option<KeptList>, StoreError> {
    let place = scope.within();
    tx.maybe(NEWEST, args![place.organisation, place.project])
}

/// The list of a batch whose copy is still there.
///
/// # Errors
/// When the database fails.
pub fn kept(
    tx: &mut Read<'_>,
    scope: &Scope<SeeUsernames, ProjectPlace>,
    batch: BatchId,
) -> Result<Option<KeptList>, StoreError> {
    let place = scope.within();
    tx.maybe(LAYOUT, args![place.organisation, place.project, batch])
}

/// The next rows of a batch after one with their usernames, at most 500.
///
/// # Errors
/// When the database fails.
pub fn given(
    tx: &mut Read<'_>,
    scope: &Scope<SeeUsernames, ProjectPlace>,
    (batch, after): (BatchId, u64),
    now: Time,
) -> Result<Vec<Given>, StoreError> {
    let place = scope.within();
    tx.many(GIVEN, args![place.organisation, place.project, batch, stored(after)?, now])
}

/// The next homes of the project after one that no row of the batch led to, at most 1,000.
///
/// # Errors
/// When the database fails.
pub fn beside(
    tx: &mut Read<'_>,
    scope: &Scope<SeeUsernames, ProjectPlace>,
    (batch, after): (BatchId, Option<DwellingId>),
    now: Time,
) -> Result<Vec<Listed>, StoreError> {
    let place = scope.within();
    let after = after.unwrap_or_else(|| DwellingId::from_uuid(uuid::Uuid::nil()));
    tx.many(BESIDE, args![place.organisation, place.project, after, now, batch])
}
