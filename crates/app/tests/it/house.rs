//! A small house to try things in: one client, one project, and homes put straight into the store.

use std::sync::Arc;

use app::{App, Ctx, Parts, Settings};
use crypto::chance::Chance;
use crypto::clock::Clock;
use crypto::keys::Keys;
use crypto::known_passwords::Filter;
use crypto::password::{Hasher, Secret};
use domain::access::{self, Actor};
use domain::audit::Door;
use domain::brand::Brand;
use domain::device::Device;
use domain::email::Address;
use domain::id::OrganisationId;
use domain::language::Language;
use domain::time::Span;
use mail::transport::{Delivered, MemoryBox, Transport};
use store::organisation::Organisation;
use testkit::{Fresh, NOON};

/// A password that passes every rule.
pub(crate) const GOOD: &str = "de merel zingt om vier uur";
/// Another.
pub(crate) const OTHER: &str = "een fiets zonder bel maar snel";

pub(crate) struct House {
    pub(crate) app: Arc<App>,
    pub(crate) clock: Clock,
    pub(crate) post: MemoryBox,
    pub(crate) transport: Transport,
    pub(crate) organisation: OrganisationId,
    pub(crate) engine: &'static str,
    _fresh: Arc<Fresh>,
}

impl House {
    pub(crate) async fn build(fresh: Arc<Fresh>) -> Self {
        let (clock, chance) = (Clock::moved(NOON), Chance::seeded(7));
        let keys = Arc::new(Keys::generate(&chance));
        let hasher = Hasher::start(Arc::clone(&keys), chance.clone(), crypto::password::Settings::for_tests()).unwrap();
        let from = Address::parse("inloggen@post.example.nl").unwrap();
        let parts = Parts {
            db: fresh.db.clone(),
            clock: clock.clone(),
            chance,
            keys,
            hasher,
            known: Arc::new(Filter::bundled().unwrap()),
            settings: Arc::new(Settings::new("https://login.example.nl", from, Brand::sample())),
        };
        let app = Arc::new(App::new(parts));
        let now = clock.clone();
        let post = MemoryBox::new(1000, move || now.now());
        let transport = Transport::Memory(post.clone());
        let organisation = app.id(NOON);
        let (engine, db) = (fresh.engine, fresh.db.clone());
        let project = app.id(NOON);
        db.write(move |tx| {
            let scope = access::anywhere(&Actor::Server).expect("the server may");
            let new = Organisation {
                id: organisation,
                slug: "linde".into(),
                name: "Stichting De Linde".into(),
                portal: true,
            };
            store::organisation::add(tx, &scope, &new, NOON)?;
            let scope = access::in_organisation(&Actor::Server, organisation).expect("the server may");
            let new = store::project::NewProject {
                id: project,
                slug: "zuid".into(),
                name: "Zuiderpark".into(),
                prefix: "ALMELO".into(),
                delivered_on: None,
            };
            store::project::add(tx, &scope, &new, NOON)
        })
        .await
        .unwrap();
        Self { app, clock, post, transport, organisation, engine, _fresh: fresh }
    }

    pub(crate) fn ctx(&self) -> Ctx {
        self.from("192.0.2.1")
    }

    pub(crate) fn from(&self, source: &str) -> Ctx {
        self.app.ctx(source, Device::sample(), Language::Nl, Door::Page)
    }

    pub(crate) fn forward(&self, by: Span) {
        assert!(self.clock.forward(by));
    }

    /// Sends all that is due; what arrived since the last time.
    pub(crate) async fn deliver(&self) -> Vec<Delivered> {
        for _ in 0..50 {
            if app::outbox::deliver_due(&self.app, &self.transport).await.unwrap() == 0 {
                return self.post.take();
            }
        }
        panic!("the outbox never gets empty");
    }
}

/// The text of a delivered mail, soft line breaks undone.
pub(crate) fn text(mail: &Delivered) -> String {
    let raw = String::from_utf8_lossy(&mail.message).replace("=\r\n", "").replace("=3D", "=");
    raw.split("Content-Type: text/html").next().unwrap_or_default().to_owned()
}

/// The token in the only link to a page of this kind.
pub(crate) fn token(mail: &Delivered, page: &str) -> String {
    let text = text(mail);
    let start = text.find(page).unwrap_or_else(|| panic!("no link to {page} in {text}")) + page.len();
    text.get(start..start + 43).expect("a whole token").to_owned()
}

pub(crate) fn secret(text: &str) -> Secret {
    Secret::from(text)
}
