//! Adds one home to a project by hand: judged as a row of a list, and made as a list makes homes, with the next username of the
//! project and a household that begins today. No mail goes out, and no address comes with it: linking one is an act of its own.

use domain::access::{Actor, EditHomes};
use domain::audit::{Act, Subject};
use domain::home::Home;
use domain::id::{AccountId, DwellingId, IdentityId, OccupancyId};
use domain::naming::ProjectPath;
use domain::time::{Day, Time};
use domain::username::{Prefix, Username};
use store::home::{NewHome, NewOccupancy};
use store::project::Project;
use store::{StoreError, Write};

use super::twins::{Twin, twins};
use crate::audit::{self, Entry};
use crate::caller::{Barred, Caller, Who};
use crate::first_login::{Nameless, issue};
use crate::house::{App, Ctx};

/// A home that was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// Its id.
    pub dwelling: DwellingId,
    /// The username of its main account, for ever.
    pub username: Username,
}

/// Why a home is not added.
#[derive(Debug, thiserror::Error)]
pub enum AddError {
    /// Not a right of this person, or no such project.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// The client has it already.
    #[error("the client has this home already")]
    Known(Vec<Twin>),
}

impl From<StoreError> for AddError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// The project a home may be added to, for the form.
///
/// # Errors
/// [`Barred`].
pub async fn at(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, path: &ProjectPath) -> Result<Project, Barred> {
    let (who, path) = (caller.into().who(app, ctx), path.clone());
    app.db.read(move |tx| who.in_project::<EditHomes>(tx, &path).map(|(_, project)| project)).await
}

/// Adds a home that has a key.
///
/// # Errors
/// [`AddError`].
pub async fn add(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (path, home): (&ProjectPath, &Home),
) -> Result<Added, AddError> {
    let adding = Adding::draw(app, ctx, caller.into().who(app, ctx), (path, home));
    let again = adding.clone();
    let done = app.db.write(move |tx| adding.run(tx)).await;
    match done {
        // Of two who add it at once, one is second.
        Err(AddError::Barred(Barred::Store(StoreError::Taken))) => app.db.write(move |tx| again.run(tx)).await,
        other => other,
    }
}

/// A home with all that is drawn by lot.
#[derive(Clone)]
struct Adding {
    who: Who,
    path: ProjectPath,
    home: Home,
    dwelling: DwellingId,
    account: AccountId,
    identity: IdentityId,
    subject: String,
    occupancy: OccupancyId,
    line: Entry,
    now: Time,
}

impl Adding {
    fn draw(app: &App, ctx: &Ctx, who: Who, (path, home): (&ProjectPath, &Home)) -> Self {
        let account: AccountId = app.id(ctx.now);
        let about = (None, Subject::new("account", account.uuid()));
        Self {
            who,
            path: path.clone(),
            home: home.clone(),
            dwelling: app.id(ctx.now),
            account,
            identity: app.id(ctx.now),
            subject: app.random_name(),
            occupancy: app.id(ctx.now),
            line: audit::entry(app, ctx, Actor::Job, Act::AccountCreated, about).because("by-hand"),
            now: ctx.now,
        }
    }

    fn run(&self, tx: &mut Write<'_>) -> Result<Added, AddError> {
        let (scope, project) = self.who.in_project::<EditHomes>(tx, &self.path)?;
        let keys = self.home.keys();
        let known = twins(tx, &scope, &keys, None)?;
        if !known.is_empty() {
            return Err(AddError::Known(known));
        }
        let prefix = Prefix::parse(&project.prefix).map_err(|_| StoreError::internal("a stored prefix is none"))?;
        store::home::add_homes(tx, &scope, &[NewHome { id: self.dwelling, home: &self.home, keys: &keys }], self.now)?;
        let new = Nameless { account: self.account, dwelling: self.dwelling, main: true };
        let username = issue(tx, &scope, &prefix, &[new], self.now)?.pop();
        let username = username.ok_or_else(|| StoreError::internal("an account without a username"))?;
        store::identity::add_residents(tx, &[(self.identity, self.subject.clone())], self.now)?;
        let new = NewOccupancy { id: self.occupancy, account: self.account, identity: self.identity };
        store::home::add_occupancies(tx, &scope, &[new], Day::of(self.now), self.now)?;
        let mut line = self.line.clone();
        (line.line.actor, line.line.organisation) = (scope.by().clone(), Some(project.organisation));
        line.write(tx)?;
        Ok(Added { dwelling: self.dwelling, username })
    }
}
