//! An admin invites somebody to the own team: a person with a mailbox of their own. Who left before can come back.

use domain::access::{InviteStaff, ManageStaff};
use domain::audit::Act;
use domain::email::Address;
use domain::role::Role;
use domain::staff::{State, is_group_address};

use super::invitation::Draft;
use super::team::{Side, StaffError, named_projects};
use crate::caller::Caller;
use crate::house::{App, Ctx};

/// Who is invited, to what.
#[derive(Clone, Debug)]
pub struct Newcomer {
    /// Their own mailbox, as typed.
    pub email: String,
    /// Their role.
    pub role: Role,
    /// The projects of a project lead, as client and project slugs.
    pub projects: Vec<(String, String)>,
}

impl Newcomer {
    /// The address, if somebody can be invited by it.
    pub(super) fn address(&self) -> Result<Address, StaffError> {
        let address = Address::parse(self.email.trim())?;
        if is_group_address(&address) { Err(StaffError::GroupAddress) } else { Ok(address) }
    }
}

/// Invites somebody; their address gets the mail.
///
/// # Errors
/// [`StaffError`].
pub async fn invite_colleague(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    (side, new): (Side, Newcomer),
) -> Result<(), StaffError> {
    let who = caller.into().who(app, ctx);
    let address = new.address();
    let mut draft = Draft::new(app, ctx);
    if let Ok(address) = &address {
        draft = draft.about(app, address, new.role);
    }
    let (now, typed) = (ctx.now, new.address().ok());
    app.db
        .write(move |tx| {
            // Rights are judged before what was typed.
            let scope = who.in_team::<InviteStaff>(tx, side)?;
            let manages = who.in_team::<ManageStaff>(tx, side)?;
            let Some(address) = &typed else { return Ok(()) };
            if !scope.within().takes(new.role) {
                return Err(StaffError::Role);
            }
            let projects = named_projects(tx, &new.projects)?;
            if (new.role == Role::ProjectLead) == projects.is_empty() {
                return Err(if projects.is_empty() { StaffError::NeedsProjects } else { StaffError::Role });
            }
            let (here, _) = store::colleague::list(tx, &manages, now)?;
            let same = |other: &str| Address::parse(other).is_ok_and(|it| it.search_key() == address.search_key());
            if let Some(known) = here.iter().find(|known| same(&known.email)) {
                return Err(StaffError::Already(known.state));
            }
            let staff = match store::staff::by_email(tx, address.as_str())? {
                None => draft.add(tx, &scope, (address, new.role), &projects)?,
                Some(known) if known.organisation == scope.within().organisation() && known.state == State::Ended => {
                    store::staff::revive(tx, &scope, (known.id, new.role), &projects)?;
                    known.id
                }
                Some(_) => return Err(StaffError::CannotBe),
            };
            Ok(draft.send(tx, &scope, (staff, Act::StaffInvited))?)
        })
        .await?;
    address?;
    app.ring();
    Ok(())
}
