//! `/service/verzoeken/`: the requests of residents about what is kept of them, and the answers of their client.

use app::own_data::{self, AnswerError, Request};
use axum::extract::Path;
use axum::response::Response;
use domain::access::Denied;
use domain::data_request::Answer;
use domain::time::Day;

use super::{barred, caller, name};
use crate::errors::Failure;
use crate::forms::Form;
use crate::next::with_query;
use crate::views::service::requests::{ROOT, RequestRow, Requests, Told};
use crate::visit::Visit;

/// GET. `?told=` what was just done.
pub(crate) async fn list(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let found = match own_data::requests(visit.app(), &visit.ctx, who).await {
        Ok(found) => found,
        Err(error) => return barred(&visit, error),
    };
    let today = Day::of(visit.ctx.now);
    visit.show(&Requests {
        page: visit.page_at(ROOT),
        told: Told::parse(visit.query.text("told")),
        open: found.open.into_iter().map(|it| row(it, today)).collect(),
        answered: found.answered.into_iter().map(|it| row(it, today)).collect(),
    })
}

fn row(it: Request, today: Day) -> RequestRow {
    RequestRow {
        id: it.asked.id.to_string(),
        href: format!("/service/woningen/{}/", it.dwelling),
        home: name(&it.home),
        username: it.username,
        kind: it.asked.kind,
        about: it.asked.about,
        words: it.asked.words,
        lives: it.lives,
        asked_at: it.asked.asked_at,
        due_on: it.asked.due_on,
        late: it.asked.due_on < today,
        answer: it.asked.answer.zip(it.asked.answered_at),
    }
}

/// POST `{request}/`: `answer`. Which answer is asked only of who may give one.
pub(crate) async fn answer(visit: Visit, Path(id): Path<String>, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let request = id.parse().map_err(|_| Failure::from(Denied::NotYours))?;
    let chosen = Answer::parse(form.text("answer"));
    let done = match chosen {
        Some(answer) => own_data::answer(visit.app(), &visit.ctx, who, (request, answer)).await,
        None => own_data::may_answer(visit.app(), &visit.ctx, who, request).await.map_err(AnswerError::from),
    };
    let told = match (done, chosen) {
        (Ok(()), Some(_)) => Told::Answered,
        (Ok(()), None) => Told::NoAnswer,
        (Err(AnswerError::Answered), _) => Told::Already,
        (Err(AnswerError::Barred(error)), _) => return barred(&visit, error),
    };
    Ok(visit.go(&with_query(ROOT, "told", told.word())))
}
