//! `/service/woningen/{home}/accounts/…`: a second account is made, or ended; first exactly what, then the act.

use app::Access;
use app::users::add_account::{self, AddError};
use app::users::end_account::{self, EndError};
use app::users::home;
use axum::extract::Path;
use axum::response::Response;
use domain::access::Denied;
use domain::id::{AccountId, DwellingId};

use super::home::{dwelling, home_of, masked, named};
use super::home_form::told;
use super::{barred, caller, tenant_change};
use crate::errors::Failure;
use crate::forms::Form;
use crate::views::service::accounts::{AccountEnd, AccountNew};
use crate::views::service::home::Told;
use crate::views::service::revoke::Ends;
use crate::visit::Visit;

/// GET `nieuw/`.
pub(crate) async fn new(visit: Visit, Path(id): Path<String>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let dwelling = dwelling(&id)?;
    match add_account::plan(visit.app(), &visit.ctx, who, dwelling).await {
        Ok(plan) => make(&visit, dwelling, plan),
        Err(error) => not_made(&visit, dwelling, error).await,
    }
}

fn make(visit: &Visit, dwelling: DwellingId, plan: add_account::Plan) -> Result<Response, Failure> {
    let home = home_of(dwelling, &plan.home, &plan.project);
    visit.show(&AccountNew {
        page: visit.page_at(&home.add_account_path()),
        home,
        living: plan.living,
        mails: plan.mails,
        until: plan.until,
        full: false,
        seal: plan.seal,
    })
}

async fn not_made(visit: &Visit, dwelling: DwellingId, error: AddError) -> Result<Response, Failure> {
    let full = match error {
        AddError::Barred(error) => return barred(visit, error),
        AddError::Vacant => false,
        AddError::TooMany => true,
    };
    let who = match caller(visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let home = match home::see(visit.app(), &visit.ctx, who, dwelling).await {
        Ok(seen) => named(&seen),
        Err(error) => return barred(visit, error),
    };
    let page = visit.page_at(&home.add_account_path());
    visit.show(&AccountNew { page, home, living: Vec::new(), mails: 0, until: None, full, seal: String::new() })
}

/// POST `nieuw/` `seal`. What was not shown is shown first.
pub(crate) async fn add(visit: Visit, Path(id): Path<String>, Form(form): Form) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let dwelling = dwelling(&id)?;
    match add_account::add(visit.app(), &visit.ctx, who, (dwelling, form.text("seal"))).await {
        Ok(add_account::Done::Added(_)) => Ok(visit.go(&told(dwelling, Told::AccountAdded))),
        Ok(add_account::Done::Other(plan)) => make(&visit, dwelling, *plan),
        Err(error) => not_made(&visit, dwelling, error).await,
    }
}

/// The account of an address. One that cannot be an account is not found.
fn account_of(id: &str) -> Result<AccountId, Failure> {
    id.parse().map_err(|_| Denied::NotYours.into())
}

/// GET `{account}/beeindigen/`.
pub(crate) async fn show_end(visit: Visit, Path((id, account)): Path<(String, String)>) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let which = (dwelling(&id)?, account_of(&account)?);
    match end_account::plan(visit.app(), &visit.ctx, who, which).await {
        Ok(plan) => confirm(&visit, which, plan),
        Err(error) => not_ended(&visit, which, error).await,
    }
}

fn confirm(
    visit: &Visit,
    (dwelling, account): (DwellingId, AccountId),
    plan: end_account::Plan,
) -> Result<Response, Failure> {
    let (home, account) = (home_of(dwelling, &plan.home, &plan.project), account.to_string());
    let Access { password, passkeys, sessions, devices, links, mails } = plan.access;
    let has_address = plan.address.is_some();
    let ends = Ends { username: plan.username, has_address, password, passkeys, sessions, devices, links, mails };
    visit.show(&AccountEnd {
        page: visit.page_at(&home.end_account_path(&account)),
        home,
        account,
        address: plan.address.as_deref().map(masked),
        ends: Some(ends),
        seal: plan.seal,
    })
}

async fn not_ended(
    visit: &Visit,
    (dwelling, account): (DwellingId, AccountId),
    error: EndError,
) -> Result<Response, Failure> {
    let who = match caller(visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    match error {
        EndError::Barred(error) => return barred(visit, error),
        // Law 6: who lives behind the main account leaves with everybody else of the home.
        EndError::Main => return tenant_change::begin(visit, who, dwelling, "").await,
        EndError::Vacant => {}
    }
    let home = match home::see(visit.app(), &visit.ctx, who, dwelling).await {
        Ok(seen) => named(&seen),
        Err(error) => return barred(visit, error),
    };
    let account = account.to_string();
    let page = visit.page_at(&home.end_account_path(&account));
    visit.show(&AccountEnd { page, home, account, address: None, ends: None, seal: String::new() })
}

/// POST `{account}/beeindigen/` `seal`. What was not shown is shown first.
pub(crate) async fn end(
    visit: Visit,
    Path((id, account)): Path<(String, String)>,
    Form(form): Form,
) -> Result<Response, Failure> {
    let who = match caller(&visit) {
        Ok(who) => who,
        Err(answer) => return Ok(*answer),
    };
    let which = (dwelling(&id)?, account_of(&account)?);
    match end_account::end(visit.app(), &visit.ctx, who, (which.0, which.1, form.text("seal"))).await {
        Ok(end_account::Done::Ended) => Ok(visit.go(&told(which.0, Told::AccountEnded))),
        Ok(end_account::Done::Other(plan)) => confirm(&visit, which, *plan),
        Err(error) => not_ended(&visit, which, error).await,
    }
}
