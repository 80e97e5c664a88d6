//! A list that is over: it could not be read, it was thrown away, or all of it was undone.

use std::borrow::Cow;

use askama::Template;

use super::{Batch, Frame};
use crate::views::service::lists::ListState;
use crate::views::{Page, View};

/// The page of a list that is over.
#[derive(Debug, Template)]
#[template(path = "service/batch_ended.html")]
pub struct BatchEnded {
    /// What every page has.
    pub page: Page,
    /// The list.
    pub batch: Batch,
    /// How it ended.
    pub end: End,
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// It could not be read.
    Unreadable {
        /// What is wrong, in a sentence.
        why: String,
        /// What to do next, in a sentence.
        to_do: String,
    },
    /// Somebody threw it away; nothing came of it.
    ThrownAway,
    /// All that it did was undone.
    Undone {
        /// Rows that were taken back.
        rows: u64,
    },
}

impl View for BatchEnded {
    fn title(&self) -> Cow<'static, str> {
        let state = match self.end {
            End::Unreadable { .. } => ListState::Unreadable,
            End::ThrownAway => ListState::ThrownAway,
            End::Undone { .. } => ListState::Applied,
        };
        self.batch.title(&self.page, state)
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl BatchEnded {
    fn frame(&self) -> Frame {
        self.batch.frame(&self.page)
    }
}
