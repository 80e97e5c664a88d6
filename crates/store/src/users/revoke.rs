//! All that gives access to an account now: counted, and ended in one act. The address stays, so that the resident gets in
//! again by the page "wachtwoord vergeten".

use domain::access::{ProjectPlace, RevokeAccess, Scope};
use domain::id::{IdentityId, OccupancyId};
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::Arg;
use crate::{args, sql};

/// What gives access now, as counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Access {
    /// A password is set.
    pub password: bool,
    /// Passkeys.
    pub passkeys: u64,
    /// Devices that are signed in.
    pub sessions: u64,
    /// Browsers that are recognised.
    pub devices: u64,
    /// Links in mails that can be used.
    pub links: u64,
    /// Mails to the resident that wait to be sent.
    pub mails: u64,
}

impl Access {
    /// Nothing gives access.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

const IDENTITY: Sql = sql!(
    "SELECT i.id, i.generation FROM occupancy o JOIN identity i ON i.id = o.identity_id \
     WHERE o.organisation_id = $1 AND o.id = $2 AND (i.access_ends_at IS NULL OR i.access_ends_at > $3) LIMIT 1"
);
const PASSWORDS: Sql = sql!("SELECT CAST(count(*) AS BIGINT) FROM password WHERE identity_id = $1 AND generation = $2");
const PASSKEYS: Sql = sql!("SELECT CAST(count(*) AS BIGINT) FROM passkey WHERE identity_id = $1 AND generation = $2");
const SESSIONS: Sql = sql!(
    "SELECT CAST(count(*) AS BIGINT) FROM session WHERE identity_id = $1 AND generation = $2 AND ended_at IS NULL AND ends_at > $3"
);
const DEVICES: Sql = sql!("SELECT CAST(count(*) AS BIGINT) FROM device WHERE identity_id = $1 AND generation = $2");
const LINKS: Sql = sql!(
    "SELECT CAST(count(*) AS BIGINT) FROM token WHERE identity_id = $1 AND generation = $2 AND used_at IS NULL \
     AND ended_at IS NULL AND expires_at > $3 AND purpose NOT IN ('still-here', 'email-undo')"
);
const MAILS: Sql = sql!(
    "SELECT CAST(count(*) AS BIGINT) FROM mail WHERE identity_id = $1 AND state = 'waiting' \
     AND kind NOT IN ('household_leaves', 'email_replaced')"
);

/// What gives access to the household of an occupancy now; none when nobody lives there, or not of this client.
///
/// # Errors
/// When the database fails.
pub fn access<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, ProjectPlace>,
    occupancy: OccupancyId,
    now: Time,
) -> Result<Option<Access>, StoreError> {
    let Some((identity, generation)) = identity(tx, scope, occupancy, now)? else { return Ok(None) };
    let mut count = |sql: Sql, arguments: &[Arg<'_>]| -> Result<u64, StoreError> {
        let (counted,): (i64,) = tx.one(sql, arguments)?;
        u64::try_from(counted).map_err(|_| StoreError::internal("a negative count"))
    };
    Ok(Some(Access {
        password: count(PASSWORDS, args![identity, generation])? > 0,
        passkeys: count(PASSKEYS, args![identity, generation])?,
        sessions: count(SESSIONS, args![identity, generation, now])?,
        devices: count(DEVICES, args![identity, generation])?,
        links: count(LINKS, args![identity, generation, now])?,
        mails: count(MAILS, args![identity])?,
    }))
}

fn identity<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, ProjectPlace>,
    occupancy: OccupancyId,
    now: Time,
) -> Result<Option<(IdentityId, i64)>, StoreError> {
    tx.maybe(IDENTITY, args![scope.within().organisation, occupancy, now])
}

/// Ends sessions, recognised browsers, links, waiting mails and the password of a household, and raises the generation, so
/// that what slipped through is refused at its next use. False when nobody lives there.
///
/// # Errors
/// When the database fails.
pub fn revoke(
    tx: &mut Write<'_>,
    scope: &Scope<RevokeAccess, ProjectPlace>,
    occupancy: OccupancyId,
    at: Time,
) -> Result<bool, StoreError> {
    let Some((identity, _)) = identity(tx, scope, occupancy, at)? else { return Ok(false) };
    crate::identity::end_all(tx, identity, "revoked", at).map(|()| true)
}
