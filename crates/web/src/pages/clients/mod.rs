//! `/beheer/opdrachtgevers/` and `/beheer/projecten/`: clients and projects, as names and counts; the first admin of a client;
//! the switch that freezes one.

pub(crate) mod client;
pub(crate) mod move_homes;
pub(crate) mod new;
pub(crate) mod project;

use app::clients::{self, Client, ClientProject};
use axum::response::Response;

use super::{barred, caller};
use crate::errors::Failure;
use crate::views::clients::list::{AllProjects, ClientRow, Clients, ProjectRow};
use crate::views::clients::{CLIENTS, Named, PROJECTS};
use crate::visit::Visit;

fn named(client: &Client) -> Named {
    Named { slug: client.slug.clone(), name: client.name.clone() }
}

fn row(project: ClientProject) -> ProjectRow {
    ProjectRow {
        client: Named { slug: project.client, name: project.client_name },
        slug: project.slug,
        name: project.name,
        prefix: project.prefix,
        delivered: project.delivered_on,
        homes: project.homes.into(),
    }
}

/// GET `/beheer/`.
pub(crate) async fn enter(visit: Visit) -> Response {
    visit.go(CLIENTS)
}

/// GET `/beheer/opdrachtgevers/`. `?told=added` after one was.
pub(crate) async fn list(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let found = match clients::list(visit.app(), &visit.ctx, who).await {
        Ok(found) => found,
        Err(error) => return barred(&visit, error),
    };
    let rows = found.iter().map(|client| ClientRow {
        client: named(client),
        portal: client.portal,
        frozen: client.frozen_at.is_some(),
        projects: client.projects.into(),
        people: client.people.into(),
        admins: client.admins.into(),
    });
    let added = visit.query.text("told") == "added";
    visit.show(&Clients { page: visit.page_at(CLIENTS), added, rows: rows.collect() })
}

/// GET `/beheer/projecten/`.
pub(crate) async fn projects(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    match clients::all_projects(visit.app(), &visit.ctx, who).await {
        Ok(found) => {
            visit.show(&AllProjects { page: visit.page_at(PROJECTS), rows: found.into_iter().map(row).collect() })
        }
        Err(error) => barred(&visit, error),
    }
}
