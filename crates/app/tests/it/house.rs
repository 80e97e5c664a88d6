//! A small house to try things in: one client, one project, and homes put straight into the store.

use std::sync::Arc;

use app::{App, Ctx, Parts, Settings};
use crypto::chance::Chance;
use crypto::clock::Clock;
use crypto::keys::Keys;
use crypto::known_passwords::Filter;
use crypto::password::{Hasher, Secret};
use domain::access::{self, Actor, Import, ProjectPlace};
use domain::audit::Door;
use domain::brand::Brand;
use domain::device::Device;
use domain::email::Address;
use domain::home::Home;
use domain::id::{AccountId, DwellingId, IdentityId, OccupancyId, OrganisationId};
use domain::language::Language;
use domain::time::{Day, Span};
use domain::username::Username;
use mail::transport::{Delivered, MemoryBox, Transport};
use store::email_link::NewLink;
use store::home;
use store::identity::IdentityKind;
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
    pub(crate) fresh: Arc<Fresh>,
}

impl Drop for House {
    /// All that was done in it can be read in its log.
    fn drop(&mut self) {
        if !std::thread::panicking() {
            crate::audit::spoken::check(&self.fresh);
        }
    }
}

impl House {
    pub(crate) async fn build(fresh: Arc<Fresh>) -> Self {
        Self::build_as(fresh, |_| {}).await
    }

    pub(crate) async fn build_as(fresh: Arc<Fresh>, wish: fn(&mut Settings)) -> Self {
        let (clock, chance) = (Clock::moved(NOON), Chance::seeded(7));
        let keys = Arc::new(Keys::generate(&chance));
        let hasher = Hasher::start(Arc::clone(&keys), chance.clone(), crypto::password::Settings::for_tests()).unwrap();
        let from = Address::parse("inloggen@post.example.nl").unwrap();
        let mut settings = Settings::new("https://login.example.nl", from, Brand::sample());
        wish(&mut settings);
        let parts = Parts {
            db: fresh.db.clone(),
            clock: clock.clone(),
            chance,
            keys,
            hasher,
            known: Arc::new(Filter::bundled().unwrap()),
            settings: Arc::new(settings),
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
        Self { app, clock, post, transport, organisation, engine, fresh }
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

    /// A home with its account, and perhaps a linked address.
    pub(crate) async fn home(&self, username: &str, address: Option<&str>) -> DwellingId {
        let app = &self.app;
        let (dwelling, account, occupancy, identity): (DwellingId, AccountId, OccupancyId, IdentityId) =
            (app.id(NOON), app.id(NOON), app.id(NOON), app.id(NOON));
        let (link, subject, organisation) = (app.id(NOON), app.random_name(), self.organisation);
        let username = Username::parse_issued(username).expect("a username");
        let address = address.map(|address| Address::parse(address).expect("an address"));
        app.db
            .write(move |tx| {
                let project = store::project::by_slugs(tx, "linde", "zuid")?.expect("the project");
                let place = ProjectPlace { organisation, project: project.id };
                let scope = access::in_project::<Import>(&Actor::Server, place).expect("the server may");
                let home = Home {
                    client_number: Some(username.as_str().to_owned()),
                    street: Some("Eikenlaan".to_owned()),
                    ..Home::default()
                };
                let keys = home.keys();
                let new = home::NewHome { id: dwelling, home: &home, keys: &keys };
                home::add_homes(tx, &scope, &[new], NOON)?;
                let new = home::NewAccount { id: account, dwelling, main: true, username: username.clone() };
                home::add_accounts(tx, &scope, &[new], NOON)?;
                store::identity::add(tx, identity, IdentityKind::Resident, &subject, NOON)?;
                let new = home::NewOccupancy { id: occupancy, account, identity };
                home::add_occupancies(tx, &scope, &[new], Day::of(NOON), NOON)?;
                if let Some(address) = &address {
                    let (search_key, address) = (address.search_key(), address.as_str().to_owned());
                    let new = NewLink { id: link, organisation, occupancy, address, search_key };
                    store::email_link::add(tx, &new, NOON)?;
                }
                Ok::<_, store::StoreError>(())
            })
            .await
            .unwrap();
        dwelling
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
