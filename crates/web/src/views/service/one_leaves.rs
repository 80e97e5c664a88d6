//! `/service/woningen/{home}/vertrek/`: one of several residents leaves. POST `account`, `whose` (`stays`, `leaves`), `email` and
//! `seal`; 303 to the home.

use std::borrow::Cow;

use askama::Template;

use super::Frame;
use super::home::Home;
use crate::views::{Faults, Page, View};

/// The question whose address it is, and what ends.
#[derive(Debug, Template)]
#[template(path = "service/one_leaves.html")]
pub struct OneLeaves {
    /// What every page has.
    pub page: Page,
    /// The home.
    pub home: Home,
    /// The id of the account.
    pub account: String,
    /// Its username.
    pub username: String,
    /// The address in force, masked.
    pub known: Option<String>,
    /// Passkeys.
    pub passkeys: u64,
    /// Devices that are signed in.
    pub devices: u64,
    /// Whose address it is, as chosen.
    pub whose: String,
    /// The address of who stays, as typed.
    pub email: String,
    /// Binds the act to what is shown.
    pub seal: String,
    /// What is wrong.
    pub fault: Option<OneFault>,
}

/// Why nothing was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OneFault {
    /// Nobody said whose address it is.
    NotSaid,
    /// This is no address.
    Address,
    /// It is the address of who leaves.
    Same,
    /// All of them leave.
    Leaving,
    /// Something else was shown.
    Moved,
}

impl View for OneLeaves {
    fn title(&self) -> Cow<'static, str> {
        self.home.project.title(&self.page, &self.page.w.t("one-leaves-title"))
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        match self.fault {
            None | Some(OneFault::Moved) => Faults::default(),
            Some(OneFault::NotSaid) => Faults::one("whose", w.t("one-leaves-not-said")),
            Some(OneFault::Address) => Faults::one("email", w.t("change-fault-address")),
            Some(OneFault::Same) => Faults::one("email", w.t("one-leaves-same")),
            Some(OneFault::Leaving) => Faults::one("email", w.t("one-leaves-all")),
        }
    }
}

impl OneLeaves {
    fn frame(&self) -> Frame {
        self.home.frame(&self.page, Some(self.page.w.t("one-leaves-title")))
    }

    fn is_moved(&self) -> bool {
        self.fault == Some(OneFault::Moved)
    }

    fn passkeys(&self) -> Option<Cow<'static, str>> {
        (self.passkeys > 0).then(|| words::t!(self.page.w, "change-passkeys", count = self.passkeys))
    }

    fn devices(&self) -> Cow<'static, str> {
        words::t!(self.page.w, "change-devices", count = self.devices)
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |known: Option<&str>, whose: &str, fault| Self {
            page: page.for_service("/service/woningen/0193-1/vertrek/"),
            home: Home::sample(),
            account: "0193-2".to_owned(),
            username: "ALMELO01".to_owned(),
            known: known.map(str::to_owned),
            passkeys: u64::from(known.is_some()),
            devices: 3,
            whose: whose.to_owned(),
            email: if whose == "leaves" { "els@example.nl".to_owned() } else { String::new() },
            seal: "0193".to_owned(),
            fault,
        };
        let known = Some("j•••@e•••.nl");
        vec![
            ("one-leaves", state(known, "", None)),
            ("one-leaves-none", state(None, "", None)),
            ("one-leaves-not-said", state(known, "", Some(OneFault::NotSaid))),
            ("one-leaves-address", state(known, "leaves", Some(OneFault::Address))),
            ("one-leaves-same", state(known, "leaves", Some(OneFault::Same))),
            ("one-leaves-all", state(known, "leaves", Some(OneFault::Leaving))),
            ("one-leaves-moved", state(known, "stays", Some(OneFault::Moved))),
        ]
    }
}
