//! Dwellings delivered together: added by the operator's admins, or on the command line. A project gives its usernames their prefix.

use domain::access::{Actor, AddProject, Denied, ManageClients, in_organisation};
use domain::audit::{Act, Subject};
use domain::naming::{Name, ProjectPath, Slug};
use domain::time::Day;
use domain::username::Prefix;
use store::StoreError;
use store::project::{NewProject, Project};

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

/// The path of stored slugs.
pub(crate) fn path((organisation, project): (&str, &str)) -> Result<ProjectPath, StoreError> {
    let slug = |text: &str| Slug::parse(text).map_err(|_| StoreError::internal("a stored slug is none"));
    Ok(ProjectPath { organisation: slug(organisation)?, project: slug(project)? })
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
    /// Usernames of that project could look like those of this one.
    #[error("usernames of {0} begin with {1} and could look like these; choose another --prefix")]
    Alike(String, String),
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
    let (path, prefix) = (new.path.clone(), new.prefix.clone());
    let (now, subject) = (ctx.now, Subject::new("project", id.uuid()));
    // The client is found inside; all else is made here, so that a second run of the closure writes the same.
    let pattern = entry(app, ctx, Actor::Job, Act::ProjectAdded, (None, subject));
    let done = app
        .db
        .write(move |tx| {
            let sees = who.anywhere::<ManageClients>(tx)?;
            let actor = sees.by().clone();
            let Some(client) = store::organisation::by_slug(tx, path.organisation.as_str())? else {
                return Err(AddError::NoOrganisation(path.organisation.to_string()));
            };
            let scope = in_organisation::<AddProject>(&actor, client.id)?;
            // Issuing passes over a number that looks like an issued one; here nobody gets so far.
            let alike = store::project::alike(tx, &sees, &prefix)?;
            if let Some(other) = alike.into_iter().find(|it| clashes(&prefix, it) && !is_at(&path, it)) {
                let whose = format!("{}/{}", other.organisation_slug, other.slug);
                return Err(AddError::Alike(whose, other.prefix));
            }
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

fn clashes(prefix: &Prefix, other: &Project) -> bool {
    Prefix::parse(&other.prefix).is_ok_and(|other| prefix.clashes(&other))
}

/// It is the very project, which is refused as one that is there.
fn is_at(path: &ProjectPath, other: &Project) -> bool {
    (path.organisation.as_str(), path.project.as_str()) == (other.organisation_slug.as_str(), other.slug.as_str())
}
