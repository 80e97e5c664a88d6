//! The outbox: intents are written with the act they belong to; a sender turns them into mails later. Per attempt: claim,
//! prepare, SMTP up to the accepted recipient, mint, DATA, record. No transaction waits for the network, and a token
//! exists only from the moment its mail can be handed over.

mod letter;
mod mint;
mod pace;
mod prepare;
mod record;

use domain::mail::{Lane, Mail};
use domain::time::Span;
use futures_util::StreamExt;
use mail::transport::Transport;
use store::StoreError;
use store::mail::{Claimed, NewMail};

use crate::house::{App, Ctx};
use prepare::Prepared;

/// How long a claim holds; a process that dies leaves its mails to others after that.
const LEASE: Span = Span::minutes(2);
/// How many are claimed at once, and sent side by side.
const BATCH: u32 = 32;

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
    let batch = store::mail::claim(&app.db, lane, now, now + LEASE, BATCH).await?;
    let count = batch.len();
    futures_util::stream::iter(batch)
        .for_each_concurrent(None, |claimed| async move {
            let id = claimed.id;
            if let Err(error) = deliver(app, transport, claimed).await {
                // The lease runs out and somebody tries again.
                tracing::warn!(mail = %id, %error, "a mail could not be worked on");
            }
        })
        .await;
    Ok(count)
}

async fn deliver(app: &App, transport: &Transport, claimed: Claimed) -> Result<(), StoreError> {
    let Prepared::Ready(ready) = prepare::prepare(app, &claimed).await? else { return Ok(()) };
    let envelope = match letter::envelope(app, &claimed, &ready) {
        Ok(envelope) => envelope,
        Err(fault) => return record::unsendable(app, &claimed, &fault.to_string()).await,
    };
    let begun = match transport.begin(&envelope).await {
        Ok(begun) => begun,
        Err(failure) => return record::failed(app, &claimed, &ready, &failure).await,
    };
    let Some(token) = mint::mint(app, &claimed, &ready).await? else {
        return record::changed_meanwhile(app, &claimed).await;
    };
    let message = match letter::message(app, &claimed, &ready, token.as_ref()) {
        Ok(message) => message,
        Err(fault) => return record::unsendable(app, &claimed, &fault.to_string()).await,
    };
    match begun.data(&message).await {
        Ok(reply) => record::sent(app, &claimed, &reply.to_string()).await,
        Err(failure) => record::failed(app, &claimed, &ready, &failure).await,
    }
}
