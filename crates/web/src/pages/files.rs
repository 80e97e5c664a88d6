//! Styles, fonts, scripts and pictures. Their addresses hold a hash of what is in them, so they may be kept for ever.

use std::borrow::Cow;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, Uri};
use axum::response::{IntoResponse, Redirect, Response};

use crate::assets;
use crate::errors::Failure;
use crate::state::Web;

/// `/assets/{file}`.
pub(crate) async fn file(State(web): State<Arc<Web>>, uri: Uri) -> Result<Response, Failure> {
    let file = web.file(uri.path()).ok_or_else(Failure::not_found)?;
    let body = match &file.body {
        Cow::Borrowed(bytes) => Body::from(*bytes),
        Cow::Owned(bytes) => Body::from(bytes.clone()),
    };
    let kind = (CONTENT_TYPE, HeaderValue::from_static(file.content_type));
    let kept = (CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    Ok(([kind, kept], body).into_response())
}

/// `/favicon.ico`, for whoever asks without looking at the page.
pub(crate) async fn icon() -> Redirect {
    Redirect::temporary(assets::path("favicon.svg"))
}
