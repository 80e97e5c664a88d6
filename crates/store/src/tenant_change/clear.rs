//! What hung on a household that left is cleared away. Nothing of it opens anything any more by then: its access is over by
//! the clock. This makes that lasting, and leaves nothing lying about (law 6).

use domain::access::{ChangeTenants, ProjectPlace, Scope};
use domain::id::{AccountId, IdentityId, OccupancyId, TenantChangeId};
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, data_request, identity, own_address, progress, sql};

/// A household that leaves with a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cleared {
    /// The occupancy.
    pub occupancy: OccupancyId,
    /// What signed in for it.
    pub identity: IdentityId,
    /// The account it was behind.
    pub account: AccountId,
}

impl Record for Cleared {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { occupancy: c.next()?, identity: c.next()?, account: c.next()? })
    }
}

const ENDED: Sql = sql!(
    "SELECT o.id, o.identity_id, o.account_id FROM tenant_change_end e JOIN occupancy o ON o.id = e.occupancy_id \
     WHERE o.organisation_id = $1 AND e.change_id = $2 ORDER BY o.id"
);
const END_LINKS: Sql = sql!(
    "UPDATE email_link SET proof = 'ended', ended_at = $3 WHERE organisation_id = $1 AND occupancy_id = $2 \
     AND proof IN ('linked', 'confirmed')"
);

/// Who leaves with a change.
///
/// # Errors
/// When the database fails.
pub fn ended(
    tx: &mut Read<'_>,
    scope: &Scope<ChangeTenants, ProjectPlace>,
    change: TenantChangeId,
) -> Result<Vec<Cleared>, StoreError> {
    tx.many(ENDED, args![scope.within().organisation, change])
}

/// Ends all that hung on them: address, password, second factor, sessions, recognised browsers, links in mails, mails that
/// wait, the text of what they asked; and raises the generation, so that whatever is written down too late is refused.
///
/// # Errors
/// When the database fails.
pub fn clear(
    tx: &mut Write<'_>,
    scope: &Scope<ChangeTenants, ProjectPlace>,
    Cleared { occupancy, identity, .. }: Cleared,
    now: Time,
) -> Result<(), StoreError> {
    tx.run(END_LINKS, args![scope.within().organisation, occupancy, now])?;
    progress::address_ended(tx, occupancy)?;
    own_address::settle(tx, (identity, occupancy), now)?;
    data_request::forget_words(tx, occupancy)?;
    identity::end_all(tx, identity, "occupancy-ended", now)
}
