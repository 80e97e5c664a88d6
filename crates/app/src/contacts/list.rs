//! The contacts of a client as its own admins and those of the operator see them.

use domain::access::{Actor, Denied, KeepContacts, Scope, anywhere, in_organisation};
use domain::id::OrganisationId;
use domain::naming::Slug;
use store::Read;
use store::contact::Contact;
use store::organisation::Organisation;

use crate::caller::{Barred, Caller, Who};
use crate::house::{App, Ctx};

/// The contacts of a client.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The client.
    pub client: Organisation,
    /// Them.
    pub contacts: Vec<Contact>,
}

/// The contacts of a client: of this one, or of the caller's own.
///
/// # Errors
/// [`Barred`].
pub async fn list(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    client: Option<&Slug>,
) -> Result<Listed, Barred> {
    let (who, client) = (caller.into().who(app, ctx), client.cloned());
    app.db
        .read(move |tx| {
            let (scope, client) = right(tx, &who, client.as_ref())?;
            Ok(Listed { contacts: store::contact::list(tx, &scope)?, client })
        })
        .await
}

/// The right over the contacts of a client: of this one, or of the caller's own.
pub(super) fn right(
    tx: &mut Read<'_>,
    who: &Who,
    client: Option<&Slug>,
) -> Result<(Scope<KeepContacts, OrganisationId>, Organisation), Barred> {
    let actor = who.actor(tx)?;
    let client = match (client, &actor) {
        // People of a client have a page of their own, and of other clients none.
        (Some(_), Actor::Staff { organisation: Some(_), .. }) => return Err(Denied::NotAllowed.into()),
        (Some(slug), _) => {
            // Before it is looked up: whoever may not is not told which clients there are (law 9).
            anywhere::<KeepContacts>(&actor)?;
            store::organisation::by_slug(tx, slug.as_str())?.ok_or(Denied::NotYours)?
        }
        (None, Actor::Staff { organisation: Some(own), .. }) => {
            store::organisation::by_id(tx, *own)?.ok_or(Denied::NotYours)?
        }
        (None, _) => return Err(Denied::NotAllowed.into()),
    };
    Ok((in_organisation::<KeepContacts>(&actor, client.id)?, client))
}
