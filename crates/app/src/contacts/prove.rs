//! The owner of a mailbox proves it: opens the link, and types the address it came to (law 5: a robot that presses the button types
//! nothing).

use domain::access::Actor;
use domain::audit::{Act, Subject};
use domain::email::Address;
use domain::time::Time;
use domain::token::{Dead, Purpose};
use store::contact::Contact;
use store::{Read, StoreError};

use super::is_address_of;
use crate::audit::entry;
use crate::house::{App, Ctx};

/// What the page behind the link tells.
#[derive(Clone, Debug)]
pub struct Behind {
    /// The name of the contact.
    pub name: String,
    /// The name of the client.
    pub client: String,
}

/// Why the mailbox was not proven.
#[derive(Debug, thiserror::Error)]
pub enum ProveError {
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

/// Who is behind a link. Changes nothing.
///
/// # Errors
/// When the database fails.
pub async fn open(app: &App, ctx: &Ctx, token: &str) -> Result<Result<Behind, Dead>, StoreError> {
    let (hash, now) = (crypto::token::hash(Purpose::Contact.as_str(), token), ctx.now);
    app.db.read(move |tx| Ok(look(tx, &hash, now)?.map(|(_, behind)| behind))).await
}

fn look(tx: &mut Read<'_>, hash: &[u8; 32], now: Time) -> Result<Result<(Contact, Behind), Dead>, StoreError> {
    let alive = match store::token::look(tx, hash, Purpose::Contact, now)? {
        Ok(alive) => alive,
        Err(dead) => return Ok(Err(dead)),
    };
    let found = store::contact::by_identity(tx, alive.identity)?.filter(|contact| contact.ended_at.is_none());
    let Some(contact) = found else { return Ok(Err(Dead::Ended)) };
    let client = store::organisation::by_id(tx, contact.organisation)?;
    let client = client.ok_or_else(|| StoreError::internal("a contact of no client"))?;
    let behind = Behind { name: contact.name.clone(), client: client.name };
    Ok(Ok((contact, behind)))
}

/// Proves the mailbox, with the address typed.
///
/// # Errors
/// [`ProveError`].
pub async fn prove(app: &App, ctx: &Ctx, token: &str, typed: &str) -> Result<Behind, ProveError> {
    let (hash, now) = (crypto::token::hash(Purpose::Contact.as_str(), token), ctx.now);
    let typed = typed.to_owned();
    let line =
        entry(app, ctx, Actor::Anonymous, Act::ContactProven, (None, Subject::new("contact", uuid::Uuid::nil())));
    let line = line.with(app, "");
    app.db
        .write(move |tx| {
            let (contact, behind) = look(tx, &hash, now)?.map_err(ProveError::Dead)?;
            if !is_address_of(&contact, &typed) {
                return Err(ProveError::OtherAddress(Box::new(behind)));
            }
            store::token::spend(tx, &hash, Purpose::Contact, now)?.map_err(ProveError::Dead)?;
            store::token::end_all(tx, contact.identity, Dead::Used, now)?;
            if store::contact::prove(tx, contact.id, now)? {
                let masked = Address::parse(&contact.email).map(|address| address.masked()).unwrap_or_default();
                let mut line = line.clone().telling(&masked);
                line.line.organisation = Some(contact.organisation);
                line.line.subject = Subject::new("contact", contact.id.uuid());
                line.write(tx)?;
            }
            Ok(behind)
        })
        .await
}
