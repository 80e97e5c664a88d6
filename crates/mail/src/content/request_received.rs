//! The one neutral text for whoever wrote to us and is no contact of the client that owns the account, or may be somebody else: the same
//! whether or not there is such an account. It holds the advice of law 1, for the resident who asks for a password.

use domain::brand::Brand;
use domain::time::Time;
use words::{Words, t};

use super::{button, text};
use crate::compose::{Audience, Block, Content};

/// A mail came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestReceived {
    /// When.
    pub at: Time,
    /// The page on which residents choose a password.
    pub reset_url: String,
}

impl RequestReceived {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words, brand: &Brand) -> Content {
        let brand = brand.name.as_str();
        Content {
            language: w.language(),
            audience: Audience::Residents,
            subject: t!(w, "mail-received-subject", brand = brand).into_owned(),
            preheader: t!(w, "mail-received-preheader").into_owned(),
            blocks: vec![
                text(t!(w, "mail-received-thanks", brand = brand, moment = w.moment(self.at))),
                text(t!(w, "mail-received-why")),
                text(t!(w, "mail-received-resident")),
                button(t!(w, "mail-received-button"), &self.reset_url),
                Block::Note {
                    title: t!(w, "mail-received-client-title").into_owned(),
                    text: t!(w, "mail-received-client", brand = brand).into_owned(),
                },
            ],
        }
    }

    /// One, for previews and tests.
    #[must_use]
    pub fn sample() -> Self {
        Self {
            at: super::Seen::sample().at,
            reset_url: "https://login.example.nl/login/accounts/pass/reset/".to_owned(),
        }
    }
}
