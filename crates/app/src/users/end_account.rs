//! Ends one second account for good: first what would end, with a seal over whose it is, then the act. All that gives access goes,
//! and the address with it; the username is never issued again. The main account of a home is never ended: those who live behind
//! it leave by a tenant change (law 6).

use domain::access::{Actor, EditHomes, ProjectPlace, Scope};
use domain::audit::{Act, Subject};
use domain::home::Home;
use domain::id::{AccountId, DwellingId, OccupancyId};
use domain::proposal::{Reason, State};
use domain::time::Time;
use store::project::Project;
use store::proposal::Decided;
use store::users::Access;
use store::{Read, StoreError, Write};

use crate::audit;
use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};
use crate::seal;

/// Exactly what would end.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Its project.
    pub project: Project,
    /// As the client wrote it.
    pub home: Home,
    /// The username.
    pub username: String,
    /// The address in force.
    pub address: Option<String>,
    /// What gives access now.
    pub access: Access,
    /// Binds the act to this household.
    pub seal: String,
}

/// What came of the act.
#[derive(Clone, Debug)]
pub enum Done {
    /// It ended.
    Ended,
    /// Somebody else lives there than was shown; nothing was done.
    Other(Box<Plan>),
}

/// Why an account does not end.
#[derive(Debug, thiserror::Error)]
pub enum EndError {
    /// Not a right of this person, or no such account.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// It is the main account of the home.
    #[error("the main account of a home does not end; whoever lives there leaves by a tenant change")]
    Main,
    /// Nobody lives behind it.
    #[error("nobody lives behind this account")]
    Vacant,
}

impl From<StoreError> for EndError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// What would end, without ending it. That somebody looked is logged.
///
/// # Errors
/// [`EndError`].
pub async fn plan(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (dwelling, account): (DwellingId, AccountId),
) -> Result<Plan, EndError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let (scope, _, plan) = app.db.read(move |tx| find(tx, &who, (dwelling, account), now)).await?;
    super::log(app, ctx, scope.by(), (plan.project.organisation, dwelling), "access").await?;
    Ok(plan)
}

/// Ends the account, if who lives behind it is who was sealed.
///
/// # Errors
/// [`EndError`].
pub async fn end(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (dwelling, account, seal): (DwellingId, AccountId, &str),
) -> Result<Done, EndError> {
    end_if(app, ctx, caller.into(), (dwelling, account, Some(seal))).await
}

/// The same for a program, which was shown nothing: whoever lives behind it now.
///
/// # Errors
/// [`EndError`].
pub async fn end_unseen(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (dwelling, account): (DwellingId, AccountId),
) -> Result<Done, EndError> {
    end_if(app, ctx, caller.into(), (dwelling, account, None)).await
}

async fn end_if(
    app: &App,
    ctx: &Ctx,
    caller: Caller<'_>,
    (dwelling, account, seal): (DwellingId, AccountId, Option<&str>),
) -> Result<Done, EndError> {
    let (who, now, seal) = (caller.who(app, ctx), ctx.now, seal.map(str::to_owned));
    let about = (None, Subject::new("account", account.uuid()));
    let line = audit::entry(app, ctx, Actor::Job, Act::AccountEnded, about);
    app.db
        .write(move |tx| {
            let (scope, occupancy, plan) = find(tx, &who, (dwelling, account), now)?;
            if seal.as_ref().is_some_and(|seal| plan.seal != *seal) {
                return Ok(Done::Other(Box::new(plan)));
            }
            store::users::end_account(tx, &scope, (dwelling, occupancy), now)?;
            close_proposals(tx, &scope, (dwelling, occupancy), now)?;
            let mut line = line.clone();
            (line.line.actor, line.line.organisation) = (scope.by().clone(), Some(plan.project.organisation));
            line.write(tx)?;
            Ok(Done::Ended)
        })
        .await
}

/// What is proposed about a household that is gone is over.
fn close_proposals(
    tx: &mut Write<'_>,
    scope: &Scope<EditHomes, ProjectPlace>,
    (dwelling, occupancy): (DwellingId, OccupancyId),
    now: Time,
) -> Result<(), StoreError> {
    let open = store::proposal::of_home(tx, scope, dwelling)?;
    for it in open.into_iter().filter(|it| it.occupancy == Some(occupancy)) {
        let decided = Decided { state: State::Expired, by: None, reason: Some(Reason::Overtaken) };
        store::proposal::close(tx, scope, (it.id, decided), now)?;
    }
    Ok(())
}

fn find(
    tx: &mut Read<'_>,
    who: &Who,
    (dwelling, account): (DwellingId, AccountId),
    now: Time,
) -> Result<(Scope<EditHomes, ProjectPlace>, OccupancyId, Plan), EndError> {
    let (scope, project, home) = who.in_home::<EditHomes>(tx, dwelling)?;
    let found = super::chosen(store::users::accounts(tx, &scope, dwelling, now)?, Some(account));
    let found = found.map_err(Barred::from)?;
    if found.main {
        return Err(EndError::Main);
    }
    let lives = found.lives.ok_or(EndError::Vacant)?;
    let access = store::users::access(tx, &scope, lives.occupancy, now)?.unwrap_or_default();
    let seal = seal::over([account.bytes(), lives.occupancy.bytes()]);
    let address = lives.link.map(|link| link.address);
    Ok((scope, lives.occupancy, Plan { project, home, username: found.username, address, access, seal }))
}
