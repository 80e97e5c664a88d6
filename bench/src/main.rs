//! The figures of `docs/benchmarks.md`, made by hand: `cargo run --release -p bench [-- ROW…] [--quick] [--markdown]`.
//! Each row runs in a process of its own, so that one leaves the next neither memory nor threads. Nothing here talks to
//! another machine. No test rests on a time measured here.
#![expect(clippy::print_stdout, reason = "a table on the terminal is what this program is for")]

mod bare_page;
mod copied;
mod country;
mod cpu;
mod figure;
mod house;
mod load;
mod machine;
mod numbers;
mod pace;
mod rows;
mod serving;
mod sink;
mod table;

use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, bail};

use figure::{Figure, Verdict};
use pace::Pace;
use rows::Row;

/// What the command line asks for.
#[derive(Default)]
struct Asked {
    rows: Vec<&'static Row>,
    markdown: bool,
    quick: bool,
    child: bool,
    sink: bool,
}

impl Asked {
    fn read(args: impl Iterator<Item = String>) -> anyhow::Result<Self> {
        let mut asked = Self::default();
        for arg in args {
            match arg.as_str() {
                "--markdown" => asked.markdown = true,
                "--quick" => asked.quick = true,
                "--child" => asked.child = true,
                "--sink" => asked.sink = true,
                name => asked.rows.push(rows::find(name).with_context(|| unknown(name))?),
            }
        }
        if asked.rows.is_empty() {
            asked.rows = rows::ALL.iter().collect();
        }
        Ok(asked)
    }
}

fn unknown(name: &str) -> String {
    let known: Vec<_> = rows::ALL.iter().map(|row| row.name).collect();
    format!("{name} is neither a row ({}) nor --quick or --markdown", known.join(", "))
}

fn main() -> anyhow::Result<ExitCode> {
    let asked = Asked::read(std::env::args().skip(1))?;
    if asked.sink {
        sink::serve()?;
        return Ok(ExitCode::SUCCESS);
    }
    let pace = Pace { quick: asked.quick };
    if asked.child {
        for row in &asked.rows {
            for figure in (row.run)(pace)? {
                println!("{}", serde_json::to_string(&figure)?);
            }
        }
        return Ok(ExitCode::SUCCESS);
    }
    let mut figures = Vec::new();
    for row in &asked.rows {
        let found = in_a_child(row, pace).unwrap_or_else(|error| vec![Figure::failed(row, &error)]);
        for figure in &found {
            if !asked.markdown {
                println!("{}", table::line(figure));
            }
        }
        figures.extend(found);
    }
    let about = machine::about(pace)?;
    print!("{}", if asked.markdown { table::markdown(&figures, &about) } else { table::summary(&figures, &about) });
    let failed = figures.iter().any(|figure| figure.verdict == Verdict::Failed);
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Runs a row in a process of its own, which answers one figure per line.
fn in_a_child(row: &Row, pace: Pace) -> anyhow::Result<Vec<Figure>> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["--child", row.name]).stdout(Stdio::piped());
    if pace.quick {
        command.arg("--quick");
    }
    let mut child = command.spawn()?;
    let mut figures = Vec::new();
    if let Some(out) = child.stdout.take() {
        for line in BufReader::new(out).lines() {
            figures.push(serde_json::from_str(&line?)?);
        }
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("its process ended with {status}");
    }
    Ok(figures)
}
