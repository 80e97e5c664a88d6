//! `/api/v1/proposals/{id}`: how far a change is that nobody makes alone. A program sees it; only people decide (law 8).

use app::proposal;
use axum::extract::Path;
use domain::access::Denied;
use domain::id::ProposalId;

use super::openapi::Problems;
use super::shown::ShownProposal;
use super::{Call, Said, Stop};

/// One proposal
///
/// Scope: `addresses:write`.
#[utoipa::path(get, path = "/api/v1/proposals/{id}", tag = "proposals", operation_id = "getProposal",
    params(("id" = String, Path, description = "Its id.", format = "uuid")),
    responses((status = 200, body = ShownProposal, description = "The proposal"), Problems))]
pub(crate) async fn one(call: Call, Path(id): Path<String>) -> Result<Said, Stop> {
    call.only(&[])?;
    let id: ProposalId = id.parse().map_err(|_| Denied::NotYours)?;
    let seen = proposal::see(call.app(), &call.ctx, call.caller(), id).await?;
    Said::ok(&ShownProposal::from(&seen.proposal))
}
