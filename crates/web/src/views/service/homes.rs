//! `/service/woningen/?project=…`: every home of a project with its nine steps, and where it hangs.
//!
//! GET `?q=` a number, an address or a username; `?after=` the last home before.

use std::borrow::Cow;

use askama::Template;

use super::{Frame, Pager, Project, Tab};
use crate::next::with_query;
use crate::views::{Page, View};

/// The homes, a page of them.
#[derive(Debug, Template)]
#[template(path = "service/homes.html")]
pub struct Homes {
    /// What every page has.
    pub page: Page,
    /// The project.
    pub project: Project,
    /// What was searched for.
    pub query: String,
    /// The homes, 50 at most.
    pub rows: Vec<HomeRow>,
    /// The rest of them.
    pub pager: Pager,
}

/// One home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HomeRow {
    /// Its id.
    pub id: String,
    /// The id of the home itself.
    pub dwelling: String,
    /// The client's own number, or the build number.
    pub number: String,
    /// Its address in one line; empty while it has none.
    pub address: String,
    /// Its username.
    pub username: String,
    /// The nine steps, in order.
    pub steps: [bool; 9],
    /// The step that it waits for, 1 to 9; none when the resident is in.
    pub waits_for: Option<usize>,
    /// Something is wrong at the step that it waits for: a bounce, in a sentence.
    pub trouble: Option<String>,
}

/// How a step is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Done,
    Waits,
    Trouble,
    Later,
}

impl Mark {
    const fn class(self) -> &'static str {
        match self {
            Self::Done => "hs-mark hs-mark--done",
            Self::Waits => "hs-mark hs-mark--waits",
            Self::Trouble => "hs-mark hs-mark--trouble",
            Self::Later => "hs-mark",
        }
    }
}

impl HomeRow {
    fn marks(&self) -> Vec<(&'static str, usize)> {
        let mark = |at: usize, done: bool| match self.waits_for == Some(at + 1) {
            true if self.trouble.is_some() => Mark::Trouble,
            true => Mark::Waits,
            false if done => Mark::Done,
            false => Mark::Later,
        };
        self.steps.iter().enumerate().map(|(at, done)| (mark(at, *done).class(), at * 11)).collect()
    }
}

/// The step that a home waits for, in words; none when the resident is in.
pub(super) fn waits_for(page: &Page, step: Option<usize>) -> Cow<'static, str> {
    page.w.t(match step {
        Some(1) => words::key!("service-hangs-1"),
        Some(2) => words::key!("service-hangs-2"),
        Some(3) => words::key!("service-hangs-3"),
        Some(4) => words::key!("service-hangs-4"),
        Some(5) => words::key!("service-hangs-5"),
        Some(6) => words::key!("service-hangs-6"),
        Some(7) => words::key!("service-hangs-7"),
        Some(8) => words::key!("service-hangs-8"),
        Some(9) => words::key!("service-hangs-9"),
        _ => words::key!("service-hangs-none"),
    })
}

impl View for Homes {
    fn title(&self) -> Cow<'static, str> {
        self.project.title(&self.page, &Tab::Homes.name(&self.page))
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Homes {
    fn frame(&self) -> Frame {
        self.project.frame(&self.page, Tab::Homes, None)
    }

    fn new_path(&self) -> String {
        with_query(super::home_form::NEW, "project", &self.project.key())
    }

    fn is_searched(&self) -> bool {
        !self.query.is_empty()
    }

    /// The marks in words.
    fn heard(&self, row: &HomeRow) -> Cow<'static, str> {
        let done = row.steps.iter().filter(|done| **done).count();
        words::t!(self.page.w, "service-homes-heard", count = done)
    }

    /// Where it hangs, in words.
    fn hangs(&self, row: &HomeRow) -> Cow<'static, str> {
        waits_for(&self.page, row.waits_for)
    }

    fn letter_label(&self, row: &HomeRow) -> Cow<'static, str> {
        let home = if row.address.is_empty() { &row.number } else { &row.address };
        self.page.w.with("service-act-letter-label", &[("home", home)])
    }

    fn change_label(&self, row: &HomeRow) -> Cow<'static, str> {
        let home = if row.address.is_empty() { &row.number } else { &row.address };
        self.page.w.with("change-act-label", &[("home", home)])
    }

    fn change_path(&self, row: &HomeRow) -> String {
        format!("{}?home={}", super::tenant_change::NEW, row.dwelling)
    }

    fn log_label(&self, row: &HomeRow) -> Cow<'static, str> {
        let home = if row.address.is_empty() { &row.number } else { &row.address };
        self.page.w.with("service-log-act-label", &[("home", home)])
    }

    fn log_path(&self, row: &HomeRow) -> String {
        format!("/service/logboek/?woning={}", row.dwelling)
    }

    fn is_in(&self, row: &HomeRow) -> bool {
        row.waits_for.is_none()
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let trouble = "De mailbox bestaat niet. Bedoeld: gmail.com?";
        let rows: Vec<HomeRow> = (0..=9_usize)
            .map(|done| HomeRow {
                id: format!("0193-{done}"),
                dwelling: format!("0193-{done}"),
                number: format!("1002{done}1"),
                address: if done == 3 { String::new() } else { format!("Lindelaan {}, 7607 AB Almelo", 12 + done * 2) },
                username: format!("ALMELO{:02}", done + 1),
                steps: std::array::from_fn(|at| at < done),
                waits_for: Some(done + 1).filter(|step| *step <= 9),
                trouble: Some(trouble.to_owned()).filter(|_| done == 6),
            })
            .collect();
        let state = |query: &str, rows: &[HomeRow], first: Option<&str>| Self {
            page: page.for_service("/service/woningen/?project=linde/lindelaan"),
            project: Project::sample(),
            query: query.to_owned(),
            rows: rows.to_vec(),
            pager: Pager {
                first: first.map(str::to_owned),
                next: Some("/service/woningen/?project=linde/lindelaan&after=0193".to_owned()),
                ..Pager::default()
            },
        };
        let here = "/service/woningen/?project=linde/lindelaan";
        vec![
            ("homes", state("", &rows, None)),
            ("homes-hang", state("lindelaan 24", &rows[6..7], Some(here))),
            ("homes-not-found", Self { pager: Pager::default(), ..state("eikenlaan", &[], None) }),
            ("homes-none", Self { pager: Pager::default(), ..state("", &[], None) }),
        ]
    }
}
