//! Brings a database to this version's schema: numbered files, forward only, each in a transaction of its own, with a
//! checksum against accidents and a lock against two processes at once.

use domain::time::Time;

use crate::db::Db;
use crate::dialect;
use crate::error::StoreError;
use crate::sql;
use crate::sql::Sql;
use crate::tx::{Read, Write};

/// One step, in the text of both engines.
struct Step {
    number: i64,
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! step {
    ($number:literal, $name:literal) => {
        Step {
            number: $number,
            name: $name,
            sqlite: include_str!(concat!("../migrations/sqlite/", $name, ".sql")),
            postgres: include_str!(concat!("../migrations/postgres/", $name, ".sql")),
        }
    };
}

const STEPS: &[Step] = &[
    step!(1, "0001_house"),
    step!(2, "0002_progress"),
    step!(3, "0003_letters"),
    step!(4, "0004_tenant_change"),
    step!(5, "0005_log"),
    step!(6, "0006_colleagues"),
    step!(7, "0007_users"),
    step!(8, "0008_proposals"),
    step!(9, "0009_mistakes"),
    step!(10, "0010_keys"),
    step!(11, "0011_texts"),
    step!(12, "0012_many"),
    step!(13, "0013_two_admins"),
    step!(14, "0014_own_address"),
    step!(15, "0015_passkeys"),
    step!(16, "0016_own_data"),
    step!(17, "0017_retention"),
    step!(18, "0018_maintenance"),
    step!(19, "0019_help_desk"),
    step!(20, "0020_inbound"),
    step!(21, "0021_bounce"),
];

/// How a database stands to this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    /// It needs `migrate`.
    Behind,
    /// It fits.
    Current,
    /// A newer program made it; this one must not touch it.
    Ahead,
}

const DONE: Sql = sql!("SELECT number, checksum FROM migration ORDER BY number");
const RECORD: Sql = sql!("INSERT INTO migration (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)");

/// Looks at the schema without changing it.
///
/// # Errors
/// When the database cannot be read, or a step was changed after it was applied.
pub async fn state(db: &Db) -> Result<Schema, StoreError> {
    db.read(|tx| {
        let exists: Option<(i64,)> = tx.maybe(dialect::MIGRATION_TABLE_EXISTS, &[])?;
        if exists.is_none() {
            return Ok(Schema::Behind);
        }
        compare(tx)
    })
    .await
}

/// Runs what is missing. `at` is written beside each step.
///
/// # Errors
/// When the database is newer than this program, a step was changed after it was applied, or a statement fails.
pub async fn run(db: &Db, at: Time) -> Result<(), StoreError> {
    db.write(move |tx| {
        tx.script(dialect::MIGRATION_LOCK)?;
        tx.script(dialect::MIGRATION_TABLE)
    })
    .await?;
    for step in STEPS {
        db.write(move |tx| {
            tx.script(dialect::MIGRATION_LOCK)?;
            match compare(tx)? {
                Schema::Ahead => Err(StoreError::internal("the database was made by a newer version of this program")),
                Schema::Current => Ok(()),
                Schema::Behind => apply(tx, step, at),
            }
        })
        .await?;
    }
    Ok(())
}

fn compare(tx: &mut Read<'_>) -> Result<Schema, StoreError> {
    let done: Vec<(i64, i64)> = tx.many(DONE, &[])?;
    for (number, sum) in &done {
        let Some(step) = STEPS.iter().find(|step| step.number == *number) else {
            return Ok(Schema::Ahead);
        };
        if *sum != checksum(step) {
            return Err(StoreError::internal(format!("migration {} was changed after it was applied", step.name)));
        }
    }
    Ok(if done.len() == STEPS.len() { Schema::Current } else { Schema::Behind })
}

fn apply(tx: &mut Write<'_>, step: &Step, at: Time) -> Result<(), StoreError> {
    let done: Vec<(i64, i64)> = tx.many(DONE, &[])?;
    if done.iter().any(|(number, _)| *number == step.number) {
        return Ok(());
    }
    tx.script(Sql::pair(step.sqlite, step.postgres))?;
    tx.run(RECORD, crate::args![step.number, step.name, checksum(step), at])?;
    Ok(())
}

/// FNV-1a over the SQLite text: against a changed file, not against an enemy.
fn checksum(step: &Step) -> i64 {
    let hash = step
        .sqlite
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    i64::from_be_bytes(hash.to_be_bytes())
}
