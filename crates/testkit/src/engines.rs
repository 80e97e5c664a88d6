//! A fresh, migrated database on each engine. SQLite always; PostgreSQL when `HUISSLEUTEL_TEST_POSTGRES` names a server
//! (`cargo xtask check` and `cargo xtask postgres` start one). With `HUISSLEUTEL_TEST_REQUIRE_ALL=1` a missing engine
//! is a failure, never a skip.

use std::future::Future;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::time::Time;
use store::{Db, Settings};

/// 23 November 2026, 12:00 in Amsterdam: where tests begin.
pub const NOON: Time = Time::from_micros(1_795_431_600_000_000);

static NUMBER: AtomicU64 = AtomicU64::new(0);

/// A database of a test; its file or schema goes when this is dropped.
pub struct Fresh {
    /// The open database.
    pub db: Db,
    /// Where a second process could open it too.
    pub url: String,
    /// `sqlite` or `postgres`.
    pub engine: &'static str,
    folder: Option<PathBuf>,
}

impl Drop for Fresh {
    fn drop(&mut self) {
        self.db.close();
        match &self.folder {
            Some(folder) => drop(std::fs::remove_dir_all(folder)),
            None => drop_schema(&self.url),
        }
    }
}

/// A server with the tables of a thousand tests gets slow. On a thread of its own: the test's runtime is in use.
fn drop_schema(url: &str) {
    let (url, schema) = (url.to_owned(), url.rsplit("%3D").next().unwrap_or_default().to_owned());
    let dropped = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let (client, connection) = tokio_postgres::connect(&url, tokio_postgres::NoTls).await?;
            tokio::spawn(connection);
            client.batch_execute(&format!("DROP SCHEMA {schema} CASCADE")).await
        })
    });
    // The server may be gone on purpose; it is thrown away after the run anyway.
    drop(dropped.join());
}

fn unique() -> String {
    format!("t{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed))
}

/// A folder of its own for a test.
#[must_use]
pub fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("huissleutel-{}", unique()));
    std::fs::create_dir_all(&folder).expect("a folder for a test");
    folder
}

/// A fresh, migrated SQLite file.
pub async fn sqlite() -> Fresh {
    let folder = folder();
    let url = format!("sqlite:{}", folder.join("huissleutel.db").display());
    let db = open(&url).await;
    Fresh { db, url, engine: "sqlite", folder: Some(folder) }
}

/// A fresh, migrated schema on the PostgreSQL of this test run, if there is one.
pub async fn postgres() -> Option<Fresh> {
    let url = empty_postgres().await?;
    let db = open(&url).await;
    Some(Fresh { db, url, engine: "postgres", folder: None })
}

/// The URL of a fresh, empty schema on the PostgreSQL of this test run, if there is one.
pub async fn empty_postgres() -> Option<String> {
    let Ok(server) = std::env::var("HUISSLEUTEL_TEST_POSTGRES") else {
        super::needs::missing("HUISSLEUTEL_TEST_POSTGRES is not set");
        return None;
    };
    let schema = unique();
    let (client, connection) =
        tokio_postgres::connect(&server, tokio_postgres::NoTls).await.expect("PostgreSQL answers");
    let driver = tokio::spawn(connection);
    client.batch_execute(&format!("CREATE SCHEMA {schema}")).await.expect("a schema for a test");
    drop(client);
    driver.await.expect("the connection ends").expect("the connection ends well");
    let joint = if server.contains('?') { '&' } else { '?' };
    Some(format!("{server}{joint}sslmode=disable&options=-csearch_path%3D{schema}"))
}

async fn open(url: &str) -> Db {
    let db = Db::open(&Settings::new(url)).expect("the database opens");
    store::migrate::run(&db, NOON).await.expect("the migrations run");
    db
}

/// Runs a test on every engine of this run, one after the other.
pub async fn each_engine<F>(test: impl Fn(std::sync::Arc<Fresh>) -> F)
where
    F: Future<Output = ()>,
{
    test(std::sync::Arc::new(sqlite().await)).await;
    if let Some(fresh) = postgres().await {
        test(std::sync::Arc::new(fresh)).await;
    }
}
