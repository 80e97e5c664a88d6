//! `doctor`: looks at settings, keys, database, audit log and own texts, says what it finds in one line each, and changes nothing in them.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use crypto::keys::Keys;
use store::Db;
use store::migrate::{self, Schema};

use super::{log_check, texts_check};
use crate::cli::say;
use crate::open::{self, Pair, WRONG_KEYS};
use crate::settings::{Fault, Settings};

#[derive(Debug, Args)]
pub(crate) struct Doctor {
    /// Compares the ends of the log's chains with those kept in this file, and keeps the new ones there when all is well.
    /// Keep the file where nobody who can write in the database can write.
    #[arg(long, value_name = "FILE")]
    ends: Option<PathBuf>,
}

/// Found when key file and database fit.
const TOGETHER: &str = "keys and database: belong together";

/// What was found; false is a fault.
pub(crate) type Finding = (bool, String);

impl Doctor {
    pub(crate) fn run(self, settings: Result<Settings, Fault>) -> anyhow::Result<ExitCode> {
        let findings = match &settings {
            Ok(settings) => look(settings, self.ends.as_deref())?,
            Err(fault) => vec![(false, format!("settings: {fault}"))],
        };
        let healthy = findings.iter().all(|(good, _)| *good);
        for (good, what) in findings {
            say(&format!("{} {what}", if good { "ok   " } else { "FAULT" }));
        }
        if healthy { Ok(ExitCode::SUCCESS) } else { anyhow::bail!("something is wrong; see the lines with FAULT") }
    }
}

fn look(settings: &Settings, ends: Option<&Path>) -> anyhow::Result<Vec<Finding>> {
    let missing = settings.not_given();
    let mut found = vec![(
        missing.is_empty(),
        match missing.as_slice() {
            [] => "settings: complete".to_owned(),
            keys => format!("settings: serve and worker also need {}", keys.join(", ")),
        },
    )];
    let keys = match settings.key_file().map_err(anyhow::Error::from).and_then(|path| Ok(Keys::load(path)?)) {
        Ok(keys) => Arc::new(keys),
        Err(error) => {
            found.push((false, format!("keys: {error:#}")));
            return Ok(found);
        }
    };
    let numbers: Vec<String> = keys.numbers().iter().map(|(number, made)| format!("{number} of {made}")).collect();
    found.push((true, format!("keys: {}", numbers.join(", "))));
    open::runtime(settings)?.block_on(async {
        match open::database(settings).await {
            Ok(db) => {
                found.extend(look_inside(&db, &keys).await);
                open::shut(db).await;
            }
            Err(error) => found.push((false, format!("database: {error:#}"))),
        }
    });
    // Opening the house would write; so it is opened only where everything fits already.
    if found.iter().any(|(_, what)| what == TOGETHER) {
        let checked = open::with_house(settings, async |app| {
            let mut found = log_check::check(app, ends).await?;
            found.extend(texts_check::check(app).await);
            anyhow::Ok(found)
        });
        found.extend(checked.unwrap_or_else(|error| vec![(false, format!("audit log: {error:#}"))]));
    }
    Ok(found)
}

async fn look_inside(db: &Db, keys: &Keys) -> Vec<Finding> {
    let schema = match migrate::state(db).await {
        Ok(Schema::Current) => (true, "database: usable, and of this version".to_owned()),
        Ok(Schema::Behind) => (false, "database: new, or of an older version; run: huissleutel migrate".to_owned()),
        Ok(Schema::Ahead) => (false, "database: made by a newer version of this program; use that version".to_owned()),
        Err(error) => (false, format!("database: {error}")),
    };
    if !schema.0 {
        return vec![schema];
    }
    let pair = match open::pair(db, keys).await {
        Ok(Pair::Same) => (true, TOGETHER.to_owned()),
        Ok(Pair::New) => (true, "keys and database: not used yet".to_owned()),
        Ok(Pair::Other) => (false, format!("keys and database: {WRONG_KEYS}")),
        Err(error) => (false, format!("keys and database: {error}")),
    };
    vec![schema, pair]
}
