//! `import undo`: takes back what a list did, where nobody acted yet.

use std::process::ExitCode;

use anyhow::Context;
use app::first_login::undo::{self, Rows};
use clap::Args;
use domain::access::Actor;
use domain::id::BatchId;

use crate::cli::say;
use crate::open::with_house;
use crate::settings::Settings;

/// Rows stay because somebody acted.
const KEPT: u8 = 3;

#[derive(Debug, Args)]
pub(crate) struct Undo {
    /// The batch, as `import --confirm --format json` and the page of the list name it
    #[arg(long, value_name = "ID")]
    batch: BatchId,
}

impl Undo {
    pub(crate) fn run(&self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let batch = self.batch;
        let done = with_house(settings, async |app| {
            let path = undo::project_of(app, batch).await?.with_context(|| format!("there is no batch {batch}"))?;
            Ok::<_, anyhow::Error>(undo::undo(app, &app.command(), &Actor::Server, (&path, batch, Rows::All)).await?)
        })?;
        say(&format!("{} rows taken back, {} stay because somebody acted on them", done.undone, done.kept));
        Ok(if done.kept == 0 { ExitCode::SUCCESS } else { ExitCode::from(KEPT) })
    }
}
