//! `/gegevens/`, the tab Mijn gegevens: all that is kept about a resident, and who looked at it or changed it.

mod log;
mod parts;
mod request;
mod said;

use std::borrow::Cow;

use app::own_data::{LogLine, OwnData, Who};
use askama::Template;
use words::t;

pub use log::OwnLog;
pub use request::{OwnRequest, RequestFault};

use super::{Page, View};
use parts::Part;

/// The tab.
pub const OWN_DATA: &str = "/gegevens/";
/// The same as a file.
pub const OWN_FILE: &str = "/gegevens/gegevens.json";
/// The form to ask for something else.
pub const OWN_REQUEST: &str = "/gegevens/verzoek/";
/// Who looked and who changed what, all of it.
pub const OWN_LOG: &str = "/gegevens/logboek/";

/// All that is kept about a resident.
#[derive(Debug, Template)]
#[template(path = "own_data/overview.html")]
pub struct OwnDataPage {
    /// What every page has; `signed_in` is filled.
    pub page: Page,
    /// All of it.
    pub data: OwnData,
    /// Something was asked just now.
    pub asked: bool,
}

impl View for OwnDataPage {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("own-data-title")
    }
}

impl OwnDataPage {
    fn kept(&self) -> Vec<Part> {
        parts::kept(&self.page, &self.data)
    }

    fn requests(&self) -> Part {
        parts::requests(&self.page, &self.data)
    }

    fn lines(&self) -> Vec<Row> {
        self.data.log.iter().map(|line| Row::of(&self.page, line)).collect()
    }

    /// When this was put together.
    fn made(&self) -> Cow<'static, str> {
        t!(self.page.w, "own-data-made-at", moment = self.page.w.moment(self.data.made_at.0))
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |data, asked| Self { page: page.for_resident().at(OWN_DATA), data, asked };
        let (full, bare) = (parts::sample::full(), parts::sample::bare());
        vec![
            ("own-data-asked", state(full.clone(), true)),
            ("own-data", state(full, false)),
            ("own-data-bare", state(bare, false)),
        ]
    }
}

/// A line of the log in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    who: String,
    what: Cow<'static, str>,
    when: String,
}

impl Row {
    fn of(page: &Page, line: &LogLine) -> Self {
        Self {
            who: who(page, &line.who),
            what: words::own_data::act(line.act).map_or(Cow::Borrowed(line.act.as_str()), |key| page.w.t(key)),
            when: page.w.moment(line.at.0),
        }
    }
}

/// Who, as residents read it.
fn who(page: &Page, who: &Who) -> String {
    let w = page.w;
    match who {
        Who::You => w.t("own-data-who-you"),
        Who::Landlord(name) => t!(w, "own-data-who-landlord", organisation = name),
        Who::Program(name) => t!(w, "own-data-who-program", organisation = name),
        Who::Helpdesk => w.t("own-data-who-helpdesk"),
        Who::Operator => t!(w, "own-data-who-operator", brand = page.brand.name),
        Who::System => w.t("own-data-who-system"),
        Who::Link => w.t("own-data-who-link"),
        Who::Unknown => w.t("own-data-who-unknown"),
    }
    .into_owned()
}
