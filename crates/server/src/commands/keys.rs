//! `keys`: the file with the keys that every password hash and sealed value hangs on. Shows no key.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use crypto::chance::Chance;
use crypto::clock::Clock;

use crate::cli::say;
use crate::settings::Settings;

#[derive(Debug, Subcommand)]
pub(crate) enum Keys {
    /// Make the key file of a new installation; never overwrites one
    Init(Init),
    /// Add a key to the key file of the settings; older keys stay
    Rotate(Rotate),
}

#[derive(Debug, Args)]
pub(crate) struct Init {
    /// Where to put it
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Rotate {}

impl Init {
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        crypto::keys::Keys::init(&self.file, &Chance::system(), Clock::system().now())?;
        say(&format!(
            "{} made. Copy it to a safe place that is not the backup of the database: without it nobody can sign in.",
            self.file.display()
        ));
        Ok(ExitCode::SUCCESS)
    }
}

impl Rotate {
    pub(crate) fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let file = settings.key_file()?;
        let keys = crypto::keys::Keys::rotate(file, &Chance::system(), Clock::system().now())?;
        say(&format!(
            "{} has key {} now, and keeps the older ones. Renew its copy, give every machine the same file, then restart \
             serve and worker.",
            file.display(),
            keys.newest()
        ));
        Ok(ExitCode::SUCCESS)
    }
}
