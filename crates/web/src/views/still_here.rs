//! `/email/still-here/<token>/`: the page behind the link that went to residents of whom the landlord said that they leave. POST
//! `username`; 303 to the answer. It names neither username nor home: a mailbox alone says nothing (law 5).

use std::borrow::Cow;

use askama::Template;
use axum::http::StatusCode;
use domain::time::Day;
use domain::token::Dead;

use super::objection::UsernameFault;
use super::{Faults, Page, View};

/// The question, and the button.
#[derive(Debug, Template)]
#[template(path = "still_here.html")]
pub struct StillHere {
    /// What every page has; `here` is the address of the link.
    pub page: Page,
    /// Their last day, as the landlord said.
    pub last: Day,
    /// Somebody said it already.
    pub said: bool,
    /// The username as typed.
    pub username: String,
    /// What is wrong with it.
    pub fault: Option<UsernameFault>,
}

impl View for StillHere {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("still-title")
    }

    fn faults(&self) -> Faults {
        self.fault.map_or_else(Faults::default, |fault| fault.words(self.page.w))
    }
}

impl StillHere {
    fn lead(&self) -> Cow<'static, str> {
        words::t!(self.page.w, "still-lead", day = self.page.w.day(self.last))
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |said, username: &str, fault| Self {
            page: page.at("/email/still-here/Zm9vYmFyYmF6/"),
            last: Day::parse("2026-11-30").expect("a day"),
            said,
            username: username.to_owned(),
            fault,
        };
        vec![
            ("still-here", state(false, "", None)),
            ("still-here-said", state(true, "", None)),
            ("still-here-empty", state(false, "", Some(UsernameFault::Empty))),
            ("still-here-wrong", state(false, "ALMELO02", Some(UsernameFault::Wrong))),
        ]
    }
}

/// The landlord knows.
#[derive(Debug, Template)]
#[template(path = "said.html")]
pub struct Said {
    /// What every page has.
    pub page: Page,
}

impl View for Said {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("still-done-title")
    }
}

impl Said {
    fn lead(&self) -> Cow<'static, str> {
        self.page.w.t("still-done")
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        vec![("still-here-done", Self { page: page.at("/email/still-here/done/") })]
    }
}

/// A link that is no longer alive, and the way on.
#[derive(Debug, Template)]
#[template(path = "said_dead.html")]
pub struct DeadStillHere {
    /// What every page has.
    pub page: Page,
    /// Why it is dead.
    pub why: Dead,
}

impl View for DeadStillHere {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("still-dead-title")
    }

    fn status(&self) -> StatusCode {
        StatusCode::GONE
    }
}

impl DeadStillHere {
    fn way_on(&self) -> Cow<'static, str> {
        self.page.w.t("still-dead-do")
    }

    fn reason(&self) -> Cow<'static, str> {
        self.page.w.t(match self.why {
            Dead::Unknown => words::key!("dead-unknown"),
            Dead::TooManyTries => words::key!("objection-dead-tries"),
            Dead::Expired => words::key!("still-dead-expired"),
            Dead::Used | Dead::Replaced | Dead::AddressChanged | Dead::Ended => words::key!("still-dead-over"),
        })
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let all = [
            ("still-here-dead-unknown", Dead::Unknown),
            ("still-here-dead-used", Dead::Used),
            ("still-here-dead-tries", Dead::TooManyTries),
            ("still-here-dead-expired", Dead::Expired),
        ];
        all.into_iter()
            .map(|(name, why)| (name, Self { page: page.at("/email/still-here/Zm9vYmFyYmF6/"), why }))
            .collect()
    }
}
