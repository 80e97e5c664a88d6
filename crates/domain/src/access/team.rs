//! The people who work together, and who looks after them.

use super::{
    Act, Actor, Denied, InviteStaff, ProjectPlace, Scope, SecondAdmin, Who, anywhere, in_organisation, listed, scope,
};
use crate::id::OrganisationId;
use crate::role::Role;

/// The people who work together: a client's own, or the operator's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Team {
    /// Of one client.
    Client(OrganisationId),
    /// The operator's own.
    Operator,
}

impl Team {
    /// The client; none for the operator's own.
    #[must_use]
    pub const fn organisation(self) -> Option<OrganisationId> {
        match self {
            Self::Client(organisation) => Some(organisation),
            Self::Operator => None,
        }
    }

    /// The role of those who look after it.
    #[must_use]
    pub const fn admin(self) -> Role {
        match self {
            Self::Client(_) => Role::OrgAdmin,
            Self::Operator => Role::OperatorAdmin,
        }
    }

    /// Somebody of this role can belong to it.
    #[must_use]
    pub const fn takes(self, role: Role) -> bool {
        role.of_client() == matches!(self, Self::Client(_))
    }
}

/// Over the people of a team: its own admin, and nobody of another team.
///
/// # Errors
/// [`Denied::NotYours`] for the team of another client, [`Denied::NotAllowed`] for a role that may not.
pub fn in_team<A: Act>(who: &Actor, team: Team) -> Result<Scope<A, Team>, Denied> {
    match (team, who) {
        (Team::Client(_), Actor::Staff { organisation: None, .. }) => Err(Denied::NotAllowed),
        (Team::Client(organisation), _) => in_organisation::<A>(who, organisation).map(|_| scope(who, team)),
        (Team::Operator, _) => anywhere::<A>(who).map(|_| scope(who, team)),
    }
}

/// Over what no admin of a team does alone: its own other admins, and the operator's.
///
/// # Errors
/// [`Denied::NotYours`] for the team of another client, [`Denied::NotAllowed`] for a role that may not.
pub fn as_second_admin(who: &Actor, team: Team) -> Result<Scope<SecondAdmin, Team>, Denied> {
    match (team, who) {
        (Team::Client(organisation), _) => in_organisation::<SecondAdmin>(who, organisation).map(|_| scope(who, team)),
        (Team::Operator, Actor::Job) if listed(SecondAdmin::NAME).contains(&Who::Job) => Ok(scope(who, team)),
        (Team::Operator, _) => anywhere::<SecondAdmin>(who).map(|_| scope(who, team)),
    }
}

/// The right to invite the first admin of a client: the operator's own admins, who cannot invite anybody else there.
///
/// # Errors
/// [`Denied::NotAllowed`].
pub fn first_admin(who: &Actor, organisation: OrganisationId) -> Result<Scope<InviteStaff, Team>, Denied> {
    anywhere::<InviteStaff>(who).map(|_| scope(who, Team::Client(organisation)))
}

/// A place that belongs to one client, or to the operator.
pub trait OfClient: Copy {
    /// The client; none for what is the operator's own.
    fn client(self) -> Option<OrganisationId>;
}

impl OfClient for Team {
    fn client(self) -> Option<OrganisationId> {
        self.organisation()
    }
}

impl OfClient for OrganisationId {
    fn client(self) -> Option<OrganisationId> {
        Some(self)
    }
}

impl OfClient for ProjectPlace {
    fn client(self) -> Option<OrganisationId> {
        Some(self.organisation)
    }
}
