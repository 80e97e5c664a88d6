//! The page of a home: its accounts, who lives behind each, and how they stand. That somebody looked is logged before
//! anything is shown.

use domain::access::SeeHomes;
use domain::home::Home;
use domain::id::{AccountId, DwellingId};
use domain::tenant_change::State;
use domain::time::Time;
use store::project::Project;
use store::proposal::Proposal;
use store::tenant_change::Change;
use store::users::UserAccount;

use super::log;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// A home with its accounts.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Its id.
    pub dwelling: DwellingId,
    /// As the client wrote it.
    pub home: Home,
    /// Its project.
    pub project: Project,
    /// Its accounts, the main account first.
    pub accounts: Vec<UserAccount>,
    /// The proposals about it that nobody decided about.
    pub proposals: Vec<Proposal>,
    /// The tenant changes that are still to happen, or of which a household is still to come.
    pub coming: Vec<Change>,
}

impl Seen {
    /// One account; the main account when none is named, nothing when the home has no such account.
    #[must_use]
    pub fn account(&self, account: Option<AccountId>) -> Option<&UserAccount> {
        self.accounts.iter().find(|it| account.map_or(it.main, |id| it.id == id))
    }
}

fn is_coming(change: &Change, now: Time) -> bool {
    match change.state {
        State::Planned => true,
        State::Done => change.begins.is_some_and(|(_, at)| at > now),
        State::Cancelled => false,
    }
}

/// A home, all of it.
///
/// # Errors
/// [`Barred`].
pub async fn see(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, dwelling: DwellingId) -> Result<Seen, Barred> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let read = app.db.read(move |tx| {
        let (scope, project, home) = who.in_home::<SeeHomes>(tx, dwelling)?;
        let accounts = store::users::accounts(tx, &scope, dwelling, now)?;
        let mut proposals = store::proposal::of_home(tx, &scope, dwelling)?;
        proposals.retain(|it| it.facts.is_open(now));
        let mut coming = store::tenant_change::of_home(tx, &scope, dwelling)?;
        coming.retain(|change| is_coming(change, now));
        Ok::<_, Barred>((scope.by().clone(), Seen { dwelling, home, project, accounts, proposals, coming }))
    });
    let (actor, seen) = read.await?;
    log(app, ctx, &actor, (seen.project.organisation, dwelling), "home").await?;
    Ok(seen)
}
