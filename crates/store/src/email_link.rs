//! The address tied to an occupancy: its proof and its delivery are two facts (PRODUCT 1). What a change means for the
//! progress of the home is written with it.

use domain::id::{EmailLinkId, IdentityId, OccupancyId, OrganisationId};
use domain::language::Language;
use domain::time::Time;

use crate::error::StoreError;
use crate::progress;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Arg, Cells, Record};
use crate::{args, sql};

/// An address to be linked. It is `linked`: somebody typed it, its owner has not proven it.
#[derive(Clone, Debug)]
pub struct NewLink {
    /// Its id.
    pub id: EmailLinkId,
    /// The client.
    pub organisation: OrganisationId,
    /// Whose.
    pub occupancy: OccupancyId,
    /// As it is written to.
    pub address: String,
    /// The form residents' own searches compare.
    pub search_key: String,
}

impl NewLink {
    fn args<'a>(&'a self, at: &'a Time) -> Vec<Arg<'a>> {
        args![self.id, self.organisation, self.occupancy, self.address, self.search_key, *at].to_vec()
    }
}

/// A confirmed address of a current occupancy, with the account it opens.
#[derive(Clone, Debug)]
pub struct Confirmed {
    /// The link.
    pub link: EmailLinkId,
    /// The address as stored.
    pub address: String,
    /// The username of the account.
    pub username: String,
    /// The identity behind it.
    pub identity: IdentityId,
    /// Its generation.
    pub generation: i64,
    /// The client.
    pub organisation: OrganisationId,
    /// The language of the account, when one was chosen.
    pub language: Option<Language>,
}

impl Record for Confirmed {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            link: c.next()?,
            address: c.next()?,
            username: c.next()?,
            identity: c.next()?,
            generation: c.next()?,
            organisation: c.next()?,
            language: c.next()?,
        })
    }
}

const ADD: Sql = sql!(
    "INSERT INTO email_link (id, organisation_id, occupancy_id, address, search_key, proof, delivery, created_at, \
     confirmed_at, ended_at) VALUES ($1, $2, $3, $4, $5, 'linked', 'ok', $6, NULL, NULL)"
);
const END: Sql = sql!(
    "UPDATE email_link SET proof = 'ended', ended_at = $3 \
     WHERE organisation_id = $1 AND occupancy_id = $2 AND proof = 'linked' AND proof IN ('linked', 'confirmed')"
);
const END_CURRENT: Sql = sql!(
    "UPDATE email_link SET proof = 'ended', ended_at = $3 \
     WHERE organisation_id = $1 AND occupancy_id = $2 AND proof IN ('linked', 'confirmed')"
);
const CONFIRM: Sql = sql!(
    "UPDATE email_link SET proof = 'confirmed', confirmed_at = $2, delivery = 'ok', refused_at = NULL WHERE id = $1 AND proof = 'linked'"
);
const DELIVERY: Sql = sql!("UPDATE email_link SET delivery = $2 WHERE id = $1 AND delivery <> $2");
const CONFIRMED: Sql = sql!(
    "SELECT l.id, l.address, a.username, i.id, i.generation, l.organisation_id, i.language FROM email_link l \
     JOIN occupancy o ON o.id = l.occupancy_id JOIN identity i ON i.id = o.identity_id \
     JOIN account a ON a.id = o.account_id \
     WHERE l.search_key = $1 AND l.proof = 'confirmed' AND o.starts_at <= $2 \
     AND (i.access_ends_at IS NULL OR i.access_ends_at > $2) ORDER BY l.address, a.username LIMIT 500"
);
const SEARCH_KEY: Sql = sql!("SELECT l.id, l.search_key FROM email_link l WHERE l.id = $1");
const REFUSED: Sql = sql!("SELECT l.id FROM email_link l WHERE l.id = $1 AND l.refused_at IS NOT NULL");
const REFUSE: Sql = sql!("UPDATE email_link SET refused_at = $2 WHERE id = $1 AND refused_at IS NULL");
const ARRIVED: Sql = sql!("UPDATE email_link SET refused_at = NULL WHERE id = $1 AND refused_at IS NOT NULL");

/// Links one address.
///
/// # Errors
/// [`StoreError::Taken`] when the occupancy has a current address.
pub fn add(tx: &mut Write<'_>, new: &NewLink, at: Time) -> Result<(), StoreError> {
    tx.run(ADD, &new.args(&at))?;
    progress::address_linked(tx, &[new.occupancy], at)
}

/// Links many first addresses at once.
///
/// # Errors
/// [`StoreError::Taken`] when an occupancy has a current address.
pub fn add_each(tx: &mut Write<'_>, new: &[NewLink], at: Time) -> Result<(), StoreError> {
    let rows: Vec<Vec<Arg<'_>>> = new.iter().map(|link| link.args(&at)).collect();
    tx.run_each(ADD, &rows)?;
    let occupancies: Vec<OccupancyId> = new.iter().map(|link| link.occupancy).collect();
    progress::address_linked(tx, &occupancies, at)
}

/// Ends the unconfirmed address of an occupancy, to make place for its correction. A confirmed one is left alone: false.
///
/// # Errors
/// When the database fails.
pub fn end_linked(
    tx: &mut Write<'_>,
    organisation: OrganisationId,
    occupancy: OccupancyId,
    at: Time,
) -> Result<bool, StoreError> {
    let ended = tx.run(END, args![organisation, occupancy, at])? == 1;
    if ended {
        progress::address_ended(tx, occupancy)?;
    }
    Ok(ended)
}

/// Ends the address of an occupancy, also one that its owner proved: only a change that the resident could object to comes
/// here with such a one (law 8).
///
/// # Errors
/// When the database fails.
pub fn end_current(
    tx: &mut Write<'_>,
    organisation: OrganisationId,
    occupancy: OccupancyId,
    at: Time,
) -> Result<bool, StoreError> {
    let ended = tx.run(END_CURRENT, args![organisation, occupancy, at])? == 1;
    if ended {
        progress::address_ended(tx, occupancy)?;
    }
    Ok(ended)
}

/// Its owner proved the address.
///
/// # Errors
/// When the database fails.
pub fn confirm(tx: &mut Write<'_>, link: EmailLinkId, at: Time) -> Result<bool, StoreError> {
    let confirmed = tx.run(CONFIRM, args![link, at])? == 1;
    if confirmed {
        progress::delivery_changed(tx, link, false)?;
    }
    Ok(confirmed)
}

/// What the mail servers said last: `ok`, `soft` or `hard`.
///
/// # Errors
/// When the database fails.
pub fn set_delivery(tx: &mut Write<'_>, link: EmailLinkId, delivery: &str) -> Result<(), StoreError> {
    if tx.run(DELIVERY, args![link, delivery])? == 1 {
        progress::delivery_changed(tx, link, delivery == "hard")?;
    }
    Ok(())
}

/// A mail server said that the mailbox does not exist.
///
/// # Errors
/// When the database fails.
pub fn refuse(tx: &mut Write<'_>, link: EmailLinkId, at: Time) -> Result<(), StoreError> {
    tx.run(REFUSE, args![link, at])?;
    set_delivery(tx, link, "hard")
}

/// Mail does arrive: its owner used what came there, or the server of the mailbox says so.
///
/// # Errors
/// When the database fails.
pub fn arrived(tx: &mut Write<'_>, link: EmailLinkId) -> Result<(), StoreError> {
    tx.run(ARRIVED, args![link])?;
    set_delivery(tx, link, "ok")
}

/// Current occupancies whose confirmed address compares equal to what was typed; at most 500.
///
/// # Errors
/// When the database fails.
pub fn confirmed(tx: &mut Read<'_>, search_key: &str, now: Time) -> Result<Vec<Confirmed>, StoreError> {
    tx.many(CONFIRMED, args![search_key, now])
}

/// What residents' own searches compare an address by.
///
/// # Errors
/// When the database fails.
pub fn search_key(tx: &mut Read<'_>, link: EmailLinkId) -> Result<Option<String>, StoreError> {
    let found: Option<(EmailLinkId, String)> = tx.maybe(SEARCH_KEY, args![link])?;
    Ok(found.map(|(_, key)| key))
}

/// True when a mail server said that the mailbox does not exist, and nothing shows since that it does. That a server took a
/// mail over shows nothing: it may be one that only passes it on.
///
/// # Errors
/// When the database fails.
pub fn is_refused(tx: &mut Read<'_>, link: EmailLinkId) -> Result<bool, StoreError> {
    let found: Option<(EmailLinkId,)> = tx.maybe(REFUSED, args![link])?;
    Ok(found.is_some())
}
