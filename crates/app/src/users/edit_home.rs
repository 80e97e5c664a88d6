//! Changes how a home is called: the client's number, its address, its build number. First what was and what would be, with a seal
//! over both, then the act. Usernames, residents and addresses of residents stay as they are.

use domain::access::{Actor, EditHomes, ProjectPlace, Scope};
use domain::audit::{Act, Subject};
use domain::first_login::written;
use domain::home::Home;
use domain::id::{AccountId, DwellingId};
use store::project::Project;
use store::{Read, StoreError};

use super::twins::{Twin, twins};
use crate::audit;
use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};
use crate::seal;

/// Exactly what would change.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Its project.
    pub project: Project,
    /// As the client wrote it.
    pub before: Home,
    /// As it would be.
    pub after: Home,
    /// Binds the act to both.
    pub seal: String,
}

/// What came of the act.
#[derive(Clone, Debug)]
pub enum Done {
    /// It is called otherwise.
    Changed,
    /// It is another change than was shown; nothing was done.
    Other(Box<Plan>),
}

/// Why a home keeps its name.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// Not a right of this person, or no such home.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// It is called so already.
    #[error("the home is called so already")]
    Same,
    /// The client has another home that is called so.
    #[error("the client has another home that is called so")]
    Known(Vec<Twin>),
}

impl From<StoreError> for EditError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// What would change, without changing it. That somebody looked is logged.
///
/// # Errors
/// [`EditError`].
pub async fn plan(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (dwelling, home): (DwellingId, &Home),
) -> Result<Plan, EditError> {
    let (who, home) = (caller.into().who(app, ctx), home.clone());
    let (scope, plan) = app.db.read(move |tx| find(tx, &who, (dwelling, &home))).await?;
    super::log(app, ctx, scope.by(), (plan.project.organisation, dwelling), "home").await?;
    Ok(plan)
}

/// Calls the home otherwise, if the change is the one that was sealed.
///
/// # Errors
/// [`EditError`].
pub async fn edit(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (dwelling, home, seal): (DwellingId, &Home, &str),
) -> Result<Done, EditError> {
    edit_if(app, ctx, caller.into(), (dwelling, home, Some(seal))).await
}

/// The same for a program, which was shown nothing: however the home is called now.
///
/// # Errors
/// [`EditError`].
pub async fn edit_unseen(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (dwelling, home): (DwellingId, &Home),
) -> Result<Done, EditError> {
    edit_if(app, ctx, caller.into(), (dwelling, home, None)).await
}

async fn edit_if(
    app: &App,
    ctx: &Ctx,
    caller: Caller<'_>,
    (dwelling, home, seal): (DwellingId, &Home, Option<&str>),
) -> Result<Done, EditError> {
    let (who, home, seal) = (caller.who(app, ctx), home.clone(), seal.map(str::to_owned));
    let nobody: AccountId = app.id(ctx.now);
    let about = (None, Subject::new("account", nobody.uuid()));
    let line = audit::entry(app, ctx, Actor::Job, Act::HomeChanged, about).with(app, "");
    app.db
        .write(move |tx| {
            let (scope, plan) = find(tx, &who, (dwelling, &home))?;
            if seal.as_ref().is_some_and(|seal| plan.seal != *seal) {
                return Ok(Done::Other(Box::new(plan)));
            }
            store::home::edit(tx, &scope, dwelling, (&plan.after, &plan.after.keys()))?;
            let mut line = line.clone().telling(&audit::before_and_after(&called(&plan.before), &called(&plan.after)));
            (line.line.actor, line.line.organisation) = (scope.by().clone(), Some(plan.project.organisation));
            line.line.subject = Subject::new("dwelling", dwelling.uuid());
            line.write(tx)?;
            Ok(Done::Changed)
        })
        .await
}

fn find(
    tx: &mut Read<'_>,
    who: &Who,
    (dwelling, after): (DwellingId, &Home),
) -> Result<(Scope<EditHomes, ProjectPlace>, Plan), EditError> {
    let (scope, project, before) = who.in_home::<EditHomes>(tx, dwelling)?;
    if before == *after {
        return Err(EditError::Same);
    }
    let known = twins(tx, &scope, &after.keys(), Some(dwelling))?;
    if !known.is_empty() {
        return Err(EditError::Known(known));
    }
    let parts = [written(&before), written(after)].concat();
    let seal = seal::over([dwelling.to_string()].into_iter().chain(parts));
    Ok((scope, Plan { project, before, after: after.clone(), seal }))
}

/// For the log: all it is called.
fn called(home: &Home) -> String {
    let address = audit::one_line(home);
    let numbers = [&home.client_number, &home.build_number].into_iter().flatten().map(String::as_str);
    let beside = numbers.filter(|number| *number != address);
    std::iter::once(address.as_str()).chain(beside).collect::<Vec<_>>().join(" · ")
}
