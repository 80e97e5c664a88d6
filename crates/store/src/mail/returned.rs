//! A mail about which something comes back after a mail server took it over.

use domain::id::{EmailLinkId, IdentityId, MailId, OrganisationId};
use domain::mail::Mail;
use domain::time::Time;

use super::json;
use crate::error::StoreError;
use crate::maintenance;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

/// The mail.
#[derive(Clone, Debug)]
pub struct Returned {
    /// Its id.
    pub id: MailId,
    /// It was given up.
    pub is_dead: bool,
    /// A sender works on it until then.
    pub leased_until: Option<Time>,
    /// The intent; none when this version of the program cannot read it.
    pub mail: Option<Mail>,
    /// When it began its life.
    pub alive_since: Time,
    /// When a mail server took it over, or may have.
    pub handed_at: Option<Time>,
    /// The client whose home it concerns.
    pub organisation: Option<OrganisationId>,
    /// Whose it was.
    pub identity: Option<IdentityId>,
    /// The address link, for residents.
    pub link: Option<EmailLinkId>,
    /// Where it went.
    pub address: Option<String>,
    /// Somebody used a link that came to this address after that: mail arrives there.
    pub proven_since: bool,
}

impl Record for Returned {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: c.next()?,
            is_dead: c.next()?,
            leased_until: c.next()?,
            mail: Mail::from_json(&c.next::<String>()?).ok(),
            alive_since: c.next()?,
            handed_at: c.next()?,
            organisation: c.next()?,
            identity: c.next()?,
            link: c.next()?,
            address: c.next()?,
            proven_since: c.next()?,
        })
    }
}

const LOOK: Sql = sql!(
    "SELECT m.id, m.state NOT IN ('sent', 'waiting'), m.leased_until, m.intent, m.alive_since, m.handed_at, m.organisation_id, \
     m.identity_id, m.link_id, COALESCE(l.address, s.email, c.email), EXISTS (SELECT 1 FROM token t \
     WHERE t.link_id = m.link_id AND t.used_at > m.handed_at) \
     FROM mail m LEFT JOIN email_link l ON l.id = m.link_id LEFT JOIN staff s ON s.identity_id = m.identity_id \
     LEFT JOIN contact c ON c.identity_id = m.identity_id WHERE m.id = $1"
);
const DEAD: Sql = sql!(
    "UPDATE mail SET state = 'dead', reason = $2, reply = $3, ended_at = $4, leased_until = NULL, intent = $5, \
     lease = lease + 1 WHERE id = $1 AND state IN ('sent', 'waiting')"
);
const AGAIN: Sql = sql!(
    "UPDATE mail SET state = 'waiting', reason = NULL, reply = $2, ended_at = NULL, leased_until = NULL, due_at = $3, \
     intent = $4, lease = lease + 1 WHERE id = $1 AND state IN ('sent', 'waiting')"
);

/// The mail of a tag, if it is still kept.
///
/// # Errors
/// When the database fails.
pub fn look(tx: &mut Read<'_>, mail: MailId) -> Result<Option<Returned>, StoreError> {
    tx.maybe(LOOK, args![mail])
}

/// It did not arrive, and is tried no more unless a person wants it.
///
/// # Errors
/// When the database fails.
pub fn end(
    tx: &mut Write<'_>,
    (mail, intent): (MailId, &Mail),
    (reason, reply): (&str, Option<&str>),
    at: Time,
) -> Result<(), StoreError> {
    maintenance::came_back(tx, intent, Some(reason))?;
    tx.run(DEAD, args![mail, reason, reply.map(str::to_owned), at, json(intent)?]).map(drop)
}

/// It did not arrive, and is tried once more.
///
/// # Errors
/// When the database fails.
pub fn again(
    tx: &mut Write<'_>,
    (mail, intent): (MailId, &Mail),
    reply: Option<&str>,
    due_at: Time,
) -> Result<(), StoreError> {
    maintenance::came_back(tx, intent, None)?;
    tx.run(AGAIN, args![mail, reply.map(str::to_owned), due_at, json(intent)?]).map(drop)
}
