//! `/email/object/`: a resident objects to a change of the own address that others proposed (law 8): on the own page, or by the
//! link that went to the confirmed address, with the username typed (law 5: opening it changes nothing).

use app::SayError;
use app::proposal::{Told, by_link as object, by_resident as object_signed_in, open};
use axum::http::Uri;
use axum::response::Response;
use domain::token::Dead;

use super::token;
use crate::errors::Failure;
use crate::forms::Form;
use crate::router::OBJECTED;
use crate::views::objection::{DEAD, Objected, Objection, UsernameFault};
use crate::views::said_dead::SaidDead;
use crate::visit::Visit;

/// Longer than any username.
const LONGEST: usize = 256;

/// GET of the link in the mail, by anybody, however often.
pub(crate) async fn open_link(visit: Visit, uri: Uri) -> Result<Response, Failure> {
    let Some(token) = token(uri.path()) else { return dead(&visit, Dead::Unknown) };
    match open(visit.app(), &visit.ctx, token).await? {
        Ok(told) => form(&visit, &told, "", None),
        Err(why) => dead(&visit, why),
    }
}

/// POST `username`.
pub(crate) async fn by_link(visit: Visit, uri: Uri, Form(typed): Form) -> Result<Response, Failure> {
    let Some(token) = token(uri.path()) else { return dead(&visit, Dead::Unknown) };
    let told = match open(visit.app(), &visit.ctx, token).await? {
        Ok(told) => told,
        Err(why) => return dead(&visit, why),
    };
    let username = typed.text("username");
    if username.trim().is_empty() {
        return form(&visit, &told, "", Some(UsernameFault::Empty));
    }
    match object(visit.app(), &visit.ctx, token, username).await {
        Ok(()) => Ok(visit.go(OBJECTED)),
        Err(SayError::WrongUsername) => form(&visit, &told, username, Some(UsernameFault::Wrong)),
        Err(SayError::Dead(why)) => dead(&visit, why),
        Err(SayError::Store(error)) => Err(error.into()),
    }
}

fn form(visit: &Visit, told: &Told, typed: &str, fault: Option<UsernameFault>) -> Result<Response, Failure> {
    let username = typed.chars().take(LONGEST).collect();
    visit.show(&Objection { page: visit.page(), waits_until: told.waits_until, username, fault })
}

/// 410: why, and the way on.
fn dead(visit: &Visit, why: Dead) -> Result<Response, Failure> {
    visit.show(&SaidDead { page: visit.page(), why, said: &DEAD })
}

/// GET: nothing changes.
pub(crate) async fn done(visit: Visit) -> Result<Response, Failure> {
    visit.show(&Objected { page: visit.page() })
}

/// POST of a signed-in resident.
pub(crate) async fn by_resident(visit: Visit, Form(_): Form) -> Result<Response, Failure> {
    let Some(cookie) = &visit.session else { return Ok(visit.go_and_sign_in(None)) };
    match object_signed_in(visit.app(), &visit.ctx, app::Caller::Cookie(cookie)).await {
        Ok(stopped) => Ok(visit.go(if stopped { "/?told=objected" } else { "/" })),
        Err(app::Barred::SignIn) => Ok(visit.go_and_sign_in(None)),
        Err(app::Barred::Denied(denied)) => Err(denied.into()),
        Err(app::Barred::NoProject(_)) => Err(Failure::not_found()),
        Err(app::Barred::Store(error)) => Err(error.into()),
    }
}
