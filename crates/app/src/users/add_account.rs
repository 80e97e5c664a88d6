//! A second account for a home in which somebody lives (a partner, a housemate): first what would be made and who is told, with a
//! seal over it, then the act. It gets the next username of the project and begins now. A planned change of the home is about it
//! too: it gets the same end (law 6, decision 0021). Those who live there are told: on their own page, and by mail where they
//! proved their address (law 8; an address that nobody proved may be a stranger's, law 10).

use std::collections::BTreeSet;

use domain::access::{Actor, EditHomes, ProjectPlace, Scope};
use domain::audit::{Act, Subject};
use domain::first_login::Proof;
use domain::home::Home;
use domain::id::{AccountId, DwellingId, IdentityId, OccupancyId};
use domain::mail::Mail;
use domain::time::{Day, Time};
use domain::username::{Prefix, Username};
use store::home::NewOccupancy;
use store::mail::NewMail;
use store::project::Project;
use store::tenant_change::Change;
use store::users::{Lives, UserAccount};
use store::{Read, StoreError, Write};

use crate::audit::{self, Entry};
use crate::caller::{Barred, Caller, Who};
use crate::first_login::{Nameless, issue};
use crate::house::{App, Ctx};
use crate::outbox::intent;
use crate::seal;

/// A page shows no more accounts of a home.
const MOST_ACCOUNTS: usize = 49;

/// Exactly what would be made.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Its project.
    pub project: Project,
    /// As the client wrote it.
    pub home: Home,
    /// The usernames of those who live there now.
    pub living: Vec<String>,
    /// How many of them are told by mail too.
    pub mails: u64,
    /// Its last day, when a change of residents is planned.
    pub until: Option<Day>,
    /// Binds the act to these households and this end.
    pub seal: String,
}

/// What came of the act.
#[derive(Clone, Debug)]
pub enum Done {
    /// There is another account, with this username.
    Added(Username),
    /// Others live there than was shown, or the end is another one; nothing was done.
    Other(Box<Plan>),
}

/// Why a home gets no other account.
#[derive(Debug, thiserror::Error)]
pub enum AddError {
    /// Not a right of this person, or no such home.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// Nobody lives there now: who comes begins behind the main account, by a tenant change (law 7).
    #[error("nobody lives there: this is a tenant change")]
    Vacant,
    /// It has as many as a page can show.
    #[error("this home has 49 accounts; end one first")]
    TooMany,
}

impl From<StoreError> for AddError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// What would be made, without making it. That somebody looked is logged.
///
/// # Errors
/// [`AddError`].
pub async fn plan(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, dwelling: DwellingId) -> Result<Plan, AddError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let Found { scope, plan, .. } = app.db.read(move |tx| find(tx, &who, dwelling, now)).await?;
    super::log(app, ctx, scope.by(), (plan.project.organisation, dwelling), "home").await?;
    Ok(plan)
}

/// Makes the account, if it is the one that was sealed.
///
/// # Errors
/// [`AddError`].
pub async fn add(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (dwelling, seal): (DwellingId, &str),
) -> Result<Done, AddError> {
    add_if(app, ctx, caller.into(), (dwelling, |plan: &Plan| plan.seal == seal)).await
}

/// The same for a program, which was shown nothing: it says behind which usernames somebody lives, so that what it asks twice is
/// done once (decision 0023).
///
/// # Errors
/// [`AddError`].
pub async fn add_beside(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (dwelling, living): (DwellingId, &[Username]),
) -> Result<Done, AddError> {
    let said: BTreeSet<&str> = living.iter().map(Username::as_str).collect();
    let fits = |plan: &Plan| plan.living.iter().map(String::as_str).collect::<BTreeSet<_>>() == said;
    add_if(app, ctx, caller.into(), (dwelling, fits)).await
}

async fn add_if(
    app: &App,
    ctx: &Ctx,
    caller: Caller<'_>,
    (dwelling, fits): (DwellingId, impl Fn(&Plan) -> bool),
) -> Result<Done, AddError> {
    let (who, now) = (caller.who(app, ctx), ctx.now);
    let asks = who.clone();
    let found = app.db.read(move |tx| find(tx, &asks, dwelling, now)).await?;
    if !fits(&found.plan) {
        return Ok(Done::Other(Box::new(found.plan)));
    }
    // The seal holds the households and their addresses: the mails that are drawn fit what is found again.
    let mails = found.told.iter().map(|identity| intent(app, ctx, Mail::AccountAdded { identity: *identity }));
    let account: AccountId = app.id(now);
    let about = (None, Subject::new("account", account.uuid()));
    let adding = Adding {
        who,
        dwelling,
        account,
        identity: app.id(now),
        subject: app.random_name(),
        occupancy: app.id(now),
        mails: mails.collect(),
        line: audit::entry(app, ctx, Actor::Job, Act::AccountCreated, about).because("second"),
        seal: found.plan.seal,
        now,
    };
    let done = app.db.write(move |tx| adding.run(tx)).await;
    app.ring();
    done
}

/// An account with all that is drawn by lot.
struct Adding {
    who: Who,
    dwelling: DwellingId,
    account: AccountId,
    identity: IdentityId,
    subject: String,
    occupancy: OccupancyId,
    mails: Vec<NewMail>,
    line: Entry,
    seal: String,
    now: Time,
}

impl Adding {
    fn run(&self, tx: &mut Write<'_>) -> Result<Done, AddError> {
        let Found { scope, plan, change, .. } = find(tx, &self.who, self.dwelling, self.now)?;
        if plan.seal != self.seal {
            return Ok(Done::Other(Box::new(plan)));
        }
        let prefix =
            Prefix::parse(&plan.project.prefix).map_err(|_| StoreError::internal("a stored prefix is none"))?;
        let new = Nameless { account: self.account, dwelling: self.dwelling, main: false };
        let username = issue(tx, &scope, &prefix, &[new], self.now)?.pop();
        let username = username.ok_or_else(|| StoreError::internal("an account without a username"))?;
        store::identity::add_residents(tx, &[(self.identity, self.subject.clone())], self.now)?;
        let new = NewOccupancy { id: self.occupancy, account: self.account, identity: self.identity };
        // From this moment on, not from the first of the day: a change of the home that was due today is not about it.
        let starts = (Day::of(self.now), self.now);
        store::home::add_occupancies_from(tx, &scope, &[new], starts, self.now)?;
        if let Some((change, bound)) = change.and_then(|change| change.ends.map(|bound| (change.id, bound))) {
            store::tenant_change::end_access(tx, &scope, (change, &[self.occupancy]), bound)?;
        }
        for mail in &self.mails {
            store::mail::add(tx, mail, self.now)?;
        }
        let mut line = self.line.clone();
        (line.line.actor, line.line.organisation) = (scope.by().clone(), Some(plan.project.organisation));
        line.write(tx)?;
        Ok(Done::Added(username))
    }
}

struct Found {
    scope: Scope<EditHomes, ProjectPlace>,
    plan: Plan,
    /// Who is told by mail.
    told: Vec<IdentityId>,
    /// The change that ends it.
    change: Option<Change>,
}

fn find(tx: &mut Read<'_>, who: &Who, dwelling: DwellingId, now: Time) -> Result<Found, AddError> {
    let (scope, project, home) = who.in_home::<EditHomes>(tx, dwelling)?;
    let accounts = store::users::accounts(tx, &scope, dwelling, now)?;
    let is_lived_in = accounts.iter().any(|account| account.main && account.lives.is_some());
    if !is_lived_in {
        return Err(AddError::Vacant);
    }
    if accounts.len() >= MOST_ACCOUNTS {
        return Err(AddError::TooMany);
    }
    let change = store::tenant_change::planned(tx, &scope, dwelling)?;
    let change = change.filter(|change| change.ends.is_some_and(|(_, at)| at > now));
    let living: Vec<(&UserAccount, &Lives)> =
        accounts.iter().filter_map(|account| Some((account, account.lives.as_ref()?))).collect();
    let told: Vec<IdentityId> =
        living.iter().filter(|(_, lives)| is_told(lives)).map(|(_, lives)| lives.identity).collect();
    let until = change.as_ref().and_then(|change| change.ends).map(|(last, _)| last);
    let seal = seal(dwelling, &accounts, until);
    let living = living.iter().map(|(account, _)| account.username.clone()).collect();
    let plan = Plan { project, home, living, mails: told.len() as u64, until, seal };
    Ok(Found { scope, plan, told, change })
}

fn is_told(lives: &Lives) -> bool {
    lives.link.as_ref().is_some_and(|link| link.proof == Proof::Confirmed)
}

/// Over every account of the home, so that a form that is sent twice makes one.
fn seal(dwelling: DwellingId, accounts: &[UserAccount], until: Option<Day>) -> String {
    let mut parts = vec![dwelling.to_string(), until.map(|day| day.to_string()).unwrap_or_default()];
    for account in accounts {
        parts.push(account.id.to_string());
        parts.push(account.lives.as_ref().map(|lives| lives.occupancy.to_string()).unwrap_or_default());
        parts.push(if account.lives.as_ref().is_some_and(is_told) { "told" } else { "" }.to_owned());
    }
    seal::over(parts)
}
