//! A list while work on it is going on: one may leave and come back.

use std::borrow::Cow;

use askama::Template;

use super::{Batch, Frame};
use crate::views::service::lists::ListState;
use crate::views::{Page, View};

/// The page while the machine is busy. A script keeps it up to date. Without scripts a reader asks for that with `?watch=1`
/// and can stop it again: a page that turns over by itself takes the words from under whoever is still reading (WCAG 2.2.1).
#[derive(Debug, Template)]
#[template(path = "service/batch_running.html")]
pub struct BatchRunning {
    /// What every page has.
    pub page: Page,
    /// The list.
    pub batch: Batch,
    /// What is going on.
    pub stage: Stage,
    /// Rows done.
    pub done: u64,
    /// Rows in all; `None` while that is not known.
    pub total: Option<u64>,
    /// Somebody without scripts asked that the page looks again by itself.
    pub watch: bool,
}

/// What is going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// It waits for its turn.
    Waiting,
    /// It is being read and judged.
    Reading,
    /// It is being carried out.
    Applying,
}

impl Stage {
    /// The value of `stage` in the JSON under `stand/`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Reading => "reading",
            Self::Applying => "applying",
        }
    }
}

impl View for BatchRunning {
    fn title(&self) -> Cow<'static, str> {
        let state = if self.stage == Stage::Applying { ListState::Applying } else { ListState::Reading };
        self.batch.title(&self.page, state)
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl BatchRunning {
    fn frame(&self) -> Frame {
        self.batch.frame(&self.page)
    }

    fn busy(&self) -> Cow<'static, str> {
        self.page.w.t(match self.stage {
            Stage::Waiting => words::key!("service-running-waiting"),
            Stage::Reading => words::key!("service-running-reading"),
            Stage::Applying => words::key!("service-running-applying"),
        })
    }

    /// "1.200 van 100.000 regels"; the script fills the same words anew.
    fn so_far(&self) -> Cow<'static, str> {
        let done = self.page.figure(&self.done);
        match self.total {
            Some(total) => {
                let total = self.page.figure(&total);
                self.page.w.with("service-running-of", &[("done", &done), ("total", &total)])
            }
            None if self.stage == Stage::Waiting => Cow::Borrowed(""),
            None => self.page.w.with("service-running-so-far", &[("done", &done)]),
        }
    }
}
