//! `/beheer/post/`: mails that could not be delivered, and the button that tries one again.

use app::DeadLetter;
use app::post::{PostError, dead, retry};
use axum::response::Response;
use domain::mail::Lane;
use domain::time::Time;

use crate::errors::Failure;
use crate::forms::Form;
use crate::next::with_query;
use crate::views::dead_letters::{DeadLetter as Row, DeadLetters, Retried};
use crate::visit::Visit;

const HERE: &str = "/beheer/post/";

/// Rows on a page of the list; as many as the use case answers.
const FULL: usize = 50;

/// GET. `?before=` is the time of the last row of the page before, in microseconds.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let Some(cookie) = &visit.session else { return Ok(visit.go_and_sign_in(Some(HERE))) };
    let before = visit.query.text("before").parse().ok().map(Time::from_micros);
    let letters = match dead(visit.app(), &visit.ctx, cookie, before).await {
        Ok(letters) => letters,
        Err(error) => return refused(&visit, error),
    };
    let last = letters.last().filter(|_| letters.len() >= FULL);
    let older = last.map(|last| with_query(HERE, "before", &last.ended_at.micros().to_string()));
    let told = match visit.query.text("told") {
        "yes" => Some(Retried::Yes),
        "no" => Some(Retried::No),
        _ => None,
    };
    let rows = letters.into_iter().map(row).collect();
    visit.show(&DeadLetters { page: visit.page(), rows, older, further: before.is_some(), told })
}

fn row(letter: DeadLetter) -> Row {
    Row {
        id: letter.id.to_string(),
        at: letter.ended_at,
        kind: letter.kind,
        lane: letter.lane.parse().unwrap_or(Lane::Service),
        reason: letter.reason,
        answer: letter.reply,
        tries: u32::try_from(letter.attempts).unwrap_or_default(),
        address: letter.masked_address,
    }
}

/// POST: `mail`, the id of the one to try again.
pub(crate) async fn try_again(visit: Visit, Form(form): Form) -> Result<Response, Failure> {
    let Some(cookie) = &visit.session else { return Ok(visit.go_and_sign_in(Some(HERE))) };
    // An id that is none is looked for as well, so that rights are judged first.
    let mail = form.text("mail").parse().unwrap_or_else(|_| visit.app().id(visit.ctx.now));
    match retry(visit.app(), &visit.ctx, cookie, mail).await {
        Ok(()) => Ok(visit.go(&with_query(HERE, "told", "yes"))),
        Err(PostError::NotFound) => Ok(visit.go(&with_query(HERE, "told", "no"))),
        Err(error) => refused(&visit, error),
    }
}

fn refused(visit: &Visit, error: PostError) -> Result<Response, Failure> {
    match error {
        PostError::SignIn => Ok(visit.go_and_sign_in(Some(HERE))),
        PostError::Denied(denied) => Err(denied.into()),
        PostError::NotFound => Err(Failure::not_found()),
        PostError::Store(error) => Err(error.into()),
    }
}
