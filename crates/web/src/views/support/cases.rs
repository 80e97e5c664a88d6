//! `/support/zaken/`: the newest cases of whoever looks, the open ones first.

use std::borrow::Cow;

use askama::Template;
use domain::help_desk::{Deed, End, Kind, Standing};
use domain::time::Time;

use super::{CASES, frame};
use crate::views::service::Frame;
use crate::views::{Page, View};

/// The list.
#[derive(Debug, Template)]
#[template(path = "support/cases.html")]
pub struct DeskCases {
    /// What every page has.
    pub page: Page,
    /// The cases, the newest first.
    pub rows: Vec<CaseRow>,
}

/// A case in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// Its id.
    pub id: String,
    /// The username of the account.
    pub username: String,
    /// How somebody asks.
    pub kind: Kind,
    /// For what.
    pub deed: Deed,
    /// When it was opened.
    pub opened_at: Time,
    /// How far it is.
    pub standing: Standing,
}

pub(super) type Chip = (&'static str, &'static str, Cow<'static, str>);

/// How far a case is: tone, icon and words.
pub(super) fn chip(page: &Page, standing: Standing) -> Chip {
    let w = page.w;
    match standing {
        Standing::Waits => ("look", "clock", w.t("staff-desk-case-waits")),
        Standing::Proven => ("good", "good", w.t("staff-desk-case-proven")),
        Standing::Ended(End::Done) => ("good", "good", w.t("staff-desk-case-done")),
        Standing::Ended(End::Denied) => ("wrong", "wrong", w.t("staff-desk-case-denied")),
        Standing::Ended(End::Missed) => ("wrong", "wrong", w.t("staff-desk-case-missed")),
        Standing::Ended(End::Withdrawn) => ("calm", "calm", w.t("staff-desk-case-withdrawn")),
        Standing::Expired => ("calm", "clock", w.t("staff-desk-case-expired")),
    }
}

impl CaseRow {
    /// It waits, or its deed can be done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.standing, Standing::Waits | Standing::Proven)
    }

    pub(super) fn path(&self) -> String {
        format!("{CASES}{}/", self.id)
    }

    pub(super) fn what(&self, page: &Page) -> Cow<'static, str> {
        page.w.t(words::help_desk::deed(self.deed))
    }

    pub(super) fn how(&self, page: &Page) -> Cow<'static, str> {
        page.w.t(words::help_desk::kind(self.kind))
    }

    pub(super) fn chip(&self, page: &Page) -> Chip {
        chip(page, self.standing)
    }

    #[cfg(test)]
    pub(super) fn samples() -> Vec<Self> {
        let row = |number: u8, deed, standing| Self {
            id: format!("01977420-0000-7000-8000-0000000000{number:02}"),
            username: format!("ALMELO{number}"),
            kind: if number.is_multiple_of(2) { Kind::Written } else { Kind::Phone },
            deed,
            opened_at: Time::from_micros(1_795_438_980_000_000),
            standing,
        };
        vec![
            row(11, Deed::EndSessions, Standing::Waits),
            row(12, Deed::TellUsername, Standing::Proven),
            row(13, Deed::LiftSlowDown, Standing::Ended(End::Done)),
            row(14, Deed::CancelChange, Standing::Ended(End::Denied)),
            row(15, Deed::CancelChange, Standing::Ended(End::Missed)),
            row(16, Deed::TellUsername, Standing::Ended(End::Withdrawn)),
            row(17, Deed::TellUsername, Standing::Expired),
        ]
    }
}

impl View for DeskCases {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-desk-cases")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl DeskCases {
    fn frame(&self) -> Frame {
        frame(&self.page, self.title())
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let page = page.for_support(CASES);
        let none = Self { page: page.clone(), rows: Vec::new() };
        vec![("desk-cases", Self { page, rows: CaseRow::samples() }), ("desk-cases-none", none)]
    }
}
