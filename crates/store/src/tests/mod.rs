//! The traps of the two engines, each as a test on both (see docs/decisions/0001-two-engines.md).

#[path = "../../../testkit/src/engines.rs"]
#[expect(unreachable_pub, clippy::disallowed_methods, reason = "shared with testkit, where it is public")]
mod engines;
mod keys;
mod limits;
mod log;
#[path = "../../../testkit/src/needs.rs"]
#[expect(unreachable_pub, dead_code, clippy::disallowed_methods, reason = "shared with testkit, where all is used")]
mod needs;
mod progress;
mod proposal;
mod retention;
mod schema;
mod statements;
mod transactions;
mod users;
mod values;

pub(crate) use engines::{Fresh, each_engine};

use crate::error::StoreError;
use crate::sql::Sql;

const PROBE: Sql = Sql::pair(
    "CREATE TABLE probe (id INTEGER NOT NULL PRIMARY KEY, a TEXT, b INTEGER CHECK (b IN (0, 1)), u BLOB, x BLOB, n INTEGER) STRICT",
    "CREATE TABLE probe (id BIGINT NOT NULL PRIMARY KEY, a TEXT COLLATE \"C\", b BOOLEAN, u UUID, x BYTEA, n BIGINT)",
);

pub(crate) async fn with_probe(fresh: &Fresh) {
    fresh.db.write(|tx| tx.script(PROBE)).await.expect("a table to try things on");
}

/// How many rows the probe has.
pub(crate) async fn count(fresh: &Fresh) -> i64 {
    let counted: Result<(i64,), StoreError> =
        fresh.db.read(|tx| tx.one(Sql::same("SELECT CAST(count(*) AS BIGINT) FROM probe"), &[])).await;
    counted.expect("counted").0
}
