//! The mail that brings what a resident asked about the own data to a contact of a client that has nobody in the service portal
//! (PRODUCT 3.12). It names the home as the client knows it, and no address of the resident.

use domain::data_request::{About, Kind};
use domain::time::{Day, Time};
use words::{Words, t};

use super::{button, text};
use crate::compose::{Audience, Block, Content};

/// A resident asks something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataAsk {
    /// When.
    pub at: Time,
    /// The home, in a line.
    pub home: String,
    /// What is asked.
    pub kind: Kind,
    /// What it is about.
    pub about: About,
    /// In the resident's own words.
    pub words: Option<String>,
    /// The last day to answer.
    pub due_on: Day,
    /// The page with the token in its path.
    pub url: String,
}

impl DataAsk {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words) -> Content {
        let (moment, day) = (w.moment(self.at), w.date(self.due_on));
        let (home, wish, about) = (self.home.as_str(), w.t(kind(self.kind)), w.t(about(self.about)));
        let mut blocks = vec![
            text(t!(w, "mail-data-ask", moment = moment, home = home)),
            text(t!(w, "mail-data-ask-what", wish = wish, about = about)),
        ];
        if let Some(words) = &self.words {
            blocks.push(Block::Note { title: t!(w, "mail-data-ask-words").into_owned(), text: words.clone() });
        }
        blocks.extend([
            text(t!(w, "mail-data-ask-do", day = day)),
            button(t!(w, "mail-data-ask-button"), &self.url),
            Block::Note {
                title: t!(w, "mail-data-ask-next-title").into_owned(),
                text: t!(w, "mail-data-ask-next").into_owned(),
            },
        ]);
        Content {
            language: w.language(),
            audience: Audience::Contacts,
            subject: t!(w, "mail-data-ask-subject").into_owned(),
            preheader: t!(w, "mail-data-ask-preheader", day = day).into_owned(),
            blocks,
        }
    }

    /// With words of the resident and without, for previews and tests.
    #[must_use]
    pub fn samples() -> [Self; 2] {
        let at = super::Seen::sample().at;
        [Some("Het huisnummer moet 12-C zijn.\nNiet 12-B."), None].map(|words| Self {
            at,
            home: "VHE-0012, Lindelaan 12-B, 7607 AB Almelo".to_owned(),
            kind: if words.is_some() { Kind::Correction } else { Kind::Erasure },
            about: if words.is_some() { About::Home } else { About::Everything },
            words: words.map(str::to_owned),
            due_on: domain::data_request::due(at),
            url: "https://login.example.nl/contact/verzoek/Jf3k9vQ0xW7mZ2pLr8sT1uYbNcDaEhGiKoMqRwVyX5A/".to_owned(),
        })
    }
}

/// What is asked, in the words of the choice that the resident made.
const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Correction => words::key!("own-data-asked-correction"),
        Kind::Erasure => words::key!("own-data-asked-erasure"),
    }
}

/// What it is about, in those words.
const fn about(about: About) -> &'static str {
    match about {
        About::Home => words::key!("own-data-about-home"),
        About::Email => words::key!("own-data-about-email"),
        About::Log => words::key!("own-data-about-log"),
        About::Everything => words::key!("own-data-about-everything"),
    }
}
