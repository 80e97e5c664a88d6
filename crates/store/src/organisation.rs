//! The clients. A slug is how the command line and addresses name one; it never changes.

use domain::access::{AddOrganisation, Anywhere, Scope};
use domain::id::OrganisationId;
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

/// A client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its short name in commands.
    pub slug: String,
    /// Its name on pages and in mails.
    pub name: String,
    /// Works in the service portal; else through support.
    pub portal: bool,
}

impl Record for Organisation {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { id: c.next()?, slug: c.next()?, name: c.next()?, portal: c.next()? })
    }
}

const ADD: Sql = sql!("INSERT INTO organisation (id, slug, name, portal, created_at) VALUES ($1, $2, $3, $4, $5)");
const BY_ID: Sql = sql!("SELECT id, slug, name, portal FROM organisation WHERE id = $1");
const BY_SLUG: Sql = sql!("SELECT id, slug, name, portal FROM organisation WHERE slug = $1");

/// Adds a client.
///
/// # Errors
/// [`StoreError::Taken`] when the slug is.
pub fn add(
    tx: &mut Write<'_>,
    _: &Scope<AddOrganisation, Anywhere>,
    new: &Organisation,
    at: Time,
) -> Result<(), StoreError> {
    tx.run(ADD, args![new.id, new.slug, new.name, new.portal, at]).map(drop)
}

/// A client.
///
/// # Errors
/// When the database fails.
pub fn by_id(tx: &mut Read<'_>, id: OrganisationId) -> Result<Option<Organisation>, StoreError> {
    tx.maybe(BY_ID, args![id])
}

/// The client of a slug.
///
/// # Errors
/// When the database fails.
pub fn by_slug(tx: &mut Read<'_>, slug: &str) -> Result<Option<Organisation>, StoreError> {
    tx.maybe(BY_SLUG, args![slug])
}
