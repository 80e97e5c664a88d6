//! What happens later: mail leaves, audit lines are sealed, what hung on those who left is cleared away, changes that
//! waited for an objection are made, old counters are forgotten, and once a day all that is over is erased. Several processes
//! may run it; what only one may do is under a lease, and no promise to a person rests on it being on time.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use domain::mail::Lane;
use domain::time::{Span, Time};
use mail::transport::Transport;
use tokio::sync::watch;
use uuid::Uuid;

use crate::house::App;
use crate::{audit, first_login, mail_in, maintenance, outbox, proposal, retention, tenant_change};

/// A look at the database at least this often.
const TICK: Duration = Duration::from_secs(1);

/// A look whether it is another day this often.
const TERMS: Duration = Duration::from_mins(10);

/// Senders per lane: one that waits for a slow mail server does not hold up the others.
const SENDERS: usize = 4;

/// Announcements have fewer, so that connections to the mail server are left for a resident who waits for a link.
const fn senders_of(lane: Lane) -> usize {
    match lane {
        Lane::Security => SENDERS,
        Lane::Service => SENDERS / 2,
    }
}

/// When each part of a worker last came round; for `/readyz`.
#[derive(Clone, Default)]
pub struct Heartbeat(Arc<Beats>);

#[derive(Default)]
struct Beats {
    chores: AtomicI64,
    lanes: [[AtomicI64; SENDERS]; Lane::ALL.len()],
}

impl Heartbeat {
    /// True when the chores came round in the last half minute, and every lane has a sender that did in the last five.
    #[must_use]
    pub fn is_alive(&self, now: Time) -> bool {
        let since = |beat: &AtomicI64| now - Time::from_micros(beat.load(Ordering::Relaxed));
        let lanes = self.0.lanes.iter().all(|senders| senders.iter().any(|beat| since(beat) < Span::minutes(5)));
        since(&self.0.chores) < Span::seconds(30) && lanes
    }
}

fn beat(beat: &AtomicI64, now: Time) {
    beat.store(now.micros(), Ordering::Relaxed);
}

/// Works until `stop` turns true; finishes what it is at.
pub async fn run(app: Arc<App>, transport: Transport, stop: watch::Receiver<bool>, heartbeat: Heartbeat) {
    let mut senders = Vec::new();
    for (lane, named) in Lane::ALL.iter().enumerate() {
        for number in 0..senders_of(*named) {
            let (app, transport, heartbeat, stop) =
                (Arc::clone(&app), transport.clone(), heartbeat.clone(), stop.clone());
            senders.push(tokio::spawn(send(app, transport, (lane, number), stop, heartbeat)));
        }
    }
    let lists = tokio::spawn(lists(Arc::clone(&app), stop.clone()));
    let terms = tokio::spawn(terms(Arc::clone(&app), stop.clone()));
    let requests = tokio::spawn(requests(Arc::clone(&app), stop.clone()));
    chores(&app, stop, &heartbeat).await;
    if lists.await.is_err() {
        tracing::error!("the work on lists panicked");
    }
    if terms.await.is_err() {
        tracing::error!("the erasing of what is over panicked");
    }
    if requests.await.is_err() {
        tracing::error!("the reading of mail that came in panicked");
    }
    for sender in senders {
        if sender.await.is_err() {
            tracing::error!("a sender of the outbox panicked");
        }
    }
    transport.close().await;
}

fn stopped(stop: &watch::Receiver<bool>) -> bool {
    *stop.borrow() || stop.has_changed().is_err()
}

/// A lane never waits for another.
async fn send(
    app: Arc<App>,
    transport: Transport,
    (lane, number): (usize, usize),
    mut stop: watch::Receiver<bool>,
    heartbeat: Heartbeat,
) {
    let (Some(beats), Some(lane)) = (heartbeat.0.lanes.get(lane), Lane::ALL.get(lane).copied()) else { return };
    while !stopped(&stop) {
        if let Some(own) = beats.get(number) {
            beat(own, app.clock.now());
        }
        match outbox::deliver_lane(&app, &transport, lane).await {
            Ok(0) => {}
            Ok(_) => continue,
            Err(error) => tracing::warn!(%error, "the outbox could not be read"),
        }
        tokio::select! {
            () = app.bell.notified(), if lane == Lane::Security => {}
            () = tokio::time::sleep(TICK) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Lists are read and applied beside everything else: a long one holds up nobody's mail.
async fn lists(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    let holder = Uuid::from_bytes(app.chance.bytes());
    let mut rounds = 0_u64;
    while !stopped(&stop) {
        match first_login::job::work(&app, holder).await {
            Ok(0) => {}
            Ok(_) => continue,
            Err(error) => tracing::warn!(%error, "the lists that wait could not be read"),
        }
        if rounds.is_multiple_of(600)
            && let Err(error) = first_login::job::purge(&app).await
        {
            tracing::warn!(%error, "old lists could not be forgotten");
        }
        rounds += 1;
        tokio::select! {
            () = app.lists.notified() => {}
            () = tokio::time::sleep(TICK) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Once a day what is over is erased, beside everything else, in small writes.
async fn terms(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    let holder = Uuid::from_bytes(app.chance.bytes());
    let asked = stop.clone();
    while !stopped(&stop) {
        match retention::daily(&app, holder, &|| !stopped(&asked)).await {
            Ok(Some(report)) => {
                tracing::info!(erased = report.all(), through = report.through, "what is over was erased");
            }
            Ok(None) => {}
            Err(error) => tracing::warn!(%error, "what is over could not be erased"),
        }
        tokio::select! {
            () = tokio::time::sleep(TERMS) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Mail that came in is read beside everything else: to judge one, names are looked up elsewhere.
async fn requests(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    while !stopped(&stop) {
        match mail_in::read_due(&app).await {
            Ok(0) => {}
            Ok(_) => continue,
            Err(error) => tracing::warn!(%error, "mail that came in could not be read"),
        }
        tokio::select! {
            () = tokio::time::sleep(TICK) => {}
            _ = stop.changed() => {}
        }
    }
}

async fn chores(app: &App, mut stop: watch::Receiver<bool>, heartbeat: &Heartbeat) {
    let holder = Uuid::from_bytes(app.chance.bytes());
    let mut rounds = 0_u64;
    while !stopped(&stop) {
        let now = app.clock.now();
        beat(&heartbeat.0.chores, now);
        match audit::seal(app, holder).await {
            Ok(500..) => continue,
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "the audit log could not be sealed"),
        }
        match tenant_change::finish_due(app).await {
            // The first of a month: there are more.
            Ok(50..) => continue,
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "the tenant changes that are due could not be read"),
        }
        // A second's worth at the rate that is set; the list of homes goes in small writes.
        if let Err(error) = maintenance::work(app, holder).await {
            tracing::warn!(%error, "the notices that are being told could not be brought further");
        }
        match proposal::carry_out_due(app).await {
            Ok(50..) => continue,
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "the proposals that are due could not be read"),
        }
        if rounds.is_multiple_of(60) {
            retention::forget(app, now).await;
        }
        rounds += 1;
        tokio::select! {
            () = tokio::time::sleep(TICK) => {}
            _ = stop.changed() => {}
        }
    }
}
