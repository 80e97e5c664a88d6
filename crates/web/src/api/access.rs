//! `/api/v1/accounts/{username}/access`: all that gives access to an account, ended in one act.

use app::users::named;
use app::users::revoke::{self, Done};
use axum::extract::Path;
use axum::response::Response;
use domain::access::RevokeAccess;
use serde::Serialize;
use utoipa::ToSchema;

use super::openapi::Problems;
use super::{Call, Change, Nothing, Problem, Said};

/// All access ended.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AccessEnded {
    username: String,
    /// `revoked`.
    outcome: &'static str,
}

/// End all access to an account
///
/// Password, sessions, passkeys, tokens and links in mails end at once; the address stays, and the resident gets in again by the page
/// for a forgotten password. Scope: `access:write`.
#[utoipa::path(delete, path = "/api/v1/accounts/{username}/access", tag = "accounts", operation_id = "deleteAccess",
    params(("username" = String, Path, description = "Its username.", example = "ALMELO01"),
        ("Idempotency-Key" = String, Header, description = "See the introduction.", min_length = 1, max_length = 255, pattern = "^[!-~]+$")),
    responses((status = 200, body = AccessEnded, description = "All access ended"), Problems))]
pub(crate) async fn end(Path(username): Path<String>, change: Change<Nothing>) -> Response {
    change
        .once(async |call: Call, _| {
            let account = named::account::<RevokeAccess>(call.app(), &call.ctx, call.caller(), &username).await?;
            let whom = (account.dwelling, Some(account.id));
            match revoke::revoke_unseen(call.app(), &call.ctx, call.caller(), whom).await? {
                Done::Revoked => Said::ok(&AccessEnded { username: account.username, outcome: "revoked" }),
                Done::Other(_) => Err(Problem::conflict("Nobody lives behind this account.").into()),
            }
        })
        .await
}
