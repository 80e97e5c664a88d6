//! A few connections to the one server, kept while they are of use. It must not queue mail: a
//! caller waits for a free connection with its mail in its own hands.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use rustls::ClientConfig;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::connection::Connection;
use super::dial::Dialler;
use super::failure::{Failure, Stage, Trouble};
use super::message::WireMessage;
use super::path::Envelope;
use super::reply::Reply;
use super::server::Server;
use super::timeouts::Timeouts;

/// Connections to the mail server; cheap to clone, shared.
#[derive(Clone)]
pub struct Pool(Arc<Inner>);

struct Inner {
    dialler: Dialler,
    /// One permit per connection in use.
    slots: Arc<Semaphore>,
    /// Newest at the end: the oldest get a chance to be closed.
    idle: Mutex<Vec<Connection>>,
    sweeping: AtomicBool,
    /// How many sweeps there were: the age of a kept connection is counted in them, without a
    /// clock.
    sweeps: AtomicU64,
}

/// So many sweeps make up [`Timeouts::idle`].
const SWEEPS: u32 = 4;

/// A recipient that the server took. Without [`Accepted::data`] nothing is sent: dropping this
/// gives the transaction up and the connection back.
pub struct Accepted {
    connection: Option<Connection>,
    pool: Pool,
    /// Freed with this value, whichever way it ends.
    _slot: OwnedSemaphorePermit,
}

impl Pool {
    /// Makes a pool of at most `connections` (at least one). Nothing is connected yet.
    ///
    /// `config` is for verified TLS: see [`super::verifying`].
    #[must_use]
    pub fn new(server: Server, config: Arc<ClientConfig>, times: Timeouts, connections: usize) -> Pool {
        let connections = connections.clamp(1, Semaphore::MAX_PERMITS);
        Pool(Arc::new(Inner {
            dialler: Dialler::new(server, config, times),
            slots: Arc::new(Semaphore::new(connections)),
            idle: Mutex::new(Vec::new()),
            sweeping: AtomicBool::new(false),
            sweeps: AtomicU64::new(0),
        }))
    }

    /// The name of the server that it speaks to.
    #[must_use]
    pub fn server(&self) -> String {
        self.0.dialler.host()
    }

    /// Waits for a free connection, then goes up to the accepted `RCPT TO`.
    ///
    /// A kept connection that turns out to be dead is replaced once: nothing was sent on it. If
    /// the returned future is dropped, the connection is closed.
    ///
    /// # Errors
    /// A [`Failure`], never [`Failure::Unknown`]: nothing was delivered.
    pub async fn begin(&self, envelope: &Envelope) -> Result<Accepted, Failure> {
        let slot = Arc::clone(&self.0.slots).acquire_owned().await;
        let slot = slot.map_err(|_| Trouble::Stopping.at(Stage::Connect))?;
        self.sweep_from_now_on();
        let times = self.0.dialler.times();
        if let Some(mut kept) = self.take_idle() {
            match kept.begin(envelope, times).await {
                Err(failure) if failure.ends_connection() => {}
                outcome => return self.settle(kept, slot, outcome),
            }
        }
        let mut fresh = self.0.dialler.open().await?;
        let outcome = fresh.begin(envelope, times).await;
        self.settle(fresh, slot, outcome)
    }

    /// Says goodbye on all unused connections and takes no more mail.
    pub async fn close(&self) {
        self.0.slots.close();
        let unused = std::mem::take(&mut *lock(&self.0.idle));
        for connection in unused {
            connection.quit().await;
        }
    }

    fn settle(
        &self,
        connection: Connection,
        slot: OwnedSemaphorePermit,
        outcome: Result<(), Failure>,
    ) -> Result<Accepted, Failure> {
        match outcome {
            Ok(()) => Ok(Accepted { connection: Some(connection), pool: self.clone(), _slot: slot }),
            Err(failure) => {
                if !failure.ends_connection() {
                    self.keep(connection);
                }
                Err(failure)
            }
        }
    }

    fn take_idle(&self) -> Option<Connection> {
        lock(&self.0.idle).pop()
    }

    fn keep(&self, mut connection: Connection) {
        if self.0.slots.is_closed() {
            return;
        }
        connection.unused_since = self.0.sweeps.load(Ordering::Relaxed);
        lock(&self.0.idle).push(connection);
    }

    /// Starts, once, the task that closes what nobody uses; it ends with the pool.
    fn sweep_from_now_on(&self) {
        if !self.0.sweeping.swap(true, Ordering::Relaxed) {
            tokio::spawn(sweep(Arc::downgrade(&self.0), self.0.dialler.times().idle));
        }
    }
}

impl Inner {
    /// One sweep: takes out what was not used for [`Timeouts::idle`].
    fn take_old(&self) -> Vec<Connection> {
        let now = self.sweeps.fetch_add(1, Ordering::Relaxed) + 1;
        let mut idle = lock(&self.idle);
        let is_old = |c: &Connection| now.saturating_sub(c.unused_since) > u64::from(SWEEPS);
        let (old, young) = idle.drain(..).partition(is_old);
        *idle = young;
        old
    }
}

impl Accepted {
    /// `DATA` with the message; the reply is the server's word that it has taken the mail over.
    ///
    /// If the returned future is dropped, the mail may or may not have arrived.
    ///
    /// # Errors
    /// A [`Failure`]; [`Failure::Unknown`] when the reply to the whole message was lost.
    pub async fn data(mut self, message: &WireMessage) -> Result<Reply, Failure> {
        let Some(mut connection) = self.connection.take() else {
            return Err(Trouble::Stopping.at(Stage::Data));
        };
        let outcome = connection.data(message, self.pool.0.dialler.times()).await;
        let usable = outcome.as_ref().map_or_else(|failure| !failure.ends_connection(), |_| true);
        if usable {
            self.pool.keep(connection);
        }
        outcome
    }
}

impl Drop for Accepted {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            self.pool.keep(connection);
        }
    }
}

async fn sweep(pool: Weak<Inner>, idle: Duration) {
    let pause = (idle / SWEEPS).max(Duration::from_millis(10));
    loop {
        tokio::time::sleep(pause).await;
        let Some(inner) = pool.upgrade() else { return };
        let old = inner.take_old();
        drop(inner);
        for connection in old {
            connection.quit().await;
        }
    }
}

fn lock(idle: &Mutex<Vec<Connection>>) -> std::sync::MutexGuard<'_, Vec<Connection>> {
    idle.lock().unwrap_or_else(PoisonError::into_inner)
}
