//! A member of staff lost the second factor: an admin proposes to another one that they begin anew, by an invitation to the mailbox they
//! had all along (PRODUCT 3.1). Nobody does it alone; the last admin of the operator is helped on the command line.

use domain::access::{Denied, ManageClients, ManageStaff, OfClient, Scope, first_admin};
use domain::email::Address;
use domain::id::{ProposalId, StaffId};
use domain::naming::Slug;
use domain::role::Role;
use domain::staff::State;
use domain::time::Time;
use store::staff::Staff;
use store::{Read, Write};

use super::team::{Side, StaffError, one};
use crate::caller::{Caller, Who};
use crate::house::{App, Ctx};
use crate::proposal;

/// Who lost it.
#[derive(Clone, Debug)]
pub enum Whose {
    /// Somebody of the own team.
    Colleague(Side, StaffId),
    /// An admin of a client, who may be its only one; by the address.
    AdminOf(Slug, String),
}

/// Proposes to another admin that somebody begins anew. Until then nothing changes.
///
/// # Errors
/// [`StaffError::Oneself`]; [`StaffError::TooLate`] for somebody who is not at work; [`StaffError`].
pub async fn lost_factor(
    app: &App,
    ctx: &Ctx,
    caller: impl Into<Caller<'_>>,
    whose: Whose,
) -> Result<ProposalId, StaffError> {
    let (who, now) = (caller.into().who(app, ctx), ctx.now);
    let (asks, of) = (who.clone(), whose.clone());
    let staff = app.db.read(move |tx| find(tx, &asks, &of, now)).await?;
    let masked = Address::parse(&staff.email).map(|address| address.masked()).unwrap_or_default();
    let drawn = proposal::draw_lost_factor(app, ctx, (&staff, masked))?;
    app.db
        .write(move |tx| {
            if find(tx, &who, &whose, now)? != staff {
                return Err(StaffError::Moved);
            }
            match &whose {
                Whose::Colleague(side, _) => {
                    let scope = who.in_team::<ManageStaff>(tx, *side)?;
                    keep(tx, &scope, &drawn, now)
                }
                Whose::AdminOf(..) => {
                    let sees = who.anywhere::<ManageClients>(tx)?;
                    let client = staff.organisation.ok_or(Denied::NotYours)?;
                    keep(tx, &first_admin(sees.by(), client)?, &drawn, now)
                }
            }
        })
        .await
}

fn keep<A>(
    tx: &mut Write<'_>,
    scope: &Scope<A, impl OfClient>,
    drawn: &proposal::Drawn,
    now: Time,
) -> Result<ProposalId, StaffError> {
    Ok(drawn.run_for_admins(tx, scope, now)?)
}

fn find(tx: &mut Read<'_>, who: &Who, whose: &Whose, now: Time) -> Result<Staff, StaffError> {
    let (by, found) = match whose {
        Whose::Colleague(side, id) => {
            let scope = who.in_team::<ManageStaff>(tx, *side)?;
            let colleague = one(tx, &scope, *id, now)?;
            (scope.by().clone(), store::staff::by_id(tx, colleague.id)?)
        }
        Whose::AdminOf(slug, email) => {
            let scope = who.anywhere::<ManageClients>(tx)?;
            let client = store::client::by_slug(tx, &scope, slug.as_str())?.ok_or(Denied::NotYours)?;
            let of_client = |it: &Staff| it.organisation == Some(client.id) && it.role == Role::OrgAdmin;
            let found = store::staff::by_email(tx, email.trim())?.filter(of_client);
            (scope.by().clone(), Some(found.ok_or(StaffError::CannotBe)?))
        }
    };
    let staff = found.ok_or(Denied::NotYours)?;
    if by.staff() == Some(staff.id) {
        return Err(StaffError::Oneself);
    }
    if staff.state == State::Active { Ok(staff) } else { Err(StaffError::TooLate) }
}
