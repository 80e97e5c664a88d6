//! `usernames`: the list per dwelling that goes back to the client, in the client's own columns while its list is kept, as CSV
//! or spreadsheet. That it was made is logged.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use app::App;
use app::first_login::SheetKind;
use app::first_login::back::{self, BackError, Which};
use clap::Args;
use domain::access::Actor;
use domain::naming::ProjectPath;

use super::list_file::written;
use super::list_words::dutch;
use crate::cli::say;
use crate::settings::Settings;

#[derive(Debug, Args)]
pub(crate) struct Usernames {
    /// The project, as in voorbeeld/de-hagen
    #[arg(long, value_name = "CLIENT/PROJECT")]
    project: ProjectPath,
    /// Where to write the list (.csv or .xlsx); without it: CSV on stdout
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Usernames {
    pub(crate) fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let count =
            written(settings, self.out.as_deref(), async |app, out, kind| Ok(self.write(app, out, kind).await?))?;
        if let Some(path) = &self.out {
            say(&format!("{count} usernames written to {}", path.display()));
        }
        Ok(ExitCode::SUCCESS)
    }

    async fn write(&self, app: &App, out: impl Write, kind: SheetKind) -> Result<u64, BackError> {
        let ctx = app.command();
        back::begin(app, &ctx, &Actor::Server, (&self.project, Which::Project)).await?.write(dutch(), kind, out).await
    }
}
