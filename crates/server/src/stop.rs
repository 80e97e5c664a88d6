//! The end of a process: who is told that it is time to stop.

use std::time::Duration;

use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How long the background work gets to finish.
const FINISH: Duration = Duration::from_secs(15);

/// Waits for SIGTERM or SIGINT.
///
/// # Errors
/// When the system does not let us listen for signals.
pub(crate) async fn asked() -> std::io::Result<()> {
    let (mut term, mut int) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    tokio::select! {
        _ = term.recv() => {}
        _ = int.recv() => {}
    }
    Ok(())
}

/// Waits until `stop` turns true, or nobody is left to turn it.
pub(crate) async fn told(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

/// Waits for the background work to finish what it is at. A mail that takes longer than this keeps its lease, and
/// another process goes on with it.
pub(crate) async fn in_time(work: JoinHandle<()>) {
    match tokio::time::timeout(FINISH, work).await {
        Ok(Ok(())) => {}
        Ok(Err(_)) => tracing::error!("the background work panicked"),
        Err(_) => tracing::warn!("the background work did not finish in time"),
    }
}
