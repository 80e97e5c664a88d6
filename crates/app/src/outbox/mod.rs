//! The outbox: intents are written with the act they belong to; a sender turns them into mails later. Per attempt: claim,
//! prepare, SMTP up to the accepted recipient, mint, DATA, record. No transaction waits for the network, and a token
//! exists only from the moment its mail can be handed over.

mod contact_handout;
mod data_request;
mod letter;
mod link_request;
mod maintenance;
mod mint;
mod names;
mod notices;
mod pace;
mod prepare;
mod record;

pub(crate) use pace::too_late;
pub(crate) use prepare::counted_mailbox;
pub(crate) use record::without_addresses;

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use domain::mail::{Lane, Mail};
use domain::time::Span;
use futures_util::{FutureExt, StreamExt};
use mail::smtp::{Failure, Stage, Trouble};
use mail::transport::Transport;
use store::StoreError;
use store::mail::{Claimed, NewMail};

use crate::house::{App, Ctx};
use prepare::Prepared;

/// How long a claim holds; a process that dies leaves its mails to others after that.
const LEASE: Span = Span::minutes(2);
/// An attempt that has not got its recipient accepted by then is given up, while its lease still holds.
const LONGEST_BEGIN: Duration = Duration::from_secs(100);

/// How many are claimed at once, and sent side by side. Announcements go one by one, so that they never hold all connections to the
/// mail server while a resident waits for a link.
const fn batch(lane: Lane) -> u32 {
    match lane {
        Lane::Security => 8,
        Lane::Service => 1,
    }
}

/// A row for the outbox, due at once.
#[must_use]
pub fn intent(app: &App, ctx: &Ctx, mail: Mail) -> NewMail {
    NewMail { id: app.id(ctx.now), mail, language: ctx.language, tag: app.random_name(), due_at: ctx.now }
}

/// Sends what is due on all lanes, security first; how many were claimed. Also how tests deliver.
///
/// # Errors
/// When the database fails.
pub async fn deliver_due(app: &App, transport: &Transport) -> Result<usize, StoreError> {
    let mut claimed = 0;
    for lane in Lane::ALL {
        claimed += deliver_lane(app, transport, *lane).await?;
    }
    Ok(claimed)
}

/// Sends what is due on a lane, one batch.
///
/// # Errors
/// When the database fails.
pub async fn deliver_lane(app: &App, transport: &Transport, lane: Lane) -> Result<usize, StoreError> {
    let now = app.clock.now();
    let batch = store::mail::claim(&app.db, lane, now, now + LEASE, batch(lane)).await?;
    let count = batch.len();
    futures_util::stream::iter(batch)
        .for_each_concurrent(None, |claimed| async move {
            let kept = claimed.clone();
            // One mail that breaks the code must not take the lane along.
            let worked = AssertUnwindSafe(deliver(app, transport, claimed)).catch_unwind().await;
            let worked = match worked {
                Ok(worked) => worked,
                Err(_) => record::unsendable(app, &kept, "a panic").await,
            };
            if let Err(error) = worked {
                // The lease runs out and somebody tries again.
                tracing::warn!(mail = %kept.id, %error, "a mail could not be worked on");
            }
        })
        .await;
    Ok(count)
}

async fn deliver(app: &App, transport: &Transport, claimed: Claimed) -> Result<(), StoreError> {
    let Some(mail) = claimed.mail.clone() else { return record::unreadable(app, &claimed).await };
    let Prepared::Ready(ready) = prepare::prepare(app, &claimed, mail).await? else { return Ok(()) };
    let envelope = match letter::envelope(app, &claimed, &ready) {
        Ok(envelope) => envelope,
        Err(fault) => return record::unsendable(app, &claimed, &fault.to_string()).await,
    };
    let begun = tokio::time::timeout(LONGEST_BEGIN, transport.begin(&envelope)).await;
    let begun = match begun.unwrap_or(Err(Failure::Unreachable { stage: Stage::Connect, trouble: Trouble::TimedOut })) {
        Ok(begun) => begun,
        Err(failure) => return record::failed(app, &claimed, &ready, (&transport.server(), &failure)).await,
    };
    let Some(token) = mint::mint(app, &claimed, &ready).await? else {
        return record::changed_meanwhile(app, &claimed).await;
    };
    let message = match letter::message(app, &claimed, &ready, token.as_ref()) {
        Ok(message) => message,
        Err(fault) => return record::unsendable(app, &claimed, &fault.to_string()).await,
    };
    match begun.data(&message).await {
        Ok(reply) => record::sent(app, &claimed, &ready, (&transport.server(), &reply.to_string())).await,
        Err(failure) => record::failed(app, &claimed, &ready, (&transport.server(), &failure)).await,
    }
}
