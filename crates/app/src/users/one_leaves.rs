//! One of several residents leaves (PRODUCT 3.7): the household behind the account stays, with the same occupancy and subject;
//! all that gives access is made anew at once, and the address stays only if it is of somebody who stays. Whoever left gets in
//! by nothing any more. An address that comes in its place is proposed to a second person, as for every account in use
//! (law 8); for 90 days the account counts as that, also without an address.

use domain::access::{Actor, Denied, LinkAddress, ProjectPlace, RevokeAccess, Scope, in_project};
use domain::audit::{Act, Subject};
use domain::email::Address;
use domain::home::Home;
use domain::id::{AccountId, DwellingId};
use domain::proposal::Reason;
use domain::time::Time;
use store::project::Project;
use store::users::{Access, Lives};
use store::{Read, StoreError, Write};

use super::chosen;
use crate::audit::{self, Entry};
use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};
use crate::{proposal, seal};

/// Why access ends, in the log.
const ONE_LEAVES: &str = "one-leaves";

/// What happens to the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeps {
    /// It is of somebody who stays, or there is none.
    Address,
    /// It is of who leaves: it ends now. Another one may be proposed.
    Nothing(Option<Address>),
}

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Wish {
    /// The home.
    pub dwelling: DwellingId,
    /// Which of its accounts; its main account when none is named.
    pub account: Option<AccountId>,
    /// What happens to the address.
    pub keeps: Keeps,
}

/// What would end.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Its project.
    pub project: Project,
    /// As the client wrote it.
    pub home: Home,
    /// The account.
    pub account: AccountId,
    /// Its username.
    pub username: String,
    /// The address in force.
    pub address: Option<String>,
    /// What gives access now.
    pub access: Access,
    /// Binds the act to this household and its address.
    pub seal: String,
}

/// What came of the act.
#[derive(Clone, Debug)]
pub enum Done {
    /// All access is new; true when an address was proposed to a second person.
    Renewed {
        /// An address was proposed.
        proposed: bool,
    },
    /// Another household or address than was shown; nothing was done.
    Other(Box<Plan>),
}

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum LeaveError {
    /// It cannot be seen.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// Nobody lives there.
    #[error("nobody lives behind this account")]
    Vacant,
    /// The residents leave altogether: no address is proposed about them.
    #[error("all residents leave: give the address with the tenant change")]
    Leaving,
    /// It is the address of who leaves.
    #[error("this is the address of who leaves")]
    Same,
}

impl From<StoreError> for LeaveError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

type Right = Scope<RevokeAccess, ProjectPlace>;

struct Found {
    right: Right,
    lives: Lives,
    plan: Plan,
}

/// What would end. That somebody looked is logged.
///
/// # Errors
/// [`LeaveError`].
pub async fn plan(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (dwelling, account): (DwellingId, Option<AccountId>),
) -> Result<Plan, LeaveError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let found = app.db.read(move |tx| find(tx, &who, (dwelling, account), now)).await?;
    super::log(app, ctx, found.right.by(), (found.plan.project.organisation, dwelling), ONE_LEAVES).await?;
    Ok(found.plan)
}

/// Makes all access anew, if household and address are those that were sealed.
///
/// # Errors
/// [`LeaveError`].
pub async fn renew(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (wish, seal): (&Wish, &str),
) -> Result<Done, LeaveError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let (asks, home) = (who.clone(), (wish.dwelling, wish.account));
    let found = app.db.read(move |tx| find(tx, &asks, home, now)).await?;
    if found.plan.seal != seal {
        return Ok(Done::Other(Box::new(found.plan)));
    }
    let act = Renewing {
        // The seal holds the household and its address: what is drawn fits what is found again.
        proposal: proposed(app, ctx, wish, &found)?,
        lines: [Act::AccessRevoked, Act::EmailRemoved, Act::ProposalExpired].map(|act| line(app, ctx, act)),
        who,
        wish: wish.clone(),
        seal: seal.to_owned(),
        now,
    };
    let done = app.db.write(move |tx| act.run(tx)).await;
    app.ring();
    done
}

/// The address that comes, ready to be proposed.
fn proposed(app: &App, ctx: &Ctx, wish: &Wish, found: &Found) -> Result<Option<proposal::Drawn>, LeaveError> {
    let Keeps::Nothing(Some(address)) = &wish.keeps else { return Ok(None) };
    if found.lives.leaves_on.is_some() {
        return Err(LeaveError::Leaving);
    }
    if found.lives.link.as_ref().is_some_and(|link| link.search_key == address.search_key()) {
        return Err(LeaveError::Same);
    }
    let without = Lives { link: None, ..found.lives.clone() };
    Ok(Some(proposal::draw(app, ctx, (wish.dwelling, found.plan.account, &without), Some(address))?))
}

fn line(app: &App, ctx: &Ctx, act: Act) -> Entry {
    let nobody: AccountId = app.id(ctx.now);
    audit::entry(app, ctx, Actor::Job, act, (None, Subject::new("account", nobody.uuid())))
        .because(ONE_LEAVES)
        .with(app, "")
}

/// The act, with all that is drawn by lot.
struct Renewing {
    who: Who,
    wish: Wish,
    seal: String,
    proposal: Option<proposal::Drawn>,
    /// That access ended, that the address did, and that what was proposed before is over.
    lines: [Entry; 3],
    now: Time,
}

impl Renewing {
    fn run(&self, tx: &mut Write<'_>) -> Result<Done, LeaveError> {
        let Found { right, lives, plan } = find(tx, &self.who, (self.wish.dwelling, self.wish.account), self.now)?;
        if plan.seal != self.seal {
            return Ok(Done::Other(Box::new(plan)));
        }
        let organisation = right.within().organisation;
        let [revoked, removed, over] = &self.lines;
        let told = |line: &Entry, detail: &str| told(line, (&right, plan.account), detail);
        let mut lines = vec![told(revoked, "")];
        store::users::revoke(tx, &right, lives.occupancy, self.now)?;
        // Who leaves may own an address of before.
        store::own_address::settle(tx, (lives.identity, lives.occupancy), self.now)?;
        // And wrote in their own words what those who stay need not read.
        store::data_request::forget_words(tx, lives.occupancy)?;
        store::identity::renewed(tx, lives.identity, self.now)?;
        if let Keeps::Nothing(_) = self.wish.keeps
            && store::email_link::end_current(tx, organisation, lives.occupancy, self.now)?
        {
            let masked = plan.address.as_deref().and_then(|address| Address::parse(address).ok());
            lines.push(told(removed, &masked.map(|address| address.masked()).unwrap_or_default()));
        }
        // What was proposed about the old address is about nothing any more.
        if self.wish.keeps != Keeps::Address
            && store::proposal::close_of(tx, &right, (&[lives.occupancy], Reason::Overtaken), self.now)? > 0
        {
            lines.push(told(over, ""));
        }
        Entry::write_all(&lines, tx)?;
        if let Some(proposal) = &self.proposal {
            let may_propose = in_project::<LinkAddress>(right.by(), right.within()).map_err(Barred::from)?;
            proposal.run(tx, &may_propose, self.now)?;
        }
        Ok(Done::Renewed { proposed: self.proposal.is_some() })
    }
}

fn told(line: &Entry, (right, account): (&Right, AccountId), detail: &str) -> Entry {
    let mut line = line.clone().telling(detail);
    (line.line.actor, line.line.organisation) = (right.by().clone(), Some(right.within().organisation));
    line.line.subject = Subject::new("account", account.uuid());
    line
}

fn find(
    tx: &mut Read<'_>,
    who: &Who,
    (dwelling, account): (DwellingId, Option<AccountId>),
    now: Time,
) -> Result<Found, LeaveError> {
    let (right, project, home) = who.in_home::<RevokeAccess>(tx, dwelling)?;
    let it = chosen(store::users::accounts(tx, &right, dwelling, now)?, account).map_err(Barred::from)?;
    let lives = it.lives.ok_or(LeaveError::Vacant)?;
    let access = store::users::access(tx, &right, lives.occupancy, now)?.ok_or(LeaveError::Vacant)?;
    let link = lives.link.as_ref().map_or([0; 16], |link| link.id.bytes());
    let seal = seal::over([it.id.bytes(), lives.occupancy.bytes(), link]);
    let address = lives.link.as_ref().map(|link| link.address.clone());
    let plan = Plan { project, home, account: it.id, username: it.username, address, access, seal };
    Ok(Found { right, lives, plan })
}

impl From<Denied> for LeaveError {
    fn from(denied: Denied) -> Self {
        Self::Barred(denied.into())
    }
}
