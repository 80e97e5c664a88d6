//! What is held: nothing of a client, or of one of its homes, is erased while it is.

use domain::access::{Anywhere, KeepRetention, Scope, SeeRetention};
use domain::id::{DwellingId, OrganisationId, RetentionHoldId};
use domain::retention::Why;
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

/// A hold to be set.
#[derive(Clone, Copy, Debug)]
pub struct NewHold {
    /// Its id.
    pub id: RetentionHoldId,
    /// The client.
    pub client: OrganisationId,
    /// One home of it; none for all of the client.
    pub dwelling: Option<DwellingId>,
    /// Why.
    pub why: Why,
    /// When it is over by itself.
    pub ends_at: Option<Time>,
}

/// A hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Its id.
    pub id: RetentionHoldId,
    /// The client.
    pub client: OrganisationId,
    /// The name of the client.
    pub client_name: String,
    /// The username of the home, when it is about one that is there.
    pub username: Option<String>,
    /// It is about one home.
    pub one_home: bool,
    /// Why.
    pub why: Why,
    /// When it is over by itself.
    pub ends_at: Option<Time>,
    /// When it was set.
    pub set_at: Time,
    /// The address of who set it; none for the command line.
    pub by: Option<String>,
    /// When it was ended.
    pub ended_at: Option<Time>,
}

impl Held {
    /// It holds now.
    #[must_use]
    pub fn holds(&self, now: Time) -> bool {
        self.ended_at.is_none() && self.ends_at.is_none_or(|at| at > now)
    }
}

impl Record for Held {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: c.next()?,
            client: c.next()?,
            client_name: c.next()?,
            username: c.next()?,
            one_home: c.next()?,
            why: c.next()?,
            ends_at: c.next()?,
            set_at: c.next()?,
            by: c.next()?,
            ended_at: c.next()?,
        })
    }
}

const SET: Sql = sql!(
    "INSERT INTO retention_hold (id, organisation_id, dwelling_id, reason, ends_at, set_by, set_at, ended_by, ended_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, NULL)"
);
const END: Sql = sql!(
    "UPDATE retention_hold SET ended_at = $2, ended_by = $3 WHERE id = $1 AND ended_at IS NULL \
     AND (ends_at IS NULL OR ends_at > $2)"
);
const OF: Sql = sql!("SELECT organisation_id, dwelling_id FROM retention_hold WHERE id = $1");
const HOLDS: Sql = sql!(
    "SELECT h.id, h.organisation_id, o.name, a.username, h.dwelling_id IS NOT NULL, h.reason, h.ends_at, h.set_at, s.email, \
     h.ended_at FROM retention_hold h JOIN organisation o ON o.id = h.organisation_id \
     LEFT JOIN account a ON a.dwelling_id = h.dwelling_id AND a.main LEFT JOIN staff s ON s.id = h.set_by \
     ORDER BY h.id DESC LIMIT 200"
);
const IS_HELD: Sql = sql!(
    "SELECT id FROM retention_hold WHERE organisation_id = $1 AND dwelling_id IS NULL AND ended_at IS NULL \
     AND (ends_at IS NULL OR ends_at > $2) LIMIT 1"
);

/// Sets a hold.
///
/// # Errors
/// When the database fails.
pub fn set(
    tx: &mut Write<'_>,
    scope: &Scope<KeepRetention, Anywhere>,
    new: &NewHold,
    at: Time,
) -> Result<(), StoreError> {
    let by = scope.by().staff();
    tx.run(SET, args![new.id, new.client, new.dwelling, new.why, new.ends_at, by, at]).map(drop)
}

/// Ends a hold; of which client it was, and of which home. None when it held nothing any more.
///
/// # Errors
/// When the database fails.
pub fn end(
    tx: &mut Write<'_>,
    scope: &Scope<KeepRetention, Anywhere>,
    hold: RetentionHoldId,
    at: Time,
) -> Result<Option<(OrganisationId, Option<DwellingId>)>, StoreError> {
    if tx.run(END, args![hold, at, scope.by().staff()])? == 0 {
        return Ok(None);
    }
    tx.maybe(OF, args![hold])
}

/// The newest holds, also those that hold nothing any more; 200 at most.
///
/// # Errors
/// When the database fails.
pub fn holds(tx: &mut Read<'_>, _: &Scope<SeeRetention, Anywhere>) -> Result<Vec<Held>, StoreError> {
    tx.many(HOLDS, &[])
}

/// The client is held as a whole.
///
/// # Errors
/// When the database fails.
pub fn is_held(tx: &mut Read<'_>, client: OrganisationId, now: Time) -> Result<bool, StoreError> {
    let found: Option<(RetentionHoldId,)> = tx.maybe(IS_HELD, args![client, now])?;
    Ok(found.is_some())
}
