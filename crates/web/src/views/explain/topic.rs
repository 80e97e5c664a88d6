//! What explanations are about: where each stands, what it is called and which drawing it has.

use words::key;

/// What a page explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// All explanations, to choose from.
    Index,
    /// How a password is chosen, and what to do when it is forgotten.
    Password,
    /// What to do when no mail comes.
    NoMail,
    /// Whether a mail is really from us.
    RealMail,
    /// What is kept about residents.
    Privacy,
    /// Who can use these pages, how that was tested, and what is not known.
    Accessibility,
}

impl Topic {
    /// Its address.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Index => "/uitleg/",
            Self::Password => "/uitleg/wachtwoord/",
            Self::NoMail => "/uitleg/geen-mail/",
            Self::RealMail => "/uitleg/echte-mail/",
            Self::Privacy => "/privacy/",
            Self::Accessibility => "/toegankelijkheid/",
        }
    }

    /// The key of its title.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Index => key!("explain-title"),
            Self::Password => key!("explain-password-title"),
            Self::NoMail => key!("explain-no-mail-title"),
            Self::RealMail => key!("explain-real-title"),
            Self::Privacy => key!("explain-privacy-title"),
            Self::Accessibility => key!("explain-access-title"),
        }
    }

    /// The key of what stands under the title.
    #[must_use]
    pub const fn lead(self) -> &'static str {
        match self {
            Self::Index => key!("explain-lead"),
            Self::Password => key!("explain-password-lead"),
            Self::NoMail => key!("explain-no-mail-lead"),
            Self::RealMail => key!("explain-real-lead"),
            Self::Privacy => key!("explain-privacy-lead"),
            Self::Accessibility => key!("explain-access-lead"),
        }
    }
}
