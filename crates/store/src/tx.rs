//! A transaction as the store's functions see it. Outside this crate it is only handed on.

use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::error::{Poison, StoreError};
use crate::sql::Sql;
use crate::value::{Arg, Record};
use crate::{postgres, sqlite};

/// A list never holds more than this; longer ones are read in pages.
const MOST_ROWS: usize = 10_000;

pub(crate) enum Engine<'a> {
    Sqlite(&'a rusqlite::Connection),
    Postgres(&'a mut postgres::Session),
}

/// A failed statement: the error for the caller, and what it means for the transaction.
pub(crate) struct Failed {
    pub(crate) error: StoreError,
    pub(crate) poison: Poison,
}

impl From<StoreError> for Failed {
    fn from(error: StoreError) -> Self {
        Self { error, poison: Poison::Statement }
    }
}

/// A transaction that only reads.
pub struct Read<'a> {
    engine: Engine<'a>,
    poison: Option<Poison>,
    statements: &'a AtomicU64,
}

/// A transaction that may change things.
pub struct Write<'a>(Read<'a>);

impl<'a> Deref for Write<'a> {
    type Target = Read<'a>;
    fn deref(&self) -> &Read<'a> {
        &self.0
    }
}

impl<'a> DerefMut for Write<'a> {
    fn deref_mut(&mut self) -> &mut Read<'a> {
        &mut self.0
    }
}

impl<'a> Read<'a> {
    fn guarded<T>(&mut self, run: impl FnOnce(&mut Engine<'a>) -> Result<T, Failed>) -> Result<T, StoreError> {
        if self.poison.is_some() {
            return Err(StoreError::internal("an earlier statement of this transaction failed"));
        }
        self.statements.fetch_add(1, Ordering::Relaxed);
        run(&mut self.engine).map_err(|failed| {
            self.poison = Some(failed.poison);
            failed.error
        })
    }

    /// Exactly one row.
    pub(crate) fn one<R: Record>(&mut self, sql: Sql, args: &[Arg<'_>]) -> Result<R, StoreError> {
        self.maybe(sql, args)?.ok_or_else(|| StoreError::internal("a statement that always gives a row gave none"))
    }

    /// The first row, if there is one.
    pub(crate) fn maybe<R: Record>(&mut self, sql: Sql, args: &[Arg<'_>]) -> Result<Option<R>, StoreError> {
        Ok(self.many(sql, args)?.into_iter().next())
    }

    /// For each row of arguments the first row it finds (a loop on SQLite, pipelined on PostgreSQL).
    pub(crate) fn maybe_each<R: Record>(
        &mut self,
        sql: Sql,
        rows: &[Vec<Arg<'_>>],
    ) -> Result<Vec<Option<R>>, StoreError> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        self.guarded(|engine| match engine {
            Engine::Sqlite(connection) => sqlite::statement::maybe_each(connection, sql.sqlite, rows),
            Engine::Postgres(session) => session.maybe_each(sql.postgres, rows),
        })
    }

    /// All rows.
    pub(crate) fn many<R: Record>(&mut self, sql: Sql, args: &[Arg<'_>]) -> Result<Vec<R>, StoreError> {
        self.guarded(|engine| match engine {
            Engine::Sqlite(connection) => sqlite::statement::many(connection, sql.sqlite, args, MOST_ROWS),
            Engine::Postgres(session) => session.many(sql.postgres, args, MOST_ROWS),
        })
    }
}

impl<'a> Write<'a> {
    pub(crate) fn new(engine: Engine<'a>, statements: &'a AtomicU64) -> Self {
        Self(Read { engine, poison: None, statements })
    }

    pub(crate) fn poison(&self) -> Option<Poison> {
        self.0.poison
    }

    /// Runs a statement; how many rows it touched.
    pub(crate) fn run(&mut self, sql: Sql, args: &[Arg<'_>]) -> Result<u64, StoreError> {
        self.guarded(|engine| match engine {
            Engine::Sqlite(connection) => sqlite::statement::run(connection, sql.sqlite, args),
            Engine::Postgres(session) => session.run(sql.postgres, args),
        })
    }

    /// Runs a text of several statements without arguments: migrations only.
    pub(crate) fn script(&mut self, sql: Sql) -> Result<(), StoreError> {
        self.guarded(|engine| match engine {
            Engine::Sqlite(connection) => connection.execute_batch(sql.sqlite).map_err(sqlite::statement::failed),
            Engine::Postgres(session) => session.script(sql.postgres),
        })
    }

    /// Prepares a statement and runs nothing.
    #[cfg(test)]
    pub(crate) fn prepare_only(&mut self, sql: Sql) -> Result<(), StoreError> {
        self.guarded(|engine| match engine {
            Engine::Sqlite(connection) => connection.prepare(sql.sqlite).map(drop).map_err(sqlite::statement::failed),
            Engine::Postgres(session) => session.prepare_only(sql.postgres),
        })
    }

    /// Runs a statement once per row of arguments (a loop on SQLite, pipelined on PostgreSQL); how many rows it
    /// touched in all.
    pub(crate) fn run_each(&mut self, sql: Sql, rows: &[Vec<Arg<'_>>]) -> Result<u64, StoreError> {
        Ok(self.run_each_told(sql, rows)?.into_iter().sum())
    }

    /// The same; how many rows it touched for each row of arguments.
    pub(crate) fn run_each_told(&mut self, sql: Sql, rows: &[Vec<Arg<'_>>]) -> Result<Vec<u64>, StoreError> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        self.guarded(|engine| match engine {
            Engine::Sqlite(connection) => sqlite::statement::run_each(connection, sql.sqlite, rows),
            Engine::Postgres(session) => session.run_each(sql.postgres, rows),
        })
    }
}
