//! `/service/woningen/{home}/intrekken/`: exactly what will end, and what the resident does next.
//!
//! GET `?account=`, or without for all accounts of the home. POST `account`, `seal`; 303 to the home.

use std::borrow::Cow;

use askama::Template;

use super::Frame;
use super::home::Home;
use crate::views::{Page, View};

/// What will end.
#[derive(Debug, Template)]
#[template(path = "service/revoke.html")]
pub struct Revoke {
    /// What every page has.
    pub page: Page,
    /// The home.
    pub home: Home,
    /// The id of the account; none for all of the home.
    pub account: Option<String>,
    /// What ends, an account each; empty when nobody lives there.
    pub ends: Vec<Ends>,
    /// Binds the act to these households.
    pub seal: String,
}

/// What gives access to an account now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ends {
    /// Its username.
    pub username: String,
    /// An address is linked.
    pub has_address: bool,
    /// A password is set.
    pub password: bool,
    /// Passkeys.
    pub passkeys: u64,
    /// Devices that are signed in.
    pub sessions: u64,
    /// Browsers that are recognised.
    pub devices: u64,
    /// Links in mails that can be used.
    pub links: u64,
    /// Mails that wait to be sent.
    pub mails: u64,
}

impl Ends {
    /// What ends of an account, a line each.
    pub(super) fn lines(&self, page: &Page) -> Vec<Cow<'static, str>> {
        let w = page.w;
        let mut lines = Vec::new();
        if self.password {
            lines.push(w.t("service-revoke-password"));
        }
        if self.passkeys > 0 {
            lines.push(words::t!(w, "service-revoke-passkeys", count = self.passkeys));
        }
        if self.sessions > 0 {
            lines.push(words::t!(w, "service-revoke-sessions", count = self.sessions));
        }
        if self.devices > 0 {
            lines.push(words::t!(w, "service-revoke-devices", count = self.devices));
        }
        if self.links > 0 {
            lines.push(words::t!(w, "service-revoke-links", count = self.links));
        }
        if self.mails > 0 {
            lines.push(words::t!(w, "service-revoke-mails", count = self.mails));
        }
        lines
    }
}

impl View for Revoke {
    fn title(&self) -> Cow<'static, str> {
        self.home.project.title(&self.page, &self.heading())
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Revoke {
    fn heading(&self) -> Cow<'static, str> {
        self.page.w.t(if self.account.is_some() {
            words::key!("service-revoke-title")
        } else {
            words::key!("service-revoke-all-title")
        })
    }

    fn frame(&self) -> Frame {
        self.home.frame(&self.page, Some(self.heading()))
    }

    /// Somebody would be left without a way in of their own.
    fn locks_out(&self) -> bool {
        self.ends.iter().any(|it| !it.has_address)
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |account: bool, ends: &[Ends]| Self {
            page: page.for_service("/service/woningen/0193-1/intrekken/"),
            home: Home::sample(),
            account: account.then(|| "0193-2".to_owned()),
            ends: ends.to_vec(),
            seal: "0193".to_owned(),
        };
        let nothing = Ends { username: "ALMELO01".to_owned(), has_address: true, ..Ends::default() };
        let all = Ends { password: true, passkeys: 1, sessions: 2, devices: 1, links: 3, mails: 1, ..nothing.clone() };
        let second = Ends { username: "ALMELO31".to_owned(), has_address: false, links: 0, mails: 0, ..all.clone() };
        vec![
            ("revoke", state(true, std::slice::from_ref(&all))),
            ("revoke-no-address", state(true, std::slice::from_ref(&second))),
            ("revoke-nothing", state(true, &[nothing])),
            ("revoke-vacant", state(true, &[])),
            ("revoke-all", state(false, &[all, second])),
        ]
    }
}
