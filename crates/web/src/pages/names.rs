//! `/login/accounts/name/`: "Gebruikersnaam kwijt?". The answer is always the same (law 4).

use app::names::ask;
use app::reset::AskError;
use axum::response::Response;
use domain::email::Address;

use crate::errors::Failure;
use crate::forms::Form;
use crate::router::{NAMES, NAMES_ASKED};
use crate::views::names::{NamesAsk, NamesAskFault, NamesAsked};
use crate::visit::Visit;

/// Longer than any address (RFC 5321 allows 254 bytes).
const LONGEST: usize = 320;

/// GET.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let email = visit.query.text("email").chars().take(LONGEST).collect();
    visit.show(&NamesAsk { page: visit.page(), email, fault: None })
}

/// POST.
pub(crate) async fn ask_for(visit: Visit, Form(form): Form) -> Result<Response, Failure> {
    let typed = form.text("email");
    let again = |fault| {
        let email = typed.chars().take(LONGEST).collect();
        visit.show(&NamesAsk { page: visit.page_at(NAMES), email, fault: Some(fault) })
    };
    // What anybody can see from the text itself; whether the address is known is another matter.
    if !typed.trim().is_empty() && Address::parse(typed.trim()).is_err() {
        return again(NamesAskFault::NotAnAddress);
    }
    match ask(visit.app(), &visit.ctx, typed).await {
        Ok(()) => Ok(visit.go(NAMES_ASKED)),
        Err(AskError::Empty) => again(NamesAskFault::Empty),
        Err(AskError::Store(error)) => Err(error.into()),
    }
}

/// GET: the answer.
pub(crate) async fn asked(visit: Visit) -> Result<Response, Failure> {
    visit.show(&NamesAsked { page: visit.page() })
}
