//! The database as the rest of the house sees it: transactions are synchronous closures on database threads.
//!
//! A closure may run more than once (PostgreSQL after a conflict, SQLite when its batch was lost), so it must not do
//! anything but talk to the transaction. `Ok` commits, `Err` rolls back: a refusal that must be counted or written in
//! the audit log is an `Ok`.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::JoinHandle;

use crate::error::StoreError;
use crate::postgres::{self, Session};
use crate::queue::Queue;
use crate::sql::Sql;
use crate::sqlite::{self, writer::Health};
use crate::tx::{Read, Write};
use crate::value::{OwnedArg, Record};
use crate::work::{Job, Mode, Work};

/// Which database, and with how many threads.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `sqlite:PATH` or `postgres://…`.
    pub url: String,
    /// Reader threads on SQLite, connections on PostgreSQL.
    pub threads: usize,
    /// How much may wait in front of the writer, and in front of the readers.
    pub queue: usize,
}

impl Settings {
    /// The usual numbers for a database.
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        let url = url.into();
        let threads = if url.starts_with("postgres") { 8 } else { 2 };
        Self { url, threads, queue: 1024 }
    }
}

/// A handle to the database; cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    writes: Arc<Queue<Box<dyn Work>>>,
    reads: Arc<Queue<Box<dyn Work>>>,
    statements: Arc<AtomicU64>,
    health: Arc<Health>,
    threads: std::sync::Mutex<Vec<JoinHandle<()>>>,
    server: bool,
}

impl Db {
    /// Opens the database and starts its threads. The schema is not touched: see [`crate::migrate`].
    ///
    /// # Errors
    /// When the file or server cannot be used, or is too old.
    pub fn open(settings: &Settings) -> Result<Self, StoreError> {
        if settings.url.starts_with("postgres://") || settings.url.starts_with("postgresql://") {
            return Self::open_postgres(settings);
        }
        Self::open_sqlite(settings)
    }

    fn open_sqlite(settings: &Settings) -> Result<Self, StoreError> {
        let path = sqlite::open::path(&settings.url)?;
        let inner = Inner::new(settings, false);
        let writer = sqlite::open::writer(&path)?;
        let (queue, statements, health) =
            (Arc::clone(&inner.writes), Arc::clone(&inner.statements), Arc::clone(&inner.health));
        inner.spawn("db-writer", move || sqlite::writer::serve(&writer, &queue, &health, &statements))?;
        for _ in 0..settings.threads.max(1) {
            let reader = sqlite::open::reader(&path)?;
            let (queue, statements) = (Arc::clone(&inner.reads), Arc::clone(&inner.statements));
            inner.spawn("db-reader", move || sqlite::reader::serve(reader, &queue, &statements))?;
        }
        Ok(Self(Arc::new(inner)))
    }

    fn open_postgres(settings: &Settings) -> Result<Self, StoreError> {
        let (config, tls) = postgres::session::parse(&settings.url)?;
        // A session has a runtime of its own and may be used on a thread without one only, and the caller may be async.
        let (checked, with) = (config.clone(), tls.clone());
        let first = std::thread::spawn(move || {
            let mut first = Session::new(checked, with)?;
            postgres::session::check_version(&mut first).map(|()| first)
        })
        .join()
        .map_err(|_| StoreError::internal("the first connection to PostgreSQL panicked"))??;
        // Reads and writes share the connections.
        let mut inner = Inner::new(settings, true);
        inner.reads = Arc::clone(&inner.writes);
        let mut sessions = vec![first];
        for _ in 1..settings.threads.max(1) {
            sessions.push(Session::new(config.clone(), tls.clone())?);
        }
        for session in sessions {
            let (queue, statements) = (Arc::clone(&inner.writes), Arc::clone(&inner.statements));
            inner.spawn("db-session", move || postgres::thread::serve(session, &queue, &statements))?;
        }
        Ok(Self(Arc::new(inner)))
    }

    /// Runs a closure that reads one consistent state.
    ///
    /// # Errors
    /// What the closure refuses with, or what the database could not do.
    pub async fn read<T, E>(&self, f: impl Fn(&mut Read<'_>) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.0.send(&self.0.reads, Mode::Read, move |tx| f(tx)).await
    }

    /// Runs a closure that changes something. `Ok` is answered only after the commit is durable (law 12).
    ///
    /// # Errors
    /// What the closure refuses with, or what the database could not do.
    pub async fn write<T, E>(&self, f: impl Fn(&mut Write<'_>) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.0.send(&self.0.writes, Mode::Write, f).await
    }

    /// Runs one statement in a transaction of its own: counters and claims, which all requests share. It may be done
    /// twice when a connection breaks, so it must be harmless to repeat.
    pub(crate) async fn single<R: Record + Send + 'static>(
        &self,
        sql: Sql,
        args: Vec<OwnedArg>,
    ) -> Result<Vec<R>, StoreError> {
        let statement = move |tx: &mut Write<'_>| {
            let args: Vec<_> = args.iter().map(OwnedArg::arg).collect();
            tx.many(sql, &args)
        };
        self.0.send(&self.0.writes, Mode::Single, statement).await
    }

    /// Statements run since the start: what equal work is measured in.
    #[must_use]
    pub fn statements(&self) -> u64 {
        self.0.statements.load(Ordering::Relaxed)
    }

    /// False once the disk failed under a commit: the process must be restarted.
    #[must_use]
    pub fn usable(&self) -> bool {
        !self.0.health.broken.load(Ordering::Relaxed)
    }

    /// True on PostgreSQL, where several processes may share the database.
    #[must_use]
    pub fn is_server(&self) -> bool {
        self.0.server
    }

    /// Finishes what waits, makes the last checkpoint and stops the threads. Blocks; what comes after is `Busy`.
    pub fn close(&self) {
        self.0.writes.close();
        self.0.reads.close();
        let threads = self.0.threads.lock().map(|mut threads| std::mem::take(&mut *threads)).unwrap_or_default();
        for thread in threads {
            if thread.join().is_err() {
                tracing::error!("a database thread panicked");
            }
        }
    }
}

impl Inner {
    fn new(settings: &Settings, server: bool) -> Self {
        Self {
            writes: Arc::new(Queue::new(settings.queue)),
            reads: Arc::new(Queue::new(settings.queue)),
            statements: Arc::default(),
            health: Arc::default(),
            threads: std::sync::Mutex::default(),
            server,
        }
    }

    fn spawn(&self, name: &str, run: impl FnOnce() + Send + 'static) -> Result<(), StoreError> {
        let thread = std::thread::Builder::new()
            .name(name.to_owned())
            .spawn(run)
            .map_err(|error| StoreError::Internal(Box::new(error)))?;
        if let Ok(mut threads) = self.threads.lock() {
            threads.push(thread);
        }
        Ok(())
    }

    async fn send<T, E>(
        &self,
        queue: &Queue<Box<dyn Work>>,
        mode: Mode,
        f: impl Fn(&mut Write<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (work, answer) = Job::boxed(mode, f);
        if queue.push(work).is_err() {
            return Err(StoreError::Busy.into());
        }
        match answer.await {
            Ok(result) => result,
            Err(_) => Err(StoreError::internal("a database thread stopped").into()),
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.writes.close();
        self.reads.close();
    }
}
