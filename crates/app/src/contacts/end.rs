//! Ending a contact: at once, by one person. Whoever is no contact any more can do nothing by mail.

use domain::access::Team;
use domain::access::as_second_admin;
use domain::access::{Actor, Denied};
use domain::audit::{Act, Subject};
use domain::email::Address;
use domain::id::ContactId;
use domain::naming::Slug;
use domain::proposal::{Reason, State};
use store::proposal::Decided;

use super::ContactError;
use super::list::right;
use crate::audit::entry;
use crate::caller::Caller;
use crate::house::{App, Ctx};

/// Ends a contact of a client: of this one, or of the caller's own. What is proposed about it is over.
///
/// # Errors
/// [`ContactError`].
pub async fn end(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (client, contact): (Option<&Slug>, ContactId),
) -> Result<(), ContactError> {
    let (who, client, now) = (caller.into().who(app, ctx), client.cloned(), ctx.now);
    let about = (None, Subject::new("contact", contact.uuid()));
    let line = entry(app, ctx, Actor::Job, Act::ContactEnded, about).with(app, "");
    app.db
        .write(move |tx| {
            let (scope, client) = right(tx, &who, client.as_ref())?;
            let found = store::contact::find(tx, &scope, contact)?.ok_or(Denied::NotYours)?;
            store::contact::end(tx, &scope, &found, now)?;
            let decides = as_second_admin(scope.by(), Team::Client(client.id))?;
            let decided = Decided { state: State::Expired, by: None, reason: Some(Reason::Overtaken) };
            store::proposal::close(tx, &decides, (found.proposal, decided), now)?;
            let masked = Address::parse(&found.email).map(|address| address.masked()).unwrap_or_default();
            let mut line = line.clone().telling(&masked);
            (line.line.actor, line.line.organisation) = (scope.by().clone(), Some(client.id));
            Ok(line.write(tx)?)
        })
        .await
}
