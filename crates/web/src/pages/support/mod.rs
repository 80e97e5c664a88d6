//! `/support/…`: the help desk: one account at a time, by its whole key, and the answers that are ready.

pub(crate) mod cases;
pub(crate) mod link_requests;

use app::help_desk::{self, DeskError, Key, Seen, Sought};
use app::{Caller, Delivery, Lives};
use axum::extract::Path;
use axum::response::Response;
use domain::access::Denied;
use domain::email::Address;
use domain::first_login::Proof;
use domain::help_desk::{Deed, Kind};
use domain::id::{AccountId, EmailLinkId};
use domain::time::Span;

use super::{barred, caller};
use crate::errors::Failure;
use crate::forms::Form;
use crate::next::with_query;
use crate::router::{EXPLAIN_ADDRESS, RESET};
use crate::views::service::home::Delivered;
use crate::views::support::cases::CaseRow;
use crate::views::support::home::{DeskHome, Linked, OpenFault, Stands, Way};
use crate::views::support::search::{Choice, DeskSearch, SearchFault};
use crate::views::support::start::DeskStart;
use crate::views::support::texts::DeskTexts;
use crate::views::support::{DESK, SEARCH, TEXTS, home_path};
use crate::visit::Visit;

/// Longer than any address.
const LONGEST: usize = 320;

/// What is answered to whom nothing is shown.
pub(super) fn refused(visit: &Visit, error: DeskError) -> Result<Response, Failure> {
    match error {
        DeskError::Barred(error) => barred(visit, error),
        DeskError::TooMany { seconds } => Err(Failure::too_many(Span::seconds(seconds))),
    }
}

/// GET.
pub(crate) async fn start(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    match help_desk::cases(visit.app(), &visit.ctx, who).await {
        Ok(cases) => {
            let rows = cases.iter().map(|case| cases::row(case, visit.ctx.now)).filter(CaseRow::is_open).collect();
            visit.show(&DeskStart { page: visit.page_at(DESK), rows })
        }
        Err(error) => barred(&visit, error),
    }
}

/// GET. `?adres=` the accounts that an address opens, by its id.
pub(crate) async fn show(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let wanted = visit.query.text("adres").parse::<EmailLinkId>().ok();
    let found = match wanted {
        Some(link) => help_desk::behind_address(visit.app(), &visit.ctx, who, link).await,
        None => help_desk::may(visit.app(), &visit.ctx, who).await.map(|()| Vec::new()).map_err(DeskError::from),
    };
    match found {
        Ok(found) => {
            let choice = |it: help_desk::Named| Choice { id: it.account.to_string(), username: it.username };
            let several = found.into_iter().map(choice).collect();
            visit.show(&DeskSearch { page: visit.page_at(SEARCH), typed: String::new(), fault: None, several })
        }
        Err(error) => refused(&visit, error),
    }
}

/// POST `key`: what was typed stands in no address of ours.
pub(crate) async fn search(visit: Visit, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let typed = form.text("key").trim();
    let fault = match Key::typed(typed) {
        None => {
            if let Err(error) = help_desk::may(visit.app(), &visit.ctx, who).await {
                return barred(&visit, error);
            }
            if typed.is_empty() { SearchFault::Empty } else { SearchFault::NoKey }
        }
        Some(key) => match help_desk::search(visit.app(), &visit.ctx, who, key).await {
            Ok(Sought::One(it)) => return Ok(visit.go(&home_path(&it.account.to_string()))),
            Ok(Sought::Several(link)) => return Ok(visit.go(&with_query(SEARCH, "adres", &link.to_string()))),
            Ok(Sought::Nobody) => SearchFault::Nobody,
            Err(error) => return refused(&visit, error),
        },
    };
    let typed = typed.chars().take(LONGEST).collect();
    visit.show(&DeskSearch { page: visit.page_at(SEARCH), typed, fault: Some(fault), several: Vec::new() })
}

/// GET `{account}/`.
pub(crate) async fn home(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let id = id.parse().map_err(|_| Failure::from(Denied::NotYours))?;
    account(&visit, who, id, None).await
}

/// A case that was not opened: why, and what was chosen for it.
type NoCase = (OpenFault, Option<Kind>, Option<Deed>);

/// The page of an account.
async fn account(visit: &Visit, who: Caller<'_>, id: AccountId, no_case: Option<NoCase>) -> Result<Response, Failure> {
    match help_desk::see(visit.app(), &visit.ctx, who, id).await {
        Ok(seen) => visit.show(&shown(visit, seen, no_case)),
        Err(error) => refused(visit, error),
    }
}

fn shown(visit: &Visit, seen: Seen, no_case: Option<NoCase>) -> DeskHome {
    let (asked, proposed, in_use) = (seen.asked, seen.proposed, seen.in_use);
    let stands = |lives: Lives| Stands {
        address: lives.link.map(|link| Linked {
            masked: Address::parse(&link.address).map(|address| address.masked()).unwrap_or_default(),
            confirmed: link.proof == Proof::Confirmed,
            delivery: match link.delivery {
                Delivery::Works => Delivered::Works,
                Delivery::Delayed => Delivered::Delayed,
                Delivery::Bounced => Delivered::Bounced,
            },
        }),
        in_use,
        signed_in: lives.signed_in_at,
        leaves_on: lives.leaves_on,
        asked,
        proposed,
    };
    let (fault, kind, deed) = no_case.map_or((None, None, None), |(fault, kind, deed)| (Some(fault), kind, deed));
    DeskHome {
        account: seen.account.id.to_string(),
        chosen: (kind, deed),
        fault,
        page: visit.page_at(&home_path(&seen.account.id.to_string())),
        username: seen.account.username,
        client: seen.project.organisation_name,
        project: seen.project.name,
        lives: seen.account.lives.map(stands),
        contacts: seen.contacts.into_iter().map(|it| Way { name: it.name, email: it.email }).collect(),
    }
}

/// GET.
pub(crate) async fn texts(visit: Visit) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    if let Err(error) = help_desk::may(visit.app(), &visit.ctx, who).await {
        return barred(&visit, error);
    }
    let link = |path| visit.app().settings.link(path);
    let page = visit.page_at(TEXTS);
    visit.show(&DeskTexts { page, reset: link(RESET), address: link(EXPLAIN_ADDRESS) })
}
