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
use crate::typed_link::{SayError, TypedLink};

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

/// The line that a resident objected, for the act of somebody who does it for them.
pub(crate) fn objected(app: &App, ctx: &Ctx) -> Entry {
    line(app, ctx, Act::ProposalObjected)
}

/// Stops what is proposed about a household.
pub(crate) fn object(
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
    link(token).open(app, ctx).await
}

fn link(token: &str) -> TypedLink<Told> {
    TypedLink::new(Purpose::Objection, token, look)
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

/// Objects by a link, with the username of the letter.
///
/// # Errors
/// [`SayError`].
pub async fn by_link(app: &App, ctx: &Ctx, token: &str, username: &str) -> Result<(), SayError> {
    let link = link(token);
    let behind = link.proven(app, ctx, username).await?;
    let (hash, now) = (link.hash, ctx.now);
    let subject = Subject::new("account", behind.account.uuid());
    let entry = about(&line(app, ctx, Act::ProposalObjected), (&Actor::Anonymous, behind.organisation, subject));
    let write = app.db.write(move |tx| {
        let alive = store::token::spend(tx, &hash, Purpose::Objection, now)?.map_err(SayError::Dead)?;
        let stopped = object(tx, (alive.identity, behind.occupancy), &entry, now)?;
        if stopped { Ok(()) } else { Err(SayError::Dead(Dead::Used)) }
    });
    write.await
}
