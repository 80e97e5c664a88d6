//! The list: every notice that whoever looks may see, the newest first.

use std::borrow::Cow;

use app::maintenance::Counts;
use askama::Template;
use domain::maintenance::{State, Window};

use super::{Chip, NEW, Whom, chip, path, window};
use crate::views::service::Frame;
use crate::views::{Page, View};

/// The list.
#[derive(Debug, Template)]
#[template(path = "maintenance/list.html")]
pub struct Notices {
    /// What every page has.
    pub page: Page,
    /// This person writes notices.
    pub writes: bool,
    /// The notices.
    pub rows: Vec<NoticeRow>,
}

/// A notice in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeRow {
    /// Its id.
    pub id: String,
    /// Its subject, in the language of whoever looks.
    pub subject: String,
    /// How far it is.
    pub state: State,
    /// When the work is.
    pub window: Window,
    /// Whom it is for.
    pub whom: Whom,
    /// How far the telling is.
    pub counts: Counts,
}

impl View for Notices {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-notice-title")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Notices {
    fn frame(&self) -> Frame {
        Frame::alone(self.title())
    }

    fn new_path(&self) -> &'static str {
        NEW
    }

    fn path(&self, row: &NoticeRow) -> String {
        path(&row.id)
    }

    fn chip(&self, row: &NoticeRow) -> Chip {
        chip(&self.page, row.state)
    }

    fn window(&self, row: &NoticeRow) -> Cow<'static, str> {
        window(&self.page, &row.window)
    }

    fn whom(&self, row: &NoticeRow) -> Cow<'static, str> {
        row.whom.say(&self.page)
    }

    /// A count, once homes are listed.
    fn count(&self, row: &NoticeRow, number: &u32) -> String {
        if row.counts.homes == 0 { "–".to_owned() } else { self.page.figure(&u64::from(*number)) }
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let row = |number: usize, state: &State| NoticeRow {
            id: format!("01977420-0000-7000-8000-0000000000{number:02}"),
            subject: "Onderhoud aan <b>het portaal</b>".to_owned(),
            state: *state,
            window: super::sample_window(),
            whom: match number {
                0 => Whom::All,
                1 => Whom::Client("Woonstichting De Linde".to_owned()),
                _ => Whom::Project("Woonstichting De Linde".to_owned(), "Lindehof".to_owned()),
            },
            counts: if number < 3 {
                Counts::default()
            } else {
                Counts { homes: 80_000, waits: 79_000, queued: 900, sent: 880, ..Counts::default() }
            },
        };
        let rows = State::ALL.iter().enumerate().map(|(number, state)| row(number, state)).collect();
        let page = page.for_support(super::ROOT);
        let state = |writes, rows| Self { page: page.clone(), writes, rows };
        vec![
            ("notices", state(true, rows)),
            ("notices-none", state(true, Vec::new())),
            ("notices-none-read", state(false, Vec::new())),
        ]
    }
}
