//! A contact of the client answers what it is asked, behind a link that went to the stored address. Opening it changes nothing; the
//! address is typed, so that a robot that presses buttons says nothing (law 5). The first answer counts.

use domain::access::{Actor, ChangeTenants, ProjectPlace, Scope, in_project};
use domain::audit::Act;
use domain::email::Address;
use domain::home::Home;
use domain::id::DwellingId;
use domain::link_request::{Question, Refusal, State};
use domain::mail::Mail;
use domain::proposal;
use domain::tenant_change::{Days, Kind};
use domain::time::{Day, Time};
use domain::token::{Dead, Purpose};
use store::contact::Contact;
use store::link_request::LinkRequest;
use store::{Read, StoreError, Write};

use super::decide::line;
use super::mails::Mails;
use super::{Letter, Wanted, about};
use crate::audit::Entry;
use crate::contacts::is_address_of;
use crate::house::{App, Ctx};
use crate::proposal::{ByContact, DecideError};
use crate::tenant_change::{ChangeError, Planning, Wish};

/// What the page behind the link tells.
#[derive(Clone, Debug)]
pub struct Behind {
    /// The client.
    pub client: String,
    /// Who says to have asked it.
    pub by: Option<Address>,
    /// When.
    pub at: Time,
    /// The home, as the client calls it.
    pub home: Home,
    /// The username as it is, whatever was typed.
    pub username: String,
    /// What was asked.
    pub wanted: Wanted,
    /// What the contact decides about.
    pub question: Question,
}

/// What came of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// Yes: the address changed, or the new residents are planned.
    Done,
    /// Yes, and the account or the home is another one by now: nothing was done.
    Overtaken,
    /// No: nothing is done.
    Stopped,
}

/// Why nothing was answered.
#[derive(Debug, thiserror::Error)]
pub enum AnswerError {
    /// The link is dead.
    #[error("the link is dead: {0}")]
    Dead(Dead),
    /// Another address was typed than the one it went to.
    #[error("this is not the address that the mail went to")]
    OtherAddress(Box<Behind>),
    /// The home cannot change so now; the link goes on working.
    #[error("this tenant change cannot be")]
    Change(ChangeError, Box<Behind>),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A link that is alive, and what hangs on it.
struct Found {
    contact: Contact,
    request: LinkRequest,
    question: Question,
    home: Home,
    username: String,
}

fn hash(token: &str) -> [u8; 32] {
    crypto::token::hash(Purpose::ContactAsk.as_str(), token)
}

fn look(tx: &mut Read<'_>, hash: &[u8; 32], now: Time) -> Result<Result<Found, Dead>, StoreError> {
    let alive = match store::token::look(tx, hash, Purpose::ContactAsk, now)? {
        Ok(alive) => alive,
        Err(dead) => return Ok(Err(dead)),
    };
    let Some(Mail::ContactAsk { contact, request, question }) = store::mail::intent(tx, alive.mail)? else {
        return Ok(Err(Dead::Ended));
    };
    let counts = |it: &Contact| it.counts() && it.identity == alive.identity;
    let contact = store::contact::by_id(tx, contact)?.filter(counts);
    // Whoever asked it may be no contact any more, or the client is frozen.
    let request = store::link_request::by_id(tx, request)?.filter(|it| it.contact_counts);
    let (Some(contact), Some(request)) = (contact, request) else { return Ok(Err(Dead::Ended)) };
    let open = match question {
        Question::Proposal { proposal } => {
            matches!(store::proposal::how_far(tx, proposal)?, Some((proposal::State::Open, _)))
        }
        Question::NewResidents => request.state == State::Asked && !request.others_came,
    };
    if !open {
        return Ok(Err(Dead::Used));
    }
    let (Some(dwelling), Some(account)) = (request.about.dwelling, request.about.account) else {
        return Ok(Err(Dead::Ended));
    };
    let (home, named) = (store::users::place(tx, dwelling)?, store::link_request::username(tx, account)?);
    let (Some((_, home)), Some(username)) = (home, named) else { return Ok(Err(Dead::Ended)) };
    Ok(Ok(Found { contact, request, question, home, username }))
}

fn behind(app: &App, found: &Found) -> Result<Behind, StoreError> {
    let letter = Letter::open(app, found.request.id, &found.request.sealed)?;
    let wanted = letter.wanted.ok_or_else(|| StoreError::internal("a contact is asked about nothing"))?;
    let client = found.request.client.clone().unwrap_or_default();
    Ok(Behind {
        client,
        by: letter.sender,
        at: found.request.received_at,
        home: found.home.clone(),
        username: found.username.clone(),
        wanted,
        question: found.question,
    })
}

/// What is behind a link. Changes nothing.
///
/// # Errors
/// When the database fails.
pub async fn open(app: &App, ctx: &Ctx, token: &str) -> Result<Result<Behind, Dead>, StoreError> {
    let (hash, now) = (hash(token), ctx.now);
    let found = app.db.read(move |tx| look(tx, &hash, now)).await?;
    match found {
        Ok(found) => Ok(Ok(behind(app, &found)?)),
        Err(dead) => Ok(Err(dead)),
    }
}

/// Answers, with the address that the mail went to.
///
/// # Errors
/// [`AnswerError`].
pub async fn answer(app: &App, ctx: &Ctx, token: &str, (typed, yes): (&str, bool)) -> Result<Answered, AnswerError> {
    let (hash, now) = (hash(token), ctx.now);
    let found = app.db.read(move |tx| look(tx, &hash, now)).await?.map_err(AnswerError::Dead)?;
    let behind = behind(app, &found)?;
    if !is_address_of(&found.contact, typed) {
        return Err(AnswerError::OtherAddress(Box::new(behind)));
    }
    let by = Actor::Contact { contact: found.contact.id, organisation: found.contact.organisation };
    let drawn = match (found.question, yes) {
        (Question::Proposal { proposal }, _) => {
            let drawn = ByContact::draw(app, ctx, by.clone(), (proposal, yes)).await;
            What::Proposal(Box::new(drawn.map_err(from_decide)?))
        }
        (Question::NewResidents, true) => {
            let home = found.request.about.dwelling.ok_or(AnswerError::Dead(Dead::Ended))?;
            let wish = wish(app, ctx, &by, (home, &behind.wanted)).await?;
            let first = behind.wanted.first.ok_or(AnswerError::Dead(Dead::Ended))?;
            What::Plan(Box::new(Planning::draw(app, ctx, wish)), first)
        }
        (Question::NewResidents, false) => What::Refuse,
    };
    let act = if yes { Act::RequestAccepted } else { Act::RequestRefused };
    let run = Run { by, hash, now, drawn, yes, mails: Mails::draw(app, ctx), line: line(app, ctx, act) };
    let done = app.db.write(move |tx| run.run(tx)).await;
    app.ring();
    done.map_err(|error| match error {
        RunError::Dead(dead) => AnswerError::Dead(dead),
        RunError::Change(error) => AnswerError::Change(error, Box::new(behind)),
        RunError::Decide(error) => from_decide(error),
        RunError::Store(error) => AnswerError::Store(error),
    })
}

/// Who came first, or what is over, is told as a link that is used up.
fn from_decide(error: DecideError) -> AnswerError {
    match error {
        DecideError::Barred(crate::Barred::Store(error)) => AnswerError::Store(error),
        DecideError::Barred(_) => AnswerError::Dead(Dead::Ended),
        DecideError::Fault(_) => AnswerError::Dead(Dead::Used),
    }
}

/// Who lives there leaves the day before; where nobody does, others come.
async fn wish(app: &App, ctx: &Ctx, by: &Actor, (home, wanted): (DwellingId, &Wanted)) -> Result<Wish, AnswerError> {
    let (by, now) = (by.clone(), ctx.now);
    let lives = app.db.read(move |tx| {
        let Some(right) = right(tx, &by, home)? else { return Ok(false) };
        Ok::<_, StoreError>(!store::tenant_change::living(tx, &right, home, now)?.is_empty())
    });
    let first = wanted.first.ok_or(AnswerError::Dead(Dead::Ended))?;
    let days = if lives.await? {
        Days { kind: Kind::NewTenant, last: Some(first.days_before(1)), first: Some(first) }
    } else {
        Days { kind: Kind::Arrival, last: None, first: Some(first) }
    };
    Ok(Wish { days, address: Some(wanted.address.clone()), seen: None })
}

/// The right of the contact over the home; none when it left the client.
fn right(
    tx: &mut Read<'_>,
    by: &Actor,
    home: DwellingId,
) -> Result<Option<Scope<ChangeTenants, ProjectPlace>>, StoreError> {
    let place = store::home::place_of(tx, home)?;
    Ok(place.and_then(|place| in_project::<ChangeTenants>(by, place).ok()))
}

/// What is done, with all that is drawn by lot.
enum What {
    Proposal(Box<ByContact>),
    Plan(Box<Planning>, Day),
    Refuse,
}

struct Run {
    by: Actor,
    hash: [u8; 32],
    now: Time,
    drawn: What,
    yes: bool,
    mails: Mails,
    line: Entry,
}

#[derive(Debug, thiserror::Error)]
enum RunError {
    #[error("the link is dead")]
    Dead(Dead),
    #[error(transparent)]
    Change(ChangeError),
    #[error(transparent)]
    Decide(DecideError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Run {
    fn run(&self, tx: &mut Write<'_>) -> Result<Answered, RunError> {
        let found = look(tx, &self.hash, self.now)?.map_err(RunError::Dead)?;
        let done = match &self.drawn {
            What::Proposal(it) => {
                let outcome = it.run(tx, self.now).map_err(RunError::Decide)?;
                match (outcome, self.yes) {
                    (_, false) => Answered::Stopped,
                    (crate::proposal::Outcome::Made, true) => Answered::Done,
                    (crate::proposal::Outcome::Overtaken, true) => Answered::Overtaken,
                }
            }
            What::Plan(plan, first) => {
                self.decide(tx, &found, State::Accepted)?;
                let home = found.request.about.dwelling.ok_or(RunError::Dead(Dead::Ended))?;
                let right = right(tx, &self.by, home)?.ok_or(RunError::Dead(Dead::Ended))?;
                plan.run(tx, &right, home).map_err(RunError::Change)?;
                self.mails.on_the_day(tx, (&found.request, right.within().project), *first)?;
                Answered::Done
            }
            What::Refuse => {
                self.decide(tx, &found, State::Refused)?;
                Answered::Stopped
            }
        };
        if let Err(dead) = store::token::spend(tx, &self.hash, Purpose::ContactAsk, self.now)? {
            return Err(RunError::Dead(dead));
        }
        match found.question {
            Question::Proposal { proposal } => self.mails.ended(tx, &found.request, proposal)?,
            Question::NewResidents => self.mails.answer(tx, &found.request, (None, false))?,
        }
        Ok(done)
    }

    /// Decides the request, with its line in the log of the client.
    fn decide(&self, tx: &mut Write<'_>, found: &Found, state: State) -> Result<(), RunError> {
        let home = found.request.about.dwelling.ok_or(RunError::Dead(Dead::Ended))?;
        let right = right(tx, &self.by, home)?.ok_or(RunError::Dead(Dead::Ended))?;
        let reason = (state == State::Refused).then_some(Refusal::Contact);
        if !store::link_request::answer(tx, &right, (found.request.id, state, reason), self.now)? {
            return Err(RunError::Dead(Dead::Used));
        }
        let line = reason.map_or_else(|| self.line.clone(), |reason| self.line.clone().because(reason.as_str()));
        about(&line, &self.by, &found.request).write(tx)?;
        Ok(())
    }
}
