//! What somebody typed where a username is asked. Residents' usernames are forgiven a lot; a member of staff's address
//! is taken as it is.

use domain::email::Address;
use domain::username::Skeleton;
use store::credential::{self, Found};
use store::{Read, StoreError};

/// A typed name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    /// It can be a username.
    Resident(Skeleton),
    /// It is an e-mail address.
    Staff(Address),
    /// It can be neither.
    Nobody(String),
}

/// Longer texts are counted by their beginning.
const LONGEST: usize = 256;

impl Name {
    pub(crate) fn typed(text: &str) -> Self {
        if let Some(skeleton) = Skeleton::typed(text) {
            return Self::Resident(skeleton);
        }
        match Address::parse(text.trim()) {
            Ok(address) => Self::Staff(address),
            Err(_) => Self::Nobody(text.trim().chars().take(LONGEST).collect()),
        }
    }

    /// What is sealed into a request. A name that can be nobody's is not worth keeping.
    pub(crate) fn to_text(&self) -> &str {
        match self {
            Self::Resident(skeleton) => skeleton.as_str(),
            Self::Staff(address) => address.as_str(),
            Self::Nobody(_) => "",
        }
    }

    /// What tries are counted by.
    pub(crate) fn counted(&self) -> &str {
        match self {
            Self::Nobody(text) => text,
            known => known.to_text(),
        }
    }

    /// Who it is. One statement whatever was typed (law 4).
    pub(crate) fn find(&self, tx: &mut Read<'_>, now: domain::time::Time) -> Result<Option<Found>, StoreError> {
        match self {
            Self::Staff(address) => credential::staff(tx, address.as_str(), now),
            Self::Resident(skeleton) => credential::resident(tx, skeleton.as_str(), now),
            Self::Nobody(_) => credential::resident(tx, "", now),
        }
    }
}
