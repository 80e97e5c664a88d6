//! `/support/zoeken/`: an account by its whole key. POST `key`; 303 to the account, or to `?adres=` with the accounts that an
//! address opens: what was typed never stands in an address of ours.

use std::borrow::Cow;

use askama::Template;

use super::{frame, home_path};
use crate::views::service::Frame;
use crate::views::{Faults, Page, View};

/// The search.
#[derive(Debug, Template)]
#[template(path = "support/search.html")]
pub struct DeskSearch {
    /// What every page has.
    pub page: Page,
    /// What was typed.
    pub typed: String,
    /// Why nothing is shown.
    pub fault: Option<SearchFault>,
    /// The accounts that an address opens.
    pub several: Vec<Choice>,
}

/// An account to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Its username.
    pub username: String,
}

/// Why nothing is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchFault {
    /// Nothing was typed.
    Empty,
    /// It is neither a whole username nor a whole address.
    NoKey,
    /// No account has it.
    Nobody,
}

impl View for DeskSearch {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-desk-search")
    }

    fn faults(&self) -> Faults {
        self.fault.map_or_else(Faults::default, |fault| {
            Faults::one(
                "key",
                self.page.w.t(match fault {
                    SearchFault::Empty => words::key!("staff-desk-fault-empty"),
                    SearchFault::NoKey => words::key!("staff-desk-fault-no-key"),
                    SearchFault::Nobody => words::key!("staff-desk-fault-nobody"),
                }),
            )
        })
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl DeskSearch {
    fn frame(&self) -> Frame {
        frame(&self.page, self.title())
    }

    fn path(choice: &Choice) -> String {
        home_path(&choice.id)
    }

    fn count(&self) -> Cow<'static, str> {
        words::t!(self.page.w, "staff-desk-several", count = self.several.len())
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |typed: &str, fault| Self {
            page: page.for_support(super::SEARCH),
            typed: typed.to_owned(),
            fault,
            several: Vec::new(),
        };
        let choice = |number: u8| Choice {
            id: format!("01977420-0000-7000-8000-0000000000{number:02}"),
            username: format!("KADE{number}"),
        };
        vec![
            ("desk-search", state("", None)),
            ("desk-search-empty", state("", Some(SearchFault::Empty))),
            ("desk-search-no-key", state("ALMELO 0 1 <b>", Some(SearchFault::NoKey))),
            ("desk-search-nobody", state("jan@example.nl", Some(SearchFault::Nobody))),
            ("desk-search-several", Self { several: (11..14).map(choice).collect(), ..state("", None) }),
        ]
    }
}
