//! `project`: dwellings delivered together.

use std::process::ExitCode;

use app::project;
use clap::{Args, Subcommand};
use domain::access::Actor;
use domain::naming::{Name, ProjectPath, Slug};
use domain::time::Day;
use domain::username::Prefix;

use crate::cli::say;
use crate::open::with_house;
use crate::settings::Settings;

#[derive(Debug, Subcommand)]
pub(crate) enum Project {
    /// Add a project to a client
    Add(Add),
}

#[derive(Debug, Args)]
pub(crate) struct Add {
    /// The short name of its client
    #[arg(long)]
    organisation: Slug,
    /// Its name on pages and in letters
    #[arg(long)]
    name: Name,
    /// Its short name in commands, as in de-hagen; never changes
    #[arg(long)]
    slug: Slug,
    /// What its usernames begin with: 2 to 20 letters, as in ALMELO
    #[arg(long, value_parser = Prefix::parse)]
    prefix: Prefix,
    /// The day it is (or was) delivered, as in 2026-12-01
    #[arg(long, value_name = "DAY")]
    delivered: Option<Day>,
}

impl Project {
    pub(crate) fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let Self::Add(add) = self;
        let path = ProjectPath { organisation: add.organisation, project: add.slug };
        let told = path.to_string();
        let new = project::Add { path, name: add.name, prefix: add.prefix, delivered_on: add.delivered };
        with_house(settings, async |app| project::add(app, &app.command(), Actor::Server, new).await)?;
        say(&format!("Project {told} added."));
        Ok(ExitCode::SUCCESS)
    }
}
