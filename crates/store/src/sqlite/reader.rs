//! A reader thread: one snapshot per piece of work, stopped after five seconds.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use rusqlite::Connection;

use crate::error::StoreError;
use crate::queue::Queue;
use crate::sqlite::{open, statement};
use crate::stopwatch::Stopwatch;
use crate::tx::{Engine, Write};
use crate::work::Work;

const LONGEST: Duration = Duration::from_secs(5);

pub(crate) fn serve(mut connection: Connection, queue: &Queue<Box<dyn Work>>, statements: &AtomicU64) {
    let running = Arc::new(std::sync::Mutex::new(Stopwatch::start()));
    let late = Arc::new(AtomicBool::new(false));
    let (watched, flag) = (Arc::clone(&running), Arc::clone(&late));
    let handler = move || {
        let over = watched.lock().is_ok_and(|watch| watch.elapsed() > LONGEST);
        flag.store(over, Ordering::Relaxed);
        over
    };
    if let Err(error) = connection.progress_handler(20_000, Some(handler)) {
        tracing::error!(%error, "a reader runs without its time limit");
    }
    while let Some(mut work) = queue.pop() {
        if !work.wanted() {
            continue;
        }
        if let Ok(mut watch) = running.lock() {
            *watch = Stopwatch::start();
        }
        late.store(false, Ordering::Relaxed);
        let end = one(&connection, work.as_mut(), statements);
        let end = if late.load(Ordering::Relaxed) { Err(StoreError::TimedOut) } else { end };
        work.finish(end);
    }
}

fn one(connection: &Connection, work: &mut dyn Work, statements: &AtomicU64) -> Result<(), StoreError> {
    if !connection.is_autocommit() {
        control(connection, "ROLLBACK")?;
    }
    control(connection, "BEGIN")?;
    work.run(&mut Write::new(Engine::Sqlite(connection), statements));
    // Nothing was written; both ways end the snapshot.
    control(connection, "ROLLBACK")
}

/// BEGIN, COMMIT and the like.
pub(crate) fn control(connection: &Connection, sql: &str) -> Result<(), StoreError> {
    let mut prepared = connection.prepare_cached(sql).map_err(open::internal)?;
    prepared.raw_execute().map(drop).map_err(|error| statement::failed(error).error)
}
