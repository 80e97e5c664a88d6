//! `/service/werklijst/verstrekt/`: exactly what will be ticked as handed out, before it is.
//!
//! GET with what the work list sends ([`super::worklist`]) or, from the letters, `print`, the id of a print run. POST to
//! the same address with the same fields and `seal`, which binds the act to what was shown; 303 to the work list.

use std::borrow::Cow;

use askama::Template;

use super::{Crumb, Frame, List, Project, Tab};
use crate::views::{Page, View};

/// The preview.
#[derive(Debug, Template)]
#[template(path = "service/handout.html")]
pub struct Handout {
    /// What every page has.
    pub page: Page,
    /// The project.
    pub project: Project,
    /// What is handed out.
    pub what: What,
    /// Homes that will change.
    pub homes: u64,
    /// Homes among those chosen that were ticked before; they stay as they are.
    pub already: u64,
    /// The homes that will change; the first 200 of them.
    pub rows: Vec<HandoutRow>,
    /// The fields to post: names and values, `seal` among them.
    pub fields: Vec<(String, String)>,
}

/// What is handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Username and instruction.
    Both,
    /// The username only.
    Username,
    /// The instruction only.
    Instruction,
}

/// One home that will change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoutRow {
    /// The client's own number, or the build number.
    pub number: String,
    /// Its address in one line; empty while it has none.
    pub address: String,
    /// Its username.
    pub username: String,
}

impl What {
    /// The value of `what`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Username => "username",
            Self::Instruction => "instruction",
        }
    }

    /// Reads it; both when nothing is said.
    #[must_use]
    pub fn parse(word: &str) -> Self {
        match word {
            "username" => Self::Username,
            "instruction" => Self::Instruction,
            _ => Self::Both,
        }
    }
}

impl View for Handout {
    fn title(&self) -> Cow<'static, str> {
        self.project.title(&self.page, &self.page.w.t("service-handout-title"))
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Handout {
    fn frame(&self) -> Frame {
        let heading = self.page.w.t("service-handout-title");
        let mut frame = self.project.frame(&self.page, Tab::Worklist, None);
        if let Some(last) = frame.crumbs.last_mut() {
            *last = Crumb { href: Some(self.back()), here: false, ..last.clone() };
        }
        frame.crumbs.push(Crumb { name: heading.clone(), href: None, here: true });
        Frame { heading, ..frame }
    }

    fn back(&self) -> String {
        self.project.worklist_path(&List::NotTold)
    }

    fn lead(&self) -> Cow<'static, str> {
        let w = self.page.w;
        match self.what {
            What::Both => words::t!(w, "service-handout-both", count = self.homes),
            What::Username => words::t!(w, "service-handout-username", count = self.homes),
            What::Instruction => words::t!(w, "service-handout-instruction", count = self.homes),
        }
    }

    fn already(&self) -> Option<Cow<'static, str>> {
        (self.already > 0).then(|| words::t!(self.page.w, "service-handout-already", count = self.already))
    }

    fn button(&self) -> Cow<'static, str> {
        words::t!(self.page.w, "service-handout-button", count = self.homes)
    }

    fn more(&self) -> Option<Cow<'static, str>> {
        let more = self.homes.saturating_sub(self.rows.len() as u64);
        (more > 0).then(|| words::t!(self.page.w, "service-handout-more", count = more))
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let rows: Vec<_> = super::worklist::WaitingHome::samples()
            .into_iter()
            .map(|home| HandoutRow { number: home.number, address: home.address, username: home.username })
            .collect();
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let state = |what: What, homes, already| Self {
            page: page.for_service("/service/werklijst/verstrekt/?project=linde/lindelaan"),
            project: Project::sample(),
            what,
            homes,
            already,
            rows: rows.clone(),
            fields: vec![
                field("project", "linde/lindelaan"),
                field("which", "all"),
                field("what", what.word()),
                field("seal", "0193"),
            ],
        };
        vec![
            ("handout", state(What::Both, 38, 2)),
            ("handout-username", state(What::Username, 8, 0)),
            ("handout-instruction", state(What::Instruction, 8, 0)),
            ("handout-none", Self { rows: Vec::new(), ..state(What::Both, 0, 3) }),
        ]
    }
}
