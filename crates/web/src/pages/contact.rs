//! `/contact/<token>/`: somebody proves to be the owner of a mailbox that is to be a contact's. GET changes nothing, by anybody, however
//! often; POST `email`, the address that the mail came to (law 5).

use app::contacts::{self, Behind, ProveError};
use axum::http::Uri;
use axum::response::Response;
use domain::token::Dead;

use super::token;
use crate::errors::Failure;
use crate::forms::Form;
use crate::router::CONTACT_DONE;
use crate::views::contact::{ContactProven, DEAD, ProveContact};
use crate::views::said_dead::SaidDead;
use crate::visit::Visit;

/// Longer than any address.
const LONGEST: usize = 320;

/// GET of the link in the mail.
pub(crate) async fn open_link(visit: Visit, uri: Uri) -> Result<Response, Failure> {
    let Some(token) = token(uri.path()) else { return dead(&visit, Dead::Unknown) };
    match contacts::open(visit.app(), &visit.ctx, token).await? {
        Ok(behind) => form(&visit, behind, "", false),
        Err(why) => dead(&visit, why),
    }
}

/// POST `email`.
pub(crate) async fn prove(visit: Visit, uri: Uri, Form(sent): Form) -> Result<Response, Failure> {
    let Some(token) = token(uri.path()) else { return dead(&visit, Dead::Unknown) };
    let typed = sent.text("email");
    match contacts::prove(visit.app(), &visit.ctx, token, typed).await {
        Ok(_) => Ok(visit.go(CONTACT_DONE)),
        Err(ProveError::OtherAddress(behind)) => form(&visit, *behind, typed, true),
        Err(ProveError::Dead(why)) => dead(&visit, why),
        Err(ProveError::Store(error)) => Err(error.into()),
    }
}

fn form(visit: &Visit, behind: Behind, typed: &str, wrong: bool) -> Result<Response, Failure> {
    let email = typed.chars().take(LONGEST).collect();
    visit.show(&ProveContact { page: visit.page(), name: behind.name, client: behind.client, email, wrong })
}

/// 410: why, and the way on.
fn dead(visit: &Visit, why: Dead) -> Result<Response, Failure> {
    visit.show(&SaidDead { page: visit.page(), why, said: &DEAD })
}

/// GET: nothing changes.
pub(crate) async fn done(visit: Visit) -> Result<Response, Failure> {
    visit.show(&ContactProven { page: visit.page() })
}
