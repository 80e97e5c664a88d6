//! The list of usernames per home that goes back to the client: its own number and address, and our columns. It holds no
//! address of a resident and no secret; that it was made is logged.

use std::sync::Arc;

use domain::access::{Actor, Denied, ProjectPlace, SeeUsernames, in_project};
use domain::audit::{Act, Subject};
use domain::first_login::Proof;
use domain::naming::ProjectPath;
use store::StoreError;
use store::home::Listed;

use crate::audit;
use crate::house::{App, Ctx};

/// How far the account of a home has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nobody lives there now.
    Vacant,
    /// No address is known: nobody can set a password yet.
    NoAddress,
    /// A mail server said that the mailbox does not exist.
    AddressRefused,
    /// An address is linked, and not proven yet.
    Linked,
    /// The resident proved the address.
    Confirmed,
}

impl Status {
    /// Of a home in the list.
    #[must_use]
    pub fn of(home: &Listed) -> Self {
        match home.proof {
            _ if !home.lived_in => Self::Vacant,
            Some(Proof::Linked | Proof::Confirmed) if home.refused => Self::AddressRefused,
            Some(Proof::Confirmed) => Self::Confirmed,
            Some(Proof::Linked) => Self::Linked,
            None | Some(Proof::Proposed | Proof::Ended) => Self::NoAddress,
        }
    }
}

/// Why there is no list.
#[derive(Debug, thiserror::Error)]
pub enum ListingError {
    /// No such project.
    #[error("there is no project {0}; add it with: project add")]
    NoProject(ProjectPath),
    /// It cannot be written where it should go.
    #[error("the list cannot be written")]
    Io(#[from] std::io::Error),
    /// Not a right of this actor.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Gives the homes of a project to `page`, at most 1,000 at a time, in the order in which they were imported; how many
/// there were. It is logged before the first is given.
///
/// # Errors
/// [`ListingError`].
pub async fn list(
    app: &App,
    ctx: &Ctx,
    actor: &Actor,
    path: &ProjectPath,
    mut page: impl FnMut(&[Listed]) -> std::io::Result<()>,
) -> Result<u64, ListingError> {
    let names = path.clone();
    let found = app
        .db
        .read(move |tx| store::project::by_slugs(tx, names.organisation.as_str(), names.project.as_str()))
        .await?
        .ok_or_else(|| ListingError::NoProject(path.clone()))?;
    let place = ProjectPlace { organisation: found.organisation, project: found.id };
    let scope = Arc::new(in_project::<SeeUsernames>(actor, place)?);
    let about = (Some(found.organisation), Subject::new("project", found.id.uuid()));
    let line = audit::entry(app, ctx, actor.clone(), Act::UsernamesListed, about);
    app.db.write(move |tx| line.write(tx)).await?;
    let (mut after, mut count, now) = (None, 0, ctx.now);
    loop {
        let scope = Arc::clone(&scope);
        let homes = app.db.read(move |tx| store::home::page(tx, &scope, after, now)).await?;
        let Some(last) = homes.last() else { return Ok(count) };
        after = Some(last.dwelling);
        count += homes.len() as u64;
        page(&homes)?;
    }
}
