//! The right to decide about a proposal: over homes of a project, or as another admin.

use domain::access::{Actor, Denied, LinkAddress, ProjectPlace, Scope, SecondAdmin, Team, as_second_admin, in_project};
use domain::id::{ProjectId, ProposalId};
use domain::time::Time;
use store::proposal::{Decided, Place, Proposal};
use store::{Read, StoreError, Write};

/// The right over homes of a project.
pub(crate) type Homes = Scope<LinkAddress, ProjectPlace>;

/// The right to decide.
#[derive(Debug)]
pub(super) enum Right {
    /// About homes of a project.
    Homes(Homes),
    /// About what no admin does alone.
    Admins(Scope<SecondAdmin, Team>),
}

impl Right {
    /// Of somebody, over a place.
    pub(super) fn of(who: &Actor, place: Place) -> Result<Self, Denied> {
        match place {
            Place::Homes(place) => in_project(who, place).map(Self::Homes),
            Place::Admins(team) => as_second_admin(who, team).map(Self::Admins),
        }
    }

    pub(super) fn by(&self) -> &Actor {
        match self {
            Self::Homes(scope) => scope.by(),
            Self::Admins(scope) => scope.by(),
        }
    }

    /// The project of the homes.
    pub(super) fn project(&self) -> Option<ProjectId> {
        match self {
            Self::Homes(scope) => Some(scope.within().project),
            Self::Admins(_) => None,
        }
    }

    /// The right over homes, for a proposal about some.
    pub(super) fn over_homes(&self) -> Result<&Homes, StoreError> {
        match self {
            Self::Homes(scope) => Ok(scope),
            Self::Admins(_) => Err(StoreError::internal("a proposal about homes is about no project")),
        }
    }

    /// The right of another admin, for a proposal about what none does alone.
    pub(super) fn as_admin(&self) -> Result<&Scope<SecondAdmin, Team>, StoreError> {
        match self {
            Self::Admins(scope) => Ok(scope),
            Self::Homes(_) => Err(StoreError::internal("what two admins decide about is about a project")),
        }
    }

    /// The proposal. What is for people of the operator alone is not there for a client's.
    pub(super) fn find(&self, tx: &mut Read<'_>, proposal: ProposalId) -> Result<Option<Proposal>, StoreError> {
        let found = match self {
            Self::Homes(scope) => store::proposal::find(tx, scope, proposal)?,
            Self::Admins(scope) => store::proposal::find(tx, scope, proposal)?,
        };
        Ok(found.filter(|it| !it.facts.is_hidden_from(self.by())))
    }

    /// Ends it: true for the one that decides it first.
    pub(super) fn close(
        &self,
        tx: &mut Write<'_>,
        decided: (ProposalId, Decided),
        at: Time,
    ) -> Result<bool, StoreError> {
        match self {
            Self::Homes(scope) => store::proposal::close(tx, scope, decided, at),
            Self::Admins(scope) => store::proposal::close(tx, scope, decided, at),
        }
    }
}
