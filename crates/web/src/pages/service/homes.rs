//! `/service/woningen/`: every home of a project with its nine steps, and where it hangs.

use app::Standing;
use app::first_login::homes;
use axum::response::Response;
use domain::first_login::progress::{AddressState, Step};

use super::projects::choose;
use super::{address, barred, caller, number, path_of, shown};
use crate::errors::Failure;
use crate::next::with_query;
use crate::views::service::homes::{HomeRow, Homes};
use crate::views::service::{Pager, Tab};
use crate::visit::Visit;

/// GET. `?project=`, `?q=` searches, `?after=` the last home before.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let key = visit.query.text("project");
    if key.is_empty() {
        return choose(&visit, Tab::Homes).await;
    }
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (path, query) = (path_of(key)?, visit.query.text("q").trim().to_owned());
    let after = visit.query.text("after").parse().ok();
    let found = if query.is_empty() {
        homes::page(visit.app(), &visit.ctx, who, &path, after).await
    } else {
        homes::search(visit.app(), &visit.ctx, who, &path, &query).await
    };
    let found = match found {
        Ok(found) => found,
        Err(error) => return barred(&visit, error),
    };
    let project = shown(&found.project);
    let root = project.tab_path(Tab::Homes);
    let bounced = visit.page().w.t("service-trouble-bounced").into_owned();
    visit.show(&Homes {
        page: visit.page_at(&root),
        query,
        rows: found.homes.iter().map(|home| row(home, &bounced)).collect(),
        pager: Pager {
            first: after.map(|_| root.clone()),
            next: found.next.map(|next| with_query(&root, "after", &next.to_string())),
            ..Pager::default()
        },
        project,
    })
}

fn row(home: &Standing, bounced: &str) -> HomeRow {
    let state = home.progress.state();
    let mut steps = [false; 9];
    for (done, step) in steps.iter_mut().zip(Step::ALL) {
        *done = state.has(*step);
    }
    HomeRow {
        id: home.occupancy.map(|occupancy| occupancy.to_string()).unwrap_or_default(),
        dwelling: home.dwelling.to_string(),
        number: number(&home.home),
        address: address(&home.home),
        username: home.username.clone(),
        steps,
        waits_for: state.waits_for().map(Step::number),
        trouble: (state.address() == AddressState::Bounced).then(|| bounced.to_owned()),
    }
}
