//! The bounds of access, written when a change is planned: every use compares them with the clock, so access stops and
//! begins without anything running (law 6). `progress.ends_at` is a copy and moves along.

use domain::access::{ChangeTenants, ProjectPlace, Scope};
use domain::id::{IdentityId, OccupancyId, TenantChangeId};
use domain::time::{Day, Time};

use crate::email_link::{self, NewLink};
use crate::error::StoreError;
use crate::home::{self, NewOccupancy};
use crate::identity;
use crate::sql::Sql;
use crate::tx::Write;
use crate::value::{Arg, DayText};
use crate::{args, sql};

const ENDS: Sql = sql!("INSERT INTO tenant_change_end (change_id, occupancy_id) VALUES ($1, $2)");
const END_OCCUPANCY: Sql = sql!("UPDATE occupancy SET ends_on = $3 WHERE organisation_id = $1 AND id = $2");
const END_IDENTITY: Sql = sql!(
    "UPDATE identity SET access_ends_at = $3 \
     WHERE id = (SELECT o.identity_id FROM occupancy o WHERE o.organisation_id = $1 AND o.id = $2)"
);
const END_PROGRESS: Sql = sql!("UPDATE progress SET ends_at = $3 WHERE organisation_id = $1 AND occupancy_id = $2");
const BACK_OCCUPANCY: Sql = sql!(
    "UPDATE occupancy SET ends_on = NULL WHERE organisation_id = $1 \
     AND id IN (SELECT e.occupancy_id FROM tenant_change_end e WHERE e.change_id = $2)"
);
const BACK_IDENTITY: Sql = sql!(
    "UPDATE identity SET access_ends_at = NULL WHERE id IN (SELECT o.identity_id FROM occupancy o \
     JOIN tenant_change_end e ON e.occupancy_id = o.id WHERE o.organisation_id = $1 AND e.change_id = $2)"
);
const BACK_PROGRESS: Sql = sql!(
    "UPDATE progress SET ends_at = NULL WHERE organisation_id = $1 \
     AND occupancy_id IN (SELECT e.occupancy_id FROM tenant_change_end e WHERE e.change_id = $2)"
);
const IDENTITY: Sql = sql!("SELECT identity_id FROM occupancy WHERE organisation_id = $1 AND id = $2");

/// These occupancies end with a change: their last day, and the moment from which they have no access. Also one that comes to the
/// home after the change was planned, so that this is not for those alone who plan changes.
///
/// # Errors
/// When the database fails.
pub fn end_access<A>(
    tx: &mut Write<'_>,
    scope: &Scope<A, ProjectPlace>,
    (change, occupancies): (TenantChangeId, &[OccupancyId]),
    (last, at): (Day, Time),
) -> Result<(), StoreError> {
    let (organisation, last) = (scope.within().organisation, DayText::from(last));
    let rows: Vec<Vec<Arg<'_>>> = occupancies.iter().map(|it| args![change, *it].to_vec()).collect();
    tx.run_each(ENDS, &rows)?;
    let rows: Vec<Vec<Arg<'_>>> = occupancies.iter().map(|it| args![organisation, *it, last].to_vec()).collect();
    tx.run_each(END_OCCUPANCY, &rows)?;
    let rows: Vec<Vec<Arg<'_>>> = occupancies.iter().map(|it| args![organisation, *it, at].to_vec()).collect();
    tx.run_each(END_IDENTITY, &rows)?;
    tx.run_each(END_PROGRESS, &rows).map(drop)
}

/// A change was called off before its moment: those who would have left stay.
///
/// # Errors
/// When the database fails.
pub fn give_back(
    tx: &mut Write<'_>,
    scope: &Scope<ChangeTenants, ProjectPlace>,
    change: TenantChangeId,
) -> Result<(), StoreError> {
    let organisation = scope.within().organisation;
    for sql in [BACK_OCCUPANCY, BACK_IDENTITY, BACK_PROGRESS] {
        tx.run(sql, args![organisation, change])?;
    }
    Ok(())
}

/// A household gets access from a moment on: a new identity, an occupancy, and perhaps an address. `subject` is random.
///
/// # Errors
/// When the database fails.
pub fn let_in(
    tx: &mut Write<'_>,
    scope: &Scope<ChangeTenants, ProjectPlace>,
    (new, subject, link): (NewOccupancy, &str, Option<&NewLink>),
    starts: (Day, Time),
    at: Time,
) -> Result<(), StoreError> {
    identity::add_residents(tx, &[(new.identity, subject.to_owned())], at)?;
    home::add_occupancies_from(tx, scope, &[new], starts, at)?;
    link.map_or(Ok(()), |link| email_link::add(tx, link, at))
}

/// A household that has not come is removed with its address and the letters to it. Nobody could use what is theirs.
///
/// # Errors
/// When the database fails; also when something hangs on them.
pub fn call_off(
    tx: &mut Write<'_>,
    scope: &Scope<ChangeTenants, ProjectPlace>,
    occupancy: OccupancyId,
) -> Result<(), StoreError> {
    let organisation = scope.within().organisation;
    let Some((identity,)) = tx.maybe::<(IdentityId,)>(IDENTITY, args![organisation, occupancy])? else { return Ok(()) };
    home::remove_household(tx, organisation, (occupancy, identity))
}
