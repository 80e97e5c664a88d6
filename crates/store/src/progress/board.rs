//! Counts for the board of a project, each from one index.

use domain::access::{ProjectPlace, Scope, SeeBoard};
use domain::first_login::progress::State;
use domain::time::{Day, Time};

use super::{counted, state_of};
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::Read;
use crate::value::{Cells, DayText, Record};
use crate::{args, sql};

const HOMES: Sql = sql!(
    "SELECT CAST(count(*) AS BIGINT) FROM dwelling WHERE project_id = (SELECT id FROM project WHERE organisation_id = $1 AND id = $2)"
);
const STATES: Sql = sql!(
    "SELECT state, CAST(count(*) AS BIGINT) FROM progress WHERE project_id = (SELECT id FROM project \
     WHERE organisation_id = $1 AND id = $2) AND starts_at <= $3 AND (ends_at IS NULL OR ends_at > $3) \
     GROUP BY state ORDER BY state"
);
const WAITING: Sql = sql!(
    "SELECT CAST(count(*) AS BIGINT) FROM progress WHERE project_id = (SELECT id FROM project \
     WHERE organisation_id = $1 AND id = $2) AND starts_at <= $3 AND (ends_at IS NULL OR ends_at > $3) \
     AND (state & 272) = 16 AND instruction_handed_out_on <= $4"
);
const ACTIVATED: Sql = sql!(
    "SELECT signed_in_on, CAST(count(*) AS BIGINT) FROM progress WHERE project_id = (SELECT id FROM project \
     WHERE organisation_id = $1 AND id = $2) AND starts_at <= $3 AND (ends_at IS NULL OR ends_at > $3) \
     AND (state & 256) <> 0 GROUP BY signed_in_on ORDER BY signed_in_on"
);
const RETURNED: Sql = sql!(
    "SELECT l.at, l.actor_kind, s.email FROM audit_line l LEFT JOIN staff s ON s.id = l.actor_id \
     WHERE l.subject_id = $2 AND l.act = 'usernames.listed' AND l.organisation_id = $1 ORDER BY l.id DESC LIMIT 5"
);

/// When a list of usernames was made for the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// When.
    pub at: Time,
    /// What kind of actor made it (`staff`, `server`).
    pub actor: String,
    /// Which member of staff.
    pub email: Option<String>,
}

impl Record for Returned {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { at: c.next()?, actor: c.next()?, email: c.next()? })
    }
}

/// How many homes the project has.
///
/// # Errors
/// When the database fails.
pub fn homes(tx: &mut Read<'_>, scope: &Scope<SeeBoard, ProjectPlace>) -> Result<u64, StoreError> {
    let place = scope.within();
    let (homes,): (i64,) = tx.one(HOMES, args![place.organisation, place.project])?;
    counted(homes)
}

/// How many homes there are of each state, of those somebody lives in now.
///
/// # Errors
/// When the database fails.
pub fn states(
    tx: &mut Read<'_>,
    scope: &Scope<SeeBoard, ProjectPlace>,
    now: Time,
) -> Result<Vec<(State, u64)>, StoreError> {
    let place = scope.within();
    let found: Vec<(i64, i64)> = tx.many(STATES, args![place.organisation, place.project, now])?;
    found.into_iter().map(|(state, homes)| Ok((state_of(state)?, counted(homes)?))).collect()
}

/// How many homes whose instruction was handed out by this day were never signed in to.
///
/// # Errors
/// When the database fails.
pub fn waiting(
    tx: &mut Read<'_>,
    scope: &Scope<SeeBoard, ProjectPlace>,
    told_by: Day,
    now: Time,
) -> Result<u64, StoreError> {
    let place = scope.within();
    let (homes,): (i64,) = tx.one(WAITING, args![place.organisation, place.project, now, DayText::from(told_by)])?;
    counted(homes)
}

/// How many homes were first signed in to on each day, in the order of the days.
///
/// # Errors
/// When the database fails.
pub fn activated(
    tx: &mut Read<'_>,
    scope: &Scope<SeeBoard, ProjectPlace>,
    now: Time,
) -> Result<Vec<(Day, u64)>, StoreError> {
    let place = scope.within();
    let found: Vec<(DayText, i64)> = tx.many(ACTIVATED, args![place.organisation, place.project, now])?;
    found.into_iter().map(|(day, homes)| Ok((day.day()?, counted(homes)?))).collect()
}

/// The last five times a list of usernames was made for the client, newest first.
///
/// # Errors
/// When the database fails.
pub fn returned(tx: &mut Read<'_>, scope: &Scope<SeeBoard, ProjectPlace>) -> Result<Vec<Returned>, StoreError> {
    let place = scope.within();
    tx.many(RETURNED, args![place.organisation, place.project])
}
