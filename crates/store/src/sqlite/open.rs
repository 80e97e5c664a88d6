//! Opens a connection with the settings everything here rests on.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;

/// Versions before this can lose commits with two or more connections (the WAL-reset fault).
const OLDEST: i32 = 3_051_003;

pub(crate) fn internal(error: rusqlite::Error) -> StoreError {
    StoreError::Internal(Box::new(error))
}

/// The path of a `sqlite:` URL.
///
/// # Errors
/// When it is empty.
pub(crate) fn path(url: &str) -> Result<PathBuf, StoreError> {
    let path = url.strip_prefix("sqlite:").unwrap_or(url);
    if path.is_empty() {
        return Err(StoreError::internal("the database URL names no file; write sqlite:path/to/huissleutel.db"));
    }
    Ok(PathBuf::from(path))
}

pub(crate) fn writer(path: &Path) -> Result<Connection, StoreError> {
    if rusqlite::version_number() < OLDEST {
        return Err(StoreError::internal("this SQLite can lose commits; 3.51.3 or newer is needed"));
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|error| StoreError::Internal(Box::new(error)))?;
    }
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
    .map_err(internal)?;
    prepare(&connection)?;
    let journal: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)).map_err(internal)?;
    // An in-memory database answers "memory"; a file that cannot have a WAL must not be used by several connections.
    if journal != "wal" {
        return Err(StoreError::internal(format!("the database file cannot use a write-ahead log ({journal})")));
    }
    // FULL: an acknowledged commit survives power loss (law 12). The group commit pays for it.
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;").map_err(internal)?;
    // What is erased is overwritten in the file, not only let go of (law 13).
    connection.query_row("PRAGMA secure_delete = ON", [], |row| row.get::<_, i64>(0)).map_err(internal)?;
    Ok(connection)
}

pub(crate) fn reader(path: &Path) -> Result<Connection, StoreError> {
    let connection =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)
            .map_err(internal)?;
    prepare(&connection)?;
    connection.execute_batch("PRAGMA query_only = TRUE; PRAGMA cache_size = -2000;").map_err(internal)?;
    Ok(connection)
}

fn prepare(connection: &Connection) -> Result<(), StoreError> {
    connection.busy_timeout(Duration::from_secs(5)).map_err(internal)?;
    connection.set_prepared_statement_cache_capacity(512);
    for (setting, on) in [
        // Without it every cached statement with a join or an order is parsed again at each use.
        (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
    ] {
        connection.set_db_config(setting, on).map_err(internal)?;
    }
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1).map_err(internal)?;
    connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;").map_err(internal)
}
