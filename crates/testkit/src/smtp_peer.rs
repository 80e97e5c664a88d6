//! A scripted SMTP server on 127.0.0.1: takes mail, records every byte, and has every bad mood of
//! a real one. Fast enough to be the sink of the mail benchmark. It must not be forgiving: what is
//! not strict SMTP is recorded as a flaw.

mod authority;
mod mood;
mod session;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rustls::ServerConfig;
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

pub use authority::Authority;
pub use mood::{Mood, Step};

/// How long [`SmtpPeer::wait_for`] waits.
const PATIENCE: Duration = Duration::from_secs(10);

/// What the server offers.
#[derive(Clone, Default)]
pub struct Offer {
    /// STARTTLS with this certificate.
    pub starttls: Option<Arc<ServerConfig>>,
    /// TLS from the first byte with this certificate.
    pub wrapped: Option<Arc<ServerConfig>>,
    /// AUTH, and the only user and password that are right.
    pub login: Option<(String, String)>,
    /// The mechanisms in the reply to EHLO; empty: `PLAIN LOGIN`.
    pub mechanisms: String,
    /// Other extensions, one line each, such as `PIPELINING` or `DSN`.
    pub extensions: Vec<String>,
    /// Counts messages and keeps nothing else: the sink of a benchmark.
    pub counts_only: bool,
}

/// A message that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The argument of MAIL FROM between the angle brackets.
    pub from: String,
    /// The argument of each RCPT TO between the angle brackets.
    pub to: Vec<String>,
    /// The message after un-stuffing, exactly.
    pub bytes: Vec<u8>,
    /// Which connection, counted from 0.
    pub connection: usize,
}

/// The running server; it stops when this is dropped.
pub struct SmtpPeer {
    shared: Arc<Shared>,
    address: SocketAddr,
    accepting: JoinHandle<()>,
}

struct Shared {
    offer: Offer,
    arrived: Notify,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    messages: Vec<Received>,
    count: usize,
    moods: Vec<(Option<String>, Mood)>,
    flaws: Vec<String>,
    transcripts: Vec<Vec<String>>,
}

impl SmtpPeer {
    /// Starts a friendly server without TLS or login, on a free port.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start() -> std::io::Result<SmtpPeer> {
        SmtpPeer::offering(Offer::default()).await
    }

    /// Starts a server that offers this.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn offering(offer: Offer) -> std::io::Result<SmtpPeer> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared { offer, arrived: Notify::new(), state: Mutex::default() });
        let accepting = tokio::spawn(accept(listener, Arc::clone(&shared)));
        Ok(SmtpPeer { shared, address, accepting })
    }

    /// `smtp://127.0.0.1:port`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Gives the server a mood; older moods come first.
    pub fn mood(&self, mood: Mood) {
        self.shared.lock().moods.push((None, mood));
    }

    /// Gives the server a mood for transactions with this recipient (from RCPT on).
    pub fn for_recipient(&self, to: &str, mood: Mood) {
        self.shared.lock().moods.push((Some(to.to_owned()), mood));
    }

    /// Ends all moods.
    pub fn calm(&self) {
        self.shared.lock().moods.clear();
    }

    /// The messages taken so far.
    #[must_use]
    pub fn messages(&self) -> Vec<Received> {
        self.shared.lock().messages.clone()
    }

    /// How many messages were taken so far.
    #[must_use]
    pub fn count(&self) -> usize {
        self.shared.lock().count
    }

    /// Waits until `n` messages were taken, or ten seconds; the messages then there.
    pub async fn wait_for(&self, n: usize) -> Vec<Received> {
        let enough = async {
            loop {
                let arrived = self.shared.arrived.notified();
                if self.count() >= n {
                    return;
                }
                arrived.await;
            }
        };
        // Too few is for the caller to see.
        drop(tokio::time::timeout(PATIENCE, enough).await);
        self.messages()
    }

    /// What was not strict: bare CR or LF, NUL, 8-bit, long lines, malformed commands.
    #[must_use]
    pub fn flaws(&self) -> Vec<String> {
        self.shared.lock().flaws.clone()
    }

    /// Per connection what was said: `C: ` the client, `S: ` the server; bodies are left out.
    #[must_use]
    pub fn transcripts(&self) -> Vec<Vec<String>> {
        self.shared.lock().transcripts.clone()
    }

    /// How many connections were accepted.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.shared.lock().transcripts.len()
    }
}

impl Drop for SmtpPeer {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The first mood for this step that fits, used up by one.
    fn mood_at(&self, step: Step, to: Option<&str>) -> Option<Mood> {
        let mut state = self.lock();
        let (_, mood) = state
            .moods
            .iter_mut()
            .find(|(whom, mood)| mood.is_for(step) && whom.as_deref().is_none_or(|whom| Some(whom) == to))?;
        mood.use_once();
        Some(mood.clone())
    }

    fn keep(&self, received: Received) {
        let mut state = self.lock();
        state.count += 1;
        if !self.offer.counts_only {
            state.messages.push(received);
        }
        drop(state);
        self.arrived.notify_waiters();
    }

    fn flaw(&self, text: String) {
        self.lock().flaws.push(text);
    }

    fn note(&self, connection: usize, text: impl FnOnce() -> String) {
        if !self.offer.counts_only
            && let Some(transcript) = self.lock().transcripts.get_mut(connection)
        {
            transcript.push(text());
        }
    }
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    // Sessions are children of this task: they end with the peer.
    let mut sessions = tokio::task::JoinSet::new();
    loop {
        while sessions.try_join_next().is_some() {}
        let Ok((tcp, _)) = listener.accept().await else { return };
        let number = {
            let mut state = shared.lock();
            state.transcripts.push(Vec::new());
            state.transcripts.len() - 1
        };
        sessions.spawn(session::run(tcp, number, Arc::clone(&shared)));
    }
}
