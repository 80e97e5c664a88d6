//! `/beheer/projecten/{client}/{project}/`: the day on which a project is delivered.

use app::{Caller, clients};
use axum::extract::Path;
use axum::response::Response;
use domain::time::Day;

use super::{barred, caller, row};
use crate::errors::Failure;
use crate::forms::Form;
use crate::next::with_query;
use crate::views::clients::PROJECTS;
use crate::views::clients::project::ProjectPage;
use crate::visit::Visit;

/// GET. `?told=saved` after it was changed.
pub(crate) async fn show(visit: Visit, Path((client, project)): Path<(String, String)>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    page(&visit, who, (&client, &project), None).await
}

async fn page(
    visit: &Visit,
    who: Caller<'_>,
    (client, project): (&str, &str),
    wrong: Option<String>,
) -> Result<Response, Failure> {
    let found = match clients::project(visit.app(), &visit.ctx, who, (client, project)).await {
        Ok(found) => row(found),
        Err(error) => return barred(visit, error),
    };
    let day = found.delivered.map(|day| day.to_string()).unwrap_or_default();
    visit.show(&ProjectPage {
        page: visit.page_at(&found.path()),
        project: found,
        saved: visit.query.text("told") == "saved",
        wrong: wrong.is_some(),
        delivered: wrong.unwrap_or(day),
    })
}

/// A day as a browser sends it or as people write it, or none when nothing was typed.
pub(super) fn read_day(text: &str) -> Option<Option<Day>> {
    if text.is_empty() { Some(None) } else { Day::typed(text).ok().map(Some) }
}

/// POST: `delivered`.
pub(crate) async fn deliver(
    visit: Visit,
    Path((client, project)): Path<(String, String)>,
    Form(sent): Form,
) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let typed = sent.text("delivered").trim();
    let Some(day) = read_day(typed) else {
        return page(&visit, who, (&client, &project), Some(typed.to_owned())).await;
    };
    match clients::set_delivery(visit.app(), &visit.ctx, who, (&client, &project), day).await {
        Ok(()) => Ok(visit.go(&with_query(&format!("{PROJECTS}{client}/{project}/"), "told", "saved"))),
        Err(error) => barred(&visit, error),
    }
}
