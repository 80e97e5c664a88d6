//! Whoever holds a cookie and is signed in all the way: looked up once for the line in the log, and again in the transaction that
//! changes something, so that who was put out a moment ago changes nothing.

use domain::audit::{Act, Subject};
use domain::session::{Level, Lifetimes};
use domain::time::Time;
use store::Read;
use store::session::SignedIn;

use super::prove::{ProveError, organisation_of};
use crate::audit::{Entry, entry};
use crate::house::{App, Ctx};
use crate::sign_in::{SESSION, who};

/// Whoever holds a cookie, to be looked up again inside the transaction.
pub(crate) struct Holder {
    cookie: [u8; 32],
    now: Time,
    lifetimes: Lifetimes,
}

impl Holder {
    /// Who that is now.
    ///
    /// # Errors
    /// [`ProveError::SignIn`], or when the database fails.
    pub(crate) fn find(&self, tx: &mut Read<'_>) -> Result<SignedIn, ProveError> {
        let found = who::holder(tx, &self.cookie, self.now, &self.lifetimes)?;
        found.filter(|holder| holder.level == Level::Full).ok_or(ProveError::SignIn)
    }
}

/// The holder, and a line of this act about themselves.
///
/// # Errors
/// [`ProveError::SignIn`], or when the database fails.
pub(crate) async fn held(app: &App, ctx: &Ctx, cookie: &str, act: Act) -> Result<(Holder, Entry), ProveError> {
    let signed_in = who(app, ctx, cookie).await?.ok_or(ProveError::SignIn)?;
    let subject = Subject::new("identity", signed_in.identity.uuid());
    let line = entry(app, ctx, signed_in.actor.clone(), act, (organisation_of(&signed_in), subject));
    let cookie = crypto::token::hash(SESSION, cookie);
    Ok((Holder { cookie, now: ctx.now, lifetimes: app.settings.lifetimes }, line))
}
