//! Rules about the schema, and its two texts side by side.

use super::each_engine;
use crate::error::StoreError;
use crate::sql::Sql;

const SQLITE: &str = concat!(
    include_str!("../../migrations/sqlite/0001_house.sql"),
    include_str!("../../migrations/sqlite/0002_progress.sql"),
    include_str!("../../migrations/sqlite/0003_letters.sql"),
    include_str!("../../migrations/sqlite/0004_tenant_change.sql"),
    include_str!("../../migrations/sqlite/0005_log.sql"),
    include_str!("../../migrations/sqlite/0006_colleagues.sql"),
    include_str!("../../migrations/sqlite/0007_users.sql"),
    include_str!("../../migrations/sqlite/0008_proposals.sql"),
    include_str!("../../migrations/sqlite/0009_mistakes.sql"),
    include_str!("../../migrations/sqlite/0010_keys.sql"),
    include_str!("../../migrations/sqlite/0011_texts.sql"),
    include_str!("../../migrations/sqlite/0012_many.sql"),
    include_str!("../../migrations/sqlite/0013_two_admins.sql"),
    include_str!("../../migrations/sqlite/0014_own_address.sql"),
    include_str!("../../migrations/sqlite/0015_passkeys.sql"),
    include_str!("../../migrations/sqlite/0016_own_data.sql"),
    include_str!("../../migrations/sqlite/0017_retention.sql"),
    include_str!("../../migrations/sqlite/0018_maintenance.sql"),
    include_str!("../../migrations/sqlite/0019_help_desk.sql"),
    include_str!("../../migrations/sqlite/0020_inbound.sql"),
    include_str!("../../migrations/sqlite/0021_bounce.sql")
);
const POSTGRES: &str = concat!(
    include_str!("../../migrations/postgres/0001_house.sql"),
    include_str!("../../migrations/postgres/0002_progress.sql"),
    include_str!("../../migrations/postgres/0003_letters.sql"),
    include_str!("../../migrations/postgres/0004_tenant_change.sql"),
    include_str!("../../migrations/postgres/0005_log.sql"),
    include_str!("../../migrations/postgres/0006_colleagues.sql"),
    include_str!("../../migrations/postgres/0007_users.sql"),
    include_str!("../../migrations/postgres/0008_proposals.sql"),
    include_str!("../../migrations/postgres/0009_mistakes.sql"),
    include_str!("../../migrations/postgres/0010_keys.sql"),
    include_str!("../../migrations/postgres/0011_texts.sql"),
    include_str!("../../migrations/postgres/0012_many.sql"),
    include_str!("../../migrations/postgres/0013_two_admins.sql"),
    include_str!("../../migrations/postgres/0014_own_address.sql"),
    include_str!("../../migrations/postgres/0015_passkeys.sql"),
    include_str!("../../migrations/postgres/0016_own_data.sql"),
    include_str!("../../migrations/postgres/0017_retention.sql"),
    include_str!("../../migrations/postgres/0018_maintenance.sql"),
    include_str!("../../migrations/postgres/0019_help_desk.sql"),
    include_str!("../../migrations/postgres/0020_inbound.sql"),
    include_str!("../../migrations/postgres/0021_bounce.sql")
);

/// `table.column` in the order of the text.
fn columns(text: &str) -> Vec<String> {
    let mut table = String::new();
    let mut found = Vec::new();
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("CREATE TABLE ") {
            table = rest.split(' ').next().unwrap_or_default().to_owned();
        } else if line.starts_with("    ") && !line.trim().starts_with(|c: char| c.is_ascii_uppercase()) {
            let nullable = if line.contains("NOT NULL") { "" } else { "?" };
            found.push(format!("{table}.{}{nullable}", line.split_whitespace().next().unwrap_or_default()));
        }
    }
    found
}

#[test]
fn both_texts_have_the_same_tables_columns_and_indexes() {
    assert!(columns(SQLITE).len() > 100, "the reader of the schema reads it");
    assert_eq!(columns(SQLITE), columns(POSTGRES));
    let indexes = |text: &str| -> Vec<String> {
        text.lines().filter(|line| line.contains(" INDEX ")).map(str::to_owned).collect()
    };
    assert_eq!(indexes(SQLITE), indexes(POSTGRES));
}

#[test]
fn every_sqlite_table_is_strict_and_every_postgres_text_collates_by_bytes() {
    let made = SQLITE.matches("CREATE TABLE").count();
    assert_eq!(SQLITE.matches(") STRICT;").count(), made);
    for line in POSTGRES.lines().filter(|line| line.contains(" TEXT")) {
        assert!(line.contains("TEXT COLLATE \"C\""), "{line}");
    }
    for text in [SQLITE, POSTGRES] {
        let upper = text.to_uppercase();
        for banned in ["TRIGGER", "DEFAULT", "SERIAL", "AUTOINCREMENT", "GENERATED", "CASCADE"] {
            assert!(!upper.contains(banned), "{banned}");
        }
    }
}

#[tokio::test]
async fn the_migrations_run_twice_and_know_their_state() {
    each_engine(|fresh| async move {
        assert_eq!(crate::migrate::state(&fresh.db).await.expect("read"), crate::migrate::Schema::Current);
        crate::migrate::run(&fresh.db, super::engines::NOON).await.expect("a second run does nothing");
        let planted: Result<u64, StoreError> = fresh
            .db
            .write(|tx| {
                tx.run(
                    Sql::same("INSERT INTO migration (number, name, checksum, applied_at) VALUES (999, 'later', 1, 1)"),
                    &[],
                )
            })
            .await;
        planted.expect("a step from the future");
        assert_eq!(
            crate::migrate::state(&fresh.db).await.expect("read"),
            crate::migrate::Schema::Ahead,
            "{}",
            fresh.engine
        );
        assert!(crate::migrate::run(&fresh.db, super::engines::NOON).await.is_err(), "a newer database is left alone");
    })
    .await;
}

#[tokio::test]
async fn a_migration_that_was_changed_after_it_ran_is_refused() {
    each_engine(|fresh| async move {
        let changed: Result<u64, StoreError> =
            fresh.db.write(|tx| tx.run(Sql::same("UPDATE migration SET checksum = 1 WHERE number = 1"), &[])).await;
        changed.expect("planted");
        assert!(crate::migrate::state(&fresh.db).await.is_err(), "{}", fresh.engine);
    })
    .await;
}

/// Of 2.4 million homes a migration takes minutes; every other statement is stopped after seconds.
#[tokio::test]
async fn a_migration_may_take_its_time() {
    each_engine(|fresh| async move {
        let limits: Result<(String, String), StoreError> = fresh
            .db
            .write(|tx| {
                let limit = Sql::pair("SELECT '0'", "SELECT current_setting('statement_timeout')");
                let (before,): (String,) = tx.one(limit, &[])?;
                tx.script(Sql::same("SELECT 1"))?;
                let (after,): (String,) = tx.one(limit, &[])?;
                Ok((before, after))
            })
            .await;
        let (before, after) = limits.expect("the limits");
        assert_eq!((before == "0", after.as_str()), (fresh.engine == "sqlite", "0"), "{}", fresh.engine);
    })
    .await;
}
