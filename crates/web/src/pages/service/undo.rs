//! `…/lijst/{id}/terugdraaien/`: what undoing a list would do, row by row, and the undoing.

use std::collections::BTreeSet;

use app::first_login::decide;
use app::first_login::undo::{self, PAGE, Rows};
use axum::response::Response;
use domain::first_login::Judgement;

use super::batch::{Address, batch_of, here, of};
use super::{address as address_of, barred, caller, number, shown};
use crate::errors::Failure;
use crate::forms::Form;
use crate::next::with_query;
use crate::views::service::Pager;
use crate::views::service::batch::{BatchUndo, UndoFault, UndoGoes, UndoRow};
use crate::visit::Visit;

/// GET.
pub(crate) async fn show(visit: Visit, address: Address) -> Result<Response, Failure> {
    page(&visit, &address, None).await
}

async fn page(visit: &Visit, address: &Address, refused: Option<UndoFault>) -> Result<Response, Failure> {
    let who = match caller(visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (path, id) = of(address)?;
    let after = visit.query.text("after").parse().unwrap_or(0);
    let (project, seen) = match decide::look(visit.app(), &visit.ctx, who, (&path, id)).await {
        Ok(found) => found,
        Err(error) => return barred(visit, error),
    };
    let found = match undo::page(visit.app(), &visit.ctx, who, (&path, id, after)).await {
        Ok(found) => found,
        Err(error) => return barred(visit, error),
    };
    let below = format!("{}terugdraaien/", here(address));
    let behind = |row: u64| with_query(&below, "after", &row.to_string());
    let pager = Pager {
        first: (after > 0).then(|| below.clone()),
        previous: found.previous.map(behind),
        next: found.next.map(behind),
    };
    let stays = visit.page().w.t("service-undo-stays-why").into_owned();
    let rows = found.rows.iter().map(|row| {
        let line = address_of(&row.home);
        UndoRow {
            id: row.number.to_string(),
            home: if line.is_empty() { number(&row.home) } else { line },
            username: row.username.clone(),
            goes: UndoGoes { home: row.judgement == Judgement::New, address: row.linked, place: row.completed },
            stays: row.acted.then(|| stays.clone()),
        }
    });
    visit.show(&BatchUndo {
        page: visit.page_at(&below),
        can: found.can,
        stay: found.stay,
        rows: rows.collect(),
        pager,
        refused,
        batch: batch_of(visit.page().w, &shown(&project), &seen),
    })
}

/// POST: `which` is `ticked` or `all`; `row-1` … `row-50` are the rows ticked.
pub(crate) async fn undo(visit: Visit, address: Address, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (path, id) = of(&address)?;
    let ticked: BTreeSet<u64> = (1..=PAGE).filter_map(|at| form.get(&format!("row-{at}"))?.parse().ok()).collect();
    let rows = if form.text("which") == "all" { Rows::All } else { Rows::These(ticked) };
    if rows == Rows::These(BTreeSet::new()) {
        return page(&visit, &address, Some(UndoFault::NothingTicked)).await;
    }
    match undo::undo(visit.app(), &visit.ctx, who, (&path, id, rows)).await {
        Ok(done) => {
            let told = with_query(&here(&address), "undone", &done.undone.to_string());
            let kept = (done.kept > 0).then(|| with_query(&told, "kept", &done.kept.to_string()));
            Ok(visit.go(&kept.unwrap_or(told)))
        }
        Err(error) => barred(&visit, error),
    }
}
