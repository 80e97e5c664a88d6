//! How a proposal ends. What would have been done is forgotten with it: its masked form stays, and its hash.

use domain::access::{Anywhere, FreezeOrganisation, OfClient, ProjectPlace, Scope};
use domain::id::{OccupancyId, OrganisationId, ProposalId, StaffId};
use domain::proposal::{Reason, State};
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::{args, sql};

/// How it was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided {
    /// What came of it.
    pub state: State,
    /// Who of the staff decided; none for the resident, a job, or what was overtaken.
    pub by: Option<StaffId>,
    /// Why.
    pub reason: Option<Reason>,
}

const CLOSE: Sql = sql!(
    "UPDATE proposal SET state = $3, decided_by = $4, decided_at = $5, reason = $6, sealed = NULL \
     WHERE organisation_id IS NOT DISTINCT FROM $1 AND id = $2 AND state = 'open'"
);
const CLOSE_OF: Sql = sql!(
    "UPDATE proposal SET state = 'expired', decided_at = $3, reason = $4, sealed = NULL \
     WHERE organisation_id = $1 AND occupancy_id = $2 AND state = 'open'"
);
const CLOSE_BY_REQUEST: Sql = sql!(
    "UPDATE proposal SET state = 'expired', decided_at = $2, reason = 'overtaken', sealed = NULL \
     WHERE organisation_id = $1 AND state = 'open' \
     AND id IN (SELECT proposal_id FROM link_request WHERE organisation_id = $1 AND proposal_id IS NOT NULL)"
);
const CLOSE_LATE: Sql = sql!(
    "UPDATE proposal SET state = 'expired', decided_at = $3, reason = 'too-late', sealed = NULL \
     WHERE organisation_id = $1 AND occupancy_id = $2 AND state = 'open' AND expires_at <= $3"
);
const OBJECT: Sql = sql!(
    "UPDATE proposal SET state = 'refused', decided_at = $3, reason = 'objection', sealed = NULL \
     WHERE id = $1 AND occupancy_id = $2 AND state = 'open' AND expires_at > $3"
);
const OVERTAKEN: Sql = sql!(
    "UPDATE proposal SET state = 'expired', decided_at = $2, reason = 'overtaken', sealed = NULL \
     WHERE occupancy_id = $1 AND state = 'open'"
);
const LATE: Sql = sql!(
    "SELECT id, expires_at FROM proposal WHERE state = 'open' AND expires_at <= $1 ORDER BY expires_at, id LIMIT 50"
);
const WAITED: Sql = sql!(
    "SELECT id, expires_at FROM proposal WHERE state = 'open' AND waits_until IS NOT NULL AND waits_until <= $1 \
     AND expires_at > $1 ORDER BY waits_until, id LIMIT 50"
);

/// It is decided: true for the one that decides it first, who then does what was decided.
///
/// # Errors
/// When the database fails.
pub fn close<A>(
    tx: &mut Write<'_>,
    scope: &Scope<A, impl OfClient>,
    (proposal, decided): (ProposalId, Decided),
    at: Time,
) -> Result<bool, StoreError> {
    let Decided { state, by, reason } = decided;
    Ok(tx.run(CLOSE, args![scope.within().client(), proposal, state, by, at, reason])? == 1)
}

/// What is proposed about households is over, because of what happens to them. How many that were.
///
/// # Errors
/// When the database fails.
pub fn close_of<A>(
    tx: &mut Write<'_>,
    scope: &Scope<A, ProjectPlace>,
    (occupancies, why): (&[OccupancyId], Reason),
    at: Time,
) -> Result<u64, StoreError> {
    let organisation = scope.within().organisation;
    let mut closed = 0;
    for occupancy in occupancies {
        closed += tx.run(CLOSE_OF, args![organisation, *occupancy, at, why])?;
    }
    Ok(closed)
}

/// What was put forward because mail of a client asked it is over. How many that were.
///
/// # Errors
/// When the database fails.
pub fn close_by_request(
    tx: &mut Write<'_>,
    _: &Scope<FreezeOrganisation, Anywhere>,
    client: OrganisationId,
    at: Time,
) -> Result<u64, StoreError> {
    tx.run(CLOSE_BY_REQUEST, args![client, at])
}

/// What nobody decided about in time makes place for another proposal about the household.
///
/// # Errors
/// When the database fails.
pub fn close_late<A>(
    tx: &mut Write<'_>,
    scope: &Scope<A, ProjectPlace>,
    occupancy: OccupancyId,
    at: Time,
) -> Result<(), StoreError> {
    tx.run(CLOSE_LATE, args![scope.within().organisation, occupancy, at]).map(drop)
}

/// The resident objects: nothing of it is done. False when it was decided already, or is about others.
///
/// # Errors
/// When the database fails.
pub fn object(
    tx: &mut Write<'_>,
    (proposal, occupancy): (ProposalId, OccupancyId),
    at: Time,
) -> Result<bool, StoreError> {
    Ok(tx.run(OBJECT, args![proposal, occupancy, at])? == 1)
}

/// What is proposed about a household is over, because its own residents changed the address. True when there was something.
///
/// # Errors
/// When the database fails.
pub fn overtaken(tx: &mut Write<'_>, occupancy: OccupancyId, at: Time) -> Result<bool, StoreError> {
    Ok(tx.run(OVERTAKEN, args![occupancy, at])? > 0)
}

/// Open proposals whose time is over; at most 50.
///
/// # Errors
/// When the database fails.
pub fn late(tx: &mut Read<'_>, now: Time) -> Result<Vec<(ProposalId, Time)>, StoreError> {
    tx.many(LATE, args![now])
}

/// Open proposals that have waited long enough to be made without a second person, with their end; at most 50.
///
/// # Errors
/// When the database fails.
pub fn waited(tx: &mut Read<'_>, now: Time) -> Result<Vec<(ProposalId, Time)>, StoreError> {
    tx.many(WAITED, args![now])
}
