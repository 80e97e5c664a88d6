//! `/email/undo/<token>/`: the page behind the link that went to the address before. POST `username`; 303 to the answer. It names
//! neither username nor address: a mailbox alone takes nothing back (law 5).

use std::borrow::Cow;

use askama::Template;
use domain::time::Time;
use domain::token::Dead;
use words::t;

use crate::views::objection::UsernameFault;
use crate::views::said_dead::DeadWords;
use crate::views::{Faults, Page, View};

/// What happened, and the button against it.
#[derive(Debug, Template)]
#[template(path = "own_address/undo.html")]
pub struct AddressUndo {
    /// What every page has; `here` is the address of the link.
    pub page: Page,
    /// When the address gave way.
    pub at: Time,
    /// The username as typed.
    pub username: String,
    /// What is wrong with it.
    pub fault: Option<UsernameFault>,
}

impl View for AddressUndo {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("own-undo-title")
    }

    fn faults(&self) -> Faults {
        self.fault.map_or_else(Faults::default, |fault| fault.words(self.page.w))
    }
}

impl AddressUndo {
    fn lead(&self) -> Cow<'static, str> {
        t!(self.page.w, "own-undo-lead", moment = self.page.w.moment(self.at))
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |username: &str, fault| Self {
            page: page.at("/email/undo/Zm9vYmFyYmF6/"),
            at: Time::from_micros(1_795_438_980_000_000),
            username: username.to_owned(),
            fault,
        };
        vec![
            ("own-undo", state("", None)),
            ("own-undo-empty", state("", Some(UsernameFault::Empty))),
            ("own-undo-wrong", state("ALMELO02", Some(UsernameFault::Wrong))),
        ]
    }
}

/// The address is back, and a new password is the way on.
#[derive(Debug, Template)]
#[template(path = "own_address/back.html")]
pub struct AddressBack {
    /// What every page has.
    pub page: Page,
}

impl View for AddressBack {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("own-back-title")
    }
}

impl AddressBack {
    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        vec![("own-back", Self { page: page.at("/email/undo/done/") })]
    }
}

/// A link that is no longer alive.
pub const DEAD: DeadWords = DeadWords {
    title: words::key!("own-undo-dead-title"),
    way_on: words::key!("own-undo-dead-do"),
    for_staff: false,
    reason,
};

const fn reason(why: Dead) -> &'static str {
    match why {
        Dead::Unknown => words::key!("dead-unknown"),
        Dead::Used => words::key!("own-undo-dead-used"),
        Dead::Expired => words::key!("own-undo-dead-expired"),
        Dead::TooManyTries => words::key!("objection-dead-tries"),
        Dead::AddressChanged | Dead::Replaced | Dead::Ended => words::key!("own-undo-dead-ended"),
    }
}

#[cfg(test)]
pub(crate) fn dead_samples(page: &Page) -> Vec<(&'static str, impl View)> {
    let all = [
        ("own-undo-dead-unknown", Dead::Unknown),
        ("own-undo-dead-used", Dead::Used),
        ("own-undo-dead-expired", Dead::Expired),
        ("own-undo-dead-tries", Dead::TooManyTries),
        ("own-undo-dead-ended", Dead::Ended),
    ];
    DEAD.samples(&page.at("/email/undo/Zm9vYmFyYmF6/"), &all)
}
