//! A house to measure: the real use cases and pages on a real SQLite file with `synchronous=FULL`, the machine's clock,
//! and homes that came in by a client's list.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, ensure};
use app::first_login::{Source, import};
use app::{App, Ctx, Parts, Settings};
use crypto::chance::Chance;
use crypto::clock::Clock;
use crypto::keys::Keys;
use crypto::known_passwords::Filter;
use crypto::password::{Hasher, Params, Secret};
use domain::access::Actor;
use domain::audit::Door;
use domain::brand::Brand;
use domain::device::Device;
use domain::email::Address;
use domain::language::Language;
use domain::limits::{Limit, Limits};
use domain::naming::{Name, ProjectPath, Slug};
use domain::time::Span;
use domain::username::Prefix;
use rusqlite::Connection;
use testkit::Fresh;
use tokio::runtime::Runtime;
use web::Web;

/// The password of every resident.
pub(crate) const PASSWORD: &str = "de merel zingt om vier uur";

/// The house.
pub(crate) struct House {
    pub(crate) app: Arc<App>,
    /// The database file.
    pub(crate) file: PathBuf,
    /// Keeps the file until the end.
    _fresh: Fresh,
}

/// Tries are counted as ever, but never slowed down: one address asks here what a town asks in a year.
fn without_end() -> Limits {
    let limit = Limit::new(i64::MAX, Span::minutes(15));
    Limits {
        ask_account_hour: limit,
        ask_account_day: limit,
        ask_source: limit,
        ask_overall: limit,
        destination: limit,
        guess_account: limit,
        guess_device: limit,
        guess_source: limit,
        guess_overall: limit,
        ..Limits::default()
    }
}

impl House {
    /// Builds it, empty but for one client with one project.
    pub(crate) fn build(runtime: &Runtime, params: Params) -> anyhow::Result<Self> {
        let fresh = runtime.block_on(testkit::engines::sqlite());
        let (clock, chance) = (Clock::system(), Chance::system());
        let keys = Arc::new(Keys::generate(&chance));
        let hashing = crypto::password::Settings::for_this_machine(params);
        let hasher = Hasher::start(Arc::clone(&keys), chance.clone(), hashing)?;
        let from = Address::parse("inloggen@post.example.nl")?;
        let mut settings = Settings::new("https://login.example.nl", from, Brand::sample());
        settings.limits = without_end();
        // The highest that can be set.
        settings.notice_rate = 60_000;
        let known = Arc::new(Filter::bundled()?);
        let db = fresh.db.clone();
        let app = App::new(Parts { db, clock, chance, keys, hasher, known, settings: Arc::new(settings) });
        runtime.block_on(found(&app))?;
        let file = PathBuf::from(fresh.url.trim_start_matches("sqlite:"));
        Ok(Self { app: Arc::new(app), file, _fresh: fresh })
    }

    /// Imports a list of homes; the n-th has an e-mail address if `linked` says so. Their usernames, in order.
    pub(crate) fn fill(
        &self,
        runtime: &Runtime,
        count: usize,
        linked: impl Fn(usize) -> bool,
    ) -> anyhow::Result<Vec<String>> {
        let mut names = Vec::with_capacity(count);
        self.import(runtime, list(count, linked), |line| {
            names.extend(line.username.map(|username| username.as_str().to_owned()));
        })?;
        ensure!(names.len() == count, "of {count} homes {} were imported", names.len());
        Ok(names)
    }

    /// Imports a list.
    pub(crate) fn import(
        &self,
        runtime: &Runtime,
        list: String,
        report: impl FnMut(import::Line<'_>),
    ) -> anyhow::Result<import::Report> {
        let (project, source) = (place()?, Source::bytes(list.into_bytes()));
        let (app, ctx) = (&self.app, self.app.command());
        Ok(runtime.block_on(import::confirm(app, &ctx, &Actor::Server, (&project, &source), report))?)
    }

    /// Gives all of them [`PASSWORD`].
    pub(crate) fn set_passwords(&self, runtime: &Runtime, names: &[String]) -> anyhow::Result<()> {
        let hash = runtime.block_on(self.app.hasher.hash(Secret::from(PASSWORD)))?;
        let (mut connection, now) = (self.connection()?, self.app.clock.now().micros());
        let tx = connection.transaction()?;
        for name in names {
            let set = tx.prepare_cached(SET_PASSWORD)?.execute((name, &hash.phc, hash.key_number, now))?;
            ensure!(set == 1, "nobody is called {name}");
        }
        Ok(tx.commit()?)
    }

    /// A connection of our own to its file, as durable as the store's.
    pub(crate) fn connection(&self) -> anyhow::Result<Connection> {
        bare_connection(&self.file)
    }

    /// A request of a visitor from this address.
    pub(crate) fn ctx(&self, source: &str) -> Ctx {
        self.app.ctx(source, Device::sample(), Language::Nl, Door::Page)
    }

    /// Its pages. Requests from this machine may say for whom they come (`X-Forwarded-For`).
    pub(crate) fn router(&self) -> anyhow::Result<axum::Router> {
        let here = "127.0.0.1".parse().context("an address")?;
        Ok(web::router(Web::new(Arc::clone(&self.app), vec![here])))
    }
}

/// A bare connection to an SQLite file, with the pragmas of the store.
pub(crate) fn bare_connection(file: &Path) -> anyhow::Result<Connection> {
    let connection = Connection::open(file)?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(64);
    let _: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    connection.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000; PRAGMA foreign_keys = ON; \
         PRAGMA temp_store = MEMORY;",
    )?;
    Ok(connection)
}

const SET_PASSWORD: &str = "INSERT INTO password (identity_id, generation, phc, key_number, set_at) \
     SELECT i.id, i.generation, ?2, ?3, ?4 FROM account a JOIN occupancy o ON o.account_id = a.id \
     JOIN identity i ON i.id = o.identity_id WHERE a.username = ?1";

/// A client's list with so many homes.
pub(crate) fn list(count: usize, linked: impl Fn(usize) -> bool) -> String {
    let mut list = "VHE-nummer;Straat;Huisnummer;Toevoeging;Postcode;Plaats;E-mailadres\n".to_owned();
    for home in 0..count {
        let (street, number) = (home / 200, home % 200 + 1);
        let postcode = format!("{} AB", 1000 + street);
        let address = if linked(home) { format!("bewoner{home}@example.nl") } else { String::new() };
        list.push_str(&format!("VHE{home:07};Lindelaan;{number};;{postcode};Almelo;{address}\n"));
    }
    list
}

pub(crate) fn place() -> anyhow::Result<ProjectPath> {
    Ok(ProjectPath { organisation: Slug::parse("linde")?, project: Slug::parse("zuid")? })
}

async fn found(app: &App) -> anyhow::Result<()> {
    let client =
        app::organisation::Add { name: Name::parse("Stichting De Linde")?, slug: Slug::parse("linde")?, portal: true };
    app::organisation::add(app, &app.command(), Actor::Server, client).await?;
    let project = app::project::Add {
        path: place()?,
        name: Name::parse("Zuiderpark")?,
        prefix: Prefix::parse("ALMELO")?,
        delivered_on: None,
    };
    Ok(app::project::add(app, &app.command(), Actor::Server, project).await?)
}
