//! A contact answers what a resident asked, behind a link that went to the stored address: where a client has nobody in the service
//! portal. Opening it changes nothing; the address is typed, so that a robot that presses buttons says nothing (law 5). The first answer
//! counts.

use domain::access::{Actor, AnswerRequests, in_organisation};
use domain::audit::{Act, Subject};
use domain::data_request::{About, Answer, Kind};
use domain::mail::Mail;
use domain::time::{Day, Time};
use domain::token::{Dead, Purpose};
use store::contact::Contact;
use store::data_request::Listed;
use store::{Read, StoreError};

use crate::audit::{entry, one_line};
use crate::contacts::is_address_of;
use crate::house::{App, Ctx};

/// What the page behind the link tells.
#[derive(Clone, Debug)]
pub struct Behind {
    /// The client.
    pub client: String,
    /// The home, as the client knows it.
    pub home: String,
    /// The username of the account.
    pub username: String,
    /// What is asked.
    pub kind: Kind,
    /// What it is about.
    pub about: About,
    /// In the resident's own words, as long as who asked lives there.
    pub words: Option<String>,
    /// Who asked lives there still.
    pub lives: bool,
    /// When.
    pub at: Time,
    /// The last day to answer.
    pub due_on: Day,
}

/// Why nothing was answered.
#[derive(Debug, thiserror::Error)]
pub enum ByContactError {
    /// The link is dead.
    #[error("the link is dead: {0}")]
    Dead(Dead),
    /// Another address was typed than the one it went to.
    #[error("this is not the address that the mail went to")]
    OtherAddress(Box<Behind>),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn hash(token: &str) -> [u8; 32] {
    crypto::token::hash(Purpose::DataAsk.as_str(), token)
}

fn look(tx: &mut Read<'_>, hash: &[u8; 32], now: Time) -> Result<Result<(Contact, Listed), Dead>, StoreError> {
    let alive = match store::token::look(tx, hash, Purpose::DataAsk, now)? {
        Ok(alive) => alive,
        Err(dead) => return Ok(Err(dead)),
    };
    let Some(Mail::DataAsk { contact, request }) = store::mail::intent(tx, alive.mail)? else {
        return Ok(Err(Dead::Ended));
    };
    let Some(contact) = store::contact::by_id(tx, contact)?.filter(|it| it.identity == alive.identity) else {
        return Ok(Err(Dead::Ended));
    };
    // It is no contact any more, the client is frozen, or the home went to another client.
    let Some(found) = store::data_request::for_contact(tx, &contact, request, now)? else {
        return Ok(Err(Dead::Ended));
    };
    Ok(if found.asked.answer.is_some() { Err(Dead::Used) } else { Ok((contact, found)) })
}

fn behind(tx: &mut Read<'_>, contact: &Contact, found: Listed) -> Result<Behind, StoreError> {
    let client = store::organisation::by_id(tx, contact.organisation)?;
    let client = client.ok_or_else(|| StoreError::internal("a contact of no client"))?;
    Ok(Behind {
        client: client.name,
        home: known_by(&found),
        username: found.username,
        kind: found.asked.kind,
        about: found.asked.about,
        words: found.asked.words,
        lives: found.lives,
        at: found.asked.asked_at,
        due_on: found.asked.due_on,
    })
}

/// The home as the client knows it: its own number, and the address.
pub(crate) fn known_by(found: &Listed) -> String {
    let line = one_line(&found.home);
    match found.home.client_number.as_deref().filter(|number| *number != line) {
        Some(number) => format!("{number}, {line}"),
        None => line,
    }
}

/// What is behind a link. Changes nothing.
///
/// # Errors
/// When the database fails.
pub async fn open_by_contact(app: &App, ctx: &Ctx, token: &str) -> Result<Result<Behind, Dead>, StoreError> {
    let (hash, now) = (hash(token), ctx.now);
    app.db
        .read(move |tx| match look(tx, &hash, now)? {
            Ok((contact, found)) => Ok(Ok(behind(tx, &contact, found)?)),
            Err(dead) => Ok(Err(dead)),
        })
        .await
}

/// Answers, with the address that the mail went to; the resident reads it on the own page.
///
/// # Errors
/// [`ByContactError`].
pub async fn answer_by_contact(
    app: &App,
    ctx: &Ctx,
    token: &str,
    (typed, answer): (&str, Answer),
) -> Result<(), ByContactError> {
    let (hash, typed, now) = (hash(token), typed.to_owned(), ctx.now);
    let about = (None, Subject::new("account", uuid::Uuid::nil()));
    let line = entry(app, ctx, Actor::Anonymous, Act::DataAnswered, about).because(answer.as_str());
    app.db
        .write(move |tx| {
            let (contact, found) = look(tx, &hash, now)?.map_err(ByContactError::Dead)?;
            if !is_address_of(&contact, &typed) {
                return Err(ByContactError::OtherAddress(Box::new(behind(tx, &contact, found)?)));
            }
            let by = Actor::Contact { contact: contact.id, organisation: contact.organisation };
            let ended = || ByContactError::Dead(Dead::Ended);
            let right = in_organisation::<AnswerRequests>(&by, contact.organisation).map_err(|_| ended())?;
            let place = store::data_request::place_of(tx, found.asked.id)?;
            let (_, account) = place.ok_or_else(ended)?;
            store::token::spend(tx, &hash, Purpose::DataAsk, now)?.map_err(ByContactError::Dead)?;
            if !store::data_request::answer(tx, &right, (found.asked.id, answer), now)? {
                return Err(ByContactError::Dead(Dead::Used));
            }
            let mut line = line.clone();
            (line.line.actor, line.line.organisation) = (by, Some(contact.organisation));
            line.line.subject = Subject::new("account", account.uuid());
            Ok(line.write(tx)?)
        })
        .await
}
