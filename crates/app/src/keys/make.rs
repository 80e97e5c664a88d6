//! Makes a key: drawn here, given once to who asked, kept as a hash.

use crypto::password::Secret;
use crypto::token::Token;
use domain::access::{Actor, ManageKeys};
use domain::audit::{Act, Subject};
use domain::id::KeyId;
use domain::key::{self, KeyFault, KeyScope};
use domain::naming::{Name, Slug};
use domain::time::Day;
use store::StoreError;

use crate::audit::entry;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// A key to be made.
#[derive(Clone, Debug)]
pub struct NewKey {
    /// The client whose program it is for.
    pub client: Slug,
    /// What people call it.
    pub name: Name,
    /// What it is good for.
    pub scopes: Vec<KeyScope>,
    /// Its last day.
    pub last_day: Day,
}

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// Not a right of this person.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// It cannot be.
    #[error(transparent)]
    Fault(#[from] KeyFault),
    /// There is no such client.
    #[error("there is no such client")]
    NoClient,
    /// The client has a key of this name.
    #[error("this client has a key of this name; revoke that one first")]
    Taken,
}

impl From<StoreError> for KeyError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// Makes a key; its text, which nobody sees again.
///
/// # Errors
/// [`KeyError`].
pub async fn make(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, new: NewKey) -> Result<Secret, KeyError> {
    let who = caller.into().who(app, ctx);
    let (id, now): (KeyId, _) = (app.id(ctx.now), ctx.now);
    let text = Secret::from(key::written(Token::mint(&app.chance).expose()));
    let hash = super::hash(secrecy::ExposeSecret::expose_secret(&text));
    let line = entry(app, ctx, Actor::Job, Act::KeyMade, (None, Subject::new("key", id.uuid())))
        .with(app, &format!("{}, last {}", key::joined(&new.scopes), new.last_day));
    let write = app.db.write(move |tx| {
        let scope = who.anywhere::<ManageKeys>(tx)?;
        let fault = if new.scopes.is_empty() { Err(KeyFault::NoScope) } else { Ok(()) };
        fault?;
        let ends_at = key::ends_at(new.last_day, now)?;
        let client = store::organisation::by_slug(tx, new.client.as_str())?.ok_or(KeyError::NoClient)?;
        let row = store::key::NewKey {
            id,
            organisation: client.id,
            name: new.name.to_string(),
            hash,
            scopes: new.scopes.clone(),
            last_day: new.last_day,
            ends_at,
        };
        store::key::add(tx, &scope, &row, now)?;
        let mut line = line.clone();
        (line.line.actor, line.line.organisation) = (scope.by().clone(), Some(client.id));
        Ok(line.write(tx)?)
    });
    match write.await {
        Ok(()) => Ok(text),
        Err(KeyError::Barred(Barred::Store(StoreError::Taken))) => Err(KeyError::Taken),
        Err(other) => Err(other),
    }
}
