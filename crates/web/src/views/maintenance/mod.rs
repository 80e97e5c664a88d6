//! `/support/onderhoud/`: notices of planned maintenance, as those see them who write, approve and steer them.
//!
//! GET the list; GET and POST `nieuw/` and `{notice}/wijzigen/` (`audience`, `name`, `from-day`, `from-time`, `to-day`, `to-time`,
//! `subject-nl`, `words-nl`, `subject-en`, `words-en`); GET `{notice}/`; POST there `act`: `test` with `language`, `propose`, `approve` with the
//! `hash` of what was shown, `give-back`, `pause`, `resume`, `stop`; 303. And `/service/onderhoud/`: what touches a client.

pub mod by_letter;
pub mod form;
pub mod list;
pub mod notice;
pub mod planned;

use std::borrow::Cow;

use domain::maintenance::{State, Window};
use words::t;

use super::Page;
use super::service::{Crumb, Frame};

/// The list.
pub const ROOT: &str = "/support/onderhoud/";
/// The form for a new one.
pub const NEW: &str = "/support/onderhoud/nieuw/";
/// What touches a client, for its own people.
pub const PLANNED: &str = "/service/onderhoud/";

/// The page of a notice.
#[must_use]
pub fn path(id: &str) -> String {
    format!("{ROOT}{id}/")
}

/// Whom a notice is for, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whom {
    /// All homes of all clients.
    All,
    /// All homes of a client.
    Client(String),
    /// The homes of a project: the names of client and project.
    Project(String, String),
}

impl Whom {
    fn say(&self, page: &Page) -> Cow<'static, str> {
        match self {
            Self::All => page.w.t("staff-notice-whom-all"),
            Self::Client(client) => client.clone().into(),
            Self::Project(client, project) => {
                t!(page.w, "staff-notice-whom-project", client = client, project = project)
            }
        }
    }
}

/// From when until when, in a table.
fn window(page: &Page, window: &Window) -> Cow<'static, str> {
    t!(page.w, "staff-notice-window", from = page.short(&window.from), to = page.short(&window.to))
}

type Chip = (&'static str, &'static str, Cow<'static, str>);

/// How far a notice is: tone, icon and words.
fn chip(page: &Page, state: State) -> Chip {
    let w = page.w;
    match state {
        State::Draft => ("plain", "pen", w.t("staff-notice-state-draft")),
        State::Proposed => ("look", "clock", w.t("staff-notice-state-proposed")),
        State::Approved => ("good", "good", w.t("staff-notice-state-approved")),
        State::Sending => ("good", "letter", w.t("staff-notice-state-sending")),
        State::Paused => ("look", "look", w.t("staff-notice-state-paused")),
        State::Done => ("good", "good", w.t("staff-notice-state-done")),
        State::Stopped => ("wrong", "wrong", w.t("staff-notice-state-stopped")),
    }
}

/// Above a page below the list.
fn frame(page: &Page, own: Cow<'static, str>) -> Frame {
    let list = Crumb { name: page.w.t("staff-notice-title"), href: Some(ROOT.to_owned()), here: false };
    Frame { crumbs: vec![list, Crumb { name: own.clone(), href: None, here: true }], heading: own, tabs: Vec::new() }
}

/// Every sample of these pages.
#[cfg(test)]
pub(super) fn draw(page: &Page, drawn: &mut Vec<super::gallery_tests::Drawn>) {
    use super::gallery_tests::draw;

    draw(list::Notices::samples(page), drawn);
    draw(form::NoticeForm::samples(page), drawn);
    draw(notice::NoticePage::samples(page), drawn);
    draw(planned::Planned::samples(page), drawn);
    draw(by_letter::ByLetterPage::samples(page), drawn);
}

#[cfg(test)]
fn sample_window() -> Window {
    use domain::time::{Span, Time};
    let from = Time::from_micros(1_795_438_980_000_000);
    Window { from, to: from + Span::hours(4) }
}
