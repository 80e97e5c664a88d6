//! `/service/woningen/{home}/`: one home with its accounts.

use app::tenant_change::Change;
use app::users::home::{self, Seen};
use app::{Delivery, Link, Lives, Project, UserAccount};
use axum::extract::Path;
use axum::response::Response;
use domain::access::Denied;
use domain::email::Address;
use domain::first_login::Proof;
use domain::first_login::progress::{AddressState, Progress, State, Step};
use domain::id::{AccountId, DwellingId};
use domain::time::{Day, Time};

use super::{address, barred, caller, number, shown};
use crate::errors::Failure;
use crate::forms::Fields;
use crate::views::service::home::Lives as LivesShown;
use crate::views::service::home::{Account, Delivered, Home, HomePage, Shown, Standing, Steps, Told};
use crate::views::service::proposals::ROOT;
use crate::views::service::tenant_change::Coming;
use crate::visit::Visit;

/// GET.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let seen = match home::see(visit.app(), &visit.ctx, who, dwelling(&id)?).await {
        Ok(seen) => seen,
        Err(error) => return barred(&visit, error),
    };
    let home = named(&seen);
    visit.show(&HomePage {
        page: visit.page_at(&home.path()),
        accounts: seen.accounts.iter().map(|it| account(it, &seen)).collect(),
        coming: seen.coming.iter().map(coming).collect(),
        told: Told::parse(visit.query.text("told")),
        home,
    })
}

/// The home of an address. One that cannot be a home is not found.
pub(in crate::pages) fn dwelling(id: &str) -> Result<DwellingId, Failure> {
    id.parse().map_err(|_| Denied::NotYours.into())
}

/// The account of a query or a form; the main account when none is named. One that cannot be an account is not found.
pub(super) fn account_of(fields: &Fields) -> Result<Option<AccountId>, Failure> {
    let text = fields.text("account");
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| Denied::NotYours.into())
}

/// A home as pages name it.
pub(in crate::pages) fn home_of(id: DwellingId, home: &domain::home::Home, project: &Project) -> Home {
    Home { id: id.to_string(), number: number(home), address: address(home), project: shown(project) }
}

pub(super) fn named(seen: &Seen) -> Home {
    home_of(seen.dwelling, &seen.home, &seen.project)
}

/// An address as staff see it.
pub(super) fn masked(address: &str) -> String {
    Address::parse(address).map(|address| address.masked()).unwrap_or_default()
}

/// What a home waits for.
pub(super) fn standing(lived: bool, state: State) -> Standing {
    match state.waits_for() {
        _ if !lived => Standing::Vacant,
        _ if state.address() == AddressState::Bounced => Standing::Bounced,
        Some(step) => Standing::Waits(step.number()),
        None => Standing::In,
    }
}

fn coming(change: &Change) -> Coming {
    let day = |bound: Option<(Day, Time)>| bound.map(|(day, _)| day);
    Coming { id: change.id.to_string(), kind: change.kind, last: day(change.ends), first: day(change.begins) }
}

fn account(account: &UserAccount, seen: &Seen) -> Account {
    let proposal = seen.proposals.iter().find(|it| it.account == Some(account.id));
    Account {
        id: account.id.to_string(),
        main: account.main,
        username: account.username.clone(),
        proposal: proposal.map(|it| format!("{ROOT}{}/", it.id)),
        lives: account.lives.as_ref().map(lives),
    }
}

fn lives(lives: &Lives) -> LivesShown {
    LivesShown {
        id: lives.occupancy.to_string(),
        since: lives.since,
        leaves_on: lives.leaves_on,
        address: lives.link.as_ref().map(link),
        password: lives.has_password,
        signed_in: lives.signed_in_at,
        steps: lives.progress.as_ref().map(steps),
    }
}

fn link(link: &Link) -> Shown {
    Shown {
        masked: masked(&link.address),
        confirmed: link.proof == Proof::Confirmed,
        delivery: match link.delivery {
            Delivery::Works => Delivered::Works,
            Delivery::Delayed => Delivered::Delayed,
            Delivery::Bounced => Delivered::Bounced,
        },
    }
}

fn steps(progress: &Progress) -> Steps {
    let both = progress.day(Step::UsernameHandedOut).zip(progress.day(Step::InstructionHandedOut));
    Steps {
        told: both.map(|(username, instruction)| username.max(instruction)),
        asked: progress.day(Step::ResetAsked),
        standing: standing(true, progress.state()),
    }
}
