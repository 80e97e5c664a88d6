//! What was just done with a home.

/// What was just done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// A first address was linked.
    Linked,
    /// An address was corrected.
    Changed,
    /// An address was taken away.
    Removed,
    /// A change was proposed: the account is in use.
    Proposed,
    /// All access to an account was ended.
    Revoked,
    /// One of several residents left: all access is new.
    Renewed,
    /// The same, and another address was proposed.
    RenewedProposed,
    /// The home was added by hand.
    Added,
    /// It is called otherwise.
    Edited,
    /// It got a second account.
    AccountAdded,
    /// A second account was ended.
    AccountEnded,
}

impl Told {
    const ALL: [Self; 11] = [
        Self::Renewed,
        Self::RenewedProposed,
        Self::Linked,
        Self::Changed,
        Self::Removed,
        Self::Proposed,
        Self::Revoked,
        Self::Added,
        Self::Edited,
        Self::AccountAdded,
        Self::AccountEnded,
    ];

    /// The value of `told`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Linked => "linked",
            Self::Changed => "changed",
            Self::Removed => "removed",
            Self::Proposed => "proposed",
            Self::Revoked => "revoked",
            Self::Renewed => "renewed",
            Self::RenewedProposed => "renewed-proposed",
            Self::Added => "added",
            Self::Edited => "edited",
            Self::AccountAdded => "account-added",
            Self::AccountEnded => "account-ended",
        }
    }

    /// Reads it.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|told| told.word() == word)
    }
}
