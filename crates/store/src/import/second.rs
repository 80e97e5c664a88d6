//! A list that corrects ten or more addresses: one person proposes it, another one confirms it. The proposal is bound to the list as
//! it was judged; read otherwise, it is another list.

use domain::access::{Import, ProjectPlace, Scope};
use domain::id::{BatchId, ProposalId};
use domain::time::Time;

use super::{number, stored};
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::{args, sql};

const PROPOSE: Sql = sql!(
    "UPDATE import_batch SET proposal_id = $4 WHERE organisation_id = $1 AND project_id = $2 AND id = $3 AND state = 'judged' \
     AND NOT EXISTS (SELECT 1 FROM proposal q WHERE q.id = import_batch.proposal_id AND q.state = 'open' AND q.expires_at > $5)"
);
const PROPOSED: Sql = sql!(
    "SELECT q.id, q.organisation_id FROM import_batch b JOIN proposal q ON q.id = b.proposal_id \
     WHERE b.organisation_id = $1 AND b.project_id = $2 AND b.id = $3 AND q.state = 'open' AND q.expires_at > $4 LIMIT 1"
);
const APPROVE: Sql = sql!(
    "UPDATE import_batch SET state = 'confirmed', confirmed_at = $5, reason = NULL, corrections = $6 \
     WHERE organisation_id = $1 AND project_id = $2 AND id = $3 AND state = 'judged' AND proposal_id = $4"
);
const CORRECTIONS: Sql =
    sql!("SELECT id, corrections FROM import_batch WHERE organisation_id = $1 AND project_id = $2 AND id = $3");

/// The list is proposed; false when it is proposed already, or has moved on.
///
/// # Errors
/// When the database fails.
pub fn propose(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    (batch, proposal): (BatchId, ProposalId),
    now: Time,
) -> Result<bool, StoreError> {
    let place = scope.within();
    Ok(tx.run(PROPOSE, args![place.organisation, place.project, batch, proposal, now])? == 1)
}

/// The proposal about a list that can still be decided.
///
/// # Errors
/// When the database fails.
pub fn proposed(
    tx: &mut Read<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
    now: Time,
) -> Result<Option<ProposalId>, StoreError> {
    let place = scope.within();
    let found: Option<(ProposalId, domain::id::OrganisationId)> =
        tx.maybe(PROPOSED, args![place.organisation, place.project, batch, now])?;
    Ok(found.map(|(proposal, _)| proposal))
}

/// A second person approved it: it is confirmed, and may correct so many addresses. False when the list is another one by now.
///
/// # Errors
/// When the database fails.
pub fn approve(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    (batch, proposal, corrections): (BatchId, ProposalId, u64),
    at: Time,
) -> Result<bool, StoreError> {
    let (place, corrections) = (scope.within(), stored(corrections)?);
    Ok(tx.run(APPROVE, args![place.organisation, place.project, batch, proposal, at, corrections])? == 1)
}

/// How many addresses a list may correct, where a second person approved it.
///
/// # Errors
/// When the database fails.
pub fn corrections(
    tx: &mut Read<'_>,
    scope: &Scope<Import, ProjectPlace>,
    batch: BatchId,
) -> Result<Option<u64>, StoreError> {
    let place = scope.within();
    let found: Option<(BatchId, Option<i64>)> =
        tx.maybe(CORRECTIONS, args![place.organisation, place.project, batch])?;
    found.and_then(|(_, corrections)| corrections).map(number).transpose()
}
