//! A list whose header is not understood waits for somebody who knows it (PRODUCT 3.6): its first rows are shown as the client
//! wrote them, and what is chosen is tried before it is kept. Until then the list is there as it came in, sealed, for a day.

use domain::access::{Denied, Import};
use domain::first_login::{BatchState, FileFault};
use domain::id::BatchId;
use store::StoreError;

use super::decide::{DecideError, Which};
use super::list::{Chosen, List, ListError, Look};
use super::upload::{self, KEPT};
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// Looks at a list that waits, as it would be read with what is chosen so far.
///
/// # Errors
/// [`DecideError`]: `Moved` when it does not wait (any more).
pub async fn look(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    ((path, batch), chosen): (Which<'_>, &Chosen),
) -> Result<Look, DecideError> {
    let (who, path) = (caller.into().who(app, ctx), path.clone());
    app.db
        .read(move |tx| {
            let (scope, _) = who.in_project::<Import>(tx, &path)?;
            let found = store::import::find(tx, &scope, batch)?.ok_or(Barred::from(Denied::NotYours))?;
            if found.state == BatchState::Unreadable { Ok(()) } else { Err(DecideError::Moved) }
        })
        .await?;
    tried(app, batch, chosen).await
}

/// Somebody says what the columns are, and which line names them; the list is read like that. What cannot be read like that
/// is not kept.
///
/// # Errors
/// [`DecideError`]: `Header` with what is still to be chosen, `NoLine`.
pub async fn say(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    ((path, batch), chosen): (Which<'_>, &Chosen),
) -> Result<(), DecideError> {
    let caller = caller.into();
    let look = look(app, ctx, caller, ((path, batch), chosen)).await?;
    if chosen.header_row.is_some_and(|line| line != look.layout.header_row) {
        return Err(DecideError::NoLine);
    }
    if let Some(fault) = look.fault {
        return Err(fault.into());
    }
    let layout = serde_json::to_string(&look.layout).map_err(|error| StoreError::Internal(Box::new(error)))?;
    let (who, path) = (caller.who(app, ctx), path.clone());
    app.db
        .write(move |tx| {
            let (scope, _) = who.in_project::<Import>(tx, &path)?;
            let found = store::import::find(tx, &scope, batch)?.ok_or(Barred::from(Denied::NotYours))?;
            let until = found.created_at + KEPT;
            if store::import::read_as(tx, &scope, batch, (&layout, until))? { Ok(()) } else { Err(DecideError::Moved) }
        })
        .await?;
    app.ring_imports();
    Ok(())
}

async fn tried(app: &App, batch: BatchId, chosen: &Chosen) -> Result<Look, DecideError> {
    let source = upload::kept(app, batch).await?.ok_or(DecideError::Moved)?;
    let chosen = chosen.clone();
    let look = tokio::task::spawn_blocking(move || List::look(&source, Some(&chosen))).await;
    match look.map_err(|error| StoreError::Internal(Box::new(error)))? {
        Ok(look) => Ok(look),
        // It was a list when it came in: only a sheet that it has not can be wrong.
        Err(ListError::File(FileFault::NoSheet)) => Err(DecideError::Moved),
        Err(error) => Err(StoreError::Internal(Box::new(error)).into()),
    }
}
