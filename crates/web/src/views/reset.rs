//! Asking for a new password, `/login/accounts/pass/reset/`, and the one answer to it (law 4): nothing
//! here depends on whether the username exists or has an address.

use std::borrow::Cow;

use askama::Template;

use super::{Faults, Page, View};

/// The form that asks for the username.
#[derive(Debug, Template)]
#[template(path = "reset_ask.html")]
pub struct ResetAsk {
    /// What every page has.
    pub page: Page,
    /// The username as typed, or from the link of a letter.
    pub username: String,
    /// What is wrong with it.
    pub fault: Option<ResetAskFault>,
    /// Whoever comes here just ended all access to their own account.
    pub revoked: bool,
}

/// Why a request is not taken. Only what anybody can see from the text itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResetAskFault {
    /// Nothing was filled in.
    Empty,
    /// Longer than any username.
    TooLong,
}

impl View for ResetAsk {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("reset-title")
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        match self.fault {
            None => Faults::default(),
            Some(ResetAskFault::Empty) => Faults::one("username", w.t("reset-empty")),
            Some(ResetAskFault::TooLong) => Faults::one("username", w.t("reset-too-long")),
        }
    }
}

/// The answer, always the same.
#[derive(Debug, Template)]
#[template(path = "reset_asked.html")]
pub struct ResetAsked {
    /// What every page has.
    pub page: Page,
}

impl View for ResetAsked {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("reset-asked-title")
    }
}

#[cfg(test)]
impl ResetAsk {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |username: &str, fault| Self {
            page: page.at("/login/accounts/pass/reset/"),
            username: username.to_owned(),
            fault,
            revoked: false,
        };
        vec![
            ("reset", state("", None)),
            ("reset-filled", state("ALMELO01", None)),
            ("reset-revoked", Self { revoked: true, ..state("ALMELO01", None) }),
            ("reset-empty", state("", Some(ResetAskFault::Empty))),
            ("reset-too-long", state(&"ALMELO".repeat(12), Some(ResetAskFault::TooLong))),
        ]
    }
}

#[cfg(test)]
impl ResetAsked {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        vec![("reset-asked", Self { page: page.at("/login/accounts/pass/reset/") })]
    }
}
