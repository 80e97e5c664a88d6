//! What an invited member of staff walks through, `/invitation/<token>/`: an own password, an app that
//! gives codes, and the recovery codes, shown once.

use std::borrow::Cow;

use askama::Template;
use domain::password::Fault as PasswordFault;
use domain::role::Role;

use super::set_password::password_fault;
use super::{Faults, Page, View};

/// Who was invited, as what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// The e-mail address, which is the username.
    pub email: String,
    /// The role.
    pub role: Role,
    /// The client, for people of a client.
    pub organisation: Option<String>,
}

/// First step: an own password.
#[derive(Debug, Template)]
#[template(path = "invitation/password.html")]
pub struct InvitationPassword {
    /// What every page has; `here` is the address of the link.
    pub page: Page,
    /// Who was invited.
    pub invited: Invited,
    /// The least length, in characters.
    pub min_length: usize,
    /// Why the password was refused.
    pub refused: Vec<PasswordFault>,
}

impl View for InvitationPassword {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-invitation-title")
    }

    fn faults(&self) -> Faults {
        let mut faults = Faults::default();
        for fault in &self.refused {
            faults.add("password", password_fault(self.page.w, fault));
        }
        faults
    }

    fn for_staff(&self) -> bool {
        true
    }
}

/// Second step: an app that gives codes.
#[derive(Debug, Template)]
#[template(path = "invitation/factor.html")]
pub struct InvitationFactor {
    /// What every page has; the form posts to `here`.
    pub page: Page,
    /// The QR code as an SVG element, made by the server itself from the secret.
    pub qr_svg: String,
    /// The secret in base 32, for those who type it over.
    pub secret: String,
    /// What is wrong with the code.
    pub fault: Option<FactorFault>,
}

/// Why the first code is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactorFault {
    /// Nothing was filled in.
    Empty,
    /// It is not the code of this moment.
    Wrong,
}

impl View for InvitationFactor {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-enrol-title")
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        match self.fault {
            None => Faults::default(),
            Some(FactorFault::Empty) => Faults::one("code", w.t("staff-factor-empty")),
            Some(FactorFault::Wrong) => Faults::one("code", w.t("staff-enrol-wrong")),
        }
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl InvitationFactor {
    /// The secret in groups of four, easy to type over.
    fn grouped(&self) -> String {
        let mut text = String::new();
        for (at, letter) in self.secret.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                text.push(' ');
            }
            text.push(letter);
        }
        text
    }
}

/// Third step: the recovery codes, shown once.
#[derive(Debug, Template)]
#[template(path = "invitation/codes.html")]
pub struct InvitationCodes {
    /// What every page has.
    pub page: Page,
    /// The codes.
    pub codes: Vec<String>,
    /// Where the button leads.
    pub next: String,
}

impl View for InvitationCodes {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-codes-title")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

#[cfg(test)]
const HERE: &str = "/invitation/Zm9vYmFyYmF6/";

#[cfg(test)]
impl InvitationPassword {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |role, organisation: Option<&str>, refused| Self {
            page: page.at(HERE),
            invited: Invited {
                email: "noor@beheer.test".to_owned(),
                role,
                organisation: organisation.map(str::to_owned),
            },
            min_length: 15,
            refused,
        };
        vec![
            ("invitation", state(Role::OperatorAdmin, None, vec![])),
            ("invitation-client", state(Role::Clerk, Some("Woonstichting De Linde"), vec![])),
            ("invitation-refused", state(Role::Support, None, vec![PasswordFault::Known])),
        ]
    }
}

#[cfg(test)]
impl InvitationFactor {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |fault| Self {
            page: page.at(HERE),
            qr_svg: crate::qr::svg(
                "otpauth://totp/Huissleutel:noor%40beheer.test?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
            )
            .unwrap_or_default(),
            secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP".to_owned(),
            fault,
        };
        vec![
            ("invitation-factor", state(None)),
            ("invitation-factor-empty", state(Some(FactorFault::Empty))),
            ("invitation-factor-wrong", state(Some(FactorFault::Wrong))),
        ]
    }
}

#[cfg(test)]
impl InvitationCodes {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let codes = (0..10).map(|n| format!("k7m2{n}-x9rt{n}")).collect();
        vec![("invitation-codes", Self { page: page.at(HERE), codes, next: "/".to_owned() })]
    }
}
