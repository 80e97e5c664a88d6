//! The page behind the link of a reset mail: one new password and, while the address is not confirmed,
//! the username as well (3.2). A password that was refused is never sent back to the page.

use std::borrow::Cow;

use askama::Template;
use domain::password::Fault as PasswordFault;
use words::Words;

use super::{Faults, Page, View};

/// The form for a new password.
#[derive(Debug, Template)]
#[template(path = "set_password.html")]
pub struct SetPassword {
    /// What every page has; `here` is the address of the link.
    pub page: Page,
    /// Whose account it is, or what to ask.
    pub whose: Whose,
    /// The least length, in characters.
    pub min_length: usize,
    /// Why the password was refused.
    pub refused: Vec<PasswordFault>,
    /// The passkeys of the account, where it is known whose it is.
    pub passkeys: Vec<OldPasskey>,
    /// All of them are to go, where it is not.
    pub all_go: bool,
}

/// A passkey that is kept or removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldPasskey {
    /// Its id.
    pub id: String,
    /// What its owner calls it.
    pub name: String,
    /// It is to go.
    pub goes: bool,
}

/// What the page knows of the account behind the link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// The address is confirmed: nothing more is asked.
    Known {
        /// The username, when the page names it.
        username: Option<String>,
    },
    /// The address is not confirmed: the page asks the username of the letter and names nothing.
    Asked {
        /// The username as typed.
        typed: String,
        /// What is wrong with it.
        fault: Option<WhoseFault>,
    },
}

/// Why the typed username is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhoseFault {
    /// Nothing was filled in.
    Empty,
    /// It is not the one this link is for.
    Wrong,
}

impl SetPassword {
    fn asks_username(&self) -> bool {
        matches!(self.whose, Whose::Asked { .. })
    }

    fn removes(&self, passkey: &OldPasskey) -> Cow<'static, str> {
        words::t!(self.page.w, "passkey-reset-one", name = passkey.name)
    }
}

impl View for SetPassword {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("password-title")
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        let mut faults = Faults::default();
        if let Whose::Asked { fault: Some(fault), .. } = &self.whose {
            faults.add(
                "username",
                match fault {
                    WhoseFault::Empty => w.t("password-username-empty"),
                    WhoseFault::Wrong => w.t("password-username-wrong"),
                },
            );
        }
        for fault in &self.refused {
            faults.add("password", password_fault(w, fault));
        }
        faults
    }
}

/// Why a password is refused, and what to do.
pub(super) fn password_fault(w: Words, fault: &PasswordFault) -> Cow<'static, str> {
    match fault {
        PasswordFault::TooShort { missing } => w.with("password-too-short", &[("missing", missing)]),
        PasswordFault::TooLong => w.t("password-too-long"),
        PasswordFault::Known => w.t("password-known"),
        PasswordFault::Repeats => w.t("password-repeats"),
        PasswordFault::Run => w.t("password-run"),
        PasswordFault::Username => w.t("password-is-username"),
        PasswordFault::Brand => w.t("password-is-brand"),
        PasswordFault::DutchWord => w.t("password-is-word"),
    }
}

#[cfg(test)]
impl SetPassword {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        use PasswordFault::{Brand, DutchWord, Known, Repeats, Run, TooLong, TooShort, Username};
        let known = || Whose::Known { username: Some("ALMELO01".to_owned()) };
        let unnamed = Whose::Known { username: None };
        let asked = |typed: &str, fault| Whose::Asked { typed: typed.to_owned(), fault };
        let state = |whose, refused| Self {
            page: page.at("/login/accounts/pass/reset/Zm9vYmFyYmF6/"),
            whose,
            min_length: 15,
            refused,
            passkeys: Vec::new(),
            all_go: false,
        };
        let old = |id: &str, name: &str, goes| OldPasskey { id: id.to_owned(), name: name.to_owned(), goes };
        let passkeys = vec![old("0193-1", "telefoon", false), old("0193-2", "<b>computer</b>", true)];
        vec![
            ("password-passkeys", Self { passkeys, ..state(known(), vec![]) }),
            ("password-all-go", Self { all_go: true, ..state(asked("", None), vec![]) }),
            ("password", state(known(), vec![])),
            ("password-unnamed", state(unnamed, vec![])),
            ("password-asked", state(asked("", None), vec![])),
            ("password-short", state(known(), vec![TooShort { missing: 4 }])),
            ("password-all-faults", state(known(), vec![TooLong, Known, Repeats, Run, Username, Brand, DutchWord])),
            ("password-username-empty", state(asked("", Some(WhoseFault::Empty)), vec![])),
            (
                "password-username-wrong",
                state(asked("ALMELO10", Some(WhoseFault::Wrong)), vec![TooShort { missing: 1 }]),
            ),
        ]
    }
}
