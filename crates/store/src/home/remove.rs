//! A household in whose name nobody ever acted is removed, with its address, its progress and the letters to it.

use domain::id::{IdentityId, OccupancyId, OrganisationId};

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::Write;
use crate::{args, letter, sql};

const DROP_LINK: Sql =
    sql!("DELETE FROM email_link WHERE organisation_id = $1 AND occupancy_id = $2 AND proof = 'linked'");
const DROP_PROGRESS: Sql = sql!("DELETE FROM progress WHERE organisation_id = $1 AND occupancy_id = $2");
const DROP_OCCUPANCY: Sql = sql!("DELETE FROM occupancy WHERE organisation_id = $1 AND id = $2");
const DROP_IDENTITY: Sql = sql!("DELETE FROM identity WHERE id = $1 AND kind = 'resident'");

/// Removes it. Whoever asks knows that nobody acted: what did hangs on it, and keeps it from going.
///
/// # Errors
/// When the database fails; also when something hangs on them.
pub(crate) fn remove_household(
    tx: &mut Write<'_>,
    organisation: OrganisationId,
    (occupancy, identity): (OccupancyId, IdentityId),
) -> Result<(), StoreError> {
    letter::forget(tx, occupancy)?;
    for sql in [DROP_LINK, DROP_PROGRESS, DROP_OCCUPANCY] {
        tx.run(sql, args![organisation, occupancy])?;
    }
    tx.run(DROP_IDENTITY, args![identity]).map(drop)
}
