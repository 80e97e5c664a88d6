//! Homes go to another client, with whoever lives there: exactly which are looked at, proposed, and approved by another admin.
//! Usernames and identities stay as they are; what is over, and the log, stays with the old client.

use domain::access::{Anywhere, Denied, MoveHomes as Right, Scope, Team};
use domain::id::{DwellingId, ProposalId};
use domain::naming::ProjectPath;
use domain::proposal::MoveHomes;
use domain::username::Skeleton;
use store::home::{Called, MOST_MOVED};
use store::project::Project;
use store::{Read, StoreError};

use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};
use crate::{proposal, seal};

/// Which homes go where.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Where they are.
    pub from: ProjectPath,
    /// Where they go, at another client.
    pub to: ProjectPath,
    /// Their usernames as typed; none is all of the project.
    pub usernames: Vec<String>,
}

/// Exactly what would happen.
#[derive(Clone, Debug)]
pub struct MovePlan {
    /// Where they are.
    pub from: Project,
    /// Where they go.
    pub to: Project,
    /// The usernames of the main accounts.
    pub usernames: Vec<String>,
    /// Binds the proposal to these homes.
    pub seal: String,
    homes: Vec<DwellingId>,
}

/// Why homes do not go.
#[derive(Debug, thiserror::Error)]
pub enum MoveError {
    /// Not a right of this person.
    #[error(transparent)]
    Barred(#[from] Barred),
    /// Both projects are of one client.
    #[error("both projects are of one client")]
    SameClient,
    /// There is none.
    #[error("there are no homes to move")]
    NoHomes,
    /// More than one act takes.
    #[error("at most {MOST_MOVED} homes in one act")]
    TooMany,
    /// No homes of the project have these usernames.
    #[error("the project has no homes {}", .0.join(", "))]
    Unknown(Vec<String>),
    /// The other client has homes of the same address, build number or number.
    #[error("the other client has such homes: {}", .0.join(", "))]
    Taken(Vec<String>),
    /// Something changed since it was shown.
    #[error("something changed meanwhile")]
    Moved,
}

impl From<StoreError> for MoveError {
    fn from(error: StoreError) -> Self {
        Self::Barred(error.into())
    }
}

/// So many names of homes with a fault are told.
const TOLD: usize = 20;

/// Looks what would happen. Changes nothing.
///
/// # Errors
/// [`MoveError`].
pub async fn plan_move(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, wish: Wish) -> Result<MovePlan, MoveError> {
    let who = caller.into().who(app, ctx);
    app.db.read(move |tx| find(tx, &who, &wish).map(|(_, plan)| plan)).await
}

/// Proposes it to another admin of the operator, as it was shown.
///
/// # Errors
/// [`MoveError`].
pub async fn propose_move(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (wish, shown): (Wish, &str),
) -> Result<ProposalId, MoveError> {
    let (who, shown, now) = (caller.into().who(app, ctx), shown.to_owned(), ctx.now);
    let (asks, asked) = (who.clone(), wish.clone());
    let plan = app.db.read(move |tx| find(tx, &asks, &asked).map(|(_, plan)| plan)).await?;
    let client = Team::Client(plan.from.organisation);
    let drawn = proposal::draw_move(app, ctx, as_proposed(&plan))?;
    app.db
        .write(move |tx| {
            let (scope, plan) = find(tx, &who, &wish)?;
            if plan.seal != shown {
                return Err(MoveError::Moved);
            }
            let scope = domain::access::as_second_admin(scope.by(), client).map_err(Barred::from)?;
            Ok(drawn.run_for_admins(tx, &scope, now)?)
        })
        .await
}

/// As it is sealed, and in words for the lists and the log.
fn as_proposed(plan: &MovePlan) -> (MoveHomes, String) {
    let path = |it: &Project| format!("{}/{}", it.organisation_slug, it.slug);
    let masked = format!("{} → {}, {} homes", path(&plan.from), path(&plan.to), plan.homes.len());
    let (from, client, to) = (plan.from.id, plan.to.organisation, plan.to.id);
    (MoveHomes { from, client, to, homes: plan.homes.clone() }, masked)
}

fn find(tx: &mut Read<'_>, who: &Who, wish: &Wish) -> Result<(Scope<Right, Anywhere>, MovePlan), MoveError> {
    let scope = who.anywhere::<Right>(tx)?;
    let from = project(tx, &wish.from)?;
    let to = project(tx, &wish.to)?;
    if from.organisation == to.organisation {
        return Err(MoveError::SameClient);
    }
    let homes =
        if wish.usernames.is_empty() { all(tx, &scope, &from)? } else { named(tx, &scope, &from, &wish.usernames)? };
    if homes.is_empty() {
        return Err(MoveError::NoHomes);
    }
    let mut taken = Vec::new();
    for (dwelling, username, _) in &homes {
        if store::home::is_taken(tx, &scope, (*dwelling, &to))? {
            taken.push(username.clone());
        }
    }
    if !taken.is_empty() {
        taken.truncate(TOLD);
        return Err(MoveError::Taken(taken));
    }
    let ids = homes.iter().map(|(dwelling, ..)| dwelling.bytes());
    let seal = seal::over([from.id.bytes(), to.id.bytes()].into_iter().chain(ids));
    let (homes, usernames) = homes.into_iter().map(|(dwelling, username, _)| (dwelling, username)).unzip();
    Ok((scope, MovePlan { from, to, usernames, seal, homes }))
}

fn project(tx: &mut Read<'_>, path: &ProjectPath) -> Result<Project, MoveError> {
    let found = store::project::by_slugs(tx, path.organisation.as_str(), path.project.as_str())?;
    found.ok_or_else(|| Barred::from(Denied::NotYours).into())
}

fn all(tx: &mut Read<'_>, scope: &Scope<Right, Anywhere>, from: &Project) -> Result<Vec<Called>, MoveError> {
    let mut homes: Vec<Called> = Vec::new();
    let mut after = DwellingId::from_uuid(uuid::Uuid::nil());
    loop {
        let page = store::home::of_project(tx, scope, from.id, after)?;
        let Some((last, ..)) = page.last() else { return Ok(homes) };
        after = *last;
        homes.extend(page);
        if homes.len() as u64 > MOST_MOVED {
            return Err(MoveError::TooMany);
        }
    }
}

/// The homes of these usernames, each once, in the order of the homes.
fn named(
    tx: &mut Read<'_>,
    scope: &Scope<Right, Anywhere>,
    from: &Project,
    usernames: &[String],
) -> Result<Vec<Called>, MoveError> {
    if usernames.len() as u64 > MOST_MOVED {
        return Err(MoveError::TooMany);
    }
    let (mut homes, mut unknown) = (Vec::new(), Vec::new());
    for typed in usernames {
        let found = match Skeleton::typed(typed) {
            Some(skeleton) => store::home::by_skeleton(tx, scope, (from.id, skeleton.as_str()))?,
            None => None,
        };
        found.map_or_else(|| unknown.push(typed.clone()), |home| homes.push(home));
    }
    if !unknown.is_empty() {
        unknown.truncate(TOLD);
        return Err(MoveError::Unknown(unknown));
    }
    homes.sort_by_key(|(dwelling, ..)| *dwelling);
    homes.dedup_by_key(|(dwelling, ..)| *dwelling);
    Ok(homes)
}
