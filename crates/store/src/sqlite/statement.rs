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
            (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => StoreError::Busy,
            (ErrorCode::OperationInterrupted, _) => StoreError::TimedOut,
            _ => StoreError::Internal(Box::new(error)),
        },
        _ => StoreError::Internal(Box::new(error)),
    };
    Failed { error: told, poison: Poison::Statement }
}

fn bound<'c>(connection: &'c Connection, sql: &str, args: &[Arg<'_>]) -> Result<CachedStatement<'c>, Failed> {
    let mut statement = connection.prepare_cached(sql).map_err(failed)?;
    if statement.parameter_count() != args.len() || args.len() > NAMES.len() {
        return Err(StoreError::internal(format!("wrong number of arguments: {sql}")).into());
    }
    for (name, arg) in NAMES.iter().zip(args) {
        if let Arg::Text(text) = arg
            && text.contains('\0')
        {
            return Err(StoreError::internal("NUL in text").into());
        }
        let index = statement.parameter_index(name).map_err(failed)?;
        let Some(index) = index else {
            return Err(StoreError::internal(format!("no parameter {name}: {sql}")).into());
        };
        statement.raw_bind_parameter(index, Bound(arg)).map_err(failed)?;
    }
    Ok(statement)
}

pub(crate) fn run(connection: &Connection, sql: &str, args: &[Arg<'_>]) -> Result<u64, Failed> {
    let mut statement = bound(connection, sql, args)?;
    let touched = statement.raw_execute().map_err(failed)?;
    Ok(u64::try_from(touched).unwrap_or(u64::MAX))
}

pub(crate) fn many<R: Record>(
    connection: &Connection,
    sql: &str,
    args: &[Arg<'_>],
    most: usize,
) -> Result<Vec<R>, Failed> {
    let mut statement = bound(connection, sql, args)?;
    let mut rows = statement.raw_query();
    let mut found = Vec::new();
    while let Some(row) = rows.next().map_err(failed)? {
        if found.len() == most {
            return Err(StoreError::internal("a list is longer than a list may be").into());
        }
        found.push(R::read(&mut Cells { row: Row::Sqlite(row), at: 0 })?);
    }
    Ok(found)
}
