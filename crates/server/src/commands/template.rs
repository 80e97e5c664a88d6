//! `template`: the empty list to send to a client. Needs no settings and no database.

use std::path::PathBuf;
use std::process::ExitCode;

use app::first_login::template;
use clap::Args;

use super::list_file::{Beside, kind_of};
use super::list_words::dutch;
use crate::cli::say;

#[derive(Debug, Args)]
pub(crate) struct Template {
    /// Where to write it (.csv or .xlsx)
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Template {
    pub(crate) fn run(&self) -> anyhow::Result<ExitCode> {
        let kind = kind_of(&self.out)?;
        let (beside, file) = Beside::new(&self.out)?;
        beside.placed(template::write(file, kind, dutch()).map_err(anyhow::Error::from))?;
        say(&format!("the empty list was written to {}", self.out.display()));
        Ok(ExitCode::SUCCESS)
    }
}
