//! `/service/woningen/{home}/e-mailadres/`: the question of law 7, what exactly would change, and the act.

use app::Caller;
use app::users::home;
use app::users::link::{self, Done, LinkError, Plan, Second, Wish};
use axum::extract::Path;
use axum::response::Response;
use domain::access::Denied;
use domain::email::Address;
use domain::first_login::Residents;
use domain::id::DwellingId;

use super::home::{account_of, dwelling, home_of, masked, named};
use super::{barred, caller, tenant_change};
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::next::with_query;
use crate::views::service::home::Told;
use crate::views::service::link::{LinkConfirm, LinkFault, LinkForm};
use crate::visit::Visit;

/// Longer than any address (RFC 5321 allows 254 bytes).
const LONGEST: usize = 320;

/// GET.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    form(&visit, who, (dwelling(&id)?, &visit.query), None).await
}

/// The form, perhaps with what is wrong; what was typed stays.
async fn form(
    visit: &Visit,
    who: Caller<'_>,
    (dwelling, typed): (DwellingId, &Fields),
    fault: Option<LinkFault>,
) -> Result<Response, Failure> {
    let seen = match home::see(visit.app(), &visit.ctx, who, dwelling).await {
        Ok(seen) => seen,
        Err(error) => return barred(visit, error),
    };
    let account = seen.account(account_of(typed)?).ok_or(Denied::NotYours)?;
    // Nobody lives there: an address begins a household, and is asked for there.
    let Some(lives) = &account.lives else {
        return tenant_change::begin(visit, who, dwelling, typed.text("email").trim()).await;
    };
    let home = named(&seen);
    visit.show(&LinkForm {
        page: visit.page_at(&home.link_path(&account.id.to_string())),
        account: account.id.to_string(),
        username: account.username.clone(),
        known: lives.link.as_ref().map(|link| masked(&link.address)),
        email: typed.text("email").chars().take(LONGEST).collect(),
        same: residents(typed) == Residents::Same,
        fault,
        home,
    })
}

/// POST `account`, `residents`, `email` or `remove`: what would change. With `seal` it is done.
pub(crate) async fn link(visit: Visit, Path(id): Path<String>, Form(typed): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let dwelling = dwelling(&id)?;
    let again = |fault| form(&visit, who, (dwelling, &typed), Some(fault));
    match residents(&typed) {
        Residents::Same => {}
        // Law 7: this goes on as a tenant change, whatever else was typed.
        Residents::New => return tenant_change::begin(&visit, who, dwelling, typed.text("email").trim()).await,
        Residents::NotSaid => return again(LinkFault::NotSaid).await,
    }
    let address = match Address::parse(typed.text("email").trim()) {
        _ if typed.text("remove") == "yes" => None,
        Ok(address) => Some(address),
        Err(fault) => return again(LinkFault::Address(fault)).await,
    };
    let wish = Wish { dwelling, account: account_of(&typed)?, address };
    let seal = typed.text("seal");
    let done = if seal.is_empty() {
        link::plan(visit.app(), &visit.ctx, who, &wish).await.map(|plan| Done::Other(Box::new(plan)))
    } else {
        link::link(visit.app(), &visit.ctx, who, (&wish, seal)).await
    };
    match done {
        Ok(Done::Other(plan)) => confirm(&visit, &wish, *plan),
        Ok(Done::Linked { corrected: true }) => Ok(visit.go(&told(dwelling, Told::Changed))),
        Ok(Done::Linked { corrected: false }) => Ok(visit.go(&told(dwelling, Told::Linked))),
        Ok(Done::Proposed(_)) => Ok(visit.go(&told(dwelling, Told::Proposed))),
        Ok(Done::Removed) => Ok(visit.go(&told(dwelling, Told::Removed))),
        // Pressed twice: it is done.
        Err(LinkError::Same) if wish.address.is_none() => Ok(visit.go(&told(dwelling, Told::Removed))),
        Err(LinkError::Same) if !seal.is_empty() => Ok(visit.go(&told(dwelling, Told::Linked))),
        Err(LinkError::Same) => again(LinkFault::Same).await,
        Err(LinkError::AlreadyProposed) => again(LinkFault::AlreadyProposed).await,
        Err(LinkError::Leaving) => again(LinkFault::Leaving).await,
        Err(LinkError::Vacant) => form(&visit, who, (dwelling, &typed), None).await,
        Err(LinkError::Barred(error)) => barred(&visit, error),
    }
}

fn residents(typed: &Fields) -> Residents {
    match typed.text("residents") {
        "same" => Residents::Same,
        "new" => Residents::New,
        _ => Residents::NotSaid,
    }
}

fn told(dwelling: DwellingId, told: Told) -> String {
    with_query(&format!("/service/woningen/{dwelling}/"), "told", told.word())
}

fn confirm(visit: &Visit, wish: &Wish, plan: Plan) -> Result<Response, Failure> {
    let home = home_of(wish.dwelling, &plan.home, &plan.project);
    let elsewhere = plan.elsewhere.iter().map(|it| home_of(it.standing.dwelling, &it.standing.home, &plan.project));
    visit.show(&LinkConfirm {
        page: visit.page_at(&home.link_path(&plan.account.to_string())),
        account: plan.account.to_string(),
        username: plan.username,
        old: plan.old.as_deref().map(masked),
        email: wish.address.as_ref().map(|address| address.as_str().to_owned()),
        meant: wish.address.as_ref().and_then(meant),
        leaves_on: plan.leaves_on,
        elsewhere: elsewhere.collect(),
        second: plan.second.map(|second| second == Second::Colleague),
        seal: plan.seal,
        home,
    })
}

/// The same with the domain that was probably meant.
pub(super) fn meant(address: &Address) -> Option<String> {
    address.typo_hint().map(|domain| format!("{}@{domain}", address.local()))
}
