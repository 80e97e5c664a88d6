//! What anybody may read, signed in or not: explanations for residents, and what we say about privacy and accessibility.
//! What depends on the installation (a length, an address) comes from its settings; nothing else is looked up.

mod address;
mod topic;

use std::borrow::Cow;

use askama::Template;
use domain::time::Span;

use crate::views::{Page, View};

pub use address::ExplainAddress;
pub use topic::Topic;

/// One page of explanation.
#[derive(Debug, Template)]
#[template(path = "explain/page.html")]
pub struct Explained {
    /// What every page has.
    pub page: Page,
    /// What it is about.
    pub topic: Topic,
    /// What this installation chose.
    pub facts: Facts,
}

/// What an installation chose, as far as explanations tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// How many characters a new password has at least.
    pub least: usize,
    /// The address that our mails come from.
    pub sender: String,
    /// The address of these pages, which every link in a mail begins with.
    pub site: String,
    /// How long the link in a mail works.
    pub life: Span,
}

impl View for Explained {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t(self.topic.title())
    }
}

impl Explained {
    fn lead(&self) -> Cow<'static, str> {
        self.page.w.t(self.topic.lead())
    }

    fn life(&self) -> Cow<'static, str> {
        self.page.w.lasts(self.facts.life)
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let facts = Facts {
            least: 15,
            sender: "sleutel@example.nl".to_owned(),
            site: "https://login.example.nl".to_owned(),
            life: Span::hours(24),
        };
        let of = |topic: Topic| Self { page: page.at(topic.path()), topic, facts: facts.clone() };
        vec![
            ("explain-index", of(Topic::Index)),
            ("explain-password", of(Topic::Password)),
            ("explain-no-mail", of(Topic::NoMail)),
            ("explain-real-mail", of(Topic::RealMail)),
            ("explain-privacy", of(Topic::Privacy)),
            ("explain-accessibility", of(Topic::Accessibility)),
        ]
    }
}
