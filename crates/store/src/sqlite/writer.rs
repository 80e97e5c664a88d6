//! The writer thread: takes what waits (at most 64 pieces of work or 8 ms), gives each its savepoint, commits once,
//! and answers everyone only after that commit is on disk.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode};

use crate::error::StoreError;
use crate::queue::Queue;
use crate::sqlite::reader::control;
use crate::stopwatch::Stopwatch;
use crate::tx::{Engine, Write};
use crate::work::{Keep, Work};

const LARGEST: usize = 64;
const LONGEST: Duration = Duration::from_millis(8);

/// Shared with the handle of the database.
#[derive(Default)]
pub(crate) struct Health {
    /// The disk failed under a commit. What reached it is unknown, so nothing is written any more until a restart.
    pub(crate) broken: AtomicBool,
}

pub(crate) fn serve(connection: &Connection, queue: &Queue<Box<dyn Work>>, health: &Health, statements: &AtomicU64) {
    while let Some(first) = queue.pop() {
        if health.broken.load(Ordering::Relaxed) {
            first.finish(Err(StoreError::internal("the disk failed under a commit; restart after mending it")));
            continue;
        }
        let mut batch = Batch { connection, statements, done: Vec::new() };
        match batch.gather(first, queue) {
            Ok(()) => batch.answer(Ok(())),
            Err(Lost::Again) => batch.one_by_one(health),
            Err(Lost::Broken(error)) => {
                health.broken.store(true, Ordering::Relaxed);
                tracing::error!(%error, "the disk failed under a commit; no more writes until a restart");
                batch.answer(Err(StoreError::OutcomeUnknown));
            }
        }
    }
    if let Err(error) = connection.execute_batch("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);") {
        tracing::warn!(%error, "the last checkpoint failed; the next start makes it");
    }
}

enum Lost {
    /// Everything was rolled back (disk full, a lost transaction): each piece once more, on its own.
    Again,
    /// The COMMIT failed in a way that leaves its outcome open.
    Broken(rusqlite::Error),
}

struct Batch<'a> {
    connection: &'a Connection,
    statements: &'a AtomicU64,
    done: Vec<Box<dyn Work>>,
}

impl Batch<'_> {
    fn gather(&mut self, first: Box<dyn Work>, queue: &Queue<Box<dyn Work>>) -> Result<(), Lost> {
        let watch = Stopwatch::start();
        self.done.push(first);
        control(self.connection, "BEGIN IMMEDIATE").map_err(|_| Lost::Again)?;
        loop {
            self.run_last()?;
            if self.done.len() >= LARGEST || watch.elapsed() >= LONGEST {
                break;
            }
            let Some(next) = queue.try_pop() else { break };
            self.done.push(next);
        }
        self.commit()
    }

    fn run_last(&mut self) -> Result<(), Lost> {
        let Some(work) = self.done.last_mut() else { return Ok(()) };
        control(self.connection, "SAVEPOINT piece").map_err(|_| Lost::Again)?;
        let keep = work.run(&mut Write::new(Engine::Sqlite(self.connection), self.statements));
        if self.connection.is_autocommit() {
            return Err(Lost::Again);
        }
        if keep != Keep::Commit {
            control(self.connection, "ROLLBACK TO piece").map_err(|_| Lost::Again)?;
        }
        control(self.connection, "RELEASE piece").map_err(|_| Lost::Again)
    }

    fn commit(&self) -> Result<(), Lost> {
        let ended = self.connection.prepare_cached("COMMIT").and_then(|mut commit| commit.raw_execute());
        match ended {
            Ok(_) => Ok(()),
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::SystemIoFailure) => Err(Lost::Broken(error)),
            Err(error) => {
                tracing::warn!(%error, "a commit failed and is rolled back");
                Err(Lost::Again)
            }
        }
    }

    fn roll_back(&self) {
        if !self.connection.is_autocommit()
            && let Err(error) = control(self.connection, "ROLLBACK")
        {
            tracing::error!(%error, "a rollback failed");
        }
    }

    fn answer(self, end: Result<(), StoreError>) {
        for work in self.done {
            work.finish(match &end {
                Ok(()) => Ok(()),
                Err(_) => Err(StoreError::OutcomeUnknown),
            });
        }
    }

    /// Each piece in a transaction of its own, so that one that cannot be written does not take the others along.
    fn one_by_one(self, health: &Health) {
        self.roll_back();
        let Self { connection, statements, done } = self;
        for mut work in done {
            if health.broken.load(Ordering::Relaxed) {
                work.finish(Err(StoreError::internal("the disk failed under a commit; restart after mending it")));
                continue;
            }
            if let Err(error) = control(connection, "BEGIN IMMEDIATE") {
                work.finish(Err(error));
                continue;
            }
            let keep = work.run(&mut Write::new(Engine::Sqlite(connection), statements));
            let alone = Batch { connection, statements, done: Vec::new() };
            if keep != Keep::Commit || connection.is_autocommit() {
                let lost = keep == Keep::Commit;
                alone.roll_back();
                work.finish(if lost { Err(StoreError::Busy) } else { Ok(()) });
                continue;
            }
            match alone.commit() {
                Ok(()) => work.finish(Ok(())),
                Err(Lost::Again) => {
                    alone.roll_back();
                    work.finish(Err(StoreError::Busy));
                }
                Err(Lost::Broken(error)) => {
                    health.broken.store(true, Ordering::Relaxed);
                    tracing::error!(%error, "the disk failed under a commit; no more writes until a restart");
                    alone.roll_back();
                    work.finish(Err(StoreError::OutcomeUnknown));
                }
            }
        }
    }
}
