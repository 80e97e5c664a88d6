//! What a proposal would do, exactly: as it is sealed, and as the hash is taken of it.

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::id::{
    AccountId, BatchId, ContactId, DwellingId, EmailLinkId, OccupancyId, OrganisationId, ProjectId, StaffId,
    TenantChangeId,
};

/// Exactly what would be done. As JSON it is what the hash is taken of; a nonce keeps the hash from telling the address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Change {
    /// Another address for a household that stays.
    ChangeAddress(ChangeAddress),
    /// A tenant change was a mistake: those who left live there again.
    Reopen(Reopen),
    /// Many addresses in one act.
    ManyAddresses(ManyAddresses),
    /// A list that corrects many addresses.
    WholeList(WholeList),
    /// A contact of a client.
    Contact(Contact),
    /// A member of staff lost the second factor.
    LostFactor(LostFactor),
    /// Homes go to another client.
    MoveHomes(MoveHomes),
}

/// Another address for a household that stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeAddress {
    /// Random.
    pub nonce: String,
    /// The home.
    pub dwelling: DwellingId,
    /// The account.
    pub account: AccountId,
    /// Who lives behind it; the change dies with them.
    pub occupancy: OccupancyId,
    /// The address that gives way.
    pub instead_of: Option<EmailLinkId>,
    /// Its owner proved that one, and was told.
    pub confirmed: bool,
    /// The address that comes; none takes the old one away.
    pub address: Option<String>,
}

/// A tenant change was a mistake: those who left live there again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopen {
    /// The home.
    pub dwelling: DwellingId,
    /// Its main account.
    pub account: AccountId,
    /// The tenant change.
    pub tenant_change: TenantChangeId,
    /// The household behind the main account that comes back; another one behind it would be another change.
    pub occupancy: OccupancyId,
    /// Those who live there now, or would come, and go; by their ids.
    pub away: Vec<OccupancyId>,
}

/// Addresses that go in one act, none of them of an account in use (law 8).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManyAddresses {
    /// Random.
    pub nonce: String,
    /// Each of them.
    pub addresses: Vec<OneOfMany>,
}

/// An address that goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OneOfMany {
    /// The home.
    pub dwelling: DwellingId,
    /// The account.
    pub account: AccountId,
    /// Who lives behind it.
    pub occupancy: OccupancyId,
    /// The address.
    pub link: EmailLinkId,
}

/// A list that corrects many addresses, as it was judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WholeList {
    /// Random.
    pub nonce: String,
    /// The list. Read otherwise, it is another one.
    pub batch: BatchId,
    /// The SHA-256 of the file it came in, in hexadecimal.
    pub file: String,
    /// How many addresses it may correct.
    pub corrected: u64,
}

/// A contact of a client: from now on mail from this mailbox counts as the client's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Random.
    pub nonce: String,
    /// The contact as it was entered; its name and address never change.
    pub contact: ContactId,
    /// The client.
    pub client: OrganisationId,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
}

/// A member of staff lost the second factor: password, factor and all that is signed in end, and an invitation goes out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LostFactor {
    /// Random.
    pub nonce: String,
    /// Who.
    pub staff: StaffId,
    /// The address the invitation goes to.
    pub email: String,
    /// The access that ends; a newer one is not touched.
    pub generation: i64,
}

/// Homes that go to a project of another client, with whoever lives there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveHomes {
    /// Where they are.
    pub from: ProjectId,
    /// The client that gets them.
    pub client: OrganisationId,
    /// Its project.
    pub to: ProjectId,
    /// The homes.
    pub homes: Vec<DwellingId>,
}

/// Whom a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// The home.
    pub dwelling: DwellingId,
    /// The account.
    pub account: AccountId,
    /// The household. Of two changes about one, the second has to wait.
    pub occupancy: OccupancyId,
}

impl Change {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::ChangeAddress(_) => Kind::ChangeAddress,
            Self::Reopen(_) => Kind::Reopen,
            Self::ManyAddresses(_) | Self::WholeList(_) => Kind::ManyChanges,
            Self::Contact(_) => Kind::Contact,
            Self::LostFactor(_) => Kind::LostFactor,
            Self::MoveHomes(_) => Kind::MoveHomes,
        }
    }

    /// Whom it is about; none where that is many.
    #[must_use]
    pub fn about(&self) -> Option<About> {
        match self {
            Self::ChangeAddress(it) => {
                Some(About { dwelling: it.dwelling, account: it.account, occupancy: it.occupancy })
            }
            Self::Reopen(it) => Some(About { dwelling: it.dwelling, account: it.account, occupancy: it.occupancy }),
            Self::ManyAddresses(_)
            | Self::WholeList(_)
            | Self::Contact(_)
            | Self::LostFactor(_)
            | Self::MoveHomes(_) => None,
        }
    }

    /// As it is kept, and as the hash is taken of it: the same change always gives the same text.
    ///
    /// # Errors
    /// When it cannot be written down.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// From what was kept.
    ///
    /// # Errors
    /// When it is no change of this version.
    pub fn from_json(text: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(text)
    }
}
