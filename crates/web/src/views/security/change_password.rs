//! Another password for somebody signed in, `/beveiliging/wachtwoord/` (law 3c): the one of now, and the new one. Without an
//! address the page says that it comes first.

use std::borrow::Cow;

use askama::Template;
use axum::http::StatusCode;
use domain::password::Fault as PasswordFault;

use super::{CHANGE_PASSWORD, ProofFault, SECURITY};
use crate::views::set_password::password_fault;
use crate::views::{Faults, Page, View};

/// The form.
#[derive(Debug, Template)]
#[template(path = "security/change_password.html")]
pub struct ChangePassword {
    /// What every page has; `signed_in` is filled.
    pub page: Page,
    /// An address is linked: else there is no form.
    pub has_address: bool,
    /// The least length, in characters.
    pub min_length: usize,
    /// A passkey does as well as the password of now.
    pub passkey: bool,
    /// Why the password of now was not taken.
    pub fault: Option<ProofFault>,
    /// Why the new one was refused.
    pub refused: Vec<PasswordFault>,
}

impl View for ChangePassword {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("security-change-title")
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        let mut faults = Faults::default();
        if let Some(fault) = self.fault {
            faults.add("current", fault.text(w));
        }
        for fault in &self.refused {
            faults.add("password", password_fault(w, fault));
        }
        faults
    }

    fn status(&self) -> StatusCode {
        match self.fault {
            Some(fault) => fault.status(),
            None if self.refused.is_empty() => StatusCode::OK,
            None => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    fn for_staff(&self) -> bool {
        self.page.by_staff()
    }
}

impl ChangePassword {
    /// What the password belongs to, for password managers.
    fn name(&self) -> &str {
        self.page.signed_in.as_ref().map_or("", |signed_in| signed_in.name.as_str())
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        use domain::time::Span;
        let state = |fault, refused| Self {
            page: page.for_resident().at(CHANGE_PASSWORD),
            has_address: true,
            min_length: 15,
            passkey: false,
            fault,
            refused,
        };
        vec![
            ("change_password", state(None, vec![])),
            ("change_password-wrong", state(Some(ProofFault::Wrong), vec![])),
            ("change_password-empty", state(Some(ProofFault::Empty), vec![PasswordFault::TooShort { missing: 15 }])),
            ("change_password-slowed", state(Some(ProofFault::SlowedDown(Span::minutes(12))), vec![])),
            ("change_password-passkey", Self { passkey: true, ..state(Some(ProofFault::Passkey), vec![]) }),
            ("change_password-refused", state(None, vec![PasswordFault::Known])),
            ("change_password-no-address", Self { has_address: false, ..state(None, vec![]) }),
            ("change_password-staff", Self { page: page.for_staff().at(CHANGE_PASSWORD), ..state(None, vec![]) }),
        ]
    }
}
