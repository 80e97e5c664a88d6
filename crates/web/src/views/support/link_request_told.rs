//! What became of a request, said above the queue or above the request.

use std::borrow::Cow;

use crate::views::Page;

/// What was just done, or why nothing was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// The address is linked.
    Linked,
    /// It was proposed.
    Proposed,
    /// The contacts are asked.
    Asked,
    /// It was refused.
    Refused,
    /// Somebody was first.
    Already,
    /// No reason was chosen.
    Choose,
    /// Something is missing.
    Missing,
    /// Nobody said who lives there.
    NotSaid,
    /// Others come to live there.
    NewResidents,
    /// It is another change by now.
    Moved,
    /// Nobody lives there.
    Vacant,
    /// It is linked already.
    Same,
    /// Another change is proposed.
    AlreadyProposed,
    /// Its residents leave.
    Leaving,
}

impl Told {
    const ALL: [(Self, &'static str, &'static str); 14] = [
        (Self::Linked, "linked", words::key!("staff-mailin-told-linked")),
        (Self::Proposed, "proposed", words::key!("staff-mailin-told-proposed")),
        (Self::Asked, "asked", words::key!("staff-mailin-told-asked")),
        (Self::Refused, "refused", words::key!("staff-mailin-told-refused")),
        (Self::Already, "already", words::key!("staff-mailin-told-already")),
        (Self::Choose, "choose", words::key!("staff-mailin-told-choose")),
        (Self::Missing, "missing", words::key!("staff-mailin-told-missing")),
        (Self::NotSaid, "not-said", words::key!("staff-mailin-told-not-said")),
        (Self::NewResidents, "new-residents", words::key!("staff-mailin-told-new-residents")),
        (Self::Moved, "moved", words::key!("staff-mailin-told-moved")),
        (Self::Vacant, "vacant", words::key!("staff-mailin-told-vacant")),
        (Self::Same, "same", words::key!("staff-mailin-told-same")),
        (Self::AlreadyProposed, "already-proposed", words::key!("staff-mailin-told-already-proposed")),
        (Self::Leaving, "leaving", words::key!("staff-mailin-told-leaving")),
    ];

    /// The value of `told`.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(told, ..)| *told == self).map_or("", |(_, word, _)| word)
    }

    /// Reads such a value.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, _)| *known == word).map(|(told, ..)| *told)
    }

    /// Something came of it.
    #[must_use]
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Linked | Self::Proposed | Self::Asked | Self::Refused)
    }

    pub(super) fn say(told: Option<Self>, page: &Page, done: bool) -> Option<Cow<'static, str>> {
        let told = told.filter(|told| told.is_done() == done)?;
        Self::ALL.iter().find(|(known, ..)| *known == told).map(|(_, _, key)| page.w.t(key))
    }
}
