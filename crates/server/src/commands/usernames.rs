//! `usernames`: the list per dwelling that goes back to the client, as CSV. That it was made is logged.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use app::App;
use app::first_login::Sheet;
use app::first_login::usernames::{self, ListingError, Status};
use clap::Args;
use domain::access::Actor;
use domain::first_login::Column;
use domain::home::Home;
use domain::naming::ProjectPath;
use words::t;

use super::list_words::{column, dutch, status};
use crate::cli::say;
use crate::open::with_house;
use crate::settings::Settings;

#[derive(Debug, Args)]
pub(crate) struct Usernames {
    /// The project, as in voorbeeld/de-hagen
    #[arg(long, value_name = "CLIENT/PROJECT")]
    project: ProjectPath,
    /// Where to write the list (.csv); without it: stdout
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// What the client knows its homes by, in the order of the list.
const COLUMNS: [Column; 7] = [
    Column::ClientNumber,
    Column::Street,
    Column::HouseNumber,
    Column::Addition,
    Column::Postcode,
    Column::Place,
    Column::BuildNumber,
];

impl Usernames {
    pub(crate) fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        match &self.out {
            None => {
                let out = BufWriter::new(io::stdout().lock());
                with_house(settings, async |app| self.write(app, out).await)?;
            }
            Some(path) => {
                let kind = path.extension().map(std::ffi::OsStr::to_ascii_lowercase);
                if kind != Some(OsString::from("csv")) {
                    bail!("--out {}: the list is written as CSV; give it a name that ends in .csv", path.display());
                }
                let count = with_house(settings, async |app| self.write_file(app, path).await)?;
                say(&format!("{count} usernames written to {}", path.display()));
            }
        }
        Ok(ExitCode::SUCCESS)
    }

    /// Writes beside the file and then puts it in its place: half a list is never taken for a whole one.
    async fn write_file(&self, app: &App, path: &Path) -> anyhow::Result<u64> {
        let mut beside = path.as_os_str().to_owned();
        beside.push(".part");
        let beside = PathBuf::from(beside);
        let file = File::create(&beside).with_context(|| format!("{} cannot be written", beside.display()))?;
        let written = self.write(app, BufWriter::new(file)).await;
        let placed = written.map_err(anyhow::Error::from).and_then(|count| {
            std::fs::rename(&beside, path).with_context(|| format!("{} cannot be written", path.display()))?;
            Ok(count)
        });
        if placed.is_err() {
            // It stays behind only where it cannot be removed either.
            let _ = std::fs::remove_file(&beside);
        }
        placed
    }

    async fn write(&self, app: &App, out: impl Write) -> Result<u64, ListingError> {
        let mut sheet = Sheet::new(out)?;
        let titles = COLUMNS.map(|it| dutch().t(column(it)));
        let ours = [t!(dutch(), "cli-column-username"), t!(dutch(), "cli-column-status")];
        sheet.row(&[&titles[..], &ours[..]].concat())?;
        let count = usernames::list(app, &app.command(), &Actor::Server, &self.project, |homes| {
            homes.iter().try_for_each(|listed| {
                let mut cells: Vec<&str> = COLUMNS.iter().map(|column| cell(&listed.home, *column)).collect();
                let state = dutch().t(status(Status::of(listed)));
                cells.extend([listed.username.as_str(), state.as_ref()]);
                sheet.row(&cells)
            })
        })
        .await?;
        sheet.finish()?;
        Ok(count)
    }
}

fn cell(home: &Home, column: Column) -> &str {
    let value = match column {
        Column::ClientNumber => &home.client_number,
        Column::Street => &home.street,
        Column::HouseNumber => &home.house_number,
        Column::Addition => &home.addition,
        Column::Postcode => &home.postcode,
        Column::Place => &home.place,
        Column::BuildNumber => &home.build_number,
        // The letter stands with the addition; addresses of residents are in no list.
        Column::HouseLetter | Column::Email => &None,
    };
    value.as_deref().unwrap_or_default()
}
