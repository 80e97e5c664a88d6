//! The terms that clients chose for themselves.

use domain::access::{Anywhere, KeepRetention, Scope};
use domain::id::OrganisationId;
use domain::retention::Class;
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

/// A client as the job knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// Its id.
    pub id: OrganisationId,
    /// Its short name.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Nothing of it is erased now.
    pub held: bool,
}

impl Record for Client {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { id: c.next()?, slug: c.next()?, name: c.next()?, held: c.next()? })
    }
}

const CLIENTS: Sql = sql!(
    "SELECT o.id, o.slug, o.name, EXISTS (SELECT 1 FROM retention_hold h WHERE h.organisation_id = o.id \
     AND h.dwelling_id IS NULL AND h.ended_at IS NULL AND (h.ends_at IS NULL OR h.ends_at > $1)) \
     FROM organisation o ORDER BY o.name, o.id LIMIT 5000"
);
const CHOSEN: Sql =
    sql!("SELECT organisation_id, class, days FROM retention_term ORDER BY organisation_id, class LIMIT 10000");
const CHANGE: Sql = sql!(
    "INSERT INTO retention_term (organisation_id, class, days, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (organisation_id, class) DO UPDATE SET days = excluded.days, changed_by = excluded.changed_by, \
     changed_at = excluded.changed_at"
);
const BACK: Sql = sql!("DELETE FROM retention_term WHERE organisation_id = $1 AND class = $2");

/// The clients by name, and whether each is held as a whole.
///
/// # Errors
/// When the database fails.
pub fn clients(tx: &mut Read<'_>, now: Time) -> Result<Vec<Client>, StoreError> {
    tx.many(CLIENTS, args![now])
}

/// What clients chose, in days.
///
/// # Errors
/// When the database fails.
pub fn chosen(tx: &mut Read<'_>) -> Result<Vec<(OrganisationId, Class, u32)>, StoreError> {
    tx.many(CHOSEN, &[])
}

/// From now on a class of a client is kept so many days; none: as usual.
///
/// # Errors
/// When the database fails.
pub fn change(
    tx: &mut Write<'_>,
    scope: &Scope<KeepRetention, Anywhere>,
    (client, class): (OrganisationId, Class),
    days: Option<u32>,
    at: Time,
) -> Result<(), StoreError> {
    let Some(days) = days else { return tx.run(BACK, args![client, class]).map(drop) };
    tx.run(CHANGE, args![client, class, days, scope.by().staff(), at]).map(drop)
}
