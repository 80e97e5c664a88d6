//! A link of a mail that is no longer alive, and asks for nothing: why, and the way on. Each page behind such a link has its own words.

use std::borrow::Cow;

use askama::Template;
use axum::http::StatusCode;
use domain::token::Dead;

use super::{Page, View};

/// What a kind of link says when it is dead; keys of words.
#[derive(Debug)]
pub struct DeadWords {
    /// The heading.
    pub title: &'static str,
    /// What to do now.
    pub way_on: &'static str,
    /// It went to staff or to a contact of a client, who have no account of a home to sign in to.
    pub for_staff: bool,
    /// Why it is dead.
    pub reason: fn(Dead) -> &'static str,
}

/// A link that is no longer alive, and the way on.
#[derive(Debug, Template)]
#[template(path = "said_dead.html")]
pub struct SaidDead {
    /// What every page has.
    pub page: Page,
    /// Why it is dead.
    pub why: Dead,
    /// The words of its kind.
    pub said: &'static DeadWords,
}

impl View for SaidDead {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t(self.said.title)
    }

    fn signs_in(&self) -> bool {
        !self.said.for_staff
    }

    fn for_staff(&self) -> bool {
        self.said.for_staff
    }

    fn status(&self) -> StatusCode {
        StatusCode::GONE
    }
}

impl SaidDead {
    fn way_on(&self) -> Cow<'static, str> {
        self.page.w.t(self.said.way_on)
    }

    fn reason(&self) -> Cow<'static, str> {
        self.page.w.t((self.said.reason)(self.why))
    }
}

#[cfg(test)]
impl DeadWords {
    pub(crate) fn samples(&'static self, page: &Page, all: &[(&'static str, Dead)]) -> Vec<(&'static str, SaidDead)> {
        all.iter().map(|&(name, why)| (name, SaidDead { page: page.clone(), why, said: self })).collect()
    }
}
