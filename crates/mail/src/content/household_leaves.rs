//! The mail to residents of whom the landlord said that they leave (PRODUCT 3.7), to an address they proved, with a link to say
//! that they still live there.

use domain::time::{Day, Time};
use words::{Words, t};

use super::{button, text, username};
use crate::compose::{Audience, Block, Content};

/// The landlord says that a household leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseholdLeaves {
    /// When the landlord said so.
    pub at: Time,
    /// Their username.
    pub username: String,
    /// Their last day; it may be past.
    pub last: Day,
    /// The page with the token in its path.
    pub url: String,
}

impl HouseholdLeaves {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words) -> Content {
        let last = w.day(self.last);
        Content {
            language: w.language(),
            audience: Audience::Residents,
            subject: t!(w, "mail-leaves-subject").into_owned(),
            preheader: t!(w, "mail-leaves-preheader").into_owned(),
            blocks: vec![
                text(t!(w, "mail-leaves-what", moment = w.moment(self.at), day = last)),
                username(w, &self.username),
                text(t!(w, "mail-leaves-right")),
                Block::Note {
                    title: t!(w, "mail-leaves-wrong").into_owned(),
                    text: t!(w, "mail-leaves-say").into_owned(),
                },
                button(t!(w, "mail-leaves-button"), &self.url),
            ],
        }
    }

    /// One, for previews and tests.
    #[must_use]
    pub fn sample() -> Self {
        Self {
            at: super::Seen::sample().at,
            username: "ALMELO01".to_owned(),
            last: Day::of(super::Seen::sample().at),
            url: "https://login.example.nl/email/still-here/Jf3k9vQ0xW7mZ2pLr8sT1uYbNcDaEhGiKoMqRwVyX5A/".to_owned(),
        }
    }
}
