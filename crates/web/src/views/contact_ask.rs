//! `/contact/vraag/<token>/`: is what was asked by mail right? POST `answer` and `email`; 303 to what came of it.

use std::borrow::Cow;

use app::link_request::Answered;
use askama::Template;
use domain::time::{Day, Time};
use domain::token::Dead;
use words::t;

use super::said_dead::DeadWords;
use super::{Faults, Page, View};

/// What was asked, and the question.
#[derive(Debug, Template)]
#[template(path = "contact_ask.html")]
pub struct AskContact {
    /// What every page has; `here` is the address of the link.
    pub page: Page,
    /// The name of the client.
    pub client: String,
    /// Who says to have asked it.
    pub by: Option<String>,
    /// When.
    pub at: Time,
    /// The home, in a line.
    pub home: String,
    /// The username.
    pub account: String,
    /// The address to be linked.
    pub address: String,
    /// The first day of new residents; none when the residents stay and the account is in use.
    pub first: Option<Day>,
    /// The answer as chosen.
    pub answer: Option<bool>,
    /// The own address as typed.
    pub email: String,
    /// Why nothing was done.
    pub fault: Option<AskFault>,
}

/// Why nothing was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskFault {
    /// Neither yes nor no.
    Choose,
    /// Another address than the mail went to.
    Address,
    /// The home cannot change so now.
    Home,
}

impl View for AskContact {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("ask-title")
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        match self.fault {
            Some(AskFault::Choose) => Faults::one("answer", self.page.w.t("ask-choose")),
            Some(AskFault::Address) => Faults::one("email", self.page.w.t("contact-wrong")),
            Some(AskFault::Home) => Faults::one("answer", self.page.w.t("ask-home")),
            None => Faults::default(),
        }
    }
}

impl AskContact {
    fn lead(&self) -> Cow<'static, str> {
        let (w, client, moment) = (self.page.w, self.client.as_str(), self.page.moment(&self.at));
        match &self.by {
            Some(by) => t!(w, "ask-lead-by", by = by, client = client, moment = moment),
            None => t!(w, "ask-lead", client = client, moment = moment),
        }
    }

    /// What yes does.
    fn means(&self) -> Cow<'static, str> {
        match self.first {
            Some(first) => t!(self.page.w, "ask-means-new", day = self.page.date(&first)),
            None => self.page.w.t("ask-means-change"),
        }
    }

    fn is(&self, yes: bool) -> bool {
        self.answer == Some(yes)
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |first: Option<&str>, fault: Option<AskFault>| Self {
            page: page.at("/contact/vraag/Zm9vYmFyYmF6/"),
            client: "Woonstichting De Linde".to_owned(),
            by: first.is_none().then(|| "els@linde.example.nl".to_owned()),
            at: Time::from_micros(1_795_438_980_000_000),
            home: "Kastanjelaan 14a, 1234 AB Lindehof".to_owned(),
            account: "ALMELO01".to_owned(),
            address: "jan.van.der.velden@example.nl".to_owned(),
            first: first.and_then(|day| Day::parse(day).ok()),
            answer: fault.filter(|fault| *fault != AskFault::Choose).map(|_| true),
            email: if fault.is_some() { "els@elders.test".to_owned() } else { String::new() },
            fault,
        };
        vec![
            ("contact-ask", state(None, None)),
            ("contact-ask-new", state(Some("2026-12-01"), None)),
            ("contact-ask-choose", state(None, Some(AskFault::Choose))),
            ("contact-ask-address", state(None, Some(AskFault::Address))),
            ("contact-ask-home", state(Some("2026-12-01"), Some(AskFault::Home))),
        ]
    }
}

/// The answer was taken.
#[derive(Debug, Template)]
#[template(path = "said.html")]
pub struct ContactSaid {
    /// What every page has.
    pub page: Page,
    /// What came of it.
    pub came: Answered,
}

impl View for ContactSaid {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t(match self.came {
            Answered::Done => words::key!("ask-done-title"),
            Answered::Stopped => words::key!("ask-stopped-title"),
            Answered::Overtaken => words::key!("ask-overtaken-title"),
        })
    }

    fn signs_in(&self) -> bool {
        false
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl ContactSaid {
    fn lead(&self) -> Cow<'static, str> {
        self.page.w.t(match self.came {
            Answered::Done => words::key!("ask-done"),
            Answered::Stopped => words::key!("ask-stopped"),
            Answered::Overtaken => words::key!("ask-overtaken"),
        })
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let said = |came, here: &str| Self { page: page.at(here), came };
        vec![
            ("contact-ask-done", said(Answered::Done, "/contact/vraag/ja/")),
            ("contact-ask-stopped", said(Answered::Stopped, "/contact/vraag/nee/")),
            ("contact-ask-overtaken", said(Answered::Overtaken, "/contact/vraag/veranderd/")),
        ]
    }
}

/// A link that is no longer alive.
pub const DEAD: DeadWords =
    DeadWords { title: words::key!("ask-dead-title"), way_on: words::key!("ask-dead-do"), for_staff: true, reason };

const fn reason(why: Dead) -> &'static str {
    match why {
        Dead::Unknown => words::key!("dead-unknown"),
        Dead::Expired => words::key!("ask-dead-expired"),
        Dead::Used => words::key!("ask-dead-used"),
        Dead::Replaced | Dead::AddressChanged | Dead::Ended | Dead::TooManyTries => words::key!("ask-dead-over"),
    }
}

#[cfg(test)]
pub(crate) fn dead_samples(page: &Page) -> Vec<(&'static str, impl View)> {
    let all = [
        ("contact-ask-dead-unknown", Dead::Unknown),
        ("contact-ask-dead-used", Dead::Used),
        ("contact-ask-dead-expired", Dead::Expired),
        ("contact-ask-dead-over", Dead::Ended),
    ];
    DEAD.samples(&page.at("/contact/vraag/Zm9vYmFyYmF6/"), &all)
}
