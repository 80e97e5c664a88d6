//! A whole house behind a real connection: pages, use cases, a database of each engine, a clock that stands still until
//! it is moved, seeded chance, mail in memory. A test says what people do, in their words, and ends with
//! [`TestApp::finish`], which turns red when a mail was left lying, an audit chain is broken, or a secret that was typed or
//! sent stands in the log or the database.

mod answer;
mod client;
mod leaks;
mod letters;
mod passkeys;
mod people;
mod program;
mod rows;
mod seeds;

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use app::{App, Parts, Settings};
use crypto::chance::Chance;
use crypto::clock::Clock;
use crypto::keys::Keys;
use crypto::known_passwords::Filter;
use crypto::password::Hasher;
use domain::brand::Brand;
use domain::email::Address;
use domain::time::Span;
use mail::transport::{MemoryBox, Transport};
use store::Db;
use testkit::{Fresh, NOON};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use uuid::Uuid;
use web::Web;
use web::source::Net;

pub(crate) use answer::Answer;
pub(crate) use client::{Client, form};
pub(crate) use leaks::log;
pub(crate) use letters::Letter;
pub(crate) use people::Staff;
pub(crate) use program::Program;
pub(crate) use rows::{Tables, changed};
pub(crate) use seeds::Row;

/// How the house is known outside. Every link begins with it.
pub(crate) const PUBLIC: &str = "https://login.example.nl";
/// The name in it.
pub(crate) const HOST: &str = "login.example.nl";
/// Where a forgotten password begins.
pub(crate) const RESET: &str = "/login/accounts/pass/reset/";
/// Where a forgotten username begins.
pub(crate) const NAMES: &str = "/login/accounts/name/";
/// A password that passes every rule.
pub(crate) const GOOD: &str = "de merel zingt om vier uur";
/// Another.
pub(crate) const OTHER: &str = "een fiets zonder bel maar snel";

/// Secrets and addresses that went through a house, for the search at its end.
#[derive(Default)]
pub(crate) struct Seen {
    pub(crate) secrets: Mutex<Vec<String>>,
    pub(crate) addresses: Mutex<Vec<String>>,
}

impl Seen {
    /// Short ones are no secrets, and would be found by chance.
    pub(crate) fn secret(&self, secret: &str) {
        let mut all = self.secrets.lock().unwrap();
        if secret.len() >= 10 && !all.iter().any(|known| known == secret) {
            all.push(secret.to_owned());
        }
    }

    pub(crate) fn address(&self, address: &str) {
        self.addresses.lock().unwrap().push(address.to_owned());
    }
}

/// What a test may want otherwise.
pub(crate) struct Wishes {
    /// Networks whose `X-Forwarded-For` counts. Clients of a test come from addresses of their own through it.
    pub(crate) trusted: &'static [&'static str],
    /// Changes settings.
    pub(crate) settings: fn(&mut Settings),
}

impl Default for Wishes {
    fn default() -> Self {
        Self { trusted: &["127.0.0.0/8"], settings: |_| {} }
    }
}

pub(crate) struct TestApp {
    pub(crate) app: Arc<App>,
    pub(crate) clock: Clock,
    pub(crate) post: MemoryBox,
    pub(crate) engine: &'static str,
    pub(crate) seen: Arc<Seen>,
    transport: Transport,
    at: SocketAddr,
    server: JoinHandle<()>,
    clients: AtomicU32,
    finished: AtomicBool,
    fresh: Arc<Fresh>,
}

impl TestApp {
    pub(crate) async fn build(fresh: Arc<Fresh>) -> Self {
        Self::build_as(fresh, Wishes::default()).await
    }

    pub(crate) async fn build_as(fresh: Arc<Fresh>, wishes: Wishes) -> Self {
        leaks::listen();
        let (clock, chance) = (Clock::moved(NOON), Chance::seeded(7));
        let keys = Arc::new(Keys::generate(&chance));
        let hashing = crypto::password::Settings::for_tests();
        let hasher = Hasher::start(Arc::clone(&keys), chance.clone(), hashing).unwrap();
        let from = Address::parse("inloggen@post.example.nl").unwrap();
        let mut settings = Settings::new(PUBLIC, from, Brand::sample());
        (wishes.settings)(&mut settings);
        let (known, settings) = (Arc::new(Filter::bundled().unwrap()), Arc::new(settings));
        let parts = Parts { db: fresh.db.clone(), clock, chance, keys, hasher, known, settings };
        let trusted = wishes.trusted.iter().map(|net| net.parse().unwrap()).collect();
        Self::open(parts, fresh, trusted).await
    }

    async fn open(parts: Parts, fresh: Arc<Fresh>, trusted: Vec<Net>) -> Self {
        let clock = parts.clock.clone();
        let app = Arc::new(App::new(parts));
        let now = clock.clone();
        let post = MemoryBox::new(10_000, move || now.now());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        let server = tokio::spawn(serve(listener, Web::new(Arc::clone(&app), trusted)));
        Self {
            app,
            clock,
            transport: Transport::Memory(post.clone()),
            post,
            engine: fresh.engine,
            seen: Arc::default(),
            at,
            server,
            clients: AtomicU32::new(1),
            finished: AtomicBool::new(false),
            fresh,
        }
    }

    /// Closes the database as a stop of the process does, opens it again, and builds the house on it anew. Mail that was
    /// not sent waits there.
    pub(crate) async fn reopened(self) -> Self {
        self.server.abort();
        self.finished.store(true, Ordering::Relaxed);
        let parts = Parts::clone(&self.app);
        self.app.db.close();
        let db = Db::open(&store::Settings::new(&self.fresh.url)).unwrap();
        let mut again = Self::open(Parts { db, ..parts }, Arc::clone(&self.fresh), trusted()).await;
        again.seen = Arc::clone(&self.seen);
        again
    }

    pub(crate) fn forward(&self, by: Span) {
        assert!(self.clock.forward(by));
    }

    /// A browser that was never here, at an address of its own.
    pub(crate) fn client(&self) -> Client {
        let number = self.clients.fetch_add(1, Ordering::Relaxed);
        Client::new(self.at, format!("198.51.{}.{}", number / 250, number % 250 + 1), Arc::clone(&self.seen))
    }

    /// Sends all that is due; what arrived since the last time.
    pub(crate) async fn deliver_mail(&self) -> Vec<Letter> {
        for _ in 0..50 {
            if app::outbox::deliver_due(&self.app, &self.transport).await.unwrap() == 0 {
                return self.post.take().iter().map(|mail| Letter::read(mail, &self.seen)).collect();
            }
        }
        panic!("the outbox never gets empty");
    }

    /// The only mail that is on its way.
    pub(crate) async fn only_mail(&self) -> Letter {
        let mut all = self.deliver_mail().await;
        assert_eq!(all.len(), 1, "one mail on {}: {all:?}", self.engine);
        all.remove(0)
    }

    pub(crate) async fn mails_waiting(&self) -> i64 {
        self.app.db.read(store::mail::waiting).await.unwrap()
    }

    /// All rows of all tables, apart from the time at which a session was last used.
    pub(crate) async fn tables(&self) -> Tables {
        rows::read(&self.fresh).await
    }

    /// Changes rows behind the house's back.
    pub(crate) async fn run(&self, sql: &str) {
        testkit::raw::run(&self.fresh, sql).await;
    }

    /// `table.column` of every column of text.
    pub(crate) async fn text_columns(&self) -> Vec<String> {
        rows::text_columns(&self.fresh).await
    }

    /// The id of a client, as it stands in a row.
    pub(crate) async fn organisation(&self, slug: &'static str) -> String {
        let found = self.app.db.read(move |tx| store::organisation::by_slug(tx, slug)).await.unwrap().unwrap();
        let id = found.id.to_string();
        if self.engine == "sqlite" { id.replace('-', "") } else { id }
    }

    /// Ends a test that broke its house on purpose.
    pub(crate) fn give_up(self) {
        self.finished.store(true, Ordering::Relaxed);
        self.server.abort();
    }

    /// Ends a test.
    pub(crate) async fn finish(self) {
        self.finished.store(true, Ordering::Relaxed);
        assert_eq!(self.mails_waiting().await, 0, "mails wait at the end of a test on {}", self.engine);
        let unread = self.deliver_mail().await;
        assert!(unread.is_empty(), "mails that no test looked at on {}: {unread:?}", self.engine);
        self.seal_and_verify().await;
        self.search_leaks().await;
        self.server.abort();
    }

    /// Red when something secret can be read now, in log, rows or on the disk.
    pub(crate) async fn search_leaks(&self) {
        leaks::search(&self.seen, &self.tables().await, &self.fresh);
    }

    /// Numbers the audit lines; how many links the chains have. Red when one is broken.
    pub(crate) async fn seal_and_verify(&self) -> u64 {
        while app::audit::seal(&self.app, Uuid::from_u128(1)).await.unwrap() > 0 {}
        app::audit::verify(&self.app).await.unwrap().whole().expect("the chains are whole")
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        let ended = self.finished.load(Ordering::Relaxed) || std::thread::panicking();
        assert!(ended, "a test ends with finish()");
    }
}

fn trusted() -> Vec<Net> {
    vec!["127.0.0.0/8".parse().unwrap()]
}

/// The router as the program serves it: every request carries who is at the other end.
async fn serve(listener: TcpListener, web: Web) {
    let router = web::router(web).into_make_service_with_connect_info::<SocketAddr>();
    web::axum::serve(listener, router).await.unwrap();
}
