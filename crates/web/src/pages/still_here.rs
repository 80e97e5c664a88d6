//! `/email/still-here/`: somebody who was told to leave says to live there still, by the link that went to the proved address,
//! with the username typed (law 5: opening it changes nothing).

use app::SayError;
use app::tenant_change::still_here::{Told, open, say};
use axum::http::Uri;
use axum::response::Response;
use domain::token::Dead;

use super::token;
use crate::errors::Failure;
use crate::forms::Form;
use crate::router::STILL_HERE_SAID;
use crate::views::objection::UsernameFault;
use crate::views::said_dead::SaidDead;
use crate::views::still_here::{DEAD, Said, StillHere};
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
    match say(visit.app(), &visit.ctx, token, username).await {
        Ok(()) => Ok(visit.go(STILL_HERE_SAID)),
        Err(SayError::WrongUsername) => form(&visit, &told, username, Some(UsernameFault::Wrong)),
        Err(SayError::Dead(why)) => dead(&visit, why),
        Err(SayError::Store(error)) => Err(error.into()),
    }
}

fn form(visit: &Visit, told: &Told, typed: &str, fault: Option<UsernameFault>) -> Result<Response, Failure> {
    let username = typed.chars().take(LONGEST).collect();
    let said = told.still_here_at.is_some();
    visit.show(&StillHere { page: visit.page(), last: told.last, said, username, fault })
}

/// 410: why, and the way on.
fn dead(visit: &Visit, why: Dead) -> Result<Response, Failure> {
    visit.show(&SaidDead { page: visit.page(), why, said: &DEAD })
}

/// GET: nothing changes.
pub(crate) async fn done(visit: Visit) -> Result<Response, Failure> {
    visit.show(&Said { page: visit.page() })
}
