//! The page for whatever cannot be answered: what to do next, a short code for the help desk, a way out.

use std::borrow::Cow;

use askama::Template;
use axum::http::StatusCode;
use domain::time::Span;

use super::{Page, View};

/// A page that says why there is no other page.
#[derive(Debug, Template)]
#[template(path = "error.html")]
pub struct ErrorPage {
    /// What every page has.
    pub page: Page,
    /// What went wrong.
    pub kind: ErrorKind,
    /// A short code that the help desk can look up.
    pub code: Option<String>,
}

/// What went wrong, as far as the visitor can act on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// 400: the request makes no sense.
    BadRequest,
    /// 403: no right.
    Forbidden,
    /// 403: the form came from another site, or the cookie is gone.
    OtherSite,
    /// 404: nothing there, or nothing of yours.
    NotFound,
    /// 405: this address takes no such request.
    WrongMethod,
    /// 413: too much was sent.
    TooLarge,
    /// 429: too often; try again after this time.
    TooMany(Span),
    /// 500: a fault of ours.
    Internal,
    /// 503: too busy, or the database is away; try again after this time.
    Unavailable(Span),
    /// 503: it was being done, and nobody knows whether it was; look before doing it again.
    OutcomeUnknown(Span),
}

impl View for ErrorPage {
    fn title(&self) -> Cow<'static, str> {
        let w = self.page.w;
        match self.kind {
            ErrorKind::BadRequest => w.t("error-bad-request"),
            ErrorKind::Forbidden => w.t("error-forbidden"),
            ErrorKind::OtherSite => w.t("error-other-site"),
            ErrorKind::NotFound => w.t("error-not-found"),
            ErrorKind::WrongMethod => w.t("error-wrong-method"),
            ErrorKind::TooLarge => w.t("error-too-large"),
            ErrorKind::TooMany(_) => w.t("error-too-many"),
            ErrorKind::Internal => w.t("error-internal"),
            ErrorKind::Unavailable(_) => w.t("error-unavailable"),
            ErrorKind::OutcomeUnknown(_) => w.t("error-unknown"),
        }
    }

    fn status(&self) -> StatusCode {
        match self.kind {
            ErrorKind::BadRequest => StatusCode::BAD_REQUEST,
            ErrorKind::Forbidden | ErrorKind::OtherSite => StatusCode::FORBIDDEN,
            ErrorKind::NotFound => StatusCode::NOT_FOUND,
            ErrorKind::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            ErrorKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            ErrorKind::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            ErrorKind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            ErrorKind::Unavailable(_) | ErrorKind::OutcomeUnknown(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn for_staff(&self) -> bool {
        self.page.signed_in.as_ref().is_some_and(|signed_in| !signed_in.places.is_empty())
    }
}

impl ErrorPage {
    fn what_to_do(&self) -> Cow<'static, str> {
        let w = self.page.w;
        match self.kind {
            ErrorKind::BadRequest => w.t("error-bad-request-do"),
            ErrorKind::Forbidden => w.t("error-forbidden-do"),
            ErrorKind::OtherSite => w.t("error-other-site-do"),
            ErrorKind::NotFound => w.t("error-not-found-do"),
            ErrorKind::WrongMethod => w.t("error-wrong-method-do"),
            ErrorKind::TooLarge => w.t("error-too-large-do"),
            ErrorKind::TooMany(wait) => w.with("error-too-many-do", &[("wait", &w.lasts(wait))]),
            ErrorKind::Internal => w.t("error-internal-do"),
            ErrorKind::Unavailable(wait) => w.with("error-unavailable-do", &[("wait", &w.lasts(wait))]),
            ErrorKind::OutcomeUnknown(_) => w.t("error-unknown-do"),
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state =
            |kind, code: Option<&str>| Self { page: page.at("/onbekend/"), kind, code: code.map(str::to_owned) };
        vec![
            ("error-bad-request", state(ErrorKind::BadRequest, None)),
            ("error-forbidden", state(ErrorKind::Forbidden, Some("7KQ4-M2XD"))),
            ("error-other-site", state(ErrorKind::OtherSite, None)),
            ("error-not-found", state(ErrorKind::NotFound, None)),
            ("error-wrong-method", state(ErrorKind::WrongMethod, None)),
            ("error-too-large", state(ErrorKind::TooLarge, None)),
            ("error-too-many", state(ErrorKind::TooMany(Span::minutes(5)), None)),
            ("error-internal", state(ErrorKind::Internal, Some("7KQ4-M2XD"))),
            ("error-unknown", state(ErrorKind::OutcomeUnknown(Span::seconds(2)), Some("7KQ4-M2XD"))),
            ("error-unavailable", state(ErrorKind::Unavailable(Span::seconds(2)), Some("7KQ4-M2XD"))),
        ]
    }
}
