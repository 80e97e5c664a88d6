//! The only statements that differ between the engines, as pairs.

use crate::sql::Sql;

/// One row when the table of applied migrations exists.
pub(crate) const MIGRATION_TABLE_EXISTS: Sql = Sql::pair(
    "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migration'",
    "SELECT CAST(1 AS BIGINT) FROM pg_catalog.pg_tables WHERE schemaname = current_schema() AND tablename = 'migration'",
);

/// The table of applied migrations.
pub(crate) const MIGRATION_TABLE: Sql = Sql::pair(
    "CREATE TABLE IF NOT EXISTS migration (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, \
     checksum INTEGER NOT NULL, applied_at INTEGER NOT NULL) STRICT",
    "CREATE TABLE IF NOT EXISTS migration (number BIGINT NOT NULL PRIMARY KEY, name TEXT COLLATE \"C\" NOT NULL, \
     checksum BIGINT NOT NULL, applied_at BIGINT NOT NULL)",
);

/// One migrator at a time. SQLite's write transaction is that already.
pub(crate) const MIGRATION_LOCK: Sql = Sql::pair("", "SELECT pg_advisory_xact_lock(7302318740281)");

/// Claims a few due mails of a lane for one sender: `$1` lane, `$2` now, `$3` end of the lease, `$4` how many.
pub(crate) const CLAIM_MAIL: Sql = Sql::pair(
    "UPDATE mail SET lease = lease + 1, leased_until = $3, attempts = attempts + 1 WHERE id IN (\
       SELECT id FROM mail WHERE state = 'waiting' AND lane = $1 AND due_at <= $2 \
         AND (leased_until IS NULL OR leased_until <= $2) ORDER BY due_at, id LIMIT $4) \
     RETURNING id, lease, attempts, unknown_attempts, kind, intent, language, tag, created_at, alive_since",
    "UPDATE mail SET lease = lease + 1, leased_until = $3, attempts = attempts + 1 WHERE id IN (\
       SELECT id FROM mail WHERE state = 'waiting' AND lane = $1 AND due_at <= $2 \
         AND (leased_until IS NULL OR leased_until <= $2) ORDER BY due_at, id LIMIT $4 FOR UPDATE SKIP LOCKED) \
     RETURNING id, lease, attempts, unknown_attempts, kind, intent, language, tag, created_at, alive_since",
);
