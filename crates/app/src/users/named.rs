//! The account of a username, for programs, which know homes by it. A username of another client is not there.

use domain::access::{Act, Denied, in_organisation};
use domain::username::Skeleton;
use store::users::NamedAccount;

use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// The account of exactly this username (in any case of letters) that somebody may do `A` with.
///
/// # Errors
/// [`Barred`].
pub async fn account<A: Act + 'static>(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    username: &str,
) -> Result<NamedAccount, Barred> {
    let (who, username) = (caller.into().who(app, ctx), username.to_owned());
    app.db
        .read(move |tx| {
            let actor = who.actor(tx)?;
            let scope = in_organisation::<A>(&actor, actor.client().ok_or(Denied::NotAllowed)?)?;
            let skeleton = Skeleton::typed(&username).ok_or(Denied::NotYours)?;
            let found = store::users::by_skeleton(tx, &scope, skeleton.as_str())?;
            // What people may confuse a program has to write as it is.
            Ok(found.filter(|it| it.username.eq_ignore_ascii_case(&username)).ok_or(Denied::NotYours)?)
        })
        .await
}
