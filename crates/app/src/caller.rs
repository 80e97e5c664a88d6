//! Who asks for something that needs a right: somebody behind a session cookie, a program with its key, or an actor that is
//! known, as the command line. Cookie and key are looked up in the transaction of the act, so that a right that was taken away
//! a moment ago is gone.

use domain::access::{Act, Actor, Anywhere, Denied, ProjectPlace, Scope, Team, anywhere, in_project, in_team};
use domain::home::Home;
use domain::id::DwellingId;
use domain::naming::ProjectPath;
use domain::session::{Level, Lifetimes};
use domain::time::Time;
use store::project::Project;
use store::{Read, StoreError};

use crate::house::{App, Ctx};
use crate::keys;
use crate::sign_in::{SESSION, who};
use crate::staff::Side;

/// Who asks.
#[derive(Clone, Copy)]
pub enum Caller<'a> {
    /// An actor that needs no looking up: the command line, a job.
    Known(&'a Actor),
    /// Whoever holds this session cookie.
    Cookie(&'a str),
    /// The program that sends this as its key.
    Key(&'a str),
}

impl std::fmt::Debug for Caller<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Known(actor) => f.debug_tuple("Known").field(actor).finish(),
            // What cookie and key hold is a secret.
            Self::Cookie(_) => f.write_str("Cookie(…)"),
            Self::Key(_) => f.write_str("Key(…)"),
        }
    }
}

impl<'a> From<&'a Actor> for Caller<'a> {
    fn from(actor: &'a Actor) -> Self {
        Self::Known(actor)
    }
}

/// Why somebody may not.
#[derive(Debug, thiserror::Error)]
pub enum Barred {
    /// Nobody is signed in; or the key opens nothing.
    #[error("sign in first")]
    SignIn,
    /// No such project.
    #[error("there is no project {0}; add it with: project add")]
    NoProject(ProjectPath),
    /// Not a right of this person; a thing of another client does not exist for them.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A caller, ready to be looked up inside a transaction.
#[derive(Clone, Debug)]
pub(crate) enum Who {
    Known(Actor),
    Holder { hash: [u8; 32], now: Time, lifetimes: Lifetimes },
    Program { hash: [u8; 32], now: Time },
}

impl Caller<'_> {
    pub(crate) fn who(self, app: &App, ctx: &Ctx) -> Who {
        match self {
            Self::Known(actor) => Who::Known(actor.clone()),
            Self::Cookie(cookie) => Who::Holder {
                hash: crypto::token::hash(SESSION, cookie),
                now: ctx.now,
                lifetimes: app.settings.lifetimes,
            },
            Self::Key(text) => Who::Program { hash: keys::hash(text), now: ctx.now },
        }
    }
}

impl Who {
    /// The actor, as of this transaction.
    pub(crate) fn actor(&self, tx: &mut Read<'_>) -> Result<Actor, Barred> {
        match self {
            Self::Known(actor) => Ok(actor.clone()),
            Self::Holder { hash, now, lifetimes } => {
                let holder = who::holder(tx, hash, *now, lifetimes)?.filter(|holder| holder.level == Level::Full);
                holder.map(|holder| holder.actor).ok_or(Barred::SignIn)
            }
            Self::Program { hash, now } => {
                store::key::holder(tx, hash, *now)?.map(|holder| holder.actor).ok_or(Barred::SignIn)
            }
        }
    }

    /// The right to do something in a project, and the project.
    pub(crate) fn in_project<A: Act>(
        &self,
        tx: &mut Read<'_>,
        path: &ProjectPath,
    ) -> Result<(Scope<A, ProjectPlace>, Project), Barred> {
        let actor = self.actor(tx)?;
        let found = store::project::by_slugs(tx, path.organisation.as_str(), path.project.as_str())?;
        let project = found.ok_or_else(|| Barred::NoProject(path.clone()))?;
        let place = ProjectPlace { organisation: project.organisation, project: project.id };
        Ok((in_project::<A>(&actor, place)?, project))
    }

    /// The right to do something in a home, its project, and what the client calls it. A home of another client is not
    /// there.
    pub(crate) fn in_home<A: Act>(
        &self,
        tx: &mut Read<'_>,
        dwelling: DwellingId,
    ) -> Result<(Scope<A, ProjectPlace>, Project, Home), Barred> {
        let actor = self.actor(tx)?;
        let (place, home) = store::users::place(tx, dwelling)?.ok_or(Denied::NotYours)?;
        let scope = in_project::<A>(&actor, place)?;
        let project = store::project::by_ids(tx, &[place.project])?.into_iter().next().ok_or(Denied::NotYours)?;
        Ok((scope, project, home))
    }

    /// The right to do something with a home; one of another client does not exist.
    pub(crate) fn in_dwelling<A: Act>(
        &self,
        tx: &mut Read<'_>,
        dwelling: DwellingId,
    ) -> Result<Scope<A, ProjectPlace>, Barred> {
        let actor = self.actor(tx)?;
        let place = store::home::place_of(tx, dwelling)?.ok_or(Denied::NotYours)?;
        Ok(in_project::<A>(&actor, place)?)
    }

    /// The right to do something over the whole installation.
    pub(crate) fn anywhere<A: Act>(&self, tx: &mut Read<'_>) -> Result<Scope<A, Anywhere>, Barred> {
        let actor = self.actor(tx)?;
        Ok(anywhere::<A>(&actor)?)
    }

    /// The right to do something with the people of the own team.
    pub(crate) fn in_team<A: Act>(&self, tx: &mut Read<'_>, side: Side) -> Result<Scope<A, Team>, Barred> {
        let actor = self.actor(tx)?;
        let team = match (side, &actor) {
            (Side::Operator, _) => Team::Operator,
            (Side::Client, Actor::Staff { organisation: Some(own), .. }) => Team::Client(*own),
            (Side::Client, _) => return Err(Denied::NotAllowed.into()),
        };
        Ok(in_team::<A>(&actor, team)?)
    }
}
