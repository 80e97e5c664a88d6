//! The embedded engine: one writer thread that groups what waits into one commit, and a few readers.

pub(crate) mod open;
pub(crate) mod reader;
pub(crate) mod statement;
pub(crate) mod writer;

use rusqlite::types::ValueRef;

use crate::error::StoreError;
use crate::value::Value;

/// A cell of a row.
pub(crate) fn value<'r>(row: &'r rusqlite::Row<'_>, at: usize) -> Result<Value<'r>, StoreError> {
    let cell = row.get_ref(at).map_err(|error| StoreError::Internal(Box::new(error)))?;
    match cell {
        ValueRef::Null => Ok(Value::Null),
        ValueRef::Integer(n) => Ok(Value::Int(n)),
        ValueRef::Text(bytes) => {
            std::str::from_utf8(bytes).map(Value::Text).map_err(|error| StoreError::Internal(Box::new(error)))
        }
        ValueRef::Blob(bytes) => Ok(Value::Bytes(bytes)),
        ValueRef::Real(_) => Err(StoreError::internal("read a real number; the schema has none")),
    }
}
