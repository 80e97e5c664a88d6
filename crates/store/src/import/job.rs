//! What the background job asks: which lists wait for work, and which are to be forgotten. It acts for nobody, so these
//! take no scope; what it does to a client's things takes one again.

use domain::first_login::BatchState;
use domain::id::{BatchId, IdentityId, OrganisationId, ProjectId, StaffId};
use domain::role::Role;
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

/// A list that waits for work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// The batch.
    pub batch: BatchId,
    /// The client.
    pub organisation: OrganisationId,
    /// The project.
    pub project: ProjectId,
    /// What its usernames begin with.
    pub prefix: String,
    /// [`BatchState::Reading`] or [`BatchState::Confirmed`].
    pub state: BatchState,
    /// Who brought it, in whose name it is applied: staff, what signs in for them, and their role.
    pub by: Option<(StaffId, IdentityId, Role)>,
}

impl Record for Work {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (batch, organisation, project, prefix, state) = (c.next()?, c.next()?, c.next()?, c.next()?, c.next()?);
        let (staff, identity, role): (Option<StaffId>, Option<IdentityId>, Option<Role>) =
            (c.next()?, c.next()?, c.next()?);
        let by = staff.zip(identity).zip(role).map(|((staff, identity), role)| (staff, identity, role));
        Ok(Self { batch, organisation, project, prefix, state, by })
    }
}

const WORK: Sql = sql!(
    "SELECT b.id, b.organisation_id, b.project_id, p.prefix, b.state, s.id, s.identity_id, s.role FROM import_batch b \
     JOIN project p ON p.id = b.project_id LEFT JOIN staff s ON s.id = b.staff_id \
     WHERE b.state IN ('reading', 'confirmed') ORDER BY b.id LIMIT 100"
);
const DUE_FOR_PURGE: Sql = sql!(
    // What was not judged or applied goes whatever is held: nobody blanked its columns yet, or nobody wants it.
    "SELECT b.id, b.purge_at FROM import_batch b WHERE NOT b.purged AND b.purge_at <= $1 AND (b.state <> 'applied' \
     OR NOT EXISTS (SELECT 1 FROM retention_hold h WHERE h.ended_at IS NULL AND (h.ends_at IS NULL OR h.ends_at > $1) \
     AND ((h.dwelling_id IS NULL AND h.organisation_id = b.organisation_id) OR EXISTS (SELECT 1 FROM account a \
     CROSS JOIN import_row r WHERE a.dwelling_id = h.dwelling_id AND r.account_id = a.id AND r.batch_id = b.id)))) \
     UNION SELECT b.id, b.purge_at FROM import_part p JOIN import_batch b ON b.id = p.batch_id WHERE b.purged \
     ORDER BY purge_at, id LIMIT 20"
);
const PURGED: Sql = sql!(
    "UPDATE import_batch SET purged = TRUE, layout = NULL, \
     state = CASE WHEN state IN ('arriving', 'reading', 'unreadable', 'judged') THEN 'discarded' ELSE state END \
     WHERE id = $1 AND state <> 'confirmed'"
);

/// The lists that wait for work, oldest first, at most 100.
///
/// # Errors
/// When the database fails.
pub fn work(tx: &mut Read<'_>) -> Result<Vec<Work>, StoreError> {
    tx.many(WORK, args![])
}

/// The lists whose time is over, at most 20; also those of which a process that died left parts.
///
/// # Errors
/// When the database fails.
pub fn due_for_purge(tx: &mut Read<'_>, now: Time) -> Result<Vec<BatchId>, StoreError> {
    let found: Vec<(BatchId, Time)> = tx.many(DUE_FOR_PURGE, args![now])?;
    Ok(found.into_iter().map(|(batch, _)| batch).collect())
}

/// The list of the batch is gone. One that is being applied is left alone: false.
///
/// # Errors
/// When the database fails.
pub fn purged(tx: &mut Write<'_>, batch: BatchId) -> Result<bool, StoreError> {
    Ok(tx.run(PURGED, args![batch])? == 1)
}
