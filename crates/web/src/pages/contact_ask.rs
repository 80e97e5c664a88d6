//! `/contact/vraag/<token>/`: a contact of a client says whether what was asked by mail is right. GET changes nothing, by anybody,
//! however often; POST `answer`, and `email`, the address that the mail came to (law 5).

use app::link_request::{self, AnswerError, Answered, Behind};
use axum::http::Uri;
use axum::response::Response;
use domain::token::Dead;

use super::service::name;
use super::token;
use crate::errors::Failure;
use crate::forms::Form;
use crate::router::{ASKED_DONE, ASKED_OVERTAKEN, ASKED_STOPPED};
use crate::views::contact_ask::{AskContact, AskFault, ContactSaid, DEAD};
use crate::views::said_dead::SaidDead;
use crate::visit::Visit;

/// Longer than any address.
const LONGEST: usize = 320;

/// GET of the link in the mail.
pub(crate) async fn open_link(visit: Visit, uri: Uri) -> Result<Response, Failure> {
    let Some(token) = token(uri.path()) else { return dead(&visit, Dead::Unknown) };
    match link_request::open(visit.app(), &visit.ctx, token).await? {
        Ok(behind) => form(&visit, behind, ("", ""), None),
        Err(why) => dead(&visit, why),
    }
}

/// POST `answer` (`yes` or `no`) and `email`.
pub(crate) async fn answer(visit: Visit, uri: Uri, Form(sent): Form) -> Result<Response, Failure> {
    let Some(token) = token(uri.path()) else { return dead(&visit, Dead::Unknown) };
    let typed = (sent.text("answer"), sent.text("email"));
    let yes = match typed.0 {
        "yes" => true,
        "no" => false,
        _ => {
            return match link_request::open(visit.app(), &visit.ctx, token).await? {
                Ok(behind) => form(&visit, behind, typed, Some(AskFault::Choose)),
                Err(why) => dead(&visit, why),
            };
        }
    };
    match link_request::answer(visit.app(), &visit.ctx, token, (typed.1, yes)).await {
        Ok(Answered::Done) => Ok(visit.go(ASKED_DONE)),
        Ok(Answered::Overtaken) => Ok(visit.go(ASKED_OVERTAKEN)),
        Ok(Answered::Stopped) => Ok(visit.go(ASKED_STOPPED)),
        Err(AnswerError::OtherAddress(behind)) => form(&visit, *behind, typed, Some(AskFault::Address)),
        Err(AnswerError::Change(error, behind)) => {
            tracing::info!(%error, "what a contact confirmed cannot be planned");
            form(&visit, *behind, typed, Some(AskFault::Home))
        }
        Err(AnswerError::Dead(why)) => dead(&visit, why),
        Err(AnswerError::Store(error)) => Err(error.into()),
    }
}

fn form(
    visit: &Visit,
    behind: Behind,
    (answer, email): (&str, &str),
    fault: Option<AskFault>,
) -> Result<Response, Failure> {
    visit.show(&AskContact {
        page: visit.page(),
        client: behind.client,
        by: behind.by.map(|by| by.as_str().to_owned()),
        at: behind.at,
        home: name(&behind.home),
        account: behind.username,
        address: behind.wanted.address.as_str().to_owned(),
        first: behind.wanted.first,
        answer: match answer {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
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
    visit.show(&ContactSaid { page: visit.page(), came: Answered::Done })
}

/// GET: nothing changes.
pub(crate) async fn stopped(visit: Visit) -> Result<Response, Failure> {
    visit.show(&ContactSaid { page: visit.page(), came: Answered::Stopped })
}

/// GET: nothing changes.
pub(crate) async fn overtaken(visit: Visit) -> Result<Response, Failure> {
    visit.show(&ContactSaid { page: visit.page(), came: Answered::Overtaken })
}
