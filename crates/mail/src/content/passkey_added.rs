//! The notice after a passkey was added, to whoever owns the account (norms N11): a way in that somebody else made is how a
//! burglar stays. Its button opens the page "wachtwoord vergeten", where passkeys are removed too.

use words::{Words, t};

use super::{Seen, button, not_you, text, username};
use crate::compose::{Audience, Content};

/// A resident has a passkey more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeyAdded {
    /// When and with what it was done.
    pub done: Seen,
    /// The username of the account.
    pub username: String,
    /// The page "wachtwoord vergeten".
    pub reset_url: String,
}

impl PasskeyAdded {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words) -> Content {
        let done = t!(w, "mail-passkey-done", moment = w.moment(self.done.at), device = w.device(self.done.device));
        Content {
            language: w.language(),
            audience: Audience::Residents,
            subject: t!(w, "mail-passkey-subject").into_owned(),
            preheader: t!(w, "mail-passkey-preheader").into_owned(),
            blocks: vec![
                text(done),
                username(w, &self.username),
                text(t!(w, "mail-nothing-to-do")),
                not_you(w, t!(w, "mail-passkey-not-you")),
                button(t!(w, "mail-changed-button"), &self.reset_url),
            ],
        }
    }

    /// One, for previews and tests.
    #[must_use]
    pub fn sample() -> Self {
        Self {
            done: Seen::sample(),
            username: "ALMELO01".to_owned(),
            reset_url: "https://login.example.nl/login/accounts/pass/reset/".to_owned(),
        }
    }
}
