//! A client of the operator: added on the command line. Names and rights only; its people come by invitation.

use domain::access::{Actor, AddOrganisation, Denied, anywhere};
use domain::audit::{Act, Subject};
use domain::naming::{Name, Slug};
use store::StoreError;
use store::organisation::Organisation;

use crate::audit::entry;
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
    /// Not a right of this actor.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Adds a client.
///
/// # Errors
/// [`AddError`].
pub async fn add(app: &App, ctx: &Ctx, actor: Actor, new: Add) -> Result<(), AddError> {
    let scope = anywhere::<AddOrganisation>(&actor)?;
    let id = app.id(ctx.now);
    let row = Organisation { id, slug: new.slug.to_string(), name: new.name.to_string(), portal: new.portal };
    let about = (Some(id), Subject::new("organisation", id.uuid()));
    let line = entry(app, ctx, actor, Act::OrganisationAdded, about);
    let now = ctx.now;
    let done = app
        .db
        .write(move |tx| {
            store::organisation::add(tx, &scope, &row, now)?;
            line.write(tx)
        })
        .await;
    match done {
        Err(StoreError::Taken) => Err(AddError::Taken(new.slug)),
        other => Ok(other?),
    }
}
