//! The mail to those who live in a home that got another account (law 8). It goes to an address that its owner proved; it names
//! their own username and never the one of the other account, which the client hands out itself.

use domain::time::Time;
use words::{Words, t};

use super::{button, text, username};
use crate::compose::{Audience, Block, Content};

/// The landlord made another account for the home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountAdded {
    /// When.
    pub at: Time,
    /// The username of those who are told.
    pub username: String,
    /// The page on which they sign in.
    pub url: String,
}

impl AccountAdded {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words) -> Content {
        Content {
            language: w.language(),
            audience: Audience::Residents,
            subject: t!(w, "mail-account-added-subject").into_owned(),
            preheader: t!(w, "mail-account-added-preheader").into_owned(),
            blocks: vec![
                text(t!(w, "mail-account-added-what", moment = w.moment(self.at))),
                text(t!(w, "mail-account-added-own")),
                username(w, &self.username),
                button(t!(w, "mail-account-added-button"), &self.url),
                Block::Note {
                    title: t!(w, "mail-account-added-wrong").into_owned(),
                    text: t!(w, "mail-account-added-do").into_owned(),
                },
            ],
        }
    }

    /// One, for previews and tests.
    #[must_use]
    pub fn sample() -> Self {
        Self {
            at: super::Seen::sample().at,
            username: "ALMELO01".to_owned(),
            url: "https://login.example.nl/login/".to_owned(),
        }
    }
}
