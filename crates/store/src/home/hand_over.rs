//! Homes go to a project of another client, with whoever lives there now or is to come. What is over stays with the client that it
//! happened at: households that left, tenant changes that were done, the log.

use domain::access::{Anywhere, MoveHomes, Scope};
use domain::id::{DwellingId, OccupancyId, ProjectId};
use domain::time::Time;

use crate::error::StoreError;
use crate::project::Project;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::{args, sql};

/// Homes in one act, at most.
pub const MOST: u64 = 2_000;

const OF_PROJECT: Sql = sql!(
    "SELECT d.id, a.username, a.skeleton FROM dwelling d JOIN account a ON a.dwelling_id = d.id AND a.main \
     WHERE d.project_id = $1 AND d.id > $2 ORDER BY d.id LIMIT 1000"
);
const BY_SKELETON: Sql = sql!(
    "SELECT d.id, a.username, a.skeleton FROM account a JOIN dwelling d ON d.id = a.dwelling_id \
     WHERE a.skeleton = $2 AND d.project_id = $1 ORDER BY d.id LIMIT 1"
);
const USERNAME: Sql =
    sql!("SELECT a.dwelling_id, a.username FROM account a WHERE a.dwelling_id = $1 AND a.main LIMIT 1");
const TAKEN: Sql = sql!(
    "SELECT d.id, d.id FROM dwelling d WHERE d.id = $1 AND ( \
     EXISTS (SELECT 1 FROM dwelling t WHERE t.organisation_id = $2 AND t.address_key = d.address_key) \
     OR EXISTS (SELECT 1 FROM dwelling t WHERE t.project_id = $3 AND t.build_key = d.build_key) \
     OR (d.address_key IS NULL AND EXISTS (SELECT 1 FROM dwelling t WHERE t.organisation_id = $2 AND t.client_key = d.client_key)))"
);
const LIVING: Sql = sql!(
    "SELECT o.id, o.id FROM occupancy o JOIN account a ON a.id = o.account_id JOIN identity i ON i.id = o.identity_id \
     WHERE a.dwelling_id = $1 AND (i.access_ends_at IS NULL OR i.access_ends_at > $2) ORDER BY o.id"
);
const MOVE_DWELLING: Sql = sql!(
    "UPDATE dwelling SET organisation_id = $3, project_id = $4, \
     client_number = CASE WHEN address_key IS NULL THEN client_number END, \
     client_key = CASE WHEN address_key IS NULL THEN client_key END WHERE project_id = $1 AND id = $2"
);
const MOVE_ACCOUNTS: Sql = sql!("UPDATE account SET organisation_id = $2 WHERE dwelling_id = $1");
const MOVE_OCCUPANCY: Sql = sql!("UPDATE occupancy SET organisation_id = $2 WHERE id = $1");
const MOVE_LINKS: Sql = sql!("UPDATE email_link SET organisation_id = $2 WHERE occupancy_id = $1");
const MOVE_REQUESTS: Sql = sql!("UPDATE data_request SET organisation_id = $2 WHERE occupancy_id = $1");
const MOVE_PROGRESS: Sql = sql!("UPDATE progress SET organisation_id = $2, project_id = $3 WHERE occupancy_id = $1");
const MOVE_PLANNED: Sql =
    sql!("UPDATE tenant_change SET organisation_id = $2, staff_id = NULL WHERE dwelling_id = $1 AND state = 'planned'");
const CLOSE_PROPOSALS: Sql = sql!(
    "UPDATE proposal SET state = 'expired', decided_at = $2, reason = 'overtaken', sealed = NULL \
     WHERE dwelling_id = $1 AND state = 'open'"
);

/// The username of the main account of a home, wherever it is now.
///
/// # Errors
/// When the database fails.
pub fn main_username(
    tx: &mut Read<'_>,
    _: &Scope<MoveHomes, Anywhere>,
    dwelling: DwellingId,
) -> Result<Option<String>, StoreError> {
    let found: Option<(DwellingId, String)> = tx.maybe(USERNAME, args![dwelling])?;
    Ok(found.map(|(_, username)| username))
}

/// A home by its username: id, username, skeleton.
pub type Called = (DwellingId, String, String);

/// The homes of a project after one, by their main account, a thousand at most.
///
/// # Errors
/// When the database fails.
pub fn of_project(
    tx: &mut Read<'_>,
    _: &Scope<MoveHomes, Anywhere>,
    project: ProjectId,
    after: DwellingId,
) -> Result<Vec<Called>, StoreError> {
    tx.many(OF_PROJECT, args![project, after])
}

/// The home of a project with an account of this skeleton.
///
/// # Errors
/// When the database fails.
pub fn by_skeleton(
    tx: &mut Read<'_>,
    _: &Scope<MoveHomes, Anywhere>,
    (project, skeleton): (ProjectId, &str),
) -> Result<Option<Called>, StoreError> {
    tx.maybe(BY_SKELETON, args![project, skeleton])
}

/// The other client has a home of that address, that build number, or, where the home has no address, that number.
///
/// # Errors
/// When the database fails.
pub fn is_taken(
    tx: &mut Read<'_>,
    _: &Scope<MoveHomes, Anywhere>,
    (dwelling, to): (DwellingId, &Project),
) -> Result<bool, StoreError> {
    let found: Option<(DwellingId, DwellingId)> = tx.maybe(TAKEN, args![dwelling, to.organisation, to.id])?;
    Ok(found.is_some())
}

/// Gives a home to a project of another client. The old client's own number stays behind where the home has an address. False when it is
/// not in the project any more.
///
/// # Errors
/// [`StoreError::Taken`] when the other client has such a home.
pub fn hand_over(
    tx: &mut Write<'_>,
    _: &Scope<MoveHomes, Anywhere>,
    (dwelling, from, to): (DwellingId, ProjectId, &Project),
    at: Time,
) -> Result<bool, StoreError> {
    if tx.run(MOVE_DWELLING, args![from, dwelling, to.organisation, to.id])? != 1 {
        return Ok(false);
    }
    tx.run(MOVE_ACCOUNTS, args![dwelling, to.organisation])?;
    let living: Vec<(OccupancyId, OccupancyId)> = tx.many(LIVING, args![dwelling, at])?;
    for (occupancy, _) in living {
        tx.run(MOVE_OCCUPANCY, args![occupancy, to.organisation])?;
        tx.run(MOVE_LINKS, args![occupancy, to.organisation])?;
        tx.run(MOVE_REQUESTS, args![occupancy, to.organisation])?;
        tx.run(MOVE_PROGRESS, args![occupancy, to.organisation, to.id])?;
    }
    tx.run(MOVE_PLANNED, args![dwelling, to.organisation])?;
    tx.run(CLOSE_PROPOSALS, args![dwelling, at])?;
    Ok(true)
}
