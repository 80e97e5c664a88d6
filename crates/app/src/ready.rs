//! Whether this process can do its work, for `/readyz`. Looks; changes nothing.

use store::StoreError;
use store::migrate::{self, Schema};

use crate::house::App;
use crate::worker::Heartbeat;

/// Why not.
#[derive(Debug, thiserror::Error)]
pub enum NotReady {
    /// The database does not answer.
    #[error("the database is not usable")]
    Database(#[from] StoreError),
    /// The database is of another version.
    #[error("the database has the schema of another version")]
    Schema,
    /// The worker of this process does not come round.
    #[error("the worker stands still")]
    Worker,
}

/// Ready means: the database answers and has this version's schema, and the worker, if this process runs one, works.
///
/// # Errors
/// [`NotReady`].
pub async fn check(app: &App, worker: Option<&Heartbeat>) -> Result<(), NotReady> {
    if migrate::state(&app.db).await? != Schema::Current {
        return Err(NotReady::Schema);
    }
    match worker {
        Some(worker) if !worker.is_alive(app.clock.now()) => Err(NotReady::Worker),
        _ => Ok(()),
    }
}
