//! A resident asks the client to correct or erase something. It is kept for the client's work list; nobody is mailed.

use domain::access::{Actor, Denied};
use domain::audit::{Act, Subject};
use domain::data_request::{MOST_OPEN, Wish, due};
use domain::id::DataRequestId;
use store::StoreError;

use crate::audit::entry;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// Why nothing was asked.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// Nobody is signed in, or it is no resident.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// So many wait for an answer already.
    #[error("too many requests wait for an answer")]
    TooMany,
}

impl From<StoreError> for AskError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// Asks.
///
/// # Errors
/// [`AskError`].
pub async fn ask(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, wish: Wish) -> Result<(), AskError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let id: DataRequestId = app.id(now);
    let about = (None, Subject::new("account", uuid::Uuid::nil()));
    let line = entry(app, ctx, Actor::Job, Act::DataRequested, about).because(wish.kind().as_str());
    let write = app.db.write(move |tx| {
        let actor = who.actor(tx)?;
        let Actor::Resident { occupancy, account, organisation, .. } = &actor else {
            return Err(Barred::from(Denied::NotAllowed).into());
        };
        if store::data_request::open_of(tx, *occupancy)? >= MOST_OPEN {
            return Err(AskError::TooMany);
        }
        store::data_request::add(tx, id, (*organisation, *occupancy), &wish, (now, due(now)))?;
        let mut line = line.clone();
        (line.line.organisation, line.line.subject) = (Some(*organisation), Subject::new("account", account.uuid()));
        line.line.actor = actor;
        Ok(line.write(tx)?)
    });
    write.await
}
