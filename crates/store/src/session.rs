//! One row per device that is signed in, and the browsers that are recognised. Only hashes of what the cookies hold.

use domain::access::Actor;
use domain::id::{
    AccountId, DeviceId, DwellingId, IdentityId, OccupancyId, OrganisationId, ProjectId, SessionId, StaffId,
};
use domain::language::Language;
use domain::role::Role;
use domain::session::Level;
use domain::time::Time;

use crate::db::Db;
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Column, Record};
use crate::{args, sql};

/// A session to be started.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// Its id.
    pub id: SessionId,
    /// The hash of the cookie's value.
    pub hash: [u8; 32],
    /// Who.
    pub identity: IdentityId,
    /// The generation of the identity that was proven.
    pub generation: i64,
    /// How far the person is.
    pub level: Level,
    /// Kind of browser and of system, as coarse words.
    pub device: (String, String),
    /// When it ends whatever happens.
    pub ends_at: Time,
}

/// Who is signed in, read inside the transaction that needs to know: a revoked session is nobody at once.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The session.
    pub session: SessionId,
    /// The identity.
    pub identity: IdentityId,
    /// Its current generation.
    pub generation: i64,
    /// How far the person is.
    pub level: Level,
    /// When the session began.
    pub since: Time,
    /// When it was last used, to within a few minutes.
    pub seen_at: Time,
    /// The language of the account, when one was chosen.
    pub language: Option<Language>,
    /// What may be done; `None` for a level that may only finish signing in.
    pub actor: Actor,
    /// The name or address the person knows themselves by: the username or the own email address.
    pub name: String,
    /// The client the person belongs to, by name.
    pub organisation_name: Option<String>,
    /// A resident's home.
    pub dwelling: Option<DwellingId>,
    /// A resident without a linked address: told so on each page (PRODUCT 3.1).
    pub address_missing: bool,
}

struct Row {
    signed_in: SignedIn,
    kind: String,
}

struct StaffPart {
    id: Option<StaffId>,
    role: Option<Role>,
    email: Option<String>,
    state: Option<String>,
    organisation: Option<OrganisationId>,
}

struct ResidentPart {
    occupancy: Option<OccupancyId>,
    account: Option<AccountId>,
    organisation: Option<OrganisationId>,
    username: Option<String>,
    dwelling: Option<DwellingId>,
}

fn gone() -> StoreError {
    StoreError::internal("an identity belongs to nobody")
}

impl Record for Row {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (session, identity, generation, level) = (c.next()?, c.next()?, c.next()?, c.next()?);
        let (since, seen_at, language, kind): (_, _, _, String) = (c.next()?, c.next()?, c.next()?, c.next()?);
        let staff =
            StaffPart { id: c.next()?, role: c.next()?, email: c.next()?, state: c.next()?, organisation: c.next()? };
        let resident = ResidentPart {
            occupancy: c.next()?,
            account: c.next()?,
            organisation: c.next()?,
            username: c.next()?,
            dwelling: c.next()?,
        };
        let (of_staff, of_resident): (Option<String>, Option<String>) = (c.next()?, c.next()?);
        let has_address: bool = c.next()?;
        let (actor, name, dwelling) = if kind == "staff" {
            let actor = Actor::Staff {
                staff: staff.id.ok_or_else(gone)?,
                identity,
                role: staff.role.ok_or_else(gone)?,
                organisation: staff.organisation,
                projects: Vec::new(),
            };
            (actor, staff.email.ok_or_else(gone)?, None)
        } else {
            let actor = Actor::Resident {
                identity,
                occupancy: resident.occupancy.ok_or_else(gone)?,
                account: resident.account.ok_or_else(gone)?,
                organisation: resident.organisation.ok_or_else(gone)?,
            };
            (actor, resident.username.ok_or_else(gone)?, resident.dwelling)
        };
        let ended = kind == "staff" && staff.state.as_deref() == Some("ended");
        let organisation_name = of_staff.or(of_resident);
        let signed_in = SignedIn {
            session,
            identity,
            generation,
            level,
            since,
            seen_at,
            language,
            actor,
            name,
            organisation_name,
            dwelling,
            address_missing: dwelling.is_some() && !has_address,
        };
        Ok(Self { signed_in, kind: if ended { "ended".to_owned() } else { kind } })
    }
}

const START: Sql = sql!(
    "INSERT INTO session (id, hash, identity_id, generation, level, browser, system, created_at, seen_at, ends_at, ended_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, NULL)"
);
const WHO: Sql = sql!(
    "SELECT s.id, s.identity_id, s.generation, s.level, s.created_at, s.seen_at, i.language, i.kind, \
     f.id, f.role, f.email, f.state, f.organisation_id, \
     o.id, o.account_id, o.organisation_id, a.username, a.dwelling_id, fo.name, oo.name, \
     EXISTS (SELECT 1 FROM email_link l WHERE l.occupancy_id = o.id AND l.proof IN ('linked', 'confirmed')) \
     FROM session s JOIN identity i ON i.id = s.identity_id \
     LEFT JOIN staff f ON f.identity_id = i.id \
     LEFT JOIN organisation fo ON fo.id = f.organisation_id \
     LEFT JOIN occupancy o ON o.identity_id = i.id \
     LEFT JOIN account a ON a.id = o.account_id \
     LEFT JOIN organisation oo ON oo.id = o.organisation_id \
     WHERE s.hash = $1 AND s.ended_at IS NULL AND s.ends_at > $2 AND s.generation = i.generation \
     AND (o.id IS NULL OR o.starts_at <= $2) AND (i.access_ends_at IS NULL OR i.access_ends_at > $2) \
     AND fo.frozen_at IS NULL"
);
const PROJECTS: Sql = sql!("SELECT project_id FROM staff_project WHERE staff_id = $1 ORDER BY project_id");
const TOUCH: Sql = sql!("UPDATE session SET seen_at = $2 WHERE id = $1 AND seen_at < $2 RETURNING seen_at");
const END: Sql = sql!("UPDATE session SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL");
const END_ALL: Sql = sql!("UPDATE session SET ended_at = $2 WHERE identity_id = $1 AND ended_at IS NULL");
const OF_OWNER: Sql = sql!(
    "SELECT id, browser, system, created_at, seen_at FROM session WHERE identity_id = $1 AND generation = $2 \
     AND level = 'full' AND ended_at IS NULL AND ends_at > $3 ORDER BY seen_at DESC, id DESC LIMIT 50"
);
const END_OWN: Sql = sql!("UPDATE session SET ended_at = $3 WHERE identity_id = $1 AND id = $2 AND ended_at IS NULL");
const END_OTHERS: Sql =
    sql!("UPDATE session SET ended_at = $3 WHERE identity_id = $1 AND id <> $2 AND ended_at IS NULL");
const DEVICE_ADD: Sql =
    sql!("INSERT INTO device (id, hash, identity_id, generation, created_at, seen_at) VALUES ($1, $2, $3, $4, $5, $5)");
const DEVICE_FIND: Sql = sql!(
    "SELECT d.identity_id FROM device d JOIN identity i ON i.id = d.identity_id \
     WHERE d.hash = $1 AND d.generation = i.generation AND d.seen_at > $2 \
     AND (i.access_ends_at IS NULL OR i.access_ends_at > $3)"
);
const DEVICE_SEEN: Sql = sql!("UPDATE device SET seen_at = $2 WHERE hash = $1");
const DEVICE_TRIM: Sql = sql!(
    "DELETE FROM device WHERE identity_id = $1 AND id NOT IN \
     (SELECT id FROM device WHERE identity_id = $1 ORDER BY seen_at DESC, id DESC LIMIT 20)"
);
const DEVICE_FORGET: Sql = sql!("DELETE FROM device WHERE identity_id = $1");
const DEVICE_FORGET_OTHERS: Sql = sql!("DELETE FROM device WHERE identity_id = $1 AND hash <> $2");

/// Starts a session.
///
/// # Errors
/// When the database fails.
pub fn start(tx: &mut Write<'_>, new: &NewSession, at: Time) -> Result<(), StoreError> {
    tx.run(
        START,
        args![new.id, new.hash, new.identity, new.generation, new.level, new.device.0, new.device.1, at, new.ends_at],
    )
    .map(drop)
}

/// Who holds the cookie of this hash: nobody when the session or the access ended, another generation came (law 6), or it is
/// somebody of a client that is frozen.
/// Idle time is judged by the caller, from `seen_at`.
///
/// # Errors
/// When the database fails.
pub fn who(tx: &mut Read<'_>, hash: &[u8; 32], now: Time) -> Result<Option<SignedIn>, StoreError> {
    let Some(row) = tx.maybe::<Row>(WHO, args![*hash, now])? else { return Ok(None) };
    if row.kind == "ended" {
        return Ok(None);
    }
    let mut signed_in = row.signed_in;
    if let Actor::Staff { staff, role: Role::ProjectLead, projects, .. } = &mut signed_in.actor {
        let found: Vec<(ProjectId,)> = tx.many(PROJECTS, args![*staff])?;
        *projects = found.into_iter().map(|(id,)| id).collect();
    }
    Ok(Some(signed_in))
}

/// Remembers that the session was used; a statement of its own, so that pages stay reads.
///
/// # Errors
/// When the database fails.
pub async fn touch(db: &Db, session: SessionId, at: Time) -> Result<(), StoreError> {
    db.single::<(Time,)>(TOUCH, vec![session.arg().into(), at.arg().into()]).await.map(drop)
}

/// Ends one session.
///
/// # Errors
/// When the database fails.
pub fn end(tx: &mut Write<'_>, session: SessionId, at: Time) -> Result<(), StoreError> {
    tx.run(END, args![session, at]).map(drop)
}

/// Ends every session of an identity and forgets its recognised browsers.
///
/// # Errors
/// When the database fails.
pub fn end_all(tx: &mut Write<'_>, identity: IdentityId, at: Time) -> Result<(), StoreError> {
    tx.run(END_ALL, args![identity, at])?;
    tx.run(DEVICE_FORGET, args![identity]).map(drop)
}

/// A device that is signed in, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfOwner {
    /// The session.
    pub id: SessionId,
    /// Kind of browser and of system, as coarse words.
    pub device: (String, String),
    /// When it began.
    pub since: Time,
    /// When it was last used, to within a few minutes.
    pub seen_at: Time,
}

impl Record for OfOwner {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { id: c.next()?, device: (c.next()?, c.next()?), since: c.next()?, seen_at: c.next()? })
    }
}

/// The sessions of an identity that are alive, the ones used last first; at most 50. Idle time is judged by the caller.
///
/// # Errors
/// When the database fails.
pub fn of_owner(
    tx: &mut Read<'_>,
    (identity, generation): (IdentityId, i64),
    now: Time,
) -> Result<Vec<OfOwner>, StoreError> {
    tx.many(OF_OWNER, args![identity, generation, now])
}

/// Ends a session of an identity; false when it has no such session that is alive.
///
/// # Errors
/// When the database fails.
pub fn end_own(tx: &mut Write<'_>, identity: IdentityId, session: SessionId, at: Time) -> Result<bool, StoreError> {
    Ok(tx.run(END_OWN, args![identity, session, at])? == 1)
}

/// Ends every session of an identity but this one, and forgets its recognised browsers but the one of this hash.
///
/// # Errors
/// When the database fails.
pub fn end_others(
    tx: &mut Write<'_>,
    identity: IdentityId,
    (session, browser): (SessionId, &[u8; 32]),
    at: Time,
) -> Result<(), StoreError> {
    tx.run(END_OTHERS, args![identity, session, at])?;
    tx.run(DEVICE_FORGET_OTHERS, args![identity, *browser]).map(drop)
}

/// Recognises this browser from now on; an identity has twenty at most, the ones used last.
///
/// # Errors
/// When the database fails.
pub fn recognise(
    tx: &mut Write<'_>,
    id: DeviceId,
    hash: &[u8; 32],
    (identity, generation): (IdentityId, i64),
    at: Time,
) -> Result<(), StoreError> {
    tx.run(DEVICE_ADD, args![id, *hash, identity, generation, at])?;
    tx.run(DEVICE_TRIM, args![identity]).map(drop)
}

/// A recognised browser signed in again.
///
/// # Errors
/// When the database fails.
pub fn recognised_again(tx: &mut Write<'_>, hash: &[u8; 32], at: Time) -> Result<(), StoreError> {
    tx.run(DEVICE_SEEN, args![*hash, at]).map(drop)
}

/// Whose browser this is, if it was recognised under the current generation, was used since, and they have access.
///
/// # Errors
/// When the database fails.
pub fn recognised(
    tx: &mut Read<'_>,
    hash: &[u8; 32],
    since: Time,
    now: Time,
) -> Result<Option<IdentityId>, StoreError> {
    let found: Option<(IdentityId,)> = tx.maybe(DEVICE_FIND, args![*hash, since, now])?;
    Ok(found.map(|(identity,)| identity))
}
