//! What a database knows about itself: facts of the installation, by name.

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::{args, dialect, sql};

const GET: Sql = sql!("SELECT value FROM house WHERE name = $1");
const SET: Sql = sql!("INSERT INTO house (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING");

/// True while no migration ever ran on this database.
///
/// # Errors
/// When the database fails.
pub fn is_new(tx: &mut Read<'_>) -> Result<bool, StoreError> {
    let migrated: Option<(i64,)> = tx.maybe(dialect::MIGRATION_TABLE_EXISTS, &[])?;
    Ok(migrated.is_none())
}

/// A fact.
///
/// # Errors
/// When the database fails.
pub fn get(tx: &mut Read<'_>, name: &str) -> Result<Option<String>, StoreError> {
    let found: Option<(String,)> = tx.maybe(GET, args![name])?;
    Ok(found.map(|(value,)| value))
}

/// Writes a fact that is not there yet; what is there stays. Answers what stands there now.
///
/// # Errors
/// When the database fails.
pub fn set_once(tx: &mut Write<'_>, name: &str, value: &str) -> Result<String, StoreError> {
    tx.run(SET, args![name, value])?;
    get(tx, name)?.ok_or_else(|| StoreError::internal("a fact that was just written is gone"))
}
