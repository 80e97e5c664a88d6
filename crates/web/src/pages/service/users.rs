//! `/service/gebruikers/`: any home of the client by one box, and what waits in each project.

use app::Found;
use app::first_login::projects::Glance;
use app::users::search::{self, Wanted};
use axum::response::Response;
use domain::first_login::progress::WorkList;

use super::home::standing;
use super::{address, barred, caller, number, path_of, shown};
use crate::errors::Failure;
use crate::views::service::users::{ProjectLists, UserRow, Users};
use crate::views::service::{Project, URGENT};
use crate::visit::Visit;

/// GET. `?q=` searches, `?project=` and `?list=` choose.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let key = visit.query.text("project");
    let wanted = Wanted {
        text: visit.query.text("q").trim().to_owned(),
        project: if key.is_empty() { None } else { Some(path_of(key)?) },
        list: WorkList::parse(visit.query.text("list")),
    };
    let seen = if wanted.text.is_empty() && wanted.list.is_none() {
        match search::projects(visit.app(), &visit.ctx, who).await {
            Ok(glances) => Ok((Vec::new(), false, glances.iter().map(waiting).collect())),
            Err(error) => Err(error),
        }
    } else {
        let named = |project: &app::Project| ProjectLists { project: shown(project), counts: [0; 5] };
        let seen = search::search(visit.app(), &visit.ctx, who, &wanted).await;
        seen.map(|seen| (seen.homes.iter().map(row).collect(), seen.more, seen.projects.iter().map(named).collect()))
    };
    let (rows, more, projects) = match seen {
        Ok(seen) => seen,
        Err(error) => return barred(&visit, error),
    };
    visit.show(&Users {
        page: visit.page_at("/service/gebruikers/"),
        query: wanted.text,
        project: wanted.project.map(|path| path.to_string()).unwrap_or_default(),
        list: wanted.list,
        rows,
        more,
        projects,
    })
}

fn row(found: &Found) -> UserRow {
    let home = &found.standing;
    UserRow {
        id: home.occupancy.map(|occupancy| occupancy.to_string()).unwrap_or_default(),
        href: format!("/service/woningen/{}/", home.dwelling),
        number: number(&home.home),
        address: address(&home.home),
        username: home.username.clone(),
        project: Project {
            client: found.organisation_name.clone(),
            client_slug: found.organisation_slug.clone(),
            name: found.project_name.clone(),
            slug: found.project_slug.clone(),
        },
        standing: standing(home.occupancy.is_some(), home.progress.state()),
    }
}

fn waiting(glance: &Glance) -> ProjectLists {
    ProjectLists { project: shown(&glance.project), counts: URGENT.map(|list| glance.lists.on(list)) }
}
