//! A program of a client: it has a key, sends JSON, and gives each change a name of its own unless a test says which.

use std::sync::atomic::{AtomicU32, Ordering};

use app::keys::{self, KeyScope, NewKey};
use domain::access::Actor;
use domain::time::Day;
use secrecy::ExposeSecret;
use serde_json::Value;

use super::{Answer, Client, TestApp};

/// Names that no two requests of a process share.
static NAMES: AtomicU32 = AtomicU32::new(1);

#[derive(Clone)]
pub(crate) struct Program {
    pub(crate) client: Client,
}

impl TestApp {
    /// A program of a client with a key for a month.
    pub(crate) async fn program(&self, organisation: &str, scopes: &[KeyScope]) -> Program {
        let number = NAMES.fetch_add(1, Ordering::Relaxed);
        let last_day = (0..30).fold(Day::of(self.clock.now()), |day, _| day.next());
        let new = NewKey {
            client: organisation.parse().unwrap(),
            name: format!("ERP {number}").parse().unwrap(),
            scopes: scopes.to_vec(),
            last_day,
        };
        let key = keys::make(&self.app, &self.app.command(), &Actor::Server, new).await.unwrap();
        self.program_with(key.expose_secret())
    }

    /// Whoever holds this key.
    pub(crate) fn program_with(&self, key: &str) -> Program {
        self.seen.secret(key);
        Program { client: self.client().with("Authorization", &format!("Bearer {key}")) }
    }
}

impl Program {
    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.client.clone().get(path).await
    }

    /// A change under a new name.
    pub(crate) async fn send(&self, method: &str, path: &str, body: &Value) -> Answer {
        let name = format!("name-{}", NAMES.fetch_add(1, Ordering::Relaxed));
        self.send_as(&name, method, path, body).await
    }

    /// A change under this name; `null` is no body.
    pub(crate) async fn send_as(&self, name: &str, method: &str, path: &str, body: &Value) -> Answer {
        let mut client = self.client.with("Idempotency-Key", name).with("Content-Type", "application/json");
        client = client.with("Origin", "").with("Sec-Fetch-Site", "");
        let bytes = serde_json::to_vec(body).unwrap();
        let body = if body.is_null() { None } else { Some(bytes.as_slice()) };
        client.send(method, path, body).await
    }
}

impl Answer {
    /// The body as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }

    /// A problem of this status that points at this field.
    #[track_caller]
    pub(crate) fn points_at(&self, pointer: &str) {
        assert_eq!((self.status, self.header("content-type")), (422, Some("application/problem+json")), "{self:?}");
        assert_eq!(self.json()["errors"][0]["pointer"], pointer, "{self:?}");
    }
}
