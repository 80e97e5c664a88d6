//! The passkeys of whoever is signed in: seen, named, removed.

use domain::audit::{Act, Subject};
use domain::id::{IdentityId, PasskeyId};
use domain::naming::Name;
use domain::session::Level;
use store::passkey::OwnPasskey;
use store::session::SignedIn;
use store::{Read, StoreError, Write};

use super::{base64url, party};
use crate::audit::{Entry, entry};
use crate::house::{App, Ctx};
use crate::security::organisation_of;
use crate::sign_in::{SESSION, who};

/// The passkeys of somebody, and what their browser needs to know which of them still work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passkeys {
    /// Each, the oldest first.
    pub all: Vec<OwnPasskey>,
    /// What devices call those that work, in base64url.
    pub known: Vec<String>,
    /// What devices know the owner by; none who never had one.
    pub handle: Option<String>,
    /// The name that passkeys are made for; none where there are none.
    pub party: Option<String>,
}

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum OwnError {
    /// Nobody is signed in any more.
    #[error("sign in first")]
    SignIn,
    /// They have no such passkey.
    #[error("no such passkey")]
    None,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The passkeys of whoever is signed in.
///
/// # Errors
/// When the database fails.
pub async fn of_owner(app: &App, signed_in: &SignedIn) -> Result<Passkeys, StoreError> {
    let whose = (signed_in.identity, signed_in.generation);
    let read = app.db.read(move |tx| {
        let all = store::passkey::of_owner(tx, whose)?;
        Ok::<_, StoreError>((all, store::passkey::handle(tx, whose)?))
    });
    let (all, handle) = read.await?;
    Ok(Passkeys {
        known: all.iter().map(|it| base64url(&it.credential)).collect(),
        all,
        handle: handle.map(|handle| base64url(&handle)),
        party: party(app).map(|party| party.id().to_owned()),
    })
}

/// Calls a passkey something else.
///
/// # Errors
/// [`OwnError`].
pub async fn rename(app: &App, ctx: &Ctx, cookie: &str, id: PasskeyId, name: &Name) -> Result<(), OwnError> {
    let name = name.as_str().to_owned();
    change(app, ctx, cookie, (id, Act::PasskeyRenamed), move |tx, whose| store::passkey::rename(tx, whose, id, &name))
        .await
}

/// Removes a passkey: it opens nothing from now on.
///
/// # Errors
/// [`OwnError`].
pub async fn remove(app: &App, ctx: &Ctx, cookie: &str, id: PasskeyId) -> Result<(), OwnError> {
    change(app, ctx, cookie, (id, Act::PasskeyRemoved), move |tx, whose| store::passkey::remove(tx, whose, id)).await
}

async fn change(
    app: &App,
    ctx: &Ctx,
    cookie: &str,
    (id, act): (PasskeyId, Act),
    write: impl Fn(&mut Write<'_>, IdentityId) -> Result<bool, StoreError> + Send + Sync + 'static,
) -> Result<(), OwnError> {
    let signed_in = who(app, ctx, cookie).await?.ok_or(OwnError::SignIn)?;
    let line = line(app, ctx, &signed_in, (id, act));
    let (cookie, now) = (crypto::token::hash(SESSION, cookie), ctx.now);
    app.db
        .write(move |tx| {
            let owner = owner(tx, &cookie, now)?;
            if !write(tx, owner)? {
                return Err(OwnError::None);
            }
            line.write(tx)?;
            Ok(())
        })
        .await
}

fn line(app: &App, ctx: &Ctx, signed_in: &SignedIn, (id, act): (PasskeyId, Act)) -> Entry {
    let about = (organisation_of(signed_in), Subject::new("passkey", id.uuid()));
    entry(app, ctx, signed_in.actor.clone(), act, about)
}

fn owner(tx: &mut Read<'_>, cookie: &[u8; 32], now: domain::time::Time) -> Result<IdentityId, OwnError> {
    let found = store::session::who(tx, cookie, now)?.filter(|holder| holder.level == Level::Full);
    found.map(|holder| holder.identity).ok_or(OwnError::SignIn)
}
