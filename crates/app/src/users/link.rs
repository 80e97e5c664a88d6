//! Links, changes or takes away the address of a household that stays (laws 7 and 8): first what exactly would change, with a seal over
//! it, then the act, which is done only while that seal still fits. No mail goes to the new address (law 10). Of an account in
//! use it is proposed to a second person instead (law 8).

use domain::access::{Denied, LinkAddress, ProjectPlace, Scope, SeeHomes, in_project};
use domain::email::Address;
use domain::home::Home;
use domain::id::{AccountId, DwellingId, ProposalId};
use domain::linking::{KnownHome, KnownLink, Takes};
use domain::time::{Day, Time};
use store::project::Project;
use store::users::{Found, Lives, UserAccount};
use store::{Read, StoreError, Write};

use super::address::{Swap, Whose};
use super::chosen;
use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};
use crate::{proposal, seal};

/// What is asked for: an address, or none, for an account of a home (its main account when none is named).
#[derive(Clone, Debug)]
pub struct Wish {
    /// The home.
    pub dwelling: DwellingId,
    /// Which of its accounts.
    pub account: Option<AccountId>,
    /// The address; none takes the one in force away.
    pub address: Option<Address>,
}

/// Exactly what would change.
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
    /// The address that gives way.
    pub old: Option<String>,
    /// The last day of the household, when it is known: who comes after it gets this address not.
    pub leaves_on: Option<Day>,
    /// The account is in use: this is proposed to a second person, or waits 72 hours (law 8).
    pub second: Option<Second>,
    /// Other homes of the client where this address is in force; for a project lead those of the own projects.
    pub elsewhere: Vec<Found>,
    /// Binds the act to this.
    pub seal: String,
}

/// Who has to look too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Second {
    /// Another person of the client.
    Colleague,
    /// There is nobody else: it waits, and the resident can object.
    Nobody,
}

/// What came of the act.
#[derive(Clone, Debug)]
pub enum Done {
    /// The address is linked.
    Linked {
        /// Another one gave way.
        corrected: bool,
    },
    /// The address is gone, and none came in its place.
    Removed,
    /// It was proposed: the account is in use.
    Proposed(ProposalId),
    /// It is another change than was shown, and nothing was done.
    Other(Box<Plan>),
}

/// Why the address is not linked.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// It cannot be seen.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// Nobody lives there now: whoever comes is a new resident (law 7).
    #[error("nobody lives there: this is a tenant change")]
    Vacant,
    /// It is the address in force; or none is asked for where none is.
    #[error("this address is linked already")]
    Same,
    /// The account is in use, and a change of its address is proposed already (law 8).
    #[error("a change of this address is proposed already; it has to be decided first")]
    AlreadyProposed,
    /// The account is in use, and its residents leave: nothing is proposed about them any more.
    #[error("the account is in use, and its residents leave")]
    Leaving,
}

impl From<StoreError> for LinkError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

impl From<Denied> for LinkError {
    fn from(denied: Denied) -> Self {
        Self::Barred(denied.into())
    }
}

/// What would change, without changing it. That somebody looked is logged.
///
/// # Errors
/// [`LinkError`].
pub async fn plan(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, wish: &Wish) -> Result<Plan, LinkError> {
    let (who, wish, now, since) = (caller.into().who(app, ctx), wish.clone(), ctx.now, ctx.now - app.settings.in_use);
    let dwelling = wish.dwelling;
    let read = app.db.read(move |tx| {
        let found = find(tx, &who, &wish, (now, since))?;
        Ok::<_, LinkError>((found.scope.by().clone(), found.plan))
    });
    let (actor, plan) = read.await?;
    super::log(app, ctx, &actor, (plan.project.organisation, dwelling), "address").await?;
    Ok(plan)
}

/// Links the address, if the change is the one that was sealed; for an account in use it is proposed.
///
/// # Errors
/// [`LinkError`].
pub async fn link(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (wish, seal): (&Wish, &str),
) -> Result<Done, LinkError> {
    link_if(app, ctx, caller.into(), (wish, Some(seal))).await
}

/// The same for a program, which was shown nothing: what is found first is what has to be there still.
///
/// # Errors
/// [`LinkError`].
pub async fn link_unseen(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, wish: &Wish) -> Result<Done, LinkError> {
    link_if(app, ctx, caller.into(), (wish, None)).await
}

async fn link_if(
    app: &App,
    ctx: &Ctx,
    caller: Caller<'_>,
    (wish, seal): (&Wish, Option<&str>),
) -> Result<Done, LinkError> {
    let (who, now, since) = (caller.who(app, ctx), ctx.now, ctx.now - app.settings.in_use);
    let (asks, asked) = (who.clone(), wish.clone());
    let found = app.db.read(move |tx| find(tx, &asks, &asked, (now, since))).await?;
    if seal.is_some_and(|seal| found.plan.seal != seal) {
        return Ok(Done::Other(Box::new(found.plan)));
    }
    let act = Linking::draw(app, ctx, wish, found)?;
    let done = app.db.write(move |tx| {
        let found = find(tx, &who, &act.wish, (now, since))?;
        act.run(tx, found)
    });
    let done = done.await;
    app.ring();
    match done {
        // Of two who propose at once, one is second.
        Err(LinkError::Barred(Barred::Store(StoreError::Taken))) => Err(LinkError::AlreadyProposed),
        other => other,
    }
}

/// All that is drawn beforehand.
pub(crate) struct Linking {
    wish: Wish,
    seal: String,
    swap: Swap,
    proposal: Option<proposal::Drawn>,
    now: Time,
}

impl Linking {
    pub(crate) fn draw(app: &App, ctx: &Ctx, wish: &Wish, found: Change) -> Result<Self, StoreError> {
        let whose = (wish.dwelling, found.plan.account, &found.lives);
        Ok(Self {
            // The seal holds the household, its address and whether it is proposed: what is drawn fits what is found again.
            proposal: found.plan.second.map(|_| proposal::draw(app, ctx, whose, wish.address.as_ref())).transpose()?,
            swap: Swap::draw(app, ctx, wish.address.as_ref(), "same-residents"),
            wish: wish.clone(),
            seal: found.plan.seal,
            now: ctx.now,
        })
    }

    pub(crate) fn run(&self, tx: &mut Write<'_>, found: Change) -> Result<Done, LinkError> {
        if found.plan.seal != self.seal {
            return Ok(Done::Other(Box::new(found.plan)));
        }
        if let Some(proposal) = &self.proposal {
            let id = proposal.run(tx, &found.scope, self.now)?;
            return Ok(Done::Proposed(id));
        }
        let organisation = found.scope.within().organisation;
        let whose = Whose { organisation, account: found.plan.account, lives: &found.lives };
        let gave_way = self.swap.run(tx, found.scope.by(), &whose, self.now)?;
        Ok(match (gave_way, &self.wish.address) {
            (_, None) => Done::Removed,
            (corrected, Some(_)) => Done::Linked { corrected },
        })
    }
}

/// A change that may be made.
pub(crate) struct Change {
    scope: Scope<LinkAddress, ProjectPlace>,
    lives: Lives,
    pub(crate) plan: Plan,
}

fn find(tx: &mut Read<'_>, who: &Who, wish: &Wish, (now, since): (Time, Time)) -> Result<Change, LinkError> {
    let place = who.in_home::<LinkAddress>(tx, wish.dwelling)?;
    find_in(tx, place, wish, (now, since))
}

/// The same where the right is known, and the home with its project.
pub(crate) fn find_in(
    tx: &mut Read<'_>,
    (scope, project, home): (Scope<LinkAddress, ProjectPlace>, Project, Home),
    wish: &Wish,
    (now, since): (Time, Time),
) -> Result<Change, LinkError> {
    let account = chosen(store::users::accounts(tx, &scope, wish.dwelling, now)?, wish.account)?;
    let UserAccount { id: account, username, lives, .. } = account;
    let lives = lives.ok_or(LinkError::Vacant)?;
    let second = match known(&lives, since).takes(wish.address.as_ref()) {
        Takes::Same => return Err(LinkError::Same),
        Takes::Confirmed | Takes::InUse => Some(second(tx, &scope, (wish.dwelling, &lives), now)?),
        Takes::First | Takes::Corrects | Takes::Removes => None,
    };
    let elsewhere = elsewhere(tx, &scope, wish, now)?;
    let seal = seal(account, &lives, (wish.address.as_ref(), second.is_some()));
    let (old, leaves_on) = (lives.link.as_ref().map(|link| link.address.clone()), lives.leaves_on);
    Ok(Change {
        scope,
        lives,
        plan: Plan { project, home, account, username, old, leaves_on, second, elsewhere, seal },
    })
}

/// Who has to look too, where it can be proposed.
fn second(
    tx: &mut Read<'_>,
    scope: &Scope<LinkAddress, ProjectPlace>,
    (dwelling, lives): (DwellingId, &Lives),
    now: Time,
) -> Result<Second, LinkError> {
    let (by, _) = proposal::proposer(scope.by())?;
    let open = store::proposal::of_home(tx, scope, dwelling)?;
    if open.iter().any(|it| it.occupancy == Some(lives.occupancy) && it.facts.is_open(now)) {
        return Err(LinkError::AlreadyProposed);
    }
    if lives.leaves_on.is_some() {
        return Err(LinkError::Leaving);
    }
    let others = store::proposal::others(tx, scope, by)?;
    Ok(if others == 0 { Second::Nobody } else { Second::Colleague })
}

/// The household as the rule of laws 7 and 8 sees it.
pub(crate) fn known(lives: &Lives, since: Time) -> KnownHome {
    let link = lives.link.as_ref().map(|link| KnownLink { search_key: link.search_key.clone(), proof: link.proof });
    KnownHome::lived(link, lives.used(), since)
}

/// Law 9: of the own client only, and of the own projects for a project lead.
fn elsewhere(
    tx: &mut Read<'_>,
    scope: &Scope<LinkAddress, ProjectPlace>,
    wish: &Wish,
    now: Time,
) -> Result<Vec<Found>, StoreError> {
    let Some(address) = &wish.address else { return Ok(Vec::new()) };
    let mut found = store::users::of_address(tx, scope, &address.search_key(), now)?;
    found.retain(|home| {
        let place = ProjectPlace { organisation: scope.within().organisation, project: home.project };
        home.standing.dwelling != wish.dwelling && in_project::<SeeHomes>(scope.by(), place).is_ok()
    });
    Ok(found)
}

/// Over whose address it is, which one gives way, the one that comes, and whether it is proposed only.
fn seal(account: AccountId, lives: &Lives, (address, proposed): (Option<&Address>, bool)) -> String {
    let link = lives.link.as_ref().map_or([0; 16], |link| link.id.bytes());
    let (proposed, address) = ([u8::from(proposed)], address.map_or("", Address::as_str));
    let parts: [&[u8]; 5] = [&account.bytes(), &lives.occupancy.bytes(), &link, &proposed, address.as_bytes()];
    seal::over(parts)
}
