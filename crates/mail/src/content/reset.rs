//! The mail with the link to a new password. It goes to the stored address only (law 4). To an
//! address that nobody confirmed it names neither username nor home: the mailbox may be a
//! stranger's, and the page behind the link asks for the username of the letter.

use domain::time::Span;
use words::{Words, t};

use super::{Seen, button, not_you, text, username};
use crate::compose::{Audience, Block, Content};

/// A new password was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reset {
    /// When and with what it was asked.
    pub asked: Seen,
    /// The page with the token in its path.
    pub url: String,
    /// How long the link lives.
    pub lasts: Span,
    /// Whose mailbox it goes to.
    pub to: ResetFor,
}

/// What is known of the mailbox that a reset goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResetFor {
    /// The resident confirmed the address: the mail names the username.
    Confirmed {
        /// The username.
        username: String,
    },
    /// Linked by somebody, confirmed by nobody.
    Unconfirmed,
    /// A member of staff; the second factor stays as it is.
    Staff,
}

impl Reset {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words) -> Content {
        let lasts = w.lasts(self.lasts);
        let asked = t!(w, "mail-reset-asked", moment = w.moment(self.asked.at), device = w.device(self.asked.device));
        let mut blocks = vec![text(asked)];
        blocks.extend(self.act(w));
        blocks.extend([
            button(t!(w, "mail-reset-button"), &self.url),
            text(t!(w, "mail-reset-life", lasts = lasts)),
            not_you(w, self.otherwise(w)),
        ]);
        Content {
            language: w.language(),
            audience: self.audience(),
            subject: t!(w, "mail-reset-subject").into_owned(),
            preheader: t!(w, "mail-reset-preheader", lasts = lasts).into_owned(),
            blocks,
        }
    }

    fn audience(&self) -> Audience {
        match self.to {
            ResetFor::Confirmed { .. } | ResetFor::Unconfirmed => Audience::Residents,
            ResetFor::Staff => Audience::Staff,
        }
    }

    fn act(&self, w: Words) -> Vec<Block> {
        match &self.to {
            ResetFor::Confirmed { username: name } => {
                vec![username(w, name), text(t!(w, "mail-reset-act"))]
            }
            ResetFor::Unconfirmed => vec![text(t!(w, "mail-reset-act-unconfirmed"))],
            ResetFor::Staff => vec![text(t!(w, "mail-reset-act-staff"))],
        }
    }

    fn otherwise(&self, w: Words) -> String {
        match self.to {
            ResetFor::Unconfirmed => t!(w, "mail-reset-stranger"),
            ResetFor::Confirmed { .. } | ResetFor::Staff => t!(w, "mail-reset-not-you"),
        }
        .into_owned()
    }

    /// One of each kind, for previews and tests.
    #[must_use]
    pub fn samples() -> [Self; 3] {
        let confirmed = ResetFor::Confirmed { username: "ALMELO01".to_owned() };
        [confirmed, ResetFor::Unconfirmed, ResetFor::Staff].map(|to| Self {
            asked: Seen::sample(),
            url: "https://login.example.nl/login/accounts/pass/reset/Jf3k9vQ0xW7mZ2pLr8sT1uYbNcDaEhGiKoMqRwVyX5A/"
                .to_owned(),
            lasts: Span::hours(24),
            to,
        })
    }
}
