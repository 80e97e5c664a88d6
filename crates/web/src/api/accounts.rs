//! `/api/v1/dwellings/{id}/accounts` and `/api/v1/accounts/{username}`: a second account of a home is made, and ended. The main account
//! never ends here: whoever lives behind it leaves by a tenant change (law 6).

use app::users::add_account::{self, AddError};
use app::users::end_account::{self, EndError};
use app::users::named;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::access::{Denied, EditHomes};
use domain::id::DwellingId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::handouts::usernames;
use super::openapi::Problems;
use super::{Call, Change, Json, Nothing, Problem, Said, Stop};

/// The most accounts a home has.
const MOST: usize = 50;

/// A second account, for a partner or a housemate.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewAccount {
    /// The usernames of the home behind which somebody lives, as your program knows them: others live there, and nothing is made (409).
    #[schema(min_items = 1, max_items = 50, example = json!(["ALMELO01"]))]
    beside: Vec<String>,
}

/// The account that was made.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AccountAdded {
    /// Its username; it never changes.
    #[schema(example = "ALMELO02")]
    username: String,
    /// The home.
    #[schema(format = "uuid")]
    dwelling: String,
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AccountEnded {
    username: String,
    /// `ended`, or `unchanged` when nobody lived behind it any more.
    #[schema(example = "ended")]
    outcome: &'static str,
}

/// Make a second account
///
/// For a home in which somebody lives; those who live there are told. It gets the next username of the project. Scope: `homes:write`.
#[utoipa::path(post, path = "/api/v1/dwellings/{id}/accounts", tag = "accounts", operation_id = "addAccount",
    params(("id" = String, Path, description = "The id of the home.", format = "uuid"),
        ("Idempotency-Key" = String, Header, description = "See the introduction.", min_length = 1, max_length = 255, pattern = "^[!-~]+$")),
    request_body = NewAccount,
    responses((status = 201, body = AccountAdded, description = "Made"), Problems))]
pub(crate) async fn add(Path(id): Path<String>, change: Change<Json<NewAccount>>) -> Response {
    change.once(async |call: Call, Json(body)| added(&call, &id, &body.beside).await).await
}

async fn added(call: &Call, id: &str, beside: &[String]) -> Result<Said, Stop> {
    let dwelling: DwellingId = id.parse().map_err(|_| Denied::NotYours)?;
    if beside.is_empty() || beside.len() > MOST {
        return Err(Problem::field("/beside", "1 to 50 usernames").into());
    }
    let living = usernames("/beside", beside)?;
    match add_account::add_beside(call.app(), &call.ctx, call.caller(), (dwelling, &living)).await {
        Ok(add_account::Done::Added(username)) => {
            let told = AccountAdded { username: username.as_str().to_owned(), dwelling: dwelling.to_string() };
            Said::new(StatusCode::CREATED, &told)
        }
        Ok(add_account::Done::Other(_)) => {
            let detail = "somebody lives behind other usernames than these; look at the home, and ask again";
            Err(Problem::conflicts([("/beside", detail.to_owned())]).into())
        }
        Err(AddError::Barred(error)) => Err(error.into()),
        Err(error @ (AddError::Vacant | AddError::TooMany)) => Err(Problem::conflict(error.to_string()).into()),
    }
}

/// End a second account
///
/// All that gives access to it ends at once, and its address; the username is never issued again. The main account is refused (409): a
/// tenant change is for those who live behind it. Scope: `homes:write`.
#[utoipa::path(delete, path = "/api/v1/accounts/{username}", tag = "accounts", operation_id = "endAccount",
    params(("username" = String, Path, description = "Its username.", example = "ALMELO02"),
        ("Idempotency-Key" = String, Header, description = "See the introduction.", min_length = 1, max_length = 255, pattern = "^[!-~]+$")),
    responses((status = 200, body = AccountEnded, description = "Ended"), Problems))]
pub(crate) async fn end(Path(username): Path<String>, change: Change<Nothing>) -> Response {
    change.once(async |call: Call, _| ended(&call, &username).await).await
}

async fn ended(call: &Call, username: &str) -> Result<Said, Stop> {
    let account = named::account::<EditHomes>(call.app(), &call.ctx, call.caller(), username).await?;
    let told = |outcome| AccountEnded { username: account.username.clone(), outcome };
    let which = (account.dwelling, account.id);
    match end_account::end_unseen(call.app(), &call.ctx, call.caller(), which).await {
        Ok(end_account::Done::Ended) => Said::ok(&told("ended")),
        // Asked again: it is ended.
        Err(EndError::Vacant) => Said::ok(&told("unchanged")),
        Ok(end_account::Done::Other(_)) => Err(Problem::changed_meanwhile().into()),
        Err(error @ EndError::Main) => Err(Problem::conflict(error.to_string()).into()),
        Err(EndError::Barred(error)) => Err(error.into()),
    }
}
