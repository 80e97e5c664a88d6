//! `…/lijst/{id}/` while its header is not understood, and `kolommen/`: which line names the columns, and what each is.

use app::Caller;
use app::first_login::decide::{self, DecideError, Seen};
use app::first_login::{Chosen, RawRow, columns};
use axum::response::Response;
use domain::first_login::{Column, Layout};
use domain::naming::ProjectPath;

use super::batch::{Address, batch_of, decided, of};
use super::{barred, caller, shown};
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::views::service::batch::{Batch, BatchColumns, ColumnRead, ColumnsFault, Line};
use crate::visit::Visit;

/// The most columns of a list, and so of a form.
const MOST: u32 = 500;

/// What somebody asked for or chose, and why it was refused.
pub(super) struct Asked {
    chosen: Chosen,
    refused: Option<ColumnsFault>,
}

impl Asked {
    /// `header` is a line, `sheet` a sheet, `column-0`, `column-1`, … what the columns mean.
    pub(super) fn of(fields: &Fields) -> Self {
        let given = given(fields);
        let chosen = Chosen {
            sheet: fields.get("sheet").filter(|sheet| !sheet.is_empty()).map(str::to_owned),
            header_row: fields.get("header").and_then(|line| line.trim().parse().ok()),
            columns: (!given.is_empty()).then_some(given),
            ..Chosen::default()
        };
        Self { chosen, refused: None }
    }
}

/// What a form says of the columns, up to the last it names: those that are never read have no field in it.
fn given(fields: &Fields) -> Vec<Option<Column>> {
    let field = |at: u32| fields.get(&format!("column-{at}"));
    let count = (0..MOST).rev().find(|at| field(*at).is_some()).map_or(0, |last| last + 1);
    (0..count).map(|at| field(at).and_then(Column::parse)).collect()
}

/// The page of a list that waits.
pub(super) async fn page(
    visit: &Visit,
    (who, path): (Caller<'_>, &ProjectPath),
    (batch, seen): (Batch, &Seen),
    asked: Asked,
) -> Result<Response, Failure> {
    let Asked { chosen, refused } = asked;
    let look = match columns::look(visit.app(), &visit.ctx, who, ((path, seen.id), &chosen)).await {
        Ok(look) => look,
        Err(DecideError::Barred(error)) => return barred(visit, error),
        // It moved on a moment ago, or a sheet was asked for that it has not.
        Err(_) => return Err(Failure::not_found()),
    };
    let missed = chosen.header_row.is_some_and(|line| line != look.layout.header_row);
    let line = |row: RawRow| Line { number: row.number, cells: row.cells };
    visit.show(&BatchColumns {
        page: visit.page_at(&batch.path()),
        as_what: words::first_login::layout(visit.page().w, &look.layout),
        sheets: if look.sheets.len() > 1 { look.sheets } else { Vec::new() },
        sheet: look.layout.sheet.clone().unwrap_or_default(),
        header: look.layout.header_row,
        columns: read(&look.layout, &look.rows),
        lines: look.top.into_iter().map(line).collect(),
        missing: look.fault,
        refused: if missed { Some(ColumnsFault::NoLine) } else { refused },
        until: seen.purge_at,
        batch,
    })
}

/// The columns of a list with their first cells; one without a name is called by its letter.
pub(super) fn read(layout: &Layout, sample: &[RawRow]) -> Vec<ColumnRead> {
    let letters = Layout::letters(layout.columns.len());
    let column = |(at, ((name, means), letter)): (usize, (&(String, Option<Column>), String))| ColumnRead {
        name: if name.is_empty() { letter } else { name.clone() },
        means: *means,
        blanked: means.is_some_and(Column::is_private),
        first: sample.iter().take(3).filter_map(|row| row.cells.get(at).cloned()).collect(),
    };
    layout.columns.iter().zip(letters).enumerate().map(column).collect()
}

/// POST `kolommen/`: what each column means; where the header was not understood also which line it is.
pub(crate) async fn choose(visit: Visit, address: Address, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (path, id) = of(&address)?;
    let (project, seen) = match decide::look(visit.app(), &visit.ctx, who, (&path, id)).await {
        Ok(found) => found,
        Err(error) => return barred(&visit, error),
    };
    let mut asked = Asked::of(&form);
    let done = if seen.asks_columns() {
        columns::say(visit.app(), &visit.ctx, who, ((&path, id), &asked.chosen)).await
    } else {
        decide::read_again(visit.app(), &visit.ctx, who, (&path, id), &given(&form)).await
    };
    asked.refused = match done {
        Err(DecideError::Header(fault)) if seen.asks_columns() => Some(ColumnsFault::Header(fault)),
        Err(DecideError::NoLine) => Some(ColumnsFault::NoLine),
        done => return decided(&visit, &address, done),
    };
    page(&visit, (who, &path), (batch_of(visit.page().w, &shown(&project), &seen), &seen), asked).await
}
