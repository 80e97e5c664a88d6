//! `/belcontrole/<token>/`: the page behind the link of the mail that asks whether somebody who asks the help desk for something is
//! the owner of the account. POST `answer=yes` with `number`, or `answer=no` with `sure`; 303. Law 5: a robot that presses a button
//! knows no number and ticks no box.

use std::borrow::Cow;

use askama::Template;
use domain::help_desk::{Deed, Kind};
use domain::time::Time;
use domain::token::Dead;
use words::t;

use super::said_dead::DeadWords;
use super::{Faults, Page, View};

/// The question.
#[derive(Debug, Template)]
#[template(path = "caller/check.html")]
pub struct CallerCheck {
    /// What every page has; `here` is the address of the link.
    pub page: Page,
    /// When the case was opened.
    pub opened_at: Time,
    /// How somebody asks.
    pub kind: Kind,
    /// For what.
    pub deed: Deed,
    /// What is wrong with the answer.
    pub fault: Option<AnswerFault>,
}

/// What is wrong with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerFault {
    /// No number.
    Empty,
    /// It is wrong; so many tries are left.
    Wrong(u32),
    /// The box was not ticked.
    NotSure,
}

impl View for CallerCheck {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("caller-title")
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        self.fault.map_or_else(Faults::default, |fault| match fault {
            AnswerFault::Empty => Faults::one("number", w.t("caller-fault-empty")),
            AnswerFault::Wrong(left) => Faults::one("number", t!(w, "caller-fault-wrong", left = left)),
            AnswerFault::NotSure => Faults::one("sure", w.t("caller-fault-sure")),
        })
    }
}

impl CallerCheck {
    fn lead(&self) -> Cow<'static, str> {
        let w = self.page.w;
        let (moment, deed) = (w.moment(self.opened_at), w.t(words::help_desk::asked(self.deed)));
        let brand = &self.page.brand.name;
        match self.kind {
            Kind::Phone => t!(w, "caller-lead-phone", brand = brand, moment = moment, deed = deed),
            Kind::Written => t!(w, "caller-lead-written", brand = brand, moment = moment, deed = deed),
        }
    }

    fn hint(&self) -> Cow<'static, str> {
        self.page.w.t(match self.kind {
            Kind::Phone => words::key!("caller-number-phone"),
            Kind::Written => words::key!("caller-number-written"),
        })
    }

    fn yes(&self) -> Cow<'static, str> {
        self.page.w.t(match self.kind {
            Kind::Phone => words::key!("caller-yes-phone"),
            Kind::Written => words::key!("caller-yes-written"),
        })
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |kind, deed, fault| Self {
            page: page.at("/belcontrole/Zm9vYmFyYmF6/"),
            opened_at: Time::from_micros(1_795_438_980_000_000),
            kind,
            deed,
            fault,
        };
        vec![
            ("caller", state(Kind::Phone, Deed::EndSessions, None)),
            ("caller-written", state(Kind::Written, Deed::CancelChange, None)),
            ("caller-username", state(Kind::Phone, Deed::TellUsername, None)),
            ("caller-empty", state(Kind::Phone, Deed::LiftSlowDown, Some(AnswerFault::Empty))),
            ("caller-wrong", state(Kind::Phone, Deed::EndSessions, Some(AnswerFault::Wrong(2)))),
            ("caller-sure", state(Kind::Phone, Deed::EndSessions, Some(AnswerFault::NotSure))),
        ]
    }
}

/// The answer was taken.
#[derive(Debug, Template)]
#[template(path = "said.html")]
pub struct CallerSaid {
    /// What every page has.
    pub page: Page,
    /// They say that it is them.
    pub yes: bool,
}

impl View for CallerSaid {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t(if self.yes { words::key!("caller-yes-title") } else { words::key!("caller-no-title") })
    }
}

impl CallerSaid {
    fn lead(&self) -> Cow<'static, str> {
        self.page.w.t(if self.yes { words::key!("caller-yes-lead") } else { words::key!("caller-no-lead") })
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let said = |yes, here: &str| Self { page: page.at(here), yes };
        vec![("caller-yes", said(true, "/belcontrole/klaar/")), ("caller-no", said(false, "/belcontrole/gemeld/"))]
    }
}

/// A link that is no longer alive.
pub const DEAD: DeadWords = DeadWords {
    title: words::key!("caller-dead-title"),
    way_on: words::key!("caller-dead-do"),
    for_staff: false,
    reason,
};

const fn reason(why: Dead) -> &'static str {
    match why {
        Dead::Unknown => words::key!("dead-unknown"),
        Dead::TooManyTries => words::key!("caller-dead-tries"),
        Dead::Expired => words::key!("caller-dead-expired"),
        Dead::Used | Dead::Replaced | Dead::AddressChanged | Dead::Ended => words::key!("caller-dead-over"),
    }
}

#[cfg(test)]
pub(crate) fn dead_samples(page: &Page) -> Vec<(&'static str, impl View)> {
    let all = [
        ("caller-dead-unknown", Dead::Unknown),
        ("caller-dead-used", Dead::Used),
        ("caller-dead-tries", Dead::TooManyTries),
        ("caller-dead-expired", Dead::Expired),
    ];
    DEAD.samples(&page.at("/belcontrole/Zm9vYmFyYmF6/"), &all)
}
