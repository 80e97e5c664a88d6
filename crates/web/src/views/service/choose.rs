//! `/service/werklijst/`, `/service/brieven/` and `/service/woningen/` without a project: choose one. Who has one project
//! only is sent on to it.

use std::borrow::Cow;

use askama::Template;

use super::projects::ProjectRow;
use super::{Frame, NextAct, Project, Tab};
use crate::views::{Page, View};

/// The projects, each a way to its page.
#[derive(Debug, Template)]
#[template(path = "service/choose.html")]
pub struct Choose {
    /// What every page has.
    pub page: Page,
    /// The page that is chosen for.
    pub tab: Tab,
    /// The projects, those with work first; those without a list are left out.
    pub rows: Vec<ProjectRow>,
}

impl View for Choose {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t(match self.tab {
            Tab::Letters => words::key!("service-choose-letters"),
            Tab::Homes => words::key!("service-choose-homes"),
            Tab::Changes => words::key!("service-choose-changes"),
            Tab::Worklist | Tab::Board | Tab::Lists => words::key!("service-choose-worklist"),
        })
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Choose {
    fn frame(&self) -> Frame {
        Frame::alone(self.title())
    }

    /// Where a project leads: for work lists straight to the one with work.
    fn href(&self, row: &ProjectRow) -> String {
        let project: &Project = &row.project;
        match (&row.next, self.tab) {
            (NextAct::Work { list, .. }, Tab::Worklist) => project.worklist_path(list),
            _ => project.tab_path(self.tab),
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |tab: Tab, rows| Self { page: page.for_service(tab.root()), tab, rows };
        vec![
            ("choose", state(Tab::Worklist, ProjectRow::samples())),
            ("choose-letters", state(Tab::Letters, ProjectRow::samples())),
            ("choose-homes", state(Tab::Homes, ProjectRow::samples())),
            ("choose-changes", state(Tab::Changes, ProjectRow::samples())),
            ("choose-none", state(Tab::Worklist, Vec::new())),
        ]
    }
}
