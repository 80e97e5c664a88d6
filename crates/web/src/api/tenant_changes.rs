//! `/api/v1/tenant-changes`: a household leaves a home, another comes: looked at beforehand, planned, seen, called off.

use app::tenant_change::{self, Change as Planned, ChangeError, Leaving, Preview, Wish};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::access::Denied;
use domain::email::Address;
use domain::id::{DwellingId, TenantChangeId};
use domain::tenant_change::{Days, DaysFault, Kind, State};
use domain::time::{Day, Time};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::openapi::Problems;
use super::shown::TenantChange;
use super::{Call, Change, Json, Nothing, Problem, Said, Stop};

/// A tenant change to be planned.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewTenantChange {
    /// The home.
    #[schema(format = "uuid")]
    dwelling: String,
    kind: ChangeKind,
    /// The last day of those who leave: for `new_tenant`, `vacant` and `death`.
    #[schema(format = Date)]
    ends_on: Option<String>,
    /// The first day of those who come: for `arrival`, and for `new_tenant` when it is not the day after `ends_on`.
    #[schema(format = Date)]
    starts_on: Option<String>,
    /// The address of those who come, if there is one.
    #[schema(format = Email)]
    email: Option<String>,
    /// Only look what would end: nothing is done.
    #[serde(default)]
    dry_run: bool,
    /// `seal` of a dry run: it is planned only while it would do exactly that.
    seal: Option<String>,
}

/// What happens in the home.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ChangeKind {
    NewTenant,
    Vacant,
    Arrival,
    Death,
    Eviction,
    Sold,
}

impl From<ChangeKind> for Kind {
    fn from(kind: ChangeKind) -> Self {
        match kind {
            ChangeKind::NewTenant => Self::NewTenant,
            ChangeKind::Vacant => Self::Vacant,
            ChangeKind::Arrival => Self::Arrival,
            ChangeKind::Death => Self::Death,
            ChangeKind::Eviction => Self::Eviction,
            ChangeKind::Sold => Self::Sold,
        }
    }
}

/// Exactly what a tenant change would end and begin.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DryRun {
    /// The last day of those who leave.
    #[schema(format = Date)]
    ends_on: Option<String>,
    /// The first day of those who come.
    #[schema(format = Date)]
    starts_on: Option<String>,
    /// So many days somebody had access who should not have had it.
    late_by_days: u16,
    /// The households that leave, one behind each account.
    leaving: Vec<LeavingHousehold>,
    /// The domain that was probably meant in `email`, when it is a well-known typing error.
    meant: Option<String>,
    /// Stands for all of this.
    seal: String,
}

/// A household that leaves, and what ends with it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LeavingHousehold {
    username: String,
    main: bool,
    #[schema(format = Date)]
    since: String,
    /// The address, masked.
    email: Option<String>,
    confirmed: bool,
    has_password: bool,
    passkeys: u32,
    sessions: u32,
    mails: u32,
    links: u32,
}

impl From<Leaving> for LeavingHousehold {
    fn from(it: Leaving) -> Self {
        Self {
            username: it.username,
            main: it.main,
            since: it.since.to_string(),
            email: it.masked_address,
            confirmed: it.confirmed,
            has_password: it.password,
            passkeys: it.passkeys,
            sessions: it.sessions,
            mails: it.mails,
            links: it.links,
        }
    }
}

impl From<Preview> for DryRun {
    fn from(it: Preview) -> Self {
        let day = |bound: Option<(Day, Time)>| bound.map(|(day, _)| day.to_string());
        Self {
            ends_on: day(it.moments.ends),
            starts_on: day(it.moments.begins),
            late_by_days: it.moments.gap,
            leaving: it.leaving.into_iter().map(LeavingHousehold::from).collect(),
            meant: it.arriving.and_then(|arriving| arriving.meant).map(str::to_owned),
            seal: it.seal,
        }
    }
}

/// A day in a field.
pub(super) fn day(pointer: &'static str, text: Option<&str>) -> Result<Option<Day>, Problem> {
    let read = |text| Day::parse(text).map_err(|_| Problem::field(pointer, "not a day (write 2026-12-01)"));
    text.map(read).transpose()
}

/// An address in a field.
pub(super) fn address(pointer: &'static str, text: &str) -> Result<Address, Problem> {
    Address::parse(text).map_err(|fault| Problem::field(pointer, fault.to_string()))
}

/// Plan a tenant change
///
/// The occupancies of all accounts of the home end with it. Before its moment it can be called off. With `dry_run` nothing is done, and
/// what would end is answered. Asked again for what is planned already, the planned one is answered. Scope: `tenant-changes:write`.
#[utoipa::path(post, path = "/api/v1/tenant-changes", tag = "tenant changes", operation_id = "planTenantChange",
    params(("Idempotency-Key" = String, Header, description = "See the introduction.", min_length = 1, max_length = 255, pattern = "^[!-~]+$")),
    request_body = NewTenantChange,
    responses((status = 200, body = DryRun, description = "A dry run: nothing was done"),
        (status = 201, body = TenantChange, description = "Planned, or done when it was due", headers(("Location" = String, description = "Where it is."))),
        Problems))]
pub(crate) async fn plan(change: Change<Json<NewTenantChange>>) -> Response {
    change.once(async |call: Call, Json(body)| run(&call, body).await).await
}

async fn run(call: &Call, body: NewTenantChange) -> Result<Said, Stop> {
    let dwelling: DwellingId = body.dwelling.parse().map_err(|_| Denied::NotYours)?;
    let days = Days {
        kind: body.kind.into(),
        last: day("/ends_on", body.ends_on.as_deref())?,
        first: day("/starts_on", body.starts_on.as_deref())?,
    };
    let address = body.email.as_deref().map(|email| address("/email", email)).transpose()?;
    let wish = Wish { days, address, seen: body.seal };
    if body.dry_run {
        let looked = tenant_change::preview(call.app(), &call.ctx, call.caller(), dwelling, (&wish, None)).await;
        return Said::ok(&DryRun::from(looked.map_err(stopped)?));
    }
    let planned = plan_one(call, dwelling, wish).await?;
    Said::new(StatusCode::CREATED, &TenantChange::from(&planned))
}

/// Plans a change, or finds that exactly it is planned.
pub(super) async fn plan_one(call: &Call, dwelling: DwellingId, wish: Wish) -> Result<Planned, Stop> {
    let done = tenant_change::plan(call.app(), &call.ctx, call.caller(), dwelling, wish.clone()).await;
    match done {
        Ok(planned) => found(call, planned.id).await.map(|(change, _)| change),
        Err(ChangeError::AnotherPlanned) => match same(call, dwelling, &wish).await? {
            Some(change) => Ok(change),
            None => Err(stopped(ChangeError::AnotherPlanned)),
        },
        Err(error) => Err(stopped(error)),
    }
}

async fn found(call: &Call, id: TenantChangeId) -> Result<(Planned, Option<Address>), Stop> {
    let found = tenant_change::find(call.app(), &call.ctx, call.caller(), id).await?;
    Ok((found.change, found.address))
}

/// The change that is planned, when it is the one that is wished.
async fn same(call: &Call, dwelling: DwellingId, wish: &Wish) -> Result<Option<Planned>, Stop> {
    let all = tenant_change::of_home(call.app(), &call.ctx, call.caller(), dwelling).await?;
    let Some(planned) = all.into_iter().find(|it| it.state == State::Planned) else { return Ok(None) };
    let (change, address) = found(call, planned.id).await?;
    let day = |bound: Option<(Day, Time)>| bound.map(|(day, _)| day);
    let first = wish.days.first.or(wish.days.last.map(Day::next).filter(|_| wish.days.kind.begins()));
    let is = change.kind == wish.days.kind
        && day(change.ends) == wish.days.last
        && day(change.begins) == first
        && address.as_ref().map(Address::as_str) == wish.address.as_ref().map(Address::as_str);
    Ok(is.then_some(change))
}

/// What a program is told when a change cannot be.
fn stopped(error: ChangeError) -> Stop {
    let text = error.to_string();
    match error {
        ChangeError::Barred(error) => error.into(),
        ChangeError::Days(fault) => {
            let pointer = match fault {
                DaysFault::NoLastDay | DaysFault::BeforeTheyCame => "/ends_on",
                DaysFault::NoFirstDay | DaysFault::Overlap => "/starts_on",
                DaysFault::NotPlanned => "/kind",
                DaysFault::TooFar => "",
            };
            Problem::field(pointer, text).into()
        }
        ChangeError::AddressOfNobody => Problem::field("/email", text).into(),
        ChangeError::NobodyLives
        | ChangeError::SomebodyLives
        | ChangeError::SomebodyComes
        | ChangeError::AnotherPlanned
        | ChangeError::Sold
        | ChangeError::TooLate
        | ChangeError::Moved => Problem::conflict(text).into(),
    }
}

/// The change of an address. One that cannot be a change is not found.
fn id_of(text: &str) -> Result<TenantChangeId, Denied> {
    text.parse().map_err(|_| Denied::NotYours)
}

/// One tenant change
///
/// Scope: `tenant-changes:write`.
#[utoipa::path(get, path = "/api/v1/tenant-changes/{id}", tag = "tenant changes", operation_id = "getTenantChange",
    params(("id" = String, Path, description = "Its id.", format = "uuid")),
    responses((status = 200, body = TenantChange, description = "The tenant change"), Problems))]
pub(crate) async fn one(call: Call, Path(id): Path<String>) -> Result<Said, Stop> {
    call.only(&[])?;
    let (change, _) = found(&call, id_of(&id)?).await?;
    Said::ok(&TenantChange::from(&change))
}

/// Call a tenant change off
///
/// Before its moment: those who would have left stay. When they left, and others are still to come, their coming is called off.
/// Scope: `tenant-changes:write`.
#[utoipa::path(delete, path = "/api/v1/tenant-changes/{id}", tag = "tenant changes", operation_id = "cancelTenantChange",
    params(("id" = String, Path, description = "Its id.", format = "uuid"),
        ("Idempotency-Key" = String, Header, description = "See the introduction.", min_length = 1, max_length = 255, pattern = "^[!-~]+$")),
    responses((status = 200, body = TenantChange, description = "The tenant change"), Problems))]
pub(crate) async fn cancel(Path(id): Path<String>, change: Change<Nothing>) -> Response {
    change
        .once(async |call: Call, _| {
            let id = id_of(&id)?;
            match tenant_change::cancel(call.app(), &call.ctx, call.caller(), id).await {
                Ok(()) => {}
                // Asked again: it is called off.
                Err(ChangeError::TooLate) if found(&call, id).await?.0.state == State::Cancelled => {}
                Err(error) => return Err(stopped(error)),
            }
            Said::ok(&TenantChange::from(&found(&call, id).await?.0))
        })
        .await
}
