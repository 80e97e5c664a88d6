//! `retention`: erases what is over by hand, as the worker does once a day, or counts what would go.

use std::io::Write;
use std::process::ExitCode;

use anyhow::bail;
use app::retention::{self, Report};
use clap::{Args, Subcommand, ValueEnum};
use domain::id::RetentionRunId;
use serde::Serialize;

use super::list_words::dutch;
use crate::open::with_house;
use crate::settings::Settings;

#[derive(Debug, Subcommand)]
pub(crate) enum Retention {
    /// Erase what is over; what is held stays. Tells counts, and no data
    Run(Run),
}

#[derive(Debug, Args)]
pub(crate) struct Run {
    /// Only count what would go; writes nothing
    #[arg(long)]
    dry_run: bool,
    /// How it is written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table, in Dutch
    Text,
    /// One JSON object
    Json,
}

impl Retention {
    pub(crate) fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let Self::Run(run) = self;
        let report = with_house(settings, async |app| {
            Ok::<_, anyhow::Error>(if run.dry_run {
                Some(retention::dry_run(app).await?)
            } else {
                let holder: RetentionRunId = app.id(app.clock.now());
                retention::run(app, holder.uuid(), &|| true).await?
            })
        })?;
        let Some(report) = report else {
            bail!("another process erases what is over right now; try again in a minute")
        };
        let mut out = std::io::stdout().lock();
        match run.format {
            Format::Text => text(&mut out, &report)?,
            Format::Json => writeln!(out, "{}", json(&report)?)?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn text(out: &mut impl Write, report: &Report) -> std::io::Result<()> {
    let w = dutch();
    let head = match (report.dry, report.through) {
        (true, _) => words::key!("cli-retention-dry"),
        (false, true) => words::key!("cli-retention-done"),
        (false, false) => words::key!("cli-retention-stopped"),
    };
    writeln!(out, "{}", w.t(head))?;
    if report.counts.is_empty() {
        writeln!(out, "{}", w.t(words::key!("cli-retention-nothing")))?;
    }
    for it in &report.counts {
        let client =
            it.client.as_ref().map_or_else(|| w.t(words::key!("cli-retention-all")), |it| it.slug.clone().into());
        writeln!(out, "{}\t{}\t{client}", it.n, w.t(words::retention::class(it.class)))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct Told {
    dry_run: bool,
    at: String,
    through: bool,
    counts: Vec<Count>,
}

#[derive(Serialize)]
struct Count {
    class: &'static str,
    client: Option<String>,
    count: u64,
}

fn json(report: &Report) -> serde_json::Result<String> {
    let counts = report.counts.iter().map(|it| Count {
        class: it.class.as_str(),
        client: it.client.as_ref().map(|client| client.slug.clone()),
        count: it.n,
    });
    let (at, counts) = (report.at.rfc3339(), counts.collect());
    serde_json::to_string(&Told { dry_run: report.dry, at, through: report.through, counts })
}

#[cfg(test)]
mod tests {
    use app::retention::{Client, Counted};
    use domain::id::OrganisationId;
    use domain::retention::Class;
    use domain::time::Time;
    use uuid::Uuid;

    use super::*;

    fn report(dry: bool) -> Report {
        let id = OrganisationId::from_uuid(Uuid::nil());
        let client = Client { id, slug: "linde".to_owned(), name: "De Linde".to_owned(), held: false };
        let counts = vec![
            Counted { class: Class::Session, client: None, n: 3 },
            Counted { class: Class::Household, client: Some(client), n: 2 },
        ];
        Report { dry, at: Time::from_micros(1_795_431_600_000_000), through: true, counts }
    }

    #[test]
    fn for_people() {
        let mut out = Vec::new();
        text(&mut out, &report(true)).unwrap();
        let told = String::from_utf8(out).unwrap();
        let lines: Vec<&str> = told.lines().collect();
        assert_eq!(lines.len(), 3, "{told}");
        assert!(lines[1].starts_with("3\t") && lines[2].starts_with("2\t") && lines[2].ends_with("\tlinde"), "{told}");
        let mut out = Vec::new();
        text(&mut out, &Report { counts: Vec::new(), ..report(false) }).unwrap();
        assert_eq!(String::from_utf8(out).unwrap().lines().count(), 2);
    }

    #[test]
    fn for_programs() {
        let told: serde_json::Value = serde_json::from_str(&json(&report(true)).unwrap()).unwrap();
        assert_eq!((&told["dry_run"], &told["at"]), (&true.into(), &"2026-11-23T11:00:00Z".into()));
        assert_eq!(told["counts"][0], serde_json::json!({"class": "session", "client": null, "count": 3}));
        assert_eq!(told["counts"][1], serde_json::json!({"class": "household", "client": "linde", "count": 2}));
    }
}
