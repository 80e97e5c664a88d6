//! The mail to a contact of a client without service portal: residents of a project wait to be told (law 10), and behind the link are
//! their letters, the list and the button that says it was done.

use domain::time::Time;
use words::{Words, t};

use super::{button, text};
use crate::compose::{Audience, Block, Content};

/// Who waits to be told?
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactHandout {
    /// The client.
    pub client: String,
    /// The project.
    pub project: String,
    /// The page with the token in its path.
    pub url: String,
    /// It works until then.
    pub until: Time,
}

impl ContactHandout {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words) -> Content {
        let (client, project) = (self.client.as_str(), self.project.as_str());
        Content {
            language: w.language(),
            audience: Audience::Contacts,
            subject: t!(w, "mail-handout-subject", project = project).into_owned(),
            preheader: t!(w, "mail-handout-preheader").into_owned(),
            blocks: vec![
                text(t!(w, "mail-handout-told", client = client, project = project)),
                text(t!(w, "mail-handout-act")),
                button(t!(w, "mail-handout-button"), &self.url),
                text(t!(w, "mail-handout-until", until = w.moment(self.until))),
                Block::Note {
                    title: t!(w, "mail-handout-care-title").into_owned(),
                    text: t!(w, "mail-handout-care").into_owned(),
                },
            ],
        }
    }

    /// For previews and tests.
    #[must_use]
    pub fn sample() -> Self {
        let at = super::Seen::sample().at;
        Self {
            client: "Woningstichting De Linde".to_owned(),
            project: "ALMELO".to_owned(),
            url: sample_url(),
            until: Time::from_micros(at.micros() + 14 * 86_400_000_000),
        }
    }
}

pub(super) fn sample_url() -> String {
    "https://login.example.nl/contact/verstrekken/Jf3k9vQ0xW7mZ2pLr8sT1uYbNcDaEhGiKoMqRwVyX5A/".to_owned()
}
