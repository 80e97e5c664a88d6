//! What signs in. The generation is raised when everything that gives access must end at once; the end of access is a
//! time that every use compares with the clock (law 6).

use domain::id::IdentityId;
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::Write;
use crate::{args, sql};

/// Whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdentityKind {
    /// A resident's.
    Resident,
    /// A member of staff's.
    Staff,
}

impl IdentityKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::Staff => "staff",
        }
    }
}

const ADD: Sql = sql!(
    "INSERT INTO identity (id, kind, generation, subject, access_ends_at, signed_in_at, language, created_at) \
     VALUES ($1, $2, 1, $3, NULL, NULL, NULL, $4)"
);
const RAISE: Sql = sql!("UPDATE identity SET generation = generation + 1 WHERE id = $1");
const GENERATION: Sql = sql!("SELECT generation FROM identity WHERE id = $1");
const SIGNED_IN: Sql = sql!("UPDATE identity SET signed_in_at = $2 WHERE id = $1");
const SET_LANGUAGE: Sql = sql!("UPDATE identity SET language = $2 WHERE id = $1");

/// Adds an identity of generation 1. `subject` is random: it is what portals and apps will know (law 6).
///
/// # Errors
/// When the database fails.
pub fn add(tx: &mut Write<'_>, id: IdentityId, kind: IdentityKind, subject: &str, at: Time) -> Result<(), StoreError> {
    tx.run(ADD, args![id, kind.as_str(), subject, at]).map(drop)
}

/// Adds many residents' identities at once.
///
/// # Errors
/// When the database fails.
pub fn add_residents(tx: &mut Write<'_>, new: &[(IdentityId, String)], at: Time) -> Result<(), StoreError> {
    let rows: Vec<Vec<_>> = new.iter().map(|(id, subject)| args![*id, "resident", *subject, at].to_vec()).collect();
    tx.run_each(ADD, &rows).map(drop)
}

/// Raises the generation: whatever carries an older one is refused at its next use. The new one is returned.
///
/// # Errors
/// When the database fails.
pub fn raise_generation(tx: &mut Write<'_>, id: IdentityId) -> Result<i64, StoreError> {
    tx.run(RAISE, args![id])?;
    let (generation,): (i64,) = tx.one(GENERATION, args![id])?;
    Ok(generation)
}

/// Remembers the last sign-in, for "in use" and the states a client sees.
///
/// # Errors
/// When the database fails.
pub fn signed_in(tx: &mut Write<'_>, id: IdentityId, at: Time) -> Result<(), StoreError> {
    tx.run(SIGNED_IN, args![id, at]).map(drop)
}

/// The language of the person, as last chosen while signed in.
///
/// # Errors
/// When the database fails.
pub fn set_language(
    tx: &mut Write<'_>,
    id: IdentityId,
    language: domain::language::Language,
) -> Result<(), StoreError> {
    tx.run(SET_LANGUAGE, args![id, language.code()]).map(drop)
}
