//! What the job did: a row per run, and how many of each class and client it erased. Counts, and no data.

use domain::access::{Anywhere, Scope, SeeRetention};
use domain::id::{OrganisationId, RetentionRunId};
use domain::retention::Class;
use domain::time::Time;
use uuid::Uuid;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

/// A run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its id.
    pub id: RetentionRunId,
    /// When it began.
    pub started_at: Time,
    /// When it was through; none when it was stopped, or still goes on.
    pub ended_at: Option<Time>,
    /// How many it erased in all.
    pub erased: u64,
}

impl Record for Run {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (id, started_at, ended_at) = (c.next()?, c.next()?, c.next()?);
        Ok(Self { id, started_at, ended_at, erased: counted(c.next()?)? })
    }
}

/// How many of a class of a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The class.
    pub class: Class,
    /// The client; none for what is the same for everybody.
    pub client: Option<OrganisationId>,
    /// How many.
    pub n: u64,
}

impl Record for Count {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (class, client): (Class, Uuid) = (c.next()?, c.next()?);
        let client = (!client.is_nil()).then(|| OrganisationId::from_uuid(client));
        Ok(Self { class, client, n: counted(c.next()?)? })
    }
}

fn counted(n: i64) -> Result<u64, StoreError> {
    u64::try_from(n).map_err(|_| StoreError::internal("a negative count"))
}

const BEGIN: Sql = sql!("INSERT INTO retention_run (id, started_at, ended_at) VALUES ($1, $2, NULL)");
const END: Sql = sql!("UPDATE retention_run SET ended_at = $2 WHERE id = $1");
const COUNT: Sql = sql!(
    "INSERT INTO retention_count (run_id, class, organisation_id, n) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (run_id, class, organisation_id) DO UPDATE SET n = retention_count.n + excluded.n"
);
const RUNS: Sql = sql!(
    "SELECT r.id, r.started_at, r.ended_at, \
     COALESCE((SELECT CAST(SUM(c.n) AS BIGINT) FROM retention_count c WHERE c.run_id = r.id), 0) \
     FROM retention_run r ORDER BY r.id DESC LIMIT 31"
);
const COUNTS: Sql = sql!(
    "SELECT class, organisation_id, n FROM retention_count WHERE run_id = $1 ORDER BY class, organisation_id LIMIT 10000"
);
const LAST_END: Sql = sql!("SELECT started_at FROM retention_run WHERE ended_at IS NOT NULL ORDER BY id DESC LIMIT 1");

/// A run begins.
///
/// # Errors
/// When the database fails.
pub fn begin(tx: &mut Write<'_>, run: RetentionRunId, at: Time) -> Result<(), StoreError> {
    tx.run(BEGIN, args![run, at]).map(drop)
}

/// It erased so many more, in the transaction that erases them.
///
/// # Errors
/// When the database fails.
pub fn count(tx: &mut Write<'_>, run: RetentionRunId, it: Count) -> Result<(), StoreError> {
    if it.n == 0 {
        return Ok(());
    }
    let n = i64::try_from(it.n).map_err(|_| StoreError::internal("more than can be counted"))?;
    tx.run(COUNT, args![run, it.class, it.client.map_or(Uuid::nil(), |id| id.uuid()), n]).map(drop)
}

/// It is through.
///
/// # Errors
/// When the database fails.
pub fn end(tx: &mut Write<'_>, run: RetentionRunId, at: Time) -> Result<(), StoreError> {
    tx.run(END, args![run, at]).map(drop)
}

/// The newest runs, 31 at most.
///
/// # Errors
/// When the database fails.
pub fn runs(tx: &mut Read<'_>, _: &Scope<SeeRetention, Anywhere>) -> Result<Vec<Run>, StoreError> {
    tx.many(RUNS, &[])
}

/// What a run erased.
///
/// # Errors
/// When the database fails.
pub fn counts(
    tx: &mut Read<'_>,
    _: &Scope<SeeRetention, Anywhere>,
    run: RetentionRunId,
) -> Result<Vec<Count>, StoreError> {
    tx.many(COUNTS, args![run])
}

/// When the last run began that was not stopped.
///
/// # Errors
/// When the database fails.
pub fn last_end(tx: &mut Read<'_>) -> Result<Option<Time>, StoreError> {
    let found: Option<(Time,)> = tx.maybe(LAST_END, &[])?;
    Ok(found.map(|(at,)| at))
}
