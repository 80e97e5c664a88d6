//! `/api/v1/accounts/{username}/email-link`: the address of the household behind an account. Law 7 stands before it: whoever sends an
//! address says whether the residents are the same; new ones are a tenant change, whatever the program calls it.

use app::tenant_change;
use app::users::link::{self, Done, LinkError, Wish};
use app::users::named;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::access::LinkAddress;
use domain::email::Address;
use domain::tenant_change::{Days, Kind};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::openapi::Problems;
use super::shown::TenantChange;
use super::tenant_changes::{address, day, plan_one};
use super::{Call, Change, Json, Nothing, Problem, Said, Stop};

/// An address for an account.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewEmailLink {
    /// The address.
    #[schema(format = Email)]
    email: String,
    reason: Reason,
    /// With `new_resident`: the first day of those who come.
    #[schema(format = Date)]
    starts_on: Option<String>,
    /// With `new_resident`: the last day of those who leave, when it is not the day before `starts_on`.
    #[schema(format = Date)]
    ends_on: Option<String>,
}

/// Do the same residents live there, or new ones? New ones never get an address linked: a tenant change is planned for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Reason {
    SameResident,
    NewResident,
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EmailLinkDone {
    username: String,
    outcome: Outcome,
    /// The proposal, with `proposed`.
    #[schema(format = "uuid")]
    proposal: Option<String>,
    /// The tenant change, with `tenant_change`.
    tenant_change: Option<TenantChange>,
}

/// What came of it.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Outcome {
    /// The first address of the household is linked. Nobody was written to: tell the tenant.
    Linked,
    /// It came in the place of another.
    Changed,
    /// The address is gone.
    Removed,
    /// It was so already.
    Unchanged,
    /// The account is in use: a second person of the client approves it, or it waits 72 hours. Nothing changed yet.
    Proposed,
    /// A tenant change was planned.
    TenantChange,
}

impl EmailLinkDone {
    fn new(username: String, outcome: Outcome) -> Self {
        Self { username, outcome, proposal: None, tenant_change: None }
    }
}

/// Link or change the address of an account
///
/// With `same_resident` the address is linked; of an account in use it is proposed (202). With `new_resident` a tenant change is
/// planned (201), for which the key needs `tenant-changes:write` too. Scope: `addresses:write`.
#[utoipa::path(put, path = "/api/v1/accounts/{username}/email-link", tag = "accounts", operation_id = "putEmailLink",
    params(("username" = String, Path, description = "Its username.", example = "ALMELO01"),
        ("Idempotency-Key" = String, Header, description = "See the introduction.", min_length = 1, max_length = 255, pattern = "^[!-~]+$")),
    request_body = NewEmailLink,
    responses((status = 200, body = EmailLinkDone, description = "Linked, changed, or so already"),
        (status = 201, body = EmailLinkDone, description = "A tenant change was planned"),
        (status = 202, body = EmailLinkDone, description = "Proposed to a second person; nothing changed yet"), Problems))]
pub(crate) async fn put(Path(username): Path<String>, change: Change<Json<NewEmailLink>>) -> Response {
    change.once(async |call: Call, Json(body)| run(&call, &username, body).await).await
}

async fn run(call: &Call, username: &str, body: NewEmailLink) -> Result<Said, Stop> {
    let email = address("/email", &body.email)?;
    if body.reason == Reason::NewResident {
        return newcomers(call, username, body, email).await;
    }
    let days = [("/starts_on", body.starts_on), ("/ends_on", body.ends_on)];
    let given = days.into_iter().filter(|(_, day)| day.is_some());
    let given: Vec<_> = given.map(|(at, _)| (at, "only with new_resident".to_owned())).collect();
    if !given.is_empty() {
        return Err(Problem::fields(given).into());
    }
    same_residents(call, username, Some(email)).await
}

async fn same_residents(call: &Call, username: &str, address: Option<Address>) -> Result<Said, Stop> {
    let account = named::account::<LinkAddress>(call.app(), &call.ctx, call.caller(), username).await?;
    let wish = Wish { dwelling: account.dwelling, account: Some(account.id), address };
    let done = link::link_unseen(call.app(), &call.ctx, call.caller(), &wish).await;
    let told = |outcome| EmailLinkDone::new(account.username.clone(), outcome);
    match done {
        Ok(Done::Linked { corrected: false }) => Said::ok(&told(Outcome::Linked)),
        Ok(Done::Linked { corrected: true }) => Said::ok(&told(Outcome::Changed)),
        Ok(Done::Removed) => Said::ok(&told(Outcome::Removed)),
        Ok(Done::Proposed(proposal)) => {
            let proposed = EmailLinkDone { proposal: Some(proposal.to_string()), ..told(Outcome::Proposed) };
            Said::new(StatusCode::ACCEPTED, &proposed)
        }
        Ok(Done::Other(_)) => Err(Problem::changed_meanwhile().into()),
        Err(LinkError::Same) => Said::ok(&told(Outcome::Unchanged)),
        Err(LinkError::Barred(error)) => Err(error.into()),
        Err(error @ (LinkError::Vacant | LinkError::AlreadyProposed | LinkError::Leaving)) => {
            Err(Problem::conflict(error.to_string()).into())
        }
    }
}

/// Law 7: new residents get no address linked; a tenant change is planned for them.
async fn newcomers(call: &Call, username: &str, body: NewEmailLink, email: Address) -> Result<Said, Stop> {
    let account = named::account::<LinkAddress>(call.app(), &call.ctx, call.caller(), username).await?;
    if !account.main {
        let detail = "new residents come by the main account of the home; this is another one";
        return Err(Problem::field("/reason", detail).into());
    }
    let first = day("/starts_on", body.starts_on.as_deref())?;
    let first = first.ok_or_else(|| Problem::field("/starts_on", "with new_resident the first day is needed"))?;
    let last = day("/ends_on", body.ends_on.as_deref())?;
    let at = tenant_change::at(call.app(), &call.ctx, call.caller(), account.dwelling).await?;
    let days = if at.lived_in {
        Days { kind: Kind::NewTenant, last: Some(last.unwrap_or_else(|| first.days_before(1))), first: Some(first) }
    } else if last.is_some() {
        return Err(Problem::field("/ends_on", "nobody lives there").into());
    } else {
        Days { kind: Kind::Arrival, last: None, first: Some(first) }
    };
    let wish = tenant_change::Wish { days, address: Some(email), seen: None };
    let planned = plan_one(call, account.dwelling, wish).await?;
    let done = EmailLinkDone::new(account.username, Outcome::TenantChange);
    Said::new(StatusCode::CREATED, &EmailLinkDone { tenant_change: Some(TenantChange::from(&planned)), ..done })
}

/// Take the address of an account away
///
/// Of an account in use this is proposed (202). Scope: `addresses:write`.
#[utoipa::path(delete, path = "/api/v1/accounts/{username}/email-link", tag = "accounts", operation_id = "deleteEmailLink",
    params(("username" = String, Path, description = "Its username.", example = "ALMELO01"),
        ("Idempotency-Key" = String, Header, description = "See the introduction.", min_length = 1, max_length = 255, pattern = "^[!-~]+$")),
    responses((status = 200, body = EmailLinkDone, description = "Taken away, or there was none"),
        (status = 202, body = EmailLinkDone, description = "Proposed to a second person; nothing changed yet"), Problems))]
pub(crate) async fn remove(Path(username): Path<String>, change: Change<Nothing>) -> Response {
    change.once(async |call: Call, _| same_residents(&call, &username, None).await).await
}
