//! `/service/projecten/`, and the choice of a project for the pages that need one.

use app::first_login::projects::{self, Glance};
use axum::response::Response;

use super::{barred, caller, shown};
use crate::errors::Failure;
use crate::views::service::choose::Choose;
use crate::views::service::projects::{ProjectRow, Projects};
use crate::views::service::{NextAct, Pager, Tab, URGENT};
use crate::visit::Visit;

/// GET `/service/`.
pub(crate) async fn enter(visit: Visit) -> Response {
    visit.go("/service/projecten/")
}

/// GET `/service/projecten/`. `?q=` searches by client and project.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let found = match projects::see(visit.app(), &visit.ctx, who).await {
        Ok(found) => found,
        Err(error) => return barred(&visit, error),
    };
    let query = visit.query.text("q").trim().to_owned();
    let mut rows: Vec<ProjectRow> = found.iter().map(row).filter(|row| fits(row, &query)).collect();
    // Those with work first; within that by name, as they came.
    rows.sort_by_key(|row| matches!(row.next, NextAct::Nothing));
    visit.show(&Projects { page: visit.page(), rows, query, pager: Pager::default() })
}

/// The choice of a project for a page that needs one; who has one only is sent on.
pub(super) async fn choose(visit: &Visit, tab: Tab) -> Result<Response, Failure> {
    let who = match caller(visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let found = match projects::see(visit.app(), &visit.ctx, who).await {
        Ok(found) => found,
        Err(error) => return barred(visit, error),
    };
    if let [only] = found.as_slice() {
        return Ok(visit.go(&shown(&only.project).tab_path(tab)));
    }
    let rows = found.iter().filter(|glance| glance.homes > 0).map(row).collect();
    visit.show(&Choose { page: visit.page(), tab, rows })
}

fn fits(row: &ProjectRow, query: &str) -> bool {
    let query = query.to_lowercase();
    [&row.project.client, &row.project.name].iter().any(|name| name.to_lowercase().contains(&query))
}

fn row(glance: &Glance) -> ProjectRow {
    let project = shown(&glance.project);
    let decide = glance.to_decide.map(|batch| format!("{}{batch}/", project.lists_path()));
    let work = URGENT.map(|list| glance.lists.on(list));
    ProjectRow {
        next: NextAct::first(decide, glance.homes, work),
        project,
        homes: glance.homes,
        signed_in: glance.funnel.rungs.last().map_or(0, |rung| rung.homes),
    }
}
