//! `/service/woningen/{home}/vertrek/`: one of several residents leaves: whose address it is, what ends, and the act.

use app::Caller;
use app::users::one_leaves::{self, Done, Keeps, LeaveError, Plan, Wish};
use axum::extract::Path;
use axum::response::Response;
use domain::email::Address;
use domain::id::{AccountId, DwellingId};

use super::home::{account_of, dwelling, home_of, masked};
use super::{barred, caller};
use crate::errors::Failure;
use crate::forms::{Fields, Form};
use crate::next::with_query;
use crate::views::service::home::Told;
use crate::views::service::one_leaves::{OneFault, OneLeaves};
use crate::visit::Visit;

/// Longer than any address (RFC 5321 allows 254 bytes).
const LONGEST: usize = 320;

/// GET `?account=`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let home = named(&id, &visit.query)?;
    form(&visit, who, (home, &visit.query), None).await
}

fn named(id: &str, fields: &Fields) -> Result<(DwellingId, Option<AccountId>), Failure> {
    Ok((dwelling(id)?, account_of(fields)?))
}

/// The form, perhaps with what is wrong; what was typed stays.
async fn form(
    visit: &Visit,
    who: Caller<'_>,
    (home, typed): ((DwellingId, Option<AccountId>), &Fields),
    fault: Option<OneFault>,
) -> Result<Response, Failure> {
    match one_leaves::plan(visit.app(), &visit.ctx, who, home).await {
        Ok(plan) => page(visit, (home, typed), plan, fault),
        Err(LeaveError::Barred(error)) => barred(visit, error),
        Err(_) => Ok(visit.go(&format!("/service/woningen/{}/", home.0))),
    }
}

fn page(
    visit: &Visit,
    ((dwelling, _), typed): ((DwellingId, Option<AccountId>), &Fields),
    plan: Plan,
    fault: Option<OneFault>,
) -> Result<Response, Failure> {
    let home = home_of(dwelling, &plan.home, &plan.project);
    let account = plan.account.to_string();
    visit.show(&OneLeaves {
        page: visit.page_at(&home.one_leaves_path(&account)),
        username: plan.username,
        known: plan.address.as_deref().map(masked),
        passkeys: plan.access.passkeys,
        devices: plan.access.sessions,
        whose: typed.text("whose").chars().take(LONGEST).collect(),
        email: typed.text("email").chars().take(LONGEST).collect(),
        seal: plan.seal,
        fault,
        account,
        home,
    })
}

/// POST `account`, `whose` (`stays`, `leaves`), `email`, `seal`.
pub(crate) async fn renew(visit: Visit, Path(id): Path<String>, Form(typed): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let home @ (dwelling, account) = named(&id, &typed)?;
    let again = |fault| form(&visit, who, (home, &typed), Some(fault));
    let keeps = match (typed.text("whose"), typed.text("email").trim()) {
        ("stays", _) => Keeps::Address,
        ("leaves", "") => Keeps::Nothing(None),
        ("leaves", text) => match Address::parse(text) {
            Ok(address) => Keeps::Nothing(Some(address)),
            Err(_) => return again(OneFault::Address).await,
        },
        _ => return again(OneFault::NotSaid).await,
    };
    let wish = Wish { dwelling, account, keeps };
    let told = |told: Told| Ok(visit.go(&with_query(&format!("/service/woningen/{dwelling}/"), "told", told.word())));
    match one_leaves::renew(visit.app(), &visit.ctx, who, (&wish, typed.text("seal"))).await {
        Ok(Done::Renewed { proposed: true }) => told(Told::RenewedProposed),
        Ok(Done::Renewed { proposed: false }) => told(Told::Renewed),
        Ok(Done::Other(plan)) => page(&visit, (home, &typed), *plan, Some(OneFault::Moved)),
        Err(LeaveError::Same) => again(OneFault::Same).await,
        Err(LeaveError::Leaving) => again(OneFault::Leaving).await,
        Err(LeaveError::Vacant) => Ok(visit.go(&format!("/service/woningen/{dwelling}/"))),
        Err(LeaveError::Barred(error)) => barred(&visit, error),
    }
}
