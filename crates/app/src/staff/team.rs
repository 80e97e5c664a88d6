//! The people that somebody looks after, and why something cannot be done with one of them.

use domain::access::{Denied, ManageStaff, Scope, Team};
use domain::email::AddressFault;
use domain::id::{ProjectId, StaffId};
use domain::staff::State;
use domain::time::Time;
use store::colleague::Colleague;
use store::{Read, StoreError};

use crate::caller::Barred;

/// Whose people: those of the caller's own client, or the operator's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Of the client that the caller works for.
    Client,
    /// The operator's own.
    Operator,
}

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    /// Not a right of this person, or nobody of the own team.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// The address cannot be written to.
    #[error("the e-mail address is not one: {0}")]
    Address(#[from] AddressFault),
    /// The mailbox belongs to a desk: group accounts do not exist.
    #[error("this mailbox is nobody's own")]
    GroupAddress,
    /// Somebody of the own team has this address.
    #[error("somebody with this address is in the team already")]
    Already(State),
    /// The address cannot be invited; why is not told, as it may be somebody of another client.
    #[error("this address cannot be invited")]
    CannotBe,
    /// No role of this team.
    #[error("not a role of this team")]
    Role,
    /// A project lead has at least one project.
    #[error("a project lead needs a project")]
    NeedsProjects,
    /// No such project.
    #[error("there is no project {0}")]
    UnknownProject(String),
    /// Nobody ends themselves, or takes their own rights away.
    #[error("nobody does this to themselves")]
    Oneself,
    /// Without them nobody would look after the team.
    #[error("the last admin stays")]
    LastAdmin,
    /// They have left, or accepted, before this.
    #[error("they are not that far, or further")]
    TooLate,
    /// Something changed since it was shown.
    #[error("something changed meanwhile")]
    Moved,
    /// The client has an admin of its own, who invites the others.
    #[error("the client has an admin")]
    HasAdmin,
}

impl From<StoreError> for StaffError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

impl From<Denied> for StaffError {
    fn from(denied: Denied) -> Self {
        Self::Barred(denied.into())
    }
}

/// One of the team; somebody of another one does not exist.
pub(super) fn one(
    tx: &mut Read<'_>,
    scope: &Scope<ManageStaff, Team>,
    id: StaffId,
    now: Time,
) -> Result<Colleague, StaffError> {
    Ok(store::colleague::find(tx, scope, id, now)?.ok_or(Denied::NotYours)?)
}

/// Whether somebody's rights can be taken away: not one's own, not those of who has left, not those of the last admin.
pub(super) fn can_lose(
    tx: &mut Read<'_>,
    scope: &Scope<ManageStaff, Team>,
    colleague: &Colleague,
) -> Result<(), StaffError> {
    if scope.by().staff() == Some(colleague.id) {
        return Err(StaffError::Oneself);
    }
    if colleague.state == State::Ended {
        return Err(StaffError::TooLate);
    }
    let (team, is_admin) = (scope.within(), colleague.role == scope.within().admin());
    if is_admin
        && colleague.state == State::Active
        && store::colleague::others(tx, scope, team.admin(), colleague.id)? == 0
    {
        return Err(StaffError::LastAdmin);
    }
    Ok(())
}

/// The projects of these names, `client/project`.
pub(super) fn named_projects(tx: &mut Read<'_>, names: &[(String, String)]) -> Result<Vec<ProjectId>, StaffError> {
    names
        .iter()
        .map(|(organisation, project)| {
            let found = store::project::by_slugs(tx, organisation, project)?;
            found.map(|found| found.id).ok_or_else(|| StaffError::UnknownProject(format!("{organisation}/{project}")))
        })
        .collect()
}
