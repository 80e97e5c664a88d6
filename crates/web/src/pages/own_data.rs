//! `/gegevens/`: what is kept about a resident, as a page and as a file, and who looked at it or changed it.

use app::own_data::{self, AskError};
use axum::response::Response;
use domain::data_request::{About, Kind as Asked, LONGEST, Wish};

use super::own_address::resident;
use super::service::download::{Kind, file};
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::next::with_query;
use crate::views::own_data::{OWN_DATA, OWN_LOG, OWN_REQUEST, OwnDataPage, OwnLog, OwnRequest, RequestFault};
use crate::visit::Visit;

/// GET. `?told=asked` when something was asked just now.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let who = match resident(&visit, OWN_DATA) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    match own_data::see(visit.app(), &visit.ctx, who).await {
        Ok(data) => {
            let asked = visit.query.text("told") == "asked";
            visit.show(&OwnDataPage { page: visit.page_at(OWN_DATA), data, asked })
        }
        Err(error) => super::barred_at(&visit, OWN_DATA, error),
    }
}

/// GET `gegevens.json`: the same as a file. Whoever has to sign in first goes on at the page.
pub(crate) async fn take(visit: Visit) -> Result<Response, Failure> {
    let who = match resident(&visit, OWN_DATA) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let data = match own_data::take(visit.app(), &visit.ctx, who).await {
        Ok(data) => data,
        Err(error) => return super::barred_at(&visit, OWN_DATA, error),
    };
    let text = serde_json::to_vec_pretty(&data).map_err(|_| Failure::internal("a file could not be written"))?;
    Ok(file("gegevens", Kind::Json, text))
}

/// GET `logboek/`: who looked and who changed what. `?voor=` the last line of the page before.
pub(crate) async fn log(visit: Visit) -> Result<Response, Failure> {
    let who = match resident(&visit, OWN_LOG) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let before = visit.query.text("voor").parse().ok();
    match own_data::log(visit.app(), &visit.ctx, who, before).await {
        Ok(found) => visit.show(&OwnLog {
            page: visit.page_at(OWN_LOG),
            log: found.lines,
            older: found.next.map(|last| with_query(OWN_LOG, "voor", &last.to_string())),
            is_later: before.is_some(),
        }),
        Err(error) => super::barred_at(&visit, OWN_LOG, error),
    }
}

/// GET `verzoek/`.
pub(crate) async fn show_request(visit: Visit) -> Result<Response, Failure> {
    request_form(&visit, &Fields::none(), Vec::new()).await
}

/// The form, perhaps with what is wrong; what was typed stays.
async fn request_form(visit: &Visit, typed: &Fields, faults: Vec<RequestFault>) -> Result<Response, Failure> {
    let who = match resident(visit, OWN_REQUEST) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let seen = match app::own_home::see(visit.app(), &visit.ctx, who).await {
        Ok(seen) => seen,
        Err(error) => return super::barred_at(visit, OWN_REQUEST, error),
    };
    let reach = match own_data::reach(visit.app(), &visit.ctx, who).await {
        Ok(reach) => reach,
        Err(error) => return super::barred_at(visit, OWN_REQUEST, error),
    };
    visit.show(&OwnRequest {
        page: visit.page_at(OWN_REQUEST),
        landlord: seen.behind.organisation_name,
        reach,
        kind: Asked::parse(typed.text("kind")),
        about: About::parse(typed.text("about")),
        text: typed.text("text").chars().take(LONGEST * 2).collect(),
        faults,
    })
}

/// POST `verzoek/`: `kind`, `about`, `text`.
pub(crate) async fn ask(visit: Visit, Form(typed): Form) -> Result<Response, Failure> {
    let who = match resident(&visit, OWN_REQUEST) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let wish = match read(&typed) {
        Ok(wish) => wish,
        Err(faults) => return request_form(&visit, &typed, faults).await,
    };
    match own_data::ask(visit.app(), &visit.ctx, who, wish).await {
        Ok(()) => Ok(visit.go(&with_query(OWN_DATA, "told", "asked"))),
        Err(AskError::TooMany) => request_form(&visit, &typed, vec![RequestFault::TooMany]).await,
        Err(AskError::Barred(error)) => super::barred_at(&visit, OWN_REQUEST, error),
    }
}

fn read(typed: &Fields) -> Result<Wish, Vec<RequestFault>> {
    let (kind, about) = (Asked::parse(typed.text("kind")), About::parse(typed.text("about")));
    // All that is wrong is said at once; only a correction needs a text.
    let wish = Wish::new(kind.unwrap_or(Asked::Erasure), about.unwrap_or(About::Home), typed.text("text"));
    match (kind, about, wish) {
        (Some(_), Some(_), Ok(wish)) => Ok(wish),
        (kind, about, wish) => {
            let kind = kind.is_none().then_some(RequestFault::Kind);
            let about = about.is_none().then_some(RequestFault::About);
            Err([kind, about, wish.err().map(RequestFault::Text)].into_iter().flatten().collect())
        }
    }
}
