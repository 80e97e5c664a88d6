//! Passkeys of somebody signed in: made in two steps (the password of now, then the device), named, removed, and explained.

use std::borrow::Cow;

use askama::Template;
use axum::http::StatusCode;
use domain::time::Day;
use words::{Words, t};

use super::{NEW_PASSKEY, PASSKEYS, ProofFault, SECURITY, WHAT_PASSKEY};
use crate::views::{Faults, Page, View};

/// A passkey in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnPasskey {
    /// Its id.
    pub id: String,
    /// What its owner calls it.
    pub name: String,
    /// The day on which it was made.
    pub since: Day,
    /// The day on which it was last used.
    pub used: Option<Day>,
}

impl OwnPasskey {
    pub(super) fn days(&self, w: Words) -> Cow<'static, str> {
        match self.used {
            Some(used) => t!(w, "passkey-days-used", since = w.day(self.since), used = w.day(used)),
            None => t!(w, "passkey-days", since = w.day(self.since)),
        }
    }

    /// For who hears a link and does not see what stands beside it.
    pub(super) fn change(&self, w: Words) -> Cow<'static, str> {
        t!(w, "passkey-change-one", name = self.name)
    }

    #[cfg(test)]
    pub(super) fn samples() -> Vec<Self> {
        let day = |text: &str| Day::parse(text).expect("a day");
        let one = |id: &str, name: &str, used| Self {
            id: format!("01994c3e-0000-7000-8000-0000000000{id}"),
            name: name.to_owned(),
            since: day("2026-11-20"),
            used,
        };
        vec![one("01", "telefoon", Some(day("2026-11-23"))), one("02", "<b>computer</b> & beneden", None)]
    }
}

/// The first step: a name, and the password of now.
#[derive(Debug, Template)]
#[template(path = "security/new_passkey.html")]
pub struct NewPasskey {
    /// What every page has; `signed_in` is filled.
    pub page: Page,
    /// The name as typed.
    pub name: String,
    /// A passkey does as well as the password of now.
    pub passkey: bool,
    /// What is wrong.
    pub fault: Option<NewFault>,
}

/// Why no passkey is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewFault {
    /// The name is none.
    Name,
    /// The password of now was not taken.
    Proof(ProofFault),
    /// There are as many as there may be.
    TooMany,
    /// There are none at this address.
    NotHere,
    /// What the browser made was not taken.
    Refused,
}

impl View for NewPasskey {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("passkey-new-title")
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        match self.fault {
            None => Faults::default(),
            Some(NewFault::Name) => Faults::one("name", w.t("passkey-name-fault")),
            Some(NewFault::Proof(fault)) => Faults::one("current", fault.text(w)),
            Some(NewFault::TooMany) => Faults::one("name", w.t("passkey-new-many")),
            Some(NewFault::NotHere) => Faults::one("name", w.t("passkey-new-not-here")),
            Some(NewFault::Refused) => Faults::one("name", w.t("passkey-make-refused")),
        }
    }

    fn status(&self) -> StatusCode {
        match self.fault {
            None => StatusCode::OK,
            Some(NewFault::Proof(fault)) => fault.status(),
            Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    fn for_staff(&self) -> bool {
        self.page.by_staff()
    }
}

impl NewPasskey {
    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |name: &str, fault: Option<NewFault>| Self {
            page: page.for_resident().at(NEW_PASSKEY),
            name: name.to_owned(),
            passkey: fault.is_none(),
            fault,
        };
        vec![
            ("new_passkey", state("Firefox op Windows", None)),
            ("new_passkey-staff", Self { page: page.for_staff().at(NEW_PASSKEY), ..state("telefoon", None) }),
            ("new_passkey-name", state("", Some(NewFault::Name))),
            ("new_passkey-wrong", state("telefoon", Some(NewFault::Proof(ProofFault::Wrong)))),
            ("new_passkey-many", state("telefoon", Some(NewFault::TooMany))),
            ("new_passkey-not-here", state("telefoon", Some(NewFault::NotHere))),
            ("new_passkey-refused", state("telefoon", Some(NewFault::Refused))),
        ]
    }
}

/// The second step: the device makes it. All that the browser needs stands in the page.
#[derive(Debug, Template)]
#[template(path = "security/make_passkey.html")]
pub struct MakePasskey {
    /// What every page has; `signed_in` is filled.
    pub page: Page,
    /// What its owner calls it.
    pub name: String,
    /// The challenge.
    pub challenge: String,
    /// The name that passkeys are made for.
    pub party: String,
    /// What devices know the owner by.
    pub handle: String,
    /// The username.
    pub username: String,
    /// What devices call the passkeys there are, apart by spaces.
    pub known: String,
    /// The kinds of key that are taken, apart by spaces.
    pub algorithms: String,
}

impl View for MakePasskey {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("passkey-make-title")
    }

    fn for_staff(&self) -> bool {
        self.page.by_staff()
    }
}

impl MakePasskey {
    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let make = Self {
            page: page.for_resident().at(NEW_PASSKEY),
            name: "telefoon".to_owned(),
            challenge: "Y2hhbGxlbmdl".to_owned(),
            party: "login.example.nl".to_owned(),
            handle: "aGFuZGxl".to_owned(),
            username: "ALMELO01".to_owned(),
            known: "Zm9v".to_owned(),
            algorithms: "-7 -257".to_owned(),
        };
        vec![("make_passkey", make)]
    }
}

/// One passkey: another name, or none at all.
#[derive(Debug, Template)]
#[template(path = "security/change_passkey.html")]
pub struct ChangePasskey {
    /// What every page has; `signed_in` is filled.
    pub page: Page,
    /// The passkey.
    pub passkey: OwnPasskey,
    /// The name as typed.
    pub name: String,
    /// The name is none.
    pub wrong: bool,
}

impl View for ChangePasskey {
    fn title(&self) -> Cow<'static, str> {
        t!(self.page.w, "passkey-change-title", name = self.passkey.name)
    }

    fn faults(&self) -> Faults {
        if self.wrong { Faults::one("name", self.page.w.t("passkey-name-fault")) } else { Faults::default() }
    }

    fn for_staff(&self) -> bool {
        self.page.by_staff()
    }
}

impl ChangePasskey {
    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let passkey = OwnPasskey::samples().swap_remove(0);
        let here = format!("{PASSKEYS}{}/", passkey.id);
        let state = |name: &str, wrong| Self {
            page: page.for_resident().at(&here),
            passkey: passkey.clone(),
            name: name.to_owned(),
            wrong,
        };
        vec![("change_passkey", state("telefoon", false)), ("change_passkey-wrong", state("", true))]
    }
}

/// What a passkey is, in plain words.
#[derive(Debug, Template)]
#[template(path = "security/what_passkey.html")]
pub struct WhatPasskey {
    /// What every page has.
    pub page: Page,
}

impl View for WhatPasskey {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("passkey-what-title")
    }
}

impl WhatPasskey {
    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        vec![("what_passkey", Self { page: page.at(WHAT_PASSKEY) })]
    }
}
