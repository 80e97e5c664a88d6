//! Members of staff: invited, active, ended. Their address is their name here and is never folded.

use domain::access::{InviteStaff, ManageStaff, Scope, Team};
use domain::id::{IdentityId, OrganisationId, ProjectId, StaffId};
use domain::role::Role;
use domain::staff::State;
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

/// A member of staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// Their id.
    pub id: StaffId,
    /// What signs in.
    pub identity: IdentityId,
    /// The generation of that identity.
    pub generation: i64,
    /// The client they belong to; none for the operator's own.
    pub organisation: Option<OrganisationId>,
    /// The client's name.
    pub organisation_name: Option<String>,
    /// Their address.
    pub email: String,
    /// Their role.
    pub role: Role,
    /// How far they are.
    pub state: State,
    /// When the last invitation was accepted.
    pub joined_at: Option<Time>,
    /// Their client is frozen: none of their links works.
    pub is_frozen: bool,
}

impl Record for Staff {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: c.next()?,
            identity: c.next()?,
            generation: c.next()?,
            organisation: c.next()?,
            organisation_name: c.next()?,
            email: c.next()?,
            role: c.next()?,
            state: c.next()?,
            joined_at: c.next()?,
            is_frozen: c.next()?,
        })
    }
}

/// Somebody to be invited.
#[derive(Clone, Debug)]
pub struct NewStaff {
    /// Their id.
    pub id: StaffId,
    /// What will sign in.
    pub identity: IdentityId,
    /// The address, as it is written to.
    pub email: String,
    /// The role.
    pub role: Role,
    /// The projects of a project lead.
    pub projects: Vec<ProjectId>,
}

/// Of a member of staff, what a [`Staff`] holds.
macro_rules! one_of_staff {
    () => {
        "SELECT f.id, f.identity_id, i.generation, f.organisation_id, o.name, f.email, f.role, f.state, f.joined_at, \
         o.frozen_at IS NOT NULL FROM staff f JOIN identity i ON i.id = f.identity_id LEFT JOIN organisation o ON o.id = f.organisation_id "
    };
}

const ADD: Sql = sql!(
    "INSERT INTO staff (id, identity_id, organisation_id, email, role, state, joined_at, created_at, ended_at) \
     VALUES ($1, $2, $3, $4, $5, 'invited', NULL, $6, NULL)"
);
const ADD_PROJECT: Sql =
    sql!("INSERT INTO staff_project (staff_id, project_id) VALUES ($1, $2) ON CONFLICT DO NOTHING");
const BY_EMAIL: Sql = sql!(one_of_staff! "WHERE f.email = $1");
const BY_ID: Sql = sql!(one_of_staff! "WHERE f.id = $1");
const BY_IDENTITY: Sql = sql!(one_of_staff! "WHERE f.identity_id = $1");
const REVIVE: Sql = sql!(
    "UPDATE staff SET state = 'invited', role = $3, joined_at = NULL, ended_at = NULL \
     WHERE organisation_id IS NOT DISTINCT FROM $1 AND id = $2 AND state = 'ended'"
);
const SET_ROLE: Sql =
    sql!("UPDATE staff SET role = $3 WHERE organisation_id IS NOT DISTINCT FROM $1 AND id = $2 AND state <> 'ended'");
const END: Sql = sql!(
    "UPDATE staff SET state = 'ended', ended_at = $3 \
     WHERE organisation_id IS NOT DISTINCT FROM $1 AND id = $2 AND state <> 'ended'"
);
const INVITE_ANEW: Sql = sql!(
    "UPDATE staff SET state = 'invited', joined_at = NULL \
     WHERE organisation_id IS NOT DISTINCT FROM $1 AND id = $2 AND state = 'active'"
);
const FORGET_PROJECTS: Sql = sql!("DELETE FROM staff_project WHERE staff_id = $1");
const JOIN: Sql = sql!("UPDATE staff SET state = 'active', joined_at = $2 WHERE id = $1 AND state <> 'ended'");

/// Adds an invited member of staff.
///
/// # Errors
/// [`StoreError::Taken`] when the address is somebody's.
pub fn add(tx: &mut Write<'_>, scope: &Scope<InviteStaff, Team>, new: &NewStaff, at: Time) -> Result<(), StoreError> {
    tx.run(ADD, args![new.id, new.identity, scope.within().organisation(), new.email, new.role, at])?;
    tx.run_each(ADD_PROJECT, &project_rows(new.id, &new.projects)).map(drop)
}

fn project_rows(staff: StaffId, projects: &[ProjectId]) -> Vec<Vec<crate::value::Arg<'static>>> {
    projects
        .iter()
        .map(|project| vec![crate::value::Arg::Uuid(staff.uuid()), crate::value::Arg::Uuid(project.uuid())])
        .collect()
}

/// Gives a project lead more projects; those they have stay.
///
/// # Errors
/// When the database fails.
pub fn add_projects(
    tx: &mut Write<'_>,
    _: &Scope<InviteStaff, Team>,
    staff: StaffId,
    projects: &[ProjectId],
) -> Result<(), StoreError> {
    tx.run_each(ADD_PROJECT, &project_rows(staff, projects)).map(drop)
}

/// Whoever has exactly this address.
///
/// # Errors
/// When the database fails.
pub fn by_email(tx: &mut Read<'_>, email: &str) -> Result<Option<Staff>, StoreError> {
    tx.maybe(BY_EMAIL, args![email])
}

/// A member of staff by id.
///
/// # Errors
/// When the database fails.
pub fn by_id(tx: &mut Read<'_>, id: StaffId) -> Result<Option<Staff>, StoreError> {
    tx.maybe(BY_ID, args![id])
}

/// The member of staff an identity belongs to.
///
/// # Errors
/// When the database fails.
pub fn by_identity(tx: &mut Read<'_>, identity: IdentityId) -> Result<Option<Staff>, StoreError> {
    tx.maybe(BY_IDENTITY, args![identity])
}

/// The invitation was accepted.
///
/// # Errors
/// When the database fails.
pub fn join(tx: &mut Write<'_>, id: StaffId, at: Time) -> Result<(), StoreError> {
    tx.run(JOIN, args![id, at]).map(drop)
}

/// Somebody who has left comes back, in any role of the same team, by a new invitation.
///
/// # Errors
/// When the database fails.
pub fn revive(
    tx: &mut Write<'_>,
    scope: &Scope<InviteStaff, Team>,
    (id, role): (StaffId, Role),
    projects: &[ProjectId],
) -> Result<(), StoreError> {
    tx.run(REVIVE, args![scope.within().organisation(), id, role])?;
    tx.run_each(ADD_PROJECT, &project_rows(id, projects)).map(drop)
}

/// Somebody at work has to accept an invitation again: the second factor is lost. False when they are not at work.
///
/// # Errors
/// When the database fails.
pub fn invite_anew(tx: &mut Write<'_>, scope: &Scope<InviteStaff, Team>, id: StaffId) -> Result<bool, StoreError> {
    Ok(tx.run(INVITE_ANEW, args![scope.within().organisation(), id])? == 1)
}

/// Gives a member of a team another role.
///
/// # Errors
/// When the database fails.
pub fn set_role(
    tx: &mut Write<'_>,
    scope: &Scope<ManageStaff, Team>,
    (id, role): (StaffId, Role),
) -> Result<(), StoreError> {
    tx.run(SET_ROLE, args![scope.within().organisation(), id, role]).map(drop)
}

/// Gives a project lead exactly these projects.
///
/// # Errors
/// When the database fails.
pub fn set_projects(
    tx: &mut Write<'_>,
    _: &Scope<ManageStaff, Team>,
    id: StaffId,
    projects: &[ProjectId],
) -> Result<(), StoreError> {
    tx.run(FORGET_PROJECTS, args![id])?;
    tx.run_each(ADD_PROJECT, &project_rows(id, projects)).map(drop)
}

/// A member of a team has left: all that gave access is gone with it. False when they had left before.
///
/// # Errors
/// When the database fails.
pub fn end(
    tx: &mut Write<'_>,
    scope: &Scope<ManageStaff, Team>,
    (id, identity): (StaffId, IdentityId),
    at: Time,
) -> Result<bool, StoreError> {
    if tx.run(END, args![scope.within().organisation(), id, at])? != 1 {
        return Ok(false);
    }
    tx.run(FORGET_PROJECTS, args![id])?;
    crate::identity::end_all(tx, identity, "staff-ended", at)?;
    Ok(true)
}
