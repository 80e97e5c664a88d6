//! A list that corrects ten or more addresses is proposed to a second person of the client, as it was judged. Approved, it is
//! confirmed: its rows are judged again as they are applied, and accounts in use stay as they are (law 8).

use domain::access::{Denied, Import, LinkAddress, in_project};
use domain::first_login::BatchFault;
use domain::id::BatchId;
use domain::naming::ProjectPath;
use store::import::Batch;

use super::decide::DecideError;
use super::refusal::Refusal;
use crate::caller::{Barred, Who};
use crate::house::{App, Ctx};
use crate::proposal;

/// So many addresses would be corrected, and that is all that is against the list.
pub(super) fn corrected(batch: &Batch) -> Option<u64> {
    match batch.reason.as_deref().map(Refusal::read) {
        Some(Refusal::Batch(BatchFault::TooManyChanges(count))) => Some(count),
        _ => None,
    }
}

/// Proposes it.
///
/// # Errors
/// [`DecideError::Moved`] when it is proposed already, or another list by now.
pub(super) async fn propose(
    app: &App,
    ctx: &Ctx,
    who: Who,
    (path, batch): (&ProjectPath, BatchId),
) -> Result<(), DecideError> {
    let (asks, asked, now) = (who.clone(), path.clone(), ctx.now);
    let found = app.db.read(move |tx| {
        let (scope, _) = asks.in_project::<Import>(tx, &asked)?;
        Ok::<_, Barred>(store::import::find(tx, &scope, batch)?.ok_or(Denied::NotYours)?)
    });
    let found = found.await?;
    let count = corrected(&found).ok_or(DecideError::Moved)?;
    let drawn = proposal::draw_list(app, ctx, (batch, &found.file_hash, count))?;
    let path = path.clone();
    app.db
        .write(move |tx| {
            let (scope, _) = who.in_project::<Import>(tx, &path)?;
            let same = store::import::find(tx, &scope, batch)?.is_some_and(|it| {
                (it.state, it.file_hash, corrected(&it)) == (found.state, found.file_hash, Some(count))
            });
            let right = in_project::<LinkAddress>(scope.by(), scope.within()).map_err(Barred::from)?;
            let proposal = drawn.run(tx, &right, now)?;
            // Of two who propose it at once, one is second.
            if !same || !store::import::propose(tx, &scope, (batch, proposal), now)? {
                return Err(DecideError::Moved);
            }
            Ok(())
        })
        .await
}
