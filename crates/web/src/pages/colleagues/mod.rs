//! `/service/collegas/` and `/beheer/medewerkers/`: who works in a team, invited, given another role, and ended. Which of the
//! two is told by the address; the use cases judge who may.

pub(crate) mod end;
pub(crate) mod invite;
pub(crate) mod projects;
pub(crate) mod review;

use app::Caller;
use app::staff::{self, Colleague, Review, Side, StaffError, Whose};
use axum::extract::Path;
use axum::response::Response;
use domain::access::Denied;
use domain::id::StaffId;
use domain::staff::State;
use domain::time::Day;

use super::barred;
use crate::errors::Failure;
use crate::forms::Form;
use crate::next::with_query;
use crate::views::colleagues::Desk;
use crate::views::colleagues::list::{ColleagueRow, Colleagues, Told};
use crate::visit::Visit;

/// Whoever comes, and to whose people; those who bring no cookie sign in first.
fn come(visit: &Visit) -> Result<(Caller<'_>, Desk), Box<Response>> {
    match &visit.session {
        Some(cookie) => Ok((Caller::Cookie(cookie), Desk::at(visit.here()))),
        None => Err(Box::new(visit.go_and_sign_in(Some(visit.here())))),
    }
}

const fn side(desk: Desk) -> Side {
    match desk {
        Desk::Client => Side::Client,
        Desk::Operator => Side::Operator,
    }
}

/// The colleague of an address; one that cannot be an id is nobody.
fn colleague(id: &str) -> Result<StaffId, Failure> {
    id.parse().map_err(|_| Failure::from(Denied::NotYours))
}

/// Back to the list, which tells what was done.
fn back(visit: &Visit, desk: Desk, told: Told) -> Response {
    visit.go(&with_query(desk.root(), "told", told.word()))
}

/// Back to the list, which tells why it was not done.
fn refused(visit: &Visit, desk: Desk, error: StaffError) -> Result<Response, Failure> {
    match error {
        StaffError::Barred(error) => barred(visit, error),
        StaffError::Oneself => Ok(back(visit, desk, Told::Oneself)),
        StaffError::LastAdmin => Ok(back(visit, desk, Told::LastAdmin)),
        StaffError::TooLate | StaffError::Moved => Ok(back(visit, desk, Told::TooLate)),
        // What no form of ours sends.
        _ => Err(Failure::bad_request("a form of another page")),
    }
}

fn row(it: &Colleague, own: Option<StaffId>) -> ColleagueRow {
    let since = match it.state {
        State::Invited => None,
        State::Active => it.joined_at,
        State::Ended => it.ended_at,
    };
    ColleagueRow {
        id: it.id.to_string(),
        email: it.email.clone(),
        role: it.role,
        state: it.state,
        since: Day::of(since.unwrap_or(it.created_at)),
        signed_in: it.signed_in_at.map(Day::of),
        has_factor: it.has_factor,
        invitation_works: it.invitation_works,
        projects: it.projects.clone(),
        oneself: own == Some(it.id),
    }
}

fn reviewed(last: Option<Review>) -> Option<(Day, String)> {
    last.map(|last| (Day::of(last.at), last.by))
}

/// GET. `?told=` what was done just now.
pub(crate) async fn list(visit: Visit) -> Result<Response, Failure> {
    let (who, desk) = match come(&visit) {
        Ok(come) => come,
        Err(answer) => return Ok(*answer),
    };
    let found = match staff::colleagues(visit.app(), &visit.ctx, who, side(desk)).await {
        Ok(found) => found,
        Err(error) => return barred(&visit, error),
    };
    let mut here: Vec<_> = found.here.iter().map(|it| row(it, found.own)).collect();
    // Those at work first; within that by address, as they came.
    here.sort_by_key(|row| row.state == State::Invited);
    visit.show(&Colleagues {
        page: visit.page_at(desk.root()),
        desk,
        told: Told::parse(visit.query.text("told")),
        here,
        gone: found.gone.iter().map(|it| row(it, None)).collect(),
        reviewed: reviewed(found.last),
        due: found.due,
    })
}

/// POST `{colleague}/opnieuw/`.
pub(crate) async fn again(visit: Visit, Path(id): Path<String>, Form(_): Form) -> Result<Response, Failure> {
    let (who, desk) = match come(&visit) {
        Ok(come) => come,
        Err(answer) => return Ok(*answer),
    };
    match staff::invite_again(visit.app(), &visit.ctx, who, (side(desk), colleague(&id)?)).await {
        Ok(()) => Ok(back(&visit, desk, Told::Again)),
        Err(error) => refused(&visit, desk, error),
    }
}

/// POST `{colleague}/tweede-factor/`: they lost it, says one admin; another one has to agree.
pub(crate) async fn lost_factor(visit: Visit, Path(id): Path<String>, Form(_): Form) -> Result<Response, Failure> {
    let (who, desk) = match come(&visit) {
        Ok(come) => come,
        Err(answer) => return Ok(*answer),
    };
    let whose = Whose::Colleague(side(desk), colleague(&id)?);
    match staff::lost_factor(visit.app(), &visit.ctx, who, whose).await {
        Ok(_) => Ok(back(&visit, desk, Told::LostFactor)),
        Err(error) => refused(&visit, desk, error),
    }
}

/// POST `{colleague}/rol/`: `role`.
pub(crate) async fn role(visit: Visit, Path(id): Path<String>, Form(form): Form) -> Result<Response, Failure> {
    let (who, desk) = match come(&visit) {
        Ok(come) => come,
        Err(answer) => return Ok(*answer),
    };
    // Rights are judged first: a role that is none is one that no client has.
    let role = form.text("role").parse().unwrap_or(domain::role::Role::Auditor);
    match staff::change_role(visit.app(), &visit.ctx, who, (colleague(&id)?, role)).await {
        Ok(()) => Ok(back(&visit, desk, Told::Role)),
        Err(error) => refused(&visit, desk, error),
    }
}
