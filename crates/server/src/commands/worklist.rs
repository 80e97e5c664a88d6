//! `worklist`: what there is to do for the homes of a project, as CSV: each home with what it hangs on and what helps. That it
//! was made is logged. It holds no address of a resident.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use app::first_login::back::{COLUMNS, cell};
use app::first_login::worklist::{self, WorkListError};
use app::first_login::{Sheet, SheetKind};
use app::{App, Standing};
use clap::Args;
use domain::access::Actor;
use domain::first_login::progress::WorkList;
use domain::naming::ProjectPath;
use words::first_login::column;
use words::{key, t};

use super::list_file::written;
use super::list_words::dutch;
use super::progress_words::{list, next_act, step};
use crate::cli::say;
use crate::settings::Settings;

#[derive(Debug, Args)]
pub(crate) struct Worklist {
    /// The project, as in voorbeeld/de-hagen
    #[arg(long, value_name = "CLIENT/PROJECT")]
    project: ProjectPath,
    /// One list: no-address, bounced, not-told, no-reset-asked or never-signed-in; without it: all of them
    #[arg(long, value_name = "LIST")]
    list: Option<WorkList>,
    /// Where to write it (.csv or .xlsx); without it: CSV on stdout
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Worklist {
    pub(crate) fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let count =
            written(settings, self.out.as_deref(), async |app, out, kind| Ok(self.write(app, out, kind).await?))?;
        if let Some(path) = &self.out {
            say(&format!("{count} rows written to {}", path.display()));
        }
        Ok(ExitCode::SUCCESS)
    }

    async fn write(&self, app: &App, out: impl Write, kind: SheetKind) -> Result<u64, WorkListError> {
        let (mut sheet, mut count) = (Sheet::new(out, kind)?, 0);
        let titles = COLUMNS.map(|it| dutch().t(column(it)));
        let ours = [
            t!(dutch(), "list-column-username"),
            t!(dutch(), "cli-worklist-list"),
            t!(dutch(), "cli-worklist-hangs"),
            t!(dutch(), "cli-worklist-next"),
        ];
        sheet.row(&[&titles[..], &ours[..]].concat())?;
        let chosen = self.list.map_or_else(|| WorkList::ALL.to_vec(), |list| vec![list]);
        for which in chosen {
            count += worklist::each(app, &app.command(), &Actor::Server, (&self.project, which), |homes| {
                homes.iter().try_for_each(|home| row(&mut sheet, which, home))
            })
            .await?;
        }
        sheet.finish()?;
        Ok(count)
    }
}

fn row<W: Write>(sheet: &mut Sheet<W>, which: WorkList, home: &Standing) -> io::Result<()> {
    let state = home.progress.state();
    let waits_for = state.waits_for().map_or(key!("cli-waits-for-nothing"), step);
    let ours = [list(which), waits_for, next_act(state.hangs().next_act())].map(|key| dutch().t(key));
    let mut cells: Vec<&str> = COLUMNS.iter().map(|column| cell(&home.home, *column)).collect();
    cells.push(&home.username);
    cells.extend(ours.iter().map(AsRef::as_ref));
    sheet.row(&cells)
}
