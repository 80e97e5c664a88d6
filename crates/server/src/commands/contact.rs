//! `contact`: people of a client whose mail counts as the client's own.

use std::process::ExitCode;

use app::contacts::{self, At, New};
use clap::{Args, Subcommand};
use domain::access::Actor;
use domain::naming::Slug;

use crate::cli::say;
use crate::open::with_house;
use crate::settings::Settings;

#[derive(Debug, Subcommand)]
pub(crate) enum Contact {
    /// Enter a contact: mails the link that proves the mailbox; an admin approves it under Proposals
    Add(Who),
}

#[derive(Debug, Args)]
pub(crate) struct Who {
    /// The client, by its short name
    #[arg(long)]
    organisation: Slug,
    /// Their own e-mail address
    #[arg(long)]
    email: String,
    /// Their name
    #[arg(long)]
    name: String,
}

impl Contact {
    pub(crate) fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let Self::Add(who) = self;
        let (at, new) = (At::Client(who.organisation), New { name: who.name, email: who.email });
        with_house(settings, async |app| contacts::enter(app, &app.command(), &Actor::Server, (&at, &new)).await)?;
        say(
            "Entered. The mail leaves as soon as serve or worker runs; an admin of the client or of the operator approves.",
        );
        Ok(ExitCode::SUCCESS)
    }
}
