//! "Alle toegang intrekken": all that gives access to one account, or to all accounts of a home, ends in one act; the address
//! stays, and the resident gets in again by the page "wachtwoord vergeten". First what would end, with a seal over whose it
//! is, then the act. Nothing is taken over, so that no second person is needed (law 8).

use domain::access::{Actor, Denied, ProjectPlace, RevokeAccess, Scope};
use domain::audit::{Act, Subject};
use domain::home::Home;
use domain::id::{AccountId, DwellingId, OccupancyId};
use domain::time::Time;
use store::project::Project;
use store::users::{Access, UserAccount};
use store::{Read, StoreError};

use crate::audit::{self, Entry};
use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};
use crate::seal;

/// A page shows no more accounts of a home.
const MOST_ACCOUNTS: usize = 50;

/// Exactly what would end.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Its project.
    pub project: Project,
    /// As the client wrote it.
    pub home: Home,
    /// The account that was named, or all accounts behind which somebody lives.
    pub accounts: Vec<Ending>,
    /// Binds the act to these households.
    pub seal: String,
}

/// An account whose access would end.
#[derive(Clone, Debug)]
pub struct Ending {
    /// The account.
    pub account: AccountId,
    /// Its username.
    pub username: String,
    /// Who lives behind it.
    occupancy: OccupancyId,
    /// An address is linked: the resident gets in again without help.
    pub has_address: bool,
    /// What gives access now.
    pub access: Access,
}

/// What came of the act.
#[derive(Clone, Debug)]
pub enum Done {
    /// It ended.
    Revoked,
    /// Somebody else lives there than was shown, or nobody; nothing was done.
    Other(Box<Plan>),
}

/// What would end, without ending it. That somebody looked is logged.
///
/// # Errors
/// [`Barred`].
pub async fn plan(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (dwelling, account): (DwellingId, Option<AccountId>),
) -> Result<Plan, Barred> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let read = app.db.read(move |tx| find(tx, &who, (dwelling, account), now));
    let (scope, plan) = read.await?;
    super::log(app, ctx, scope.by(), (plan.project.organisation, dwelling), "access").await?;
    Ok(plan)
}

/// Ends all access of the account, or of all accounts of the home, if who lives there is who was sealed.
///
/// # Errors
/// [`Barred`].
pub async fn revoke(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (dwelling, account, seal): (DwellingId, Option<AccountId>, &str),
) -> Result<Done, Barred> {
    revoke_if(app, ctx, caller.into(), (dwelling, account, Some(seal))).await
}

/// The same for a program, which was shown nothing: whoever lives there now.
///
/// # Errors
/// [`Barred`].
pub async fn revoke_unseen(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (dwelling, account): (DwellingId, Option<AccountId>),
) -> Result<Done, Barred> {
    revoke_if(app, ctx, caller.into(), (dwelling, account, None)).await
}

async fn revoke_if(
    app: &App,
    ctx: &Ctx,
    caller: Caller<'_>,
    (dwelling, account, seal): (DwellingId, Option<AccountId>, Option<&str>),
) -> Result<Done, Barred> {
    let (who, now, seal) = (caller.who(app, ctx), ctx.now, seal.map(str::to_owned));
    let patterns: Vec<Entry> = (0..MOST_ACCOUNTS).map(|_| pattern(app, ctx)).collect();
    let write = app.db.write(move |tx| {
        let (scope, plan) = find(tx, &who, (dwelling, account), now)?;
        if seal.as_ref().is_some_and(|seal| plan.seal != *seal) || plan.accounts.is_empty() {
            return Ok(Done::Other(Box::new(plan)));
        }
        let mut lines = Vec::new();
        for (ending, pattern) in plan.accounts.iter().zip(&patterns) {
            store::users::revoke(tx, &scope, ending.occupancy, now)?;
            let mut line = pattern.clone();
            (line.line.actor, line.line.organisation) = (scope.by().clone(), Some(scope.within().organisation));
            line.line.subject = Subject::new("account", ending.account.uuid());
            lines.push(line);
        }
        Entry::write_all(&lines, tx)?;
        Ok::<_, Barred>(Done::Revoked)
    });
    write.await
}

fn pattern(app: &App, ctx: &Ctx) -> Entry {
    let nobody: AccountId = app.id(ctx.now);
    audit::entry(app, ctx, Actor::Job, Act::AccessRevoked, (None, Subject::new("account", nobody.uuid())))
}

type Right = Scope<RevokeAccess, ProjectPlace>;

fn find(
    tx: &mut Read<'_>,
    who: &Who,
    (dwelling, account): (DwellingId, Option<AccountId>),
    now: Time,
) -> Result<(Right, Plan), Barred> {
    let (scope, project, home) = who.in_home::<RevokeAccess>(tx, dwelling)?;
    let mut all = store::users::accounts(tx, &scope, dwelling, now)?;
    if let Some(account) = account {
        all.retain(|it| it.id == account);
        if all.is_empty() {
            return Err(Denied::NotYours.into());
        }
    }
    let mut accounts = Vec::new();
    for it in all {
        accounts.extend(ending(tx, &scope, it, now)?);
    }
    let seal = seal(&accounts);
    Ok((scope, Plan { project, home, accounts, seal }))
}

/// None when nobody lives behind it.
fn ending(tx: &mut Read<'_>, scope: &Right, it: UserAccount, now: Time) -> Result<Option<Ending>, StoreError> {
    let Some(lives) = it.lives else { return Ok(None) };
    let access = store::users::access(tx, scope, lives.occupancy, now)?;
    Ok(access.map(|access| Ending {
        account: it.id,
        username: it.username,
        occupancy: lives.occupancy,
        has_address: lives.link.is_some(),
        access,
    }))
}

/// Over the households only: what they would lose may grow while somebody reads, and goes too.
fn seal(accounts: &[Ending]) -> String {
    seal::over(accounts.iter().flat_map(|it| [it.account.bytes(), it.occupancy.bytes()]))
}
