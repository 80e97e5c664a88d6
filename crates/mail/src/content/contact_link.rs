//! The mail to somebody who is to be a contact of a client: behind its link they prove that the mailbox is theirs.

use domain::brand::Brand;
use domain::time::{Span, Time};
use words::{Words, t};

use super::{button, text};
use crate::compose::{Audience, Block, Content};

/// Somebody is to be a contact of a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactLink {
    /// When they were entered.
    pub at: Time,
    /// The name of the client.
    pub client: String,
    /// The page with the token in its path.
    pub url: String,
    /// How long the link lives.
    pub lasts: Span,
}

impl ContactLink {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words, brand: &Brand) -> Content {
        let (lasts, moment) = (w.lasts(self.lasts), w.moment(self.at));
        let (brand, client) = (brand.name.as_str(), self.client.as_str());
        Content {
            language: w.language(),
            audience: Audience::Contacts,
            subject: t!(w, "mail-contact-subject", client = client).into_owned(),
            preheader: t!(w, "mail-contact-preheader", lasts = lasts).into_owned(),
            blocks: vec![
                text(t!(w, "mail-contact-told", client = client, brand = brand, moment = moment)),
                text(t!(w, "mail-contact-means", brand = brand, client = client)),
                text(t!(w, "mail-contact-act")),
                button(t!(w, "mail-contact-button"), &self.url),
                text(t!(w, "mail-contact-life", lasts = lasts)),
                Block::Note {
                    title: t!(w, "mail-contact-unknown").into_owned(),
                    text: t!(w, "mail-contact-ignore").into_owned(),
                },
            ],
        }
    }

    /// One, for previews and tests.
    #[must_use]
    pub fn sample() -> Self {
        Self {
            at: super::Seen::sample().at,
            client: "Woningstichting De Linde".to_owned(),
            url: "https://login.example.nl/contact/Jf3k9vQ0xW7mZ2pLr8sT1uYbNcDaEhGiKoMqRwVyX5A/".to_owned(),
            lasts: Span::hours(72),
        }
    }
}
