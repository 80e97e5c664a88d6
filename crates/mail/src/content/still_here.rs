//! The mail to people of the client when somebody who was to leave says to live there still. It names no home: who it is stands
//! on the page behind the sign-in.

use domain::time::Time;
use words::{Words, t};

use super::{Seen, button, text};
use crate::compose::{Audience, Block, Content};

/// Somebody says to live there still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StillHere {
    /// When.
    pub at: Time,
    /// The list of tenant changes.
    pub url: String,
}

impl StillHere {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words) -> Content {
        Content {
            language: w.language(),
            audience: Audience::Staff,
            subject: t!(w, "mail-still-here-subject").into_owned(),
            preheader: t!(w, "mail-still-here-preheader").into_owned(),
            blocks: vec![
                text(t!(w, "mail-still-here-what", moment = w.moment(self.at))),
                Block::Note {
                    title: t!(w, "mail-still-here-title").into_owned(),
                    text: t!(w, "mail-still-here-do").into_owned(),
                },
                button(t!(w, "mail-still-here-button"), &self.url),
            ],
        }
    }

    /// One, for previews and tests.
    #[must_use]
    pub fn sample() -> Self {
        Self { at: Seen::sample().at, url: "https://login.example.nl/service/mutaties/".to_owned() }
    }
}
