//! For whoever watches the process: does it live, and can it work.

use std::sync::Arc;

use app::ready;
use axum::extract::State;
use axum::http::StatusCode;

use crate::state::Web;

/// `/healthz`: the process lives.
pub(crate) async fn lives() -> &'static str {
    "ok\n"
}

/// `/readyz`: the database is usable and of this version, and the worker comes round if this process runs one.
pub(crate) async fn ready(State(web): State<Arc<Web>>) -> (StatusCode, String) {
    match ready::check(&web.app, web.worker.as_ref()).await {
        Ok(()) => (StatusCode::OK, "ok\n".to_owned()),
        Err(not) => (StatusCode::SERVICE_UNAVAILABLE, format!("{not}\n")),
    }
}
