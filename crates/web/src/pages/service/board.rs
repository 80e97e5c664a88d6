//! `/service/projecten/{client}/{project}/`: the board of a project.

use app::first_login::{board, decide};
use axum::extract::Path;
use axum::response::Response;

use super::{barred, caller, path, recent, shown};
use crate::errors::Failure;
use crate::views::service::board::Board;
use crate::views::service::lists::ListState;
use crate::views::service::{ActivationChart, NextAct, URGENT};
use crate::visit::Visit;

/// Lists on the board.
const LISTS: usize = 5;

/// GET.
pub(crate) async fn show(visit: Visit, Path((client, project)): Path<(String, String)>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let path = path(&client, &project)?;
    let seen = match board::see(visit.app(), &visit.ctx, who, &path).await {
        Ok(seen) => seen,
        Err(error) => return barred(&visit, error),
    };
    let lists = match decide::lists(visit.app(), &visit.ctx, who, &path).await {
        Ok((_, lists)) => lists,
        Err(error) => return barred(&visit, error),
    };
    let review = app::staff::review_reminder(visit.app(), &visit.ctx, who).await?;
    let project = shown(&seen.project);
    let work = URGENT.map(|list| seen.lists.on(list));
    let mut total = 0;
    let days = seen.activated.iter().map(|(day, homes)| {
        total += homes;
        (*day, total)
    });
    // The line begins where nobody was in yet: also the first day is a rise.
    let before = seen.activated.first().map(|(day, _)| (day.days_before(1), 0));
    let days = before.into_iter().chain(days).collect();
    let lists: Vec<_> = lists.iter().take(LISTS).map(|list| recent(visit.page().w, &project, list)).collect();
    let open = lists.iter().find(|list| list.state == ListState::ToConfirm);
    let next = NextAct::first(open.map(|list| list.href.clone()), seen.homes, work);
    let steps = seen.funnel.rungs.each_ref().map(|rung| rung.homes);
    visit.show(&Board {
        page: visit.page(),
        homes: seen.homes,
        delivered: seen.project.delivered_on,
        steps,
        chart: ActivationChart { days, homes: seen.homes },
        next,
        work,
        lists,
        review,
        project,
    })
}
