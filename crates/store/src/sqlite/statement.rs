//! Prepares, binds and runs one statement on SQLite.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, ErrorCode, ToSql, ffi};

use crate::error::{Poison, StoreError};
use crate::tx::Failed;
use crate::value::{Arg, Cells, Record, Row};

/// The names of parameters; SQLite would number them by first appearance.
const NAMES: [&str; 40] = [
    "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$10", "$11", "$12", "$13", "$14", "$15", "$16", "$17",
    "$18", "$19", "$20", "$21", "$22", "$23", "$24", "$25", "$26", "$27", "$28", "$29", "$30", "$31", "$32", "$33",
    "$34", "$35", "$36", "$37", "$38", "$39", "$40",
];

struct Bound<'a>(&'a Arg<'a>);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            Arg::Null(_) => ToSqlOutput::Borrowed(ValueRef::Null),
            Arg::Int(n) => ToSqlOutput::Borrowed(ValueRef::Integer(*n)),
            Arg::Bool(b) => ToSqlOutput::Borrowed(ValueRef::Integer(i64::from(*b))),
            Arg::Text(s) => ToSqlOutput::Borrowed(ValueRef::Text(s.as_bytes())),
            Arg::Bytes(b) => ToSqlOutput::Borrowed(ValueRef::Blob(b)),
            Arg::Uuid(id) => ToSqlOutput::Borrowed(ValueRef::Blob(id.as_bytes())),
        })
    }
}

/// What an error of SQLite means for the caller and for the transaction.
pub(crate) fn failed(error: rusqlite::Error) -> Failed {
    let told = match &error {
        rusqlite::Error::SqliteFailure(code, _) => match (code.code, code.extended_code) {
            (_, ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY) => StoreError::Taken,
            // Nothing was done, and there may be room again in a minute.
            (ErrorCode::DiskFull, _) => StoreError::Busy,
            (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => StoreError::Busy,
            (ErrorCode::OperationInterrupted, _) => StoreError::TimedOut,
            _ => StoreError::Internal(Box::new(error)),
        },
        _ => StoreError::Internal(Box::new(error)),
    };
    Failed { error: told, poison: Poison::Statement }
}

/// A statement with the place of each `$n`, looked up once.
struct Prepared<'c, 's> {
    statement: CachedStatement<'c>,
    places: [usize; NAMES.len()],
    sql: &'s str,
    count: usize,
}

impl<'c, 's> Prepared<'c, 's> {
    fn new(connection: &'c Connection, sql: &'s str, count: usize) -> Result<Self, Failed> {
        let statement = connection.prepare_cached(sql).map_err(failed)?;
        if statement.parameter_count() != count || count > NAMES.len() {
            return Err(StoreError::internal(format!("wrong number of arguments: {sql}")).into());
        }
        let mut places = [0; NAMES.len()];
        for (place, name) in places.iter_mut().zip(NAMES).take(count) {
            *place = statement
                .parameter_index(name)
                .map_err(failed)?
                .ok_or_else(|| StoreError::internal(format!("no parameter {name}: {sql}")))?;
        }
        Ok(Self { statement, places, sql, count })
    }

    fn bind(&mut self, args: &[Arg<'_>]) -> Result<(), Failed> {
        if args.len() != self.count {
            return Err(StoreError::internal(format!("wrong number of arguments: {}", self.sql)).into());
        }
        for (place, arg) in self.places.iter().zip(args) {
            if let Arg::Text(text) = arg
                && text.contains('\0')
            {
                return Err(StoreError::internal("NUL in text").into());
            }
            self.statement.raw_bind_parameter(*place, Bound(arg)).map_err(failed)?;
        }
        Ok(())
    }

    fn execute(&mut self) -> Result<u64, Failed> {
        let touched = self.statement.raw_execute().map_err(failed)?;
        Ok(u64::try_from(touched).unwrap_or(u64::MAX))
    }
}

fn bound<'c, 's>(connection: &'c Connection, sql: &'s str, args: &[Arg<'_>]) -> Result<Prepared<'c, 's>, Failed> {
    let mut prepared = Prepared::new(connection, sql, args.len())?;
    prepared.bind(args)?;
    Ok(prepared)
}

pub(crate) fn run(connection: &Connection, sql: &str, args: &[Arg<'_>]) -> Result<u64, Failed> {
    bound(connection, sql, args)?.execute()
}

/// Once for each row of arguments; how many rows each touched.
pub(crate) fn run_each(connection: &Connection, sql: &str, rows: &[Vec<Arg<'_>>]) -> Result<Vec<u64>, Failed> {
    let mut prepared = Prepared::new(connection, sql, rows.first().map_or(0, Vec::len))?;
    rows.iter()
        .map(|row| {
            prepared.bind(row)?;
            prepared.execute()
        })
        .collect()
}

/// The first row found for each row of arguments.
pub(crate) fn maybe_each<R: Record>(
    connection: &Connection,
    sql: &str,
    rows: &[Vec<Arg<'_>>],
) -> Result<Vec<Option<R>>, Failed> {
    let mut prepared = Prepared::new(connection, sql, rows.first().map_or(0, Vec::len))?;
    rows.iter()
        .map(|row| {
            prepared.bind(row)?;
            let mut found = prepared.statement.raw_query();
            let first = found.next().map_err(failed)?;
            let read = first.map(|row| R::read(&mut Cells { row: Row::Sqlite(row), at: 0 }));
            Ok(read.transpose()?)
        })
        .collect()
}

pub(crate) fn many<R: Record>(
    connection: &Connection,
    sql: &str,
    args: &[Arg<'_>],
    most: usize,
) -> Result<Vec<R>, Failed> {
    let mut prepared = bound(connection, sql, args)?;
    let mut rows = prepared.statement.raw_query();
    let mut found = Vec::new();
    while let Some(row) = rows.next().map_err(failed)? {
        if found.len() == most {
            return Err(StoreError::internal("a list is longer than a list may be").into());
        }
        found.push(R::read(&mut Cells { row: Row::Sqlite(row), at: 0 })?);
    }
    Ok(found)
}
