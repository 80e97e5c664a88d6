//! `/service/woningen/{home}/accounts/nieuw/` and `…/accounts/{account}/beeindigen/`: a second account for a home, and its end.
//!
//! POST `seal`; 303 to the home.

use std::borrow::Cow;

use askama::Template;
use domain::time::Day;

use super::Frame;
use super::home::Home;
use super::revoke::Ends;
use crate::views::{Page, View};

/// Exactly what would be made.
#[derive(Debug, Template)]
#[template(path = "service/account_new.html")]
pub struct AccountNew {
    /// What every page has.
    pub page: Page,
    /// The home.
    pub home: Home,
    /// The usernames of those who live there; empty when nobody does.
    pub living: Vec<String>,
    /// How many of them are told by mail.
    pub mails: u64,
    /// Its last day, when a change of residents is planned.
    pub until: Option<Day>,
    /// It has as many accounts as a page shows.
    pub full: bool,
    /// Binds the act to what is shown.
    pub seal: String,
}

impl View for AccountNew {
    fn title(&self) -> Cow<'static, str> {
        self.home.project.title(&self.page, &self.page.w.t("home-account-title"))
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl AccountNew {
    fn frame(&self) -> Frame {
        self.home.frame(&self.page, Some(self.page.w.t("home-account-title")))
    }

    /// When it ends by itself.
    fn until(&self) -> Option<Cow<'static, str>> {
        self.until.map(|day| words::t!(self.page.w, "home-account-until", day = self.page.day(&day)))
    }

    /// Who is told, and how.
    fn told(&self) -> Cow<'static, str> {
        words::t!(self.page.w, "home-account-told", count = self.mails)
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |living: &[&str], mails| Self {
            page: page.for_service("/service/woningen/0193-1/accounts/nieuw/"),
            home: Home::sample(),
            living: living.iter().map(|name| (*name).to_owned()).collect(),
            mails,
            until: None,
            full: false,
            seal: "0193".to_owned(),
        };
        let until = Day::parse("2026-11-30").ok();
        vec![
            ("accountnew", state(&["ALMELO01"], 1)),
            ("accountnew-page-only", state(&["ALMELO01"], 0)),
            ("accountnew-two", state(&["ALMELO01", "ALMELO31"], 2)),
            ("accountnew-until", Self { until, ..state(&["ALMELO01"], 1) }),
            ("accountnew-vacant", state(&[], 0)),
            ("accountnew-full", Self { full: true, ..state(&[], 0) }),
        ]
    }
}

/// Exactly what would end.
#[derive(Debug, Template)]
#[template(path = "service/account_end.html")]
pub struct AccountEnd {
    /// What every page has.
    pub page: Page,
    /// The home.
    pub home: Home,
    /// The id of the account.
    pub account: String,
    /// The address that goes, masked.
    pub address: Option<String>,
    /// What gives access now; none when nobody lives behind it.
    pub ends: Option<Ends>,
    /// Binds the act to this household.
    pub seal: String,
}

impl View for AccountEnd {
    fn title(&self) -> Cow<'static, str> {
        self.home.project.title(&self.page, &self.page.w.t("home-account-end-title"))
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl AccountEnd {
    fn frame(&self) -> Frame {
        self.home.frame(&self.page, Some(self.page.w.t("home-account-end-title")))
    }

    /// The address, in words.
    fn address(&self) -> Option<Cow<'static, str>> {
        self.address.as_ref().map(|address| words::t!(self.page.w, "home-account-end-address", address = address))
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |ends: Option<Ends>| Self {
            page: page.for_service("/service/woningen/0193-1/accounts/0193-2/beeindigen/"),
            home: Home::sample(),
            account: "0193-2".to_owned(),
            address: None,
            ends,
            seal: "0193".to_owned(),
        };
        let nothing = Ends { username: "ALMELO31".to_owned(), ..Ends::default() };
        let all = Ends { password: true, sessions: 2, devices: 1, has_address: true, ..nothing.clone() };
        let address = Some("j•••@e•••.nl".to_owned());
        vec![
            ("accountend", Self { address, ..state(Some(all)) }),
            ("accountend-nothing", state(Some(nothing))),
            ("accountend-vacant", state(None)),
        ]
    }
}
