//! "Where is my mail?" (PRODUCT 3.9): what became of every mail to an account, in order, and the one sentence to say to who asks.
//! For the help desk one account at a time, and for the client its own homes. That somebody looked is logged before anything is
//! shown.

mod moments;

use domain::access::{Actor, Denied, HelpOne, ProjectPlace, Scope, SeeHomes, anywhere, in_project};
use domain::audit::Subject;
use domain::diagnosis::{Diagnosis, Facts, Linked, What, diagnose};
use domain::email::Address;
use domain::first_login::Proof;
use domain::home::Home;
use domain::id::{AccountId, DwellingId};
use domain::time::{Span, Time};
use store::mail::event;
use store::mail::timeline::posted;
use store::project::Project;
use store::users::{Delivery, UserAccount};
use store::{Read, StoreError};

use crate::audit;
use crate::caller::{Barred, Caller};
use crate::help_desk::{DeskError, counted};
use crate::house::{App, Ctx};

pub use moments::{Moment, Told};

/// So far back is looked.
const LATELY: Span = Span::days(30);

/// A home with what became of the mails to it.
#[derive(Clone, Debug)]
pub struct Post {
    /// Its id.
    pub dwelling: DwellingId,
    /// As the client wrote it.
    pub home: Home,
    /// Its project.
    pub project: Project,
    /// Its accounts; for the help desk the one that was asked about.
    pub accounts: Vec<AccountPost>,
}

/// An account with what became of the mails to it.
#[derive(Clone, Debug)]
pub struct AccountPost {
    /// Its id.
    pub id: AccountId,
    /// The one that letters and lists are about.
    pub main: bool,
    /// Its username.
    pub username: String,
    /// The address of who lives there, masked, and whether they proved it.
    pub address: Option<(String, bool)>,
    /// What is the matter.
    pub diagnosis: Diagnosis,
    /// The domain that was probably meant.
    pub meant: Option<&'static str>,
    /// What happened, newest first.
    pub told: Vec<Told>,
}

/// The mails to a home of the own client.
///
/// # Errors
/// [`Barred`].
pub async fn of_home(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    dwelling: DwellingId,
) -> Result<Post, Barred> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let read = app.db.read(move |tx| {
        let (scope, project, home) = who.in_home::<SeeHomes>(tx, dwelling)?;
        let accounts = accounts(tx, &scope, (dwelling, None), now)?;
        Ok::<_, Barred>((scope.by().clone(), Post { dwelling, home, project, accounts }))
    });
    let (actor, post) = read.await?;
    log(app, ctx, &actor, &post).await?;
    Ok(post)
}

/// The mails to one account, for the help desk. It counts as a look.
///
/// # Errors
/// [`DeskError`].
pub async fn of_account(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    account: AccountId,
) -> Result<Post, DeskError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let read = app.db.read(move |tx| {
        let actor = who.actor(tx)?;
        anywhere::<HelpOne>(&actor)?;
        let dwelling = store::users::home_of(tx, account)?.ok_or(Denied::NotYours)?;
        let (place, home) = store::users::place(tx, dwelling)?.ok_or(Denied::NotYours)?;
        let scope = in_project::<HelpOne>(&actor, place)?;
        let project = store::project::by_ids(tx, &[place.project])?.into_iter().next().ok_or(Denied::NotYours)?;
        let accounts = accounts(tx, &scope, (dwelling, Some(account)), now)?;
        Ok::<_, Barred>((actor, Post { dwelling, home, project, accounts }))
    });
    let (actor, post) = read.await?;
    counted(app, ctx, &actor).await?;
    log(app, ctx, &actor, &post).await?;
    Ok(post)
}

async fn log(app: &App, ctx: &Ctx, actor: &Actor, post: &Post) -> Result<(), StoreError> {
    let subject = Subject::new("dwelling", post.dwelling.uuid());
    audit::homes_seen(app, ctx, actor, (post.project.organisation, subject), "post").await
}

fn accounts<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, ProjectPlace>,
    (dwelling, only): (DwellingId, Option<AccountId>),
    now: Time,
) -> Result<Vec<AccountPost>, StoreError> {
    let mut found = store::users::accounts(tx, scope, dwelling, now)?;
    found.retain(|it| only.is_none_or(|only| it.id == only));
    found.into_iter().map(|it| of_one(tx, scope, it, now)).collect()
}

fn of_one<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, ProjectPlace>,
    account: UserAccount,
    now: Time,
) -> Result<AccountPost, StoreError> {
    let lives = account.lives.as_ref();
    let (mails, events) = match lives {
        Some(lives) => {
            let since = now - LATELY;
            (posted(tx, scope, lives.identity, since)?, event::of_identity(tx, lives.identity, since)?)
        }
        None => (Vec::new(), Vec::new()),
    };
    let link = lives.and_then(|lives| lives.link.as_ref());
    let address = link.and_then(|link| Some((Address::parse(&link.address).ok()?, link)));
    let linked = address.as_ref().map(|(address, link)| Linked {
        confirmed: link.proof == Proof::Confirmed,
        refused: link.delivery == Delivery::Bounced,
        meant: address.typo_hint(),
    });
    let last = mails.iter().find(|mail| mail.kind == "reset").map(|mail| moments::last(mail, &events, now));
    Ok(AccountPost {
        id: account.id,
        main: account.main,
        username: account.username.clone(),
        address: address.map(|(address, link)| (address.masked(), link.proof == Proof::Confirmed)),
        diagnosis: diagnose(&Facts { lived: lives.is_some(), linked, last }),
        meant: linked.and_then(|linked| linked.meant),
        told: moments::told(&mails, &events, now),
    })
}

/// True for what tells how far a mail is: that one cannot be read tells nothing.
pub(crate) fn tells(what: What) -> bool {
    what != What::Unreadable
}
