//! The notice after a password changed, to whoever owns the account: late news is how a burglar is
//! found out. Its button opens the page "wachtwoord vergeten", nothing more.

use words::{Words, t};

use super::{Person, Seen, button, not_you, text, username};
use crate::compose::{Audience, Content};

/// The password of an account changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasswordChanged {
    /// When and with what it was done.
    pub done: Seen,
    /// Whose password.
    pub person: Person,
    /// The page "wachtwoord vergeten".
    pub reset_url: String,
}

impl PasswordChanged {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words) -> Content {
        let done = t!(w, "mail-changed-done", moment = w.moment(self.done.at), device = w.device(self.done.device));
        let mut blocks = vec![text(done)];
        let (audience, otherwise) = match &self.person {
            Person::Resident { username: name } => {
                blocks.push(username(w, name));
                (Audience::Residents, t!(w, "mail-changed-not-you"))
            }
            Person::Staff => (Audience::Staff, t!(w, "mail-staff-not-you")),
        };
        blocks.extend([
            text(t!(w, "mail-changed-you")),
            not_you(w, otherwise),
            button(t!(w, "mail-changed-button"), &self.reset_url),
        ]);
        Content {
            language: w.language(),
            audience,
            subject: t!(w, "mail-changed-subject").into_owned(),
            preheader: t!(w, "mail-changed-preheader").into_owned(),
            blocks,
        }
    }

    /// One of each kind, for previews and tests.
    #[must_use]
    pub fn samples() -> [Self; 2] {
        let resident = Person::Resident { username: "ALMELO01".to_owned() };
        [resident, Person::Staff].map(|person| Self {
            done: Seen::sample(),
            person,
            reset_url: "https://login.example.nl/login/accounts/pass/reset/".to_owned(),
        })
    }
}
