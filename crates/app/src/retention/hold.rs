//! A hold: nothing of a client, or of one of its homes, is erased while it lasts, whatever its term.

use domain::access::{Actor, Denied, KeepRetention, in_organisation};
use domain::audit::{Act, Subject};
use domain::id::{DwellingId, OrganisationId, RetentionHoldId};
use domain::naming::Slug;
use domain::retention::Why;
use domain::time::Day;
use domain::username::Skeleton;
use store::{Read, StoreError};

use crate::audit::{Entry, entry};
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// What is to be held.
#[derive(Clone, Debug)]
pub struct NewHold {
    /// The client.
    pub client: Slug,
    /// The username of one home of it, as typed; none for all of the client.
    pub username: Option<String>,
    /// Why.
    pub why: Why,
    /// The last day on which it holds; none: until somebody ends it.
    pub last_day: Option<Day>,
}

/// Why it is not held.
#[derive(Debug, thiserror::Error)]
pub enum HoldError {
    /// Not a right of this person, or no such client.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// The client has no home with this username.
    #[error("this client has no home with that username")]
    NoHome,
    /// The day is over.
    #[error("this day is over")]
    Over,
}

impl From<StoreError> for HoldError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// Holds it from now on.
///
/// # Errors
/// [`HoldError`].
pub async fn set_hold(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    new: NewHold,
) -> Result<RetentionHoldId, HoldError> {
    let (who, now, id) = (caller.into().who(app, ctx), ctx.now, app.id(ctx.now));
    let ends_at = new.last_day.map(|day| day.next().starts_at());
    let line = line(app, ctx, Act::HoldSet).because(&format!("hold-{}", new.why));
    app.db
        .write(move |tx| {
            let scope = who.anywhere::<KeepRetention>(tx)?;
            if ends_at.is_some_and(|at| at <= now) {
                return Err(HoldError::Over);
            }
            let client = store::organisation::by_slug(tx, new.client.as_str())?;
            let client = client.ok_or(Barred::from(Denied::NotYours))?.id;
            let dwelling = match &new.username {
                Some(typed) => Some(home(tx, scope.by(), client, typed)?),
                None => None,
            };
            let hold = store::retention::NewHold { id, client, dwelling, why: new.why, ends_at };
            store::retention::set_hold(tx, &scope, &hold, now)?;
            about(&line, scope.by(), (client, dwelling)).write(tx)?;
            Ok(id)
        })
        .await
}

fn home(tx: &mut Read<'_>, by: &Actor, client: OrganisationId, typed: &str) -> Result<DwellingId, HoldError> {
    let scope = in_organisation::<KeepRetention>(by, client).map_err(Barred::from)?;
    let typed = Skeleton::typed(typed).ok_or(HoldError::NoHome)?;
    let found = store::users::by_skeleton(tx, &scope, typed.as_str())?;
    found.map(|account| account.dwelling).ok_or(HoldError::NoHome)
}

/// Holds it no more; false when it held nothing already.
///
/// # Errors
/// [`Barred`].
pub async fn end_hold(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    hold: RetentionHoldId,
) -> Result<bool, Barred> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let line = line(app, ctx, Act::HoldEnded);
    app.db
        .write(move |tx| {
            let scope = who.anywhere::<KeepRetention>(tx)?;
            let Some(place) = store::retention::end_hold(tx, &scope, hold, now)? else { return Ok(false) };
            about(&line, scope.by(), place).write(tx)?;
            Ok(true)
        })
        .await
}

fn line(app: &App, ctx: &Ctx, act: Act) -> Entry {
    entry(app, ctx, Actor::Job, act, (None, Subject::new("organisation", uuid::Uuid::nil())))
}

fn about(line: &Entry, by: &Actor, (client, dwelling): (OrganisationId, Option<DwellingId>)) -> Entry {
    let mut line = line.clone();
    (line.line.actor, line.line.organisation) = (by.clone(), Some(client));
    line.line.subject = dwelling.map_or_else(
        || Subject::new("organisation", client.uuid()),
        |dwelling| Subject::new("dwelling", dwelling.uuid()),
    );
    line
}
