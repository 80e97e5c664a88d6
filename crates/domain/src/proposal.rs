//! The second person (laws 7 and 8, PRODUCT section 4): a change that nobody makes alone. One person proposes exactly this
//! change; another one of the client, with the same right, approves exactly this change, known by its hash. Where a client has
//! nobody else, it waits 72 hours, in which the resident can object.

use serde::{Deserialize, Serialize};

use crate::access::{Actor, Denied};
use crate::id::{AccountId, BatchId, DwellingId, EmailLinkId, OccupancyId, OrganisationId, StaffId, TenantChangeId};
use crate::text_enum::text_enum;
use crate::time::{Span, Time};

/// From so many addresses changed in one act on, a second person has to look; first links do not count.
pub const MANY: u64 = 10;

/// A proposal that nobody decided about is over after this time.
pub const LASTS: Span = Span::days(14);

/// Where a client has one person only, a change waits this long, and is then made.
pub const WAITS: Span = Span::hours(72);

text_enum! {
    /// What is proposed.
    Kind {
        /// Another address, or none, for an account that is in use.
        ChangeAddress = "change-address",
        /// Ten or more addresses in one act.
        ManyChanges = "many-changes",
        /// An occupancy that was ended by mistake begins again.
        Reopen = "reopen",
        /// A contact of a client.
        Contact = "contact",
        /// A member of staff lost the second factor.
        LostFactor = "lost-factor",
    }
}

text_enum! {
    /// How far it is.
    State {
        /// Nobody decided yet.
        Open = "open",
        /// It was approved, or its time of waiting was over, and it was made.
        Approved = "approved",
        /// Somebody said no: a second person, or the resident.
        Refused = "refused",
        /// Nobody decided in time, or what it was about is no more.
        Expired = "expired",
        /// Who proposed it took it back.
        Withdrawn = "withdrawn",
    }
}

text_enum! {
    /// Why it ended, or was made without a second person.
    Reason {
        /// The second person knows that the address is wrong.
        WrongAddress = "wrong-address",
        /// The second person could not find out whether the resident wants it.
        NotAsked = "not-asked",
        /// The resident can do it alone.
        ByResident = "by-resident",
        /// The tenant change was none by mistake.
        NoMistake = "no-mistake",
        /// The resident objected.
        Objection = "objection",
        /// Nobody decided in time.
        TooLate = "too-late",
        /// The address or the household is another one by now.
        Overtaken = "overtaken",
        /// A tenant change was planned for the home.
        TenantChange = "tenant-change",
        /// There was nobody else, and the time of waiting was over.
        Waited = "waited",
    }
}

impl Kind {
    /// Where a client has one person only it is made after [`WAITS`]: the resident sees it and can object. Others need a second
    /// person, whoever there is.
    #[must_use]
    pub const fn waits(self) -> bool {
        matches!(self, Self::ChangeAddress)
    }
}

impl Reason {
    /// Those a second person chooses from to refuse.
    #[must_use]
    pub const fn choices(kind: Kind) -> &'static [Self] {
        match kind {
            Kind::Reopen => &[Self::NoMistake, Self::NotAsked],
            _ => &[Self::WrongAddress, Self::NotAsked, Self::ByResident],
        }
    }
}

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
            Self::ManyAddresses(_) | Self::WholeList(_) => None,
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

/// What the rules need to know of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The client.
    pub organisation: OrganisationId,
    /// Who proposed it; none when a program of the client did, by its key.
    pub proposed_by: Option<StaffId>,
    /// How far it is.
    pub state: State,
    /// The hash of the exact change.
    pub hash: [u8; 32],
    /// Its end, when nobody decides.
    pub expires_at: Time,
    /// When it is made without a second person, at a client that has none.
    pub waits_until: Option<Time>,
}

/// Why somebody may not decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It belongs to another client, or this role may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// It was decided already, or its time is over.
    #[error("this proposal was decided already, or its time is over")]
    NotOpen,
    /// Nobody approves or refuses the own proposal.
    #[error("another person has to decide about this proposal")]
    OwnProposal,
    /// Only who proposed it takes it back.
    #[error("only who proposed this can take it back")]
    NotOwn,
    /// Something else was shown than what would be done.
    #[error("this is not the change that was shown")]
    OtherChange,
}

/// The person of the client that somebody is. The operator's own people approve nothing of a client's homes.
fn person(who: &Actor, organisation: OrganisationId) -> Result<StaffId, Denied> {
    match who {
        Actor::Staff { staff, organisation: Some(own), .. } if *own == organisation => Ok(*staff),
        Actor::Staff { organisation: Some(_), .. } => Err(Denied::NotYours),
        _ => Err(Denied::NotAllowed),
    }
}

impl Facts {
    /// When it is proposed: its end, and how long it waits when there is nobody else at the client to approve it.
    #[must_use]
    pub fn times(kind: Kind, now: Time, others: u64) -> (Time, Option<Time>) {
        (now + LASTS, (kind.waits() && others == 0).then_some(now + WAITS))
    }

    /// Somebody can still decide.
    #[must_use]
    pub fn is_open(&self, now: Time) -> bool {
        self.state == State::Open && now < self.expires_at
    }

    /// It has waited long enough, and is made without a second person.
    #[must_use]
    pub fn has_waited(&self, now: Time) -> bool {
        self.is_open(now) && self.waits_until.is_some_and(|until| until <= now)
    }

    /// Whether somebody, who has the right, may approve what was shown.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn approve(&self, who: &Actor, shown: &[u8; 32], now: Time) -> Result<(), Fault> {
        self.refuse(who, now)?;
        if self.hash == *shown { Ok(()) } else { Err(Fault::OtherChange) }
    }

    /// Whether somebody, who has the right, may refuse it.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn refuse(&self, who: &Actor, now: Time) -> Result<(), Fault> {
        let person = person(who, self.organisation)?;
        if !self.is_open(now) {
            return Err(Fault::NotOpen);
        }
        if Some(person) == self.proposed_by { Err(Fault::OwnProposal) } else { Ok(()) }
    }

    /// Whether somebody may take it back.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn withdraw(&self, who: &Actor, now: Time) -> Result<(), Fault> {
        if !self.is_open(now) {
            return Err(Fault::NotOpen);
        }
        match who {
            Actor::Staff { staff, .. } if Some(*staff) == self.proposed_by => Ok(()),
            _ => Err(Fault::NotOwn),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::id::{Id, IdentityId};
    use crate::role::Role;

    const NOW: Time = Time::from_micros(1_795_438_980_000_000);

    fn id<T>(number: u128) -> Id<T> {
        Id::from_uuid(Uuid::from_u128(number))
    }

    fn staff(number: u128, role: Role, organisation: Option<u128>) -> Actor {
        let identity: IdentityId = id(number);
        Actor::Staff { staff: id(number), identity, role, organisation: organisation.map(id), projects: vec![] }
    }

    fn facts(others: u64) -> Facts {
        let (expires_at, waits_until) = Facts::times(Kind::ChangeAddress, NOW, others);
        Facts {
            organisation: id(1),
            proposed_by: Some(id(7)),
            state: State::Open,
            hash: [5; 32],
            expires_at,
            waits_until,
        }
    }

    #[test]
    fn another_person_of_the_client_approves_what_was_shown_and_nobody_else() {
        let it = facts(1);
        let (own, other) = (staff(7, Role::Clerk, Some(1)), staff(8, Role::Clerk, Some(1)));
        assert_eq!(it.approve(&other, &[5; 32], NOW), Ok(()));
        assert_eq!(it.approve(&staff(9, Role::OrgAdmin, Some(1)), &[5; 32], NOW), Ok(()));
        assert_eq!(it.approve(&own, &[5; 32], NOW), Err(Fault::OwnProposal));
        assert_eq!(it.approve(&staff(7, Role::OrgAdmin, Some(1)), &[5; 32], NOW), Err(Fault::OwnProposal));
        assert_eq!(it.approve(&other, &[6; 32], NOW), Err(Fault::OtherChange));
        assert_eq!(it.approve(&staff(8, Role::Clerk, Some(2)), &[5; 32], NOW), Err(Fault::Denied(Denied::NotYours)));
        for nobody in [staff(8, Role::ProjectLead, None), staff(8, Role::Support, None), Actor::Server, Actor::Job] {
            let denied = Err(Fault::Denied(Denied::NotAllowed));
            assert_eq!(it.approve(&nobody, &[5; 32], NOW), denied, "a second person of the client");
        }
        assert_eq!((it.withdraw(&own, NOW), it.withdraw(&other, NOW)), (Ok(()), Err(Fault::NotOwn)));
        assert_eq!((it.refuse(&own, NOW), it.refuse(&other, NOW)), (Err(Fault::OwnProposal), Ok(())));
    }

    #[test]
    fn what_a_program_proposes_is_decided_by_a_person_and_never_by_a_program() {
        let it = Facts { proposed_by: None, ..facts(1) };
        let key = Actor::Key { key: id(7), organisation: id(1), scopes: crate::key::KeyScope::ALL.to_vec() };
        assert_eq!(it.approve(&staff(8, Role::Clerk, Some(1)), &[5; 32], NOW), Ok(()));
        assert_eq!(it.approve(&key, &[5; 32], NOW), Err(Fault::Denied(Denied::NotAllowed)));
        assert_eq!(it.refuse(&key, NOW), Err(Fault::Denied(Denied::NotAllowed)));
        assert_eq!(it.withdraw(&key, NOW), Err(Fault::NotOwn));
        assert_eq!(it.withdraw(&staff(8, Role::Clerk, Some(1)), NOW), Err(Fault::NotOwn));
    }

    #[test]
    fn what_is_decided_or_late_is_over() {
        let other = staff(8, Role::Clerk, Some(1));
        for state in State::ALL.iter().filter(|state| **state != State::Open) {
            let it = Facts { state: *state, ..facts(1) };
            assert_eq!(it.approve(&other, &[5; 32], NOW), Err(Fault::NotOpen), "{state}");
            assert!(!it.has_waited(NOW + WAITS));
        }
        let it = facts(0);
        let last = NOW + LASTS - Span::from_micros(1);
        assert_eq!((it.refuse(&other, last), it.refuse(&other, NOW + LASTS)), (Ok(()), Err(Fault::NotOpen)));
        assert_eq!((it.has_waited(NOW + WAITS - Span::from_micros(1)), it.has_waited(NOW + WAITS)), (false, true));
        assert!(
            !facts(1).has_waited(NOW + LASTS - Span::from_micros(1)),
            "with a second person it never happens by itself"
        );
    }

    #[test]
    fn many_are_never_changed_and_nothing_is_reopened_by_one_person() {
        for kind in Kind::ALL {
            let waits = Facts::times(*kind, NOW, 0).1;
            assert_eq!(waits.is_some(), *kind == Kind::ChangeAddress, "{kind}");
        }
    }

    #[test]
    fn the_same_change_is_the_same_text() {
        let change = |address: Option<&str>| {
            Change::ChangeAddress(ChangeAddress {
                nonce: "00ff".to_owned(),
                dwelling: id(1),
                account: id(2),
                occupancy: id(3),
                instead_of: Some(id(4)),
                confirmed: true,
                address: address.map(str::to_owned),
            })
        };
        let text = change(Some("jan@example.nl")).to_json().unwrap();
        assert_eq!(Change::from_json(text.as_bytes()).unwrap(), change(Some("jan@example.nl")));
        assert!(text.starts_with("{\"kind\":\"change-address\",\"nonce\":\"00ff\",\"dwelling\":"), "{text}");
        assert_ne!(text, change(None).to_json().unwrap());
        let one = OneOfMany { dwelling: id(1), account: id(2), occupancy: id(3), link: id(4) };
        let many = Change::ManyAddresses(ManyAddresses { nonce: "00ff".to_owned(), addresses: vec![one] });
        let text = many.to_json().unwrap();
        assert!(text.starts_with("{\"kind\":\"many-addresses\",\"nonce\":\"00ff\",\"addresses\":[{"), "{text}");
        assert_eq!(Change::from_json(text.as_bytes()).unwrap(), many);
        let list = WholeList { nonce: "00ff".to_owned(), batch: id(5), file: "5a".to_owned(), corrected: 12 };
        let text = Change::WholeList(list.clone()).to_json().unwrap();
        assert_eq!(Change::from_json(text.as_bytes()).unwrap(), Change::WholeList(list));
    }

    proptest! {
        #[test]
        fn nobody_decides_alone(by in 0_u128..4, organisation in 1_u128..3, after in 0_i64..20, shown: bool) {
            let it = Facts { proposed_by: Some(id(by)), ..facts(1) };
            let who = staff(by, Role::Clerk, Some(organisation));
            let hash = if shown { [5; 32] } else { [0; 32] };
            prop_assert!(it.approve(&who, &hash, NOW + Span::days(after)).is_err());
        }
    }
}
