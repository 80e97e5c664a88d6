//! A list whose header is not understood: its first rows as the client wrote them, and the choice of which line names the
//! columns and what each column is. Nothing is lost by a wrong choice.

use std::borrow::Cow;

use askama::Template;
use domain::first_login::HeaderFault;
use domain::time::Time;

use super::{Batch, ColumnRead, Frame};
use crate::views::service::lists::ListState;
use crate::views::{Faults, Page, View};

/// The page. GET `?header=` a line, `?sheet=` a sheet; POST `kolommen/` with both and `column-0`, `column-1`, ….
#[derive(Debug, Template)]
#[template(path = "service/batch_columns.html")]
pub struct BatchColumns {
    /// What every page has.
    pub page: Page,
    /// The list.
    pub batch: Batch,
    /// In words: "CSV, UTF-8", "Excel, blad Huurders".
    pub as_what: String,
    /// The sheets to choose from; empty where there is no choice.
    pub sheets: Vec<String>,
    /// The sheet that is shown.
    pub sheet: String,
    /// The line that is taken for the names of the columns; 0: there is none.
    pub header: u64,
    /// The first lines.
    pub lines: Vec<Line>,
    /// The columns as they are chosen now.
    pub columns: Vec<ColumnRead>,
    /// What is still to be chosen.
    pub missing: Option<HeaderFault>,
    /// Why the last choice was refused.
    pub refused: Option<ColumnsFault>,
    /// Until when the list waits.
    pub until: Time,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number.
    pub number: u64,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Why a choice was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnsFault {
    /// The list cannot be read like this.
    Header(HeaderFault),
    /// There is no such line among the first.
    NoLine,
}

impl View for BatchColumns {
    fn title(&self) -> Cow<'static, str> {
        self.batch.title(&self.page, ListState::AsksColumns)
    }

    fn faults(&self) -> Faults {
        match self.refused {
            None => Faults::default(),
            Some(ColumnsFault::Header(fault)) => {
                Faults::one("columns", words::first_login::header_fault(self.page.w, fault).into())
            }
            Some(ColumnsFault::NoLine) => Faults::one("header", self.page.w.t("service-columns-no-line")),
        }
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl BatchColumns {
    fn frame(&self) -> Frame {
        self.batch.frame(&self.page)
    }

    /// What is missing, in a sentence; once the list can be read, what to do.
    fn why(&self) -> Cow<'static, str> {
        match self.missing {
            Some(fault) => words::first_login::header_fault(self.page.w, fault).into(),
            None => self.page.w.t("service-columns-ready"),
        }
    }

    fn until(&self) -> Cow<'static, str> {
        self.page.w.with("service-columns-until", &[("at", &self.page.moment(&self.until))])
    }

    /// The widest of the lines.
    fn width(&self) -> usize {
        self.lines.iter().map(|line| line.cells.len()).max().unwrap_or_default()
    }
}
