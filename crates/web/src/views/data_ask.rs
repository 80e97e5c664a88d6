//! `/contact/verzoek/<token>/`: what a resident asked about the own data, and the answer of a contact of the client. POST `answer` and
//! `email`; 303.

use std::borrow::Cow;

use askama::Template;
use domain::data_request::{About, Answer, Kind};
use domain::time::{Day, Time};
use domain::token::Dead;
use words::t;

use super::said_dead::DeadWords;
use super::service::requests;
use super::{Faults, Page, View};

/// What was asked, and the answers to choose from.
#[derive(Debug, Template)]
#[template(path = "data_ask.html")]
pub struct AnswerData {
    /// What every page has; `here` is the address of the link.
    pub page: Page,
    /// The name of the client.
    pub client: String,
    /// The home, in a line.
    pub home: String,
    /// The username.
    pub account: String,
    /// What is asked.
    pub kind: Kind,
    /// What it is about.
    pub about: About,
    /// In the resident's own words.
    pub words: Option<String>,
    /// Who asked lives there still.
    pub lives: bool,
    /// When.
    pub at: Time,
    /// The last day to answer.
    pub due_on: Day,
    /// The answer as chosen.
    pub answer: Option<Answer>,
    /// The own address as typed.
    pub email: String,
    /// Why nothing was answered.
    pub fault: Option<AnswerFault>,
}

/// Why nothing was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerFault {
    /// No answer was chosen.
    Choose,
    /// Another address than the mail went to.
    Address,
}

impl View for AnswerData {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-data-ask-title")
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        match self.fault {
            Some(AnswerFault::Choose) => Faults::one("answer", self.page.w.t("service-request-choose")),
            Some(AnswerFault::Address) => Faults::one("email", self.page.w.t("contact-wrong")),
            None => Faults::default(),
        }
    }
}

impl AnswerData {
    fn lead(&self) -> Cow<'static, str> {
        t!(self.page.w, "staff-data-ask-lead", client = self.client, moment = self.page.moment(&self.at))
    }

    fn wish(&self) -> String {
        let w = self.page.w;
        format!("{}: {}", w.t(requests::kind(self.kind)), w.t(requests::about(self.about)))
    }

    /// The lines of the text, or why there is none.
    fn text(&self) -> Vec<String> {
        requests::lines(self.page.w, self.words.as_deref(), self.lives)
    }

    /// What may be answered: id, value, words, and whether it is chosen.
    fn answers(&self) -> Vec<(String, &'static str, Cow<'static, str>, bool)> {
        let choice = |it: &Answer| {
            (format!("answer-{it}"), it.as_str(), self.page.w.t(requests::answer(*it)), self.answer == Some(*it))
        };
        Answer::ALL.iter().map(choice).collect()
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |words: Option<&str>, lives, fault: Option<AnswerFault>| Self {
            page: page.at("/contact/verzoek/Zm9vYmFyYmF6/"),
            client: "Woonstichting De Linde".to_owned(),
            home: "VHE-0012, Lindelaan 12-B, 7607 AB Almelo".to_owned(),
            account: "ALMELO01".to_owned(),
            kind: Kind::Correction,
            about: About::Home,
            words: words.map(str::to_owned),
            lives,
            at: Time::from_micros(1_795_438_980_000_000),
            due_on: Day::parse("2026-12-23").expect("a day"),
            answer: (fault == Some(AnswerFault::Address)).then_some(Answer::Done),
            email: if fault.is_some() { "els@elders.test".to_owned() } else { String::new() },
            fault,
        };
        let words = Some("Het huisnummer moet 12-C zijn.\nNiet 12-B.");
        vec![
            ("data-ask", state(words, true, None)),
            ("data-ask-left", state(None, false, None)),
            ("data-ask-choose", state(words, true, Some(AnswerFault::Choose))),
            ("data-ask-address", state(words, true, Some(AnswerFault::Address))),
        ]
    }
}

/// The answer was taken.
#[derive(Debug, Template)]
#[template(path = "said.html")]
pub struct DataAnswered {
    /// What every page has.
    pub page: Page,
}

impl View for DataAnswered {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-data-ask-done-title")
    }

    fn signs_in(&self) -> bool {
        false
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl DataAnswered {
    fn lead(&self) -> Cow<'static, str> {
        self.page.w.t("staff-data-ask-done")
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        vec![("data-ask-done", Self { page: page.at("/contact/verzoek/gegeven/") })]
    }
}

/// A link that is no longer alive.
pub const DEAD: DeadWords = DeadWords {
    title: words::key!("staff-data-ask-dead-title"),
    way_on: words::key!("staff-data-ask-dead-do"),
    for_staff: true,
    reason,
};

const fn reason(why: Dead) -> &'static str {
    match why {
        Dead::Unknown => words::key!("dead-unknown"),
        Dead::Expired => words::key!("ask-dead-expired"),
        Dead::Used => words::key!("staff-data-ask-dead-used"),
        Dead::Replaced | Dead::AddressChanged | Dead::Ended | Dead::TooManyTries => words::key!("ask-dead-over"),
    }
}

#[cfg(test)]
pub(crate) fn dead_samples(page: &Page) -> Vec<(&'static str, impl View)> {
    let all = [
        ("data-ask-dead-unknown", Dead::Unknown),
        ("data-ask-dead-used", Dead::Used),
        ("data-ask-dead-expired", Dead::Expired),
        ("data-ask-dead-over", Dead::Ended),
    ];
    DEAD.samples(&page.at("/contact/verzoek/Zm9vYmFyYmF6/"), &all)
}
