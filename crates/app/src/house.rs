//! What every use case is given: the parts of the house, its settings, and who asks from where.

use std::sync::Arc;

use crypto::chance::Chance;
use crypto::clock::Clock;
use crypto::keys::Keys;
use crypto::known_passwords::Filter;
use crypto::password::Hasher;
use domain::audit::Door;
use domain::brand::Brand;
use domain::device::Device;
use domain::email::Address;
use domain::id::Id;
use domain::language::Language;
use domain::limits::Limits;
use domain::password::Rules;
use domain::session::Lifetimes;
use domain::time::{Span, Time};
use store::Db;
use tokio::sync::Notify;

use crate::maintenance::Board;
use crate::reset::turns::Turns;

/// What an installation chose.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The only source of links (law 4, norms A8): no slash at the end.
    pub public_url: String,
    /// What mails come from.
    pub mail_from: Address,
    /// What notices of planned maintenance come from; none is the same.
    pub notice_from: Option<Address>,
    /// How many homes are told of planned maintenance in a minute, at most.
    pub notice_rate: u32,
    /// The domain that bounces come back to, when mail comes in there.
    pub bounce_domain: Option<String>,
    /// Name, colours, help text.
    pub brand: Brand,
    /// Rules for new passwords.
    pub password: Rules,
    /// How often something may be tried.
    pub limits: Limits,
    /// How long sessions last.
    pub lifetimes: Lifetimes,
    /// How long a reset link lives; never more than 24 hours.
    pub reset_life: Span,
    /// How long an invitation lives.
    pub invitation_life: Span,
    /// An account signed in to within this time is in use.
    pub in_use: Span,
    /// Where a weakness is reported: a `mailto:` or `https://` address, on one line.
    pub security_contact: Option<String>,
    /// Mail that comes in; none where none does.
    pub inbound: Option<crate::mail_in::Inbound>,
}

impl Settings {
    /// The settings of a fresh installation.
    #[must_use]
    pub fn new(public_url: &str, mail_from: Address, brand: Brand) -> Self {
        Self {
            public_url: public_url.trim_end_matches('/').to_owned(),
            mail_from,
            notice_from: None,
            notice_rate: 600,
            bounce_domain: None,
            brand,
            password: Rules::default(),
            limits: Limits::default(),
            lifetimes: Lifetimes::default(),
            reset_life: Span::hours(24),
            invitation_life: Span::hours(72),
            in_use: Span::days(90),
            security_contact: None,
            inbound: None,
        }
    }

    /// What notices of planned maintenance come from: a stream of their own, if one is set.
    #[must_use]
    pub fn notice_from(&self) -> &Address {
        self.notice_from.as_ref().unwrap_or(&self.mail_from)
    }

    /// A link to a page of ours; `path` begins with a slash.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }
}

/// What the house is built of.
#[derive(Clone)]
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The time.
    pub clock: Clock,
    /// Randomness.
    pub chance: Chance,
    /// The keys of the key file.
    pub keys: Arc<Keys>,
    /// The pool of hashing threads.
    pub hasher: Hasher,
    /// Passwords that are known.
    pub known: Arc<Filter>,
    /// The settings.
    pub settings: Arc<Settings>,
}

/// The house.
pub struct App {
    parts: Parts,
    /// One reset token has one hash in flight.
    pub(crate) turns: Turns,
    /// Rung when a mail was written, so that the worker need not wait for its next look.
    pub(crate) bell: Notify,
    /// Rung when a list waits to be read or applied.
    pub(crate) lists: Notify,
    /// The planned work that pages tell of.
    pub(crate) board: Board,
}

impl std::ops::Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.parts
    }
}

/// Who asks, from where, and when.
#[derive(Clone, Debug)]
pub struct Ctx {
    /// The time of this request.
    pub now: Time,
    /// The client's address; only ever counted and logged, never stored.
    pub source: String,
    /// The kind of browser and system.
    pub device: Device,
    /// The language of the page.
    pub language: Language,
    /// The door it came through.
    pub door: Door,
}

impl App {
    /// Builds the house of its parts.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        Self { parts, turns: Turns::default(), bell: Notify::new(), lists: Notify::new(), board: Board::default() }
    }

    /// The context of a request that arrives now.
    #[must_use]
    pub fn ctx(&self, source: &str, device: Device, language: Language, door: Door) -> Ctx {
        Ctx { now: self.clock.now(), source: source.to_owned(), device, language, door }
    }

    /// The context of a command on the server.
    #[must_use]
    pub fn command(&self) -> Ctx {
        self.ctx("local", Device::UNKNOWN, Language::Nl, Door::CommandLine)
    }

    /// A fresh id.
    #[must_use]
    pub fn id<T>(&self, now: Time) -> Id<T> {
        Id::from_parts(now, self.chance.bytes())
    }

    /// 128 random bits in hexadecimal, for what leaves the house under a name of its own.
    #[must_use]
    pub fn random_name(&self) -> String {
        self.chance.bytes::<16>().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Tells the worker that there is a list to be read or applied.
    pub(crate) fn ring_imports(&self) {
        self.lists.notify_one();
    }

    /// Tells the worker that there is mail.
    pub(crate) fn ring(&self) {
        self.bell.notify_one();
    }
}
