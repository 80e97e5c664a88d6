//! `/support/zaken/<case>/`: one case: the number to tell, the code to type, and the deed once the caller is proven. POST `act`:
//! `code` with `code`, `do`, `close`; 303.

use std::borrow::Cow;

use askama::Template;
use domain::help_desk::{Deed, Kind, Standing};
use words::t;

use super::cases::{CaseRow, Chip, chip};
use super::{CASES, frame};
use crate::views::service::Frame;
use crate::views::{Faults, Page, View};

/// A case.
#[derive(Debug, Template)]
#[template(path = "support/case.html")]
pub struct DeskCase {
    /// What every page has.
    pub page: Page,
    /// The case.
    pub row: CaseRow,
    /// The number to tell, while it waits.
    pub number: u32,
    /// The page of its account.
    pub account: String,
    /// What is wrong with the code.
    pub fault: Option<CodeFault>,
}

/// What is wrong with a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeFault {
    /// Nothing was typed.
    Empty,
    /// It is wrong; so many tries are left.
    Wrong(u32),
    /// It is too old, or there was none.
    Over,
}

impl View for DeskCase {
    fn title(&self) -> Cow<'static, str> {
        t!(self.page.w, "staff-desk-case", username = self.row.username)
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        self.fault.map_or_else(Faults::default, |fault| {
            Faults::one(
                "code",
                match fault {
                    CodeFault::Empty => w.t("staff-desk-code-empty"),
                    CodeFault::Wrong(left) => t!(w, "staff-desk-code-wrong", left = left),
                    CodeFault::Over => w.t("staff-desk-code-over"),
                },
            )
        })
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl DeskCase {
    fn frame(&self) -> Frame {
        frame(&self.page, self.title())
    }

    fn chip(&self) -> Chip {
        chip(&self.page, self.row.standing)
    }

    fn waits(&self) -> bool {
        self.row.standing == Standing::Waits
    }

    fn proven(&self) -> bool {
        self.row.standing == Standing::Proven
    }

    /// Where the page asks how far it is.
    fn watched(&self) -> String {
        format!("{CASES}{}/stand/", self.row.id)
    }

    fn say(&self) -> Cow<'static, str> {
        self.page.w.t(match self.row.kind {
            Kind::Phone => words::key!("staff-desk-say-phone"),
            Kind::Written => words::key!("staff-desk-say-written"),
        })
    }

    /// What to do next, once it no longer waits.
    fn next(&self) -> Cow<'static, str> {
        let w = self.page.w;
        match self.row.standing {
            Standing::Waits => w.t("staff-desk-next-waits"),
            Standing::Proven => w.t("staff-desk-next-proven"),
            Standing::Ended(domain::help_desk::End::Done) => w.t("staff-desk-next-done"),
            Standing::Ended(domain::help_desk::End::Denied) => w.t("staff-desk-next-denied"),
            Standing::Ended(_) | Standing::Expired => w.t("staff-desk-next-over"),
        }
    }

    fn told(&self) -> bool {
        self.row.deed == Deed::TellUsername && self.row.standing == Standing::Ended(domain::help_desk::End::Done)
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let names = [
            "desk-case-waits",
            "desk-case-proven",
            "desk-case-done",
            "desk-case-denied",
            "desk-case-missed",
            "desk-case-withdrawn",
            "desk-case-expired",
        ];
        let of = |row: CaseRow, fault| Self {
            page: page.for_support(&row.path()),
            account: super::home_path(&row.id),
            row,
            number: 47,
            fault,
        };
        let rows = CaseRow::samples();
        let told = CaseRow { deed: Deed::TellUsername, ..rows[2].clone() };
        let mut all = vec![
            ("desk-case-code-empty", of(rows[0].clone(), Some(CodeFault::Empty))),
            ("desk-case-code-wrong", of(rows[0].clone(), Some(CodeFault::Wrong(2)))),
            ("desk-case-code-over", of(rows[0].clone(), Some(CodeFault::Over))),
            ("desk-case-told", of(told, None)),
        ];
        all.extend(names.into_iter().zip(rows.into_iter().map(|row| of(row, None))));
        all
    }
}
