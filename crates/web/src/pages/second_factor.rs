//! `/login/second-factor/`: the second step of staff. Who has no second factor yet (the invitation was accepted, and then
//! the page was left) sets it here.

use app::sign_in::{FactorError, second_factor};
use axum::response::Response;
use domain::session::Level;
use domain::time::Span;

use super::{invitation, sign_in};
use crate::errors::{Failure, retry_after};
use crate::forms::Form;
use crate::next::with_query;
use crate::views::second_factor::{FactorKind, SecondFactor, SecondFactorState};
use crate::visit::Visit;

const HERE: &str = "/login/second-factor/";

/// GET.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let next = visit.query.text("next");
    match visit.holder.as_ref().map(|holder| holder.level) {
        None => Ok(visit.go_and_sign_in(visit.next(next))),
        Some(Level::HalfWay) => visit.show(&view(&visit, next, SecondFactorState::Fresh)),
        Some(_) => invitation::show_own_step(&visit, HERE).await,
    }
}

fn view(visit: &Visit, next: &str, state: SecondFactorState) -> SecondFactor {
    let recovery = visit.query.text("with") == "recovery";
    let (kind, here) = if recovery {
        (FactorKind::Recovery, with_query(HERE, "with", "recovery"))
    } else {
        (FactorKind::App, HERE.to_owned())
    };
    let next = visit.next(next);
    let here = next.map_or_else(|| here.clone(), |next| with_query(&here, "next", next));
    let party = app::passkey::party_id(visit.app());
    SecondFactor { page: visit.page_at(&here), kind, state, next: next.map(str::to_owned), party }
}

/// POST.
pub(crate) async fn give(visit: Visit, Form(form): Form) -> Result<Response, Failure> {
    let (code, next) = (form.text("code"), form.text("next"));
    let (Some(holder), Some(cookie)) = (&visit.holder, &visit.session) else {
        return Ok(visit.go_and_sign_in(visit.next(next)));
    };
    match holder.level {
        Level::Full => return Ok(visit.go(visit.next(next).unwrap_or("/"))),
        Level::Enrol => return invitation::set_factor(&visit, HERE, code).await,
        Level::HalfWay => {}
    }
    let again = |state| visit.show(&view(&visit, next, state));
    if code.trim().is_empty() {
        return again(SecondFactorState::Empty);
    }
    match second_factor(visit.app(), &visit.ctx, cookie, code).await {
        Ok(entered) => Ok(sign_in::entered_at(&visit, &entered, next)),
        Err(FactorError::Wrong) => again(SecondFactorState::Wrong),
        Err(FactorError::Slowed { seconds }) => {
            let wait = Span::seconds(seconds);
            let mut answer = again(SecondFactorState::SlowedDown(wait))?;
            retry_after(&mut answer, wait);
            Ok(answer)
        }
        Err(FactorError::NotHalfWay) => Ok(visit.go_and_sign_in(visit.next(next))),
        Err(FactorError::Store(error)) => Err(error.into()),
    }
}
