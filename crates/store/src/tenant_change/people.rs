//! Who lives in a home behind each of its accounts, or will, and what hangs on them.

use domain::access::{ChangeTenants, ProjectPlace, Scope};
use domain::first_login::Proof;
use domain::id::{AccountId, DwellingId, EmailLinkId, IdentityId, OccupancyId};
use domain::time::{Day, Time};

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::Read;
use crate::value::{Cells, DayText, Record};
use crate::{args, sql};

/// A household behind an account whose access is not over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Living {
    /// The account.
    pub account: AccountId,
    /// It is the main account of the home.
    pub main: bool,
    /// Its username.
    pub username: String,
    /// The occupancy.
    pub occupancy: OccupancyId,
    /// What signs in for it.
    pub identity: IdentityId,
    /// Their first day.
    pub starts_on: Day,
    /// The moment from which they have access; it may be still to come.
    pub starts_at: Time,
    /// A password is set.
    pub password: bool,
    /// The address in force, and who vouches for it.
    pub address: Option<(String, Proof)>,
    /// The link of that address.
    pub link: Option<EmailLinkId>,
    /// How many passkeys they have.
    pub passkeys: u32,
    /// How many devices are signed in.
    pub sessions: u32,
    /// How many mails wait to be sent to them.
    pub mails: u32,
    /// How many links that were mailed to them can be used.
    pub links: u32,
}

impl Record for Living {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (account, main, username, occupancy, identity) = (c.next()?, c.next()?, c.next()?, c.next()?, c.next()?);
        let (starts_on, starts_at, password) = (c.next::<DayText>()?.day()?, c.next()?, c.next()?);
        let (address, proof): (Option<String>, Option<Proof>) = (c.next()?, c.next()?);
        let link = c.next()?;
        let (passkeys, sessions, mails, links) = (c.next()?, c.next()?, c.next()?, c.next()?);
        Ok(Self {
            account,
            main,
            username,
            occupancy,
            identity,
            starts_on,
            starts_at,
            password,
            address: address.zip(proof),
            link,
            passkeys,
            sessions,
            mails,
            links,
        })
    }
}

const LIVING: Sql = sql!(
    "SELECT a.id, a.main, a.username, o.id, i.id, o.starts_on, o.starts_at, \
     EXISTS (SELECT 1 FROM password p WHERE p.identity_id = i.id AND p.generation = i.generation), l.address, l.proof, l.id, \
     (SELECT CAST(count(*) AS BIGINT) FROM passkey k WHERE k.identity_id = i.id AND k.generation = i.generation), \
     (SELECT CAST(count(*) AS BIGINT) FROM session s WHERE s.identity_id = i.id AND s.ended_at IS NULL AND s.ends_at > $3 \
       AND s.generation = i.generation), \
     (SELECT CAST(count(*) AS BIGINT) FROM mail m WHERE m.identity_id = i.id AND m.state = 'waiting' \
       AND m.kind <> 'household_leaves'), \
     (SELECT CAST(count(*) AS BIGINT) FROM token t WHERE t.identity_id = i.id AND t.used_at IS NULL AND t.ended_at IS NULL \
       AND t.expires_at > $3 AND t.generation = i.generation AND t.purpose <> 'still-here') \
     FROM account a JOIN occupancy o ON o.account_id = a.id JOIN identity i ON i.id = o.identity_id \
     LEFT JOIN email_link l ON l.occupancy_id = o.id AND l.proof IN ('linked', 'confirmed') \
     WHERE a.organisation_id = $1 AND a.dwelling_id = $2 AND (i.access_ends_at IS NULL OR i.access_ends_at > $3) \
     ORDER BY a.username, o.starts_at, o.id"
);

/// Who lives behind each account of a home, or will; by username.
///
/// # Errors
/// When the database fails.
pub fn living(
    tx: &mut Read<'_>,
    scope: &Scope<ChangeTenants, ProjectPlace>,
    dwelling: DwellingId,
    now: Time,
) -> Result<Vec<Living>, StoreError> {
    tx.many(LIVING, args![scope.within().organisation, dwelling, now])
}
