//! The mail with the usernames that belong to a confirmed address. A carer may have forty. It holds
//! no secret: each button opens the page "wachtwoord vergeten" with the username filled in.

use words::{Words, t};

use super::{Seen, not_you, text};
use crate::compose::{Audience, Block, Content, Link};

/// Somebody asked which usernames belong to this address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// When and with what it was asked.
    pub asked: Seen,
    /// One per account, in the order to be shown; at least one.
    pub homes: Vec<Home>,
}

/// A username and where its button leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// The username.
    pub username: String,
    /// The page "wachtwoord vergeten" with the username filled in.
    pub url: String,
}

impl Names {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words) -> Content {
        let count = self.homes.len();
        let asked = t!(w, "mail-names-asked", moment = w.moment(self.asked.at), device = w.device(self.asked.device));
        let list = self.homes.iter().map(|home| {
            let label = t!(w, "mail-names-button", username = home.username).into_owned();
            let url = home.url.clone();
            (home.username.clone(), Link { label, url })
        });
        Content {
            language: w.language(),
            audience: Audience::Residents,
            subject: t!(w, "mail-names-subject", count = count).into_owned(),
            preheader: t!(w, "mail-names-preheader").into_owned(),
            blocks: vec![
                text(asked),
                text(t!(w, "mail-names-how", count = count)),
                Block::Usernames(list.collect()),
                not_you(w, t!(w, "mail-names-not-you")),
            ],
        }
    }

    /// A resident with one home and a carer with forty, for previews and tests.
    #[must_use]
    pub fn samples() -> [Self; 2] {
        [1_u32, 40].map(|count| Self {
            asked: Seen::sample(),
            homes: (1..=count)
                .map(|number| {
                    let username = format!("ALMELO{number:02}");
                    let url = format!("https://login.example.nl/login/accounts/pass/reset/?username={username}");
                    Home { username, url }
                })
                .collect(),
        })
    }
}
