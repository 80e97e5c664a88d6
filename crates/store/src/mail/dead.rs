//! Dead letters: mails that were given up, as staff see them, and their second life.

use domain::access::{Anywhere, RetryDeadLetters, Scope, SeeDeadLetters};
use domain::id::MailId;
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

/// A dead letter as staff see it: no address, no home, no content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadLetter {
    /// Its id.
    pub id: MailId,
    /// What kind of mail.
    pub kind: String,
    /// Which lane.
    pub lane: String,
    /// When it was asked.
    pub created_at: Time,
    /// When it was given up.
    pub ended_at: Time,
    /// How often it was tried.
    pub attempts: i64,
    /// The address, masked.
    pub masked_address: Option<String>,
    /// Why it was given up.
    pub reason: Option<String>,
    /// What the mail server said last.
    pub reply: Option<String>,
}

impl Record for DeadLetter {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: c.next()?,
            kind: c.next()?,
            lane: c.next()?,
            created_at: c.next()?,
            ended_at: c.next()?,
            attempts: c.next()?,
            masked_address: c.next()?,
            reason: c.next()?,
            reply: c.next()?,
        })
    }
}

const DEAD: Sql = sql!(
    "SELECT id, kind, lane, created_at, ended_at, attempts, masked_address, reason, reply FROM mail \
     WHERE state = 'dead' AND ended_at < $1 ORDER BY ended_at DESC, id DESC LIMIT 50"
);
const REVIVE: Sql = sql!(
    "UPDATE mail SET state = 'waiting', reason = NULL, attempts = 0, unknown_attempts = 0, due_at = $2, \
     alive_since = $2, ended_at = NULL \
     WHERE id = $1 AND state = 'dead'"
);

/// Dead letters that ended before a time, newest first, at most 50.
///
/// # Errors
/// When the database fails.
pub fn dead(
    tx: &mut Read<'_>,
    _: &Scope<SeeDeadLetters, Anywhere>,
    before: Time,
) -> Result<Vec<DeadLetter>, StoreError> {
    tx.many(DEAD, args![before])
}

/// Gives a dead letter a new life; false when there is none of that id.
///
/// # Errors
/// When the database fails.
pub fn revive(
    tx: &mut Write<'_>,
    _: &Scope<RetryDeadLetters, Anywhere>,
    mail: MailId,
    at: Time,
) -> Result<bool, StoreError> {
    crate::maintenance::mail_revived(tx, mail)?;
    Ok(tx.run(REVIVE, args![mail, at])? == 1)
}
