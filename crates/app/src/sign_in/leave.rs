//! Signing out ends the session on the server; whoever kept the cookie has nothing.

use domain::access::Actor;
use domain::audit::{Act, Subject};
use store::StoreError;

use super::start_session::SESSION;
use crate::audit::entry;
use crate::house::{App, Ctx};

/// Ends the session of a cookie; nothing when there is none.
///
/// # Errors
/// When the database fails.
pub async fn leave(app: &App, ctx: &Ctx, cookie: &str) -> Result<(), StoreError> {
    let Some(signed_in) = super::who(app, ctx, cookie).await? else { return Ok(()) };
    let organisation = match &signed_in.actor {
        Actor::Resident { organisation, .. } => Some(*organisation),
        Actor::Staff { organisation, .. } => *organisation,
        _ => None,
    };
    let subject = Subject::new("session", signed_in.session.uuid());
    let line = entry(app, ctx, signed_in.actor.clone(), Act::SessionEnded, (organisation, subject));
    let (hash, now) = (crypto::token::hash(SESSION, cookie), ctx.now);
    app.db
        .write(move |tx| {
            if let Some(still) = store::session::who(tx, &hash, now)? {
                store::session::end(tx, still.session, now)?;
                line.write(tx)?;
            }
            Ok(())
        })
        .await
}
