//! What happens around every request: a code, a deadline, a net under panics, the page for whatever went wrong, the
//! headers, and one line in the log. The line holds the template of the route, never the path or the query, which can
//! hold a secret.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use domain::time::Span;
use futures_util::FutureExt;
use words::Words;

use crate::api;
use crate::errors::{Failure, redrawn};
use crate::forms::Fields;
use crate::headers::{self, About};
use crate::language;
use crate::router::LISTS;
use crate::state::Web;
use crate::visit::{Seen, Shown, without_language};

/// No page takes longer. Far above the deadlines of the database and of the hashing pool, which answer first.
const LONGEST: Duration = Duration::from_secs(30);

/// A list of 32 MiB over a slow line.
const LONGEST_UPLOAD: Duration = Duration::from_secs(15 * 60);

/// What is kept of a request for the time after its handler took it.
struct Asked {
    method: Method,
    route: Option<MatchedPath>,
    here: String,
    words: Words,
    seen: Seen,
    code: String,
}

impl Asked {
    fn of(request: &Request, web: &Web) -> Self {
        let query = Fields::parse(request.uri().query().unwrap_or_default().as_bytes());
        let asked = query.ok().and_then(|query| language::Asked::of(&query, web.demo));
        let accept = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Self {
            method: request.method().clone(),
            route: request.extensions().get::<MatchedPath>().cloned(),
            here: without_language(request.uri()),
            words: language::words(language::choose(asked, None, accept), asked),
            seen: Seen::default(),
            code: web.request_code(),
        }
    }

    fn route(&self) -> Option<&str> {
        self.route.as_ref().map(MatchedPath::as_str)
    }

    /// A program asks, and reads no pages.
    fn is_of_a_program(&self) -> bool {
        self.here.starts_with(api::ROOT)
    }

    /// The page of a failure. An address that takes forms only is no place to come back to: links lead to the start.
    fn drawn(&self, web: &Web, failure: &Failure) -> Response {
        let seen = self.seen.get().cloned().unwrap_or(Shown { words: self.words, signed_in: None, works: Vec::new() });
        let safe = matches!(self.method, Method::GET | Method::HEAD);
        let here = if safe && self.route.is_some() { self.here.clone() } else { "/".to_owned() };
        failure.page(web.page(seen.words, here, seen.signed_in, &seen.works), &self.code)
    }
}

/// The outermost layer.
pub(crate) async fn around(State(web): State<Arc<Web>>, mut request: Request, next: Next) -> Response {
    let started = web.app.clock.now();
    let asked = Asked::of(&request, &web);
    request.extensions_mut().insert(Arc::clone(&asked.seen));
    let uploads = asked.method == Method::POST && asked.route() == Some(LISTS);
    let longest = if uploads { LONGEST_UPLOAD } else { LONGEST };
    let inner = AssertUnwindSafe(next.run(request)).catch_unwind();
    let answer = match tokio::time::timeout(longest, inner).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(panic)) => failed(Failure::panicked(&words_of(panic.as_ref()))),
        Err(_) => failed(Failure::timed_out()),
    };
    let failure = answer.extensions().get::<Failure>().cloned();
    let mut answer = match &failure {
        Some(failure) if asked.is_of_a_program() => redrawn(failure.problem(&asked.code), &answer),
        Some(failure) => redrawn(asked.drawn(&web, failure), &answer),
        None => answer,
    };
    headers::put(answer.headers_mut(), About { secure: web.secure, route: asked.route() });
    log(&asked, answer.status(), web.app.clock.now() - started, failure.as_ref());
    answer
}

fn failed(failure: Failure) -> Response {
    axum::response::IntoResponse::into_response(failure)
}

/// What a panic said; our own code panics with constants at most.
fn words_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "without words".to_owned())
}

fn log(asked: &Asked, status: StatusCode, took: Span, failure: Option<&Failure>) {
    let (method, route, status) = (asked.method.as_str(), asked.route().unwrap_or("-"), status.as_u16());
    let (ms, code) = (took.micros() / 1000, asked.code.as_str());
    let cause = failure.and_then(Failure::cause);
    // Not being ready is no fault: a process says so while it starts, and as often as it is asked.
    if status >= 500 && route != "/readyz" {
        tracing::error!(method, route, status, ms, code, cause, "request");
    } else if failure.is_some_and(Failure::is_suspicious) {
        tracing::warn!(method, route, status, ms, code, cause, "request");
    } else {
        tracing::info!(method, route, status, ms, code, cause, "request");
    }
    let labels = [("route", route.to_owned()), ("status", status.to_string())];
    metrics::counter!("http_requests_total", &labels).increment(1);
    metrics::histogram!("http_request_seconds", &labels)
        .record(f64::from(i32::try_from(ms).unwrap_or(i32::MAX)) / 1000.0);
}
