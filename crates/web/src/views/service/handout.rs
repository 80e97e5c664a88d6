//! `/service/werklijst/verstrekt/`: exactly what will be ticked as handed out, before it is; and `/service/werklijst/terug/`:
//! exactly which ticks will be taken back.
//!
//! GET with what the work list sends ([`super::worklist`]) or, from the letters, `print`, the id of a print run. POST to
//! the same address with the same fields and `seal`, which binds the act to what was shown; 303 to the work list.

use std::borrow::Cow;

use askama::Template;
use domain::first_login::progress::WorkList;

use super::{Crumb, Frame, Project, Tab};
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
    /// Ticks are taken back.
    pub takes_back: bool,
    /// The work list it came from.
    pub list: WorkList,
    /// Homes that will change.
    pub homes: u64,
    /// Homes among those chosen that stay as they are: ticked before, or with nothing that can be taken back.
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
        self.project.title(&self.page, &self.heading())
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Handout {
    fn frame(&self) -> Frame {
        let heading = self.heading();
        let mut frame = self.project.frame(&self.page, Tab::Worklist, None);
        if let Some(last) = frame.crumbs.last_mut() {
            *last = Crumb { href: Some(self.back()), here: false, ..last.clone() };
        }
        frame.crumbs.push(Crumb { name: heading.clone(), href: None, here: true });
        Frame { heading, ..frame }
    }

    fn back(&self) -> String {
        self.project.worklist_path(&self.list)
    }

    fn heading(&self) -> Cow<'static, str> {
        self.page.w.t(if self.takes_back {
            words::key!("service-back-title")
        } else {
            words::key!("service-handout-title")
        })
    }

    /// Where the act is sent to.
    fn action(&self) -> &'static str {
        if self.takes_back { "/service/werklijst/terug/" } else { "/service/werklijst/verstrekt/" }
    }

    fn none(&self) -> Cow<'static, str> {
        self.page.w.t(if self.takes_back {
            words::key!("service-back-none")
        } else {
            words::key!("service-handout-none")
        })
    }

    fn next(&self) -> Cow<'static, str> {
        self.page.w.t(if self.takes_back {
            words::key!("service-back-next")
        } else {
            words::key!("service-handout-next")
        })
    }

    fn table(&self) -> Cow<'static, str> {
        self.page.w.t(if self.takes_back {
            words::key!("service-back-table")
        } else {
            words::key!("service-handout-table")
        })
    }

    fn lead(&self) -> Cow<'static, str> {
        let w = self.page.w;
        match (self.what, self.takes_back) {
            (What::Both, false) => words::t!(w, "service-handout-both", count = self.homes),
            (What::Username, false) => words::t!(w, "service-handout-username", count = self.homes),
            (What::Instruction, false) => words::t!(w, "service-handout-instruction", count = self.homes),
            (What::Both, true) => words::t!(w, "service-back-both", count = self.homes),
            (What::Username, true) => words::t!(w, "service-back-username", count = self.homes),
            (What::Instruction, true) => words::t!(w, "service-back-instruction", count = self.homes),
        }
    }

    fn already(&self) -> Option<Cow<'static, str>> {
        let (w, count) = (self.page.w, self.already);
        (count > 0).then(|| match self.takes_back {
            false => words::t!(w, "service-handout-already", count = count),
            true => words::t!(w, "service-back-already", count = count),
        })
    }

    fn button(&self) -> Cow<'static, str> {
        let (w, homes) = (self.page.w, self.homes);
        match self.takes_back {
            false => words::t!(w, "service-handout-button", count = homes),
            true => words::t!(w, "service-back-button", count = homes),
        }
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
            takes_back: false,
            list: WorkList::NotTold,
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
            ("handout-back", Self { takes_back: true, list: WorkList::NoResetAsked, ..state(What::Both, 38, 2) }),
            ("handout-back-none", Self { takes_back: true, rows: Vec::new(), ..state(What::Username, 0, 3) }),
            ("handout-none", Self { rows: Vec::new(), ..state(What::Both, 0, 3) }),
        ]
    }
}
