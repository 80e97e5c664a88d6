//! A dead link sends a new one: to the stored address of whose it was.

use domain::mail::Mail;
use domain::token::Purpose;
use store::StoreError;

use super::{hash, waits, whose};
use crate::contacts::is_address_of;
use crate::house::{App, Ctx};
use crate::limits::{Counted, over};
use crate::outbox::intent;

/// Asks for a new link, with the address that the old one went to (a robot does not know it). Nothing is answered: whether there was
/// such a link, and whose, is told by the mail only.
///
/// # Errors
/// When the database fails.
pub async fn renew(app: &App, ctx: &Ctx, token: &str, typed: &str) -> Result<(), StoreError> {
    let (hash, now) = (hash(token), ctx.now);
    let found = app.db.read(move |tx| match store::token::mail_of(tx, &hash, Purpose::ContactHandout)? {
        Some(mail) => whose(tx, mail),
        None => Ok(None),
    });
    let Some(found) = found.await?.filter(|found| is_address_of(&found.contact, typed)) else { return Ok(()) };
    let (contact, project) = (found.contact.id, found.project.id);
    let whom = format!("{contact} {project}");
    if over(app, ctx, Counted { what: "contact-handout", whom: &whom, limit: app.settings.limits.destination }).await? {
        return Ok(());
    }
    let mail = intent(app, ctx, Mail::ContactHandout { contact, project });
    app.db
        .write(move |tx| {
            if waits(tx, (contact, project), now)?.is_some() {
                store::mail::add(tx, &mail, now)?;
            }
            Ok::<_, StoreError>(())
        })
        .await?;
    app.ring();
    Ok(())
}
