//! The mails to one household, as whoever is asked where they are sees them.

use domain::access::{ProjectPlace, Scope};
use domain::id::{IdentityId, MailId};
use domain::mail::Mail;
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::Read;
use crate::value::{Cells, Record};
use crate::{args, sql};

/// One mail, without what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posted {
    /// Its id.
    pub id: MailId,
    /// What kind of mail.
    pub kind: String,
    /// As the outbox says it.
    pub state: String,
    /// Why it ended so.
    pub reason: Option<String>,
    /// The intent; none when this version of the program cannot read it.
    pub mail: Option<Mail>,
    /// How often it was tried.
    pub attempts: i64,
    /// When it was asked.
    pub created_at: Time,
    /// When it is tried next, while it waits.
    pub due_at: Time,
    /// When it ended.
    pub ended_at: Option<Time>,
    /// The address that it went to, masked.
    pub masked_address: Option<String>,
    /// When a link in it was used.
    pub used_at: Option<Time>,
}

impl Record for Posted {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: c.next()?,
            kind: c.next()?,
            state: c.next()?,
            reason: c.next()?,
            mail: Mail::from_json(&c.next::<String>()?).ok(),
            attempts: c.next()?,
            created_at: c.next()?,
            due_at: c.next()?,
            ended_at: c.next()?,
            masked_address: c.next()?,
            used_at: c.next()?,
        })
    }
}

const POSTED: Sql = sql!(
    "SELECT m.id, m.kind, m.state, m.reason, m.intent, m.attempts, m.created_at, m.due_at, m.ended_at, m.masked_address, \
     (SELECT MIN(t.used_at) FROM token t WHERE t.mail_id = m.id) FROM mail m WHERE m.identity_id = $1 AND m.created_at > $2 \
     AND EXISTS (SELECT 1 FROM occupancy o WHERE o.identity_id = m.identity_id AND o.organisation_id = $3) \
     ORDER BY m.created_at DESC, m.id DESC LIMIT 50"
);

/// The mails to a household of the client that were asked since a time, newest first.
///
/// # Errors
/// When the database fails.
pub fn posted<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, ProjectPlace>,
    identity: IdentityId,
    since: Time,
) -> Result<Vec<Posted>, StoreError> {
    tx.many(POSTED, args![identity, since, scope.within().organisation])
}
