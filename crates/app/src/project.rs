//! Dwellings delivered together: added by the operator's admins, or on the command line. A project gives its usernames their prefix.

use domain::access::{Actor, AddProject, Denied, ManageClients, in_organisation};
use domain::audit::{Act, Subject};
use domain::naming::{Name, ProjectPath};
use domain::time::Day;
use domain::username::Prefix;
use store::StoreError;
use store::project::NewProject;

use crate::audit::entry;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// A project to be added.
#[derive(Clone, Debug)]
pub struct Add {
    /// Its client, and its own short name, which never changes.
    pub path: ProjectPath,
    /// On pages and in letters.
    pub name: Name,
    /// What its usernames begin with.
    pub prefix: Prefix,
    /// The day it is (or was) delivered.
    pub delivered_on: Option<Day>,
}

/// Why there is no new project.
#[derive(Debug, thiserror::Error)]
pub enum AddError {
    /// No such client.
    #[error("there is no client {0}; add it with: organisation add")]
    NoOrganisation(String),
    /// The client has a project of that slug.
    #[error("there is a project {0} already; choose another --slug")]
    Taken(ProjectPath),
    /// Not a right of this person, or the database failed.
    #[error(transparent)]
    Barred(#[from] Barred),
}

impl From<StoreError> for AddError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

impl From<Denied> for AddError {
    fn from(denied: Denied) -> Self {
        Self::Barred(denied.into())
    }
}

/// Adds a project.
///
/// # Errors
/// [`AddError`].
pub async fn add(app: &App, ctx: &Ctx, actor: Actor, new: Add) -> Result<(), AddError> {
    add_by(app, ctx, &actor, new).await
}

/// Adds a project, for whoever may.
///
/// # Errors
/// [`AddError`].
pub async fn add_by(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, new: Add) -> Result<(), AddError> {
    let who = caller.into().who(app, ctx);
    let id = app.id(ctx.now);
    let row = NewProject {
        id,
        slug: new.path.project.to_string(),
        name: new.name.to_string(),
        prefix: new.prefix.to_string(),
        delivered_on: new.delivered_on,
    };
    let path = new.path.clone();
    let (now, subject) = (ctx.now, Subject::new("project", id.uuid()));
    // The client is found inside; all else is made here, so that a second run of the closure writes the same.
    let pattern = entry(app, ctx, Actor::Job, Act::ProjectAdded, (None, subject));
    let done = app
        .db
        .write(move |tx| {
            let actor = who.anywhere::<ManageClients>(tx)?.by().clone();
            let Some(client) = store::organisation::by_slug(tx, path.organisation.as_str())? else {
                return Err(AddError::NoOrganisation(path.organisation.to_string()));
            };
            let scope = in_organisation::<AddProject>(&actor, client.id)?;
            store::project::add(tx, &scope, &row, now)?;
            let mut line = pattern.clone();
            (line.line.actor, line.line.organisation) = (actor, Some(client.id));
            Ok(line.write(tx)?)
        })
        .await;
    match done {
        Err(AddError::Barred(Barred::Store(StoreError::Taken))) => Err(AddError::Taken(new.path)),
        other => other,
    }
}
