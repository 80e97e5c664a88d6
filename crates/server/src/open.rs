//! Puts the house together from its settings: keys, database, hashing threads, known passwords. Everything that takes
//! time is opened side by side. Makes sure that keys and database belong together before anything is written.

use std::sync::Arc;

use anyhow::{Context, bail};
use app::{App, Parts};
use crypto::chance::Chance;
use crypto::clock::Clock;
use crypto::keys::Keys;
use crypto::known_passwords::Filter;
use crypto::password::Hasher;
use store::migrate::{self, Schema};
use store::{Db, StoreError};
use tokio::task::spawn_blocking;

use crate::settings::Settings;

/// The fact by which a database knows its key file.
const FINGERPRINT: &str = "key_fingerprint";

/// What may be done to a database of another version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    /// Bring it to this one.
    Bring,
    /// Leave it; a database that nobody ever used gets its tables.
    Keep,
    /// Leave it; one that nobody ever used is probably not the one that was meant (its disk is not there yet).
    Used,
}

/// Opens the house. Close it with [`close`].
///
/// # Errors
/// What is wrong, and what to do about it.
pub(crate) async fn house(settings: &Settings, version: Version) -> anyhow::Result<Arc<App>> {
    let keys = Arc::new(Keys::load(settings.key_file()?)?);
    let filter_file = settings.password.filter_file.clone();
    let known = spawn_blocking(move || match filter_file {
        Some(path) => Filter::with_file(&path).map_err(anyhow::Error::from),
        None => Filter::bundled().context("the built-in list of known passwords is damaged"),
    });
    let db = database(settings).await?;
    let (clock, chance) = (Clock::system(), Chance::system());
    let fits = fit(&db, &keys, &clock, version).await;
    let known = known.await.context("the list of known passwords could not be read")?;
    let parts = fits.and_then(|()| {
        let hasher = Hasher::start(Arc::clone(&keys), chance.clone(), settings.hashing())
            .context("the system gives no threads for password hashes")?;
        let (known, house) = (Arc::new(known?), Arc::new(settings.house()?));
        Ok(Parts { db: db.clone(), clock, chance, keys, hasher, known, settings: house })
    });
    match parts {
        Ok(parts) => Ok(Arc::new(App::new(parts))),
        Err(error) => {
            shut(db).await;
            Err(error)
        }
    }
}

/// Opens the database alone.
///
/// # Errors
/// When it cannot be used.
pub(crate) async fn database(settings: &Settings) -> anyhow::Result<Db> {
    let store = settings.store();
    let opened = spawn_blocking(move || Db::open(&store)).await.context("the database could not be opened")?;
    opened.context("database_url")
}

/// Finishes what the database has to do and closes it.
pub(crate) async fn close(app: &App) {
    shut(app.db.clone()).await;
}

/// Closes a database.
pub(crate) async fn shut(db: Db) {
    if spawn_blocking(move || db.close()).await.is_err() {
        tracing::error!("the database could not be closed");
    }
}

/// Runs one command on the house and closes it.
///
/// # Errors
/// Those of opening it, and those of the command.
pub(crate) fn with_house<T, E: Into<anyhow::Error>>(
    settings: &Settings,
    command: impl AsyncFnOnce(&App) -> Result<T, E>,
) -> anyhow::Result<T> {
    with_version(settings, Version::Keep, command)
}

/// The same, on a house that is in use already.
///
/// # Errors
/// Those of opening it, and those of the command.
pub(crate) fn with_used_house<T, E: Into<anyhow::Error>>(
    settings: &Settings,
    command: impl AsyncFnOnce(&App) -> Result<T, E>,
) -> anyhow::Result<T> {
    with_version(settings, Version::Used, command)
}

fn with_version<T, E: Into<anyhow::Error>>(
    settings: &Settings,
    version: Version,
    command: impl AsyncFnOnce(&App) -> Result<T, E>,
) -> anyhow::Result<T> {
    runtime(settings)?.block_on(async {
        let app = house(settings, version).await?;
        let done = command(&app).await;
        close(&app).await;
        done.map_err(Into::into)
    })
}

/// The threads that requests and commands run on.
///
/// # Errors
/// When the system gives none.
pub(crate) fn runtime(settings: &Settings) -> anyhow::Result<tokio::runtime::Runtime> {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    let built = builder.worker_threads(settings.threads.requests).thread_name("huissleutel").enable_all().build();
    built.context("the system gives no threads")
}

/// How a key file stands to a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pair {
    /// They belong together.
    Same,
    /// The database knows no key file yet.
    New,
    /// The database was made with another.
    Other,
}

/// Compares the two.
///
/// # Errors
/// When the database fails.
pub(crate) async fn pair(db: &Db, keys: &Keys) -> Result<Pair, StoreError> {
    let ours = keys.fingerprint();
    let known = db.read(|tx| store::house::get(tx, FINGERPRINT)).await?;
    Ok(match known {
        None => Pair::New,
        Some(known) if known == ours => Pair::Same,
        Some(_) => Pair::Other,
    })
}

/// Brings schema and keys in line, or says why not.
async fn fit(db: &Db, keys: &Keys, clock: &Clock, version: Version) -> anyhow::Result<()> {
    match migrate::state(db).await? {
        Schema::Current => {}
        Schema::Ahead => bail!("the database was made by a newer version of this program; use that version"),
        Schema::Behind => {
            let new = db.read(store::house::is_new).await?;
            if new && version == Version::Used {
                bail!("nobody used this database yet; is it the right one? huissleutel serve gives it its tables");
            }
            if !new && version != Version::Bring {
                bail!("the database is of an older version; make a backup, then run: huissleutel migrate");
            }
            migrate::run(db, clock.now()).await.context("the database could not be brought to this version")?;
        }
    }
    let mut found = pair(db, keys).await?;
    if found == Pair::New {
        let ours = keys.fingerprint();
        db.write(move |tx| store::house::set_once(tx, FINGERPRINT, &ours)).await?;
        // Another process with another key file may have been first.
        found = pair(db, keys).await?;
    }
    if found == Pair::Same { Ok(()) } else { bail!(WRONG_KEYS) }
}

/// Said wherever the two do not belong together.
pub(crate) const WRONG_KEYS: &str = "secret_key_file does not belong to this database: no password or sealed value in it could be read; \
     name the key file that this database was first used with";

#[cfg(test)]
mod tests {
    use domain::time::Time;

    use super::*;

    async fn new_database(folder: &std::path::Path) -> Db {
        let url = format!("sqlite:{}", folder.join("test.db").display());
        spawn_blocking(move || Db::open(&store::Settings::new(url))).await.unwrap().unwrap()
    }

    #[tokio::test]
    async fn a_database_keeps_to_the_key_file_it_was_first_used_with() {
        let folder = testkit::engines::folder();
        let db = new_database(&folder).await;
        let (own, other) = (Keys::generate(&Chance::seeded(1)), Keys::generate(&Chance::seeded(2)));
        let clock = Clock::moved(Time::from_micros(0));
        fit(&db, &own, &clock, Version::Keep).await.unwrap();
        assert_eq!(pair(&db, &own).await.unwrap(), Pair::Same);
        fit(&db, &own, &clock, Version::Bring).await.unwrap();
        let refused = fit(&db, &other, &clock, Version::Bring).await.unwrap_err();
        assert_eq!(refused.to_string(), WRONG_KEYS);
        assert_eq!(pair(&db, &own).await.unwrap(), Pair::Same, "the wrong one changed nothing");
        shut(db).await;
        std::fs::remove_dir_all(folder).unwrap();
    }
}
