//! The second step of signing in for staff, `/login/second-factor/`: the code of an app, or one of the
//! recovery codes.

use std::borrow::Cow;

use askama::Template;
use axum::http::StatusCode;
use domain::time::Span;

use super::{Faults, Page, View};

/// The page that asks for the second factor. Both kinds post the field `code` to the same address.
#[derive(Debug, Template)]
#[template(path = "second_factor.html")]
pub struct SecondFactor {
    /// What every page has.
    pub page: Page,
    /// Which code the page speaks of (`?with=recovery` for the other).
    pub kind: FactorKind,
    /// How it went so far.
    pub state: SecondFactorState,
    /// Where to go afterwards: an own path, checked by the handler.
    pub next: Option<String>,
    /// The name that passkeys are made for, which do as well; none where there are none.
    pub party: Option<String>,
}

/// Which code is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactorKind {
    /// Six digits of an app.
    App,
    /// One of the ten codes on paper.
    Recovery,
}

/// How the second step went so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondFactorState {
    /// Nothing was sent yet.
    Fresh,
    /// Nothing was filled in.
    Empty,
    /// The code was not right, too old, or used before.
    Wrong,
    /// Too many tries; the next one counts after this time.
    SlowedDown(Span),
}

impl View for SecondFactor {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-factor-title")
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        let text = match (self.state, self.kind) {
            (SecondFactorState::Fresh, _) => return Faults::default(),
            (SecondFactorState::Empty, _) => w.t("staff-factor-empty"),
            (SecondFactorState::Wrong, FactorKind::App) => w.t("staff-factor-wrong"),
            (SecondFactorState::Wrong, FactorKind::Recovery) => w.t("staff-factor-recovery-wrong"),
            (SecondFactorState::SlowedDown(wait), _) => w.with("staff-factor-slowed", &[("wait", &w.lasts(wait))]),
        };
        Faults::one("code", text)
    }

    fn status(&self) -> StatusCode {
        match self.state {
            SecondFactorState::Fresh => StatusCode::OK,
            SecondFactorState::Empty => StatusCode::UNPROCESSABLE_ENTITY,
            SecondFactorState::Wrong => StatusCode::UNAUTHORIZED,
            SecondFactorState::SlowedDown(_) => StatusCode::TOO_MANY_REQUESTS,
        }
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl SecondFactor {
    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        use FactorKind::{App, Recovery};
        let state = |kind, state| Self {
            page: page.at("/login/second-factor/"),
            kind,
            state,
            next: Some("/beheer/post/".to_owned()),
            party: Some("login.example.nl".to_owned()),
        };
        vec![
            ("factor", state(App, SecondFactorState::Fresh)),
            ("factor-empty", state(App, SecondFactorState::Empty)),
            ("factor-wrong", state(App, SecondFactorState::Wrong)),
            ("factor-slowed", state(App, SecondFactorState::SlowedDown(Span::minutes(5)))),
            ("factor-no-passkeys", Self { party: None, ..state(App, SecondFactorState::Fresh) }),
            ("factor-recovery", state(Recovery, SecondFactorState::Fresh)),
            ("factor-recovery-wrong", state(Recovery, SecondFactorState::Wrong)),
        ]
    }
}
