//! `/email/object/<token>/`: the page behind the link that went to a confirmed address which others want to change (law 8). POST
//! `username`; 303 to the answer. It names neither username nor home: a mailbox alone stops nothing (law 5).

use std::borrow::Cow;

use askama::Template;
use domain::time::Time;
use domain::token::Dead;

use super::said_dead::DeadWords;
use super::{Faults, Page, View};

/// What is proposed, and the button against it.
#[derive(Debug, Template)]
#[template(path = "objection.html")]
pub struct Objection {
    /// What every page has; `here` is the address of the link.
    pub page: Page,
    /// The change is made at this moment when nobody objects; else a second person looks at it.
    pub waits_until: Option<Time>,
    /// The username as typed.
    pub username: String,
    /// What is wrong with it.
    pub fault: Option<UsernameFault>,
}

/// Why the typed username is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UsernameFault {
    /// Nothing was filled in.
    Empty,
    /// It is not the one this link is for.
    Wrong,
}

impl View for Objection {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("objection-title")
    }

    fn faults(&self) -> Faults {
        self.fault.map_or_else(Faults::default, |fault| fault.words(self.page.w))
    }
}

impl UsernameFault {
    /// At the field.
    pub(super) fn words(self, w: words::Words) -> Faults {
        Faults::one(
            "username",
            w.t(match self {
                Self::Empty => words::key!("password-username-empty"),
                Self::Wrong => words::key!("password-username-wrong"),
            }),
        )
    }
}

impl Objection {
    fn next(&self) -> Cow<'static, str> {
        match self.waits_until {
            Some(until) => words::t!(self.page.w, "objection-waits", until = self.page.w.moment(until)),
            None => self.page.w.t("objection-second"),
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |waits: bool, username: &str, fault| Self {
            page: page.at("/email/object/Zm9vYmFyYmF6/"),
            waits_until: waits.then(|| Time::from_micros(1_795_698_180_000_000)),
            username: username.to_owned(),
            fault,
        };
        vec![
            ("objection", state(false, "", None)),
            ("objection-waits", state(true, "", None)),
            ("objection-empty", state(false, "", Some(UsernameFault::Empty))),
            ("objection-wrong", state(false, "ALMELO02", Some(UsernameFault::Wrong))),
        ]
    }
}

/// Nothing changes.
#[derive(Debug, Template)]
#[template(path = "said.html")]
pub struct Objected {
    /// What every page has.
    pub page: Page,
}

impl View for Objected {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("objection-done-title")
    }
}

impl Objected {
    fn lead(&self) -> Cow<'static, str> {
        self.page.w.t("objection-done")
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        vec![("objected", Self { page: page.at("/email/object/done/") })]
    }
}

/// A link that is no longer alive.
pub const DEAD: DeadWords = DeadWords {
    title: words::key!("objection-dead-title"),
    way_on: words::key!("objection-dead-do"),
    for_staff: false,
    reason,
};

const fn reason(why: Dead) -> &'static str {
    match why {
        Dead::Unknown => words::key!("dead-unknown"),
        Dead::Used | Dead::Expired | Dead::Replaced => words::key!("objection-dead-decided"),
        Dead::TooManyTries => words::key!("objection-dead-tries"),
        Dead::AddressChanged | Dead::Ended => words::key!("objection-dead-ended"),
    }
}

#[cfg(test)]
pub(crate) fn dead_samples(page: &Page) -> Vec<(&'static str, impl View)> {
    let all = [
        ("objection-dead-unknown", Dead::Unknown),
        ("objection-dead-used", Dead::Used),
        ("objection-dead-tries", Dead::TooManyTries),
        ("objection-dead-ended", Dead::Ended),
    ];
    DEAD.samples(&page.at("/email/object/Zm9vYmFyYmF6/"), &all)
}
