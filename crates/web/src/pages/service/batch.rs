//! `/service/projecten/{client}/{project}/lijst/{id}/`: one list, from reading to applied, and what is decided about it.

use app::first_login::decide::{self, DecideError, Seen, SeenRow};
use app::first_login::{Refusal, SheetKind, back, board};
use app::{Barred, Caller};
use axum::extract::Path;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use domain::first_login::progress::WorkList;
use domain::first_login::{BatchFault, BatchState, Column, Judgement, Layout, Remark, Residents, Tally};
use domain::id::BatchId;
use domain::naming::ProjectPath;
use domain::retention::LIST_COPY;
use domain::time::Day;
use words::Words;

use super::download::{self, Kind};
use super::{address, barred, by, caller, columns, list_name, number, path, shown};
use crate::errors::Failure;
use crate::forms::Form;
use crate::next::with_query;
use crate::views::service::batch::{
    Applied, Batch, BatchApplied, BatchEnded, BatchJudged, BatchRunning, CellReason, ConfirmFault, Counts, End,
    HowRead, RowRead, Stage, Stop,
};
use crate::views::service::{Pager, Project};
use crate::visit::Visit;

/// Client, project, id of the list.
pub(super) type Address = Path<(String, String, String)>;

/// The list of an address.
pub(super) fn of(Path((client, project, id)): &Address) -> Result<(ProjectPath, BatchId), Failure> {
    Ok((path(client, project)?, id.parse().map_err(|_| Failure::not_found())?))
}

/// The address of its page.
pub(super) fn here(Path((client, project, id)): &Address) -> String {
    format!("/service/projecten/{client}/{project}/lijst/{id}/")
}

pub(super) fn batch_of(w: Words, project: &Project, seen: &Seen) -> Batch {
    Batch {
        project: project.clone(),
        id: seen.id.to_string(),
        name: list_name(w, seen),
        at: seen.created_at,
        by: by(w, seen),
    }
}

/// GET.
pub(crate) async fn show(visit: Visit, address: Address) -> Result<Response, Failure> {
    page(&visit, &address, None).await
}

async fn page(visit: &Visit, address: &Address, refused: Option<ConfirmFault>) -> Result<Response, Failure> {
    let who = match caller(visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (path, id) = of(address)?;
    let (project, seen) = match decide::look(visit.app(), &visit.ctx, who, (&path, id)).await {
        Ok(found) => found,
        Err(error) => return barred(visit, error),
    };
    let batch = batch_of(visit.page().w, &shown(&project), &seen);
    if seen.asks_columns() {
        return columns::page(visit, (who, &path), (batch, &seen), columns::Asked::of(&visit.query)).await;
    }
    match seen.state {
        BatchState::Judged => judged(visit, (who, &path), (batch, &seen), refused).await,
        BatchState::Applied => applied(visit, (who, &path), batch, &seen).await,
        BatchState::Unreadable => {
            let (why, to_do) = unreadable(visit, &seen);
            visit.show(&BatchEnded { page: visit.page(), batch, end: End::Unreadable { why, to_do } })
        }
        BatchState::Discarded => visit.show(&BatchEnded { page: visit.page(), batch, end: End::ThrownAway }),
        BatchState::Arriving | BatchState::Reading | BatchState::Confirmed => {
            let (stage, done, total) = standing(&seen);
            let watch = visit.query.text("watch") == "1";
            visit.show(&BatchRunning { page: visit.page(), batch, stage, done, total, watch })
        }
    }
}

/// How far the work on a list is.
fn standing(seen: &Seen) -> (Stage, u64, Option<u64>) {
    match seen.state {
        BatchState::Confirmed => (Stage::Applying, seen.cursor.min(seen.total), Some(seen.total)),
        BatchState::Reading => (Stage::Reading, 0, None),
        _ => (Stage::Waiting, 0, None),
    }
}

/// GET `stand/`: how far, as JSON.
pub(crate) async fn stand(visit: Visit, address: Address) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (path, id) = of(&address)?;
    let seen = match decide::look(visit.app(), &visit.ctx, who, (&path, id)).await {
        Ok((_, seen)) => seen,
        Err(error) => return barred(&visit, error),
    };
    let (stage, done, total) = standing(&seen);
    let stage = if seen.state.is_at_work() || seen.state == BatchState::Arriving { stage.word() } else { "over" };
    let total = total.map_or("null".to_owned(), |total| total.to_string());
    let text = format!("{{\"stage\":\"{stage}\",\"done\":{done},\"total\":{total}}}");
    Ok(([(CONTENT_TYPE, "application/json")], text).into_response())
}

/// Why a list cannot be read, and what to do.
fn unreadable(visit: &Visit, seen: &Seen) -> (String, String) {
    let w = visit.page().w;
    let why = match &seen.refusal {
        Some(Refusal::File(fault)) => w.t(words::first_login::file_fault(*fault)).into_owned(),
        Some(Refusal::Header(fault)) => words::first_login::header_fault(w, *fault),
        Some(Refusal::Endless(line)) => words::first_login::endless(w, *line),
        _ => w.t("service-unreadable-unknown").into_owned(),
    };
    (why, w.t("service-unreadable-do").into_owned())
}

async fn judged(
    visit: &Visit,
    (who, path): (Caller<'_>, &ProjectPath),
    (batch, seen): (Batch, &Seen),
    refused: Option<ConfirmFault>,
) -> Result<Response, Failure> {
    let of = Judgement::parse(visit.query.text("show"));
    let after = visit.query.text("after").parse().unwrap_or(0);
    let which = (path, seen.id);
    let rows = decide::rows(visit.app(), &visit.ctx, who, which, (of, after)).await;
    let sample = decide::sample(visit.app(), &visit.ctx, who, which).await;
    let (rows, more, sample) = match (rows, sample) {
        (Ok((rows, more)), Ok(sample)) => (rows, more, sample),
        (Err(error), _) | (_, Err(error)) => return barred(visit, error),
    };
    let Some(layout) = &seen.layout else { return Err(Failure::internal("a judged list has no layout")) };
    let next = rows.last().filter(|_| more).map(|last| {
        let filtered = of.map_or_else(|| batch.path(), |of| with_query(&batch.path(), "show", of.as_str()));
        with_query(&filtered, "after", &last.number.to_string())
    });
    let first =
        (after > 0).then(|| of.map_or_else(|| batch.path(), |of| with_query(&batch.path(), "show", of.as_str())));
    visit.show(&BatchJudged {
        page: visit.page_at(&batch.path()),
        counts: counts(seen.tally),
        stop: stop(seen),
        proposed: seen.proposal.map(|proposal| format!("{}{proposal}/", crate::views::service::proposals::ROOT)),
        refused,
        read: how_read(visit, layout, (seen.total, &sample)),
        rows: rows.iter().map(|row| row_read(visit, row, layout)).collect(),
        shown: of,
        pager: Pager { first, next, ..Pager::default() },
        batch,
    })
}

fn counts(tally: Option<Tally>) -> Counts {
    let tally = tally.unwrap_or_default();
    Counts {
        new: tally.new,
        unchanged: tally.unchanged,
        changed: tally.changed(),
        addresses: tally.addresses(),
        conflict: tally.conflicts,
        refused: tally.refused,
    }
}

fn stop(seen: &Seen) -> Option<Stop> {
    match seen.refusal.as_ref()? {
        Refusal::Batch(BatchFault::Shifted { moved, rows }) => Some(Stop::Shifted { moved: *moved, rows: *rows }),
        Refusal::Batch(BatchFault::TooManyChanges(count)) => Some(Stop::TooManyChanges(*count)),
        _ => None,
    }
}

fn how_read(visit: &Visit, layout: &Layout, (rows, sample): (u64, &[app::first_login::RawRow])) -> HowRead {
    HowRead {
        as_what: words::first_login::layout(visit.page().w, layout),
        titles: layout.header_row.saturating_sub(1),
        rows,
        columns: columns::read(layout, sample),
    }
}

fn row_read(visit: &Visit, row: &SeenRow, layout: &Layout) -> RowRead {
    let home = [number(&row.home), address(&row.home)].into_iter().filter(|part| !part.is_empty());
    RowRead {
        number: row.number,
        home: home.collect::<Vec<_>>().join(" · "),
        address: row.masked.clone(),
        judgement: row.judgement,
        reasons: row.remarks.iter().map(|remark| reason(visit, remark, layout)).collect(),
    }
}

/// A reason, under the client's own name of its column.
fn reason(visit: &Visit, remark: &Remark, layout: &Layout) -> CellReason {
    let own = |column: Column| layout.columns.iter().find(|(_, means)| *means == Some(column)).map(|(name, _)| name);
    let text = visit.page().w.t(words::first_login::reason(remark.reason)).into_owned();
    CellReason { cell: remark.column.and_then(own).cloned(), text }
}

async fn applied(
    visit: &Visit,
    (who, path): (Caller<'_>, &ProjectPath),
    batch: Batch,
    seen: &Seen,
) -> Result<Response, Failure> {
    let done = match decide::done(visit.app(), &visit.ctx, who, (path, seen.id)).await {
        Ok(done) => done,
        Err(error) => return barred(visit, error),
    };
    if done.standing == 0 && done.undone > 0 {
        return visit.show(&BatchEnded { page: visit.page(), batch, end: End::Undone { rows: done.undone } });
    }
    let board = match board::see(visit.app(), &visit.ctx, who, path).await {
        Ok(board) => board,
        Err(error) => return barred(visit, error),
    };
    let applied = Applied {
        at: seen.applied_at.unwrap_or(seen.created_at),
        by: by(visit.page().w, seen),
        homes: done.homes,
        addresses: done.addresses,
        completed: done.completed,
        left: done.left,
        undone: done.undone,
        undoable: done.standing,
        kept_until: (!seen.purged).then(|| Day::of(seen.created_at + LIST_COPY)),
        returned: board.returned.first().map(|returned| returned.at),
        not_told: board.lists.on(WorkList::NotTold),
    };
    let count = |name: &str| visit.query.text(name).parse().ok();
    let told_undone = count("undone").map(|rows: u64| (rows, count("kept").unwrap_or(0)));
    visit.show(&BatchApplied { page: visit.page_at(&batch.path()), batch, applied, told_undone })
}

/// POST `bevestigen/`: `residents` is `same`, or the list is not carried out (law 7).
pub(crate) async fn confirm(visit: Visit, address: Address, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (path, id) = of(&address)?;
    let residents = match form.text("residents") {
        "new" => Residents::New,
        "same" => Residents::Same,
        _ => Residents::NotSaid,
    };
    match decide::confirm(visit.app(), &visit.ctx, who, ((&path, id), residents)).await {
        Err(DecideError::Residents(Residents::New)) => page(&visit, &address, Some(ConfirmFault::NewResidents)).await,
        Err(DecideError::Residents(_)) => page(&visit, &address, Some(ConfirmFault::ResidentsNotSaid)).await,
        done => decided(&visit, &address, done.map(drop)),
    }
}

/// POST `weggooien/`.
pub(crate) async fn discard(visit: Visit, address: Address, _: Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (path, id) = of(&address)?;
    decided(&visit, &address, decide::discard(visit.app(), &visit.ctx, who, (&path, id)).await)
}

/// After a decision the page of the list, as it is now; also when it had moved on, which the page then shows.
pub(super) fn decided(visit: &Visit, address: &Address, done: Result<(), DecideError>) -> Result<Response, Failure> {
    match done {
        Ok(()) | Err(DecideError::Moved | DecideError::Header(_) | DecideError::NoLine | DecideError::Residents(_)) => {
            Ok(visit.go(&here(address)))
        }
        Err(DecideError::Barred(error)) => barred(visit, error),
    }
}

/// GET `fouten.csv`, `fouten.xlsx`, `terug.csv`, `terug.xlsx`.
pub(crate) async fn file(
    visit: Visit,
    Path((client, project, id, file)): Path<(String, String, String, String)>,
) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let address = Path((client, project, id));
    let (path, id) = of(&address)?;
    let (which, kind, sheet) = match file.as_str() {
        "fouten.csv" => (back::Which::Faults(id), Kind::Csv, SheetKind::Csv),
        "fouten.xlsx" => (back::Which::Faults(id), Kind::Xlsx, SheetKind::Xlsx),
        "terug.csv" => (back::Which::List(id), Kind::Csv, SheetKind::Csv),
        "terug.xlsx" => (back::Which::List(id), Kind::Xlsx, SheetKind::Xlsx),
        _ => return Err(Failure::not_found()),
    };
    let prepared = match back::begin(visit.app(), &visit.ctx, who, (&path, which)).await {
        Ok(prepared) => prepared,
        Err(back::BackError::Barred(error)) => return barred(&visit, error),
        // Gone after 30 days, or no list of this project.
        Err(_) => return Err(Failure::not_found()),
    };
    let mut bytes = Vec::new();
    match prepared.write(visit.page().w, sheet, &mut bytes).await {
        Ok(_) => Ok(download::file(
            &format!("{}-{}", path.project.as_str(), file.trim_end_matches(|c| c != '.')),
            kind,
            bytes,
        )),
        Err(back::BackError::Barred(Barred::Store(error))) => Err(error.into()),
        Err(_) => Err(Failure::internal("a list could not be written")),
    }
}
