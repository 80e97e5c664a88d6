//! Typed identifiers: one generic `Id<T>` over a UUIDv7, so that the id of an account can never stand where the
//! id of a dwelling is meant.
//!
//! This file draws no randomness and reads no clock: both come in as arguments. Ids tell the moment they were made,
//! so they never leave the house in a link or as an OpenID subject; those are random.

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    marker::PhantomData,
    str::FromStr,
};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use uuid::{Builder, Uuid};

use crate::time::Time;

/// A UUIDv7 (RFC 9562, 5.7) that belongs to things of kind `T`. Ordered by the moment it was made.
pub struct Id<T> {
    uuid: Uuid,
    kind: PhantomData<fn() -> T>,
}

/// The text is not an id: 36 characters, lower or upper case hexadecimal with hyphens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

impl<T> Id<T> {
    /// A new id from the moment it is made and ten random bytes.
    ///
    /// Moments before 1970 count as 1970; a UUIDv7 cannot hold them.
    #[must_use]
    pub fn from_parts(at: Time, random: [u8; 10]) -> Self {
        let millis = u64::try_from(at.micros() / 1_000).unwrap_or(0);
        Self::from_uuid(Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }

    /// An id read back from where it was stored.
    #[must_use]
    pub const fn from_uuid(uuid: Uuid) -> Self {
        Self { uuid, kind: PhantomData }
    }

    /// The bare UUID, for storing.
    #[must_use]
    pub const fn uuid(self) -> Uuid {
        self.uuid
    }

    /// An id read back from its sixteen bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self::from_uuid(Uuid::from_bytes(bytes))
    }

    /// The sixteen bytes, for hashing and as associated data.
    #[must_use]
    pub fn bytes(self) -> [u8; 16] {
        *self.uuid.as_bytes()
    }
}

// Derived impls would ask the same traits of `T`, which is only a label.
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.uuid == other.uuid
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.uuid.cmp(&other.uuid)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.uuid.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.uuid, f)
    }
}
impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.uuid, f)
    }
}
impl<T> FromStr for Id<T> {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        // `Uuid` also reads braces, URNs and bare digits; one spelling is enough.
        if text.len() != 36 {
            return Err(NotAnId);
        }
        Uuid::try_parse(text).map(Self::from_uuid).map_err(|_| NotAnId)
    }
}
impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

/// Declares the labels and the short names of the ids.
macro_rules! ids {
    ($($(#[$doc:meta])* $label:ident => $alias:ident;)*) => {
        // The labels: no value of them exists.
        $($(#[$doc])* #[derive(Debug)] pub enum $label {})*
        $($(#[$doc])* pub type $alias = Id<$label>;)*
    };
}

ids! {
    /// A client that manages dwellings.
    Organisation => OrganisationId;
    /// Dwellings delivered together.
    Project => ProjectId;
    /// One home.
    Dwelling => DwellingId;
    /// A login of a dwelling.
    Account => AccountId;
    /// One resident household behind one account.
    Occupancy => OccupancyId;
    /// What signs in: of an occupancy, or of a member of staff.
    Identity => IdentityId;
    /// An address tied to an occupancy.
    EmailLink => EmailLinkId;
    /// A member of staff.
    Staff => StaffId;
    /// A session.
    Session => SessionId;
    /// A recognised device.
    Device => DeviceId;
    /// A passkey.
    Passkey => PasskeyId;
    /// A token in a mail.
    Token => TokenId;
    /// A row of the outbox: the intent to send a mail.
    Mail => MailId;
    /// A line of the audit log.
    Audit => AuditId;
    /// A batch of an import.
    Batch => BatchId;
    /// A run of letters.
    LetterRun => LetterRunId;
    /// A household leaves a home, another comes.
    TenantChange => TenantChangeId;
    /// Somebody went over what the people of a team may do.
    RightsReview => RightsReviewId;
    /// A change that nobody makes alone.
    Proposal => ProposalId;
    /// What a program of a client comes in by.
    Key => KeyId;
    /// A request of a resident about what is kept of them.
    DataRequest => DataRequestId;
    /// A person of a client whose mail counts as the client's own.
    Contact => ContactId;
    /// A notice of planned maintenance.
    Maintenance => MaintenanceId;
    /// What is held back from the job that erases.
    RetentionHold => RetentionHoldId;
    /// A run of that job.
    RetentionRun => RetentionRunId;
    /// A case of the help desk.
    HelpDeskCase => HelpDeskCaseId;
    /// A mail that came in.
    Inbound => InboundId;
    /// A request that came in by mail.
    LinkRequest => LinkRequestId;
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spelling_is_one() {
        let id = AccountId::from_parts(Time::from_micros(1_764_000_000_000_000), [7; 10]);
        let text = id.to_string();
        assert_eq!(text.parse::<AccountId>(), Ok(id));
        assert_eq!(format!("{{{text}}}").parse::<AccountId>(), Err(NotAnId));
        assert_eq!(text.replace('-', "").parse::<AccountId>(), Err(NotAnId));
        assert_eq!("".parse::<AccountId>(), Err(NotAnId));
    }

    proptest! {
        #[test]
        fn is_a_uuid_v7_in_order_of_time(a in 0_i64..4_000_000_000_000_000, more in 1_000_i64..1_000_000_000, random: [u8; 10]) {
            let first = AccountId::from_parts(Time::from_micros(a), random);
            let later = AccountId::from_parts(Time::from_micros(a + more), random);
            prop_assert_eq!(first.uuid().get_version_num(), 7);
            prop_assert_eq!(first.uuid().get_variant(), uuid::Variant::RFC4122);
            prop_assert!(first < later);
            prop_assert_eq!(first.to_string().parse::<AccountId>().unwrap(), first);
        }

        #[test]
        fn never_panics(at: i64, random: [u8; 10], text: String) {
            let _ = AccountId::from_parts(Time::from_micros(at), random);
            let _ = text.parse::<AccountId>();
        }
    }
}
