//! An account by what somebody says on the phone: the whole username, forgiven as at sign-in, or the whole address. Half of
//! either finds nothing. Where an address opens several accounts, they are told by username alone, and that they were is logged.

use domain::access::{HelpOne, Scope};
use domain::audit::{Act, Subject};
use domain::email::Address;
use domain::id::EmailLinkId;
use domain::username::Skeleton;
use store::help_desk::Named;

use super::{DeskError, views};
use crate::audit::{Entry, entry};
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// A username.
    Username(Skeleton),
    /// An address.
    Address(Address),
}

impl Key {
    /// What was typed; nothing when it can be neither.
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        if text.contains('@') {
            return Address::parse(text.trim()).ok().map(Self::Address);
        }
        Skeleton::typed(text).map(Self::Username)
    }
}

/// What a key leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sought {
    /// Nothing.
    Nobody,
    /// One account.
    One(Named),
    /// Several, which this address opens.
    Several(EmailLinkId),
}

/// Looks for an account.
///
/// # Errors
/// [`DeskError`].
pub async fn search(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, key: Key) -> Result<Sought, DeskError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let asks = who.clone();
    let actor = app.db.read(move |tx| Ok::<_, Barred>(asks.anywhere::<HelpOne>(tx)?.by().clone())).await?;
    views::counted(app, ctx, &actor).await?;
    let read = app.db.read(move |tx| {
        let scope = who.anywhere::<HelpOne>(tx)?;
        Ok::<_, Barred>(match &key {
            Key::Username(skeleton) => {
                store::help_desk::by_username(tx, &scope, skeleton.as_str())?.into_iter().collect::<Vec<_>>()
            }
            Key::Address(address) => store::help_desk::by_address(tx, &scope, &address.search_key(), now)?,
        })
    });
    let mut found = read.await?;
    Ok(match (found.len(), found.first().and_then(|it| it.link)) {
        (0, _) => Sought::Nobody,
        (1, _) | (_, None) => found.pop().map_or(Sought::Nobody, Sought::One),
        (_, Some(link)) => Sought::Several(link),
    })
}

/// The accounts that an address opens, to choose from. It stands in the log of each.
///
/// # Errors
/// [`DeskError`].
pub async fn behind_address(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    link: EmailLinkId,
) -> Result<Vec<Named>, DeskError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let read = app.db.read(move |tx| {
        let scope = who.anywhere::<HelpOne>(tx)?;
        let found = match store::help_desk::search_key(tx, &scope, link)? {
            Some(key) => store::help_desk::by_address(tx, &scope, &key, now)?,
            None => Vec::new(),
        };
        Ok::<_, Barred>((scope, found))
    });
    let (scope, found) = read.await?;
    views::counted(app, ctx, scope.by()).await?;
    let lines: Vec<Entry> = found.iter().map(|it| listed(app, ctx, &scope, it)).collect();
    app.db.write(move |tx| Entry::write_all(&lines, tx)).await?;
    Ok(found)
}

fn listed<W: Copy>(app: &App, ctx: &Ctx, scope: &Scope<HelpOne, W>, it: &Named) -> Entry {
    let about = (Some(it.organisation), Subject::new("account", it.account.uuid()));
    entry(app, ctx, scope.by().clone(), Act::HomesSeen, about).because("help-desk-list")
}
