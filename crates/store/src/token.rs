//! What a link in a mail stands for. Only the hash is kept. All tokens of a request (a mail) are sisters: using one ends
//! all; the newest three requests of an identity, by first hand-over, are alive at once (PRODUCT 3.2).

use domain::id::{EmailLinkId, IdentityId, MailId, TokenId};
use domain::time::Time;
use domain::token::{Dead, Purpose};

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

/// How many requests keep their links alive.
pub const NEWEST: i64 = 3;

/// A token as it is stored when its mail is handed over.
#[derive(Clone, Debug)]
pub struct NewToken {
    /// Its id.
    pub id: TokenId,
    /// The hash of what stands in the link.
    pub hash: [u8; 32],
    /// What it may be used for.
    pub purpose: Purpose,
    /// The request.
    pub mail: MailId,
    /// Which attempt to send that mail; its token is deleted again when the attempt fails.
    pub attempt: i64,
    /// Whose.
    pub identity: IdentityId,
    /// The generation it was made under.
    pub generation: i64,
    /// The address it went to; the token dies with it. None for staff.
    pub link: Option<EmailLinkId>,
    /// The address was not confirmed, so the page asks the username too.
    pub asks_username: bool,
    /// End of life.
    pub expires_at: Time,
}

/// A token that can be used now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alive {
    /// Its id.
    pub id: TokenId,
    /// The request it belongs to.
    pub mail: MailId,
    /// Whose.
    pub identity: IdentityId,
    /// The generation it was made under, which is the current one.
    pub generation: i64,
    /// The address it went to.
    pub link: Option<EmailLinkId>,
    /// The page must ask the username.
    pub asks_username: bool,
}

/// Proof that a token was used by this transaction. Only [`consume`] makes one.
#[derive(Debug)]
pub struct Consumed {
    alive: Alive,
    purpose: Purpose,
}

impl Consumed {
    /// Whose token it was.
    #[must_use]
    pub fn identity(&self) -> IdentityId {
        self.alive.identity
    }
    /// The generation it was made under.
    #[must_use]
    pub fn generation(&self) -> i64 {
        self.alive.generation
    }
    /// The address it went to.
    #[must_use]
    pub fn link(&self) -> Option<EmailLinkId> {
        self.alive.link
    }
    /// What it was for.
    #[must_use]
    pub fn purpose(&self) -> Purpose {
        self.purpose
    }
    /// The same proof under the generation that [`crate::identity::raise_generation`] just gave, for a member of staff
    /// who is invited again: what hung on the old generation ends, and the new password belongs to the new one.
    #[must_use]
    pub fn under(mut self, generation: i64) -> Self {
        self.alive.generation = generation;
        self
    }
}

struct Found {
    alive: Alive,
    expires_at: Time,
    used_at: Option<Time>,
    end_reason: Option<String>,
    current_generation: i64,
    access_ends_at: Option<Time>,
    access_starts_at: Option<Time>,
    link_proof: Option<String>,
    handed_at: Option<Time>,
    /// It belongs to somebody of a client that is frozen.
    frozen: bool,
}

impl Record for Found {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            alive: Alive {
                id: c.next()?,
                mail: c.next()?,
                identity: c.next()?,
                generation: c.next()?,
                link: c.next()?,
                asks_username: c.next()?,
            },
            expires_at: c.next()?,
            used_at: c.next()?,
            end_reason: c.next()?,
            current_generation: c.next()?,
            access_ends_at: c.next()?,
            access_starts_at: c.next()?,
            link_proof: c.next()?,
            handed_at: c.next()?,
            frozen: c.next()?,
        })
    }
}

const ADD: Sql = sql!(
    "INSERT INTO token (id, hash, purpose, mail_id, attempt, identity_id, generation, link_id, asks_username, \
     created_at, expires_at, used_at, ended_at, end_reason) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, NULL, NULL, NULL)"
);
const LOOK: Sql = sql!(
    "SELECT t.id, t.mail_id, t.identity_id, t.generation, t.link_id, t.asks_username, t.expires_at, t.used_at, \
     t.end_reason, i.generation, i.access_ends_at, o.starts_at, l.proof, m.handed_at, fo.frozen_at IS NOT NULL \
     FROM token t JOIN identity i ON i.id = t.identity_id JOIN mail m ON m.id = t.mail_id \
     LEFT JOIN occupancy o ON o.identity_id = i.id LEFT JOIN email_link l ON l.id = t.link_id \
     LEFT JOIN staff f ON f.identity_id = i.id LEFT JOIN organisation fo ON fo.id = f.organisation_id \
     WHERE t.hash = $1 AND t.purpose = $2"
);
const MAIL_OF: Sql = sql!("SELECT mail_id FROM token WHERE hash = $1 AND purpose = $2");
const NEWER: Sql = sql!(
    "SELECT CAST(count(*) AS BIGINT) FROM mail m WHERE m.identity_id = $1 AND m.kind = 'reset' AND m.handed_at > $2 \
     AND m.generation = $3 AND EXISTS (SELECT 1 FROM token t WHERE t.mail_id = m.id AND t.used_at IS NULL \
     AND t.ended_at IS NULL AND t.expires_at > $4)"
);
const USE: Sql = sql!("UPDATE token SET used_at = $2 WHERE id = $1 AND used_at IS NULL AND ended_at IS NULL");
const END_ALL: Sql = sql!(
    "UPDATE token SET ended_at = $2, end_reason = $3 WHERE identity_id = $1 AND used_at IS NULL AND ended_at IS NULL \
     AND purpose NOT IN ('still-here', 'email-undo')"
);
const END_UNDO: Sql = sql!(
    "UPDATE token SET ended_at = $2, end_reason = 'ended' WHERE identity_id = $1 AND used_at IS NULL AND ended_at IS NULL \
     AND purpose = 'email-undo'"
);
const END_REQUEST: Sql =
    sql!("UPDATE token SET ended_at = $2, end_reason = $3 WHERE mail_id = $1 AND used_at IS NULL AND ended_at IS NULL");
const DELETE_ATTEMPT: Sql = sql!("DELETE FROM token WHERE mail_id = $1 AND attempt = $2 AND used_at IS NULL");
const USABLE: Sql = sql!(
    "SELECT m.state, m.handed_at FROM mail m WHERE m.identity_id = $1 AND m.kind = 'reset' AND m.generation = $2 \
     AND m.handed_at IS NOT NULL AND EXISTS (SELECT 1 FROM token t WHERE t.mail_id = m.id AND t.used_at IS NULL \
     AND t.ended_at IS NULL AND t.expires_at > $3 AND t.link_id IS NOT DISTINCT FROM $4) \
     ORDER BY m.handed_at DESC, m.id DESC LIMIT 3"
);
const OVER: Sql = sql!(
    "SELECT id FROM token WHERE mail_id = $1 AND (used_at IS NOT NULL OR ended_at IS NOT NULL) ORDER BY id LIMIT 1"
);

/// Stores the hash of a token that is about to be handed over.
///
/// # Errors
/// When the database fails.
pub fn add(tx: &mut Write<'_>, new: &NewToken, at: Time) -> Result<(), StoreError> {
    tx.run(
        ADD,
        args![
            new.id,
            new.hash,
            new.purpose,
            new.mail,
            new.attempt,
            new.identity,
            new.generation,
            new.link,
            new.asks_username,
            at,
            new.expires_at
        ],
    )
    .map(drop)
}

/// Whether the token of this hash can be used now, and if not, why. Changes nothing (law 5).
///
/// # Errors
/// When the database fails.
pub fn look(
    tx: &mut Read<'_>,
    hash: &[u8; 32],
    purpose: Purpose,
    now: Time,
) -> Result<Result<Alive, Dead>, StoreError> {
    let Some(found) = tx.maybe::<Found>(LOOK, args![*hash, purpose])? else {
        return Ok(Err(Dead::Unknown));
    };
    if let Some(reason) = found.dead(purpose, now) {
        return Ok(Err(reason));
    }
    if let (Purpose::Reset, Some(handed_at)) = (purpose, found.handed_at) {
        let (newer,): (i64,) = tx.one(NEWER, args![found.alive.identity, handed_at, found.alive.generation, now])?;
        if newer >= NEWEST {
            return Ok(Err(Dead::Replaced));
        }
    }
    Ok(Ok(found.alive))
}

/// The mail that a token went with, alive or not.
///
/// # Errors
/// When the database fails.
pub fn mail_of(tx: &mut Read<'_>, hash: &[u8; 32], purpose: Purpose) -> Result<Option<MailId>, StoreError> {
    let found: Option<(MailId,)> = tx.maybe(MAIL_OF, args![*hash, purpose])?;
    Ok(found.map(|(mail,)| mail))
}

impl Found {
    fn dead(&self, purpose: Purpose, now: Time) -> Option<Dead> {
        if self.used_at.is_some() {
            return Some(Dead::Used);
        }
        if let Some(reason) = &self.end_reason {
            return Some(Dead::parse(reason).unwrap_or(Dead::Ended));
        }
        if purpose == Purpose::StillHere {
            // It is about an access that ends, and opens nothing.
            return (self.expires_at <= now).then_some(Dead::Expired);
        }
        let over = self.access_ends_at.is_some_and(|end| end <= now);
        let to_come = self.access_starts_at.is_some_and(|start| start > now);
        if purpose == Purpose::EmailUndo && !over && !to_come {
            // It is for who owned the address before: what the new owner does or ends does not end it.
            let expired = (self.expires_at <= now).then_some(Dead::Expired);
            return expired.or((self.link_proof.as_deref() != Some("ended")).then_some(Dead::Used));
        }
        if self.current_generation != self.alive.generation || over || to_come || self.frozen {
            return Some(Dead::Ended);
        }
        if self.expires_at <= now {
            return Some(Dead::Expired);
        }
        let address_stands = match purpose {
            Purpose::EmailConfirm => self.link_proof.as_deref() == Some("proposed"),
            _ => matches!(self.link_proof.as_deref(), Some("linked" | "confirmed")),
        };
        (self.alive.link.is_some() && !address_stands).then_some(Dead::AddressChanged)
    }
}

/// Uses a token: the only way to a [`Consumed`]. It and all its sisters are over, whatever the caller does next in this
/// transaction; of many at the same time one gets it.
///
/// # Errors
/// When the database fails.
pub fn consume(
    tx: &mut Write<'_>,
    hash: &[u8; 32],
    purpose: Purpose,
    now: Time,
) -> Result<Result<Consumed, Dead>, StoreError> {
    let alive = match look(tx, hash, purpose, now)? {
        Ok(alive) => alive,
        Err(dead) => return Ok(Err(dead)),
    };
    if tx.run(USE, args![alive.id, now])? != 1 {
        return Ok(Err(Dead::Used));
    }
    end_all(tx, alive.identity, Dead::Used, now)?;
    Ok(Ok(Consumed { alive, purpose }))
}

/// Uses a token that opens no password, for an act of its own: it and its sisters of the same mail are over, and nothing else
/// is; no [`Consumed`] comes of it.
///
/// # Errors
/// When the database fails.
pub fn spend(
    tx: &mut Write<'_>,
    hash: &[u8; 32],
    purpose: Purpose,
    now: Time,
) -> Result<Result<Alive, Dead>, StoreError> {
    let alive = match look(tx, hash, purpose, now)? {
        Ok(alive) => alive,
        Err(dead) => return Ok(Err(dead)),
    };
    if tx.run(USE, args![alive.id, now])? != 1 {
        return Ok(Err(Dead::Used));
    }
    end_request(tx, alive.mail, Dead::Used, now)?;
    Ok(Ok(alive))
}

/// Ends every live token by which a change of address could be taken back.
///
/// # Errors
/// When the database fails.
pub fn end_undo(tx: &mut Write<'_>, identity: IdentityId, now: Time) -> Result<(), StoreError> {
    tx.run(END_UNDO, args![identity, now]).map(drop)
}

/// Ends every live token of an identity, beside those that are for others than who signs in with it.
///
/// # Errors
/// When the database fails.
pub fn end_all(tx: &mut Write<'_>, identity: IdentityId, why: Dead, now: Time) -> Result<(), StoreError> {
    tx.run(END_ALL, args![identity, now, why.as_str()]).map(drop)
}

/// Ends the links of one request.
///
/// # Errors
/// When the database fails.
pub fn end_request(tx: &mut Write<'_>, mail: MailId, why: Dead, now: Time) -> Result<(), StoreError> {
    tx.run(END_REQUEST, args![mail, now, why.as_str()]).map(drop)
}

/// Deletes the token of an attempt whose mail was not handed over.
///
/// # Errors
/// When the database fails.
pub fn delete_attempt(tx: &mut Write<'_>, mail: MailId, attempt: i64) -> Result<(), StoreError> {
    tx.run(DELETE_ATTEMPT, args![mail, attempt]).map(drop)
}

/// A request whose link can be used now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usable {
    /// A mail server took it over; else it may have arrived.
    pub sent: bool,
    /// When it was first handed over.
    pub handed_at: Time,
}

/// The requests of an identity, to this address, whose links can be used now: the newest three, newest first.
///
/// # Errors
/// When the database fails.
pub fn usable(
    tx: &mut Read<'_>,
    (identity, generation): (IdentityId, i64),
    link: Option<EmailLinkId>,
    now: Time,
) -> Result<Vec<Usable>, StoreError> {
    let found: Vec<(String, Time)> = tx.many(USABLE, args![identity, generation, now, link])?;
    Ok(found.into_iter().map(|(state, handed_at)| Usable { sent: state == "sent", handed_at }).collect())
}

/// True when a link of this request was used or ended: no other one may follow it.
///
/// # Errors
/// When the database fails.
pub fn is_over(tx: &mut Read<'_>, mail: MailId) -> Result<bool, StoreError> {
    let found: Option<(TokenId,)> = tx.maybe(OVER, args![mail])?;
    Ok(found.is_some())
}
