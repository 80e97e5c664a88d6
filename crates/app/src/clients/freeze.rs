//! Freezes a client: from that moment nobody of it signs in, goes on in a session or uses a link, by comparison at every use;
//! nothing of theirs is thrown away, and all of it works again once the client is released. Residents get in as before, and
//! what was planned for them happens.

use domain::access::{Actor, Denied, FreezeOrganisation, ManageClients};
use domain::audit::{Act, Subject};
use domain::proposal::Reason;
use store::StoreError;
use store::client::Client;

use crate::audit::entry;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};
use crate::seal;

/// What freezing a client would stop.
#[derive(Clone, Debug)]
pub struct Freezing {
    /// The client.
    pub client: Client,
    /// On how many devices its people are signed in.
    pub signed_in: u32,
    /// Stands for the client and how many people it has: another seal is another act.
    pub seal: String,
}

/// Why it was not done.
#[derive(Debug, thiserror::Error)]
pub enum FreezeError {
    /// Not a right of this person, or no such client.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// The client is not what was shown.
    #[error("something changed meanwhile")]
    Moved,
}

impl From<StoreError> for FreezeError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

fn seal(client: &Client) -> String {
    seal::over([client.id.to_string(), client.people.to_string(), client.frozen_at.is_some().to_string()])
}

/// Looks what would stop. Changes nothing.
///
/// # Errors
/// [`Denied::NotYours`] when there is no such client.
pub async fn freezing(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, slug: &str) -> Result<Freezing, Barred> {
    let (who, slug, now) = (caller.into().who(app, ctx), slug.to_owned(), ctx.now);
    app.db
        .read(move |tx| {
            let scope = who.anywhere::<ManageClients>(tx)?;
            let client = store::client::by_slug(tx, &scope, &slug)?.ok_or(Denied::NotYours)?;
            let signed_in = store::client::signed_in(tx, &scope, client.id, now)?;
            let seal = seal(&client);
            Ok(Freezing { client, signed_in, seal })
        })
        .await
}

/// Freezes the client, if it is what was shown.
///
/// # Errors
/// [`FreezeError`].
pub async fn freeze(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (slug, shown): (&str, &str),
) -> Result<(), FreezeError> {
    let (who, slug, shown, now) = (caller.into().who(app, ctx), slug.to_owned(), shown.to_owned(), ctx.now);
    let line = line(app, ctx, Act::OrganisationFrozen);
    app.db
        .write(move |tx| {
            let sees = who.anywhere::<ManageClients>(tx)?;
            let scope = who.anywhere::<FreezeOrganisation>(tx)?;
            let client = store::client::by_slug(tx, &sees, &slug)?.ok_or(Barred::Denied(Denied::NotYours))?;
            if seal(&client) != shown || !store::client::freeze(tx, &scope, client.id, now)? {
                return Err(FreezeError::Moved);
            }
            Ok(about(&line, &client, scope.by()).write(tx)?)
        })
        .await
}

/// Lets the client go on; nothing when it was not frozen.
///
/// # Errors
/// [`Barred`].
pub async fn release(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, slug: &str) -> Result<(), Barred> {
    let (who, slug) = (caller.into().who(app, ctx), slug.to_owned());
    let line = line(app, ctx, Act::OrganisationReleased);
    app.db
        .write(move |tx| {
            let sees = who.anywhere::<ManageClients>(tx)?;
            let scope = who.anywhere::<FreezeOrganisation>(tx)?;
            let client = store::client::by_slug(tx, &sees, &slug)?.ok_or(Denied::NotYours)?;
            if store::client::release(tx, &scope, client.id)? {
                about(&line, &client, scope.by()).write(tx)?;
            }
            Ok(())
        })
        .await
}

/// Mail of the contacts of a client counts no more, or counts again: for when a mailbox or a domain of theirs was taken over. Nothing
/// when it was so before.
///
/// # Errors
/// [`Barred`].
pub async fn freeze_mail(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (slug, frozen): (&str, bool),
) -> Result<(), Barred> {
    let (who, slug, now) = (caller.into().who(app, ctx), slug.to_owned(), ctx.now);
    let over = line(app, ctx, Act::ProposalExpired).because(Reason::Overtaken.as_str());
    let line = line(app, ctx, if frozen { Act::MailFrozen } else { Act::MailReleased });
    app.db
        .write(move |tx| {
            let sees = who.anywhere::<ManageClients>(tx)?;
            let scope = who.anywhere::<FreezeOrganisation>(tx)?;
            let client = store::client::by_slug(tx, &sees, &slug)?.ok_or(Denied::NotYours)?;
            if !store::client::freeze_mail(tx, &scope, client.id, frozen.then_some(now))? {
                return Ok(());
            }
            about(&line, &client, scope.by()).write(tx)?;
            // What their mail asked and waits for its time is not made: nobody of the client could say no to it any more.
            if frozen && store::proposal::close_by_request(tx, &scope, client.id, now)? > 0 {
                about(&over, &client, scope.by()).write(tx)?;
            }
            Ok(())
        })
        .await
}

fn line(app: &App, ctx: &Ctx, act: Act) -> crate::audit::Entry {
    entry(app, ctx, Actor::Job, act, (None, Subject::new("organisation", uuid::Uuid::nil())))
}

fn about(line: &crate::audit::Entry, client: &Client, by: &Actor) -> crate::audit::Entry {
    let mut line = line.clone();
    (line.line.actor, line.line.organisation) = (by.clone(), Some(client.id));
    line.line.subject = Subject::new("organisation", client.id.uuid());
    line
}
