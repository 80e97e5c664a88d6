//! Record: what became of an attempt. Accepted: sent. Refused: its token is deleted. Reply lost: the token is kept, for the
//! mail may have arrived, and the next attempt has the same Message-ID.

use domain::access::Actor;
use domain::audit::{Act, Subject, canonical};
use domain::diagnosis::What;
use domain::time::Span;
use mail::smtp::{Cause, Failure, Refusal, Stage};
use store::StoreError;
use store::mail::event::{self, NewEvent};
use store::mail::{Attempt, Claimed, End};

use super::pace::{MOST_UNKNOWN, pause, too_late};
use super::prepare::{Letter, Ready};
use crate::audit::entry;
use crate::bounce::mark::{self, Mark};
use crate::house::App;

/// A mail server took it over: the address works (again).
pub(super) async fn sent(
    app: &App,
    claimed: &Claimed,
    ready: &Ready,
    (server, reply): (&str, &str),
) -> Result<(), StoreError> {
    let said = said(claimed, What::Accepted, (server, reply));
    // Where bounces come back, a server that took a mail over has not said that the mailbox exists.
    let shows = app.settings.bounce_domain.is_none();
    let (claimed, reply, now) = (claimed.clone(), without_addresses(reply), app.clock.now());
    let (link, identity) = (ready.target.link, ready.target.identity);
    let is_reset = matches!(ready.letter, Letter::Reset { staff: false, .. });
    app.db
        .write(move |tx| {
            store::mail::handed_over(tx, claimed.id, now)?;
            match link {
                Some(link) if shows => store::email_link::arrived(tx, link)?,
                Some(link) => store::email_link::set_delivery(tx, link, "ok")?,
                None => {}
            }
            if let Some(identity) = identity.filter(|_| is_reset) {
                store::progress::mail_accepted(tx, identity, now)?;
            }
            if store::mail::end(tx, &claimed, End::Sent, (None, Some(&reply)), now)? {
                event::add(tx, &said, now)?;
            }
            Ok(())
        })
        .await
}

/// What a mail server said in an attempt; that it cannot be reached is said once.
fn said(claimed: &Claimed, what: What, (server, reply): (&str, &str)) -> NewEvent {
    let number = if what == What::Unreachable { 0 } else { claimed.lease }.to_be_bytes();
    let mark = canonical(&[Some(b"attempt"), Some(&number), Some(what.as_str().as_bytes())]);
    let (mark, reply) = (crypto::digest::sha256(&mark), Some(without_addresses(reply)));
    NewEvent { mail: claimed.id, mark, what, server: Some(server.to_owned()), reply }
}

/// Mail servers repeat the address in what they say. Nobody who looks at the outbox or the log needs it.
pub(crate) fn without_addresses(reply: &str) -> String {
    let words: Vec<&str> = reply.split(' ').map(|word| if word.contains('@') { "…" } else { word }).collect();
    words.join(" ")
}

/// Whom it was for changed between preparing and minting, or the lease ran out: it is prepared again.
pub(super) async fn changed_meanwhile(app: &App, claimed: &Claimed) -> Result<(), StoreError> {
    later_or_dead(app, claimed, "changed-meanwhile").await
}

/// This version of the program, or this key file, cannot read it; another one may.
pub(super) async fn unreadable(app: &App, claimed: &Claimed) -> Result<(), StoreError> {
    tracing::error!(mail = %claimed.id, "a mail cannot be read: is the key file complete, and this the newest version?");
    later_or_dead(app, claimed, "cannot-be-read").await
}

async fn later_or_dead(app: &App, claimed: &Claimed, reason: &'static str) -> Result<(), StoreError> {
    let (claimed, now) = (claimed.clone(), app.clock.now());
    let after = pause(claimed.attempts.max(1), true);
    app.db
        .write(move |tx| {
            if now + after - claimed.alive_since > too_late(claimed.mail.as_ref()) {
                return store::mail::end(tx, &claimed, End::Dead, (Some(reason), None), now).map(drop);
            }
            store::mail::again(tx, &claimed, Attempt::Failed, None, now + after).map(drop)
        })
        .await
}

/// It can never be sent as it is: a fault of settings or code.
pub(super) async fn unsendable(app: &App, claimed: &Claimed, fault: &str) -> Result<(), StoreError> {
    tracing::error!(mail = %claimed.id, fault, "a mail cannot be written");
    let (claimed, now) = (claimed.clone(), app.clock.now());
    app.db
        .write(move |tx| {
            store::token::delete_attempt(tx, claimed.id, claimed.lease)?;
            store::mail::end(tx, &claimed, End::Dead, (Some("cannot-be-written"), None), now).map(drop)
        })
        .await
}

/// What an attempt that failed leads to.
enum Next {
    Again { attempt: Attempt, after: Span },
    Dead(&'static str),
}

fn next(claimed: &Claimed, failure: &Failure, age: Span) -> Next {
    let attempts = claimed.attempts.max(1);
    let late = too_late(claimed.mail.as_ref());
    let after = pause(attempts, matches!(failure, Failure::Unreachable { .. }));
    match failure {
        // What the server has against us, not against this mail: somebody may mend its settings within the hour.
        Failure::Permanent(refusal) if is_about_us(refusal) && age + pause(attempts, true) <= late => {
            Next::Again { attempt: Attempt::Failed, after: pause(attempts, true) }
        }
        Failure::Permanent(refusal) => Next::Dead(mark::reason(refusal.cause)),
        Failure::Unknown { .. } if claimed.unknown_attempts + 1 >= MOST_UNKNOWN => Next::Dead("outcome-unknown"),
        _ if age + after > late => Next::Dead("too-late"),
        Failure::Unknown { .. } => Next::Again { attempt: Attempt::Unknown, after },
        Failure::Temporary(_) | Failure::Unreachable { .. } => Next::Again { attempt: Attempt::Failed, after },
    }
}

fn is_about_us(refusal: &Refusal) -> bool {
    match refusal.cause {
        Cause::Sender | Cause::Server => true,
        Cause::Policy => refusal.stage == Stage::Mail,
        Cause::Recipient | Cause::MailboxFull | Cause::Content | Cause::Greylisted => false,
    }
}

fn what(failure: &Failure) -> What {
    match failure {
        Failure::Permanent(_) => What::Refused,
        Failure::Temporary(refusal) if refusal.cause == Cause::Greylisted => What::Greylisted,
        Failure::Temporary(_) => What::Deferred,
        Failure::Unreachable { .. } => What::Unreachable,
        Failure::Unknown { .. } => What::Unknown,
    }
}

/// An attempt failed.
pub(super) async fn failed(
    app: &App,
    claimed: &Claimed,
    ready: &Ready,
    (server, failure): (&str, &Failure),
) -> Result<(), StoreError> {
    let now = app.clock.now();
    let next = next(claimed, failure, now - claimed.alive_since);
    let reply = failure.refusal().map_or_else(|| failure.to_string(), |refusal| refusal.reply.to_string());
    let reply = without_addresses(&reply);
    tracing::info!(mail = %claimed.id, attempt = claimed.attempts, reply, "a mail was not handed over");
    let unknown = matches!(failure, Failure::Unknown { .. });
    let link = ready.target.link;
    let (mark, said) = (mark::of_failure(failure), said(claimed, what(failure), (server, &reply)));
    let ctx = crate::house::Ctx { door: domain::audit::Door::Job, ..app.command() };
    let refused = ready.target.identity.map(|identity| {
        let subject = Subject::new("identity", identity.uuid());
        entry(app, &ctx, Actor::Job, Act::EmailRefused, (ready.target.organisation, subject))
    });
    let claimed = claimed.clone();
    app.db
        .write(move |tx| {
            if unknown {
                store::mail::handed_over(tx, claimed.id, now)?;
            } else {
                store::token::delete_attempt(tx, claimed.id, claimed.lease)?;
            }
            if let (Some(link), Some(mark)) = (link, mark) {
                mark.set(tx, link, now)?;
                if let (Mark::Hard, Some(refused)) = (mark, &refused) {
                    refused.write(tx)?;
                }
            }
            event::add(tx, &said, now)?;
            match &next {
                Next::Again { attempt, after } => {
                    store::mail::again(tx, &claimed, *attempt, Some(&reply), now + *after).map(drop)
                }
                Next::Dead(reason) => {
                    store::mail::end(tx, &claimed, End::Dead, (Some(reason), Some(&reply)), now).map(drop)
                }
            }
        })
        .await
}
