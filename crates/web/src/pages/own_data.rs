//! `/gegevens/`: what is kept about a resident, as a page and as a file, and who looked at it or changed it.

use app::own_data;
use axum::response::Response;

use super::own_address::resident;
use super::service::download::{Kind, file};
use crate::errors::Failure;
use crate::next::with_query;
use crate::views::own_data::{OWN_DATA, OWN_LOG, OwnDataPage, OwnLog};
use crate::visit::Visit;

/// GET.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let who = match resident(&visit, OWN_DATA) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    match own_data::see(visit.app(), &visit.ctx, who).await {
        Ok(data) => visit.show(&OwnDataPage { page: visit.page_at(OWN_DATA), data }),
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
