//! How long what is kept is kept (law 13, PRODUCT 3.12): each class of data with its term, what the job does when it is over, and the
//! tables it is about; and what is held back. The job, the page and the docs are made of this one table. What a class is called,
//! from when its term counts and why, are words.

use crate::text_enum::text_enum;
use crate::time::{Span, Time};

mod table;
#[cfg(test)]
mod tests;

pub use table::{KEPT, RULES};

/// How long a list is kept as a client sent it, for giving it back in the client's own columns.
pub const LIST_COPY: Span = Span::days(table::LIST_COPY as i64);
/// How long the answer to a program is known.
pub const ANSWER: Span = Span::days(table::ANSWER as i64);
/// How long a browser is recognised after it was last used.
pub const BROWSER: Span = Span::days(table::BROWSER as i64);

text_enum! {
    /// A class of data.
    Class {
        /// A link in a mail.
        Link = "link",
        /// A session.
        Session = "session",
        /// A browser that signed in before.
        Browser = "browser",
        /// A mail that was sent, dropped, or could not be delivered.
        Mail = "mail",
        /// A mail that came in, and what it asked for.
        Inbound = "inbound",
        /// An address that was linked to residents who live there still, or that nobody ever confirmed.
        Address = "address",
        /// A list as a client sent it.
        ListCopy = "list-copy",
        /// What was done with the rows of a list.
        ListRows = "list-rows",
        /// To whom letters were made.
        Letters = "letters",
        /// A household that left.
        Household = "household",
        /// A tenant change that happened or was called off.
        TenantChange = "tenant-change",
        /// A proposal that was decided.
        Proposal = "proposal",
        /// What a line of the log tells of before and after.
        LogDetail = "log-detail",
        /// A contact who was ended.
        Contact = "contact",
        /// Staff who left, or never came.
        Staff = "staff",
        /// A request of residents that was answered.
        Request = "request",
        /// A case of the help desk.
        Case = "case",
        /// That somebody went over the rights of a team.
        Review = "review",
        /// A hold that was ended.
        Hold = "hold",
        /// A report of this job.
        Report = "report",
        /// A notice of planned maintenance, with its homes.
        Maintenance = "maintenance",
        /// How often something was tried.
        Counter = "counter",
        /// What a program asked, and was answered.
        Answer = "answer",
        /// A challenge of a passkey that was answered.
        Challenge = "challenge",
    }
}

text_enum! {
    /// What happens when the term is over.
    Does {
        /// The rows go.
        Erases = "erases",
        /// What the rows hold beside goes; the rows stay.
        ErasesDetail = "erases-detail",
        /// Name and address go; that somebody was there stays.
        Masks = "masks",
    }
}

text_enum! {
    /// Why a table is in no class.
    Kept {
        /// It is about the home, whoever lives there, and stays as long as the home is there.
        Home = "home",
        /// It is about the client, and stays as long as it is one.
        Client = "client",
        /// It is the log itself, which only grows: ids and fixed words.
        Log = "log",
        /// It is about the installation; nothing of it is about people.
        House = "house",
    }
}

text_enum! {
    /// Why something is held.
    Why {
        /// A court, or a lawyer who prepares for one.
        Lawsuit = "lawsuit",
        /// A dispute with a tenant, such as one about the energy performance fee.
        Dispute = "dispute",
        /// An incident that is looked into.
        Incident = "incident",
        /// A supervisor or the police asked for it.
        Authority = "authority",
        /// The residents asked for what is kept about them, or object to the erasing.
        Residents = "residents",
    }
}

text_enum! {
    /// What happened, in an incident that a client is told about.
    Happened {
        /// Somebody could see data who may not.
        Seen = "seen",
        /// Data went to the wrong person.
        SentWrong = "sent-wrong",
        /// Something that held data was lost or stolen.
        Lost = "lost",
        /// Somebody changed or removed data who may not.
        Changed = "changed",
    }
}

/// A term that is settled per client, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Never shorter: until then somebody may need it.
    pub least: u32,
    /// Where the client chose nothing.
    pub usual: u32,
    /// Never longer.
    pub most: u32,
}

/// How long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// As each client wants it, within bounds.
    Client(Bounds),
    /// So many days, for everybody.
    House(u32),
}

/// A class with its term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The class.
    pub class: Class,
    /// How long.
    pub term: Term,
    /// What happens then.
    pub does: Does,
    /// What it is about; the first is the one whose rows are counted.
    pub tables: &'static [&'static str],
}

/// Why a term cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TermFault {
    /// It is the same for all clients.
    #[error("this term is the same for all clients")]
    NotTheirs,
    /// It is outside the bounds.
    #[error("this term has to be between {least} and {most} days", least = .0.least, most = .0.most)]
    OutOfBounds(Bounds),
}

impl Class {
    /// Its rule.
    #[must_use]
    pub fn rule(self) -> Rule {
        // A test holds that there is one for each class; a class without one would be kept.
        let none = Rule { class: self, term: Term::House(u32::MAX), does: Does::Erases, tables: &[] };
        RULES.iter().find(|rule| rule.class == self).copied().unwrap_or(none)
    }

    /// How many days, where a client chose so or did not.
    #[must_use]
    pub fn days(self, chosen: Option<u32>) -> u32 {
        match self.rule().term {
            Term::House(days) => days,
            // What was chosen under other bounds stays within those of today.
            Term::Client(bounds) => chosen.unwrap_or(bounds.usual).clamp(bounds.least, bounds.most),
        }
    }

    /// The same as a length of time.
    #[must_use]
    pub fn span(self, chosen: Option<u32>) -> Span {
        Span::days(i64::from(self.days(chosen)))
    }

    /// Whatever was over at this moment, or before it, has had its time.
    #[must_use]
    pub fn over_before(self, chosen: Option<u32>, now: Time) -> Time {
        now - self.span(chosen)
    }

    /// Whether a client may have a term of so many days.
    ///
    /// # Errors
    /// [`TermFault`].
    pub fn check(self, days: u32) -> Result<(), TermFault> {
        match self.rule().term {
            Term::House(_) => Err(TermFault::NotTheirs),
            Term::Client(bounds) if (bounds.least..=bounds.most).contains(&days) => Ok(()),
            Term::Client(bounds) => Err(TermFault::OutOfBounds(bounds)),
        }
    }

    /// It goes within minutes, by the worker, and not once a day.
    #[must_use]
    pub const fn is_short(self) -> bool {
        matches!(self, Self::Counter | Self::Answer | Self::Challenge | Self::ListCopy)
    }
}
