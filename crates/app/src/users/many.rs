//! One act for many homes of a project: all access ends, or addresses that do not work go. First exactly what changes and what stays
//! as it is, with a seal over it, then the act, in one transaction. Ten or more addresses take a second person; accounts in use
//! stay as they are (law 8), and are told.

use domain::access::{LinkAddress, ProjectPlace, RevokeAccess, Scope, in_project};
use domain::audit::{Act, Subject};
use domain::first_login::progress::{Expected, WorkList};
use domain::id::{AccountId, OccupancyId};
use domain::linking::Takes;
use domain::naming::ProjectPath;
use domain::proposal::{MANY, OneOfMany};
use domain::time::{Day, Time};
use store::progress::{Listed, Standing};
use store::project::Project;
use store::users::{Lives, UserAccount};
use store::{Read, StoreError, Write};

use super::address::{Swap, Whose};
use super::link::known;
use crate::audit::{self, Entry};
use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};
use crate::proposal;
use crate::seal::Seal;

/// Homes in one act: one write, behind which sign-ins wait.
pub const MOST: u32 = 200;

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// All that gives access to all accounts of the home ends.
    Revoke,
    /// The address of the main account goes.
    RemoveAddress,
}

/// To which homes.
#[derive(Clone, Debug)]
pub enum Whom {
    /// These, as a page showed them.
    These(Vec<OccupancyId>),
    /// All that stand on a work list now; the first 200 of them.
    OnList(WorkList),
}

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Wish {
    /// The project.
    pub path: ProjectPath,
    /// What.
    pub deed: Deed,
    /// To which homes.
    pub whom: Whom,
}

/// Exactly what would change.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The project.
    pub project: Project,
    /// The homes that change.
    pub homes: Vec<Standing>,
    /// The homes that stay as they are, and why.
    pub left: Vec<(Standing, Left)>,
    /// The list has more; they come in an act of their own.
    pub more: bool,
    /// It is proposed to a second person: so many addresses change.
    pub second: bool,
    /// Binds the act to this.
    pub seal: String,
}

/// Why a home stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// The account is in use (law 8): the address changes by a proposal of its own, or by the resident.
    InUse,
    /// There is no address that could go.
    NoAddress,
}

/// What came of the act.
#[derive(Clone, Debug)]
pub enum Done {
    /// It was done to so many homes.
    Done(u64),
    /// It was proposed to a second person.
    Proposed,
    /// It is something else than was shown; nothing was done.
    Other(Box<Plan>),
}

/// What would change, without changing it. That somebody looked is logged.
///
/// # Errors
/// [`Barred`].
pub async fn plan(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, wish: &Wish) -> Result<Plan, Barred> {
    let (who, wish) = (caller.into().who(app, ctx), wish.clone());
    let times = (ctx.now, ctx.now - app.settings.in_use);
    let found = app.db.read(move |tx| find(tx, &who, &wish, times)).await?;
    let about = (found.plan.project.organisation, Subject::new("project", found.plan.project.id.uuid()));
    audit::homes_seen(app, ctx, found.scope.by(), about, "many-changes").await?;
    Ok(found.plan)
}

/// Does it, if it is what was sealed; ten or more addresses are proposed.
///
/// # Errors
/// [`Barred`].
pub async fn run(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (wish, seal): (&Wish, &str),
) -> Result<Done, Barred> {
    let (who, times) = (caller.into().who(app, ctx), (ctx.now, ctx.now - app.settings.in_use));
    let (asks, asked) = (who.clone(), wish.clone());
    let found = app.db.read(move |tx| find(tx, &asks, &asked, times)).await?;
    if found.plan.seal != seal || found.pieces.is_empty() {
        return Ok(Done::Other(Box::new(found.plan)));
    }
    // The seal holds every household and address: what is drawn fits what is found again.
    let drawn = Drawn::draw(app, ctx, &found)?;
    let (wish, seal) = (wish.clone(), seal.to_owned());
    app.db
        .write(move |tx| {
            let found = find(tx, &who, &wish, times)?;
            if found.plan.seal != seal {
                return Ok(Done::Other(Box::new(found.plan)));
            }
            drawn.run(tx, &found, times.0)
        })
        .await
}

/// A household that is changed.
struct Piece {
    home: Standing,
    account: AccountId,
    lives: Lives,
}

struct Found {
    deed: Deed,
    scope: Scope<LinkAddress, ProjectPlace>,
    pieces: Vec<Piece>,
    plan: Plan,
}

/// All that is drawn by lot.
enum Drawn {
    Revoke(Vec<Entry>),
    Remove(Vec<Swap>),
    Propose(Box<proposal::Drawn>),
}

impl Drawn {
    fn draw(app: &App, ctx: &Ctx, found: &Found) -> Result<Self, StoreError> {
        let pieces = found.pieces.iter();
        if found.plan.second {
            let one = |it: &Piece| {
                let link = it.lives.link.as_ref()?.id;
                let (dwelling, account) = (it.home.dwelling, it.account);
                Some(OneOfMany { dwelling, account, occupancy: it.lives.occupancy, link })
            };
            let all = pieces.filter_map(one).collect();
            return Ok(Self::Propose(Box::new(proposal::draw_many(app, ctx, all)?)));
        }
        Ok(match found.deed {
            Deed::RemoveAddress => Self::Remove(pieces.map(|_| Swap::draw(app, ctx, None, "many-changes")).collect()),
            Deed::Revoke => {
                let by = found.scope.by();
                let line = |it: &Piece| {
                    let about = (Some(found.scope.within().organisation), Subject::new("account", it.account.uuid()));
                    audit::entry(app, ctx, by.clone(), Act::AccessRevoked, about).because("many-changes")
                };
                Self::Revoke(pieces.map(line).collect())
            }
        })
    }

    fn run(&self, tx: &mut Write<'_>, found: &Found, now: Time) -> Result<Done, Barred> {
        let scope = &found.scope;
        match self {
            Self::Propose(drawn) => {
                drawn.run(tx, scope, now)?;
                return Ok(Done::Proposed);
            }
            Self::Remove(swaps) => {
                for (it, swap) in found.pieces.iter().zip(swaps) {
                    let organisation = scope.within().organisation;
                    let whose = Whose { organisation, account: it.account, lives: &it.lives };
                    swap.run(tx, scope.by(), &whose, now)?;
                }
            }
            Self::Revoke(lines) => {
                let right = in_project::<RevokeAccess>(scope.by(), scope.within())?;
                for it in &found.pieces {
                    store::users::revoke(tx, &right, it.lives.occupancy, now)?;
                }
                Entry::write_all(lines, tx)?;
            }
        }
        Ok(Done::Done(found.plan.homes.len() as u64))
    }
}

fn find(tx: &mut Read<'_>, who: &Who, wish: &Wish, (now, since): (Time, Time)) -> Result<Found, Barred> {
    let (scope, project) = who.in_project::<LinkAddress>(tx, &wish.path)?;
    let (chosen, more) = chosen(tx, &scope, (&wish.whom, &project), now)?;
    let (mut pieces, mut homes, mut left) = (Vec::new(), Vec::new(), Vec::new());
    for home in chosen {
        let accounts = store::users::accounts(tx, &scope, home.dwelling, now)?;
        match judge(wish.deed, accounts, since) {
            Ok(lived) => {
                let piece = |(account, lives)| Piece { home: home.clone(), account, lives };
                pieces.extend(lived.into_iter().map(piece));
                homes.push(home);
            }
            Err(why) => left.push((home, why)),
        }
    }
    let second = wish.deed == Deed::RemoveAddress && pieces.len() as u64 >= MANY;
    let seal = seal(wish.deed, second, &pieces);
    Ok(Found { deed: wish.deed, scope, pieces, plan: Plan { project, homes, left, more, second, seal } })
}

/// The homes that somebody lives in now, and whether there are more.
fn chosen(
    tx: &mut Read<'_>,
    scope: &Scope<LinkAddress, ProjectPlace>,
    (whom, project): (&Whom, &Project),
    now: Time,
) -> Result<(Vec<Standing>, bool), StoreError> {
    match whom {
        Whom::These(these) => {
            let mut once: Vec<OccupancyId> = Vec::new();
            for it in these.iter().take(MOST as usize) {
                if !once.contains(it) {
                    once.push(*it);
                }
            }
            let found = store::progress::of_each(tx, scope, &once, now)?;
            Ok((found.into_iter().flatten().collect(), false))
        }
        Whom::OnList(list) => {
            let expected = Expected::on(Day::of(now), project.delivered_on);
            let page = Listed { list: *list, expected, after: None, most: MOST + 1 };
            let mut homes = store::progress::on_list(tx, scope, &page, now)?;
            let more = homes.len() > MOST as usize;
            homes.truncate(MOST as usize);
            Ok((homes, more))
        }
    }
}

/// The households of a home that change.
fn judge(deed: Deed, accounts: Vec<UserAccount>, since: Time) -> Result<Vec<(AccountId, Lives)>, Left> {
    let lived = accounts.into_iter().filter_map(|it| Some((it.main, it.id, it.lives?)));
    if deed == Deed::Revoke {
        return Ok(lived.map(|(_, account, lives)| (account, lives)).collect());
    }
    let main = lived.into_iter().find(|(main, _, _)| *main).map(|(_, account, lives)| (account, lives));
    let (account, lives) = main.ok_or(Left::NoAddress)?;
    match known(&lives, since).takes(None) {
        Takes::Removes => Ok(vec![(account, lives)]),
        Takes::Confirmed | Takes::InUse => Err(Left::InUse),
        Takes::Same | Takes::First | Takes::Corrects => Err(Left::NoAddress),
    }
}

/// Over every household and its address, what is done, and whether it is proposed only.
fn seal(deed: Deed, second: bool, pieces: &[Piece]) -> String {
    let link = |lives: &Lives| lives.link.as_ref().map_or([0; 16], |link| link.id.bytes());
    let act = [u8::from(deed == Deed::Revoke), u8::from(second)];
    let each = pieces.iter().flat_map(|it| [it.account.bytes(), it.lives.occupancy.bytes(), link(&it.lives)]);
    let mut seal = Seal::new();
    seal.add(act);
    each.for_each(|part| seal.add(part));
    seal.text()
}
