//! The second person (laws 7 and 8, PRODUCT section 4): a change that nobody makes alone. One person proposes exactly this
//! change; another one, with the right, approves exactly this change, known by its hash. About homes that is somebody of the client;
//! where a client has nobody else, the address of an account waits 72 hours, in which the resident can object.

mod change;

use crate::access::{Actor, Denied, Team, as_second_admin};
use crate::id::{OrganisationId, StaffId};
use crate::text_enum::text_enum;
use crate::time::{Span, Time};

pub use change::{
    About, Change, ChangeAddress, Contact, LostFactor, ManyAddresses, MoveHomes, OneOfMany, Reopen, WholeList,
};

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
        /// Homes go to another client.
        MoveHomes = "move-homes",
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
        /// The second person does not know this, or knows it otherwise.
        NotRight = "not-right",
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

    /// It is about homes of a project, and decided by who may link addresses there; else two admins decide.
    #[must_use]
    pub const fn is_about_homes(self) -> bool {
        matches!(self, Self::ChangeAddress | Self::ManyChanges | Self::Reopen)
    }

    /// People of the client decide about it.
    const fn by_client(self) -> bool {
        !matches!(self, Self::MoveHomes)
    }

    /// People of the operator decide about it.
    const fn by_operator(self) -> bool {
        !self.is_about_homes()
    }
}

impl Reason {
    /// Those a second person chooses from to refuse.
    #[must_use]
    pub const fn choices(kind: Kind) -> &'static [Self] {
        match kind {
            Kind::Reopen => &[Self::NoMistake, Self::NotAsked],
            Kind::ChangeAddress | Kind::ManyChanges => &[Self::WrongAddress, Self::NotAsked, Self::ByResident],
            Kind::Contact | Kind::LostFactor | Kind::MoveHomes => &[Self::NotRight],
        }
    }
}

/// What the rules need to know of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// What is proposed.
    pub kind: Kind,
    /// The client; none when it is about the operator's own people.
    pub organisation: Option<OrganisationId>,
    /// Who proposed it; none when a program of the client did, by its key, or the command line.
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
    /// Nobody approves what is about themselves.
    #[error("another person has to decide about what concerns you")]
    AboutOneself,
    /// Only who proposed it takes it back.
    #[error("only who proposed this can take it back")]
    NotOwn,
    /// Something else was shown than what would be done.
    #[error("this is not the change that was shown")]
    OtherChange,
}

impl Facts {
    /// The person that somebody is, if of those who decide. The operator's own people approve nothing of a client's homes, and a
    /// client's people nothing about homes that go to another client.
    fn person(&self, who: &Actor) -> Result<StaffId, Denied> {
        match who {
            Actor::Staff { organisation: Some(own), .. } if Some(*own) != self.organisation => Err(Denied::NotYours),
            Actor::Staff { .. } if self.is_hidden_from(who) => Err(Denied::NotYours),
            Actor::Staff { staff, organisation: Some(_), .. } => Ok(*staff),
            Actor::Staff { staff, organisation: None, .. } if self.kind.by_operator() => Ok(*staff),
            _ => Err(Denied::NotAllowed),
        }
    }

    /// Whoever decides: a person of the staff, or a contact of the client, who is asked about the address of an account in use and
    /// about nothing else.
    fn decides(&self, who: &Actor) -> Result<Option<StaffId>, Denied> {
        match who {
            Actor::Contact { organisation, .. } if Some(*organisation) != self.organisation => Err(Denied::NotYours),
            Actor::Contact { .. } if self.kind == Kind::ChangeAddress => Ok(None),
            _ => self.person(who).map(Some),
        }
    }

    /// People of a client know nothing of what only the operator decides about.
    #[must_use]
    pub fn is_hidden_from(&self, who: &Actor) -> bool {
        who.client().is_some() && !self.kind.by_client()
    }

    /// Whether somebody may know of it among the proposals of the client, or of the operator.
    #[must_use]
    pub fn is_for(&self, who: &Actor) -> bool {
        let team = self.organisation.map_or(Team::Operator, Team::Client);
        self.person(who).is_ok() && (self.kind.is_about_homes() || as_second_admin(who, team).is_ok())
    }

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
        let person = self.decides(who)?;
        if !self.is_open(now) {
            return Err(Fault::NotOpen);
        }
        if person.is_some() && person == self.proposed_by { Err(Fault::OwnProposal) } else { Ok(()) }
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
mod tests;
