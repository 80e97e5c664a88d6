//! Revokes a key: the next request with it is nobody's.

use domain::access::{Actor, Denied, ManageKeys};
use domain::audit::{Act, Subject};
use domain::id::KeyId;

use crate::audit::entry;
use crate::caller::{Barred, Caller};
use crate::house::{App, Ctx};

/// Revokes a key; nothing when it was revoked before.
///
/// # Errors
/// [`Denied::NotYours`] when there is no such key.
pub async fn revoke(app: &App, ctx: &Ctx, caller: impl Into<Caller<'_>>, key: KeyId) -> Result<(), Barred> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let line = entry(app, ctx, Actor::Job, Act::KeyRevoked, (None, Subject::new("key", key.uuid())));
    app.db
        .write(move |tx| {
            let scope = who.anywhere::<ManageKeys>(tx)?;
            let found = store::key::find(tx, &scope, key)?.ok_or(Denied::NotYours)?;
            let client = store::organisation::by_slug(tx, &found.client)?.ok_or(Denied::NotYours)?;
            if store::key::revoke(tx, &scope, key, now)? {
                let mut line = line.clone();
                (line.line.actor, line.line.organisation) = (scope.by().clone(), Some(client.id));
                line.write(tx)?;
            }
            Ok(())
        })
        .await
}
