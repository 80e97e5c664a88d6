//! Who may do what. A right is an argument: a [`Scope`] can only be made here, from an [`Actor`], and every function of
//! the store that reads or changes a client's things takes one. [`TABLE`] is the table of rights of PRODUCT section 4,
//! for what exists so far.

use crate::id::{AccountId, IdentityId, OccupancyId, OrganisationId, ProjectId, StaffId};
use crate::role::Role;

/// Who acts. Read inside the transaction, from the session: what was revoked a moment ago is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A resident.
    Resident {
        /// What signed in.
        identity: IdentityId,
        /// The current occupancy.
        occupancy: OccupancyId,
        /// The account.
        account: AccountId,
        /// The client that manages the home.
        organisation: OrganisationId,
    },
    /// A member of staff.
    Staff {
        /// Who.
        staff: StaffId,
        /// What signed in.
        identity: IdentityId,
        /// The role.
        role: Role,
        /// The client they work for; none for the operator's own people.
        organisation: Option<OrganisationId>,
        /// The projects of a project lead.
        projects: Vec<ProjectId>,
    },
    /// The command line on the server, as the server's own user.
    Server,
    /// A job that does what was asked before, in nobody's name.
    Job,
    /// Somebody who is not signed in, and holds a link from a mail.
    Anonymous,
}

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// It belongs to another client: answered as if it did not exist (404).
    #[error("not found")]
    NotYours,
    /// This role may not (403).
    #[error("not allowed")]
    NotAllowed,
}

/// The whole installation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anywhere;

/// Proof that `A` may be done within `W`.
#[derive(Debug)]
pub struct Scope<A, W> {
    by: Actor,
    within: W,
    act: std::marker::PhantomData<A>,
}

impl<A, W: Copy> Scope<A, W> {
    /// Who.
    #[must_use]
    pub fn by(&self) -> &Actor {
        &self.by
    }

    /// Where.
    #[must_use]
    pub fn within(&self) -> W {
        self.within
    }
}

mod sealed {
    pub trait Sealed {}
}

/// A kind of act, known to the table.
pub trait Act: sealed::Sealed {
    /// Its name in [`TABLE`].
    const NAME: &'static str;
}

macro_rules! acts {
    ($($(#[$doc:meta])* $act:ident = $name:literal),* $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Debug)]
            pub enum $act {}
            impl sealed::Sealed for $act {}
            impl Act for $act { const NAME: &'static str = $name; }
        )*

        /// The names of all acts.
        pub const ACTS: &[&str] = &[$($name),*];
    };
}

acts! {
    /// Adds a client.
    AddOrganisation = "organisation.add",
    /// Adds a project to a client.
    AddProject = "project.add",
    /// Invites a member of staff.
    InviteStaff = "staff.invite",
    /// Imports a list of homes and addresses.
    Import = "import",
    /// Sees the usernames of homes.
    SeeUsernames = "usernames.see",
    /// Sees how far the homes of a project have come, as counts.
    SeeBoard = "board.see",
    /// Sees home by home how far it has come.
    SeeHomes = "homes.see",
    /// Ticks that username and instruction were handed out.
    HandOut = "handout",
    /// Lets a household leave a home and another come: plans it, changes it, calls it off.
    ChangeTenants = "tenant-change",
    /// Sees the mails that could not be delivered, without their content.
    SeeDeadLetters = "dead-letters.see",
    /// Sends such a mail once more.
    RetryDeadLetters = "dead-letters.retry",
}

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Staff of a role, within their own client if they have one.
    Role(Role),
    /// Project leads, within their own projects.
    OwnProjects,
    /// A job that finishes what somebody with the right began.
    Job,
}

/// Who may do what, beside the command line, which may do all of it and is logged as such.
pub const TABLE: &[(&str, &[Who])] = &[
    (AddOrganisation::NAME, &[]),
    (AddProject::NAME, &[]),
    (InviteStaff::NAME, &[]),
    (Import::NAME, &[Who::Role(Role::Clerk), Who::Role(Role::OrgAdmin), Who::OwnProjects, Who::Job]),
    (SeeUsernames::NAME, &[Who::Role(Role::Clerk), Who::Role(Role::OrgAdmin), Who::OwnProjects]),
    (SeeBoard::NAME, &[Who::Role(Role::Clerk), Who::Role(Role::OrgAdmin), Who::OwnProjects]),
    (SeeHomes::NAME, &[Who::Role(Role::Clerk), Who::Role(Role::OrgAdmin), Who::OwnProjects]),
    (HandOut::NAME, &[Who::Role(Role::Clerk), Who::Role(Role::OrgAdmin), Who::OwnProjects]),
    (ChangeTenants::NAME, &[Who::Role(Role::Clerk), Who::Role(Role::OrgAdmin), Who::OwnProjects, Who::Job]),
    (SeeDeadLetters::NAME, &[Who::Role(Role::OperatorAdmin)]),
    (RetryDeadLetters::NAME, &[Who::Role(Role::OperatorAdmin)]),
];

fn listed(act: &str) -> &'static [Who] {
    TABLE.iter().find(|(name, _)| *name == act).map_or(&[], |(_, who)| who)
}

fn scope<A, W>(by: &Actor, within: W) -> Scope<A, W> {
    Scope { by: by.clone(), within, act: std::marker::PhantomData }
}

/// Over the whole installation: the operator's own people only.
///
/// # Errors
/// [`Denied::NotAllowed`].
pub fn anywhere<A: Act>(who: &Actor) -> Result<Scope<A, Anywhere>, Denied> {
    match who {
        Actor::Server => Ok(scope(who, Anywhere)),
        Actor::Staff { role, organisation: None, .. } if listed(A::NAME).contains(&Who::Role(*role)) => {
            Ok(scope(who, Anywhere))
        }
        _ => Err(Denied::NotAllowed),
    }
}

/// One project of one client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProjectPlace {
    /// The client.
    pub organisation: OrganisationId,
    /// The project.
    pub project: ProjectId,
}

/// A client's own people see another client's things as if they did not exist, whatever their role.
fn check_client(own: Option<OrganisationId>, role: Role, organisation: OrganisationId) -> Result<(), Denied> {
    if role.of_client() && own != Some(organisation) { Err(Denied::NotYours) } else { Ok(()) }
}

/// Within one client.
///
/// # Errors
/// [`Denied::NotYours`] for another client, [`Denied::NotAllowed`] for a role that may not.
pub fn in_organisation<A: Act>(who: &Actor, organisation: OrganisationId) -> Result<Scope<A, OrganisationId>, Denied> {
    match who {
        Actor::Server => Ok(scope(who, organisation)),
        Actor::Job if listed(A::NAME).contains(&Who::Job) => Ok(scope(who, organisation)),
        Actor::Staff { role, organisation: own, .. } => {
            check_client(*own, *role, organisation)?;
            if listed(A::NAME).contains(&Who::Role(*role)) {
                Ok(scope(who, organisation))
            } else {
                Err(Denied::NotAllowed)
            }
        }
        _ => Err(Denied::NotAllowed),
    }
}

/// Within one project of a client: also its project leads. The organisation must be the project's own, as the store
/// found it.
///
/// # Errors
/// [`Denied::NotYours`] for another client or project, [`Denied::NotAllowed`] for a role that may not.
pub fn in_project<A: Act>(who: &Actor, place: ProjectPlace) -> Result<Scope<A, ProjectPlace>, Denied> {
    if let Actor::Staff { role: Role::ProjectLead, projects, .. } = who {
        if !projects.contains(&place.project) {
            return Err(Denied::NotYours);
        }
        return if listed(A::NAME).contains(&Who::OwnProjects) {
            Ok(scope(who, place))
        } else {
            Err(Denied::NotAllowed)
        };
    }
    in_organisation::<A>(who, place.organisation).map(|_| scope(who, place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn staff(role: Role, organisation: Option<OrganisationId>, projects: Vec<ProjectId>) -> Actor {
        let (staff, identity) = (StaffId::from_uuid(Uuid::from_u128(1)), IdentityId::from_uuid(Uuid::from_u128(2)));
        Actor::Staff { staff, identity, role, organisation, projects }
    }

    #[test]
    fn every_act_has_its_row_and_every_row_its_act() {
        let rows: Vec<_> = TABLE.iter().map(|(name, _)| *name).collect();
        assert_eq!(rows, ACTS);
    }

    #[test]
    fn another_client_is_not_found_and_another_role_is_refused() {
        let (own, other) =
            (OrganisationId::from_uuid(Uuid::from_u128(3)), OrganisationId::from_uuid(Uuid::from_u128(4)));
        let clerk = staff(Role::Clerk, Some(own), vec![]);
        assert!(in_organisation::<Import>(&clerk, own).is_ok());
        assert_eq!(in_organisation::<Import>(&clerk, other).map(drop), Err(Denied::NotYours));
        assert_eq!(anywhere::<SeeDeadLetters>(&clerk).map(drop), Err(Denied::NotAllowed));
        assert_eq!(in_organisation::<AddProject>(&clerk, own).map(drop), Err(Denied::NotAllowed));
        assert_eq!(in_organisation::<AddProject>(&clerk, other).map(drop), Err(Denied::NotYours), "place before role");
        let of_nobody = staff(Role::Clerk, None, vec![]);
        assert_eq!(
            in_organisation::<Import>(&of_nobody, own).map(drop),
            Err(Denied::NotYours),
            "a client's own, of none"
        );
        for role in Role::ALL {
            let may = anywhere::<SeeDeadLetters>(&staff(role, role.of_client().then_some(own), vec![])).is_ok();
            assert_eq!(may, role == Role::OperatorAdmin, "{role}");
        }
        assert_eq!(anywhere::<AddOrganisation>(&Actor::Anonymous).map(drop), Err(Denied::NotAllowed));
        assert!(anywhere::<AddOrganisation>(&Actor::Server).is_ok());
    }

    #[test]
    fn a_project_lead_has_the_own_projects_only() {
        let org = OrganisationId::from_uuid(Uuid::from_u128(3));
        let (mine, other) = (ProjectId::from_uuid(Uuid::from_u128(5)), ProjectId::from_uuid(Uuid::from_u128(6)));
        let lead = staff(Role::ProjectLead, None, vec![mine]);
        let at = |project| ProjectPlace { organisation: org, project };
        assert!(in_project::<Import>(&lead, at(mine)).is_ok());
        assert_eq!(in_project::<Import>(&lead, at(other)).map(drop), Err(Denied::NotYours));
        assert_eq!(in_organisation::<Import>(&lead, org).map(drop), Err(Denied::NotAllowed));
        assert_eq!(in_project::<SeeDeadLetters>(&lead, at(mine)).map(drop), Err(Denied::NotAllowed));
        assert!(in_project::<Import>(&Actor::Job, at(mine)).is_ok(), "a job finishes what was confirmed");
        assert_eq!(in_project::<SeeUsernames>(&Actor::Job, at(mine)).map(drop), Err(Denied::NotAllowed));
        assert!(in_project::<ChangeTenants>(&lead, at(mine)).is_ok());
        assert_eq!(in_project::<ChangeTenants>(&lead, at(other)).map(drop), Err(Denied::NotYours));
        assert!(in_project::<ChangeTenants>(&Actor::Job, at(mine)).is_ok(), "and what was planned");
    }
}
