//! Bounces: what comes back about a mail that a server took over. Only the tag in the address that it comes to says which mail it
//! was, and only a report about the very address that the mail went to counts; nothing else in it is believed. The same report
//! twice changes nothing, and what became of the mail is written in one transaction.

pub(crate) mod mark;

use domain::access::Actor;
use domain::audit::{Act, Door, Subject, canonical};
use domain::diagnosis::What;
use domain::email::Address;
use domain::id::MailId;
use domain::time::{Span, Time};
use mail::bounce::{Fate, Read as Came, Report, Told, read};
use mail::smtp::Cause;
use store::mail::event::{self, NewEvent};
use store::mail::returned::{self, Returned};
use store::{StoreError, Write};

use crate::audit::{Entry, entry};
use crate::house::{App, Ctx};
use crate::outbox::{too_late, without_addresses};
use mark::Mark;

/// What stands before the tag in the address that bounces come back to.
pub(crate) const BEFORE_TAG: &str = "bounce+";

/// A mailbox that was full, or a server that gave up, is tried once more after this.
const ONCE_MORE: Span = Span::hours(4);

/// What became of something that came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// The address is none that bounces come back to.
    NotOurs,
    /// The tag is none that we made, or its mail is kept no more.
    Forged,
    /// An automatic answer of a mailbox: nobody reads it.
    Answer,
    /// It cannot be read; that it came is kept with the mail.
    Unreadable,
    /// It is about another address than the one that the mail went to.
    Elsewhere,
    /// It came before, or the mail was given up before it came, or its link was used meanwhile.
    Nothing,
    /// It counted.
    Counted(What),
}

/// Why nothing became of it.
#[derive(Debug, thiserror::Error)]
pub enum BounceError {
    /// The mail is being sent at this moment: it has to come again in a few minutes.
    #[error("the mail is being sent")]
    Busy,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// True for an address that bounces come back to, whatever its tag.
#[must_use]
pub fn is_ours(app: &App, recipient: &str) -> bool {
    tag(app, recipient).is_some()
}

/// The tag of an address of ours.
fn tag<'a>(app: &App, recipient: &'a str) -> Option<&'a str> {
    let (local, domain) = recipient.rsplit_once('@')?;
    let own = app.settings.bounce_domain.as_deref()?;
    let (before, tag) = local.split_at_checked(BEFORE_TAG.len())?;
    (domain.eq_ignore_ascii_case(own) && before.eq_ignore_ascii_case(BEFORE_TAG)).then_some(tag)
}

/// Takes in what came to an address: the message as it was received, and the recipient of its envelope.
///
/// # Errors
/// [`BounceError`]; then it is to be brought again.
pub async fn receive(app: &App, ctx: &Ctx, recipient: &str, message: &[u8]) -> Result<Became, BounceError> {
    let Some(tag) = tag(app, recipient) else { return Ok(Became::NotOurs) };
    let Some(mail) = crypto::bounce::read(&app.keys, tag) else { return Ok(Became::Forged) };
    let came = read(message);
    let ctx = Ctx { door: Door::Job, ..ctx.clone() };
    let subject = Subject::new("identity", uuid::Uuid::nil());
    let refused = entry(app, &ctx, Actor::Job, Act::EmailRefused, (None, subject));
    let unread = crypto::digest::sha256(message);
    let plan = Plan { mail, came, unread, refused, now: ctx.now };
    let became = app.db.write(move |tx| plan.run(tx)).await?;
    if matches!(became, Became::Counted(_)) {
        app.ring();
    }
    tracing::info!(%mail, ?became, "something came back about a mail");
    Ok(became)
}

/// All that the transaction needs.
struct Plan {
    mail: MailId,
    came: Came,
    /// A hash of the whole, for what cannot be read.
    unread: [u8; 32],
    refused: Entry,
    now: Time,
}

impl Plan {
    fn run(&self, tx: &mut Write<'_>) -> Result<Became, BounceError> {
        let Some(row) = returned::look(tx, self.mail)? else { return Ok(Became::Forged) };
        let report = match &self.came {
            Came::Answer => return Ok(Became::Answer),
            Came::Unreadable => {
                self.add(tx, (self.unread, What::Unreadable), (None, None))?;
                return Ok(Became::Unreadable);
            }
            Came::Report(report) => report,
        };
        let Some(told) = about(report, &row) else { return Ok(Became::Elsewhere) };
        if row.is_dead || event::is_known(tx, self.mail, &mark_of(report))? {
            return Ok(Became::Nothing);
        }
        if row.leased_until.is_some_and(|until| until > self.now) {
            return Err(BounceError::Busy);
        }
        Ok(self.count(tx, &row, (report, told))?)
    }

    /// The first time that this is told.
    fn count(
        &self,
        tx: &mut Write<'_>,
        row: &Returned,
        (report, told): (&Report, &Told),
    ) -> Result<Became, StoreError> {
        let what = what(told.fate);
        let server = told.server.as_ref().or(report.server.as_ref()).map(|name| without_addresses(name));
        let reply = Some(without_addresses(&told.said)).filter(|said| !said.is_empty());
        if !self.add(tx, (mark_of(report), what), (server, reply.clone()))? || row.proven_since {
            return Ok(Became::Nothing);
        }
        match (row.link, mark::of_fate(told.fate)) {
            (Some(link), Some(mark)) => {
                mark.set(tx, link, self.now)?;
                if mark == Mark::Hard {
                    self.log(tx, row)?;
                }
            }
            (Some(link), None) if told.fate == Fate::Delivered => store::email_link::arrived(tx, link)?,
            _ => {}
        }
        if let Fate::Refused(cause) | Fate::GivenUp(cause) = told.fate {
            self.end(tx, row, (told.fate, cause), reply.as_deref())?;
        }
        Ok(Became::Counted(what))
    }

    /// Once more later, when that makes sense; else it is a dead letter, as one that was refused at once.
    fn end(
        &self,
        tx: &mut Write<'_>,
        row: &Returned,
        (fate, cause): (Fate, Cause),
        reply: Option<&str>,
    ) -> Result<(), StoreError> {
        let Some((mail, whose)) = row.mail.as_ref().zip(row.identity) else { return Ok(()) };
        let intent = mail.once_more(whose);
        let due_at = self.now + ONCE_MORE;
        let soft = mark::of_fate(fate) == Some(Mark::Soft);
        let first = event::count(tx, self.mail, What::Bounced)? == 1;
        if soft && first && due_at - row.alive_since <= too_late(Some(mail)) {
            return returned::again(tx, (self.mail, &intent), reply, due_at);
        }
        returned::end(tx, (self.mail, &intent), (mark::reason(cause), reply), self.now)
    }

    fn log(&self, tx: &mut Write<'_>, row: &Returned) -> Result<(), StoreError> {
        let Some(identity) = row.identity else { return Ok(()) };
        let mut line = self.refused.clone();
        line.line.organisation = row.organisation;
        line.line.subject = Subject::new("identity", identity.uuid());
        line.write(tx)
    }

    fn add(
        &self,
        tx: &mut Write<'_>,
        (mark, what): ([u8; 32], What),
        (server, reply): (Option<String>, Option<String>),
    ) -> Result<bool, StoreError> {
        event::add(tx, &NewEvent { mail: self.mail, mark, what, server, reply }, self.now)
    }
}

/// What is said about the address that the mail went to.
fn about<'a>(report: &'a Report, row: &Returned) -> Option<&'a Told> {
    let own = Address::parse(row.address.as_deref()?).ok()?.search_key();
    report.told.iter().find(|told| told.to.as_ref().is_some_and(|to| to.search_key() == own))
}

fn mark_of(report: &Report) -> [u8; 32] {
    crypto::digest::sha256(&canonical(&[Some(b"bounce"), Some(report.whole.as_bytes())]))
}

fn what(fate: Fate) -> What {
    match fate {
        Fate::Refused(_) | Fate::GivenUp(_) => What::Bounced,
        Fate::Delayed => What::Delayed,
        Fate::Delivered => What::Delivered,
        Fate::Passed => What::Passed,
    }
}
