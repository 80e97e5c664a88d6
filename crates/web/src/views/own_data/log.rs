//! `/gegevens/logboek/`: who looked at a resident's data and who changed them, a page at a time.

use std::borrow::Cow;

use app::own_data::LogLine;
use askama::Template;

use super::{OWN_DATA, OWN_LOG, Row};
use crate::views::{Page, View};

/// A page of the log, as its resident is told it.
#[derive(Debug, Template)]
#[template(path = "own_data/log.html")]
pub struct OwnLog {
    /// What every page has; `signed_in` is filled.
    pub page: Page,
    /// The lines, newest first.
    pub log: Vec<LogLine>,
    /// The older ones.
    pub older: Option<String>,
    /// This is not the first page.
    pub is_later: bool,
}

impl View for OwnLog {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("own-data-log")
    }
}

impl OwnLog {
    fn lines(&self) -> Vec<Row> {
        self.log.iter().map(|line| Row::of(&self.page, line)).collect()
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |log: Vec<LogLine>, older: Option<&str>| Self {
            page: page.for_resident().at(OWN_LOG),
            log,
            older: older.map(str::to_owned),
            is_later: older.is_none(),
        };
        let full = super::parts::sample::full().log;
        vec![
            ("own-log", state(full, Some("/gegevens/logboek/?voor=01994c3e-0000-7000-8000-000000000000"))),
            ("own-log-none", state(Vec::new(), None)),
        ]
    }
}
