//! `/support/post/{account}/` and `/service/woningen/{home}/post/`: where a mail is.

use app::where_is_my_mail::{self as post, AccountPost};
use axum::extract::Path;
use axum::response::Response;
use domain::access::Denied;

use super::service::home::{dwelling, home_of};
use super::support::refused;
use super::{barred, caller};
use crate::errors::Failure;
use crate::views::post::{AccountPost as AccountPage, Address, HomePost, Row, Timeline};
use crate::visit::Visit;

/// GET, for the help desk.
pub(crate) async fn of_account(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    // An id that is none is looked for as well, so that rights are judged first.
    let account = id.parse().unwrap_or_else(|_| visit.app().id(visit.ctx.now));
    let seen = match post::of_account(visit.app(), &visit.ctx, who, account).await {
        Ok(seen) => seen,
        Err(error) => return refused(&visit, error),
    };
    let found = seen.accounts.into_iter().next().ok_or(Denied::NotYours)?;
    let client = seen.project.organisation_name;
    visit.show(&AccountPage { page: visit.page(), client, account: timeline(found) })
}

/// GET, for the client.
pub(crate) async fn of_home(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let seen = match post::of_home(visit.app(), &visit.ctx, who, dwelling(&id)?).await {
        Ok(seen) => seen,
        Err(error) => return barred(&visit, error),
    };
    let home = home_of(seen.dwelling, &seen.home, &seen.project);
    let accounts = seen.accounts.into_iter().map(timeline).collect();
    visit.show(&HomePost { page: visit.page_at(&home.post_path()), home, accounts })
}

fn timeline(it: AccountPost) -> Timeline {
    let row = |told: post::Told| Row {
        at: told.at,
        kind: told.kind,
        moment: told.moment,
        server: told.server,
        reply: told.reply,
    };
    Timeline {
        username: it.username,
        main: it.main,
        address: it.address.map(|(masked, confirmed)| Address { masked, confirmed }),
        diagnosis: it.diagnosis,
        meant: it.meant,
        rows: it.told.into_iter().map(row).collect(),
    }
}
