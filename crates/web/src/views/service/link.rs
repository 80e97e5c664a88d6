//! `/service/woningen/{home}/e-mailadres/`: the question of law 7, the address, and exactly what will change.
//!
//! GET `?account=`. POST `account`, `residents` (`same`, `new`), `email` or `remove` (`yes`): what would change; with `seal`
//! it is done, 303 to the home. New residents are a tenant change: its form, with the address in it.

use std::borrow::Cow;

use askama::Template;
use domain::email::AddressFault;
use domain::time::Day;

use super::Frame;
use super::home::Home;
use crate::views::{Faults, Page, View};

/// The question and the address.
#[derive(Debug, Template)]
#[template(path = "service/link.html")]
pub struct LinkForm {
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
    /// The address as typed.
    pub email: String,
    /// "The same residents" was chosen.
    pub same: bool,
    /// What is wrong.
    pub fault: Option<LinkFault>,
}

/// Why an address is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkFault {
    /// Nobody said whether the residents are the same (law 7).
    NotSaid,
    /// This is no address.
    Address(AddressFault),
    /// It is the address in force.
    Same,
    /// The account is in use, and a change is proposed already (law 8).
    AlreadyProposed,
    /// The account is in use, and its residents leave.
    Leaving,
}

impl View for LinkForm {
    fn title(&self) -> Cow<'static, str> {
        self.home.project.title(&self.page, &self.heading())
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        match self.fault {
            None => Faults::default(),
            Some(LinkFault::NotSaid) => Faults::one("residents", w.t("service-link-not-said")),
            Some(LinkFault::Same) => Faults::one("email", w.t("service-link-known-already")),
            Some(LinkFault::AlreadyProposed) => Faults::one("email", w.t("service-link-proposed")),
            Some(LinkFault::Leaving) => Faults::one("email", w.t("service-link-leaves")),
            Some(LinkFault::Address(fault)) => Faults::one(
                "email",
                w.t(match fault {
                    AddressFault::Empty => words::key!("service-link-empty"),
                    AddressFault::NoAt => words::key!("list-reason-email-no-at"),
                    AddressFault::ManyAts => words::key!("list-reason-email-many"),
                    AddressFault::Sign => words::key!("list-reason-email-sign"),
                    AddressFault::Dot => words::key!("list-reason-email-dot"),
                    AddressFault::Domain => words::key!("list-reason-email-domain"),
                    AddressFault::TooLong => words::key!("list-reason-email-too-long"),
                }),
            ),
        }
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl LinkForm {
    fn heading(&self) -> Cow<'static, str> {
        self.page.w.t(if self.known.is_some() {
            words::key!("service-link-change-title")
        } else {
            words::key!("service-link-title")
        })
    }

    fn frame(&self) -> Frame {
        self.home.frame(&self.page, Some(self.heading()))
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |known: Option<&str>, email: &str, fault: Option<LinkFault>| Self {
            page: page.for_service("/service/woningen/0193-1/e-mailadres/"),
            home: Home::sample(),
            account: "0193-2".to_owned(),
            username: "ALMELO01".to_owned(),
            known: known.map(str::to_owned),
            email: email.to_owned(),
            same: fault.is_some() && fault != Some(LinkFault::NotSaid),
            fault,
        };
        let known = Some("j•••@e•••.nl");
        vec![
            ("link", state(None, "", None)),
            ("link-change", state(known, "", None)),
            ("link-not-said", state(None, "jan@example.nl", Some(LinkFault::NotSaid))),
            ("link-empty", state(None, "", Some(LinkFault::Address(AddressFault::Empty)))),
            ("link-no-at", state(None, "jan.example.nl", Some(LinkFault::Address(AddressFault::NoAt)))),
            ("link-sign", state(None, "jan <b> @example.nl", Some(LinkFault::Address(AddressFault::Sign)))),
            ("link-same", state(known, "jan@example.nl", Some(LinkFault::Same))),
            ("link-proposed", state(known, "piet@example.nl", Some(LinkFault::AlreadyProposed))),
            ("link-leaving", state(known, "piet@example.nl", Some(LinkFault::Leaving))),
        ]
    }
}

/// Exactly what will change.
#[derive(Debug, Template)]
#[template(path = "service/link_confirm.html")]
pub struct LinkConfirm {
    /// What every page has.
    pub page: Page,
    /// The home.
    pub home: Home,
    /// The id of the account.
    pub account: String,
    /// Its username.
    pub username: String,
    /// The address that gives way, masked.
    pub old: Option<String>,
    /// The new address, as typed; none when the old one goes.
    pub email: Option<String>,
    /// The last day of the household, when a tenant change is planned.
    pub leaves_on: Option<Day>,
    /// The same with the domain that was probably meant.
    pub meant: Option<String>,
    /// The account is in use: it is proposed to a colleague (true), or waits because there is none (false).
    pub second: Option<bool>,
    /// Other homes of the client where this address is in force.
    pub elsewhere: Vec<Home>,
    /// Binds the act to what is shown.
    pub seal: String,
}

impl View for LinkConfirm {
    fn title(&self) -> Cow<'static, str> {
        self.home.project.title(&self.page, &self.heading())
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl LinkConfirm {
    fn frame(&self) -> Frame {
        self.home.frame(&self.page, Some(self.heading()))
    }

    /// The last thing before it is done: with a likely typing error its words say so.
    fn button(&self) -> Cow<'static, str> {
        if self.second.is_some() {
            return self.page.w.t("service-link-propose");
        }
        self.page.w.t(match (&self.email, &self.meant, &self.old) {
            (None, _, _) => words::key!("service-link-confirm-remove"),
            (Some(_), Some(_), _) => words::key!("service-link-typo-use"),
            (Some(_), None, Some(_)) => words::key!("service-link-confirm-change"),
            (Some(_), None, None) => words::key!("service-link-confirm-link"),
        })
    }

    fn heading(&self) -> Cow<'static, str> {
        self.page.w.t(if self.email.is_some() {
            words::key!("service-link-confirm-title")
        } else {
            words::key!("service-link-remove-title")
        })
    }

    /// Why it is proposed only, and what happens then.
    fn second(&self) -> Option<Cow<'static, str>> {
        self.second.map(|colleague| {
            self.page.w.t(if colleague {
                words::key!("service-link-second-colleague")
            } else {
                words::key!("service-link-second-nobody")
            })
        })
    }

    /// They leave: the address may be that of who comes.
    fn leaving(&self) -> Option<Cow<'static, str>> {
        self.leaves_on.map(|day| words::t!(self.page.w, "service-link-leaving", day = self.page.day(&day)))
    }

    fn elsewhere(&self) -> Cow<'static, str> {
        words::t!(self.page.w, "service-link-elsewhere", count = self.elsewhere.len())
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let other = |number: u32| Home {
            id: format!("0193-{number}"),
            address: format!("Lindelaan {number}, 7607 AB Almelo"),
            ..Home::sample()
        };
        let state = |old: Option<&str>, email: Option<&str>| Self {
            page: page.for_service("/service/woningen/0193-1/e-mailadres/"),
            home: Home::sample(),
            account: "0193-2".to_owned(),
            username: "ALMELO01".to_owned(),
            old: old.map(str::to_owned),
            email: email.map(str::to_owned),
            leaves_on: None,
            meant: None,
            second: None,
            elsewhere: Vec::new(),
            seal: "0193".to_owned(),
        };
        let elsewhere = vec![other(14), other(16)];
        let meant = Some("jan@gmail.com".to_owned());
        vec![
            ("linkconfirm", state(None, Some("jan@example.nl"))),
            ("linkconfirm-change", state(Some("p•••@e•••.nl"), Some("jan@example.nl"))),
            ("linkconfirm-elsewhere", Self { elsewhere, ..state(None, Some("els@example.nl")) }),
            ("linkconfirm-typo", Self { meant, ..state(None, Some("jan@gmial.com")) }),
            ("linkconfirm-propose", Self { second: Some(true), ..state(Some("p•••@e•••.nl"), Some("jan@example.nl")) }),
            ("linkconfirm-waits", Self { second: Some(false), ..state(Some("p•••@e•••.nl"), Some("jan@example.nl")) }),
            ("linkconfirm-remove", state(Some("p•••@e•••.nl"), None)),
            (
                "linkconfirm-leaving",
                Self { leaves_on: Day::parse("2026-11-30").ok(), ..state(None, Some("jan@example.nl")) },
            ),
        ]
    }
}
