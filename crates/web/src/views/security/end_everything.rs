//! "Alle toegang tot mijn account intrekken", `/beveiliging/alles-intrekken/`: what ends, what stays, and the password once
//! more.

use std::borrow::Cow;

use askama::Template;
use axum::http::StatusCode;

use super::{END_EVERYTHING, ProofFault, SAFE_HOME, SECURITY};
use crate::views::{Faults, Page, View};

/// The question.
#[derive(Debug, Template)]
#[template(path = "security/end_everything.html")]
pub struct EndEverything {
    /// What every page has; `signed_in` is filled.
    pub page: Page,
    /// An address is linked: the way back in needs nobody's help.
    pub has_address: bool,
    /// A passkey does as well as the password of now.
    pub passkey: bool,
    /// Why the password of now was not taken.
    pub fault: Option<ProofFault>,
}

impl View for EndEverything {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("security-end-title")
    }

    fn faults(&self) -> Faults {
        self.fault.map_or_else(Faults::default, |fault| Faults::one("current", fault.text(self.page.w)))
    }

    fn status(&self) -> StatusCode {
        self.fault.map_or(StatusCode::OK, ProofFault::status)
    }
}

impl EndEverything {
    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |has_address, fault| Self {
            page: page.for_resident().at(END_EVERYTHING),
            has_address,
            passkey: has_address,
            fault,
        };
        vec![
            ("end_everything", state(true, None)),
            ("end_everything-no-address", state(false, None)),
            ("end_everything-wrong", state(true, Some(ProofFault::Wrong))),
        ]
    }
}
