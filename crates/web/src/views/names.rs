//! "Gebruikersnaam kwijt?", `/login/accounts/name/`: asking by e-mail address, and the one answer.

use std::borrow::Cow;

use askama::Template;

use super::{Faults, Page, View};

/// The form that asks for the e-mail address.
#[derive(Debug, Template)]
#[template(path = "names_ask.html")]
pub struct NamesAsk {
    /// What every page has.
    pub page: Page,
    /// The address as typed.
    pub email: String,
    /// What is wrong with it.
    pub fault: Option<NamesAskFault>,
}

/// Why a request is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamesAskFault {
    /// Nothing was filled in.
    Empty,
    /// This is not an e-mail address.
    NotAnAddress,
}

impl View for NamesAsk {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("names-title")
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        match self.fault {
            None => Faults::default(),
            Some(NamesAskFault::Empty) => Faults::one("email", w.t("names-empty")),
            Some(NamesAskFault::NotAnAddress) => Faults::one("email", w.t("names-not-an-address")),
        }
    }
}

/// The answer, always the same.
#[derive(Debug, Template)]
#[template(path = "names_asked.html")]
pub struct NamesAsked {
    /// What every page has.
    pub page: Page,
}

impl View for NamesAsked {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("names-asked-title")
    }
}

#[cfg(test)]
impl NamesAsk {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state =
            |email: &str, fault| Self { page: page.at("/login/accounts/name/"), email: email.to_owned(), fault };
        vec![
            ("names", state("", None)),
            ("names-empty", state("", Some(NamesAskFault::Empty))),
            ("names-not-an-address", state("jan.example.nl", Some(NamesAskFault::NotAnAddress))),
        ]
    }
}

#[cfg(test)]
impl NamesAsked {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        vec![("names-asked", Self { page: page.at("/login/accounts/name/") })]
    }
}
