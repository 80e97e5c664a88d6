//! `/service/woningen/{home}/intrekken/`: what exactly ends, and ending it.

use app::Access;
use app::users::revoke::{self, Done, Ending, Plan};
use axum::extract::Path;
use axum::response::Response;
use domain::id::{AccountId, DwellingId};

use super::home::{account_of, dwelling, home_of};
use super::{barred, caller};
use crate::errors::Failure;
use crate::forms::Form;
use crate::next::with_query;
use crate::views::service::home::Told;
use crate::views::service::revoke::{Ends, Revoke};
use crate::visit::Visit;

/// GET. `?account=`; all accounts of the home without.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (dwelling, account) = (dwelling(&id)?, account_of(&visit.query)?);
    match revoke::plan(visit.app(), &visit.ctx, who, (dwelling, account)).await {
        Ok(plan) => confirm(&visit, (dwelling, account), plan),
        Err(error) => barred(&visit, error),
    }
}

fn confirm(
    visit: &Visit,
    (dwelling, account): (DwellingId, Option<AccountId>),
    plan: Plan,
) -> Result<Response, Failure> {
    let home = home_of(dwelling, &plan.home, &plan.project);
    let account = account.map(|account| account.to_string());
    visit.show(&Revoke {
        page: visit.page_at(&account.as_deref().map_or_else(|| home.revoke_all_path(), |id| home.revoke_path(id))),
        home,
        account,
        ends: plan.accounts.into_iter().map(ends).collect(),
        seal: plan.seal,
    })
}

fn ends(ending: Ending) -> Ends {
    let Access { password, passkeys, sessions, devices, links, mails } = ending.access;
    let (username, has_address) = (ending.username, ending.has_address);
    Ends { username, has_address, password, passkeys, sessions, devices, links, mails }
}

/// POST `account`, `seal`. What was not shown is shown first.
pub(crate) async fn revoke(visit: Visit, Path(id): Path<String>, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let (dwelling, account) = (dwelling(&id)?, account_of(&form)?);
    match revoke::revoke(visit.app(), &visit.ctx, who, (dwelling, account, form.text("seal"))).await {
        Ok(Done::Revoked) => {
            Ok(visit.go(&with_query(&format!("/service/woningen/{dwelling}/"), "told", Told::Revoked.word())))
        }
        Ok(Done::Other(plan)) => confirm(&visit, (dwelling, account), *plan),
        Err(error) => barred(&visit, error),
    }
}
