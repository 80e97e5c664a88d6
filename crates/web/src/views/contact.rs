//! `/contact/<token>/`: the page behind the link that proves the mailbox of a contact. POST `email`; 303 to the answer.

use std::borrow::Cow;

use askama::Template;
use domain::token::Dead;

use super::said_dead::DeadWords;
use super::{Faults, Page, View};

/// The question, and the button.
#[derive(Debug, Template)]
#[template(path = "contact.html")]
pub struct ProveContact {
    /// What every page has; `here` is the address of the link.
    pub page: Page,
    /// The name of the contact.
    pub name: String,
    /// The name of the client.
    pub client: String,
    /// The address as typed.
    pub email: String,
    /// It is another one than the mail went to.
    pub wrong: bool,
}

impl View for ProveContact {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("contact-title")
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        if self.wrong { Faults::one("email", self.page.w.t("contact-wrong")) } else { Faults::default() }
    }
}

impl ProveContact {
    fn lead(&self) -> Cow<'static, str> {
        self.page.w.with("contact-lead", &[("name", &self.name), ("client", &self.client)])
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |email: &str, wrong| Self {
            page: page.at("/contact/Zm9vYmFyYmF6/"),
            name: "Els de Wit".to_owned(),
            client: "Woonstichting De Linde".to_owned(),
            email: email.to_owned(),
            wrong,
        };
        vec![("contact", state("", false)), ("contact-wrong", state("els@elders.test", true))]
    }
}

/// The mailbox is proven.
#[derive(Debug, Template)]
#[template(path = "said.html")]
pub struct ContactProven {
    /// What every page has.
    pub page: Page,
}

impl View for ContactProven {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("contact-done-title")
    }

    fn signs_in(&self) -> bool {
        false
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl ContactProven {
    fn lead(&self) -> Cow<'static, str> {
        self.page.w.t("contact-done")
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        vec![("contact-done", Self { page: page.at("/contact/done/") })]
    }
}

/// A link that is no longer alive.
pub const DEAD: DeadWords = DeadWords {
    title: words::key!("contact-dead-title"),
    way_on: words::key!("contact-dead-do"),
    for_staff: true,
    reason,
};

const fn reason(why: Dead) -> &'static str {
    match why {
        Dead::Unknown => words::key!("dead-unknown"),
        Dead::Expired => words::key!("contact-dead-expired"),
        Dead::Used | Dead::Replaced | Dead::AddressChanged | Dead::Ended | Dead::TooManyTries => {
            words::key!("contact-dead-over")
        }
    }
}

#[cfg(test)]
pub(crate) fn dead_samples(page: &Page) -> Vec<(&'static str, impl View)> {
    let all = [
        ("contact-dead-unknown", Dead::Unknown),
        ("contact-dead-used", Dead::Used),
        ("contact-dead-expired", Dead::Expired),
    ];
    DEAD.samples(&page.at("/contact/Zm9vYmFyYmF6/"), &all)
}
