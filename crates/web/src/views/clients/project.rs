//! One project: its name and prefix, which stay, its homes as a count, and the day of delivery.

use std::borrow::Cow;

use askama::Template;

use super::frame;
use super::list::ProjectRow;
use crate::views::service::Frame;
use crate::views::{Faults, Page, View};

/// The page of a project.
#[derive(Debug, Template)]
#[template(path = "clients/project.html")]
pub struct ProjectPage {
    /// What every page has.
    pub page: Page,
    /// The project.
    pub project: ProjectRow,
    /// The day as typed, or as it is.
    pub delivered: String,
    /// It was changed just now.
    pub saved: bool,
    /// No day can be read.
    pub wrong: bool,
}

impl View for ProjectPage {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.with("staff-client-project-one", &[("name", &self.project.name)])
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        if self.wrong {
            return Faults::one("delivered", self.page.w.t("staff-client-fault-day"));
        }
        Faults::default()
    }
}

impl ProjectPage {
    fn frame(&self) -> Frame {
        frame(&self.page, Some(&self.project.client), self.project.name.clone().into())
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |at: usize, delivered: &str, wrong| Self {
            page: page.for_staff(),
            project: ProjectRow::samples().swap_remove(at),
            delivered: delivered.to_owned(),
            saved: false,
            wrong,
        };
        vec![
            ("project", state(0, "2026-10-01", false)),
            ("project-saved", Self { saved: true, ..state(0, "2026-10-01", false) }),
            ("project-wrong", state(0, "31-02-2026", true)),
        ]
    }
}
