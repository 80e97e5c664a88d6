//! The notice after a member of staff signed in with a recovery code.

use words::{Words, t};

use super::{Seen, button, not_you, text};
use crate::compose::{Audience, Content};

/// A recovery code was used to sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryCodeUsed {
    /// When and with what it was done.
    pub done: Seen,
    /// How many codes are left.
    pub left: u32,
    /// The page "wachtwoord vergeten".
    pub reset_url: String,
}

impl RecoveryCodeUsed {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words) -> Content {
        let done = t!(w, "mail-recovery-done", moment = w.moment(self.done.at), device = w.device(self.done.device));
        Content {
            language: w.language(),
            audience: Audience::Staff,
            subject: t!(w, "mail-recovery-subject").into_owned(),
            preheader: t!(w, "mail-changed-preheader").into_owned(),
            blocks: vec![
                text(done),
                text(t!(w, "mail-recovery-left", count = self.left)),
                text(t!(w, "mail-nothing-to-do")),
                not_you(w, t!(w, "mail-staff-not-you")),
                button(t!(w, "mail-changed-button"), &self.reset_url),
            ],
        }
    }

    /// With codes left and with none, for previews and tests.
    #[must_use]
    pub fn samples() -> [Self; 2] {
        [7, 0].map(|left| Self {
            done: Seen::sample(),
            left,
            reset_url: "https://login.example.nl/login/accounts/pass/reset/".to_owned(),
        })
    }
}
