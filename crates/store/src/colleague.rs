//! The people of a team as their admin sees them, what hangs on one of them, and when their rights were last gone over.

use domain::access::{ManageStaff, Scope, Team};
use domain::id::{IdentityId, RightsReviewId, StaffId};
use domain::role::Role;
use domain::staff::State;
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

/// A member of a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// Their id.
    pub id: StaffId,
    /// What signs in.
    pub identity: IdentityId,
    /// Their address.
    pub email: String,
    /// Their role.
    pub role: Role,
    /// How far they are.
    pub state: State,
    /// When they were first invited.
    pub created_at: Time,
    /// When they accepted.
    pub joined_at: Option<Time>,
    /// When they left.
    pub ended_at: Option<Time>,
    /// When they last signed in.
    pub signed_in_at: Option<Time>,
    /// A second factor is set.
    pub has_factor: bool,
    /// An invitation that was mailed can be used now.
    pub invitation_works: bool,
    /// The projects of a project lead, as `client/project`.
    pub projects: Vec<String>,
}

impl Record for Colleague {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: c.next()?,
            identity: c.next()?,
            email: c.next()?,
            role: c.next()?,
            state: c.next()?,
            created_at: c.next()?,
            joined_at: c.next()?,
            ended_at: c.next()?,
            signed_in_at: c.next()?,
            has_factor: c.next()?,
            invitation_works: c.next()?,
            projects: Vec::new(),
        })
    }
}

/// What hangs on somebody, and ends with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holdings {
    /// Devices that are signed in.
    pub sessions: u32,
    /// Browsers that are recognised.
    pub devices: u32,
    /// Mails that wait to be sent.
    pub mails: u32,
    /// Links in mails that work.
    pub links: u32,
}

impl Record for Holdings {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { sessions: c.next()?, devices: c.next()?, mails: c.next()?, links: c.next()? })
    }
}

/// Somebody went over the rights of a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// When.
    pub at: Time,
    /// Who, by address.
    pub by: String,
    /// So many people stayed as they were.
    pub kept: u32,
    /// So many were ended.
    pub ended: u32,
}

impl Record for Review {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { at: c.next()?, by: c.next()?, kept: c.next()?, ended: c.next()? })
    }
}

/// The people of a team: `$1` its client, or none; `$2` now.
macro_rules! colleagues {
    () => {
        "SELECT f.id, f.identity_id, f.email, f.role, f.state, f.created_at, f.joined_at, f.ended_at, i.signed_in_at, \
         EXISTS (SELECT 1 FROM second_factor s WHERE s.identity_id = i.id AND s.generation = i.generation \
         AND s.set_at IS NOT NULL), \
         EXISTS (SELECT 1 FROM token t WHERE t.identity_id = i.id AND t.purpose = 'invitation' AND t.used_at IS NULL \
         AND t.ended_at IS NULL AND t.expires_at > $2 AND t.generation = i.generation) \
         FROM staff f JOIN identity i ON i.id = f.identity_id WHERE f.organisation_id IS NOT DISTINCT FROM $1 "
    };
}

const AT_WORK: Sql = sql!(colleagues! "AND f.state <> 'ended' ORDER BY f.email, f.id");
const GONE: Sql = sql!(colleagues! "AND f.state = 'ended' ORDER BY f.ended_at DESC, f.id DESC LIMIT 100");
const ONE: Sql = sql!(colleagues! "AND f.id = $3 ORDER BY f.id");
const PROJECTS: Sql = sql!(
    "SELECT s.staff_id, o.slug, p.slug FROM staff_project s JOIN project p ON p.id = s.project_id \
     JOIN organisation o ON o.id = p.organisation_id JOIN staff f ON f.id = s.staff_id \
     WHERE f.organisation_id IS NOT DISTINCT FROM $1 ORDER BY o.slug, p.slug"
);
const OTHER_ADMINS: Sql = sql!(
    "SELECT CAST(count(*) AS BIGINT) FROM staff WHERE organisation_id IS NOT DISTINCT FROM $1 AND role = $2 \
     AND state = 'active' AND id <> $3"
);
const HOLDINGS: Sql = sql!(
    "SELECT (SELECT CAST(count(*) AS BIGINT) FROM session s WHERE s.identity_id = i.id AND s.ended_at IS NULL \
     AND s.ends_at > $3 AND s.generation = i.generation), \
     (SELECT CAST(count(*) AS BIGINT) FROM device d WHERE d.identity_id = i.id AND d.generation = i.generation), \
     (SELECT CAST(count(*) AS BIGINT) FROM mail m WHERE m.identity_id = i.id AND m.state = 'waiting'), \
     (SELECT CAST(count(*) AS BIGINT) FROM token t WHERE t.identity_id = i.id AND t.used_at IS NULL \
     AND t.ended_at IS NULL AND t.expires_at > $3 AND t.generation = i.generation) \
     FROM identity i JOIN staff f ON f.identity_id = i.id WHERE f.organisation_id IS NOT DISTINCT FROM $1 AND f.id = $2"
);
const REVIEWED: Sql = sql!(
    "SELECT r.created_at, f.email, r.kept, r.ended FROM rights_review r JOIN staff f ON f.id = r.staff_id \
     WHERE r.organisation_id IS NOT DISTINCT FROM $1 ORDER BY r.created_at DESC, r.id DESC LIMIT 1"
);
const ADD_REVIEW: Sql = sql!(
    "INSERT INTO rights_review (id, organisation_id, staff_id, kept, ended, created_at) VALUES ($1, $2, $3, $4, $5, $6)"
);

/// The people of a team that are invited or at work, by address; and those that left, the last hundred.
///
/// # Errors
/// When the database fails.
pub fn list(
    tx: &mut Read<'_>,
    scope: &Scope<ManageStaff, Team>,
    now: Time,
) -> Result<(Vec<Colleague>, Vec<Colleague>), StoreError> {
    let team = scope.within().organisation();
    let mut here: Vec<Colleague> = tx.many(AT_WORK, args![team, now])?;
    let projects: Vec<(StaffId, String, String)> = tx.many(PROJECTS, args![team])?;
    for (staff, client, project) in projects {
        if let Some(lead) = here.iter_mut().find(|it| it.id == staff) {
            lead.projects.push(format!("{client}/{project}"));
        }
    }
    Ok((here, tx.many(GONE, args![team, now])?))
}

/// One of a team; nobody of another one.
///
/// # Errors
/// When the database fails.
pub fn find(
    tx: &mut Read<'_>,
    scope: &Scope<ManageStaff, Team>,
    id: StaffId,
    now: Time,
) -> Result<Option<Colleague>, StoreError> {
    let team = scope.within().organisation();
    let Some(mut found) = tx.maybe::<Colleague>(ONE, args![team, now, id])? else { return Ok(None) };
    let projects: Vec<(StaffId, String, String)> = tx.many(PROJECTS, args![team])?;
    let own = projects.into_iter().filter(|(staff, _, _)| *staff == id);
    found.projects = own.map(|(_, client, project)| format!("{client}/{project}")).collect();
    Ok(Some(found))
}

/// How many others of a team are at work in a role.
///
/// # Errors
/// When the database fails.
pub fn others(
    tx: &mut Read<'_>,
    scope: &Scope<ManageStaff, Team>,
    role: Role,
    but: StaffId,
) -> Result<u32, StoreError> {
    let (count,): (u32,) = tx.one(OTHER_ADMINS, args![scope.within().organisation(), role, but])?;
    Ok(count)
}

/// What hangs on one of a team.
///
/// # Errors
/// When the database fails.
pub fn holdings(
    tx: &mut Read<'_>,
    scope: &Scope<ManageStaff, Team>,
    id: StaffId,
    now: Time,
) -> Result<Option<Holdings>, StoreError> {
    tx.maybe(HOLDINGS, args![scope.within().organisation(), id, now])
}

/// The last time the rights of a team were gone over.
///
/// # Errors
/// When the database fails.
pub fn last_review(tx: &mut Read<'_>, scope: &Scope<ManageStaff, Team>) -> Result<Option<Review>, StoreError> {
    tx.maybe(REVIEWED, args![scope.within().organisation()])
}

/// Writes down that the rights of a team were gone over: who did, how many stayed and how many were ended.
///
/// # Errors
/// When the database fails.
pub fn add_review(
    tx: &mut Write<'_>,
    scope: &Scope<ManageStaff, Team>,
    (id, by): (RightsReviewId, StaffId),
    (kept, ended): (u32, u32),
    at: Time,
) -> Result<(), StoreError> {
    tx.run(ADD_REVIEW, args![id, scope.within().organisation(), by, kept, ended, at]).map(drop)
}
