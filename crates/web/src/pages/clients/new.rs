//! `/beheer/nieuwe-opdrachtgever/` and `/beheer/nieuw-project/`: the forms for a new client and a new project.

use app::{Caller, clients, organisation, project};
use axum::response::Response;
use domain::naming::{Name, ProjectPath, Slug};
use domain::username::Prefix;

use super::client::back;
use super::project::read_day;
use super::{barred, caller, named};
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::next::with_query;
use crate::views::clients::client::Told;
use crate::views::clients::new_client::{ClientFault, NewClient};
use crate::views::clients::new_project::{NewProject, ProjectFault, TypedProject};
use crate::views::clients::{CLIENTS, NEW_CLIENT, NEW_PROJECT, Named};
use crate::visit::Visit;

/// The clients somebody may add to; also the judge of who may see a form.
async fn clients(visit: &Visit, who: Caller<'_>) -> Result<Vec<Named>, app::Barred> {
    Ok(clients::list(visit.app(), &visit.ctx, who).await?.iter().map(named).collect())
}

/// GET of a new client.
pub(crate) async fn client(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    match clients(&visit, who).await {
        Ok(_) => client_form(&visit, &Fields::none(), Vec::new()),
        Err(error) => barred(&visit, error),
    }
}

fn client_form(visit: &Visit, sent: &Fields, faults: Vec<ClientFault>) -> Result<Response, Failure> {
    visit.show(&NewClient {
        page: visit.page_at(NEW_CLIENT),
        name: sent.text("name").trim().to_owned(),
        slug: sent.text("slug").trim().to_owned(),
        // A fresh form has the tick; a form that was sent has what it sent.
        portal: faults.is_empty() || sent.text("portal") == "yes",
        faults,
    })
}

/// POST of a new client: `name`, `slug`, `portal`.
pub(crate) async fn add_client(visit: Visit, Form(sent): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (name, slug) = (Name::parse(sent.text("name")), Slug::parse(sent.text("slug").trim()));
    let (Ok(name), Ok(slug)) = (&name, &slug) else {
        if let Err(error) = clients(&visit, who).await {
            return barred(&visit, error);
        }
        let wrong = [(name.is_err(), ClientFault::Name), (slug.is_err(), ClientFault::Slug)];
        return client_form(&visit, &sent, wrong.into_iter().filter(|(is, _)| *is).map(|(_, fault)| fault).collect());
    };
    let new = organisation::Add { name: name.clone(), slug: slug.clone(), portal: sent.text("portal") == "yes" };
    match organisation::add_by(visit.app(), &visit.ctx, who, new).await {
        Ok(()) => Ok(visit.go(&with_query(CLIENTS, "told", "added"))),
        Err(organisation::AddError::Taken(_)) => client_form(&visit, &sent, vec![ClientFault::Taken]),
        Err(organisation::AddError::Barred(error)) => barred(&visit, error),
    }
}

/// GET of a new project. `?client=` chooses one.
pub(crate) async fn project(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let chosen = visit.query.text("client").to_owned();
    project_form(&visit, who, (chosen, TypedProject::default()), Vec::new()).await
}

async fn project_form(
    visit: &Visit,
    who: Caller<'_>,
    (client, typed): (String, TypedProject),
    faults: Vec<ProjectFault>,
) -> Result<Response, Failure> {
    match clients(visit, who).await {
        Ok(clients) => visit.show(&NewProject { page: visit.page_at(NEW_PROJECT), clients, client, typed, faults }),
        Err(error) => barred(visit, error),
    }
}

/// What was typed as a project, or all that is wrong with it.
fn read(client: &str, typed: &TypedProject) -> Result<project::Add, Vec<ProjectFault>> {
    let organisation = Slug::parse(client).map_err(|_| ProjectFault::Client);
    let name = Name::parse(&typed.name).map_err(|_| ProjectFault::Name);
    let slug = Slug::parse(&typed.slug).map_err(|_| ProjectFault::Slug);
    let prefix = Prefix::parse(&typed.prefix).map_err(|_| ProjectFault::Prefix);
    let day = read_day(&typed.delivered).ok_or(ProjectFault::Day);
    match (organisation, name, slug, prefix, day) {
        (Ok(organisation), Ok(name), Ok(project), Ok(prefix), Ok(delivered_on)) => {
            Ok(project::Add { path: ProjectPath { organisation, project }, name, prefix, delivered_on })
        }
        (client, name, slug, prefix, day) => {
            let wrong = [client.err(), name.err(), slug.err(), prefix.err(), day.err()];
            Err(wrong.into_iter().flatten().collect())
        }
    }
}

/// POST of a new project: `client`, `name`, `slug`, `prefix`, `delivered`.
pub(crate) async fn add_project(visit: Visit, Form(sent): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let text = |name: &str| sent.text(name).trim().to_owned();
    let typed =
        TypedProject { name: text("name"), slug: text("slug"), prefix: text("prefix"), delivered: text("delivered") };
    let client = text("client");
    let new = match read(&client, &typed) {
        Ok(new) => new,
        Err(faults) => return project_form(&visit, who, (client, typed), faults).await,
    };
    let of = new.path.organisation.clone();
    match project::add_by(visit.app(), &visit.ctx, who, new).await {
        Ok(()) => Ok(back(&visit, &of, Told::Project)),
        Err(project::AddError::Taken(_)) => project_form(&visit, who, (client, typed), vec![ProjectFault::Taken]).await,
        Err(project::AddError::Alike(..)) => {
            project_form(&visit, who, (client, typed), vec![ProjectFault::Alike]).await
        }
        Err(project::AddError::NoOrganisation(_)) => {
            project_form(&visit, who, (client, typed), vec![ProjectFault::Client]).await
        }
        Err(project::AddError::Barred(error)) => barred(&visit, error),
    }
}
