//! The notice after a member of staff set up a second factor, the first one or another.

use words::{Words, t};

use super::{Seen, button, not_you, text};
use crate::compose::{Audience, Content};

/// The second factor of a member of staff changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactorChanged {
    /// When and with what it was done.
    pub done: Seen,
    /// The page "wachtwoord vergeten".
    pub reset_url: String,
}

impl FactorChanged {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words) -> Content {
        let done = t!(w, "mail-factor-done", moment = w.moment(self.done.at), device = w.device(self.done.device));
        Content {
            language: w.language(),
            audience: Audience::Staff,
            subject: t!(w, "mail-factor-subject").into_owned(),
            preheader: t!(w, "mail-changed-preheader").into_owned(),
            blocks: vec![
                text(done),
                text(t!(w, "mail-nothing-to-do")),
                not_you(w, t!(w, "mail-staff-not-you")),
                button(t!(w, "mail-changed-button"), &self.reset_url),
            ],
        }
    }

    /// One, for previews and tests.
    #[must_use]
    pub fn sample() -> Self {
        Self { done: Seen::sample(), reset_url: "https://login.example.nl/login/accounts/pass/reset/".to_owned() }
    }
}
