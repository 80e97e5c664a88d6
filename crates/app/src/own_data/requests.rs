//! What residents asked about what is kept of them, as the work list of their client, and its answers. That somebody looked at
//! homes is logged.

use domain::access::{Actor, AnswerRequests, Denied, Scope, in_organisation};
use domain::audit::{Act, Subject};
use domain::data_request::Answer;
use domain::id::{AccountId, DataRequestId, OrganisationId};
use store::data_request::Listed;
use store::{Read, StoreError};

use crate::audit::{self, entry};
use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};

/// Why homes were looked at.
const REQUESTS: &str = "data-requests";

/// Requests on a page, of those that wait and of those that were answered.
const PAGE: u32 = 100;

/// The requests to a client.
#[derive(Clone, Debug)]
pub struct Requests {
    /// Those that wait for an answer, the oldest first.
    pub open: Vec<Listed>,
    /// Those that were answered, the newest first.
    pub answered: Vec<Listed>,
}

/// Why a request was not answered.
#[derive(Debug, thiserror::Error)]
pub enum AnswerError {
    /// Not a right of this person, or no request to the own client.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// Somebody was first.
    #[error("this request was answered already")]
    Answered,
}

impl From<StoreError> for AnswerError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// The requests to the own client.
///
/// # Errors
/// [`Barred`]: only a client's own people answer its residents.
pub async fn requests(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<Requests, Barred> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let read = app.db.read(move |tx| {
        let actor = who.actor(tx)?;
        let Actor::Staff { organisation: Some(own), .. } = &actor else { return Err(Denied::NotAllowed.into()) };
        let right = in_organisation::<AnswerRequests>(&actor, *own)?;
        let (open, answered) = store::data_request::of_client(tx, &right, now, PAGE)?;
        Ok::<_, Barred>((*own, Requests { open, answered }, actor))
    });
    let (own, found, actor) = read.await?;
    audit::homes_seen(app, ctx, &actor, (own, Subject::new("organisation", own.uuid())), REQUESTS).await?;
    Ok(found)
}

/// Answers a request; the resident reads it on the own page.
///
/// # Errors
/// [`AnswerError`].
pub async fn answer(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (request, answer): (DataRequestId, Answer),
) -> Result<(), AnswerError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let about = (None, Subject::new("account", uuid::Uuid::nil()));
    let line = entry(app, ctx, Actor::Job, Act::DataAnswered, about).because(answer.as_str());
    let write = app.db.write(move |tx| {
        let (right, account) = right(tx, &who, request)?;
        if !store::data_request::answer(tx, &right, (request, answer), now)? {
            return Err(AnswerError::Answered);
        }
        let mut line = line.clone();
        (line.line.actor, line.line.organisation) = (right.by().clone(), Some(right.within()));
        line.line.subject = Subject::new("account", account.uuid());
        Ok(line.write(tx)?)
    });
    write.await
}

/// Whether somebody may answer a request.
///
/// # Errors
/// [`Barred`].
pub async fn may_answer(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    request: DataRequestId,
) -> Result<(), Barred> {
    let who = caller.into().who(app, ctx);
    app.db.read(move |tx| right(tx, &who, request).map(drop)).await
}

/// The right to answer a request, and the account it is about. One to another client is as one that is not there.
fn right(
    tx: &mut Read<'_>,
    who: &Who,
    request: DataRequestId,
) -> Result<(Scope<AnswerRequests, OrganisationId>, AccountId), Barred> {
    let actor = who.actor(tx)?;
    let Actor::Staff { organisation: Some(own), .. } = &actor else { return Err(Denied::NotAllowed.into()) };
    let right = in_organisation::<AnswerRequests>(&actor, *own)?;
    let place = store::data_request::place_of(tx, request)?.filter(|(client, _)| client == own);
    let (_, account) = place.ok_or(Denied::NotYours)?;
    Ok((right, account))
}
