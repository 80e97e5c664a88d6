//! The mail to a confirmed address after the resident's account got another one (PRODUCT 3.3), with a link to take that back. It
//! names neither username nor the new address: the page behind the link asks for the username, and whoever reads this mailbox
//! may be somebody from whom the new address has to be kept.

use domain::time::Time;
use words::{Words, t};

use super::{Seen, button, text};
use crate::compose::{Audience, Block, Content};

/// Another address came in the place of this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailReplaced {
    /// When and with what it was done.
    pub done: Seen,
    /// Until when it can be taken back.
    pub until: Time,
    /// The page with the token in its path.
    pub url: String,
}

impl EmailReplaced {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words) -> Content {
        let done = t!(w, "mail-replaced-done", moment = w.moment(self.done.at), device = w.device(self.done.device));
        Content {
            language: w.language(),
            audience: Audience::Residents,
            subject: t!(w, "mail-replaced-subject").into_owned(),
            preheader: t!(w, "mail-replaced-preheader").into_owned(),
            blocks: vec![
                text(done),
                text(t!(w, "mail-replaced-right")),
                Block::Note {
                    title: t!(w, "mail-replaced-wrong").into_owned(),
                    text: t!(w, "mail-replaced-undo").into_owned(),
                },
                button(t!(w, "mail-replaced-button"), &self.url),
                text(t!(w, "mail-replaced-until", until = w.moment(self.until))),
            ],
        }
    }

    /// One, for previews and tests.
    #[must_use]
    pub fn sample() -> Self {
        let done = Seen::sample();
        Self {
            done,
            until: Time::from_micros(done.at.micros() + 3 * 86_400_000_000),
            url: "https://login.example.nl/email/undo/Jf3k9vQ0xW7mZ2pLr8sT1uYbNcDaEhGiKoMqRwVyX5A/".to_owned(),
        }
    }
}
