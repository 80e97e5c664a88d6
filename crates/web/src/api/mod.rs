//! `/api/v1/…`: the acts of the service portal for programs of clients, each one call into the use case that the page makes.
//! JSON in and out, errors as `application/problem+json` (RFC 9457). A program shows its key with each request; cookies are not
//! read, and no header lets a page of another site read an answer. No rule stands here.

pub(crate) mod access;
pub(crate) mod accounts;
mod answer;
mod call;
mod change;
pub(crate) mod dwelling_edits;
pub(crate) mod dwellings;
pub(crate) mod email_link;
pub(crate) mod handouts;
pub(crate) mod maintenance;
pub(crate) mod openapi;
pub(crate) mod problem;
pub(crate) mod projects;
pub(crate) mod proposals;
pub(crate) mod shown;
pub(crate) mod tenant_changes;

pub(crate) use answer::{Said, Stop};
pub(crate) use call::Call;
pub(crate) use change::{Change, Json, Nothing};
pub(crate) use problem::Problem;

/// Where all of it is.
pub(crate) const ROOT: &str = "/api/";
