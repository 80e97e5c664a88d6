//! The outbox (docs/decisions: the outbox holds intents). A row is written with the act it belongs to; a sender claims
//! it under a lease with a number, and every later step checks that number.

mod dead;
pub mod event;
pub mod returned;
pub mod timeline;

use domain::id::{EmailLinkId, IdentityId, MailId, OrganisationId};
use domain::language::Language;
use domain::mail::{Lane, Mail};
use domain::time::Time;

use crate::db::Db;
use crate::dialect;
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Column, Record};
use crate::{args, maintenance, sql};

pub use dead::{DeadLetter, dead, revive};

/// An intent to send something.
#[derive(Clone, Debug)]
pub struct NewMail {
    /// Its id, which is also the id of a request.
    pub id: MailId,
    /// What is to be sent; ids only.
    pub mail: Mail,
    /// The language to fall back on.
    pub language: Language,
    /// Random, for the Message-ID and the envelope sender; greylisting remembers it, so it is the row's, never the attempt's.
    pub tag: String,
    /// Not before.
    pub due_at: Time,
}

/// A row that a sender claimed.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// Its id.
    pub id: MailId,
    /// The number of the lease.
    pub lease: i64,
    /// How often it was claimed, this time included.
    pub attempts: i64,
    /// How many attempts ended without a reply after the final dot.
    pub unknown_attempts: i64,
    /// The intent; none when this version of the program cannot read it.
    pub mail: Option<Mail>,
    /// The intent as stored.
    pub intent: String,
    /// The language to fall back on.
    pub language: Language,
    /// For Message-ID and envelope sender.
    pub tag: String,
    /// When it was asked.
    pub created_at: Time,
    /// When it began its life: when it was asked, or brought back from the dead letters.
    pub alive_since: Time,
}

impl Record for Claimed {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (id, lease, attempts, unknown_attempts) = (c.next()?, c.next()?, c.next()?, c.next()?);
        let _kind: String = c.next()?;
        let intent: String = c.next()?;
        let mail = Mail::from_json(&intent).ok();
        let (language, tag, created_at, alive_since) = (c.next()?, c.next()?, c.next()?, c.next()?);
        Ok(Self { id, lease, attempts, unknown_attempts, mail, intent, language, tag, created_at, alive_since })
    }
}

/// Whom a mail turned out to be for.
#[derive(Clone, Debug)]
pub struct Target {
    /// The client whose home it concerns.
    pub organisation: Option<OrganisationId>,
    /// The identity; none for who wrote to us and is nobody here.
    pub identity: Option<IdentityId>,
    /// The generation it was prepared under.
    pub generation: i64,
    /// The address link, for residents.
    pub link: Option<EmailLinkId>,
    /// The address, masked, for people who look at the outbox.
    pub masked_address: String,
}

/// How a mail ended, for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// A mail server took it over.
    Sent,
    /// A live link was on its way already.
    Merged,
    /// There was nobody to write to, or it came too late to be of use.
    Dropped,
    /// It could not be delivered; staff can see it.
    Dead,
}

impl End {
    /// As stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Merged => "merged",
            Self::Dropped => "dropped",
            Self::Dead => "dead",
        }
    }
}

const ADD: Sql = sql!(
    "INSERT INTO mail (id, lane, kind, intent, language, tag, state, reason, created_at, alive_since, due_at, attempts, \
     unknown_attempts, lease, leased_until, organisation_id, identity_id, generation, link_id, masked_address, \
     handed_at, ended_at, reply) \
     VALUES ($1, $2, $3, $4, $5, $6, 'waiting', NULL, $7, $8, $8, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)"
);
const HELD: Sql = sql!("SELECT id FROM mail WHERE id = $1 AND lease = $2 AND state = 'waiting' AND leased_until > $3");
const TARGET: Sql = sql!(
    "UPDATE mail SET organisation_id = $2, identity_id = $3, generation = $4, link_id = $5, masked_address = $6 WHERE id = $1"
);
const ASKER: Sql = sql!("UPDATE mail SET identity_id = $2 WHERE id = $1");
const HAND_OVER: Sql = sql!("UPDATE mail SET handed_at = COALESCE(handed_at, $2) WHERE id = $1");
const END: Sql = sql!(
    "UPDATE mail SET state = $3, reason = $4, reply = $5, ended_at = $6, leased_until = NULL, intent = $7 \
     WHERE id = $1 AND lease = $2 AND state = 'waiting'"
);
const AGAIN: Sql = sql!(
    "UPDATE mail SET due_at = $3, reply = $4, leased_until = NULL, unknown_attempts = unknown_attempts + $5, \
     attempts = attempts - $6 WHERE id = $1 AND lease = $2 AND state = 'waiting'"
);
const STILL: Sql = sql!(
    "SELECT m.id FROM mail m LEFT JOIN identity i ON i.id = m.identity_id LEFT JOIN email_link l ON l.id = m.link_id \
     WHERE m.id = $1 AND m.lease = $2 AND m.state = 'waiting' AND m.leased_until > $3 \
     AND (m.kind IN ('household_leaves', 'request_received') OR ((i.access_ends_at IS NULL OR i.access_ends_at > $3) AND CASE m.kind \
     WHEN 'email_replaced' THEN l.proof = 'ended' WHEN 'email_confirm' THEN i.generation = m.generation AND l.proof = 'proposed' \
     ELSE i.generation = m.generation AND (m.link_id IS NULL OR l.proof IN ('linked', 'confirmed')) END)) \
     AND NOT EXISTS (SELECT 1 FROM token t WHERE t.mail_id = m.id AND (t.used_at IS NOT NULL OR t.ended_at IS NOT NULL)) \
     AND NOT EXISTS (SELECT 1 FROM maintenance_mail x JOIN maintenance n ON n.id = x.notice_id \
     WHERE x.mail_id = m.id AND n.state IN ('paused', 'stopped'))"
);
const OTHER_IN_FLIGHT: Sql = sql!(
    "SELECT id FROM mail WHERE identity_id = $1 AND kind = $4 AND state = 'waiting' AND leased_until > $2 AND id <> $3 \
     ORDER BY id LIMIT 1"
);
const HASTEN: Sql = sql!(
    "UPDATE mail SET due_at = $3, alive_since = $3 WHERE state = 'waiting' AND kind = $1 AND intent = $2 AND due_at > $3"
);
const INTENT: Sql = sql!("SELECT intent FROM mail WHERE id = $1");
const SET_INTENT: Sql = sql!("UPDATE mail SET intent = $3 WHERE id = $1 AND lease = $2 AND state = 'waiting'");
const EXTEND: Sql = sql!("UPDATE mail SET leased_until = $3 WHERE id = $1 AND lease = $2 AND state = 'waiting'");
const LATELY: Sql = sql!(
    "SELECT CAST(count(*) AS BIGINT) FROM mail m WHERE m.identity_id = $1 AND m.kind = $2 AND m.ended_at > $3 \
     AND m.link_id IS NOT DISTINCT FROM $4 AND m.state = $5"
);
const TRIED: Sql = sql!(
    "SELECT m.id FROM mail m WHERE m.link_id = $1 AND m.id <> $2 AND (m.handed_at > $3 OR (m.state = 'dead' AND m.ended_at > $3)) \
     ORDER BY m.id LIMIT 1"
);
const NEXT_DUE: Sql = sql!("SELECT due_at FROM mail WHERE state = 'waiting' AND lane = $1 ORDER BY due_at, id LIMIT 1");
const WAITING: Sql = sql!("SELECT CAST(count(*) AS BIGINT) FROM mail WHERE state = 'waiting'");

fn json(mail: &Mail) -> Result<String, StoreError> {
    mail.to_json().map_err(|error| StoreError::Internal(Box::new(error)))
}

/// Writes an intent, in the transaction of the act it belongs to.
///
/// # Errors
/// When the database fails.
pub fn add(tx: &mut Write<'_>, new: &NewMail, at: Time) -> Result<(), StoreError> {
    let (lane, kind, intent) = (new.mail.lane().as_str(), new.mail.kind(), json(&new.mail)?);
    tx.run(ADD, args![new.id, lane, kind, intent, new.language, new.tag, at, new.due_at]).map(drop)
}

/// Claims what is due on a lane.
///
/// # Errors
/// When the database fails.
pub async fn claim(db: &Db, lane: Lane, now: Time, until: Time, most: u32) -> Result<Vec<Claimed>, StoreError> {
    let args = vec![lane.as_str().arg().into(), now.arg().into(), until.arg().into(), most.arg().into()];
    db.single(dialect::CLAIM_MAIL, args).await
}

/// True while this lease holds.
///
/// # Errors
/// When the database fails.
pub fn held(tx: &mut Read<'_>, mail: MailId, lease: i64, now: Time) -> Result<bool, StoreError> {
    let found: Option<(MailId,)> = tx.maybe(HELD, args![mail, lease, now])?;
    Ok(found.is_some())
}

/// Writes down whom the mail is for.
///
/// # Errors
/// When the database fails.
pub fn set_target(tx: &mut Write<'_>, mail: MailId, target: &Target) -> Result<(), StoreError> {
    tx.run(
        TARGET,
        args![mail, target.organisation, target.identity, target.generation, target.link, target.masked_address],
    )
    .map(drop)
}

/// Writes down who asked for a mail that goes nowhere.
///
/// # Errors
/// When the database fails.
pub fn set_asker(tx: &mut Write<'_>, mail: MailId, identity: IdentityId) -> Result<(), StoreError> {
    tx.run(ASKER, args![mail, identity]).map(drop)
}

/// What a mail is about; none when there is no such mail, or this version of the program cannot read it.
///
/// # Errors
/// When the database fails.
pub fn intent(tx: &mut Read<'_>, mail: MailId) -> Result<Option<Mail>, StoreError> {
    let found: Option<(String,)> = tx.maybe(INTENT, args![mail])?;
    Ok(found.and_then(|(intent,)| Mail::from_json(&intent).ok()))
}

/// A mail that was to go later goes now.
///
/// # Errors
/// When the database fails.
pub fn hasten(tx: &mut Write<'_>, mail: &Mail, now: Time) -> Result<(), StoreError> {
    tx.run(HASTEN, args![mail.kind(), json(mail)?, now]).map(drop)
}

/// True while another mail of a kind is on its way to the same identity: it is better to wait and see what becomes of it.
///
/// # Errors
/// When the database fails.
pub fn other_in_flight(
    tx: &mut Read<'_>,
    identity: IdentityId,
    (mail, kind): (MailId, &str),
    now: Time,
) -> Result<bool, StoreError> {
    let found: Option<(MailId,)> = tx.maybe(OTHER_IN_FLIGHT, args![identity, now, mail, kind])?;
    Ok(found.is_some())
}

/// Narrows an intent down, so that a later attempt does not begin from the start.
///
/// # Errors
/// When the database fails.
pub fn set_intent(tx: &mut Write<'_>, claimed: &Claimed, mail: &Mail) -> Result<(), StoreError> {
    tx.run(SET_INTENT, args![claimed.id, claimed.lease, json(mail)?]).map(drop)
}

/// True while the lease holds, whom it was prepared for is unchanged (same generation, access, and address), and no link
/// of this request was used.
///
/// # Errors
/// When the database fails.
pub fn unchanged(tx: &mut Read<'_>, mail: MailId, lease: i64, now: Time) -> Result<bool, StoreError> {
    let found: Option<(MailId,)> = tx.maybe(STILL, args![mail, lease, now])?;
    Ok(found.is_some())
}

/// Keeps the lease for the time the message itself takes.
///
/// # Errors
/// When the database fails.
pub fn extend(tx: &mut Write<'_>, mail: MailId, lease: i64, until: Time) -> Result<(), StoreError> {
    tx.run(EXTEND, args![mail, lease, until]).map(drop)
}

/// How many mails of a kind ended in this way for this identity and address since a time.
///
/// # Errors
/// When the database fails.
pub fn lately(
    tx: &mut Read<'_>,
    (identity, link): (IdentityId, Option<EmailLinkId>),
    (kind, end): (&str, End),
    since: Time,
) -> Result<i64, StoreError> {
    let (n,): (i64,) = tx.one(LATELY, args![identity, kind, since, link, end.as_str()])?;
    Ok(n)
}

/// True when another mail was tried at this address since a time.
///
/// # Errors
/// When the database fails.
pub fn tried(tx: &mut Read<'_>, (link, mail): (EmailLinkId, MailId), since: Time) -> Result<bool, StoreError> {
    let found: Option<(MailId,)> = tx.maybe(TRIED, args![link, mail, since])?;
    Ok(found.is_some())
}

/// The mail was (or may have been) handed over; the first time counts.
///
/// # Errors
/// When the database fails.
pub fn handed_over(tx: &mut Write<'_>, mail: MailId, at: Time) -> Result<(), StoreError> {
    tx.run(HAND_OVER, args![mail, at]).map(drop)
}

/// Ends a mail. What was typed to ask for it is forgotten with the intent, unless it is dead and may be tried again.
///
/// # Errors
/// When the database fails.
pub fn end(
    tx: &mut Write<'_>,
    claimed: &Claimed,
    end: End,
    (reason, reply): (Option<&str>, Option<&str>),
    at: Time,
) -> Result<bool, StoreError> {
    let kept = match &claimed.mail {
        Some(mail) if end != End::Dead => json(&mail.forgotten())?,
        _ => claimed.intent.clone(),
    };
    let touched = tx.run(
        END,
        args![claimed.id, claimed.lease, end.as_str(), reason.map(str::to_owned), reply.map(str::to_owned), at, kept],
    )?;
    let ended = claimed.mail.as_ref().filter(|_| touched == 1);
    maintenance::count_end(tx, ended, (end, reason))?;
    Ok(touched == 1)
}

/// How an attempt that did not end the mail is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// Tried, and refused for now.
    Failed,
    /// Tried, and nobody knows whether it arrived.
    Unknown,
    /// Not tried: a limit postponed it.
    Postponed,
}

/// Puts a mail back for later.
///
/// # Errors
/// When the database fails.
pub fn again(
    tx: &mut Write<'_>,
    claimed: &Claimed,
    attempt: Attempt,
    reply: Option<&str>,
    due_at: Time,
) -> Result<bool, StoreError> {
    let unknown = i64::from(attempt == Attempt::Unknown);
    let uncounted = i64::from(attempt == Attempt::Postponed);
    let reply = reply.map(str::to_owned);
    Ok(tx.run(AGAIN, args![claimed.id, claimed.lease, due_at, reply, unknown, uncounted])? == 1)
}

/// When the next mail of a lane is due.
///
/// # Errors
/// When the database fails.
pub fn next_due(tx: &mut Read<'_>, lane: Lane) -> Result<Option<Time>, StoreError> {
    let found: Option<(Time,)> = tx.maybe(NEXT_DUE, args![lane.as_str()])?;
    Ok(found.map(|(at,)| at))
}

/// How many mails wait.
///
/// # Errors
/// When the database fails.
pub fn waiting(tx: &mut Read<'_>) -> Result<i64, StoreError> {
    let (n,): (i64,) = tx.one(WAITING, &[])?;
    Ok(n)
}
