//! What comes of a request: something that is told, or something that stopped it.

use app::Barred;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::access::Denied;
use serde::Serialize;

use super::problem::{Problem, written};
use crate::errors::Failure;

/// Something that is told, ready to be sent and to be kept.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub(crate) status: StatusCode,
    pub(crate) json: Vec<u8>,
}

/// Why a request stopped.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The program can do something about it.
    Problem(Box<Problem>),
    /// Something went wrong here; the edge makes a problem of it and a line in the log.
    Failure(Failure),
}

impl Said {
    /// With this status.
    pub(crate) fn new(status: StatusCode, body: &impl Serialize) -> Result<Self, Stop> {
        let json = serde_json::to_vec(body).map_err(|_| Failure::internal("an answer could not be written"))?;
        Ok(Self { status, json })
    }

    /// 200.
    pub(crate) fn ok(body: &impl Serialize) -> Result<Self, Stop> {
        Self::new(StatusCode::OK, body)
    }
}

impl IntoResponse for Said {
    fn into_response(self) -> Response {
        written(self.status, self.json)
    }
}

impl IntoResponse for Stop {
    fn into_response(self) -> Response {
        match self {
            Self::Problem(problem) => problem.into_response(),
            Self::Failure(failure) => failure.into_response(),
        }
    }
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<app::StoreError> for Stop {
    fn from(error: app::StoreError) -> Self {
        Self::Failure(error.into())
    }
}

impl From<Denied> for Stop {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::NotYours => Problem::not_found().into(),
            Denied::NotAllowed => Problem::forbidden().into(),
        }
    }
}

impl From<Barred> for Stop {
    fn from(error: Barred) -> Self {
        match error {
            Barred::SignIn => Problem::unauthorized().into(),
            Barred::NoProject(_) => Problem::not_found().into(),
            Barred::Denied(denied) => denied.into(),
            Barred::Store(error) => error.into(),
        }
    }
}
