//! What a program is told when something is not done (RFC 9457): a type that stays, what it means, and what is wrong with
//! which field. It holds nothing of what was sent, and is the same for what is not there and what is another's (law 9).

use std::borrow::Cow;

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::time::Span;
use serde::Serialize;
use utoipa::ToSchema;

use crate::errors::retry_after;

/// A problem that is told.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    kind: Kind,
    detail: Cow<'static, str>,
    errors: Vec<FieldProblem>,
    wait: Option<Span>,
}

/// Its kinds: each has a word in `type` that stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    BadRequest,
    Unauthorized,
    Forbidden,
    NotFound,
    MethodNotAllowed,
    Conflict,
    Running,
    TooLarge,
    MediaType,
    Invalid,
    Reused,
    TooMany,
    Internal,
    Unavailable,
}

impl Kind {
    const fn word(self) -> &'static str {
        match self {
            Self::BadRequest => "bad-request",
            Self::Unauthorized => "unauthorized",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not-found",
            Self::MethodNotAllowed => "method-not-allowed",
            Self::Conflict => "conflict",
            Self::Running => "still-running",
            Self::TooLarge => "too-large",
            Self::MediaType => "unsupported-media-type",
            Self::Invalid => "invalid",
            Self::Reused => "idempotency-key-reused",
            Self::TooMany => "too-many-requests",
            Self::Internal => "internal",
            Self::Unavailable => "unavailable",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::BadRequest => "The request cannot be read",
            Self::Unauthorized => "No valid key",
            Self::Forbidden => "The key is not good for this",
            Self::NotFound => "Not found",
            Self::MethodNotAllowed => "Method not allowed",
            Self::Conflict => "Not possible as things stand",
            Self::Running => "The same request is still running",
            Self::TooLarge => "The body is too large",
            Self::MediaType => "The body is not application/json",
            Self::Invalid => "Something in the request is not right",
            Self::Reused => "This Idempotency-Key stands for another request",
            Self::TooMany => "Too many requests",
            Self::Internal => "Something went wrong here",
            Self::Unavailable => "Not now",
        }
    }

    const fn status(self) -> StatusCode {
        match self {
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::Conflict | Self::Running => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Invalid | Self::Reused => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The kind of a status that the edge found.
    fn of(status: StatusCode) -> Self {
        match status.as_u16() {
            400 => Self::BadRequest,
            403 => Self::Forbidden,
            404 => Self::NotFound,
            405 => Self::MethodNotAllowed,
            413 => Self::TooLarge,
            429 => Self::TooMany,
            503 => Self::Unavailable,
            _ => Self::Internal,
        }
    }
}

/// A problem as it is written.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct Written<'a> {
    /// What kind of problem: an address that stays, relative to this installation.
    #[serde(rename = "type")]
    #[schema(example = "/api/problems/invalid")]
    kind: String,
    /// What kind of problem, for people.
    title: &'static str,
    /// The status of the answer.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What to do about this one.
    detail: &'a str,
    /// What is wrong with which field.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [FieldProblem],
}

/// What is wrong with one field, or one parameter.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct FieldProblem {
    /// The field, as a JSON pointer into the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "#/email")]
    pointer: Option<String>,
    /// The parameter of the query.
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<String>,
    /// What is wrong with it.
    detail: String,
}

impl Problem {
    pub(crate) fn new(kind: Kind, detail: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, detail: detail.into(), errors: Vec::new(), wait: None }
    }

    /// 400.
    pub(crate) fn bad_request(detail: &'static str) -> Self {
        Self::new(Kind::BadRequest, detail)
    }

    /// 401, the same whatever is the matter with the key.
    pub(crate) fn unauthorized() -> Self {
        Self::new(
            Kind::Unauthorized,
            "Send a key that is in force as: Authorization: Bearer hs_live_…. A key that was revoked, is past its last day, or belongs to a client that is frozen opens nothing.",
        )
    }

    /// 403.
    pub(crate) fn forbidden() -> Self {
        Self::new(
            Kind::Forbidden,
            "The scopes of this key do not cover this act. Ask the operator for a key that does.",
        )
    }

    /// 404, also for what is another client's.
    pub(crate) fn not_found() -> Self {
        Self::new(Kind::NotFound, "There is no such thing among the homes of your organisation.")
    }

    /// 409.
    pub(crate) fn conflict(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::Conflict, detail)
    }

    /// 409: it is not any more as it was when this request began.
    pub(crate) fn changed_meanwhile() -> Self {
        Self::conflict("Somebody changed this at the same moment. Look, and ask again.")
    }

    /// 409 about fields of the body, each at what stands in its way.
    pub(crate) fn conflicts<'a>(all: impl IntoIterator<Item = (&'a str, String)>) -> Self {
        Self { errors: pointed(all), ..Self::conflict("Nothing was done. See errors.") }
    }

    /// 422 about a field of the body; `pointer` begins with a slash.
    pub(crate) fn field(pointer: &str, detail: impl Into<String>) -> Self {
        Self::fields([(pointer, detail.into())])
    }

    /// 422 about several fields.
    pub(crate) fn fields<'a>(all: impl IntoIterator<Item = (&'a str, String)>) -> Self {
        Self { errors: pointed(all), ..Self::new(Kind::Invalid, "Nothing was done. See errors.") }
    }

    /// 422 about a parameter of the query.
    pub(crate) fn parameter(name: &str, detail: &str) -> Self {
        let one = FieldProblem { pointer: None, parameter: Some(name.to_owned()), detail: detail.to_owned() };
        Self { errors: vec![one], ..Self::new(Kind::Invalid, "See errors.") }
    }

    /// Worth trying again after so long.
    pub(crate) fn after(mut self, wait: Span) -> Self {
        self.wait = Some(wait);
        self
    }

    /// Its status.
    pub(crate) fn status(&self) -> StatusCode {
        self.kind.status()
    }

    /// As it is written.
    pub(crate) fn json(&self) -> Vec<u8> {
        let written = Written {
            kind: format!("/api/problems/{}", self.kind.word()),
            title: self.kind.title(),
            status: self.status().as_u16(),
            detail: &self.detail,
            errors: &self.errors,
        };
        // Text and numbers only: it can be written.
        serde_json::to_vec(&written).unwrap_or_default()
    }
}

/// What is wrong with fields; a pointer begins with a slash, or is that of the whole body.
fn pointed<'a>(all: impl IntoIterator<Item = (&'a str, String)>) -> Vec<FieldProblem> {
    let field = |(pointer, detail): (&str, String)| FieldProblem {
        pointer: Some(format!("#{pointer}")),
        parameter: None,
        detail,
    };
    all.into_iter().map(field).collect()
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut answer = written(self.status(), self.json());
        if self.kind == Kind::Unauthorized {
            answer.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(wait) = self.wait {
            retry_after(&mut answer, wait);
        }
        answer
    }
}

/// An answer of this status with this JSON.
pub(crate) fn written(status: StatusCode, json: Vec<u8>) -> Response {
    let kind = if status.is_success() { "application/json" } else { "application/problem+json" };
    let mut answer = Response::new(Body::from(json));
    *answer.status_mut() = status;
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    answer
}

/// What the edge found wrong, with the code that the log has too.
pub(crate) fn of_failure(status: StatusCode, wait: Option<Span>, code: &str) -> Response {
    let kind = Kind::of(status);
    let problem = match kind {
        Kind::NotFound => Problem::not_found(),
        Kind::Forbidden => Problem::forbidden(),
        Kind::MethodNotAllowed => Problem::new(kind, "See Allow for the methods that this address takes."),
        Kind::Unavailable => {
            Problem::new(kind, "It is not known whether it was done. Ask again with the same Idempotency-Key.")
        }
        _ => Problem::new(kind, format!("Tell the operator this code: {code}.")),
    };
    match wait {
        Some(wait) => problem.after(wait).into_response(),
        None => problem.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_says_what_and_where() {
        let problem = Problem::field("/email", "not an e-mail address");
        let json: serde_json::Value = serde_json::from_slice(&problem.json()).expect("JSON");
        assert_eq!(json["type"], "/api/problems/invalid");
        assert_eq!((json["status"].as_u64(), problem.status().as_u16()), (Some(422), 422));
        assert_eq!(json["errors"][0]["pointer"], "#/email");
        let none: serde_json::Value = serde_json::from_slice(&Problem::not_found().json()).expect("JSON");
        assert!(none.get("errors").is_none());
        let answer = Problem::unauthorized().into_response();
        assert_eq!(answer.headers()[WWW_AUTHENTICATE], "Bearer");
        assert_eq!(answer.headers()[CONTENT_TYPE], "application/problem+json");
    }
}
