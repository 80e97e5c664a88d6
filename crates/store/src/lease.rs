//! Who of several processes does a job that only one may do at a time.

use domain::time::Time;
use uuid::Uuid;

use crate::db::Db;
use crate::error::StoreError;
use crate::sql;
use crate::sql::Sql;
use crate::value::Column;

const TAKE: Sql = sql!(
    "INSERT INTO lease (name, holder, ends_at) VALUES ($1, $2, $3) \
     ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, ends_at = excluded.ends_at \
     WHERE lease.holder = excluded.holder OR lease.ends_at <= $4 RETURNING ends_at"
);

/// Takes or keeps the lease of a name until `until`; false when another holds it.
///
/// # Errors
/// When the database fails.
pub async fn take(db: &Db, name: &str, holder: Uuid, until: Time, now: Time) -> Result<bool, StoreError> {
    let args = vec![name.arg().into(), holder.arg().into(), until.arg().into(), now.arg().into()];
    let taken: Vec<(Time,)> = db.single(TAKE, args).await?;
    Ok(!taken.is_empty())
}
