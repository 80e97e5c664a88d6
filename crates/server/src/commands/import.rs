//! `import`: a client's list, tried or applied, with a report per row on stdout. Ends with 3 when rows were refused or in
//! conflict. The report names homes and usernames, never an address.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};
use app::App;
use app::first_login::Source;
use app::first_login::import::{self, ImportError, Report};
use clap::{Args, Subcommand, ValueEnum};
use domain::access::Actor;
use domain::first_login::Tally;
use domain::naming::ProjectPath;
use words::first_login::batch_fault;
use words::t;

use super::import_undo::Undo;
use super::list_words::dutch;
use super::report::{Json, Rows, Text};
use crate::cli::complain;
use crate::open::with_house;
use crate::settings::Settings;

/// Rows were refused or in conflict.
const FAULTS: u8 = 3;

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Import {
    #[command(subcommand)]
    instead: Option<Instead>,
    #[command(flatten)]
    list: Option<ListToImport>,
}

#[derive(Debug, Subcommand)]
enum Instead {
    /// Take back what a list did, where nobody acted yet
    Undo(Undo),
}

#[derive(Debug, Args)]
struct ListToImport {
    /// The project the homes belong to, as in voorbeeld/de-hagen
    #[arg(long, value_name = "CLIENT/PROJECT")]
    project: ProjectPath,
    /// The list (CSV or .xlsx)
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Apply it; without this nothing is written
    #[arg(long)]
    confirm: bool,
    /// How the report is written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A line per row, in Dutch
    Text,
    /// One JSON object
    Json,
}

impl Import {
    pub(crate) fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        match (self.instead, self.list) {
            (Some(Instead::Undo(undo)), _) => undo.run(settings),
            (None, Some(list)) => list.run(settings),
            (None, None) => bail!("name a project and a list: import --project CLIENT/PROJECT FILE"),
        }
    }
}

impl ListToImport {
    fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let out = std::io::BufWriter::new(std::io::stdout().lock());
        match self.format {
            Format::Text => self.report(settings, Text::new(out)),
            Format::Json => self.report(settings, Json::new(out)),
        }
    }

    fn report(&self, settings: &Settings, mut rows: impl Rows) -> anyhow::Result<ExitCode> {
        let done = with_house(settings, async |app| Ok::<_, anyhow::Error>(self.import(app, &mut rows).await))?;
        let report = match done {
            Err(ImportError::Refused(fault)) => {
                complain(&batch_fault(dutch(), &fault));
                return Ok(ExitCode::from(FAULTS));
            }
            Err(error @ ImportError::Stopped(_)) => {
                complain(&error.to_string());
                return Ok(ExitCode::from(FAULTS));
            }
            Err(error @ ImportError::List(_)) => return Err(error).with_context(|| self.file.display().to_string()),
            other => other?,
        };
        rows.end(&report, self.confirm)?;
        if let Some(fault) = &report.fault {
            complain(&batch_fault(dutch(), fault));
        }
        let faults = report.fault.is_some() || report.tally.has_faults();
        Ok(if faults { ExitCode::from(FAULTS) } else { ExitCode::SUCCESS })
    }

    async fn import(&self, app: &App, rows: &mut impl Rows) -> Result<Report, ImportError> {
        let (ctx, source) = (app.command(), Source::file(self.file.clone()));
        let list = (&self.project, &source);
        // Somebody who closes the pipe stops reading the report; the import goes on.
        if self.confirm {
            import::confirm(app, &ctx, &Actor::Server, list, |line| drop(rows.row(line))).await
        } else {
            import::dry_run(app, &ctx, &Actor::Server, list, |line| drop(rows.row(line))).await
        }
    }
}

/// The last lines of the report for people.
pub(super) fn summary(out: &mut impl Write, report: &Report, confirmed: bool) -> std::io::Result<()> {
    let Tally { new, unchanged, conflicts, refused, .. } = report.tally;
    let changed = report.tally.changed();
    let counts = t!(
        dutch(),
        "cli-import-counts",
        new = new,
        unchanged = unchanged,
        changed = changed,
        conflict = conflicts,
        refused = refused,
    );
    let end = match (confirmed, report.batch) {
        (false, _) => t!(dutch(), "cli-import-dry"),
        (true, None) => t!(dutch(), "cli-import-nothing"),
        (true, Some(_)) => t!(dutch(), "cli-import-done"),
    };
    writeln!(out, "{counts}\n{end}")
}
