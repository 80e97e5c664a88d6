//! `/service/werklijst/`: the homes that wait for somebody, why, and the act at hand.

use app::Standing;
use app::first_login::{board, worklist};
use axum::response::Response;
use domain::first_login::progress::{Cursor, Step, WorkList};

use super::projects::choose;
use super::{address, barred, caller, number, path_of, shown};
use crate::errors::Failure;
use crate::next::with_query;
use crate::views::service::many::Act;
use crate::views::service::worklist::{TickFault, Told, WaitingHome, Worklist};
use crate::views::service::{Pager, Tab, URGENT};
use crate::visit::Visit;

/// GET. `?project=`, `?list=`, `?after=` where the page before ended.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let refused = (visit.query.text("told") == "nothing").then_some(TickFault::NothingTicked);
    let key = visit.query.text("project");
    if key.is_empty() {
        return choose(&visit, Tab::Worklist).await;
    }
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let path = path_of(key)?;
    let list = WorkList::parse(visit.query.text("list")).unwrap_or(WorkList::NotTold);
    let after: Option<Cursor> = visit.query.text("after").parse().ok();
    let found = match worklist::page(visit.app(), &visit.ctx, who, (&path, list), after).await {
        Ok(found) => found,
        Err(error) => return barred(&visit, error),
    };
    let board = match board::see(visit.app(), &visit.ctx, who, &path).await {
        Ok(board) => board,
        Err(error) => return barred(&visit, error),
    };
    let project = shown(&found.project);
    let root = project.worklist_path(&list);
    let half = visit.page().w.t("service-why-half").into_owned();
    visit.show(&Worklist {
        page: visit.page_at(&root),
        list,
        counts: URGENT.map(|list| board.lists.on(list)),
        rows: found.homes.iter().map(|home| row(home, &half)).collect(),
        pager: Pager {
            first: after.map(|_| root.clone()),
            next: found.next.map(|next| with_query(&root, "after", &next.to_string())),
            ..Pager::default()
        },
        told: told(&visit),
        refused,
        project,
    })
}

/// What was just done, as the address says it.
fn told(visit: &Visit) -> Option<Told> {
    let count = |name: &str| visit.query.text(name).parse().ok();
    if let Some(homes) = count("done") {
        let act = visit.query.text("act");
        return Some(Told::HandedOut { homes, act: (!act.is_empty()).then(|| act.to_owned()) });
    }
    let many = visit.query.text("many");
    if let Some((act, homes)) = Act::parse(many).zip(count("homes")) {
        return Some(Told::Many { act, homes });
    }
    if many == "proposed" {
        return Some(Told::Proposed);
    }
    count("undone").map(|homes| Told::Undone { homes })
}

fn row(home: &Standing, half: &str) -> WaitingHome {
    let state = home.progress.state();
    let one = state.has(Step::UsernameHandedOut) != state.has(Step::InstructionHandedOut);
    WaitingHome {
        id: home.occupancy.map(|occupancy| occupancy.to_string()).unwrap_or_default(),
        dwelling: home.dwelling.to_string(),
        number: number(&home.home),
        address: address(&home.home),
        username: home.username.clone(),
        since: home.progress.day(Step::InstructionHandedOut).or_else(|| home.progress.day(Step::Processed)),
        why: one.then(|| half.to_owned()),
    }
}
