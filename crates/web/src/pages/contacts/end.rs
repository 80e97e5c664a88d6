//! `{contact}/beeindigen/`: what ends with a contact, and the ending.

use app::contacts;
use axum::extract::Path;
use axum::response::Response;
use domain::access::Denied;
use domain::naming::Slug;

use super::{contact, done, slug};
use crate::errors::Failure;
use crate::forms::Form;
use crate::pages::{barred, caller};
use crate::views::contacts::{EndContact, OWN, Told, of_client};
use crate::visit::Visit;

/// GET.
pub(crate) async fn show(visit: Visit, Path((client, id)): Path<(String, String)>) -> Result<Response, Failure> {
    preview(&visit, Some(&slug(&client)?), &id).await
}

/// GET, of the own client.
pub(crate) async fn own(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    preview(&visit, None, &id).await
}

async fn preview(visit: &Visit, client: Option<&Slug>, id: &str) -> Result<Response, Failure> {
    let who = match caller(visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let found = match contacts::list(visit.app(), &visit.ctx, who, client).await {
        Ok(found) => found,
        Err(error) => return barred(visit, error),
    };
    let id = contact(id)?;
    let one = found.contacts.into_iter().find(|it| it.id == id).ok_or(Denied::NotYours)?;
    let list = client.map_or_else(|| OWN.to_owned(), |client| of_client(client.as_str()));
    visit.show(&EndContact {
        page: visit.page_at(&format!("{list}{id}/beeindigen/")),
        client: found.client.name,
        list,
        id: id.to_string(),
        name: one.name,
        email: one.email,
        proven: one.proven_at.is_some(),
        approved: one.approved_at.is_some(),
    })
}

async fn end(visit: &Visit, client: Option<&Slug>, id: &str) -> Result<Response, Failure> {
    let who = match caller(visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let ended = contacts::end(visit.app(), &visit.ctx, who, (client, contact(id)?)).await;
    done(visit, client, ended, Told::Ended)
}

/// POST.
pub(crate) async fn run(
    visit: Visit,
    Path((client, id)): Path<(String, String)>,
    Form(_): Form,
) -> Result<Response, Failure> {
    end(&visit, Some(&slug(&client)?), &id).await
}

/// POST, of the own client.
pub(crate) async fn run_own(visit: Visit, Path(id): Path<String>, Form(_): Form) -> Result<Response, Failure> {
    end(&visit, None, &id).await
}
