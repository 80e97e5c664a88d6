//! Record: what became of an attempt. Accepted: sent. Refused: its token is deleted. Reply lost: the token is kept, for the
//! mail may have arrived, and the next attempt has the same Message-ID.

use domain::access::Actor;
use domain::audit::{Act, Subject};
use domain::time::Span;
use mail::smtp::{Cause, Failure};
use store::StoreError;
use store::mail::{Attempt, Claimed, End};

use super::pace::{MOST_UNKNOWN, TOO_LATE, pause};
use super::prepare::Ready;
use crate::audit::entry;
use crate::house::App;

/// A mail server took it over.
pub(super) async fn sent(app: &App, claimed: &Claimed, reply: &str) -> Result<(), StoreError> {
    let (claimed, reply, now) = (claimed.clone(), reply.to_owned(), app.clock.now());
    app.db
        .write(move |tx| {
            store::mail::handed_over(tx, claimed.id, now)?;
            store::mail::end(tx, &claimed, End::Sent, (None, Some(&reply)), now).map(drop)
        })
        .await
}

/// Whom it was for changed between preparing and minting: it is prepared again, at once.
pub(super) async fn changed_meanwhile(app: &App, claimed: &Claimed) -> Result<(), StoreError> {
    let (claimed, now) = (claimed.clone(), app.clock.now());
    app.db
        .write(move |tx| store::mail::again(tx, &claimed, Attempt::Failed, None, now + Span::seconds(1)).map(drop))
        .await
}

/// It can never be sent as it is: a fault of settings or code.
pub(super) async fn unsendable(app: &App, claimed: &Claimed, fault: &str) -> Result<(), StoreError> {
    tracing::error!(mail = %claimed.id, fault, "a mail cannot be written");
    let (claimed, now) = (claimed.clone(), app.clock.now());
    app.db
        .write(move |tx| {
            store::token::delete_attempt(tx, claimed.id, claimed.attempts)?;
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
    let after = pause(attempts, matches!(failure, Failure::Unreachable { .. }));
    match failure {
        Failure::Permanent(refusal) => Next::Dead(match refusal.cause {
            Cause::Recipient => "recipient-refused",
            Cause::MailboxFull => "mailbox-full",
            Cause::Content => "content-refused",
            Cause::Policy | Cause::Greylisted => "policy",
            Cause::Sender | Cause::Server => "server-refused",
        }),
        Failure::Unknown { .. } if claimed.unknown_attempts + 1 >= MOST_UNKNOWN => Next::Dead("outcome-unknown"),
        _ if age + after > TOO_LATE => Next::Dead("too-late"),
        Failure::Unknown { .. } => Next::Again { attempt: Attempt::Unknown, after },
        Failure::Temporary(_) | Failure::Unreachable { .. } => Next::Again { attempt: Attempt::Failed, after },
    }
}

/// An attempt failed.
pub(super) async fn failed(app: &App, claimed: &Claimed, ready: &Ready, failure: &Failure) -> Result<(), StoreError> {
    let now = app.clock.now();
    let next = next(claimed, failure, now - claimed.created_at);
    let reply = failure.refusal().map_or_else(|| failure.to_string(), |refusal| refusal.reply.to_string());
    tracing::info!(mail = %claimed.id, attempt = claimed.attempts, %failure, "a mail was not handed over");
    let unknown = matches!(failure, Failure::Unknown { .. });
    let link = ready.target.link;
    let delivery = match failure {
        failure if failure.condemns_address() => Some("hard"),
        Failure::Permanent(refusal) | Failure::Temporary(refusal) if refusal.cause == Cause::MailboxFull => {
            Some("soft")
        }
        _ => None,
    };
    let ctx = crate::house::Ctx { door: domain::audit::Door::Job, ..app.command() };
    let subject = Subject::new("identity", ready.target.identity.uuid());
    let refused = entry(app, &ctx, Actor::Job, Act::EmailRefused, (ready.target.organisation, subject));
    let claimed = claimed.clone();
    app.db
        .write(move |tx| {
            if unknown {
                store::mail::handed_over(tx, claimed.id, now)?;
            } else {
                store::token::delete_attempt(tx, claimed.id, claimed.attempts)?;
            }
            if let (Some(link), Some(delivery)) = (link, delivery) {
                store::email_link::set_delivery(tx, link, delivery)?;
                if delivery == "hard" {
                    refused.write(tx)?;
                }
            }
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
