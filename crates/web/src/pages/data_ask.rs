//! `/contact/verzoek/<token>/`: a contact of a client answers what a resident asked about the own data. GET changes nothing, by anybody,
//! however often; POST `answer`, and `email`, the address that the mail came to (law 5).

use app::own_data::{AskedOfContact, ByContactError, answer_by_contact, open_by_contact};
use axum::http::Uri;
use axum::response::Response;
use domain::data_request::Answer;
use domain::token::Dead;

use super::token;
use crate::errors::Failure;
use crate::forms::Form;
use crate::router::DATA_ANSWERED;
use crate::views::data_ask::{AnswerData, AnswerFault, DEAD, DataAnswered};
use crate::views::said_dead::SaidDead;
use crate::visit::Visit;

/// Longer than any address.
const LONGEST: usize = 320;

/// GET of the link in the mail.
pub(crate) async fn open_link(visit: Visit, uri: Uri) -> Result<Response, Failure> {
    let Some(token) = token(uri.path()) else { return dead(&visit, Dead::Unknown) };
    match open_by_contact(visit.app(), &visit.ctx, token).await? {
        Ok(behind) => form(&visit, behind, (None, ""), None),
        Err(why) => dead(&visit, why),
    }
}

/// POST `answer` and `email`.
pub(crate) async fn answer(visit: Visit, uri: Uri, Form(sent): Form) -> Result<Response, Failure> {
    let Some(token) = token(uri.path()) else { return dead(&visit, Dead::Unknown) };
    let typed = sent.text("email");
    let Some(chosen) = Answer::parse(sent.text("answer")) else {
        return match open_by_contact(visit.app(), &visit.ctx, token).await? {
            Ok(behind) => form(&visit, behind, (None, typed), Some(AnswerFault::Choose)),
            Err(why) => dead(&visit, why),
        };
    };
    match answer_by_contact(visit.app(), &visit.ctx, token, (typed, chosen)).await {
        Ok(()) => Ok(visit.go(DATA_ANSWERED)),
        Err(ByContactError::OtherAddress(behind)) => {
            form(&visit, *behind, (Some(chosen), typed), Some(AnswerFault::Address))
        }
        Err(ByContactError::Dead(why)) => dead(&visit, why),
        Err(ByContactError::Store(error)) => Err(error.into()),
    }
}

fn form(
    visit: &Visit,
    behind: AskedOfContact,
    (answer, email): (Option<Answer>, &str),
    fault: Option<AnswerFault>,
) -> Result<Response, Failure> {
    visit.show(&AnswerData {
        page: visit.page(),
        client: behind.client,
        home: behind.home,
        account: behind.username,
        kind: behind.kind,
        about: behind.about,
        words: behind.words,
        lives: behind.lives,
        at: behind.at,
        due_on: behind.due_on,
        answer,
        email: email.chars().take(LONGEST).collect(),
        fault,
    })
}

/// 410: why, and the way on.
fn dead(visit: &Visit, why: Dead) -> Result<Response, Failure> {
    visit.show(&SaidDead { page: visit.page(), why, said: &DEAD })
}

/// GET: nothing changes.
pub(crate) async fn done(visit: Visit) -> Result<Response, Failure> {
    visit.show(&DataAnswered { page: visit.page() })
}
