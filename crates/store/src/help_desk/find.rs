//! An account by its username, or by the whole of an address that is in force.

use domain::access::{Anywhere, HelpOne, ProjectPlace, Scope};
use domain::id::{AccountId, DwellingId, EmailLinkId, OrganisationId};
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::Read;
use crate::value::{Cells, Record};
use crate::{args, sql};

/// An account that was found, by its username alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its id.
    pub account: AccountId,
    /// Its username.
    pub username: String,
    /// The client, in whose log it stands that it was found.
    pub organisation: OrganisationId,
    /// The address by which it was found.
    pub link: Option<EmailLinkId>,
}

impl Record for Named {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { account: c.next()?, username: c.next()?, organisation: c.next()?, link: c.next()? })
    }
}

/// Where an account belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// Its client and project.
    pub place: ProjectPlace,
    /// Its home.
    pub dwelling: DwellingId,
}

impl Record for At {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { place: ProjectPlace { organisation: c.next()?, project: c.next()? }, dwelling: c.next()? })
    }
}

const BY_USERNAME: Sql =
    sql!("SELECT a.id, a.username, a.organisation_id FROM account a WHERE a.skeleton = $1 ORDER BY a.id LIMIT 1");
const BY_ADDRESS: Sql = sql!(
    "SELECT a.id, a.username, a.organisation_id, l.id FROM email_link l JOIN occupancy o ON o.id = l.occupancy_id \
     JOIN identity i ON i.id = o.identity_id JOIN account a ON a.id = o.account_id \
     WHERE l.search_key = $1 AND l.proof IN ('linked', 'confirmed') AND o.starts_at <= $2 \
     AND (i.access_ends_at IS NULL OR i.access_ends_at > $2) ORDER BY a.username, a.id LIMIT 50"
);
const SEARCH_KEY: Sql =
    sql!("SELECT l.search_key FROM email_link l WHERE l.id = $1 AND l.proof IN ('linked', 'confirmed')");
const PLACE: Sql = sql!(
    "SELECT d.organisation_id, d.project_id, d.id FROM account a JOIN dwelling d ON d.id = a.dwelling_id WHERE a.id = $1"
);

/// The account whose username has exactly this skeleton, whoever lives there.
///
/// # Errors
/// When the database fails.
pub fn by_username(
    tx: &mut Read<'_>,
    _: &Scope<HelpOne, Anywhere>,
    skeleton: &str,
) -> Result<Option<Named>, StoreError> {
    let found: Option<(AccountId, String, OrganisationId)> = tx.maybe(BY_USERNAME, args![skeleton])?;
    Ok(found.map(|(account, username, organisation)| Named { account, username, organisation, link: None }))
}

/// The accounts of those who have access now and whose address in force compares equal; at most 50.
///
/// # Errors
/// When the database fails.
pub fn by_address(
    tx: &mut Read<'_>,
    _: &Scope<HelpOne, Anywhere>,
    search_key: &str,
    now: Time,
) -> Result<Vec<Named>, StoreError> {
    tx.many(BY_ADDRESS, args![search_key, now])
}

/// What an address in force is compared by.
///
/// # Errors
/// When the database fails.
pub fn search_key(
    tx: &mut Read<'_>,
    _: &Scope<HelpOne, Anywhere>,
    link: EmailLinkId,
) -> Result<Option<String>, StoreError> {
    Ok(tx.maybe::<(String,)>(SEARCH_KEY, args![link])?.map(|(key,)| key))
}

/// Where an account belongs; whoever asks makes a scope of the place before showing any of it.
///
/// # Errors
/// When the database fails.
pub fn place_of(tx: &mut Read<'_>, account: AccountId) -> Result<Option<At>, StoreError> {
    tx.maybe(PLACE, args![account])
}
