//! Whatever cannot be answered with the page that was asked for. A handler says what went wrong in one value; the page
//! with its way out, and the line in the log, are made of it at the edge, both with the same short code (decision 15).

use std::fmt;

use axum::http::header::{ALLOW, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::access::Denied;
use domain::time::Span;

use crate::api::problem;
use crate::forms::Malformed;
use crate::views::View;
use crate::views::error::{ErrorKind, ErrorPage};
use crate::views::page::Page;

/// When it is worth trying again after the database was too busy.
const BUSY: Span = Span::seconds(5);

/// Why there is no other page. Travels with the answer to the edge, where it becomes a page and a line in the log.
#[derive(Debug, Clone)]
pub struct Failure {
    kind: ErrorKind,
    /// For the log only: never a secret, never what somebody typed.
    cause: Option<String>,
}

impl Failure {
    fn new(kind: ErrorKind) -> Self {
        Self { kind, cause: None }
    }

    fn because(mut self, cause: impl fmt::Display) -> Self {
        self.cause = Some(cause.to_string());
        self
    }

    /// 400. `cause` is a constant of ours.
    #[must_use]
    pub fn bad_request(cause: &'static str) -> Self {
        Self::new(ErrorKind::BadRequest).because(cause)
    }

    /// 400: no form.
    #[must_use]
    pub fn malformed(why: Malformed) -> Self {
        Self::new(ErrorKind::BadRequest).because(why)
    }

    /// 403: a request that another site made this browser send.
    #[must_use]
    pub fn other_site() -> Self {
        Self::new(ErrorKind::OtherSite)
    }

    /// 404.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(ErrorKind::NotFound)
    }

    /// 405.
    #[must_use]
    pub fn wrong_method() -> Self {
        Self::new(ErrorKind::WrongMethod)
    }

    /// 413.
    #[must_use]
    pub fn too_large() -> Self {
        Self::new(ErrorKind::TooLarge)
    }

    /// 429; worth trying again after `wait`.
    #[must_use]
    pub fn too_many(wait: Span) -> Self {
        Self::new(ErrorKind::TooMany(wait))
    }

    /// 503: too much to do; worth trying again after `seconds`.
    #[must_use]
    pub fn busy(seconds: u32) -> Self {
        Self::new(ErrorKind::Unavailable(Span::seconds(seconds.into())))
    }

    /// 503: it took too long, and what became of it is not known.
    #[must_use]
    pub fn timed_out() -> Self {
        Self::new(ErrorKind::OutcomeUnknown(BUSY)).because("the request took too long")
    }

    /// 500. `cause` is a constant of ours.
    #[must_use]
    pub fn internal(cause: &'static str) -> Self {
        Self::new(ErrorKind::Internal).because(cause)
    }

    /// 500: a handler panicked.
    #[must_use]
    pub(crate) fn panicked(words: &str) -> Self {
        Self::new(ErrorKind::Internal).because(format_args!("panic: {words}"))
    }

    /// Worth a second look in the log: somebody else's site, or something one has no right to.
    #[must_use]
    pub(crate) fn is_suspicious(&self) -> bool {
        matches!(self.kind, ErrorKind::OtherSite | ErrorKind::Forbidden)
    }

    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
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

    /// What the log says about the cause.
    #[must_use]
    pub fn cause(&self) -> Option<&str> {
        self.cause.as_deref()
    }

    /// The page of it, with the code that the log has too.
    #[must_use]
    pub fn page(&self, page: Page, code: &str) -> Response {
        let view = ErrorPage { page, kind: self.kind, code: self.helps_with_a_code().then(|| code.to_owned()) };
        let mut answer = view.answer();
        if let Some(wait) = self.wait() {
            retry_after(&mut answer, wait);
        }
        answer
    }

    /// The same for a program.
    pub(crate) fn problem(&self, code: &str) -> Response {
        problem::of_failure(self.status(), self.wait(), code)
    }

    /// A code helps where the help desk can find more in the log than the page says.
    fn helps_with_a_code(&self) -> bool {
        self.status().is_server_error() || self.kind == ErrorKind::Forbidden
    }

    fn wait(&self) -> Option<Span> {
        match self.kind {
            ErrorKind::TooMany(wait) | ErrorKind::Unavailable(wait) | ErrorKind::OutcomeUnknown(wait) => Some(wait),
            _ => None,
        }
    }
}

/// Says when it is worth trying again (RFC 9110, 10.2.3).
pub fn retry_after(answer: &mut Response, wait: Span) {
    answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from(wait.seconds_up().max(1)));
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut answer = self.status().into_response();
        answer.extensions_mut().insert(self);
        answer
    }
}

/// What stays of an answer when a page is drawn over it: the methods that the address does take.
pub(crate) fn redrawn(mut page: Response, bare: &Response) -> Response {
    if let Some(allow) = bare.headers().get(ALLOW) {
        page.headers_mut().insert(ALLOW, allow.clone());
    }
    page
}

impl From<app::StoreError> for Failure {
    fn from(error: app::StoreError) -> Self {
        use app::StoreError::{Busy, OutcomeUnknown, TimedOut};
        let kind = match &error {
            Busy | TimedOut => ErrorKind::Unavailable(BUSY),
            OutcomeUnknown => ErrorKind::OutcomeUnknown(BUSY),
            _ => ErrorKind::Internal,
        };
        Self::new(kind).because(error)
    }
}

impl From<Denied> for Failure {
    fn from(denied: Denied) -> Self {
        Self::new(match denied {
            Denied::NotYours => ErrorKind::NotFound,
            Denied::NotAllowed => ErrorKind::Forbidden,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_store_says_becomes_an_honest_status() {
        for (error, status) in [
            (app::StoreError::Busy, 503),
            (app::StoreError::TimedOut, 503),
            (app::StoreError::OutcomeUnknown, 503),
            (app::StoreError::Taken, 500),
            (app::StoreError::internal("secret detail"), 500),
        ] {
            assert_eq!(Failure::from(error).status().as_u16(), status);
        }
        assert_eq!(Failure::from(Denied::NotYours).status().as_u16(), 404);
        assert_eq!(Failure::from(Denied::NotAllowed).status().as_u16(), 403);
    }

    #[test]
    fn the_page_shows_the_code_and_never_the_cause() {
        let page = Page::sample(domain::language::Language::Nl);
        let failure = Failure::from(app::StoreError::internal("secret detail"));
        assert!(failure.cause().is_some_and(|cause| cause.contains("secret detail")));
        let view = ErrorPage { page: page.clone(), kind: failure.kind, code: Some("7KQ4-M2XD".to_owned()) };
        let html = askama::Template::render(&view).expect("a page");
        assert!(html.contains("7KQ4-M2XD") && !html.contains("secret"));
        let answer = Failure::busy(2).page(page, "7KQ4-M2XD");
        assert_eq!((answer.status().as_u16(), answer.headers()[RETRY_AFTER].to_str().ok()), (503, Some("2")));
    }

    #[test]
    fn the_page_and_the_failure_agree_on_the_status() {
        let page = Page::sample(domain::language::Language::En);
        for failure in [
            Failure::bad_request("x"),
            Failure::other_site(),
            Failure::not_found(),
            Failure::wrong_method(),
            Failure::too_large(),
            Failure::busy(1),
            Failure::timed_out(),
            Failure::internal("x"),
            Failure::from(Denied::NotAllowed),
        ] {
            assert_eq!(failure.status(), failure.page(page.clone(), "c").status());
        }
    }
}
