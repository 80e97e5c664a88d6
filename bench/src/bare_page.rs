//! The cheapest server that answers the same page: the bytes and headers of one answer of ours, kept in memory.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::Response;
use bytes::Bytes;

/// An answer of ours, to be given again and again.
#[derive(Clone)]
pub(crate) struct BarePage {
    headers: HeaderMap,
    body: Bytes,
}

impl BarePage {
    /// Copies an answer; the server adds `Content-Length` and `Date` itself.
    pub(crate) fn of(head: &str, body: Vec<u8>) -> anyhow::Result<Self> {
        let mut headers = HeaderMap::new();
        for (name, value) in head.lines().skip(1).filter_map(|line| line.split_once(':')) {
            if !["content-length", "date", "connection"].contains(&name.to_ascii_lowercase().as_str()) {
                headers.append(HeaderName::try_from(name)?, HeaderValue::try_from(value.trim())?);
            }
        }
        Ok(Self { headers, body: Bytes::from(body) })
    }

    /// The answer once more.
    pub(crate) fn answer(&self) -> Response {
        let mut answer = Response::new(Body::from(self.body.clone()));
        *answer.headers_mut() = self.headers.clone();
        answer
    }
}
