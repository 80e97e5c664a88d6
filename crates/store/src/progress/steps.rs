//! Writing steps down, with the act they belong to: one statement by key each, which touches nothing the second time.
//! Nothing here touches staff, who have no occupancy.

use domain::access::{ProjectPlace, Scope, SeeUsernames};
use domain::id::{DwellingId, EmailLinkId, IdentityId, OccupancyId};
use domain::time::{Day, Time};

use crate::error::StoreError;
use crate::home::NewOccupancy;
use crate::sql::Sql;
use crate::tx::Write;
use crate::value::{Arg, DayText};
use crate::{args, sql};

const ADD: Sql = sql!(
    "INSERT INTO progress (occupancy_id, organisation_id, project_id, dwelling_id, account_id, starts_at, ends_at, state, \
     processed_on) SELECT $1, a.organisation_id, $3, a.dwelling_id, a.id, $4, NULL, 2, $5 \
     FROM account a WHERE a.organisation_id = $6 AND a.id = $2 AND a.main"
);
// The first address after a handout: what was handed out could not work, so the instruction is to be handed out again.
// 33: an address was received, or a reset asked. 1007 = 2047 - 1024 - 16, 1023 = 2047 - 1024.
const ADDRESS_LINKED: Sql = sql!(
    "UPDATE progress SET address_received_on = COALESCE(address_received_on, $2), \
     instruction_handed_out_on = CASE WHEN (state & 33) = 0 THEN NULL ELSE instruction_handed_out_on END, \
     state = CASE WHEN (state & 33) = 0 THEN (state & 1007) | 513 ELSE (state & 1023) | 513 END WHERE occupancy_id = $1"
);
// Who changed it is signed in: nothing has to be handed out for it.
const ADDRESS_OWN: Sql = sql!(
    "UPDATE progress SET address_received_on = COALESCE(address_received_on, $2), state = (state & 1023) | 513 \
     WHERE occupancy_id = $1"
);
const ADDRESS_ENDED: Sql = sql!("UPDATE progress SET state = state & 511 WHERE occupancy_id = $1");
const BOUNCED: Sql = sql!(
    "UPDATE progress SET state = state | 1024 WHERE occupancy_id = (SELECT occupancy_id FROM email_link WHERE id = $1 \
     AND proof IN ('linked', 'confirmed')) AND (state & 1536) = 512"
);
const WORKS: Sql = sql!(
    "UPDATE progress SET state = state & 1023 WHERE occupancy_id = (SELECT occupancy_id FROM email_link WHERE id = $1 \
     AND proof IN ('linked', 'confirmed')) AND (state & 1024) <> 0"
);
const LIST_MISSING: Sql = sql!(
    "SELECT p.occupancy_id FROM account a JOIN occupancy o ON o.account_id = a.id JOIN progress p ON p.occupancy_id = o.id \
     WHERE p.organisation_id = $1 AND p.project_id = $2 AND a.dwelling_id = $3 AND a.main AND (p.state & 4) = 0 \
     AND p.starts_at <= $4 AND (p.ends_at IS NULL OR p.ends_at > $4) LIMIT 1"
);
const LIST_RETURNED: Sql = sql!(
    "UPDATE progress SET list_returned_on = $2, state = state | 4 WHERE occupancy_id = $1 AND list_returned_on IS NULL"
);
const RESET_ASKED: Sql = sql!(
    "UPDATE progress SET reset_asked_on = $2, state = state | 32 \
     WHERE occupancy_id = (SELECT id FROM occupancy WHERE identity_id = $1) AND reset_asked_on IS NULL"
);
const MAIL_ACCEPTED: Sql = sql!(
    "UPDATE progress SET mail_accepted_on = $2, state = state | 64 \
     WHERE occupancy_id = (SELECT id FROM occupancy WHERE identity_id = $1) AND mail_accepted_on IS NULL"
);
const PASSWORD_SET: Sql = sql!(
    "UPDATE progress SET password_set_on = $2, state = state | 128 \
     WHERE occupancy_id = (SELECT id FROM occupancy WHERE identity_id = $1) AND password_set_on IS NULL"
);
const SIGNED_IN: Sql = sql!(
    "UPDATE progress SET signed_in_on = $2, state = state | 256 \
     WHERE occupancy_id = (SELECT id FROM occupancy WHERE identity_id = $1) AND signed_in_on IS NULL"
);

/// The rows of new occupancies: processed today. A second account of a home gets none; the project counts homes.
pub(crate) fn add_each(
    tx: &mut Write<'_>,
    place: ProjectPlace,
    new: &[NewOccupancy],
    starts_at: Time,
    at: Time,
) -> Result<(), StoreError> {
    let today = DayText::from(Day::of(at));
    let rows: Vec<Vec<Arg<'_>>> = new
        .iter()
        .map(|it| args![it.id, it.account, place.project, starts_at, today, place.organisation].to_vec())
        .collect();
    tx.run_each(ADD, &rows).map(drop)
}

/// Occupancies got an address, their first or another.
pub(crate) fn address_linked(tx: &mut Write<'_>, occupancies: &[OccupancyId], at: Time) -> Result<(), StoreError> {
    let today = DayText::from(Day::of(at));
    let rows: Vec<Vec<Arg<'_>>> = occupancies.iter().map(|occupancy| args![*occupancy, today].to_vec()).collect();
    tx.run_each(ADDRESS_LINKED, &rows).map(drop)
}

/// A resident put an address of their own in the place of the one in force.
pub(crate) fn address_own(tx: &mut Write<'_>, occupancy: OccupancyId, at: Time) -> Result<(), StoreError> {
    tx.run(ADDRESS_OWN, args![occupancy, DayText::from(Day::of(at))]).map(drop)
}

/// An occupancy has no address any more.
pub(crate) fn address_ended(tx: &mut Write<'_>, occupancy: OccupancyId) -> Result<(), StoreError> {
    tx.run(ADDRESS_ENDED, args![occupancy]).map(drop)
}

/// Mail servers said something else than before about an address.
pub(crate) fn delivery_changed(tx: &mut Write<'_>, link: EmailLinkId, bounces: bool) -> Result<(), StoreError> {
    tx.run(if bounces { BOUNCED } else { WORKS }, args![link]).map(drop)
}

/// The client has a list with the usernames of these homes; at most 500 of them at once. How many had not been on one.
///
/// # Errors
/// When the database fails.
pub fn list_returned(
    tx: &mut Write<'_>,
    scope: &Scope<SeeUsernames, ProjectPlace>,
    dwellings: &[DwellingId],
    at: Time,
) -> Result<u64, StoreError> {
    let ProjectPlace { organisation, project } = scope.within();
    let rows: Vec<Vec<Arg<'_>>> =
        dwellings.iter().map(|dwelling| args![organisation, project, *dwelling, at].to_vec()).collect();
    let missing: Vec<Option<(OccupancyId,)>> = tx.maybe_each(LIST_MISSING, &rows)?;
    let today = DayText::from(Day::of(at));
    let rows: Vec<Vec<Arg<'_>>> = missing.iter().flatten().map(|(it,)| args![*it, today].to_vec()).collect();
    tx.run_each(LIST_RETURNED, &rows)
}

/// Somebody asked for a new password of a resident, and the worker found whose.
///
/// # Errors
/// When the database fails.
pub fn reset_asked(tx: &mut Write<'_>, identity: IdentityId, asked_at: Time) -> Result<(), StoreError> {
    tx.run(RESET_ASKED, args![identity, DayText::from(Day::of(asked_at))]).map(drop)
}

/// A mail server took a resident's reset mail over.
///
/// # Errors
/// When the database fails.
pub fn mail_accepted(tx: &mut Write<'_>, identity: IdentityId, at: Time) -> Result<(), StoreError> {
    tx.run(MAIL_ACCEPTED, args![identity, DayText::from(Day::of(at))]).map(drop)
}

/// A resident set a password.
///
/// # Errors
/// When the database fails.
pub fn password_set(tx: &mut Write<'_>, identity: IdentityId, at: Time) -> Result<(), StoreError> {
    tx.run(PASSWORD_SET, args![identity, DayText::from(Day::of(at))]).map(drop)
}

/// A resident signed in.
///
/// # Errors
/// When the database fails.
pub fn signed_in(tx: &mut Write<'_>, identity: IdentityId, at: Time) -> Result<(), StoreError> {
    tx.run(SIGNED_IN, args![identity, DayText::from(Day::of(at))]).map(drop)
}
