//! The proposals of a client, those of the operator, and one of them with exactly what would be done. That somebody looked at homes
//! is logged.

use domain::access::{Actor, Denied, LinkAddress, Team, as_second_admin, in_organisation};
use domain::audit::Subject;
use domain::id::ProposalId;
use domain::proposal::Change;
use store::project::Project;
use store::proposal::Proposal;

use super::decide::find;
use super::unseal;
use crate::audit;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// Why homes were looked at.
const PROPOSALS: &str = "proposals";

/// Proposals on a page, of those that are open and of those that were decided.
const PAGE: u32 = 100;

/// The proposals of a client.
#[derive(Clone, Debug)]
pub struct Page {
    /// Those that nobody decided about, the oldest first.
    pub open: Vec<Proposal>,
    /// Those that were decided, the newest first.
    pub decided: Vec<Proposal>,
}

/// One proposal.
#[derive(Clone, Debug)]
pub struct Seen {
    /// It.
    pub proposal: Proposal,
    /// The project of the homes.
    pub project: Option<Project>,
    /// What would be done, while it is open.
    pub change: Option<Change>,
    /// Somebody can still decide.
    pub is_open: bool,
    /// This person may approve or refuse it.
    pub can_decide: bool,
    /// This person may take it back.
    pub can_withdraw: bool,
}

/// The proposals of the own client that somebody may decide about.
///
/// # Errors
/// [`Barred`]: only a client's own people have a whole client.
pub async fn list(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<Page, Barred> {
    let who = caller.into().who(app, ctx);
    let read = app.db.read(move |tx| {
        let actor = who.actor(tx)?;
        let Actor::Staff { organisation: Some(own), .. } = &actor else { return Err(Denied::NotAllowed.into()) };
        let right = in_organisation::<LinkAddress>(&actor, *own)?;
        let found = store::proposal::of_client(tx, &right, PAGE)?;
        Ok::<_, Barred>((*own, Page::for_eyes(&actor, found), actor))
    });
    let (own, page, actor) = read.await?;
    audit::homes_seen(app, ctx, &actor, (own, Subject::new("organisation", own.uuid())), PROPOSALS).await?;
    Ok(page)
}

/// What two admins decide about, of all clients and of the operator, for the operator's own admins.
///
/// # Errors
/// [`Barred`].
pub async fn list_of_admins(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>) -> Result<Page, Barred> {
    let who = caller.into().who(app, ctx);
    let read = app.db.read(move |tx| {
        let right = as_second_admin(&who.actor(tx)?, Team::Operator)?;
        let found = store::proposal::of_admins(tx, &right, PAGE)?;
        Ok(Page::for_eyes(right.by(), found))
    });
    read.await
}

impl Page {
    /// What somebody may know of.
    fn for_eyes(who: &Actor, (mut open, mut decided): (Vec<Proposal>, Vec<Proposal>)) -> Self {
        for list in [&mut open, &mut decided] {
            list.retain(|it| it.facts.is_for(who));
        }
        Self { open, decided }
    }
}

/// One proposal, with exactly what would be done.
///
/// # Errors
/// [`Barred`].
pub async fn see(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, proposal: ProposalId) -> Result<Seen, Barred> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let read = app.db.read(move |tx| {
        let (right, found) = find(tx, &who, proposal)?;
        let project = right.project().map(|project| store::project::by_ids(tx, &[project])).transpose()?;
        let project = project.and_then(|mut found| found.pop());
        Ok::<_, Barred>((right.by().clone(), project, found))
    });
    let (actor, project, proposal) = read.await?;
    let subject = proposal.dwelling.map_or_else(
        || Subject::new("proposal", proposal.id.uuid()),
        |dwelling| Subject::new("dwelling", dwelling.uuid()),
    );
    if let Some(project) = &project {
        audit::homes_seen(app, ctx, &actor, (project.organisation, subject), PROPOSALS).await?;
    }
    let is_open = proposal.facts.is_open(now);
    let change = if is_open { Some(unseal(app, &proposal)?) } else { None };
    Ok(Seen {
        project,
        change,
        is_open,
        can_decide: proposal.facts.refuse(&actor, now).is_ok(),
        can_withdraw: proposal.facts.withdraw(&actor, now).is_ok(),
        proposal,
    })
}
