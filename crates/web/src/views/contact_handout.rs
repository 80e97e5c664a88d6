//! `/contact/verstrekken/<token>/`: a contact of a client without service portal, the homes whose residents wait to be told, their
//! letters and list, and *verstrekt*. Each form is a POST with `email`: here (the homes), `klaar/` (`which`, `home-1` … `home-100`),
//! `brieven.pdf` (`list`, `part`, `language`), `lijst.xlsx`, `lijst.csv`, and `nieuw/` for a new link.

use std::borrow::Cow;

use app::first_login::letters::PART;
use askama::Template;
use axum::http::StatusCode;
use domain::language::Language;
use domain::token::Dead;
use words::{Words, t};

use super::{Faults, Page, View};

/// Which address did the mail go to?
#[derive(Debug, Template)]
#[template(path = "contact_handout/open.html")]
pub struct OpenHandout {
    /// What every page has; `here` is the address of the link.
    pub page: Page,
    /// The client.
    pub client: String,
    /// The project.
    pub project: String,
    /// The address as typed.
    pub email: String,
    /// It is another one than the mail went to.
    pub wrong: bool,
}

impl View for OpenHandout {
    fn title(&self) -> Cow<'static, str> {
        t!(self.page.w, "staff-handout-title", project = self.project.as_str())
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        if self.wrong { Faults::one("email", self.page.w.t("contact-wrong")) } else { Faults::default() }
    }
}

impl OpenHandout {
    fn lead(&self) -> Cow<'static, str> {
        t!(self.page.w, "staff-handout-lead", client = self.client.as_str())
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |email: &str| Self {
            page: page.at(HERE),
            client: "Stichting Waterland Wonen".to_owned(),
            project: "Havenkwartier".to_owned(),
            email: email.to_owned(),
            wrong: !email.is_empty(),
        };
        vec![("contact-handout-open", state("")), ("contact-handout-address", state("els@elders.test"))]
    }
}

/// A home whose residents wait to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untold {
    /// The id of those who live there.
    pub id: String,
    /// The client's own number, or the build number.
    pub number: String,
    /// Its address in one line; empty while it has none.
    pub address: String,
    /// Its username.
    pub username: String,
}

/// The homes.
#[derive(Debug, Template)]
#[template(path = "contact_handout/desk.html")]
pub struct HandoutDesk {
    /// What every page has; `here` is the address of the link.
    pub page: Page,
    /// The client.
    pub client: String,
    /// The project.
    pub project: String,
    /// The address that was typed; every form sends it again.
    pub email: String,
    /// The homes that wait, 100 at most.
    pub rows: Vec<Untold>,
    /// How many there are.
    pub not_told: u64,
    /// How many homes have no address.
    pub no_address: u64,
    /// The button was pressed, and no home was ticked.
    pub nothing: bool,
}

impl View for HandoutDesk {
    fn title(&self) -> Cow<'static, str> {
        t!(self.page.w, "staff-handout-title", project = self.project.as_str())
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        if self.nothing { Faults::one("rows", self.page.w.t("service-nothing-ticked")) } else { Faults::default() }
    }
}

impl HandoutDesk {
    fn lead(&self) -> Cow<'static, str> {
        t!(self.page.w, "staff-handout-waiting", client = self.client.as_str(), count = self.not_told)
    }

    fn all_label(&self) -> Cow<'static, str> {
        t!(self.page.w, "staff-handout-tick-all", count = self.not_told)
    }

    fn rest(&self) -> Option<Cow<'static, str>> {
        let rest = self.not_told.saturating_sub(self.rows.len() as u64);
        (rest > 0).then(|| t!(self.page.w, "staff-handout-rest", shown = self.rows.len(), count = rest))
    }

    fn without(&self) -> Cow<'static, str> {
        t!(self.page.w, "staff-handout-without", count = self.no_address)
    }

    fn tick_label(&self, row: &Untold) -> Cow<'static, str> {
        let home = if row.address.is_empty() { &row.number } else { &row.address };
        self.page.w.with("service-tick-label", &[("home", home)])
    }

    /// The files with letters to so many homes: the part, and its name.
    fn parts(&self, homes: &u64) -> Vec<(u64, Cow<'static, str>)> {
        let parts = homes.div_ceil(u64::from(PART)).max(1);
        let name = |part: u64| match parts {
            1 => self.page.w.t("staff-handout-letters"),
            _ => t!(self.page.w, "staff-handout-letters-part", part = part, parts = parts),
        };
        (1..=parts).map(|part| (part, name(part))).collect()
    }

    fn languages(&self) -> Vec<(&'static str, Cow<'static, str>)> {
        Language::ALL.into_iter().map(|one| (one.code(), Words::of(one).t("common-language"))).collect()
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let row = |at: u32| Untold {
            id: format!("00000000-0000-0000-0000-{at:012}"),
            number: format!("WW-{:04}", 1_000 + at),
            address: if at == 3 { String::new() } else { format!("Kadeplein {at}, 1234 AB Havenstad") },
            username: format!("HAVEN{at:02}"),
        };
        let state = |homes: u32, not_told: u64, nothing: bool| Self {
            page: page.at(HERE),
            client: "Stichting Waterland Wonen".to_owned(),
            project: "Havenkwartier".to_owned(),
            email: "els@waterland.example.nl".to_owned(),
            rows: (1..=homes).map(row).collect(),
            not_told,
            no_address: u64::from(not_told > 1) * 7,
            nothing,
        };
        vec![
            ("contact-handout", state(5, 5, false)),
            ("contact-handout-one", state(1, 1, false)),
            ("contact-handout-nothing", state(3, 3, true)),
            ("contact-handout-many", state(100, 4_512, false)),
            ("contact-handout-none", state(0, 0, false)),
        ]
    }
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// Homes were ticked.
    Done {
        /// How many.
        homes: u64,
        /// Others wait: a new link is on its way.
        left: bool,
    },
    /// A new link was asked for.
    Renewed,
}

/// It was taken.
#[derive(Debug, Template)]
#[template(path = "said.html")]
pub struct HandoutSaid {
    /// What every page has.
    pub page: Page,
    /// What.
    pub said: Said,
}

impl View for HandoutSaid {
    fn title(&self) -> Cow<'static, str> {
        match self.said {
            Said::Done { homes, .. } => t!(self.page.w, "staff-handout-done-title", count = homes),
            Said::Renewed => self.page.w.t("staff-handout-renewed-title"),
        }
    }

    fn signs_in(&self) -> bool {
        false
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl HandoutSaid {
    fn lead(&self) -> Cow<'static, str> {
        self.page.w.t(match self.said {
            Said::Done { left: true, .. } => words::key!("staff-handout-done-left"),
            Said::Done { left: false, .. } => words::key!("staff-handout-done"),
            Said::Renewed => words::key!("staff-handout-renewed"),
        })
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let said = |said, here: &str| Self { page: page.at(here), said };
        let done = "/contact/verstrekken/klaar/";
        vec![
            ("contact-handout-done", said(Said::Done { homes: 5, left: false }, done)),
            ("contact-handout-left", said(Said::Done { homes: 1, left: true }, done)),
            ("contact-handout-renewed", said(Said::Renewed, "/contact/verstrekken/nieuw/")),
        ]
    }
}

/// A link that is no longer alive, and the way to a new one.
#[derive(Debug, Template)]
#[template(path = "contact_handout/dead.html")]
pub struct DeadHandout {
    /// What every page has; `here` is the address of the link.
    pub page: Page,
    /// Why it is dead.
    pub why: Dead,
}

impl View for DeadHandout {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-handout-dead-title")
    }

    fn signs_in(&self) -> bool {
        false
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn status(&self) -> StatusCode {
        StatusCode::GONE
    }
}

impl DeadHandout {
    fn reason(&self) -> Cow<'static, str> {
        self.page.w.t(match self.why {
            Dead::Unknown => words::key!("dead-unknown"),
            Dead::Expired => words::key!("staff-handout-dead-expired"),
            Dead::Used => words::key!("staff-handout-dead-used"),
            Dead::Replaced | Dead::AddressChanged | Dead::Ended | Dead::TooManyTries => {
                words::key!("staff-handout-dead-over")
            }
        })
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let all = [
            ("contact-handout-dead-unknown", Dead::Unknown),
            ("contact-handout-dead-used", Dead::Used),
            ("contact-handout-dead-expired", Dead::Expired),
            ("contact-handout-dead-over", Dead::Ended),
        ];
        all.into_iter().map(|(name, why)| (name, Self { page: page.at(HERE), why })).collect()
    }
}

#[cfg(test)]
const HERE: &str = "/contact/verstrekken/Zm9vYmFyYmF6/";
