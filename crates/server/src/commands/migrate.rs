//! `migrate`: brings the database to this version.

use std::process::ExitCode;

use clap::Args;

use crate::cli::say;
use crate::open::{self, Version};
use crate::settings::Settings;

#[derive(Debug, Args)]
pub(crate) struct Migrate {}

impl Migrate {
    pub(crate) fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        open::runtime(settings)?.block_on(async {
            let app = open::house(settings, Version::Bring).await?;
            open::close(&app).await;
            say("The database is of this version.");
            Ok(ExitCode::SUCCESS)
        })
    }
}
