//! What happens later: mail leaves, audit lines are sealed, old counters are forgotten. Several processes may run it; what
//! only one may do is under a lease, and no promise to a person rests on it being on time.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use domain::mail::Lane;
use domain::time::{Span, Time};
use mail::transport::Transport;
use tokio::sync::watch;
use uuid::Uuid;

use crate::house::App;
use crate::{audit, outbox};

/// A look at the database at least this often.
const TICK: Duration = Duration::from_secs(1);

/// When a worker last came round; for `/readyz`.
#[derive(Clone, Default)]
pub struct Heartbeat(Arc<AtomicI64>);

impl Heartbeat {
    fn beat(&self, now: Time) {
        self.0.store(now.micros(), Ordering::Relaxed);
    }

    /// True when every lane came round in the last half minute, or a mail takes long.
    #[must_use]
    pub fn is_alive(&self, now: Time) -> bool {
        now - Time::from_micros(self.0.load(Ordering::Relaxed)) < Span::seconds(30)
    }
}

/// Works until `stop` turns true; finishes what it is at.
pub async fn run(app: Arc<App>, transport: Transport, stop: watch::Receiver<bool>, heartbeat: Heartbeat) {
    let lanes: Vec<_> = Lane::ALL
        .iter()
        .map(|lane| tokio::spawn(deliver(Arc::clone(&app), transport.clone(), *lane, stop.clone())))
        .collect();
    chores(&app, stop, &heartbeat).await;
    for lane in lanes {
        if lane.await.is_err() {
            tracing::error!("a lane of the outbox panicked");
        }
    }
    transport.close().await;
}

fn stopped(stop: &watch::Receiver<bool>) -> bool {
    *stop.borrow() || stop.has_changed().is_err()
}

/// A lane never waits for another.
async fn deliver(app: Arc<App>, transport: Transport, lane: Lane, mut stop: watch::Receiver<bool>) {
    while !stopped(&stop) {
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

async fn chores(app: &App, mut stop: watch::Receiver<bool>, heartbeat: &Heartbeat) {
    let holder = Uuid::from_bytes(app.chance.bytes());
    let mut rounds = 0_u64;
    while !stopped(&stop) {
        let now = app.clock.now();
        heartbeat.beat(now);
        match audit::seal(app, holder).await {
            Ok(500..) => continue,
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "the audit log could not be sealed"),
        }
        if rounds.is_multiple_of(600)
            && let Err(error) = store::limit::forget(&app.db, now - Span::days(366)).await
        {
            tracing::warn!(%error, "old counters could not be forgotten");
        }
        rounds += 1;
        tokio::select! {
            () = tokio::time::sleep(TICK) => {}
            _ = stop.changed() => {}
        }
    }
}
