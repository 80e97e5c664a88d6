//! `/beheer/opdrachtgevers/{client}/`: one client, its first admin, and freezing it.

use app::Caller;
use app::clients::{self, FreezeError};
use app::staff::{self, StaffError, Whose};
use axum::extract::Path;
use axum::response::Response;
use domain::access::Denied;
use domain::naming::Slug;
use domain::time::Day;

use super::{barred, caller, named, row};
use crate::errors::Failure;
use crate::forms::Form;
use crate::next::with_query;
use crate::views::clients::client::{AdminFault, Asked, ClientPage, Told};
use crate::views::clients::freeze::Freeze;
use crate::views::clients::{CLIENTS, Named};
use crate::visit::Visit;

/// The client of an address; what cannot be a short name is nobody's.
pub(super) fn slug(text: &str) -> Result<Slug, Failure> {
    Slug::parse(text).map_err(|_| Failure::from(Denied::NotYours))
}

/// To the page of a client, which tells what was done.
pub(super) fn back(visit: &Visit, client: &Slug, told: Told) -> Response {
    visit.go(&with_query(&format!("{CLIENTS}{client}/"), "told", told.word()))
}

/// GET. `?told=` what was done just now.
pub(crate) async fn show(visit: Visit, Path(client): Path<String>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    page(&visit, who, &slug(&client)?, Wrong::default()).await
}

/// What was typed, and what is wrong with it.
#[derive(Default)]
struct Wrong {
    admin: Option<(String, AdminFault)>,
    lost: Option<String>,
}

async fn page(visit: &Visit, who: Caller<'_>, client: &Slug, wrong: Wrong) -> Result<Response, Failure> {
    let found = match clients::see(visit.app(), &visit.ctx, who, client.as_str()).await {
        Ok(found) => found,
        Err(error) => return barred(visit, error),
    };
    let (email, fault) = wrong.admin.unzip();
    let client = named(&found.client);
    visit.show(&ClientPage {
        page: visit.page_at(&client.path()),
        client,
        portal: found.client.portal,
        frozen: found.client.frozen_at.map(Day::of),
        mail_frozen: found.client.mail_frozen_at.map(Day::of),
        people: found.client.people.into(),
        admins: found.client.admins.into(),
        projects: found.projects.into_iter().map(row).collect(),
        requests: found.requests.iter().map(asked).collect(),
        reach: found.reach,
        told: Told::parse(visit.query.text("told")),
        email: email.unwrap_or_default(),
        fault,
        lost: wrong.lost,
    })
}

fn asked(it: &app::own_data::Waiting) -> Asked {
    Asked { kind: it.kind, about: it.about, asked_on: Day::of(it.asked_at), due_on: it.due_on }
}

/// POST `beheerder/`: `email`.
pub(crate) async fn invite(visit: Visit, Path(client): Path<String>, Form(sent): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (client, email) = (slug(&client)?, sent.text("email").trim());
    let fault = match staff::invite_first_admin(visit.app(), &visit.ctx, who, (&client, email)).await {
        Ok(()) => return Ok(back(&visit, &client, Told::Invited)),
        Err(StaffError::Barred(error)) => return barred(&visit, error),
        Err(StaffError::Address(_)) => AdminFault::Address,
        Err(StaffError::GroupAddress) => AdminFault::Group,
        Err(StaffError::HasAdmin) => AdminFault::HasAdmin,
        Err(_) => AdminFault::Taken,
    };
    page(&visit, who, &client, Wrong { admin: Some((email.to_owned(), fault)), lost: None }).await
}

/// POST `tweede-factor/`: `lost`, the address of an admin of the client.
pub(crate) async fn lost_factor(
    visit: Visit,
    Path(client): Path<String>,
    Form(sent): Form,
) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (client, email) = (slug(&client)?, sent.text("lost").trim().to_owned());
    let whose = Whose::AdminOf(client.clone(), email.clone());
    match staff::lost_factor(visit.app(), &visit.ctx, who, whose).await {
        Ok(_) => Ok(back(&visit, &client, Told::LostFactor)),
        Err(StaffError::Barred(error)) => barred(&visit, error),
        Err(_) => page(&visit, who, &client, Wrong { admin: None, lost: Some(email) }).await,
    }
}

/// GET `bevriezen/`: what it stops.
pub(crate) async fn look_at_freezing(visit: Visit, Path(client): Path<String>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    preview(&visit, who, &slug(&client)?, false).await
}

async fn preview(visit: &Visit, who: Caller<'_>, client: &Slug, moved: bool) -> Result<Response, Failure> {
    let found = match clients::freezing(visit.app(), &visit.ctx, who, client.as_str()).await {
        Ok(found) => found,
        Err(error) => return barred(visit, error),
    };
    let client: Named = named(&found.client);
    visit.show(&Freeze {
        page: visit.page_at(&format!("{}bevriezen/", client.path())),
        client,
        frozen: found.client.frozen_at.is_some(),
        people: found.client.people.into(),
        signed_in: found.signed_in.into(),
        seal: found.seal,
        moved,
    })
}

/// POST `bevriezen/`: `seal`.
pub(crate) async fn freeze(visit: Visit, Path(client): Path<String>, Form(sent): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let client = slug(&client)?;
    match clients::freeze(visit.app(), &visit.ctx, who, (client.as_str(), sent.text("seal"))).await {
        Ok(()) => Ok(back(&visit, &client, Told::Frozen)),
        Err(FreezeError::Moved) => preview(&visit, who, &client, true).await,
        Err(FreezeError::Barred(error)) => barred(&visit, error),
    }
}

/// POST `vrijgeven/`.
pub(crate) async fn release(visit: Visit, Path(client): Path<String>, Form(_): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let client = slug(&client)?;
    match clients::release(visit.app(), &visit.ctx, who, client.as_str()).await {
        Ok(()) => Ok(back(&visit, &client, Told::Released)),
        Err(error) => barred(&visit, error),
    }
}

/// POST `mail/`: `frozen` is `yes` or `no`.
pub(crate) async fn freeze_mail(
    visit: Visit,
    Path(client): Path<String>,
    Form(sent): Form,
) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let client = slug(&client)?;
    let frozen = match sent.text("frozen") {
        "yes" => true,
        "no" => false,
        _ => return page(&visit, who, &client, Wrong { admin: None, lost: None }).await,
    };
    match clients::freeze_mail(visit.app(), &visit.ctx, who, (client.as_str(), frozen)).await {
        Ok(()) => Ok(back(&visit, &client, if frozen { Told::MailFrozen } else { Told::MailReleased })),
        Err(error) => barred(&visit, error),
    }
}
