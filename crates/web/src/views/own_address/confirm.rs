//! `/email/confirm/<token>/`: the page behind the link that went to the new address. POST `password`, unless the own account is
//! signed in; 303 to the answer. It names neither username nor home: a mailbox alone links nothing (law 5).

use std::borrow::Cow;

use askama::Template;
use domain::token::Dead;

use super::PasswordFault;
use crate::views::said_dead::DeadWords;
use crate::views::{Faults, Page, View};

/// The new address, and the button.
#[derive(Debug, Template)]
#[template(path = "own_address/confirm.html")]
pub struct AddressConfirm {
    /// What every page has; `here` is the address of the link.
    pub page: Page,
    /// The new address.
    pub address: String,
    /// The own account is signed in: the button is enough.
    pub own: bool,
    /// What is wrong with the password.
    pub fault: Option<PasswordFault>,
}

impl View for AddressConfirm {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("own-confirm-title")
    }

    fn faults(&self) -> Faults {
        self.fault.map_or_else(Faults::default, |fault| Faults::one("password", fault.words(self.page.w)))
    }
}

impl AddressConfirm {
    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |page: Page, own, fault| Self {
            page: page.at("/email/confirm/Zm9vYmFyYmF6/"),
            address: "jan.nieuw@example.nl".to_owned(),
            own,
            fault,
        };
        vec![
            ("own-confirm", state(page.clone(), false, None)),
            ("own-confirm-signed-in", state(page.for_resident(), true, None)),
            ("own-confirm-empty", state(page.clone(), false, Some(PasswordFault::Empty))),
            ("own-confirm-wrong", state(page.clone(), false, Some(PasswordFault::Wrong))),
        ]
    }
}

/// The new address is linked.
#[derive(Debug, Template)]
#[template(path = "said.html")]
pub struct AddressConfirmed {
    /// What every page has.
    pub page: Page,
}

impl View for AddressConfirmed {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("own-confirmed-title")
    }
}

impl AddressConfirmed {
    fn lead(&self) -> Cow<'static, str> {
        self.page.w.t("own-home-confirmed")
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        vec![("own-confirmed", Self { page: page.at("/email/confirm/done/") })]
    }
}

/// A link that is no longer alive.
pub const DEAD: DeadWords = DeadWords {
    title: words::key!("own-confirm-dead-title"),
    way_on: words::key!("own-confirm-dead-do"),
    for_staff: false,
    reason,
};

const fn reason(why: Dead) -> &'static str {
    match why {
        Dead::Unknown => words::key!("dead-unknown"),
        Dead::Used => words::key!("own-confirm-dead-used"),
        Dead::Expired => words::key!("own-confirm-dead-expired"),
        Dead::TooManyTries => words::key!("own-confirm-dead-tries"),
        Dead::AddressChanged | Dead::Replaced | Dead::Ended => words::key!("own-confirm-dead-ended"),
    }
}

#[cfg(test)]
pub(crate) fn dead_samples(page: &Page) -> Vec<(&'static str, impl View)> {
    let all = [
        ("own-confirm-dead-unknown", Dead::Unknown),
        ("own-confirm-dead-used", Dead::Used),
        ("own-confirm-dead-expired", Dead::Expired),
        ("own-confirm-dead-tries", Dead::TooManyTries),
        ("own-confirm-dead-ended", Dead::AddressChanged),
    ];
    DEAD.samples(&page.at("/email/confirm/Zm9vYmFyYmF6/"), &all)
}
