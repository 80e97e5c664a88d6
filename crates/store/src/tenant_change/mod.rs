//! Tenant changes (PRODUCT 3.7, law 6): what was planned, and how far it is. The bounds of access are written with the plan
//! ([`bounds`]); what hung on those who left is cleared away when it is due ([`clear`]).

mod bounds;
mod clear;
mod people;
mod reopen;
mod still_here;

use domain::access::{ChangeTenants, ProjectPlace, Scope};
use domain::home::Home;
use domain::id::{DwellingId, EmailLinkId, OccupancyId, StaffId, TenantChangeId};
use domain::tenant_change::{Kind, Moments, State};
use domain::time::{Day, Time};

use crate::error::StoreError;
use crate::home::written;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, DayText, Record};
use crate::{args, sql};

pub use bounds::{call_off, end_access, give_back, let_in};
pub use clear::{Cleared, clear, ended};
pub use people::{Living, living};
pub use reopen::{Left, bring_back, last_done, left};
pub use still_here::{Leaver, Told, leaver, said, tell_whom, told};

/// A tenant change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its id.
    pub id: TenantChangeId,
    /// The home.
    pub dwelling: DwellingId,
    /// The home as the client wrote it.
    pub home: Home,
    /// The username of its main account.
    pub username: String,
    /// What happens.
    pub kind: Kind,
    /// How far it is.
    pub state: State,
    /// The last day of those who leave, and the moment from which they have no access.
    pub ends: Option<(Day, Time)>,
    /// The first day of those who come, and the moment from which they have access.
    pub begins: Option<(Day, Time)>,
    /// So many days somebody had access who should not have had it.
    pub gap: u16,
    /// The occupancy that begins with it.
    pub occupancy: Option<OccupancyId>,
    /// The address of who planned it; none for the command line.
    pub by: Option<String>,
    /// When it was planned.
    pub created_at: Time,
    /// When it happens, or did.
    pub due_at: Time,
    /// When what hung on those who left was cleared away.
    pub done_at: Option<Time>,
    /// When somebody who was to leave said to live there still.
    pub still_here_at: Option<Time>,
}

impl Record for Change {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (id, dwelling) = (c.next()?, c.next()?);
        let home = written(c)?;
        let (username, kind, state) = (c.next()?, c.next()?, c.next()?);
        let mut bound = || {
            let (day, at): (Option<DayText>, Option<Time>) = (c.next()?, c.next()?);
            let day = day.map(|text| text.day()).transpose()?;
            Ok::<_, StoreError>(day.zip(at))
        };
        let (ends, begins) = (bound()?, bound()?);
        let gap = u16::try_from(c.next::<u32>()?).unwrap_or(u16::MAX);
        let (occupancy, by, created_at) = (c.next()?, c.next()?, c.next()?);
        let (due_at, done_at, still_here_at) = (c.next()?, c.next()?, c.next()?);
        Ok(Self {
            id,
            dwelling,
            home,
            username,
            kind,
            state,
            ends,
            begins,
            gap,
            occupancy,
            by,
            created_at,
            due_at,
            done_at,
            still_here_at,
        })
    }
}

struct HomeRow(Home);

impl Record for HomeRow {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        written(c).map(Self)
    }
}

/// A tenant change to be added.
#[derive(Clone, Copy, Debug)]
pub struct NewChange {
    /// Its id.
    pub id: TenantChangeId,
    /// The home.
    pub dwelling: DwellingId,
    /// What happens.
    pub kind: Kind,
    /// When.
    pub moments: Moments,
    /// The occupancy that begins with it.
    pub occupancy: Option<OccupancyId>,
    /// Who plans it; none for the command line.
    pub staff: Option<StaffId>,
}

const ADD: Sql = sql!(
    "INSERT INTO tenant_change (id, organisation_id, dwelling_id, kind, state, ends_on, ends_at, starts_on, starts_at, gap, \
     begins_id, staff_id, created_at, changed_at, due_at, done_at) \
     VALUES ($1, $2, $3, $4, 'planned', $5, $6, $7, $8, $9, $10, $11, $12, $12, $13, NULL)"
);
/// The changes of a client (`$1`), of dwelling `d`.
macro_rules! changes {
    () => {
        "SELECT t.id, t.dwelling_id, d.client_number, d.street, d.house_number, d.addition, d.postcode, d.place, d.build_number, \
         a.username, t.kind, t.state, t.ends_on, t.ends_at, t.starts_on, t.starts_at, t.gap, t.begins_id, s.email, \
         t.created_at, t.due_at, t.done_at, t.still_here_at FROM tenant_change t JOIN dwelling d ON d.id = t.dwelling_id AND d.organisation_id = t.organisation_id \
         JOIN account a ON a.dwelling_id = d.id AND a.main LEFT JOIN staff s ON s.id = t.staff_id \
         WHERE t.organisation_id = $1 AND "
    };
}

const DWELLING: Sql = sql!("SELECT id, dwelling_id FROM tenant_change WHERE id = $1");
const FIND: Sql = sql!(
    changes! "t.id = $2"
);
const PLANNED: Sql = sql!(
    changes! "t.dwelling_id = $2 AND t.state = 'planned' LIMIT 1"
);
const OF_HOME: Sql = sql!(
    changes! "t.dwelling_id = $2 ORDER BY t.id DESC LIMIT 50"
);
const OF_PROJECT: Sql = sql!(
    changes! "d.project_id = $2 AND t.state = 'planned' AND (t.due_at, t.id) > ($3, $4) \
     ORDER BY t.due_at, t.id LIMIT $5"
);
const PAST: Sql = sql!(
    changes! "d.project_id = $2 AND t.state <> 'planned' ORDER BY t.id DESC LIMIT 50"
);
const COMES: Sql = sql!(
    "SELECT l.id, l.address FROM email_link l WHERE l.organisation_id = $1 AND l.occupancy_id = $2 \
     AND l.proof IN ('linked', 'confirmed') LIMIT 1"
);
const HOME: Sql = sql!(
    "SELECT client_number, street, house_number, addition, postcode, place, build_number FROM dwelling \
     WHERE organisation_id = $1 AND id = $2"
);
const DUE: Sql = sql!(
    "SELECT id, dwelling_id FROM tenant_change WHERE state = 'planned' AND due_at <= $1 ORDER BY due_at, id LIMIT 50"
);
const DO: Sql = sql!(
    "UPDATE tenant_change SET state = 'done', changed_at = $3, done_at = $3 \
     WHERE organisation_id = $1 AND id = $2 AND state = 'planned' AND due_at <= $3"
);
const CANCEL: Sql = sql!(
    "UPDATE tenant_change SET state = 'cancelled', changed_at = $3, begins_id = NULL \
     WHERE organisation_id = $1 AND id = $2 AND state = 'planned' AND due_at > $3"
);
const NOBODY_COMES: Sql = sql!(
    "UPDATE tenant_change SET changed_at = $3, starts_on = NULL, starts_at = NULL, begins_id = NULL \
     WHERE organisation_id = $1 AND id = $2 AND state = 'done' AND starts_at > $3"
);

/// Writes down what is planned.
///
/// # Errors
/// [`StoreError::Taken`] when another change of this home is planned.
pub fn add(
    tx: &mut Write<'_>,
    scope: &Scope<ChangeTenants, ProjectPlace>,
    new: &NewChange,
    at: Time,
) -> Result<(), StoreError> {
    let Moments { ends, begins, gap } = new.moments;
    let due_at = new.moments.due_at().ok_or_else(|| StoreError::internal("a change without a moment"))?;
    let day = |bound: Option<(Day, Time)>| bound.map(|(day, _)| DayText::from(day));
    let moment = |bound: Option<(Day, Time)>| bound.map(|(_, at)| at);
    let (ends_on, ends_at, starts_on, starts_at) = (day(ends), moment(ends), day(begins), moment(begins));
    let (organisation, gap) = (scope.within().organisation, i64::from(gap));
    tx.run(
        ADD,
        args![
            new.id,
            organisation,
            new.dwelling,
            new.kind,
            ends_on,
            ends_at,
            starts_on,
            starts_at,
            gap,
            new.occupancy,
            new.staff,
            at,
            due_at
        ],
    )
    .map(drop)
}

/// The home of a change. Whoever asks makes a scope there before showing or changing anything.
///
/// # Errors
/// When the database fails.
pub fn dwelling_of(tx: &mut Read<'_>, change: TenantChangeId) -> Result<Option<DwellingId>, StoreError> {
    let found: Option<(TenantChangeId, DwellingId)> = tx.maybe(DWELLING, args![change])?;
    Ok(found.map(|(_, dwelling)| dwelling))
}

/// A change.
///
/// # Errors
/// When the database fails.
pub fn find(
    tx: &mut Read<'_>,
    scope: &Scope<ChangeTenants, ProjectPlace>,
    change: TenantChangeId,
) -> Result<Option<Change>, StoreError> {
    tx.maybe(FIND, args![scope.within().organisation, change])
}

/// The change of a home that is planned; also one whose moment has come and that nobody has done yet.
///
/// # Errors
/// When the database fails.
pub fn planned<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, ProjectPlace>,
    dwelling: DwellingId,
) -> Result<Option<Change>, StoreError> {
    tx.maybe(PLANNED, args![scope.within().organisation, dwelling])
}

/// The changes of a home, newest first, at most 50.
///
/// # Errors
/// When the database fails.
pub fn of_home<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, ProjectPlace>,
    dwelling: DwellingId,
) -> Result<Vec<Change>, StoreError> {
    tx.many(OF_HOME, args![scope.within().organisation, dwelling])
}

/// The planned changes of a project behind one, in the order of their moments.
///
/// # Errors
/// When the database fails.
pub fn of_project(
    tx: &mut Read<'_>,
    scope: &Scope<ChangeTenants, ProjectPlace>,
    (after, most): (Option<(Time, TenantChangeId)>, u32),
) -> Result<Vec<Change>, StoreError> {
    let ProjectPlace { organisation, project } = scope.within();
    let first = (Time::from_micros(i64::MIN), TenantChangeId::from_uuid(uuid::Uuid::nil()));
    let (at, id) = after.unwrap_or(first);
    tx.many(OF_PROJECT, args![organisation, project, at, id, most])
}

/// The changes of a project that happened or were called off, newest first, at most 50.
///
/// # Errors
/// When the database fails.
pub fn past(tx: &mut Read<'_>, scope: &Scope<ChangeTenants, ProjectPlace>) -> Result<Vec<Change>, StoreError> {
    let ProjectPlace { organisation, project } = scope.within();
    tx.many(PAST, args![organisation, project])
}

/// The address of a household that comes, as it was typed.
///
/// # Errors
/// When the database fails.
pub fn address_of(
    tx: &mut Read<'_>,
    scope: &Scope<ChangeTenants, ProjectPlace>,
    occupancy: OccupancyId,
) -> Result<Option<String>, StoreError> {
    let found: Option<(EmailLinkId, String)> = tx.maybe(COMES, args![scope.within().organisation, occupancy])?;
    Ok(found.map(|(_, address)| address))
}

/// A home as the client wrote it.
///
/// # Errors
/// When the database fails.
pub fn home_of(
    tx: &mut Read<'_>,
    scope: &Scope<ChangeTenants, ProjectPlace>,
    dwelling: DwellingId,
) -> Result<Option<Home>, StoreError> {
    Ok(tx.maybe::<HomeRow>(HOME, args![scope.within().organisation, dwelling])?.map(|row| row.0))
}

/// Planned changes whose moment has come, with their homes; at most 50.
///
/// # Errors
/// When the database fails.
pub fn due(tx: &mut Read<'_>, now: Time) -> Result<Vec<(TenantChangeId, DwellingId)>, StoreError> {
    tx.many(DUE, args![now])
}

/// It happened: true for the one that says so first, which then has to clear away.
///
/// # Errors
/// When the database fails.
pub fn done(
    tx: &mut Write<'_>,
    scope: &Scope<ChangeTenants, ProjectPlace>,
    change: TenantChangeId,
    now: Time,
) -> Result<bool, StoreError> {
    Ok(tx.run(DO, args![scope.within().organisation, change, now])? == 1)
}

/// It is called off; false when its moment has come, or somebody was first.
///
/// # Errors
/// When the database fails.
pub fn cancel(
    tx: &mut Write<'_>,
    scope: &Scope<ChangeTenants, ProjectPlace>,
    change: TenantChangeId,
    now: Time,
) -> Result<bool, StoreError> {
    Ok(tx.run(CANCEL, args![scope.within().organisation, change, now])? == 1)
}

/// Those who left are gone; that others come is called off. False when they have come.
///
/// # Errors
/// When the database fails.
pub fn nobody_comes(
    tx: &mut Write<'_>,
    scope: &Scope<ChangeTenants, ProjectPlace>,
    change: TenantChangeId,
    now: Time,
) -> Result<bool, StoreError> {
    Ok(tx.run(NOBODY_COMES, args![scope.within().organisation, change, now])? == 1)
}
