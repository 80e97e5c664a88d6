//! `organisation`: the clients.

use std::process::ExitCode;

use app::organisation;
use clap::{Args, Subcommand};
use domain::access::Actor;
use domain::naming::{Name, Slug};

use crate::cli::say;
use crate::open::with_house;
use crate::settings::Settings;

#[derive(Debug, Subcommand)]
pub(crate) enum Organisation {
    /// Add a client
    Add(Add),
}

#[derive(Debug, Args)]
pub(crate) struct Add {
    /// Its name on pages and in mails
    #[arg(long)]
    name: Name,
    /// Its short name in commands, as in voorbeeld; never changes
    #[arg(long)]
    slug: Slug,
    /// It does not work in the service portal: its requests come by mail
    #[arg(long)]
    no_portal: bool,
}

impl Organisation {
    pub(crate) fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let Self::Add(add) = self;
        let slug = add.slug.clone();
        let new = organisation::Add { name: add.name, slug: add.slug, portal: !add.no_portal };
        with_house(settings, async |app| organisation::add(app, &app.command(), Actor::Server, new).await)?;
        say(&format!("Client {slug} added."));
        Ok(ExitCode::SUCCESS)
    }
}
