//! `/belcontrole/`: the owner of an account answers whether it is them who asks the help desk for something, by the link that went to
//! the confirmed address (law 5: opening it changes nothing).

use app::help_desk::{self, Case, Tried};
use axum::http::Uri;
use axum::response::Response;
use domain::token::Dead;

use super::token;
use crate::errors::Failure;
use crate::forms::Form;
use crate::router::{CALLER_CONFIRMED, CALLER_DENIED};
use crate::views::caller_check::{AnswerFault, CallerCheck, CallerSaid, DEAD};
use crate::views::said_dead::SaidDead;
use crate::visit::Visit;

/// GET of the link in the mail, by anybody, however often.
pub(crate) async fn open_link(visit: Visit, uri: Uri) -> Result<Response, Failure> {
    let Some(token) = token(uri.path()) else { return dead(&visit, Dead::Unknown) };
    match help_desk::look(visit.app(), &visit.ctx, token).await? {
        Ok(case) => form(&visit, &case, None),
        Err(why) => dead(&visit, why),
    }
}

/// POST `answer=yes` with `number`, or `answer=no` with `sure`. Without either nothing happens.
pub(crate) async fn answer(visit: Visit, uri: Uri, Form(given): Form) -> Result<Response, Failure> {
    let Some(token) = token(uri.path()) else { return dead(&visit, Dead::Unknown) };
    let case = match help_desk::look(visit.app(), &visit.ctx, token).await? {
        Ok(case) => case,
        Err(why) => return dead(&visit, why),
    };
    if given.text("answer") == "no" {
        if given.text("sure") != "yes" {
            return form(&visit, &case, Some(AnswerFault::NotSure));
        }
        return match help_desk::deny(visit.app(), &visit.ctx, token).await? {
            Ok(()) => Ok(visit.go(CALLER_DENIED)),
            Err(why) => dead(&visit, why),
        };
    }
    let number = given.text("number");
    if number.trim().is_empty() {
        return form(&visit, &case, Some(AnswerFault::Empty));
    }
    match help_desk::confirm(visit.app(), &visit.ctx, token, number).await? {
        Ok(Tried::Right) => Ok(visit.go(CALLER_CONFIRMED)),
        Ok(Tried::Wrong { left: 0 }) => dead(&visit, Dead::TooManyTries),
        Ok(Tried::Wrong { left }) => form(&visit, &case, Some(AnswerFault::Wrong(left))),
        Ok(Tried::Over) => dead(&visit, Dead::Used),
        Err(why) => dead(&visit, why),
    }
}

fn form(visit: &Visit, case: &Case, fault: Option<AnswerFault>) -> Result<Response, Failure> {
    let (kind, deed, opened_at) = (case.kind, case.deed, case.facts.opened_at);
    visit.show(&CallerCheck { page: visit.page(), opened_at, kind, deed, fault })
}

/// 410: why, and the way on.
fn dead(visit: &Visit, why: Dead) -> Result<Response, Failure> {
    visit.show(&SaidDead { page: visit.page(), why, said: &DEAD })
}

/// GET: nothing changes.
pub(crate) async fn confirmed(visit: Visit) -> Result<Response, Failure> {
    visit.show(&CallerSaid { page: visit.page(), yes: true })
}

/// GET: nothing changes.
pub(crate) async fn denied(visit: Visit) -> Result<Response, Failure> {
    visit.show(&CallerSaid { page: visit.page(), yes: false })
}
