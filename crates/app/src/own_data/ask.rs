//! A resident asks the client to correct or erase something. It is kept for the client's work list; where the client has nobody in the
//! service portal, its contacts are mailed.

use domain::access::{Actor, Denied};
use domain::audit::{Act, Subject};
use domain::data_request::{MOST_OPEN, Wish, due};
use domain::id::{DataRequestId, MailId};
use domain::language::Language;
use domain::mail::Mail;
use store::StoreError;
use store::data_request::Reach;
use store::mail::NewMail;

use crate::audit::entry;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// So many contacts are mailed, as many as the store tells.
const MOST: usize = 20;

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
    let request: DataRequestId = app.id(now);
    let about = (None, Subject::new("account", uuid::Uuid::nil()));
    let line = entry(app, ctx, Actor::Job, Act::DataRequested, about).because(wish.kind().as_str());
    let drawn: Vec<(MailId, String)> = (0..MOST).map(|_| (app.id(now), app.random_name())).collect();
    let write = app.db.write(move |tx| {
        let actor = who.actor(tx)?;
        let Actor::Resident { occupancy, account, organisation, .. } = &actor else {
            return Err(Barred::from(Denied::NotAllowed).into());
        };
        if store::data_request::open_of(tx, *occupancy)? >= MOST_OPEN {
            return Err(AskError::TooMany);
        }
        store::data_request::add(tx, request, (*organisation, *occupancy), &wish, (now, due(now)))?;
        if let Reach::Contacts(contacts) = store::data_request::reach(tx, *organisation)? {
            for (contact, (mail, tag)) in contacts.into_iter().zip(&drawn) {
                // Of a contact no language is known.
                let (id, tag, language) = (*mail, tag.clone(), Language::default());
                let mail = Mail::DataAsk { contact, request };
                store::mail::add(tx, &NewMail { id, mail, language, tag, due_at: now }, now)?;
            }
        }
        let mut line = line.clone();
        (line.line.organisation, line.line.subject) = (Some(*organisation), Subject::new("account", account.uuid()));
        line.line.actor = actor;
        Ok(line.write(tx)?)
    });
    write.await?;
    app.ring();
    Ok(())
}

/// How what the signed-in resident asks reaches the client.
///
/// # Errors
/// [`Barred`].
pub async fn reach(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<Reach, Barred> {
    let who = caller.into().who(app, ctx);
    app.db
        .read(move |tx| match who.actor(tx)? {
            Actor::Resident { organisation, .. } => Ok(store::data_request::reach(tx, organisation)?),
            _ => Err(Denied::NotAllowed.into()),
        })
        .await
}
