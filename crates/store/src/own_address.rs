//! A resident's own change of the address (PRODUCT 3.3): asked, confirmed by who owns the new one, and taken back by who owned the
//! one before. Each address that a resident put in the place of another knows which: the owner of an older one takes back all
//! that came after it, and nothing that is settled otherwise.

use domain::id::{AccountId, EmailLinkId, IdentityId, OccupancyId, OrganisationId};
use domain::language::Language;
use domain::time::Time;

use crate::email_link::{self, NewLink};
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, identity, progress, sql, token};

/// An address that waits for its owner to confirm it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The link, which is not in force.
    pub link: EmailLinkId,
    /// As it is written to.
    pub address: String,
    /// When it was asked.
    pub at: Time,
    /// The household that asked.
    pub occupancy: OccupancyId,
    /// What signs in for it.
    pub identity: IdentityId,
    /// Its generation.
    pub generation: i64,
    /// The client.
    pub organisation: OrganisationId,
    /// The account.
    pub account: AccountId,
    /// The language it chose.
    pub language: Option<Language>,
}

impl Record for Asked {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            link: c.next()?,
            address: c.next()?,
            at: c.next()?,
            occupancy: c.next()?,
            identity: c.next()?,
            generation: c.next()?,
            organisation: c.next()?,
            account: c.next()?,
            language: c.next()?,
        })
    }
}

/// The address in force, or the one that gave way just now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    /// The link.
    pub link: EmailLinkId,
    /// As it was written to.
    pub address: String,
    /// Its owner proved it.
    pub confirmed: bool,
    /// A mail server said that the mailbox does not exist.
    pub bounced: bool,
}

impl Record for InForce {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (link, address) = (c.next()?, c.next()?);
        let (proof, delivery): (String, String) = (c.next()?, c.next()?);
        Ok(Self { link, address, confirmed: proof == "confirmed", bounced: delivery == "hard" })
    }
}

/// An address whose owner proved it, and that gave way to another one since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// The link.
    pub link: EmailLinkId,
    /// As it is written to.
    pub address: String,
    /// When it gave way.
    pub at: Time,
    /// The household.
    pub occupancy: OccupancyId,
    /// What signs in for it.
    pub identity: IdentityId,
    /// Its generation.
    pub generation: i64,
    /// The client.
    pub organisation: OrganisationId,
    /// The account.
    pub account: AccountId,
    /// The language it chose.
    pub language: Option<Language>,
    /// The address in force.
    pub now: String,
}

impl Record for Replaced {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            link: c.next()?,
            address: c.next()?,
            at: c.next()?,
            occupancy: c.next()?,
            identity: c.next()?,
            generation: c.next()?,
            organisation: c.next()?,
            account: c.next()?,
            language: c.next()?,
            now: c.next()?,
        })
    }
}

const ASK: Sql = sql!(
    "INSERT INTO email_link (id, organisation_id, occupancy_id, address, search_key, proof, delivery, created_at, \
     confirmed_at, ended_at, instead_of) VALUES ($1, $2, $3, $4, $5, 'proposed', 'ok', $6, NULL, NULL, NULL)"
);
// It never was in force: it ends when it began.
const END_ASKED: Sql = sql!(
    "UPDATE email_link SET proof = 'ended', ended_at = created_at WHERE proof = 'proposed' \
     AND occupancy_id IN (SELECT id FROM occupancy WHERE identity_id = $1)"
);
const ASKED: Sql = sql!(
    "SELECT l.id, l.address, l.created_at, o.id, i.id, i.generation, l.organisation_id, o.account_id, i.language \
     FROM email_link l JOIN occupancy o ON o.id = l.occupancy_id JOIN identity i ON i.id = o.identity_id \
     WHERE l.id = $1 AND l.proof = 'proposed' AND o.starts_at <= $2 AND (i.access_ends_at IS NULL OR i.access_ends_at > $2)"
);
const WAITS: Sql = sql!(
    "SELECT l.id, l.address, l.created_at, o.id, i.id, i.generation, l.organisation_id, o.account_id, i.language \
     FROM occupancy o JOIN email_link l ON l.occupancy_id = o.id JOIN identity i ON i.id = o.identity_id \
     WHERE o.identity_id = $1 AND l.proof = 'proposed' AND l.created_at > $2 LIMIT 1"
);
const CURRENT: Sql = sql!(
    "SELECT l.id, l.address, l.proof, l.delivery FROM email_link l WHERE l.organisation_id = $1 AND l.occupancy_id = $2 \
     AND l.proof IN ('linked', 'confirmed') LIMIT 1"
);
const CONFIRM: Sql = sql!(
    "UPDATE email_link SET proof = 'confirmed', confirmed_at = $2, delivery = 'ok', refused_at = NULL, instead_of = $3 \
     WHERE id = $1 AND proof = 'proposed'"
);
const REPLACED: Sql = sql!(
    "SELECT l.id, l.address, l.ended_at, o.id, i.id, i.generation, l.organisation_id, o.account_id, i.language, n.address \
     FROM email_link l JOIN occupancy o ON o.id = l.occupancy_id JOIN identity i ON i.id = o.identity_id \
     JOIN email_link n ON n.occupancy_id = o.id AND n.proof IN ('linked', 'confirmed') \
     WHERE l.id = $1 AND l.proof = 'ended' AND l.confirmed_at IS NOT NULL AND o.starts_at <= $2 \
     AND (i.access_ends_at IS NULL OR i.access_ends_at > $2)"
);
const LEADS_TO: Sql = sql!(
    "WITH RECURSIVE chain (id, instead_of) AS (SELECT l.id, l.instead_of FROM email_link l WHERE l.occupancy_id = $1 \
     AND l.proof IN ('linked', 'confirmed') \
     UNION SELECT e.id, e.instead_of FROM chain c JOIN email_link e ON e.id = c.instead_of) \
     SELECT c.id FROM chain c WHERE c.instead_of = $2 LIMIT 1"
);
const BACK: Sql = sql!(
    "UPDATE email_link SET proof = 'confirmed', ended_at = NULL, delivery = 'ok', refused_at = NULL WHERE id = $1 AND proof = 'ended'"
);
const CUT: Sql = sql!("UPDATE email_link SET instead_of = NULL WHERE occupancy_id = $1 AND instead_of IS NOT NULL");
const DROP_TOLD: Sql = sql!(
    "UPDATE mail SET state = 'dropped', reason = 'settled', ended_at = $2, leased_until = NULL \
     WHERE identity_id = $1 AND state = 'waiting' AND kind = 'email_replaced'"
);

/// A resident asks for another address; what was asked before and not confirmed makes place. Nothing of it is in force.
///
/// # Errors
/// When the database fails.
pub fn ask(tx: &mut Write<'_>, identity: IdentityId, new: &NewLink, at: Time) -> Result<(), StoreError> {
    end_asked(tx, identity)?;
    tx.run(ASK, args![new.id, new.organisation, new.occupancy, new.address, new.search_key, at]).map(drop)
}

/// What waits to be confirmed waits no longer.
///
/// # Errors
/// When the database fails.
pub fn end_asked(tx: &mut Write<'_>, identity: IdentityId) -> Result<(), StoreError> {
    tx.run(END_ASKED, args![identity]).map(drop)
}

/// An address that waits to be confirmed, of a household that has access.
///
/// # Errors
/// When the database fails.
pub fn asked(tx: &mut Read<'_>, link: EmailLinkId, now: Time) -> Result<Option<Asked>, StoreError> {
    tx.maybe(ASKED, args![link, now])
}

/// The address that a household asked for after `since`, and did not confirm.
///
/// # Errors
/// When the database fails.
pub fn waits(tx: &mut Read<'_>, identity: IdentityId, since: Time) -> Result<Option<Asked>, StoreError> {
    tx.maybe(WAITS, args![identity, since])
}

/// The address in force of a household.
///
/// # Errors
/// When the database fails.
pub fn current(
    tx: &mut Read<'_>,
    organisation: OrganisationId,
    occupancy: OccupancyId,
) -> Result<Option<InForce>, StoreError> {
    tx.maybe(CURRENT, args![organisation, occupancy])
}

/// Its owner confirmed the new address: it comes in the place of the one in force, which is returned.
///
/// # Errors
/// When the database fails, or it does not wait any more.
pub fn confirm(tx: &mut Write<'_>, asked: &Asked, at: Time) -> Result<Option<InForce>, StoreError> {
    let before = current(tx, asked.organisation, asked.occupancy)?;
    email_link::end_current(tx, asked.organisation, asked.occupancy, at)?;
    let instead_of = before.as_ref().map(|before| before.link);
    if tx.run(CONFIRM, args![asked.link, at, instead_of])? != 1 {
        return Err(StoreError::internal("an address that does not wait was to be confirmed"));
    }
    progress::address_own(tx, asked.occupancy, at)?;
    Ok(before)
}

/// An address that gave way to the one in force, or to one that gave way to it, by changes of residents alone.
///
/// # Errors
/// When the database fails.
pub fn replaced(tx: &mut Read<'_>, link: EmailLinkId, now: Time) -> Result<Option<Replaced>, StoreError> {
    let Some(found) = tx.maybe::<Replaced>(REPLACED, args![link, now])? else { return Ok(None) };
    let leads: Option<(EmailLinkId,)> = tx.maybe(LEADS_TO, args![found.occupancy, link])?;
    Ok(leads.map(|_| found))
}

/// The address is in force again, as its owner had proved it; all that gives access ends.
///
/// # Errors
/// When the database fails.
pub fn put_back(tx: &mut Write<'_>, it: &Replaced, at: Time) -> Result<(), StoreError> {
    email_link::end_current(tx, it.organisation, it.occupancy, at)?;
    tx.run(BACK, args![it.link])?;
    progress::address_own(tx, it.occupancy, at)?;
    identity::end_all(tx, it.identity, "address-back", at)
}

/// Whose address it is was settled by others: no earlier one comes back by its link, also none that is still to be mailed.
///
/// # Errors
/// When the database fails.
pub fn settle(
    tx: &mut Write<'_>,
    (identity, occupancy): (IdentityId, OccupancyId),
    now: Time,
) -> Result<(), StoreError> {
    tx.run(CUT, args![occupancy])?;
    tx.run(DROP_TOLD, args![identity, now])?;
    token::end_undo(tx, identity, now)
}
