//! `handout`: ticks that username and instruction were handed out, by a list of the client or for a whole project. Ends
//! with 3 when rows of the list lead to no home.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use app::first_login::Source;
use app::first_login::handout::{self, HandoutError, Whom};
use clap::Args;
use domain::access::Actor;
use domain::first_login::progress::Part;
use domain::naming::ProjectPath;
use words::t;

use super::list_words::dutch;
use crate::cli::{complain, say};
use crate::open::with_house;
use crate::settings::Settings;

/// Rows lead to no home.
const FAULTS: u8 = 3;
/// So many of their lines are told.
const TOLD: usize = 20;

#[derive(Debug, Args)]
pub(crate) struct Handout {
    /// The project, as in voorbeeld/de-hagen
    #[arg(long, value_name = "CLIENT/PROJECT")]
    project: ProjectPath,
    /// The list (CSV) with usernames, or with homes as the client names them
    #[arg(value_name = "FILE", required_unless_present = "all", conflicts_with = "all")]
    file: Option<PathBuf>,
    /// To every home of the project that somebody lives in
    #[arg(long)]
    all: bool,
    /// What was handed out: both, username or instruction
    #[arg(long, value_name = "PART", default_value_t = Part::Both)]
    part: Part,
    /// Take the tick back, where the resident did nothing yet
    #[arg(long)]
    undo: bool,
}

impl Handout {
    pub(crate) fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let source = self.file.clone().map(Source::file);
        let whom = source.as_ref().map_or(Whom::All, Whom::Listed);
        let done = with_house(settings, async |app| {
            let (ctx, what) = (app.command(), (whom, self.part));
            Ok::<_, anyhow::Error>(if self.undo {
                handout::untick(app, &ctx, &Actor::Server, &self.project, what).await
            } else {
                handout::tick(app, &ctx, &Actor::Server, &self.project, what).await
            })
        })?;
        let report = match (done, &self.file) {
            (Err(error @ HandoutError::List(_)), Some(file)) => {
                return Err(error).with_context(|| file.display().to_string());
            }
            (done, _) => done?,
        };
        let (changed, unchanged) = (report.changed, report.unchanged);
        let told = if self.undo {
            t!(dutch(), "cli-handout-undone", changed = changed, unchanged = unchanged)
        } else {
            t!(dutch(), "cli-handout-done", changed = changed, unchanged = unchanged)
        };
        say(&told);
        if report.unknown.is_empty() {
            return Ok(ExitCode::SUCCESS);
        }
        let lines: Vec<String> = report.unknown.iter().take(TOLD).map(ToString::to_string).collect();
        let (count, lines) = (report.unknown.len() as u64, lines.join(", "));
        complain(&t!(dutch(), "cli-handout-unknown", count = count, lines = lines.as_str()));
        Ok(ExitCode::from(FAULTS))
    }
}
