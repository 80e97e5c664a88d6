//! The mail that asks a contact of a client, at the stored address, whether what was asked by mail is right (PRODUCT 3.5): a second
//! contact before an account that is in use changes, any contact before new residents come.

use domain::time::Time;
use words::{Words, t};

use super::request_answer::Asked;
use super::{button, text};
use crate::compose::{Audience, Block, Content};

/// Is this right?
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactAsk {
    /// What was asked.
    pub asked: Asked,
    /// Who says to have asked it.
    pub by: String,
    /// It is done at this moment when nobody answers; else it is not done without an answer until then.
    pub waits: bool,
    /// That moment.
    pub until: Time,
    /// The page with the token in its path.
    pub url: String,
}

impl ContactAsk {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words) -> Content {
        let until = w.moment(self.until);
        let (account, address) = self.asked.account.clone().unwrap_or_default();
        let (by, moment) = (self.by.as_str(), w.moment(self.asked.at));
        let told = match self.asked.first {
            Some(first) => {
                t!(
                    w,
                    "mail-ask-new",
                    by = by,
                    moment = moment,
                    account = account,
                    address = address,
                    day = w.date(first)
                )
            }
            None => t!(w, "mail-ask-change", by = by, moment = moment, account = account, address = address),
        };
        let then = if self.waits {
            t!(w, "mail-ask-waits", until = until)
        } else {
            t!(w, "mail-ask-not-without", until = until)
        };
        Content {
            language: w.language(),
            audience: Audience::Contacts,
            subject: t!(w, "mail-ask-subject").into_owned(),
            preheader: t!(w, "mail-ask-preheader").into_owned(),
            blocks: vec![
                text(told),
                text(t!(w, "mail-ask-act")),
                button(t!(w, "mail-ask-button"), &self.url),
                text(then),
                Block::Note {
                    title: t!(w, "mail-ask-care-title").into_owned(),
                    text: t!(w, "mail-ask-care").into_owned(),
                },
            ],
        }
    }

    /// About an account in use, and about new residents, for previews and tests.
    #[must_use]
    pub fn samples() -> [Self; 2] {
        let at = super::Seen::sample().at;
        [None, domain::time::Day::parse("2026-12-01").ok()].map(|first| Self {
            asked: Asked { at, account: Some(("ALMELO01".to_owned(), "jan@example.nl".to_owned())), first },
            by: "els@linde.example.nl".to_owned(),
            waits: first.is_none(),
            until: Time::from_micros(at.micros() + 3 * 86_400_000_000),
            url: "https://login.example.nl/contact/vraag/Jf3k9vQ0xW7mZ2pLr8sT1uYbNcDaEhGiKoMqRwVyX5A/".to_owned(),
        })
    }
}
