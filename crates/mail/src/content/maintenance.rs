//! The notice of planned maintenance (PRODUCT 3.8), in the words of whoever wrote it. No link, no username and no home: it reads the same
//! in every mailbox, and nobody can make a lure of it.

use domain::time::{Span, Time};
use words::{Words, t};

use super::text;
use crate::compose::{Audience, Block, Content};

/// There will be work on the service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maintenance {
    /// What it is about.
    pub subject: String,
    /// What is said of it.
    pub paragraphs: Vec<String>,
    /// When the work begins.
    pub from: Time,
    /// When it ends.
    pub to: Time,
}

impl Maintenance {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words) -> Content {
        let when = t!(w, "mail-maintenance-when", from = w.moment(self.from), to = w.moment(self.to)).into_owned();
        let mut blocks = vec![Block::Note { title: t!(w, "mail-maintenance-title").into_owned(), text: when.clone() }];
        blocks.extend(self.paragraphs.iter().map(text));
        blocks.push(text(t!(w, "mail-maintenance-nothing")));
        Content {
            language: w.language(),
            audience: Audience::Residents,
            subject: self.subject.clone(),
            preheader: when,
            blocks,
        }
    }

    /// One, for previews and tests.
    #[must_use]
    pub fn sample() -> Self {
        let at = super::Seen::sample().at;
        Self {
            subject: "Onderhoud".to_owned(),
            paragraphs: vec!["U kunt even niet inloggen.".to_owned(), "De verwarming blijft het doen.".to_owned()],
            from: at,
            to: at + Span::hours(3),
        }
    }
}
