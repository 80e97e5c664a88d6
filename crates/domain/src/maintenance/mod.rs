//! Planned maintenance (PRODUCT 3.8): what a notice says, whom it touches, and who may do what with it when. A notice is a service
//! message: it holds no link, no username and no home, so that it reads the same in every mailbox (law 10). What a second person
//! approves is exactly what was shown, by its hash; afterwards nobody changes it.

mod when;
mod words;

#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::access::ProjectPlace;
use crate::id::{MaintenanceId, OrganisationId, ProjectId, StaffId};
use crate::text_enum::text_enum;
use crate::time::{Span, Time};

pub use when::{TypedWindow, When};
pub use words::{Field, Typed, Words, WordsFault};

/// The longest window.
pub const LONGEST: Span = Span::days(14);
/// The farthest end of a window.
pub const FARTHEST: Span = Span::days(366);

text_enum! {
    /// Whom a notice is for.
    Kind {
        /// All homes of all clients.
        All = "all",
        /// All homes of one client.
        Client = "client",
        /// The homes of one project.
        Project = "project",
    }
}

text_enum! {
    /// How far a notice is.
    State {
        /// It is being written.
        Draft = "draft",
        /// It waits for a second person.
        Proposed = "proposed",
        /// A second person approved it; its homes are being listed.
        Approved = "approved",
        /// Its homes are listed, and told.
        Sending = "sending",
        /// Somebody stopped the sending for a while.
        Paused = "paused",
        /// Everybody was told who could be.
        Done = "done",
        /// Somebody stopped it for good.
        Stopped = "stopped",
    }
}

/// Whom a notice is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// All homes of all clients.
    All,
    /// All homes of one client.
    Client(OrganisationId),
    /// The homes of one project.
    Project(ProjectPlace),
}

/// Somebody who may be touched by a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Somebody of whom nothing is known.
    Anybody,
    /// Somebody of a client: its staff, or a program.
    Client(OrganisationId),
    /// A resident of a home in a project.
    Home(ProjectPlace),
}

impl Audience {
    /// Of its parts, as stored.
    #[must_use]
    pub const fn of(kind: Kind, organisation: Option<OrganisationId>, project: Option<ProjectId>) -> Option<Self> {
        match (kind, organisation, project) {
            (Kind::All, None, None) => Some(Self::All),
            (Kind::Client, Some(organisation), None) => Some(Self::Client(organisation)),
            (Kind::Project, Some(organisation), Some(project)) => {
                Some(Self::Project(ProjectPlace { organisation, project }))
            }
            _ => None,
        }
    }

    /// Its kind.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::All => Kind::All,
            Self::Client(_) => Kind::Client,
            Self::Project(_) => Kind::Project,
        }
    }

    /// The client, where it is for one.
    #[must_use]
    pub const fn organisation(self) -> Option<OrganisationId> {
        match self {
            Self::All => None,
            Self::Client(organisation) | Self::Project(ProjectPlace { organisation, .. }) => Some(organisation),
        }
    }

    /// The project, where it is for one.
    #[must_use]
    pub const fn project(self) -> Option<ProjectId> {
        match self {
            Self::Project(place) => Some(place.project),
            Self::All | Self::Client(_) => None,
        }
    }

    /// Whether it concerns a reader (law 9): a client hears of its own homes only, a resident of the own one.
    #[must_use]
    pub fn touches(self, reader: Reader) -> bool {
        match (self, reader) {
            (Self::All, _) => true,
            (_, Reader::Anybody) => false,
            (_, Reader::Client(own)) => self.organisation() == Some(own),
            (Self::Client(organisation), Reader::Home(home)) => organisation == home.organisation,
            (Self::Project(place), Reader::Home(home)) => place == home,
        }
    }
}

/// When the work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Its beginning.
    pub from: Time,
    /// Its end.
    pub to: Time,
}

/// Why something is no window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WindowFault {
    /// It ends before it begins.
    #[error("the work ends before it begins")]
    Backwards,
    /// It is over.
    #[error("the work would be over already")]
    Over,
    /// It takes too long.
    #[error("the work takes longer than two weeks")]
    TooLong,
    /// It is too far away.
    #[error("the work is more than a year away")]
    TooFar,
}

impl Window {
    /// From a moment to another.
    ///
    /// # Errors
    /// [`WindowFault`].
    pub fn new(from: Time, to: Time, now: Time) -> Result<Self, WindowFault> {
        if to <= from {
            Err(WindowFault::Backwards)
        } else if to <= now {
            Err(WindowFault::Over)
        } else if to - from > LONGEST {
            Err(WindowFault::TooLong)
        } else if to > now + FARTHEST {
            Err(WindowFault::TooFar)
        } else {
            Ok(Self { from, to })
        }
    }

    /// The work goes on.
    #[must_use]
    pub fn is_now(self, now: Time) -> bool {
        self.from <= now && now < self.to
    }

    /// The work is over: an announcement of it is of no use to anybody.
    #[must_use]
    pub fn is_over(self, now: Time) -> bool {
        self.to <= now
    }
}

/// A notice, exactly: what its hash is taken of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Whom it is for.
    pub audience: Audience,
    /// When the work is.
    pub window: Window,
    /// What it says.
    pub words: Words,
}

#[derive(Serialize)]
struct Exactly<'a> {
    id: MaintenanceId,
    audience: &'static str,
    organisation: Option<OrganisationId>,
    project: Option<ProjectId>,
    from: i64,
    to: i64,
    words: &'a Words,
}

impl Notice {
    /// As the hash is taken of it: the same notice always gives the same text.
    ///
    /// # Errors
    /// When it cannot be written down.
    pub fn to_json(&self, id: MaintenanceId) -> Result<String, serde_json::Error> {
        let (audience, window) = (self.audience, self.window);
        serde_json::to_string(&Exactly {
            id,
            audience: audience.kind().as_str(),
            organisation: audience.organisation(),
            project: audience.project(),
            from: window.from.micros(),
            to: window.to.micros(),
            words: &self.words,
        })
    }
}

/// What the rules need to know of a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// How far it is.
    pub state: State,
    /// When the work is.
    pub window: Window,
    /// Who wrote it last.
    pub written_by: StaffId,
    /// Who proposed it.
    pub proposed_by: Option<StaffId>,
    /// The hash of exactly what was proposed.
    pub hash: Option<[u8; 32]>,
}

/// Why somebody may not do something with a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It is not so far, or too far for this.
    #[error("this notice has come too far, or not far enough")]
    State,
    /// The work is over.
    #[error("the work is over")]
    Over,
    /// Nobody approves what they wrote or proposed themselves.
    #[error("another person has to approve this notice")]
    OwnNotice,
    /// Something else was shown than what would be sent.
    #[error("this is not the notice that was shown")]
    OtherNotice,
}

impl Facts {
    fn in_one_of(&self, states: &[State]) -> Result<(), Fault> {
        if states.contains(&self.state) { Ok(()) } else { Err(Fault::State) }
    }

    /// It can be written anew; a proposal of what stood there before is void with that.
    ///
    /// # Errors
    /// [`Fault::State`].
    pub fn write(&self) -> Result<(), Fault> {
        self.in_one_of(&[State::Draft, State::Proposed])
    }

    /// It can be proposed.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn propose(&self, now: Time) -> Result<(), Fault> {
        self.in_one_of(&[State::Draft])?;
        if self.window.is_over(now) { Err(Fault::Over) } else { Ok(()) }
    }

    /// Somebody, who has the right, may approve what was shown.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn approve(&self, by: StaffId, shown: &[u8; 32], now: Time) -> Result<(), Fault> {
        self.in_one_of(&[State::Proposed])?;
        if by == self.written_by || Some(by) == self.proposed_by {
            return Err(Fault::OwnNotice);
        }
        if self.hash.as_ref() != Some(shown) {
            return Err(Fault::OtherNotice);
        }
        if self.window.is_over(now) { Err(Fault::Over) } else { Ok(()) }
    }

    /// It can go back to whoever writes it.
    ///
    /// # Errors
    /// [`Fault::State`].
    pub fn give_back(&self) -> Result<(), Fault> {
        self.in_one_of(&[State::Proposed])
    }

    /// Its sending can be paused.
    ///
    /// # Errors
    /// [`Fault::State`].
    pub fn pause(&self) -> Result<(), Fault> {
        self.in_one_of(&[State::Approved, State::Sending])
    }

    /// Its sending can go on.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn resume(&self, now: Time) -> Result<(), Fault> {
        self.in_one_of(&[State::Paused])?;
        if self.window.is_over(now) { Err(Fault::Over) } else { Ok(()) }
    }

    /// It can be stopped for good: what was not sent yet stays unsent, and no page tells of it any more.
    ///
    /// # Errors
    /// [`Fault::State`].
    pub fn stop(&self) -> Result<(), Fault> {
        self.in_one_of(&[State::Approved, State::Sending, State::Paused, State::Done])
    }
}

impl State {
    /// A second person approved it, and nobody stopped it: pages and programs tell of it.
    #[must_use]
    pub const fn is_told(self) -> bool {
        matches!(self, Self::Approved | Self::Sending | Self::Paused | Self::Done)
    }
}

/// So many homes may be told now: as many as fit the rate since the last time, and never more than ten seconds' worth at once, so that
/// what waited comes in no flood.
#[must_use]
pub fn allowance(per_minute: u32, since: Span) -> usize {
    let (rate, minute) = (i64::from(per_minute.max(1)), 60_000_000);
    let at_once = (rate / 6).clamp(1, 500);
    let fits = since.micros().clamp(0, minute).saturating_mul(rate) / minute;
    usize::try_from(fits.min(at_once)).unwrap_or(0)
}
