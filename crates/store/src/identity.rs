//! What signs in. The generation is raised when everything that gives access must end at once; the end of access is a
//! time that every use compares with the clock (law 6).

use domain::id::{IdentityId, MailId};
use domain::mail::Mail;
use domain::time::Time;
use domain::token::Dead;

use crate::error::StoreError;
use crate::mail::End;
use crate::sql::Sql;
use crate::tx::Write;
use crate::{args, help_desk, maintenance, own_address, passkey, session, sql, token};

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
const RENEWED: Sql = sql!("UPDATE identity SET renewed_at = $2 WHERE id = $1");
const SET_LANGUAGE: Sql = sql!("UPDATE identity SET language = $2 WHERE id = $1");
const FORGET_PASSWORD: Sql = sql!("DELETE FROM password WHERE identity_id = $1");
const FORGET_FACTOR: Sql = sql!("DELETE FROM second_factor WHERE identity_id = $1");
const FORGET_CODES: Sql = sql!("DELETE FROM recovery_code WHERE identity_id = $1");
const WAITING: Sql = sql!(
    // That they leave is told to them also when they have left; that an address gave way, to who owned it.
    "SELECT id, intent FROM mail WHERE identity_id = $1 AND state = 'waiting' \
     AND kind NOT IN ('household_leaves', 'email_replaced') ORDER BY id"
);
const DROP_MAIL: Sql = sql!(
    "UPDATE mail SET state = 'dropped', reason = $4, ended_at = $2, leased_until = NULL, intent = $3 \
     WHERE id = $1 AND state = 'waiting'"
);

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

/// All access was made anew for those who stay: it counts as in use from here.
///
/// # Errors
/// When the database fails.
pub fn renewed(tx: &mut Write<'_>, id: IdentityId, at: Time) -> Result<(), StoreError> {
    tx.run(RENEWED, args![id, at]).map(drop)
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

/// Ends all that hangs on an identity: password, passkeys, second factor, sessions, recognised browsers, an address that waits to be
/// confirmed, links in mails, mails that wait; and raises the generation, so that whatever is written down too late is refused.
///
/// # Errors
/// When the database fails.
pub fn end_all(tx: &mut Write<'_>, identity: IdentityId, why: &str, now: Time) -> Result<(), StoreError> {
    for sql in [FORGET_PASSWORD, FORGET_FACTOR, FORGET_CODES] {
        tx.run(sql, args![identity])?;
    }
    passkey::forget(tx, identity)?;
    session::end_all(tx, identity, now)?;
    own_address::end_asked(tx, identity)?;
    help_desk::end_of(tx, identity, now)?;
    token::end_all(tx, identity, Dead::Ended, now)?;
    let waiting: Vec<(MailId, String)> = tx.many(WAITING, args![identity])?;
    for (mail, intent) in waiting {
        // What was typed to ask for it is forgotten with it; an intent of another version is left as it is.
        let read = Mail::from_json(&intent).ok();
        let forgotten = read.as_ref().and_then(|mail| mail.forgotten().to_json().ok());
        tx.run(DROP_MAIL, args![mail, now, forgotten.unwrap_or(intent), why])?;
        maintenance::count_end(tx, read.as_ref(), (End::Dropped, None))?;
    }
    raise_generation(tx, identity).map(drop)
}
