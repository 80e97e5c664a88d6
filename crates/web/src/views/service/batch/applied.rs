//! A list that was carried out: what it did, what to send back, what to do next, and the way to undo it.

use std::borrow::Cow;

use askama::Template;
use domain::time::{Day, Time};

use super::{Batch, Frame};
use crate::views::service::lists::ListState;
use crate::views::{Page, View};

/// The page of a list that was carried out.
#[derive(Debug, Template)]
#[template(path = "service/batch_applied.html")]
pub struct BatchApplied {
    /// What every page has.
    pub page: Page,
    /// The list.
    pub batch: Batch,
    /// What it did.
    pub applied: Applied,
    /// So many of its rows were undone just now, and so many stayed because somebody acted.
    pub told_undone: Option<(u64, u64)>,
}

/// What a list did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// When.
    pub at: Time,
    /// By whom.
    pub by: String,
    /// Homes that got their account.
    pub homes: u64,
    /// Addresses linked or corrected.
    pub addresses: u64,
    /// Homes that got street and number, and nothing else.
    pub completed: u64,
    /// Rows that were in conflict or refused: nothing was done with them.
    pub left: u64,
    /// Rows that were undone since.
    pub undone: u64,
    /// Rows that can still be undone.
    pub undoable: u64,
    /// The last day on which the client's own columns are kept; `None` once they are gone.
    pub kept_until: Option<Day>,
    /// When the list back was fetched last.
    pub returned: Option<Time>,
    /// Homes of the project that were not told yet.
    pub not_told: u64,
}

impl View for BatchApplied {
    fn title(&self) -> Cow<'static, str> {
        self.batch.title(&self.page, ListState::Applied)
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl BatchApplied {
    fn frame(&self) -> Frame {
        self.batch.frame(&self.page)
    }

    fn result(&self) -> Cow<'static, str> {
        let Applied { homes, addresses, completed, .. } = self.applied;
        let what = Batch::counted(&self.page, (homes, addresses, completed));
        words::t!(self.page.w, "service-applied-one", what = what)
    }

    fn who(&self) -> Cow<'static, str> {
        let at = self.page.moment(&self.applied.at);
        self.page.w.with("service-applied-who", &[("by", &self.applied.by), ("at", &at)])
    }

    fn told(&self) -> Option<Cow<'static, str>> {
        let (rows, kept) = self.told_undone?;
        let w = self.page.w;
        let done = words::t!(w, "service-undo-done", count = rows);
        if kept == 0 {
            return Some(done);
        }
        Some(format!("{done} {}", words::t!(w, "service-undo-stay", count = kept)).into())
    }
}
