//! Figures for Prometheus, on a listener of their own (`metrics_listen`): never on the pages' listener, because they say
//! how many people do what.

use std::convert::Infallible;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::header::CONTENT_TYPE;
use hyper::{Method, Request, Response, StatusCode};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

/// The figures of this process, counted from now on.
///
/// # Errors
/// When this process counts already.
pub(crate) fn start() -> anyhow::Result<PrometheusHandle> {
    Ok(PrometheusBuilder::new().install_recorder()?)
}

/// Answers `/metrics` and nothing else.
pub(crate) fn answer(handle: &PrometheusHandle, request: &Request<Incoming>) -> Result<Response<String>, Infallible> {
    let known = request.uri().path() == "/metrics" && matches!(*request.method(), Method::GET | Method::HEAD);
    let mut response = Response::new(if known { handle.render() } else { String::new() });
    let text = hyper::header::HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, text);
    if !known {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    Ok(response)
}

/// Sums up what was measured, for as long as the process lives: without it the samples would pile up between two visits.
pub(crate) async fn upkeep(handle: &PrometheusHandle) {
    loop {
        tokio::time::sleep(Duration::from_secs(5)).await;
        handle.run_upkeep();
    }
}
