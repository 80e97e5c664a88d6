//! Sends the link to the contacts of a client, for a project: when it is delivered, and whenever somebody at the operator finds that it is
//! time.

use domain::access::{Actor, HandOut};
use domain::audit::{Act, Subject};
use domain::id::MailId;
use domain::language::Language;
use domain::mail::Mail;
use domain::naming::ProjectPath;
use store::StoreError;
use store::mail::NewMail;

use super::waits;
use crate::audit;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// So many contacts get it at most.
const MOST: usize = 20;

/// Why it is not sent.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// Not a right of this person.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// The client works in the service portal.
    #[error("this client works in the service portal")]
    Portal,
    /// No contact of the client counts.
    #[error("the client has no contact who proved the mailbox and was approved")]
    NoContact,
    /// No home waits.
    #[error("no resident of this project waits to be told")]
    Nobody,
}

impl From<StoreError> for SendError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// Sends it to every contact that counts; to how many.
///
/// # Errors
/// [`SendError`].
pub async fn send(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, path: &ProjectPath) -> Result<usize, SendError> {
    let (who, path, now) = (caller.into().who(app, ctx), path.clone(), ctx.now);
    let drawn: Vec<(MailId, String)> = (0..MOST).map(|_| (app.id(now), app.random_name())).collect();
    let about = (None, Subject::new("project", uuid::Uuid::nil()));
    let line = audit::entry(app, ctx, Actor::Job, Act::WorkListSent, about);
    let sent = app.db.write(move |tx| {
        let (scope, project) = who.in_project::<HandOut>(tx, &path)?;
        if store::organisation::by_id(tx, project.organisation)?.is_none_or(|client| client.portal) {
            return Err(SendError::Portal);
        }
        let contacts = store::contact::all_counted(tx, project.organisation)?;
        let Some(first) = contacts.first() else { return Err(SendError::NoContact) };
        if waits(tx, (first.id, project.id), now)?.is_none() {
            return Err(SendError::Nobody);
        }
        for (contact, (id, tag)) in contacts.iter().zip(&drawn) {
            let mail = Mail::ContactHandout { contact: contact.id, project: project.id };
            store::mail::add(
                tx,
                &NewMail { id: *id, mail, language: Language::Nl, tag: tag.clone(), due_at: now },
                now,
            )?;
        }
        let mut line = line.clone();
        (line.line.actor, line.line.organisation) = (scope.by().clone(), Some(project.organisation));
        line.line.subject = Subject::new("project", project.id.uuid());
        line.write(tx)?;
        Ok(contacts.len().min(drawn.len()))
    });
    let sent = sent.await?;
    app.ring();
    Ok(sent)
}
