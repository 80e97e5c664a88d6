//! `/service/mutaties/{change}/terugdraaien/`: a change that was a mistake: who comes back and who goes, and the button that
//! proposes it to a colleague.

use std::borrow::Cow;

use askama::Template;

use super::{ChangedHome, ROOT};
use crate::views::service::{Frame, Project, Tab};
use crate::views::{Page, View};

/// What undoing a change would do, or why it cannot be undone.
#[derive(Debug, Template)]
#[template(path = "service/tenant_change/undo.html")]
pub struct ChangeUndo {
    /// What every page has.
    pub page: Page,
    /// The project.
    pub project: Project,
    /// The home.
    pub home: ChangedHome,
    /// The id of the change.
    pub change: String,
    /// What would happen; none when it cannot be undone.
    pub undoing: Option<Undoing>,
    /// Why it cannot, or was not.
    pub fault: Option<UndoFault>,
}

/// Who comes back and who goes: usernames, with the masked address or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undoing {
    /// Who comes back.
    pub back: Vec<(String, Option<String>)>,
    /// Who goes.
    pub away: Vec<(String, Option<String>)>,
    /// Binds the proposal to this.
    pub seal: String,
}

/// Why a change cannot be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UndoFault {
    /// Something happened in the home since, or nobody left.
    NotTheLast,
    /// It is too long ago.
    TooLate,
    /// The new residents have a password.
    Acted,
    /// Another change is planned.
    AnotherPlanned,
    /// It is proposed already.
    AlreadyProposed,
    /// Something else was shown.
    Moved,
}

/// Where a change is undone.
#[must_use]
pub fn path(change: &str) -> String {
    format!("{ROOT}{change}/terugdraaien/")
}

impl View for ChangeUndo {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("mistake-title")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl ChangeUndo {
    fn frame(&self) -> Frame {
        super::frame(&self.page, &self.project, self.title())
    }

    fn action(&self) -> String {
        path(&self.change)
    }

    fn changes(&self) -> String {
        self.project.tab_path(Tab::Changes)
    }

    fn fault(&self) -> Option<Cow<'static, str>> {
        Some(self.page.w.t(match self.fault? {
            UndoFault::NotTheLast => words::key!("mistake-not-the-last"),
            UndoFault::TooLate => words::key!("mistake-too-late"),
            UndoFault::Acted => words::key!("mistake-acted"),
            UndoFault::AnotherPlanned => words::key!("mistake-planned"),
            UndoFault::AlreadyProposed => words::key!("mistake-proposed"),
            UndoFault::Moved => words::key!("mistake-moved"),
        }))
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let one = |username: &str, masked: Option<&str>| (username.to_owned(), masked.map(str::to_owned));
        let undoing = |away: Vec<(String, Option<String>)>| Undoing {
            back: vec![one("ALMELO01", Some("j•••@b•••.test")), one("ALMELO77", None)],
            away,
            seal: "abc".to_owned(),
        };
        let state = |undoing, fault| Self {
            page: page.for_service(&path("0193")),
            project: Project::sample(),
            home: ChangedHome::sample(),
            change: "0193".to_owned(),
            undoing,
            fault,
        };
        let comes = || Some(undoing(vec![one("ALMELO01", Some("n•••@b•••.test"))]));
        vec![
            ("mistake", state(comes(), None)),
            ("mistake-vacant", state(Some(undoing(Vec::new())), None)),
            ("mistake-moved", state(comes(), Some(UndoFault::Moved))),
            ("mistake-proposed", state(comes(), Some(UndoFault::AlreadyProposed))),
            ("mistake-not-the-last", state(None, Some(UndoFault::NotTheLast))),
            ("mistake-too-late", state(None, Some(UndoFault::TooLate))),
            ("mistake-acted", state(None, Some(UndoFault::Acted))),
            ("mistake-planned", state(None, Some(UndoFault::AnotherPlanned))),
        ]
    }
}
