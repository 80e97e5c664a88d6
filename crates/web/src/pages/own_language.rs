//! `/taal/`: whoever is signed in chooses the language of the own account.

use app::own_language;
use app::security::ProveError;
use axum::response::{IntoResponse, Redirect, Response};
use domain::language::Language;

use crate::errors::Failure;
use crate::forms::Form;
use crate::views::own_language::{OWN_LANGUAGE, OwnLanguage};
use crate::visit::Visit;

/// GET. `?told=` says that the choice was kept.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let done = visit.query.text("told") == "done";
    form(&visit, done, false)
}

/// POST `language`. The answer comes in the language that was chosen, whatever `?lang=` asked for before.
pub(crate) async fn choose(visit: Visit, Form(fields): Form) -> Result<Response, Failure> {
    let Some(cookie) = &visit.session else { return Ok(visit.go_and_sign_in(Some(OWN_LANGUAGE))) };
    let Some(language) = fields.get("language").and_then(Language::parse) else { return form(&visit, false, true) };
    match own_language::choose(visit.app(), &visit.ctx, cookie, language).await {
        Ok(()) => Ok(Redirect::to(&format!("{OWN_LANGUAGE}?told=done")).into_response()),
        Err(ProveError::Store(error)) => Err(error.into()),
        Err(_) => Ok(visit.go_and_sign_in(Some(OWN_LANGUAGE))),
    }
}

fn form(visit: &Visit, done: bool, nothing_chosen: bool) -> Result<Response, Failure> {
    let Some(signed_in) = visit.signed_in() else { return Ok(visit.go_and_sign_in(Some(OWN_LANGUAGE))) };
    let chosen = signed_in.language.unwrap_or(visit.ctx.language);
    visit.show(&OwnLanguage { page: visit.page_at(OWN_LANGUAGE), chosen, done, nothing_chosen })
}
