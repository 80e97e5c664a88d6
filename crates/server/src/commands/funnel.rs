//! `funnel`: how far the homes of a project have come, as a table for people or one JSON object for programs.

use std::io::Write;
use std::process::ExitCode;

use app::first_login::board::{self, Board};
use clap::{Args, ValueEnum};
use domain::access::Actor;
use domain::first_login::progress::WorkList;
use domain::naming::ProjectPath;
use domain::time::Day;
use serde::Serialize;
use words::t;

use super::list_words::dutch;
use super::progress_words::{list, step};
use crate::open::with_house;
use crate::settings::Settings;

#[derive(Debug, Args)]
pub(crate) struct Funnel {
    /// The project, as in voorbeeld/de-hagen
    #[arg(long, value_name = "CLIENT/PROJECT")]
    project: ProjectPath,
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

impl Funnel {
    pub(crate) fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let board =
            with_house(settings, async |app| board::see(app, &app.command(), &Actor::Server, &self.project).await)?;
        let mut out = std::io::stdout().lock();
        match self.format {
            Format::Text => text(&mut out, &board)?,
            Format::Json => writeln!(out, "{}", json(&board, &self.project)?)?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn text(out: &mut impl Write, board: &Board) -> std::io::Result<()> {
    let (homes, vacant) = (board.homes, board.vacant);
    writeln!(out, "{}", t!(dutch(), "cli-funnel-homes", homes = homes, vacant = vacant))?;
    for rung in &board.funnel.rungs {
        let (name, percent) = (dutch().t(step(rung.step)), board.funnel.percent(rung.step));
        let lost = t!(dutch(), "cli-funnel-lost", lost = rung.lost);
        writeln!(out, "{}\t{name}\t{}\t{percent} %\t{lost}", rung.step.number(), rung.homes)?;
    }
    writeln!(out, "{}", dutch().t(words::key!("cli-funnel-lists")))?;
    for which in WorkList::ALL {
        writeln!(out, "\t{}\t{}", dutch().t(list(*which)), board.lists.on(*which))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct Told<'a> {
    project: String,
    name: &'a str,
    day: Day,
    delivered_on: Option<Day>,
    homes: u64,
    vacant: u64,
    steps: Vec<Rung>,
    worklists: serde_json::Map<String, serde_json::Value>,
    activation: Vec<Activated>,
    lists_returned: Vec<String>,
}

#[derive(Serialize)]
struct Rung {
    number: usize,
    step: &'static str,
    homes: u64,
    percent: u64,
    lost: u64,
}

#[derive(Serialize)]
struct Activated {
    day: Day,
    homes: u64,
}

fn json(board: &Board, project: &ProjectPath) -> serde_json::Result<String> {
    let rungs = board.funnel.rungs.iter().map(|rung| Rung {
        number: rung.step.number(),
        step: rung.step.as_str(),
        homes: rung.homes,
        percent: board.funnel.percent(rung.step),
        lost: rung.lost,
    });
    let lists = WorkList::ALL.iter().map(|list| (list.as_str().to_owned(), board.lists.on(*list).into()));
    serde_json::to_string(&Told {
        project: project.to_string(),
        name: &board.project.name,
        day: board.today,
        delivered_on: board.project.delivered_on,
        homes: board.homes,
        vacant: board.vacant,
        steps: rungs.collect(),
        worklists: lists.collect(),
        activation: board.activated.iter().map(|(day, homes)| Activated { day: *day, homes: *homes }).collect(),
        lists_returned: board.returned.iter().map(|list| list.at.rfc3339()).collect(),
    })
}

#[cfg(test)]
mod tests {
    use domain::first_login::progress::{self, AddressState, Counts, Expected, State, Step};
    use domain::id::{OrganisationId, ProjectId};
    use store::project::Project;
    use uuid::Uuid;

    use super::*;

    fn board() -> Board {
        let project = Project {
            id: ProjectId::from_uuid(Uuid::nil()),
            organisation: OrganisationId::from_uuid(Uuid::nil()),
            organisation_name: "De Linde".to_owned(),
            organisation_slug: "linde".to_owned(),
            slug: "zuid".to_owned(),
            name: "Zuiderpark".to_owned(),
            prefix: "ALMELO".to_owned(),
            next_number: 5,
            delivered_on: None,
        };
        let states = [
            (State::of([Step::AddressReceived, Step::Processed], AddressState::Works), 3),
            (State::of([Step::Processed], AddressState::None), 1),
        ];
        let day = |text: &str| Day::parse(text).unwrap();
        Board {
            project,
            today: day("2026-11-23"),
            homes: 5,
            vacant: 1,
            funnel: progress::Funnel::of(&states),
            lists: Counts::of(&states, Expected::None, 0),
            activated: vec![(day("2026-11-22"), 2)],
            returned: Vec::new(),
        }
    }

    #[test]
    fn for_people() {
        let mut out = Vec::new();
        text(&mut out, &board()).unwrap();
        let text = String::from_utf8(out).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 1 + 9 + 1 + 5, "{text}");
        assert!(lines[1].starts_with("1\t") && lines[1].contains("\t3\t75 %\t") && lines[1].contains('1'), "{text}");
        assert!(lines[11].ends_with("\t1") && lines[13].ends_with("\t3"), "{text}");
    }

    #[test]
    fn for_programs() {
        let told: serde_json::Value =
            serde_json::from_str(&json(&board(), &"linde/zuid".parse().unwrap()).unwrap()).unwrap();
        assert_eq!((&told["project"], &told["homes"], &told["vacant"]), (&"linde/zuid".into(), &5.into(), &1.into()));
        assert_eq!(
            told["steps"][0],
            serde_json::json!({"number": 1, "step": "address-received", "homes": 3, "percent": 75, "lost": 1})
        );
        assert_eq!((&told["worklists"]["not-told"], &told["worklists"]["no-address"]), (&3.into(), &1.into()));
        assert_eq!(told["activation"], serde_json::json!([{"day": "2026-11-22", "homes": 2}]));
    }
}
