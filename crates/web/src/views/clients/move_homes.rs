//! `/beheer/overdragen/`: homes go to another client. POST `from`, `to` (`client/project`), `which` (`all`, `some`), `usernames`, and `seal` once it
//! was looked at; 303 to the proposals.

use std::borrow::Cow;

use askama::Template;

use super::frame;
use super::list::ProjectRow;
use crate::views::service::Frame;
use crate::views::{Faults, Page, View};

/// Where it stands.
pub const MOVE: &str = "/beheer/overdragen/";

/// The form, and what it comes to.
#[derive(Debug, Template)]
#[template(path = "clients/move_homes.html")]
pub struct MoveHomes {
    /// What every page has.
    pub page: Page,
    /// The projects to choose from.
    pub projects: Vec<ProjectRow>,
    /// What was chosen and typed.
    pub typed: TypedMove,
    /// What is wrong with it.
    pub fault: Option<MoveFault>,
    /// It was looked at: the names of both projects, how many homes, and what binds the proposal to them.
    pub sure: Option<Sure>,
}

/// What was chosen and typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedMove {
    /// Where the homes are, as `client/project`.
    pub from: String,
    /// Where they go.
    pub to: String,
    /// Usernames, one in a line; none is all.
    pub usernames: String,
}

/// What would go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sure {
    /// From where, in words.
    pub from: String,
    /// To where, in words.
    pub to: String,
    /// So many homes.
    pub homes: u64,
    /// Binds the proposal.
    pub seal: String,
    /// Something changed since it was looked at.
    pub moved: bool,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MoveFault {
    /// No project was chosen.
    From,
    /// No project was chosen.
    To,
    /// Both are of one client.
    SameClient,
    /// The project has no homes.
    None,
    /// Too many at once.
    TooMany,
    /// Usernames that are not of the project.
    Unknown(Vec<String>),
    /// Homes that the other client has already.
    Taken(Vec<String>),
}

impl View for MoveHomes {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t(if self.sure.is_some() {
            words::key!("staff-move-sure")
        } else {
            words::key!("staff-move-title")
        })
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        let Some(fault) = &self.fault else { return Faults::default() };
        let (field, text) = match fault {
            MoveFault::From => ("from", w.t("staff-move-fault-from")),
            MoveFault::To => ("to", w.t("staff-move-fault-to")),
            MoveFault::SameClient => ("to", w.t("staff-move-fault-same")),
            MoveFault::None => ("from", w.t("staff-move-fault-none")),
            MoveFault::TooMany => ("usernames", w.t("staff-move-fault-many")),
            MoveFault::Unknown(unknown) => {
                let names = unknown.join(", ");
                ("usernames", w.with("staff-move-fault-unknown", &[("names", &names)]))
            }
            MoveFault::Taken(taken) => {
                let names = taken.join(", ");
                ("usernames", w.with("staff-move-fault-taken", &[("names", &names)]))
            }
        };
        Faults::one(field, text)
    }
}

impl MoveHomes {
    fn frame(&self) -> Frame {
        frame(&self.page, None, self.title())
    }

    fn homes(&self, sure: &Sure) -> Cow<'static, str> {
        words::t!(self.page.w, "staff-move-homes", count = sure.homes)
    }

    fn key(&self, row: &ProjectRow) -> String {
        format!("{}/{}", row.client.slug, row.slug)
    }

    fn is_from(&self, row: &ProjectRow) -> bool {
        self.key(row) == self.typed.from
    }

    fn is_to(&self, row: &ProjectRow) -> bool {
        self.key(row) == self.typed.to
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let typed = TypedMove {
            from: "linde/lindelaan".to_owned(),
            to: "linde/beukenhof".to_owned(),
            usernames: "ALMELO01\nALMELO02".to_owned(),
        };
        let state = |typed: &TypedMove, fault, sure| Self {
            page: page.for_staff(),
            projects: ProjectRow::samples(),
            typed: typed.clone(),
            fault,
            sure,
        };
        let names = || vec!["ALMELO01".to_owned(), "HOF<b>02".to_owned()];
        let sure = |moved| Sure {
            from: "Stichting Linde, Lindelaan fase 1".to_owned(),
            to: "Stichting Esdoorn, De Laren".to_owned(),
            homes: 2,
            seal: "abc".to_owned(),
            moved,
        };
        let wrong = |fault| state(&typed, Some(fault), None);
        vec![
            ("move", state(&TypedMove::default(), None, None)),
            ("move-from", wrong(MoveFault::From)),
            ("move-to", wrong(MoveFault::To)),
            ("move-same", wrong(MoveFault::SameClient)),
            ("move-none", wrong(MoveFault::None)),
            ("move-many", wrong(MoveFault::TooMany)),
            ("move-unknown", wrong(MoveFault::Unknown(names()))),
            ("move-taken", wrong(MoveFault::Taken(names()))),
            ("move-sure", state(&typed, None, Some(sure(false)))),
            ("move-moved", state(&typed, None, Some(sure(true)))),
        ]
    }
}
