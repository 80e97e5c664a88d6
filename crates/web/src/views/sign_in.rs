//! The sign-in page, `/login/`. It never tells whether the username or the password was wrong.

use std::borrow::Cow;

use askama::Template;
use axum::http::StatusCode;
use domain::time::Span;

use super::{Faults, Page, View};

/// The sign-in page.
#[derive(Debug, Template)]
#[template(path = "sign_in.html")]
pub struct SignIn {
    /// What every page has.
    pub page: Page,
    /// The username as typed, or filled in from a link.
    pub username: String,
    /// Where to go afterwards: an own path, checked by the handler.
    pub next: Option<String>,
    /// How the visitor comes here.
    pub state: SignInState,
    /// The name that passkeys are made for; none where there are none.
    pub party: Option<String>,
    /// A passkey that was just refused, in base64url: it may be one that is no more.
    pub refused: Option<String>,
}

/// How the visitor comes to the sign-in page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInState {
    /// For the first time.
    Fresh,
    /// Username or password were not right.
    Wrong,
    /// Too many tries; the next one counts after this time.
    SlowedDown(Span),
    /// A new password was set.
    PasswordSet,
    /// The passkey was refused.
    PasskeyRefused,
    /// Has just signed out.
    SignedOut,
    /// The session ended by itself, or by something done elsewhere.
    SessionEnded,
}

impl View for SignIn {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("login-title")
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        match self.state {
            SignInState::Wrong => Faults::one("username", w.t("login-wrong")),
            SignInState::SlowedDown(wait) => {
                Faults::one("username", w.with("login-slowed", &[("wait", &w.lasts(wait))]))
            }
            _ => Faults::default(),
        }
    }

    fn status(&self) -> StatusCode {
        match self.state {
            SignInState::Wrong | SignInState::PasskeyRefused => StatusCode::UNAUTHORIZED,
            SignInState::SlowedDown(_) => StatusCode::TOO_MANY_REQUESTS,
            _ => StatusCode::OK,
        }
    }
}

impl SignIn {
    fn good_news(&self) -> Option<Cow<'static, str>> {
        let w = self.page.w;
        match self.state {
            SignInState::PasswordSet => Some(w.t("login-password-set")),
            SignInState::SignedOut => Some(w.t("login-signed-out")),
            _ => None,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |state, username: &str| Self {
            page: page.at("/login/?next=%2Fwoning%2F"),
            username: username.to_owned(),
            next: Some("/woning/".to_owned()),
            state,
            party: Some("login.example.nl".to_owned()),
            refused: (state == SignInState::PasskeyRefused).then(|| "Zm9vYmFy".to_owned()),
        };
        vec![
            ("sign-in-passkey-refused", state(SignInState::PasskeyRefused, "")),
            ("sign-in-no-passkeys", Self { party: None, ..state(SignInState::Fresh, "") }),
            ("sign-in", state(SignInState::Fresh, "")),
            ("sign-in-wrong", state(SignInState::Wrong, "almeloO1")),
            ("sign-in-slowed", state(SignInState::SlowedDown(Span::minutes(2)), "ALMELO01")),
            ("sign-in-password-set", state(SignInState::PasswordSet, "ALMELO01")),
            ("sign-in-signed-out", state(SignInState::SignedOut, "")),
            ("sign-in-session-ended", state(SignInState::SessionEnded, "")),
        ]
    }
}
