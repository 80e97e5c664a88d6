//! `/woning/`: a resident's own home.

use axum::response::Response;

use super::own_address::resident;
use super::start::lines;
use crate::errors::Failure;
use crate::views::own_home::{Beside, Linked, OwnHome, Proposed, Told};
use crate::visit::Visit;

const HERE: &str = "/woning/";

/// GET. `?told=` says what was done just now.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let who = match resident(&visit, HERE) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let seen = match app::own_home::see(visit.app(), &visit.ctx, who).await {
        Ok(seen) => seen,
        Err(error) => return super::barred_at(&visit, HERE, error),
    };
    let beside = seen.beside.into_iter().map(|it| Beside { username: it.username, since: it.since });
    visit.show(&OwnHome {
        page: visit.page_at(HERE),
        home: lines(&seen.behind),
        username: seen.behind.username,
        landlord: seen.behind.organisation_name,
        address: seen.address.map(|it| Linked { address: it.address, confirmed: it.confirmed, bounced: it.bounced }),
        waits: seen.waits,
        beside: beside.collect(),
        proposed: seen.proposed.map(|told| Proposed { masked: told.masked, waits_until: told.waits_until }),
        leaves_on: seen.leaves_on,
        told: Told::of(visit.query.text("told")),
    })
}
