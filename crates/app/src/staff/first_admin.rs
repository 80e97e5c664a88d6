//! The operator's admins invite the first admin of a client, who invites the others. Once that one is at work, nobody of the
//! operator invites anybody there.

use domain::access::{Denied, ManageClients, first_admin};
use domain::audit::Act;
use domain::naming::Slug;
use domain::role::Role;
use domain::staff::State;

use super::invitation::Draft;
use super::invite_colleague::Newcomer;
use super::team::StaffError;
use crate::caller::Caller;
use crate::house::{App, Ctx};

/// Invites the first admin of a client, also once more.
///
/// # Errors
/// [`StaffError::HasAdmin`] when the client has one at work; [`StaffError`].
pub async fn invite_first_admin(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (client, email): (&Slug, &str),
) -> Result<(), StaffError> {
    let who = caller.into().who(app, ctx);
    let new = Newcomer { email: email.to_owned(), role: Role::OrgAdmin, projects: Vec::new() };
    let address = new.address();
    let mut draft = Draft::new(app, ctx);
    if let Ok(address) = &address {
        draft = draft.about(app, address, Role::OrgAdmin);
    }
    let (typed, client) = (new.address().ok(), client.to_string());
    app.db
        .write(move |tx| {
            let sees = who.anywhere::<ManageClients>(tx)?;
            let client = store::client::by_slug(tx, &sees, &client)?.ok_or(Denied::NotYours)?;
            let scope = first_admin(sees.by(), client.id)?;
            // Rights are judged before what was typed.
            let Some(address) = &typed else { return Ok(()) };
            if client.admins > 0 {
                return Err(StaffError::HasAdmin);
            }
            let role = Role::OrgAdmin;
            let (staff, act) = match store::staff::by_email(tx, address.as_str())? {
                None => (draft.add(tx, &scope, (address, role), &[])?, Act::StaffInvited),
                Some(known) if known.organisation != Some(client.id) => return Err(StaffError::CannotBe),
                Some(known) if known.state == State::Ended => {
                    store::staff::revive(tx, &scope, (known.id, role), &[])?;
                    (known.id, Act::StaffInvited)
                }
                Some(known) if known.role == role => (known.id, Act::StaffInvitedAgain),
                Some(known) => return Err(StaffError::Already(known.state)),
            };
            Ok(draft.send(tx, &scope, (staff, act))?)
        })
        .await?;
    address?;
    app.ring();
    Ok(())
}
