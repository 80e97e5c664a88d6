//! One account on one screen: how it stands, what waits to be changed, and whom of the client to send somebody to. No address of
//! the home, no whole e-mail address, no other account. That support looked is logged before anything is shown.

use domain::access::{Denied, HelpOne, in_project};
use domain::audit::Subject;
use domain::id::AccountId;
use domain::linking::CONFIRMS;
use domain::time::Time;
use store::contact::Contact;
use store::project::Project;
use store::users::UserAccount;

use super::{DeskError, views};
use crate::audit;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};
use crate::users::known;

/// An account, as the help desk sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The account, and who lives behind it.
    pub account: UserAccount,
    /// Its project and client.
    pub project: Project,
    /// Its residents get in (law 8).
    pub in_use: bool,
    /// The resident asked for another address, which is not confirmed; when.
    pub asked: Option<Time>,
    /// Others proposed another address, and nobody decided.
    pub proposed: bool,
    /// The client's people to send somebody to.
    pub contacts: Vec<Contact>,
}

/// Opens one account.
///
/// # Errors
/// [`DeskError`].
pub async fn see(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, account: AccountId) -> Result<Seen, DeskError> {
    let (who, now, in_use) = (caller.into().who(app, ctx), ctx.now, app.settings.in_use);
    let read = app.db.read(move |tx| {
        let actor = who.actor(tx)?;
        let right = domain::access::anywhere::<HelpOne>(&actor)?;
        let at = store::help_desk::place_of(tx, account)?.ok_or(Denied::NotYours)?;
        let scope = in_project::<HelpOne>(right.by(), at.place)?;
        let project = store::project::by_ids(tx, &[at.place.project])?.pop().ok_or(Denied::NotYours)?;
        let accounts = store::users::accounts(tx, &scope, at.dwelling, now)?;
        let account = accounts.into_iter().find(|it| it.id == account).ok_or(Denied::NotYours)?;
        let (mut asked, mut proposed, mut used) = (None, false, false);
        if let Some(lives) = &account.lives {
            asked = store::own_address::waits(tx, lives.identity, now - CONFIRMS)?.map(|it| it.at);
            proposed = store::proposal::of_identity(tx, lives.identity, now)?.is_some();
            used = known(lives, now - in_use).in_use;
        }
        let contacts = store::contact::way_on(tx, &scope)?;
        Ok::<_, Barred>((actor, Seen { account, project, in_use: used, asked, proposed, contacts }))
    });
    let (actor, seen) = read.await?;
    views::counted(app, ctx, &actor).await?;
    let about = (seen.project.organisation, Subject::new("account", seen.account.id.uuid()));
    audit::homes_seen(app, ctx, &actor, about, "help-desk").await?;
    Ok(seen)
}
