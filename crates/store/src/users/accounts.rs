//! Second accounts of a home (a partner, a housemate): when one came, told to those who live there, and ended alone.

use domain::access::{EditHomes, ProjectPlace, Scope};
use domain::id::{DwellingId, IdentityId, OccupancyId, TenantChangeId};
use domain::time::{Day, Time};

use crate::error::StoreError;
use crate::identity;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, DayText, Record};
use crate::{args, data_request, own_address, sql};

/// Another account of the own home, as its residents are told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Its username.
    pub username: String,
    /// The day from which somebody lives behind it.
    pub since: Day,
    /// It came while those who are told lived there already.
    pub added: bool,
    /// When it was made.
    pub at: Time,
}

impl Record for Beside {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { username: c.next()?, since: c.next::<DayText>()?.day()?, added: c.next()?, at: c.next()? })
    }
}

const BESIDE: Sql = sql!(
    "SELECT b.username, o.starts_on, o.created_at > m.created_at, o.created_at FROM occupancy m CROSS JOIN account a \
     CROSS JOIN account b CROSS JOIN occupancy o CROSS JOIN identity i \
     WHERE m.identity_id = $1 AND a.id = m.account_id AND b.dwelling_id = a.dwelling_id AND b.id <> a.id \
     AND o.account_id = b.id AND o.starts_at <= $2 AND i.id = o.identity_id \
     AND (i.access_ends_at IS NULL OR i.access_ends_at > $2) ORDER BY o.starts_at, o.id LIMIT 50"
);
// At a death nobody is told (PRODUCT 3.7).
const LEAVES_ON: Sql = sql!(
    "SELECT t.id, t.ends_on FROM occupancy o CROSS JOIN account a CROSS JOIN tenant_change t CROSS JOIN tenant_change_end e \
     WHERE o.identity_id = $1 AND a.id = o.account_id AND t.dwelling_id = a.dwelling_id AND t.state = 'planned' \
     AND t.kind <> 'death' AND t.ends_on IS NOT NULL AND e.change_id = t.id AND e.occupancy_id = o.id LIMIT 1"
);
const IDENTITY: Sql = sql!(
    "SELECT i.id, i.generation FROM occupancy o JOIN account a ON a.id = o.account_id \
     JOIN identity i ON i.id = o.identity_id WHERE o.organisation_id = $1 AND a.dwelling_id = $2 AND o.id = $3 \
     AND NOT a.main AND (i.access_ends_at IS NULL OR i.access_ends_at > $4) LIMIT 1"
);
const NO_PLAN: Sql = sql!(
    "DELETE FROM tenant_change_end WHERE occupancy_id = $2 \
     AND change_id IN (SELECT t.id FROM tenant_change t WHERE t.dwelling_id = $1 AND t.state = 'planned')"
);
const END_OCCUPANCY: Sql = sql!("UPDATE occupancy SET ends_on = $3 WHERE organisation_id = $1 AND id = $2");
const END_ACCESS: Sql = sql!("UPDATE identity SET access_ends_at = $2 WHERE id = $1");
const END_LINKS: Sql = sql!(
    "UPDATE email_link SET proof = 'ended', ended_at = $3 WHERE organisation_id = $1 AND occupancy_id = $2 \
     AND proof IN ('linked', 'confirmed')"
);

/// The other accounts of the home of an identity behind which somebody lives now; at most 50.
///
/// # Errors
/// When the database fails.
pub fn beside(tx: &mut Read<'_>, identity: IdentityId, now: Time) -> Result<Vec<Beside>, StoreError> {
    tx.many(BESIDE, args![identity, now])
}

/// The last day of the household of an identity, when the client planned one and tells it.
///
/// # Errors
/// When the database fails.
pub fn leaves_on(tx: &mut Read<'_>, identity: IdentityId) -> Result<Option<Day>, StoreError> {
    let found: Option<(TenantChangeId, DayText)> = tx.maybe(LEAVES_ON, args![identity])?;
    found.map(|(_, day)| day.day()).transpose()
}

/// Ends the household behind a second account at once, and all that hangs on it: access, address, password, second factor,
/// sessions, recognised browsers, links, mails that wait, the text of what they asked. A planned change of the home is not about it any more, so that calling
/// that off brings nothing back. False when nobody lives there, or it is the main account of the home.
///
/// # Errors
/// When the database fails.
pub fn end_account(
    tx: &mut Write<'_>,
    scope: &Scope<EditHomes, ProjectPlace>,
    (dwelling, occupancy): (DwellingId, OccupancyId),
    at: Time,
) -> Result<bool, StoreError> {
    let organisation = scope.within().organisation;
    let found: Option<(IdentityId, i64)> = tx.maybe(IDENTITY, args![organisation, dwelling, occupancy, at])?;
    let Some((identity, _)) = found else { return Ok(false) };
    tx.run(NO_PLAN, args![dwelling, occupancy])?;
    tx.run(END_OCCUPANCY, args![organisation, occupancy, DayText::from(Day::of(at))])?;
    tx.run(END_ACCESS, args![identity, at])?;
    tx.run(END_LINKS, args![organisation, occupancy, at])?;
    own_address::settle(tx, (identity, occupancy), at)?;
    data_request::forget_words(tx, occupancy)?;
    identity::end_all(tx, identity, "account-ended", at)?;
    Ok(true)
}
