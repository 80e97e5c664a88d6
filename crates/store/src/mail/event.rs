//! What became of a mail: one row for each thing that a mail server said about it, at once or later.

use domain::diagnosis::What;
use domain::id::{IdentityId, MailId};
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

/// Something that a mail server said.
#[derive(Clone, Debug)]
pub struct NewEvent {
    /// About which mail.
    pub mail: MailId,
    /// A hash of what was said: the same twice is one event.
    pub mark: [u8; 32],
    /// What it means.
    pub what: What,
    /// Which server.
    pub server: Option<String>,
    /// Its words, without addresses.
    pub reply: Option<String>,
}

/// The same, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// About which mail.
    pub mail: MailId,
    /// When.
    pub at: Time,
    /// What it means.
    pub what: What,
    /// Which server.
    pub server: Option<String>,
    /// Its words, without addresses.
    pub reply: Option<String>,
}

impl Record for Event {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { mail: c.next()?, at: c.next()?, what: c.next()?, server: c.next()?, reply: c.next()? })
    }
}

/// Whoever holds a tag could send as many reports as they like.
const MOST: i64 = 300;

const ADD: Sql = sql!(
    "INSERT INTO mail_event (mail_id, mark, at, what, server, reply) VALUES ($1, $2, $3, $4, $5, $6) \
     ON CONFLICT (mail_id, mark) DO NOTHING"
);
const KNOWN: Sql = sql!("SELECT e.at FROM mail_event e WHERE e.mail_id = $1 AND e.mark = $2 LIMIT 1");
const COUNT: Sql = sql!("SELECT CAST(count(*) AS BIGINT) FROM mail_event e WHERE e.mail_id = $1 AND e.what = $2");
const ALL: Sql = sql!("SELECT CAST(count(*) AS BIGINT) FROM mail_event e WHERE e.mail_id = $1");
const OF_IDENTITY: Sql = sql!(
    "SELECT e.mail_id, e.at, e.what, e.server, e.reply FROM mail_event e JOIN mail m ON m.id = e.mail_id \
     WHERE m.identity_id = $1 AND m.created_at > $2 ORDER BY e.at DESC, e.mail_id DESC, e.mark LIMIT 300"
);

/// Writes down what a mail server said; false when it is known, or when there is no end to it.
///
/// # Errors
/// When the database fails.
pub fn add(tx: &mut Write<'_>, new: &NewEvent, at: Time) -> Result<bool, StoreError> {
    let (all,): (i64,) = tx.one(ALL, args![new.mail])?;
    if all >= MOST {
        return Ok(false);
    }
    Ok(tx.run(ADD, args![new.mail, new.mark, at, new.what, new.server, new.reply])? == 1)
}

/// True when exactly this was said before.
///
/// # Errors
/// When the database fails.
pub fn is_known(tx: &mut Read<'_>, mail: MailId, mark: &[u8; 32]) -> Result<bool, StoreError> {
    let found: Option<(Time,)> = tx.maybe(KNOWN, args![mail, *mark])?;
    Ok(found.is_some())
}

/// How often something was said about a mail.
///
/// # Errors
/// When the database fails.
pub fn count(tx: &mut Read<'_>, mail: MailId, what: What) -> Result<i64, StoreError> {
    let (n,): (i64,) = tx.one(COUNT, args![mail, what])?;
    Ok(n)
}

/// What was said about the mails of an identity that were asked since a time, newest first.
///
/// # Errors
/// When the database fails.
pub fn of_identity(tx: &mut Read<'_>, identity: IdentityId, since: Time) -> Result<Vec<Event>, StoreError> {
    tx.many(OF_IDENTITY, args![identity, since])
}
