//! The mail to the address that a resident wants to link (PRODUCT 3.3), with the link that confirms it. Nobody proved this mailbox
//! yet: it hears neither username nor home (law 10).

use domain::time::Span;
use words::{Words, t};

use super::{Seen, button, not_you, text};
use crate::compose::{Audience, Content};

/// Somebody wants to link this address to their account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailConfirm {
    /// When and with what it was asked.
    pub asked: Seen,
    /// The page with the token in its path.
    pub url: String,
    /// How long the link lives.
    pub lasts: Span,
}

impl EmailConfirm {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words) -> Content {
        let asked = t!(w, "mail-confirm-asked", moment = w.moment(self.asked.at), device = w.device(self.asked.device));
        Content {
            language: w.language(),
            audience: Audience::Residents,
            subject: t!(w, "mail-confirm-subject").into_owned(),
            preheader: t!(w, "mail-confirm-preheader").into_owned(),
            blocks: vec![
                text(asked),
                text(t!(w, "mail-confirm-act")),
                button(t!(w, "mail-confirm-button"), &self.url),
                text(t!(w, "mail-confirm-lasts", lasts = w.lasts(self.lasts))),
                not_you(w, t!(w, "mail-confirm-not-you")),
            ],
        }
    }

    /// One, for previews and tests.
    #[must_use]
    pub fn sample() -> Self {
        Self {
            asked: Seen::sample(),
            url: "https://login.example.nl/email/confirm/Jf3k9vQ0xW7mZ2pLr8sT1uYbNcDaEhGiKoMqRwVyX5A/".to_owned(),
            lasts: Span::hours(24),
        }
    }
}
