//! The resident objects (law 8): on the own page, or by the link that went to the confirmed address with the username typed
//! (law 5). Nothing of the change is done then, and the client sees it.

use domain::access::{Actor, Denied};
use domain::audit::{Act, Subject};
use domain::id::{IdentityId, OccupancyId, OrganisationId};
use domain::time::Time;
use domain::token::{Dead, Purpose};
use store::proposal::Told;
use store::session::SignedIn;
use store::token::Alive;
use store::{StoreError, Write};

use super::line;
use crate::audit::Entry;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};
use crate::reset::{SetError, check_username};

/// Why what somebody said by a link was not taken.
#[derive(Debug, thiserror::Error)]
pub enum ObjectError {
    /// The link is dead.
    #[error("the link is dead: {0}")]
    Dead(Dead),
    /// The username is not the one of the letter.
    #[error("wrong username")]
    WrongUsername,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<SetError> for ObjectError {
    fn from(error: SetError) -> Self {
        match error {
            SetError::Dead(dead) => Self::Dead(dead),
            SetError::Store(error) => Self::Store(error),
            SetError::WrongUsername | SetError::Password(_) | SetError::Busy { .. } => Self::WrongUsername,
        }
    }
}

/// What is proposed about the own account, for the signed-in pages of a resident.
///
/// # Errors
/// When the database fails.
pub async fn of_resident(app: &App, ctx: &Ctx, signed_in: &SignedIn) -> Result<Option<Told>, StoreError> {
    let (Some(_), identity, now) = (signed_in.dwelling, signed_in.identity, ctx.now) else { return Ok(None) };
    app.db.read(move |tx| store::proposal::of_identity(tx, identity, now)).await
}

/// A signed-in resident objects. False when there is nothing to object to any more.
///
/// # Errors
/// [`Barred`].
pub async fn by_resident(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<bool, Barred> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let pattern = line(app, ctx, Act::ProposalObjected);
    let write = app.db.write(move |tx| {
        let actor = who.actor(tx)?;
        let Actor::Resident { identity, occupancy, account, organisation } = &actor else {
            return Err(Denied::NotAllowed.into());
        };
        let (identity, subject) = (*identity, Subject::new("account", account.uuid()));
        let entry = about(&pattern, (&actor, *organisation, subject));
        Ok::<_, Barred>(object(tx, (identity, *occupancy), &entry, now)?)
    });
    write.await
}

fn about(pattern: &Entry, (actor, organisation, subject): (&Actor, OrganisationId, Subject)) -> Entry {
    let mut line = pattern.clone();
    (line.line.actor, line.line.organisation, line.line.subject) = (actor.clone(), Some(organisation), subject);
    line
}

/// Stops what is proposed about a household.
fn object(
    tx: &mut Write<'_>,
    (identity, occupancy): (IdentityId, OccupancyId),
    line: &Entry,
    now: Time,
) -> Result<bool, StoreError> {
    let Some(told) = store::proposal::of_identity(tx, identity, now)? else { return Ok(false) };
    let stopped = store::proposal::object(tx, (told.id, occupancy), now)?;
    if stopped {
        line.clone().telling(&told.masked).write(tx)?;
    }
    Ok(stopped)
}

/// What the page behind a link tells: what is proposed. Opening it changes nothing (law 5).
///
/// # Errors
/// When the database fails.
pub async fn open(app: &App, ctx: &Ctx, token: &str) -> Result<Result<Told, Dead>, StoreError> {
    let (hash, now) = (hash(token), ctx.now);
    app.db.read(move |tx| look(tx, &hash, now).map(|looked| looked.map(|(_, told)| told))).await
}

fn hash(token: &str) -> [u8; 32] {
    crypto::token::hash(Purpose::Objection.as_str(), token)
}

/// A link about something that was decided is used up: there is nothing to object to.
fn look(tx: &mut store::Read<'_>, hash: &[u8; 32], now: Time) -> Result<Result<(Alive, Told), Dead>, StoreError> {
    let alive = match store::token::look(tx, hash, Purpose::Objection, now)? {
        Ok(alive) => alive,
        Err(dead) => return Ok(Err(dead)),
    };
    let told = store::proposal::of_identity(tx, alive.identity, now)?;
    Ok(told.map(|told| (alive, told)).ok_or(Dead::Used))
}

/// Objects by a link, with the username of the letter. Five wrong usernames end the link.
///
/// # Errors
/// [`ObjectError`].
pub async fn by_link(app: &App, ctx: &Ctx, token: &str, username: &str) -> Result<(), ObjectError> {
    let (hash, now) = (hash(token), ctx.now);
    let looked = app.db.read(move |tx| {
        let looked = look(tx, &hash, now)?;
        let Ok((alive, _)) = &looked else { return Ok((looked, None)) };
        let behind = store::account::behind(tx, alive.identity)?;
        Ok::<_, StoreError>((looked, behind))
    });
    let (looked, behind) = looked.await?;
    let (alive, _) = looked.map_err(ObjectError::Dead)?;
    check_username(app, ctx, &alive, behind.as_ref(), Some(username)).await?;
    let behind = behind.ok_or(ObjectError::Dead(Dead::Ended))?;
    let subject = Subject::new("account", behind.account.uuid());
    let entry = about(&line(app, ctx, Act::ProposalObjected), (&Actor::Anonymous, behind.organisation, subject));
    let write = app.db.write(move |tx| {
        let alive = store::token::spend(tx, &hash, Purpose::Objection, now)?.map_err(ObjectError::Dead)?;
        let stopped = object(tx, (alive.identity, behind.occupancy), &entry, now)?;
        if stopped { Ok(()) } else { Err(ObjectError::Dead(Dead::Used)) }
    });
    write.await
}
