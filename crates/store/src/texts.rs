//! A client's own texts, as they were written. Whether they can still be read is not known here: `domain::texts` reads them.

use domain::access::{EditTexts, Scope};
use domain::id::OrganisationId;
use domain::language::Language;
use domain::texts::{Kept, Piece};
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

/// A text, with who wrote it and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The text.
    pub kept: Kept,
    /// The address of who wrote it.
    pub by: Option<String>,
    /// When.
    pub at: Time,
}

/// A text of any client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfClient {
    /// The client.
    pub organisation: OrganisationId,
    /// Its short name.
    pub slug: String,
    /// The text.
    pub kept: Kept,
}

impl Record for Written {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { kept: kept(c)?, by: c.next()?, at: c.next()? })
    }
}

impl Record for OfClient {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { organisation: c.next()?, slug: c.next()?, kept: kept(c)? })
    }
}

/// A text without the rest of its row.
struct Bare(Kept);

impl Record for Bare {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        kept(c).map(Self)
    }
}

fn kept(c: &mut Cells<'_>) -> Result<Kept, StoreError> {
    Ok(Kept { language: c.next()?, piece: c.next()?, text: c.next()? })
}

const LIST: Sql = sql!(
    "SELECT t.language, t.piece, t.text, s.email, t.changed_at FROM client_text t LEFT JOIN staff s ON s.id = t.changed_by \
     WHERE t.organisation_id = $1 ORDER BY t.language, t.piece LIMIT 200"
);
const OWN: Sql =
    sql!("SELECT language, piece, text FROM client_text WHERE organisation_id = $1 ORDER BY language, piece LIMIT 200");
const LANDLORD: Sql = sql!("SELECT name FROM organisation WHERE id = $1");
const ALL: Sql = sql!(
    "SELECT t.organisation_id, o.slug, t.language, t.piece, t.text FROM client_text t JOIN organisation o ON o.id = t.organisation_id \
     WHERE t.organisation_id >= $1 AND (t.organisation_id > $1 OR t.language > $2 OR (t.language = $2 AND t.piece > $3)) \
     ORDER BY t.organisation_id, t.language, t.piece LIMIT 500"
);
const WRITE: Sql = sql!(
    "INSERT INTO client_text (organisation_id, language, piece, text, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5, $6) \
     ON CONFLICT (organisation_id, language, piece) DO UPDATE SET text = excluded.text, changed_by = excluded.changed_by, \
     changed_at = excluded.changed_at"
);
const REMOVE: Sql = sql!("DELETE FROM client_text WHERE organisation_id = $1 AND language = $2 AND piece = $3");

const LOGO: Sql =
    sql!("SELECT picture, changed_at FROM client_logo WHERE organisation_id = $1 ORDER BY organisation_id");
const SET_LOGO: Sql = sql!(
    "INSERT INTO client_logo (organisation_id, picture, changed_by, changed_at) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (organisation_id) DO UPDATE SET picture = excluded.picture, changed_by = excluded.changed_by, \
     changed_at = excluded.changed_at"
);
const REMOVE_LOGO: Sql = sql!("DELETE FROM client_logo WHERE organisation_id = $1");

/// The own texts of a client, for its admin.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Read<'_>, scope: &Scope<EditTexts, OrganisationId>) -> Result<Vec<Written>, StoreError> {
    tx.many(LIST, args![scope.within()])
}

/// The own texts of a client, for what is said in its name anyway: no right is needed to be written to.
///
/// # Errors
/// When the database fails, or holds what is no text at all.
pub fn own(tx: &mut Read<'_>, organisation: OrganisationId) -> Result<Vec<Kept>, StoreError> {
    Ok(tx.many(OWN, args![organisation])?.into_iter().map(|Bare(kept)| kept).collect())
}

/// The name of a client, as its tenants know it.
///
/// # Errors
/// When the database fails.
pub fn landlord(tx: &mut Read<'_>, organisation: OrganisationId) -> Result<Option<String>, StoreError> {
    Ok(tx.maybe(LANDLORD, args![organisation])?.map(|(name,)| name))
}

/// The texts of all clients behind one, 500 at most: for a check of what can still be read.
///
/// # Errors
/// When the database fails, or holds what is no text at all.
pub fn all(tx: &mut Read<'_>, after: Option<&OfClient>) -> Result<Vec<OfClient>, StoreError> {
    let first = OrganisationId::from_uuid(uuid::Uuid::nil());
    match after {
        Some(last) => tx.many(ALL, args![last.organisation, last.kept.language, last.kept.piece]),
        None => tx.many(ALL, args![first, "", ""]),
    }
}

/// Keeps a text in place of what is there.
///
/// # Errors
/// When the database fails.
pub fn write(
    tx: &mut Write<'_>,
    scope: &Scope<EditTexts, OrganisationId>,
    (language, piece): (Language, Piece),
    text: &str,
    at: Time,
) -> Result<(), StoreError> {
    tx.run(WRITE, args![scope.within(), language, piece, text, scope.by().staff(), at]).map(drop)
}

/// Back to the standard; false when it stood there.
///
/// # Errors
/// When the database fails.
pub fn remove(
    tx: &mut Write<'_>,
    scope: &Scope<EditTexts, OrganisationId>,
    (language, piece): (Language, Piece),
) -> Result<bool, StoreError> {
    Ok(tx.run(REMOVE, args![scope.within(), language, piece])? == 1)
}

/// The logo of a client, as a file; for what is said in its name anyway.
///
/// # Errors
/// When the database fails.
pub fn logo(tx: &mut Read<'_>, organisation: OrganisationId) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(tx.maybe(LOGO, args![organisation])?.map(|(picture, _): (Vec<u8>, Time)| picture))
}

/// Keeps a picture as the logo of a client, in place of what is there.
///
/// # Errors
/// When the database fails.
pub fn set_logo(
    tx: &mut Write<'_>,
    scope: &Scope<EditTexts, OrganisationId>,
    picture: &[u8],
    at: Time,
) -> Result<(), StoreError> {
    tx.run(SET_LOGO, args![scope.within(), picture.to_vec(), scope.by().staff(), at]).map(drop)
}

/// Takes the logo away; false when there was none.
///
/// # Errors
/// When the database fails.
pub fn remove_logo(tx: &mut Write<'_>, scope: &Scope<EditTexts, OrganisationId>) -> Result<bool, StoreError> {
    Ok(tx.run(REMOVE_LOGO, args![scope.within()])? == 1)
}
