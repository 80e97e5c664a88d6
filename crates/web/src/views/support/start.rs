//! `/support/`: where the help desk begins: the search, and what is at hand.

use std::borrow::Cow;

use askama::Template;

use super::cases::CaseRow;
use super::{CASES, TEXTS, frame};
use crate::views::service::Frame;
use crate::views::{Faults, Page, View};

/// The start page.
#[derive(Debug, Template)]
#[template(path = "support/start.html")]
pub struct DeskStart {
    /// What every page has.
    pub page: Page,
    /// The open cases of whoever looks.
    pub rows: Vec<CaseRow>,
}

impl View for DeskStart {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-desk-title")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl DeskStart {
    fn frame(&self) -> Frame {
        frame(&self.page, self.title())
    }

    fn no_faults() -> Faults {
        Faults::default()
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let page = page.for_support(super::DESK);
        let open = CaseRow::samples().into_iter().filter(CaseRow::is_open).collect();
        vec![("desk-none", Self { page: page.clone(), rows: Vec::new() }), ("desk", Self { page, rows: open })]
    }
}
