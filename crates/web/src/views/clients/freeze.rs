//! What freezing a client stops, before it does.

use std::borrow::Cow;

use askama::Template;

use super::{Named, frame};
use crate::views::service::Frame;
use crate::views::{Page, View};

/// The preview.
#[derive(Debug, Template)]
#[template(path = "clients/freeze.html")]
pub struct Freeze {
    /// What every page has.
    pub page: Page,
    /// The client.
    pub client: Named,
    /// It is frozen already.
    pub frozen: bool,
    /// People of it, invited or at work.
    pub people: u64,
    /// Devices on which they are signed in.
    pub signed_in: u64,
    /// Binds the act to what is shown.
    pub seal: String,
    /// What was shown before changed meanwhile.
    pub moved: bool,
}

impl View for Freeze {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-client-freeze-title")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Freeze {
    fn frame(&self) -> Frame {
        frame(&self.page, Some(&self.client), self.title())
    }

    fn people(&self) -> Cow<'static, str> {
        words::t!(self.page.w, "staff-client-freeze-people", count = self.people)
    }

    fn devices(&self) -> Cow<'static, str> {
        words::t!(self.page.w, "staff-team-ends-sessions", count = self.signed_in)
    }

    fn action(&self) -> String {
        format!("{}bevriezen/", self.client.path())
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |frozen, moved| Self {
            page: page.for_staff(),
            client: Named::sample(),
            frozen,
            people: 12,
            signed_in: 3,
            seal: "abc".to_owned(),
            moved,
        };
        vec![
            ("freeze", state(false, false)),
            ("freeze-moved", state(false, true)),
            ("freeze-frozen", state(true, false)),
        ]
    }
}
