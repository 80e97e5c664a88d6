//! The mail to the owner of a confirmed address which others want to change (law 8), with a link to object. It names neither
//! username nor home: the page behind the link asks for the username, which a robot that presses buttons does not know.

use domain::time::Time;
use words::{Words, t};

use super::{button, text};
use crate::compose::{Audience, Block, Content};

/// The landlord wants to change the address of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressProposed {
    /// When it was proposed.
    pub at: Time,
    /// Until when somebody can object.
    pub until: Time,
    /// It is made at that moment when nobody objects; else a second person of the landlord looks at it.
    pub waits: bool,
    /// The page with the token in its path.
    pub url: String,
}

impl AddressProposed {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words) -> Content {
        let until = w.moment(self.until);
        let next = if self.waits {
            t!(w, "mail-proposed-waits", until = until)
        } else {
            t!(w, "mail-proposed-second", until = until)
        };
        Content {
            language: w.language(),
            audience: Audience::Residents,
            subject: t!(w, "mail-proposed-subject").into_owned(),
            preheader: t!(w, "mail-proposed-preheader").into_owned(),
            blocks: vec![
                text(t!(w, "mail-proposed-what", moment = w.moment(self.at))),
                text(t!(w, "mail-proposed-right")),
                Block::Note {
                    title: t!(w, "mail-proposed-wrong").into_owned(),
                    text: t!(w, "mail-proposed-object").into_owned(),
                },
                button(t!(w, "mail-proposed-button"), &self.url),
                text(next),
            ],
        }
    }

    /// One that a second person looks at and one that waits, for previews and tests.
    #[must_use]
    pub fn samples() -> [Self; 2] {
        [false, true].map(|waits| Self {
            at: super::Seen::sample().at,
            until: Time::from_micros(super::Seen::sample().at.micros() + 3 * 86_400_000_000),
            waits,
            url: "https://login.example.nl/email/object/Jf3k9vQ0xW7mZ2pLr8sT1uYbNcDaEhGiKoMqRwVyX5A/".to_owned(),
        })
    }
}
