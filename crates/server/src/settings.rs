//! What an installation chose: a TOML file, and the environment over it. Every key of the file is also a variable
//! (`brand.name` is `HUISSLEUTEL_BRAND__NAME`), secrets also as the name of a file (`…_FILE`), and a key that nobody
//! knows is an error. The only file that reads the environment.
//!
//! Read by hand over `toml`, not with a library of layers: confique 0.4 passes over unknown keys and variables without a
//! word, and has no `…_FILE`.

mod tables;
#[cfg(test)]
mod tests;
mod values;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crypto::password::Params;
use domain::brand::Brand;
use domain::email::Address;
use domain::limits::Limits;
use domain::password::Rules;
use domain::session::Lifetimes;
use domain::time::Span;
use mail::inbound::{Judge, Resolver};
use mail::smtp::Server;
use secrecy::{ExposeSecret, SecretString};
use web::source::Net;

pub(crate) use values::Fault;
use values::Values;

/// All settings, checked. What only `serve` and `worker` need may be missing here.
#[derive(Debug)]
pub(crate) struct Settings {
    /// May hold a password.
    pub(crate) database_url: SecretString,
    /// Where pages are served.
    pub(crate) listen: SocketAddr,
    /// Where figures are served; off by default.
    pub(crate) metrics_listen: Option<SocketAddr>,
    /// The only source of links, without a slash at its end.
    pub(crate) public_url: Option<String>,
    /// Where mail goes.
    pub(crate) mail: Mail,
    /// The keys that everything secret hangs on.
    pub(crate) secret_key_file: Option<PathBuf>,
    /// Name, logo, colour, help texts.
    pub(crate) brand: Brand,
    /// How often something may be tried.
    pub(crate) limits: Limits,
    /// What passwords must be, and what a hash costs.
    pub(crate) password: Password,
    /// How long a reset link lives.
    pub(crate) reset_life: Span,
    /// How long sessions last.
    pub(crate) lifetimes: Lifetimes,
    /// An account signed in to within this time is in use.
    pub(crate) in_use: Span,
    /// Proxies whose word about the client's address counts.
    pub(crate) trusted: Vec<Net>,
    /// How many threads do what.
    pub(crate) threads: Threads,
    /// Where a weakness is reported.
    pub(crate) security_contact: Option<String>,
    /// Mail that comes in.
    pub(crate) inbound: Inbound,
}

/// The way in for mail.
#[derive(Debug)]
pub(crate) struct Inbound {
    /// Where a mail server hands over; off by default.
    pub(crate) listen: Option<SocketAddr>,
    /// The mailbox for requests; no mail is taken without it.
    pub(crate) address: Option<Address>,
    /// Where names are looked up.
    pub(crate) resolver: Resolver,
    /// The name under which our own mail server writes its results.
    pub(crate) authserv_id: Option<String>,
}

/// The way out for mail.
#[derive(Debug)]
pub(crate) struct Mail {
    /// The mail server.
    pub(crate) server: Option<Server>,
    /// What mails come from.
    pub(crate) from: Option<Address>,
    /// The domain that bounces come back to.
    pub(crate) bounce_domain: Option<String>,
    /// Connections at once, at most.
    pub(crate) connections: usize,
    /// Certificate authorities of the operator's own (PEM).
    pub(crate) authorities: Option<Vec<u8>>,
    /// What notices of planned maintenance come from, and how many homes are told of one in a minute.
    pub(crate) notices: (Option<Address>, u32),
}

/// Passwords.
#[derive(Debug)]
pub(crate) struct Password {
    /// How long they are.
    pub(crate) rules: Rules,
    /// More known passwords than the program brings along.
    pub(crate) filter_file: Option<PathBuf>,
    /// The cost of a hash.
    pub(crate) params: Params,
}

/// Threads; none said: as many as fit the machine.
#[derive(Debug)]
pub(crate) struct Threads {
    /// For requests.
    pub(crate) requests: usize,
    /// For password hashes.
    pub(crate) passwords: Option<usize>,
    /// Readers on SQLite, connections on PostgreSQL.
    pub(crate) database: Option<usize>,
}

/// The environment of the process.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
pub(crate) fn environment() -> BTreeMap<String, String> {
    // What is not Unicode can be none of ours: all our names are ASCII.
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .collect()
}

/// Reads the settings: the file of `--config`, else that of `HUISSLEUTEL_CONFIG`, else none; the environment over it.
///
/// # Errors
/// The first fault found.
pub(crate) fn load(config: Option<&Path>, environment: &BTreeMap<String, String>) -> Result<Settings, Fault> {
    let named = environment.get("HUISSLEUTEL_CONFIG").filter(|path| !path.is_empty()).map(Path::new);
    let mut values = Values::default();
    if let Some(path) = config.or(named) {
        let text = std::fs::read_to_string(path).map_err(|error| values::unreadable(path, &error))?;
        values = values.with_file(&text, path)?;
    }
    Settings::read(&mut values.with_environment(environment))
}

impl Settings {
    fn read(values: &mut Values) -> Result<Self, Fault> {
        let address = "write an address and a port, as in 127.0.0.1:8080";
        let database = values.secret("database_url")?.map(|(url, given)| tables::database(url, &given)).transpose()?;
        let (mail, name) = tables::mail(values)?;
        let settings = Self {
            database_url: database.unwrap_or_else(|| "sqlite:data/huissleutel.db".into()),
            listen: values.parsed("listen", address)?.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080))),
            metrics_listen: values.parsed("metrics_listen", address)?,
            public_url: tables::public_url(values)?,
            mail,
            secret_key_file: values.text("secret_key_file")?.map(|(path, _)| PathBuf::from(path)),
            brand: tables::brand(values, name)?,
            limits: tables::limits(values)?,
            password: tables::password(values)?,
            reset_life: Span::hours(values.number("reset.life_hours", 1..=24)?.unwrap_or(24)),
            lifetimes: tables::lifetimes(values)?,
            in_use: Span::days(values.number("accounts.in_use_days", 1..=3_650)?.unwrap_or(90)),
            trusted: values
                .list("proxy.trusted", "write a list of networks, as in [\"127.0.0.1\", \"10.0.0.0/8\"]")?
                .unwrap_or_default(),
            threads: tables::threads(values)?,
            security_contact: tables::security_contact(values)?,
            inbound: tables::inbound(values)?,
        };
        values.nothing_left()?;
        Ok(settings)
    }

    /// Refuses when something is missing that `serve` and `worker` need on top of the rest; else the mail server. `who`
    /// is the command's name, for the error.
    ///
    /// # Errors
    /// The first setting that is missing.
    pub(crate) fn needed(&self, who: &str) -> Result<Server, Fault> {
        match self.not_given().first() {
            Some(key) => Err(values::missing(key, who)),
            None => self.mail.server.clone().ok_or_else(|| values::missing("smtp_url", who)),
        }
    }

    /// What `serve` and `worker` have not been given yet.
    pub(crate) fn not_given(&self) -> Vec<&'static str> {
        let given = [
            ("public_url", self.public_url.is_some()),
            ("smtp_url", self.mail.server.is_some()),
            ("mail_from", self.mail.from.is_some()),
        ];
        given.into_iter().filter(|(_, given)| !given).map(|(key, _)| key).collect()
    }

    /// The key file.
    ///
    /// # Errors
    /// When it is not named.
    pub(crate) fn key_file(&self) -> Result<&Path, Fault> {
        self.secret_key_file.as_deref().ok_or_else(|| values::missing("secret_key_file", "this command"))
    }

    /// For the use cases. Commands other than `serve` and `worker` make no links and send no mail, so for them an
    /// address that leads nowhere may stand in.
    ///
    /// # Errors
    /// When the records that senders are judged by cannot be looked up.
    pub(crate) fn house(&self) -> Result<app::Settings, Fault> {
        let url = self.public_url.as_deref().unwrap_or("http://localhost");
        let from = self.mail.from.clone().map_or_else(tables::nobody, Ok)?;
        Ok(app::Settings {
            password: self.password.rules,
            limits: self.limits,
            lifetimes: self.lifetimes,
            reset_life: self.reset_life,
            in_use: self.in_use,
            security_contact: self.security_contact.clone(),
            notice_from: self.mail.notices.0.clone(),
            notice_rate: self.mail.notices.1,
            inbound: self.mail_in()?,
            bounce_domain: self.mail.bounce_domain.clone(),
            ..app::Settings::new(url, from, self.brand.clone())
        })
    }

    /// What mail that comes in needs, where a mailbox is named for it.
    fn mail_in(&self) -> Result<Option<app::mail_in::Inbound>, Fault> {
        let Some(address) = self.inbound.address.clone() else { return Ok(None) };
        let judge = Judge::new(&self.inbound.resolver, self.inbound.authserv_id.clone());
        let judge = judge.map_err(|fault| Fault::of("mail.inbound.resolver", &fault))?;
        Ok(Some(app::mail_in::Inbound { address, judge: Arc::new(judge) }))
    }

    /// For the database.
    pub(crate) fn store(&self) -> store::Settings {
        let mut store = store::Settings::new(self.database_url.expose_secret());
        store.threads = self.threads.database.unwrap_or(store.threads);
        store
    }

    /// For the hashing threads.
    pub(crate) fn hashing(&self) -> crypto::password::Settings {
        let usual = crypto::password::Settings::for_this_machine(self.password.params);
        crypto::password::Settings { threads: self.threads.passwords.unwrap_or(usual.threads), ..usual }
    }

    /// The way to the mail server.
    ///
    /// # Errors
    /// When there is no way to check certificates.
    pub(crate) fn transport(&self, server: Server) -> Result<mail::transport::Transport, mail::smtp::TlsFault> {
        let tls: Arc<_> = mail::smtp::verifying(self.mail.authorities.as_deref())?;
        let pool = mail::smtp::Pool::new(server, tls, mail::smtp::Timeouts::default(), self.mail.connections);
        Ok(mail::transport::Transport::Smtp(pool))
    }
}
