//! A change was a mistake: those who left live there again, as the same identities with the same subjects, and with the
//! address that ended with the change. What else hung on them stays ended.

use domain::access::{ChangeTenants, ProjectPlace, Scope};
use domain::id::{AccountId, DwellingId, EmailLinkId, OccupancyId, TenantChangeId};
use domain::tenant_change::Kind;
use domain::time::Time;

use super::Change;
use super::bounds::give_back;
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, progress, sql};

/// A household that left with a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Its occupancy.
    pub occupancy: OccupancyId,
    /// The account it was behind.
    pub account: AccountId,
    /// It is the main account of the home.
    pub main: bool,
    /// Its username.
    pub username: String,
    /// The address that ended with the change.
    pub address: Option<String>,
}

impl Record for Left {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { occupancy: c.next()?, account: c.next()?, main: c.next()?, username: c.next()?, address: c.next()? })
    }
}

const LAST: Sql = sql!(
    "SELECT id, kind FROM tenant_change WHERE organisation_id = $1 AND dwelling_id = $2 AND state = 'done' \
     ORDER BY done_at DESC, id DESC LIMIT 1"
);
const LEFT: Sql = sql!(
    "SELECT o.id, a.id, a.main, a.username, (SELECT max(l.address) FROM email_link l WHERE l.occupancy_id = o.id \
     AND l.proof = 'ended' AND l.ended_at = $3) \
     FROM tenant_change_end e JOIN occupancy o ON o.id = e.occupancy_id JOIN account a ON a.id = o.account_id \
     WHERE o.organisation_id = $1 AND e.change_id = $2 ORDER BY a.main DESC, a.username, o.id"
);
const ENDED_LINK: Sql = sql!(
    "SELECT id, delivery FROM email_link WHERE organisation_id = $1 AND occupancy_id = $2 AND proof = 'ended' \
     AND ended_at = $3 ORDER BY id DESC LIMIT 1"
);
const LINK_BACK: Sql = sql!(
    "UPDATE email_link SET proof = CASE WHEN confirmed_at IS NULL THEN 'linked' ELSE 'confirmed' END, ended_at = NULL \
     WHERE id = $1 AND proof = 'ended'"
);

/// The change of a home that happened last, and what it was.
///
/// # Errors
/// When the database fails.
pub fn last_done(
    tx: &mut Read<'_>,
    scope: &Scope<ChangeTenants, ProjectPlace>,
    dwelling: DwellingId,
) -> Result<Option<(TenantChangeId, Kind)>, StoreError> {
    tx.maybe(LAST, args![scope.within().organisation, dwelling])
}

/// Who left with a change that happened, behind the main account first.
///
/// # Errors
/// When the database fails.
pub fn left(
    tx: &mut Read<'_>,
    scope: &Scope<ChangeTenants, ProjectPlace>,
    change: &Change,
) -> Result<Vec<Left>, StoreError> {
    tx.many(LEFT, args![scope.within().organisation, change.id, change.done_at])
}

/// Those who left with a change have access again, and the address that ended with it; nothing else comes back.
///
/// # Errors
/// When the database fails.
pub fn bring_back(
    tx: &mut Write<'_>,
    scope: &Scope<ChangeTenants, ProjectPlace>,
    (change, households): (&Change, &[Left]),
    now: Time,
) -> Result<(), StoreError> {
    give_back(tx, scope, change.id)?;
    let organisation = scope.within().organisation;
    for household in households {
        let found: Option<(EmailLinkId, String)> =
            tx.maybe(ENDED_LINK, args![organisation, household.occupancy, change.done_at])?;
        let Some((link, delivery)) = found else { continue };
        tx.run(LINK_BACK, args![link])?;
        progress::address_linked(tx, &[household.occupancy], now)?;
        if delivery == "hard" {
            progress::delivery_changed(tx, link, true)?;
        }
    }
    Ok(())
}
