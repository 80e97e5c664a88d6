//! `/woning/`: a resident's own home: the username, the linked address, who else has an account, what the landlord wants to
//! change, and what the landlord sees.

use std::borrow::Cow;

use askama::Template;
use domain::time::{Day, Time};
use words::{Words, t};

use super::{Page, View};

/// The own home.
#[derive(Debug, Template)]
#[template(path = "own_home.html")]
pub struct OwnHome {
    /// What every page has; `signed_in` is filled.
    pub page: Page,
    /// The address of the home, a line each; empty while it has none.
    pub home: Vec<String>,
    /// The username.
    pub username: String,
    /// The client that lets or manages the home.
    pub landlord: String,
    /// The linked address.
    pub address: Option<Linked>,
    /// An address that waits to be confirmed, and when it was asked.
    pub waits: Option<(String, Time)>,
    /// The other accounts of the home.
    pub beside: Vec<Beside>,
    /// What others want to change.
    pub proposed: Option<Proposed>,
    /// The last day, when the landlord planned one.
    pub leaves_on: Option<Day>,
    /// What was done just now.
    pub told: Option<Told>,
}

/// The linked address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// As it is written to.
    pub address: String,
    /// Its owner proved it.
    pub confirmed: bool,
    /// A mail server said that the mailbox does not exist.
    pub bounced: bool,
}

/// Another account of the own home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// Its username.
    pub username: String,
    /// The day from which somebody uses it.
    pub since: Day,
}

/// A change of the own address that others proposed (law 8).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// What changes, masked.
    pub masked: String,
    /// It is made at this moment when nobody objects; else a second person looks at it.
    pub waits_until: Option<Time>,
}

impl Proposed {
    /// What changes.
    pub(super) fn change(&self, w: &Words) -> Cow<'static, str> {
        t!(*w, "objection-own", change = self.masked)
    }

    /// What happens when nobody objects.
    pub(super) fn next(&self, w: &Words) -> Cow<'static, str> {
        match self.waits_until {
            Some(until) => t!(*w, "objection-waits", until = w.moment(until)),
            None => w.t("objection-second"),
        }
    }

    #[cfg(test)]
    pub(super) fn sample(waits: bool) -> Self {
        let waits_until = waits.then(|| Time::from_micros(1_795_698_180_000_000));
        Self { masked: "j•••@e•••.nl → p•••@e•••.nl".to_owned(), waits_until }
    }
}

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// A mail went to the new address.
    Asked,
    /// The new address is linked.
    Confirmed,
}

impl Told {
    /// The word for it in an address.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Confirmed => "confirmed",
        }
    }

    /// What a word says.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        [Self::Asked, Self::Confirmed].into_iter().find(|told| told.word() == word)
    }
}

impl View for OwnHome {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("own-home-title")
    }
}

impl OwnHome {
    /// What was done; that a mail went out only while it is waited for.
    fn done(&self) -> Option<Cow<'static, str>> {
        match (self.told?, &self.waits) {
            (Told::Asked, Some((address, _))) => Some(t!(self.page.w, "own-home-asked", address = address)),
            (Told::Asked, None) => None,
            (Told::Confirmed, _) => Some(self.page.w.t("own-home-confirmed")),
        }
    }

    /// That an address waits, unless that was just said.
    fn waiting(&self) -> Option<Cow<'static, str>> {
        let (address, at) = self.waits.as_ref().filter(|_| self.told != Some(Told::Asked))?;
        Some(t!(self.page.w, "own-home-waits", address = address, moment = self.page.w.moment(*at)))
    }

    /// How sure the linked address is.
    fn proof(&self, linked: &Linked) -> Cow<'static, str> {
        self.page.w.t(match linked {
            Linked { bounced: true, .. } => words::key!("own-home-address-bounced"),
            Linked { confirmed: true, .. } => words::key!("own-home-address-confirmed"),
            Linked { .. } => words::key!("own-home-address-linked"),
        })
    }

    fn leaves(&self, last: &Day) -> Cow<'static, str> {
        t!(self.page.w, "own-home-leaves", day = self.page.w.day(*last))
    }

    fn since(&self, beside: &Beside) -> Cow<'static, str> {
        t!(self.page.w, "own-home-beside-since", day = self.page.w.day(beside.since))
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let day = |text| Day::parse(text).expect("a day");
        let linked = |confirmed, bounced| {
            let address = "jan@example.nl".to_owned();
            Some(Linked { address, confirmed, bounced })
        };
        let of = |page: Page| Self {
            page: page.at("/woning/"),
            home: vec!["Lindelaan 12-B".to_owned(), "7607 AB Almelo".to_owned()],
            username: "ALMELO01".to_owned(),
            landlord: "Woonstichting De Linde".to_owned(),
            address: linked(true, false),
            waits: None,
            beside: Vec::new(),
            proposed: None,
            leaves_on: None,
            told: None,
        };
        let plain = || of(page.for_resident());
        let waits = || Some(("jan.nieuw@example.nl".to_owned(), Time::from_micros(1_795_438_980_000_000)));
        let beside = vec![Beside { username: "ALMELO31".to_owned(), since: day("2026-11-20") }];
        vec![
            ("own-home", plain()),
            ("own-home-none", Self { address: None, ..of(page.without_address()) }),
            ("own-home-linked", Self { address: linked(false, false), home: Vec::new(), ..plain() }),
            ("own-home-bounced", Self { address: linked(true, true), ..plain() }),
            ("own-home-waits", Self { waits: waits(), ..plain() }),
            ("own-home-asked", Self { waits: waits(), told: Some(Told::Asked), ..plain() }),
            ("own-home-confirmed", Self { told: Some(Told::Confirmed), beside, ..plain() }),
            ("own-home-proposed", Self { proposed: Some(Proposed::sample(false)), ..plain() }),
            ("own-home-leaves", Self { leaves_on: Some(day("2026-11-30")), ..plain() }),
        ]
    }
}
