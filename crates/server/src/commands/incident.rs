//! `incident`: whose data an incident touches, as counts; and with `--out` the homes as a list for their client.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use app::retention::{self, Question, Touched};
use clap::Args;
use domain::access::Actor;
use domain::naming::Slug;
use domain::time::Day;
use words::t;

use super::list_words::dutch;
use crate::cli::say;
use crate::open::with_house;
use crate::settings::Settings;

#[derive(Debug, Args)]
pub(crate) struct Incident {
    /// The client, by its short name
    #[arg(long)]
    organisation: Slug,
    /// One project of it, by its short name; all of them without it
    #[arg(long)]
    project: Option<Slug>,
    /// The first day, as in 2026-12-01; everything that is kept without it
    #[arg(long, value_name = "DAY", value_parser = day)]
    from: Option<Day>,
    /// The last day; today without it
    #[arg(long = "to", value_name = "DAY", value_parser = day)]
    until: Option<Day>,
    /// Writes the homes into this file (CSV), for the client and nobody else
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

fn day(text: &str) -> Result<Day, domain::time::NotADay> {
    Day::typed(text)
}

impl Incident {
    pub(crate) fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let first = Day::parse("1970-01-01").context("the first day of all")?;
        let (answer, listed) = with_house(settings, async |app| {
            let ctx = app.command();
            let question = Question {
                client: self.organisation.clone(),
                project: self.project.clone(),
                from: self.from.unwrap_or(first),
                until: self.until.unwrap_or_else(|| Day::of(ctx.now)),
            };
            let answer = retention::ask_incident(app, &ctx, &Actor::Server, &question).await?;
            let listed = match &self.out {
                None => None,
                Some(path) => {
                    let mut file = BufWriter::new(File::create(path).with_context(|| path.display().to_string())?);
                    let count = retention::list_incident(app, &ctx, &Actor::Server, (&question, &mut file)).await?;
                    file.flush().with_context(|| path.display().to_string())?;
                    Some(count)
                }
            };
            Ok::<_, anyhow::Error>((answer, listed))
        })?;
        for (key, count) in told(&answer.touched) {
            say(&format!("{count}\t{}", dutch().t(key)));
        }
        if let Some(count) = listed {
            say(&t!(dutch(), "cli-incident-homes", count = count));
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn told(it: &Touched) -> [(&'static str, u64); 7] {
    [
        (words::key!("staff-incident-homes"), it.homes),
        (words::key!("staff-incident-accounts"), it.accounts),
        (words::key!("staff-incident-residents"), it.residents),
        (words::key!("staff-incident-former"), it.former),
        (words::key!("staff-incident-addresses"), it.addresses),
        (words::key!("staff-incident-passwords"), it.passwords),
        (words::key!("staff-incident-passkeys"), it.passkeys),
    ]
}
