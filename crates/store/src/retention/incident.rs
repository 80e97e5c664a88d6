//! Whose data an incident touches: counts of what is kept about a client or a project, and the homes themselves for that client.

use domain::access::{Anywhere, ListIncident, Scope, TellIncident};
use domain::id::{DwellingId, OrganisationId, ProjectId};
use domain::time::Time;

use crate::error::StoreError;
use crate::home::written;
use crate::sql;
use crate::sql::Sql;
use crate::tx::Read;
use crate::value::{Arg, Cells, Column, Record};

/// What is asked about.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The client.
    pub client: OrganisationId,
    /// One project of it; none for all of them.
    pub project: Option<ProjectId>,
    /// From this moment.
    pub from: Time,
    /// Up to this one.
    pub until: Time,
}

/// What is kept that was there in that time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Homes.
    pub homes: u64,
    /// Accounts, so as many usernames.
    pub accounts: u64,
    /// Households that lived there then.
    pub residents: u64,
    /// Households that had left before, and are not erased yet.
    pub former: u64,
    /// E-mail addresses, also those that were ended and are not erased yet.
    pub addresses: u64,
    /// Households with a password, of which a keyed hash is kept.
    pub passwords: u64,
    /// Passkeys, of which the public half is kept.
    pub passkeys: u64,
}

impl Record for Touched {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let mut next = || -> Result<u64, StoreError> {
            u64::try_from(c.next::<i64>()?).map_err(|_| StoreError::internal("a negative count"))
        };
        Ok(Self {
            homes: next()?,
            accounts: next()?,
            residents: next()?,
            former: next()?,
            addresses: next()?,
            passwords: next()?,
            passkeys: next()?,
        })
    }
}

/// A home that is touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// Its id.
    pub dwelling: DwellingId,
    /// The username of an account.
    pub username: String,
    /// How many e-mail addresses are kept.
    pub addresses: u32,
    /// As the client wrote it.
    pub home: domain::home::Home,
}

impl Record for Home {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { dwelling: c.next()?, username: c.next()?, addresses: c.next()?, home: written(c)? })
    }
}

/// What hangs on each household, counted: `$2` from, `$3` up to.
macro_rules! touched {
    () => {
        "SELECT CAST(COUNT(DISTINCT d.id) AS BIGINT), CAST(COUNT(DISTINCT a.id) AS BIGINT), \
         CAST(COUNT(CASE WHEN o.starts_at < $3 AND (i.access_ends_at IS NULL OR i.access_ends_at > $2) THEN 1 END) AS BIGINT), \
         CAST(COUNT(CASE WHEN i.access_ends_at <= $2 THEN 1 END) AS BIGINT), \
         CAST(COALESCE(SUM(CASE WHEN o.starts_at < $3 THEN (SELECT COUNT(*) FROM email_link l WHERE l.occupancy_id = o.id \
         AND l.created_at < $3) END), 0) AS BIGINT), \
         CAST(COALESCE(SUM(CASE WHEN o.starts_at < $3 THEN (SELECT COUNT(*) FROM password w WHERE w.identity_id = i.id) END), 0) AS BIGINT), \
         CAST(COALESCE(SUM(CASE WHEN o.starts_at < $3 THEN (SELECT COUNT(*) FROM passkey k WHERE k.identity_id = i.id \
         AND k.created_at < $3) END), 0) AS BIGINT) \
         FROM project p CROSS JOIN dwelling d CROSS JOIN account a LEFT JOIN occupancy o ON o.account_id = a.id \
         LEFT JOIN identity i ON i.id = o.identity_id WHERE d.project_id = p.id AND a.dwelling_id = d.id AND d.created_at < $3 AND "
    };
}

/// The homes with their accounts, in the order of their ids: `$2` up to, `$3` behind this home.
macro_rules! touched_homes {
    () => {
        "SELECT d.id, a.username, (SELECT CAST(COUNT(*) AS BIGINT) FROM account b JOIN occupancy o ON o.account_id = b.id \
         JOIN email_link l ON l.occupancy_id = o.id WHERE b.dwelling_id = d.id AND l.created_at < $2), \
         d.client_number, d.street, d.house_number, d.addition, d.postcode, d.place, d.build_number \
         FROM project p CROSS JOIN dwelling d CROSS JOIN account a WHERE d.project_id = p.id AND a.dwelling_id = d.id \
         AND d.created_at < $2 AND a.main AND d.id > $3 AND "
    };
}

const OF_CLIENT: Sql = sql!(touched! "p.organisation_id = $1");
const OF_PROJECT: Sql = sql!(touched! "p.organisation_id = $1 AND p.id = $4");
const HOMES_OF_CLIENT: Sql = sql!(touched_homes! "p.organisation_id = $1 ORDER BY d.id LIMIT 1000");
const HOMES_OF_PROJECT: Sql = sql!(touched_homes! "p.organisation_id = $1 AND p.id = $4 ORDER BY d.id LIMIT 1000");

/// How much is touched.
///
/// # Errors
/// When the database fails.
pub fn touched(tx: &mut Read<'_>, _: &Scope<TellIncident, Anywhere>, it: &Asked) -> Result<Touched, StoreError> {
    let mut args: Vec<Arg<'_>> = vec![it.client.arg(), it.from.arg(), it.until.arg()];
    args.extend(it.project.as_ref().map(Column::arg));
    tx.one(if it.project.is_some() { OF_PROJECT } else { OF_CLIENT }, &args)
}

/// The homes behind one that are touched, 1,000 at most.
///
/// # Errors
/// When the database fails.
pub fn homes(
    tx: &mut Read<'_>,
    _: &Scope<ListIncident, OrganisationId>,
    it: &Asked,
    after: DwellingId,
) -> Result<Vec<Home>, StoreError> {
    let mut args: Vec<Arg<'_>> = vec![it.client.arg(), it.until.arg(), after.arg()];
    args.extend(it.project.as_ref().map(Column::arg));
    tx.many(if it.project.is_some() { HOMES_OF_PROJECT } else { HOMES_OF_CLIENT }, &args)
}
