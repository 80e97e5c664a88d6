//! The contacts of a client: `/beheer/opdrachtgevers/{client}/contactpersonen/` for admins of the operator, `/service/contactpersonen/`
//! for admins of the client, and `/service/projecten/{client}/{project}/contactpersoon/`, where a project lead enters one and takes it back.

pub(crate) mod end;

use app::Caller;
use app::contacts::{self, At, Contact, ContactError, New};
use app::proposal::DecideError;
use axum::extract::Path;
use axum::response::Response;
use domain::access::Denied;
use domain::id::ContactId;
use domain::naming::{ProjectPath, Slug};
use domain::time::Day;

use super::{barred, caller};
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::next::with_query;
use crate::views::contacts::{ContactFault, ContactForm, ContactRow, Contacts, EnterContact, OWN, Told, of_client};
use crate::visit::Visit;

/// The client of an address; what cannot be a short name is nobody's.
fn slug(text: &str) -> Result<Slug, Failure> {
    Slug::parse(text).map_err(|_| Denied::NotYours.into())
}

fn contact(id: &str) -> Result<ContactId, Failure> {
    id.parse().map_err(|_| Denied::NotYours.into())
}

/// What was typed.
fn typed(sent: &Fields) -> New {
    New { name: sent.text("name").trim().to_owned(), email: sent.text("email").trim().to_owned() }
}

/// What is wrong with it.
fn fault(error: &ContactError) -> Option<ContactFault> {
    match error {
        ContactError::Name => Some(ContactFault::Name),
        ContactError::Address(_) => Some(ContactFault::Address),
        ContactError::GroupAddress => Some(ContactFault::Group),
        ContactError::Already => Some(ContactFault::Already),
        ContactError::Barred(_) | ContactError::NoClient(_) | ContactError::Proven => None,
    }
}

fn rows(found: &[Contact]) -> Vec<ContactRow> {
    let row = |it: &Contact| ContactRow {
        id: it.id.to_string(),
        name: it.name.clone(),
        email: it.email.clone(),
        proven: it.proven_at.is_some(),
        approved: it.approved_at.is_some(),
        since: Day::of(it.created_at),
    };
    found.iter().map(row).collect()
}

async fn page(
    visit: &Visit,
    who: Caller<'_>,
    client: Option<&Slug>,
    form: Option<ContactForm>,
) -> Result<Response, Failure> {
    let found = match contacts::list(visit.app(), &visit.ctx, who, client).await {
        Ok(found) => found,
        Err(error) => return barred(visit, error),
    };
    let path = client.map_or_else(|| OWN.to_owned(), |client| of_client(client.as_str()));
    visit.show(&Contacts {
        page: visit.page_at(&path),
        client: found.client.name.clone(),
        path,
        told: Told::parse(visit.query.text("told")),
        rows: rows(&found.contacts),
        form: client.map(|_| form.unwrap_or_default()),
    })
}

fn back(visit: &Visit, client: Option<&Slug>, told: Told) -> Response {
    let path = client.map_or_else(|| OWN.to_owned(), |client| of_client(client.as_str()));
    visit.go(&with_query(&path, "told", told.word()))
}

/// GET, of one client. `?told=` what was done just now.
pub(crate) async fn list(visit: Visit, Path(client): Path<String>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    page(&visit, who, Some(&slug(&client)?), None).await
}

/// GET, of the own client.
pub(crate) async fn own(visit: Visit) -> Result<Response, Failure> {
    match caller(&visit) {
        Ok(who) => page(&visit, who, None, None).await,
        Err(answer) => Ok(*answer),
    }
}

/// POST: `name`, `email`.
pub(crate) async fn enter(visit: Visit, Path(client): Path<String>, Form(sent): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (client, new) = (slug(&client)?, typed(&sent));
    match contacts::enter(visit.app(), &visit.ctx, who, (&At::Client(client.clone()), &new)).await {
        Ok(_) => Ok(back(&visit, Some(&client), Told::Entered)),
        Err(ContactError::Barred(error)) => barred(&visit, error),
        Err(error) => {
            let form = ContactForm { name: new.name, email: new.email, fault: fault(&error) };
            page(&visit, who, Some(&client), Some(form)).await
        }
    }
}

/// What is answered to one more mail, and to an end.
fn done(visit: &Visit, client: Option<&Slug>, done: Result<(), ContactError>, told: Told) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(back(visit, client, told)),
        Err(ContactError::Barred(error)) => barred(visit, error),
        Err(_) => Ok(back(visit, client, Told::Proven)),
    }
}

async fn mail_again(visit: &Visit, client: Option<&Slug>, id: &str) -> Result<Response, Failure> {
    let who = match caller(visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let sent = contacts::mail_again(visit.app(), &visit.ctx, who, (client, contact(id)?)).await;
    done(visit, client, sent, Told::Again)
}

/// POST `{contact}/opnieuw/`.
pub(crate) async fn again(
    visit: Visit,
    Path((client, id)): Path<(String, String)>,
    Form(_): Form,
) -> Result<Response, Failure> {
    mail_again(&visit, Some(&slug(&client)?), &id).await
}

/// POST `{contact}/opnieuw/`, of the own client.
pub(crate) async fn own_again(visit: Visit, Path(id): Path<String>, Form(_): Form) -> Result<Response, Failure> {
    mail_again(&visit, None, &id).await
}

fn path((client, project): &(String, String)) -> Result<ProjectPath, Failure> {
    let parsed = (Slug::parse(client), Slug::parse(project));
    match parsed {
        (Ok(organisation), Ok(project)) => Ok(ProjectPath { organisation, project }),
        _ => Err(Denied::NotYours.into()),
    }
}

/// GET, for the client of a project.
pub(crate) async fn for_project(visit: Visit, Path(at): Path<(String, String)>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    project_form(&visit, who, &path(&at)?, ContactForm::default()).await
}

async fn project_form(
    visit: &Visit,
    who: Caller<'_>,
    path: &ProjectPath,
    form: ContactForm,
) -> Result<Response, Failure> {
    let waiting = match contacts::own(visit.app(), &visit.ctx, who, path).await {
        Ok(found) => rows(&found),
        Err(error) => return barred(visit, error),
    };
    let told = Told::parse(visit.query.text("told"));
    let project = format!("/service/projecten/{path}/");
    visit.show(&EnterContact {
        page: visit.page_at(&format!("{project}contactpersoon/")),
        project,
        told,
        waiting,
        form,
    })
}

/// The page of a project lead, with what was done.
fn back_to_project(visit: &Visit, path: &ProjectPath, told: Told) -> Response {
    visit.go(&with_query(&format!("/service/projecten/{path}/contactpersoon/"), "told", told.word()))
}

/// POST, for the client of a project: `name`, `email`.
pub(crate) async fn enter_for_project(
    visit: Visit,
    Path(at): Path<(String, String)>,
    Form(sent): Form,
) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (path, new) = (path(&at)?, typed(&sent));
    match contacts::enter(visit.app(), &visit.ctx, who, (&At::Project(path.clone()), &new)).await {
        Ok(_) => Ok(back_to_project(&visit, &path, Told::Entered)),
        Err(ContactError::Barred(error)) => barred(&visit, error),
        Err(error) => {
            let form = ContactForm { name: new.name, email: new.email, fault: fault(&error) };
            project_form(&visit, who, &path, form).await
        }
    }
}

/// POST `{contact}/intrekken/`, of who entered it.
pub(crate) async fn withdraw(
    visit: Visit,
    Path((client, project, id)): Path<(String, String, String)>,
    Form(_): Form,
) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let path = path(&(client, project))?;
    match contacts::withdraw(visit.app(), &visit.ctx, who, (&path, contact(&id)?)).await {
        Ok(()) => Ok(back_to_project(&visit, &path, Told::Withdrawn)),
        Err(DecideError::Fault(_)) => Ok(back_to_project(&visit, &path, Told::Decided)),
        Err(DecideError::Barred(error)) => barred(&visit, error),
    }
}
