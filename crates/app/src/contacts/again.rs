//! The mail with the link that proves the mailbox, once more.

use domain::access::{Actor, Denied};
use domain::audit::{Act, Subject};
use domain::id::ContactId;
use domain::mail::Mail;
use domain::naming::Slug;

use super::ContactError;
use super::list::right;
use crate::audit::entry;
use crate::caller::Caller;
use crate::house::{App, Ctx};
use crate::outbox::intent;

/// Sends the mail again to a contact that has not proven the mailbox. Older links go on working; using one ends the others.
///
/// # Errors
/// [`ContactError::Proven`] when there is nothing to prove; [`ContactError`].
pub async fn mail_again(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (client, contact): (Option<&Slug>, ContactId),
) -> Result<(), ContactError> {
    let (who, client, now) = (caller.into().who(app, ctx), client.cloned(), ctx.now);
    let mail = intent(app, ctx, Mail::ContactLink { contact });
    let line = entry(app, ctx, Actor::Job, Act::ContactMailedAgain, (None, Subject::new("contact", contact.uuid())));
    app.db
        .write(move |tx| {
            let (scope, client) = right(tx, &who, client.as_ref())?;
            let found = store::contact::find(tx, &scope, contact)?.ok_or(Denied::NotYours)?;
            if found.proven_at.is_some() {
                return Err(ContactError::Proven);
            }
            store::mail::add(tx, &mail, now)?;
            let mut line = line.clone();
            (line.line.actor, line.line.organisation) = (scope.by().clone(), Some(client.id));
            Ok(line.write(tx)?)
        })
        .await?;
    app.ring();
    Ok(())
}
