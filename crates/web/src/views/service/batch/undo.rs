//! `terugdraaien/`: what undoing a list would do, row by row, before it is done. A row on which somebody acted stays.

use std::borrow::Cow;

use askama::Template;

use super::{Batch, Frame};
use crate::views::service::Pager;
use crate::views::{Faults, Page, View};

/// The page. GET; POST `which` (`ticked`, `all`) and `row-1` … `row-50`, the ids of the rows ticked.
#[derive(Debug, Template)]
#[template(path = "service/batch_undo.html")]
pub struct BatchUndo {
    /// What every page has.
    pub page: Page,
    /// The list.
    pub batch: Batch,
    /// Rows that can be undone, on all pages.
    pub can: u64,
    /// Rows that stay, because somebody acted, on all pages.
    pub stay: u64,
    /// The rows of this page, in the order of the list; 50 at most.
    pub rows: Vec<UndoRow>,
    /// The rest of them.
    pub pager: Pager,
    /// Why the last try was refused.
    pub refused: Option<UndoFault>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoRow {
    /// Its id in the form.
    pub id: String,
    /// The home.
    pub home: String,
    /// Its username.
    pub username: String,
    /// What undoing does.
    pub goes: UndoGoes,
    /// Why it stays, in a sentence; `None` when it can be undone.
    pub stays: Option<String>,
}

/// What undoing a row does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct UndoGoes {
    /// The home goes, with its username.
    pub home: bool,
    /// Its e-mail address becomes what it was.
    pub address: bool,
    /// Its street and number go.
    pub place: bool,
}

/// Why undoing was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UndoFault {
    /// No row was ticked.
    NothingTicked,
}

impl View for BatchUndo {
    fn title(&self) -> Cow<'static, str> {
        let own = self.heading();
        self.batch.project.title(&self.page, &own)
    }

    fn faults(&self) -> Faults {
        match self.refused {
            None => Faults::default(),
            Some(UndoFault::NothingTicked) => Faults::one("rows", self.page.w.t("service-nothing-ticked")),
        }
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl BatchUndo {
    fn heading(&self) -> Cow<'static, str> {
        self.page.w.t("service-undo-title")
    }

    fn frame(&self) -> Frame {
        self.batch.frame_below(&self.page, self.heading())
    }
}
