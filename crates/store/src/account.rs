//! The logins of a dwelling, and what stands behind an identity.

use domain::id::{AccountId, IdentityId, OccupancyId, OrganisationId};

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::Read;
use crate::value::{Cells, Record};
use crate::{args, sql};

/// What stands behind a resident's identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    /// The occupancy.
    pub occupancy: OccupancyId,
    /// The account.
    pub account: AccountId,
    /// The client.
    pub organisation: OrganisationId,
    /// The client's name.
    pub organisation_name: String,
    /// The project's name.
    pub project_name: String,
    /// The username.
    pub username: String,
    /// Its skeleton.
    pub skeleton: String,
    /// The home's street.
    pub street: Option<String>,
    /// Its number.
    pub house_number: Option<String>,
    /// Letter and addition.
    pub addition: Option<String>,
    /// Its postcode.
    pub postcode: Option<String>,
    /// Its town.
    pub place: Option<String>,
}

impl Record for Behind {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            occupancy: c.next()?,
            account: c.next()?,
            organisation: c.next()?,
            organisation_name: c.next()?,
            project_name: c.next()?,
            username: c.next()?,
            skeleton: c.next()?,
            street: c.next()?,
            house_number: c.next()?,
            addition: c.next()?,
            postcode: c.next()?,
            place: c.next()?,
        })
    }
}

const BEHIND: Sql = sql!(
    "SELECT o.id, a.id, a.organisation_id, g.name, p.name, a.username, a.skeleton, d.street, d.house_number, d.addition, \
     d.postcode, d.place FROM occupancy o JOIN account a ON a.id = o.account_id JOIN dwelling d ON d.id = a.dwelling_id \
     JOIN project p ON p.id = d.project_id JOIN organisation g ON g.id = a.organisation_id WHERE o.identity_id = $1"
);

/// The account and home behind a resident's identity; nothing for staff.
///
/// # Errors
/// When the database fails.
pub fn behind(tx: &mut Read<'_>, identity: IdentityId) -> Result<Option<Behind>, StoreError> {
    tx.maybe(BEHIND, args![identity])
}
