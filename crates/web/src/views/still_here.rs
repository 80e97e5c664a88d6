//! `/email/still-here/<token>/`: the page behind the link that went to residents of whom the landlord said that they leave. POST
//! `username`; 303 to the answer. It names neither username nor home: a mailbox alone says nothing (law 5).

use std::borrow::Cow;

use askama::Template;
use domain::time::Day;
use domain::token::Dead;

use super::objection::UsernameFault;
use super::said_dead::DeadWords;
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

/// A link that is no longer alive.
pub const DEAD: DeadWords = DeadWords {
    title: words::key!("still-dead-title"),
    way_on: words::key!("still-dead-do"),
    for_staff: false,
    reason,
};

const fn reason(why: Dead) -> &'static str {
    match why {
        Dead::Unknown => words::key!("dead-unknown"),
        Dead::TooManyTries => words::key!("objection-dead-tries"),
        Dead::Expired => words::key!("still-dead-expired"),
        Dead::Used | Dead::Replaced | Dead::AddressChanged | Dead::Ended => words::key!("still-dead-over"),
    }
}

#[cfg(test)]
pub(crate) fn dead_samples(page: &Page) -> Vec<(&'static str, impl View)> {
    let all = [
        ("still-here-dead-unknown", Dead::Unknown),
        ("still-here-dead-used", Dead::Used),
        ("still-here-dead-tries", Dead::TooManyTries),
        ("still-here-dead-expired", Dead::Expired),
    ];
    DEAD.samples(&page.at("/email/still-here/Zm9vYmFyYmF6/"), &all)
}
