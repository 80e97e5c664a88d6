//! The server engine: each database thread owns one connection and one current-thread runtime.

pub(crate) mod session;
pub(crate) mod thread;
pub(crate) mod wire;

pub(crate) use session::Session;

use crate::error::StoreError;
use crate::value::Value;

/// A cell of a row.
pub(crate) fn value(row: &tokio_postgres::Row, at: usize) -> Result<Value<'_>, StoreError> {
    row.try_get::<_, Value<'_>>(at).map_err(|error| StoreError::Internal(Box::new(error)))
}
