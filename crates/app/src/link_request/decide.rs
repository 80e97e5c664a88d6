//! Accepting and refusing. What is accepted is done in the same write, by the ways that staff of the client have: an account that is
//! not in use is linked; of one in use it is proposed, and waits for a second person or 72 hours (law 8). A new resident is not let in
//! by a mail: that needs a contact who confirms it (law 7).

use domain::access::{AcceptRequests, Anywhere, Denied, LinkAddress, ProjectPlace, Scope, by_request};
use domain::audit::{Act, Subject};
use domain::id::LinkRequestId;
use domain::link_request::{Missing, Question, Refusal, Residents, State};
use domain::time::Time;
use store::link_request::LinkRequest;
use store::{Read, StoreError, Write};

use super::list::evidence;
use super::mails::Mails;
use super::{Letter, about};
use crate::audit::{Entry, entry};
use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};
use crate::users::link::{self, Change, LinkError, Linking, Wish};

/// What came of accepting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// The address is linked.
    Linked,
    /// It was proposed: the account is in use.
    Proposed,
}

/// Why a request is not accepted.
#[derive(Debug, thiserror::Error)]
pub enum AcceptError {
    /// Not a right of this person, or no such request.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// Somebody was first.
    #[error("this request was decided already")]
    Decided,
    /// Not without this.
    #[error("something is missing")]
    Missing(Missing),
    /// Nobody said whether the same residents live there (law 7).
    #[error("say whether the same residents live there")]
    NotSaid,
    /// The text says that others come: no address is linked to those who live there now (law 7).
    #[error("others come to live there: this is a tenant change")]
    NewResidents,
    /// It is another change than was found a moment ago, and nothing was done: look again.
    #[error("something changed meanwhile")]
    Moved,
    /// The account takes no address now.
    #[error(transparent)]
    Link(LinkError),
}

impl From<StoreError> for AcceptError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

impl From<Denied> for AcceptError {
    fn from(denied: Denied) -> Self {
        Self::Barred(denied.into())
    }
}

impl From<LinkError> for AcceptError {
    fn from(error: LinkError) -> Self {
        match error {
            LinkError::Barred(barred) => Self::Barred(barred),
            other => Self::Link(other),
        }
    }
}

/// Why a request is not refused.
#[derive(Debug, thiserror::Error)]
pub enum RefuseError {
    /// Not a right of this person, or no such request.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// Somebody was first.
    #[error("this request was decided already")]
    Decided,
}

impl From<StoreError> for RefuseError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// What support says with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The same residents live there: the answer to the question of law 7, where the text has none.
    pub same: bool,
    /// The answer encloses the letter for the resident.
    pub letter: bool,
}

/// Accepts a request.
///
/// # Errors
/// [`AcceptError`].
pub async fn accept(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (id, said): (LinkRequestId, Said),
) -> Result<Done, AcceptError> {
    let (who, since) = (caller.into().who(app, ctx), ctx.now - app.settings.in_use);
    let asks = who.clone();
    let found = app.db.read(move |tx| Ok::<_, AcceptError>(ready(tx, &asks, id)?.1)).await?;
    let letter = Letter::open(app, id, &found.sealed)?;
    let wish = wish(&found, &letter, said.same)?;
    let (asks, asked, times) = (who.clone(), wish.clone(), (ctx.now, since));
    let change = app.db.read(move |tx| {
        let (right, found) = ready(tx, &asks, id)?;
        change(tx, (&right, &found), &asked, times)
    });
    let accept = Accept {
        linking: Linking::draw(app, ctx, &wish, change.await?)?,
        line: line(app, ctx, Act::RequestAccepted),
        mails: Mails::draw(app, ctx),
        who,
        wish,
        id,
        letter: said.letter,
        times,
    };
    let done = app.db.write(move |tx| accept.run(tx)).await;
    app.ring();
    match done {
        Err(AcceptError::Barred(Barred::Store(StoreError::Taken))) => Err(LinkError::AlreadyProposed.into()),
        other => other,
    }
}

/// All that is drawn beforehand.
struct Accept {
    who: Who,
    id: LinkRequestId,
    wish: Wish,
    linking: Linking,
    line: Entry,
    mails: Mails,
    letter: bool,
    times: (Time, Time),
}

impl Accept {
    fn run(&self, tx: &mut Write<'_>) -> Result<Done, AcceptError> {
        let (right, found) = ready(tx, &self.who, self.id)?;
        let change = change(tx, (&right, &found), &self.wish, self.times)?;
        let proposed = match self.linking.run(tx, change)? {
            link::Done::Proposed(proposal) => Some(proposal),
            link::Done::Linked { .. } | link::Done::Removed => None,
            // What was found a moment ago is another thing now; support looks again.
            link::Done::Other(_) => return Err(AcceptError::Moved),
        };
        if !decide(tx, &right, (&found, State::Accepted, None), (&self.line, self.times.0))? {
            return Err(AcceptError::Decided);
        }
        self.mails.answer(tx, &found, (proposed, self.letter))?;
        let Some(proposal) = proposed else { return Ok(Done::Linked) };
        store::link_request::proposed(tx, &right, (found.id, proposal))?;
        let home = place(tx, &right, &found)?;
        self.mails.ask(tx, (&home, &found), Question::Proposal { proposal })?;
        self.mails.tell_the_end(tx, &found, proposal)?;
        Ok(Done::Proposed)
    }
}

/// Refuses a request, or closes one that a person read.
///
/// # Errors
/// [`RefuseError`].
pub async fn refuse(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (id, why): (LinkRequestId, Refusal),
) -> Result<(), RefuseError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let (line, mails) = (line(app, ctx, Act::RequestRefused).because(why.as_str()), Mails::draw(app, ctx));
    let write = app.db.write(move |tx| {
        let right = who.anywhere::<AcceptRequests>(tx)?;
        let found = store::link_request::find(tx, &right, id)?.ok_or(Barred::Denied(Denied::NotYours))?;
        if !decide(tx, &right, (&found, State::Refused, Some(why)), (&line, now))? {
            return Err(RefuseError::Decided);
        }
        Ok(mails.answer(tx, &found, (None, false))?)
    });
    let done = write.await;
    app.ring();
    done
}

/// The request, when it may be accepted, or put to the contacts, now.
pub(super) fn ready(
    tx: &mut Read<'_>,
    who: &Who,
    id: LinkRequestId,
) -> Result<(Scope<AcceptRequests, Anywhere>, LinkRequest), AcceptError> {
    let right = who.anywhere::<AcceptRequests>(tx)?;
    let found = store::link_request::find(tx, &right, id)?.ok_or(Denied::NotYours)?;
    if !matches!(found.state, State::Open | State::Asked) {
        return Err(AcceptError::Decided);
    }
    match evidence(&found).missing().first() {
        Some(missing) => Err(AcceptError::Missing(*missing)),
        None => Ok((right, found)),
    }
}

/// What would be done, with the question of law 7 answered.
fn wish(found: &LinkRequest, letter: &Letter, same: bool) -> Result<Wish, AcceptError> {
    let wanted = letter.wanted.as_ref().ok_or(AcceptError::Missing(Missing::Reading))?;
    match wanted.residents {
        Some(Residents::New) => return Err(AcceptError::NewResidents),
        None if !same => return Err(AcceptError::NotSaid),
        Some(Residents::Same) | None => {}
    }
    let (Some(dwelling), account @ Some(_)) = (found.about.dwelling, found.about.account) else {
        return Err(AcceptError::Missing(Missing::Account));
    };
    Ok(Wish { dwelling, account, address: Some(wanted.address.clone()) })
}

/// What exactly would change in the home that the request is about.
fn change(
    tx: &mut Read<'_>,
    (right, found): (&Scope<AcceptRequests, Anywhere>, &LinkRequest),
    wish: &Wish,
    times: (Time, Time),
) -> Result<Change, AcceptError> {
    let linking = place(tx, right, found)?;
    let (_, home) = store::users::place(tx, wish.dwelling)?.ok_or(Denied::NotYours)?;
    let project = store::project::by_ids(tx, &[linking.within().project])?.into_iter().next();
    Ok(link::find_in(tx, (linking, project.ok_or(Denied::NotYours)?, home), wish, times)?)
}

/// The right over the home that a request is about.
pub(super) fn place(
    tx: &mut Read<'_>,
    right: &Scope<AcceptRequests, Anywhere>,
    found: &LinkRequest,
) -> Result<Scope<LinkAddress, ProjectPlace>, AcceptError> {
    let place = store::link_request::place(tx, right, found.id)?.ok_or(AcceptError::Missing(Missing::Account))?;
    Ok(by_request(right, place))
}

pub(super) fn line(app: &App, ctx: &Ctx, act: Act) -> Entry {
    entry(app, ctx, domain::access::Actor::Job, act, (None, Subject::new("link_request", uuid::Uuid::nil())))
}

/// Decides it, with its line in the log of the client whose home it is, else of the operator.
fn decide(
    tx: &mut Write<'_>,
    right: &Scope<AcceptRequests, Anywhere>,
    (found, state, reason): (&LinkRequest, State, Option<Refusal>),
    (line, now): (&Entry, Time),
) -> Result<bool, StoreError> {
    if !store::link_request::decide(tx, right, (found.id, state, reason), now)? {
        return Ok(false);
    }
    about(line, right.by(), found).write(tx)?;
    Ok(true)
}
