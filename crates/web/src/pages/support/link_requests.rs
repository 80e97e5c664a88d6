//! `/support/koppelverzoeken/`: what clients ask by mail, with its evidence; accepting it and refusing it.

use app::link_request::{self, AcceptError, Done, RefuseError, Said, Seen};
use app::users::link::LinkError;
use axum::extract::Path;
use axum::response::Response;
use domain::access::Denied;
use domain::id::LinkRequestId;
use domain::link_request::{Refusal, Residents};

use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::next::with_query;
use crate::pages::{barred, caller};
use crate::views::support::link_request_told::Told;
use crate::views::support::link_requests::{Asked, LinkRequests, ROOT, Request, RequestPage};
use crate::visit::Visit;

/// GET. `?told=` what was just done.
pub(crate) async fn list(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let found = match link_request::list(visit.app(), &visit.ctx, who).await {
        Ok(found) => found,
        Err(error) => return barred(&visit, error),
    };
    visit.show(&LinkRequests {
        page: visit.page_at(ROOT),
        told: Told::parse(visit.query.text("told")),
        open: found.open.into_iter().map(request).collect(),
        decided: found.decided.into_iter().map(request).collect(),
    })
}

/// GET `{request}/`. `?told=` why nothing was done.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    match link_request::see(visit.app(), &visit.ctx, who, parse(&id)?).await {
        Ok(found) => visit.show(&RequestPage {
            page: visit.page(),
            told: Told::parse(visit.query.text("told")),
            request: request(found),
        }),
        Err(error) => barred(&visit, error),
    }
}

/// POST `{request}/`: `act` is `accept`, with `residents` and `letter`, `ask`, or `refuse`, with `reason`.
pub(crate) async fn decide(visit: Visit, Path(id): Path<String>, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let id = parse(&id)?;
    let (app, ctx) = (visit.app(), &visit.ctx);
    let told = match (form.text("act"), Refusal::parse(form.text("reason"))) {
        ("accept", _) if form.text("residents") == "new" => match link_request::see(app, ctx, who, id).await {
            Ok(_) => Told::NewResidents,
            Err(error) => return barred(&visit, error),
        },
        ("accept", _) => match link_request::accept(app, ctx, who, (id, said(&form))).await {
            Ok(Done::Linked) => Told::Linked,
            Ok(Done::Proposed) => Told::Proposed,
            Err(AcceptError::Barred(error)) => return barred(&visit, error),
            Err(error) => not_accepted(&error),
        },
        ("ask", _) => match link_request::ask(app, ctx, who, id).await {
            Ok(_) => Told::Asked,
            Err(AcceptError::Barred(error)) => return barred(&visit, error),
            Err(error) => not_accepted(&error),
        },
        (_, Some(why)) if why != Refusal::Contact => match link_request::refuse(app, ctx, who, (id, why)).await {
            Ok(()) => Told::Refused,
            Err(RefuseError::Decided) => Told::Already,
            Err(RefuseError::Barred(error)) => return barred(&visit, error),
        },
        (_, _) => match link_request::see(app, ctx, who, id).await {
            Ok(_) => Told::Choose,
            Err(error) => return barred(&visit, error),
        },
    };
    let back = if told.is_done() { ROOT.to_owned() } else { format!("{ROOT}{id}/") };
    Ok(visit.go(&with_query(&back, "told", told.word())))
}

fn said(form: &Fields) -> Said {
    Said { same: form.text("residents") == "same", letter: form.text("letter") == "yes" }
}

fn not_accepted(error: &AcceptError) -> Told {
    match error {
        AcceptError::Decided => Told::Already,
        AcceptError::NotSaid => Told::NotSaid,
        AcceptError::NewResidents => Told::NewResidents,
        AcceptError::Moved => Told::Moved,
        AcceptError::Link(LinkError::Vacant) => Told::Vacant,
        AcceptError::Link(LinkError::Same) => Told::Same,
        AcceptError::Link(LinkError::AlreadyProposed) => Told::AlreadyProposed,
        AcceptError::Link(LinkError::Leaving) => Told::Leaving,
        AcceptError::Missing(_) | AcceptError::Barred(_) | AcceptError::Link(LinkError::Barred(_)) => Told::Missing,
    }
}

fn parse(id: &str) -> Result<LinkRequestId, Failure> {
    id.parse().map_err(|_| Failure::from(Denied::NotYours))
}

fn request(it: Seen) -> Request {
    Request {
        id: it.id.to_string(),
        sender: it.sender.map(|sender| sender.as_str().to_owned()),
        subject: it.subject,
        text: it.text,
        asked: it.wanted.map(|wanted| Asked {
            account: wanted.account,
            address: wanted.address.as_str().to_owned(),
            typo: wanted.address.typo_hint(),
            new: wanted.first.filter(|_| wanted.residents == Some(Residents::New)),
            same: wanted.residents == Some(Residents::Same),
        }),
        asks_letter: it.asks_letter,
        unclear: it.unclear,
        doubt: it.doubt,
        client: it.client,
        missing: it.missing,
        state: it.state,
        reason: it.reason,
        received_at: it.received_at,
        decided: it.decided,
    }
}
