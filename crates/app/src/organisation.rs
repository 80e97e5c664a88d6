//! A client of the operator: added by its admins, or on the command line. Names and rights only; its people come by invitation.

use domain::access::{Actor, AddOrganisation};
use domain::audit::{Act, Subject};
use domain::naming::{Name, Slug};
use store::StoreError;
use store::organisation::Organisation;

use crate::audit::entry;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// A client to be added.
#[derive(Clone, Debug)]
pub struct Add {
    /// On pages and in mails.
    pub name: Name,
    /// In commands; never changes.
    pub slug: Slug,
    /// Works in the service portal; else through support.
    pub portal: bool,
}

/// Why there is no new client.
#[derive(Debug, thiserror::Error)]
pub enum AddError {
    /// Another client has that slug.
    #[error("there is a client {0} already; choose another --slug")]
    Taken(Slug),
    /// Not a right of this person, or the database failed.
    #[error(transparent)]
    Barred(#[from] Barred),
}

/// Adds a client.
///
/// # Errors
/// [`AddError`].
pub async fn add(app: &App, ctx: &Ctx, actor: Actor, new: Add) -> Result<(), AddError> {
    add_by(app, ctx, &actor, new).await
}

/// Adds a client, for whoever may.
///
/// # Errors
/// [`AddError`].
pub async fn add_by(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, new: Add) -> Result<(), AddError> {
    let who = caller.into().who(app, ctx);
    let id = app.id(ctx.now);
    let row = Organisation { id, slug: new.slug.to_string(), name: new.name.to_string(), portal: new.portal };
    let about = (Some(id), Subject::new("organisation", id.uuid()));
    let line = entry(app, ctx, Actor::Job, Act::OrganisationAdded, about);
    let now = ctx.now;
    let done = app
        .db
        .write(move |tx| {
            let scope = who.anywhere::<AddOrganisation>(tx)?;
            store::organisation::add(tx, &scope, &row, now)?;
            let mut line = line.clone();
            line.line.actor = scope.by().clone();
            Ok::<_, Barred>(line.write(tx)?)
        })
        .await;
    match done {
        Err(Barred::Store(StoreError::Taken)) => Err(AddError::Taken(new.slug)),
        other => Ok(other?),
    }
}
