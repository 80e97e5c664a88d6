//! A member of staff lost the second factor: one admin says so, another one agrees, and the person begins anew by an invitation.

use domain::access::{InviteStaff, Scope, SecondAdmin, Team, first_admin, in_team};
use domain::audit::Act;
use domain::proposal::{Change, Fault, LostFactor};
use domain::staff::State;
use domain::time::Time;
use store::staff::Staff;
use store::{StoreError, Write};

use super::DecideError;
use super::keep::{Draft, Drawn};
use crate::caller::Barred;
use crate::house::{App, Ctx};
use crate::staff::invitation;

/// Seals that somebody lost the second factor.
pub(crate) fn draw_lost_factor(app: &App, ctx: &Ctx, (staff, masked): (&Staff, String)) -> Result<Drawn, StoreError> {
    let change = LostFactor {
        nonce: app.random_name(),
        staff: staff.id,
        email: staff.email.clone(),
        generation: staff.generation,
    };
    Draft { id: app.id(ctx.now), change: Change::LostFactor(change), masked, notice: None }.seal(app, ctx)
}

/// The loss that was proposed, with the invitation drawn by lot.
#[derive(Clone)]
pub(super) struct Deed {
    change: LostFactor,
    invitation: invitation::Draft,
}

impl Deed {
    pub(super) fn draw(app: &App, ctx: &Ctx, change: LostFactor) -> Self {
        Self { change, invitation: invitation::Draft::new(app, ctx) }
    }

    /// False when they have left, or began anew already, and nothing was done.
    pub(super) fn run(
        &self,
        tx: &mut Write<'_>,
        right: &Scope<SecondAdmin, Team>,
        now: Time,
    ) -> Result<bool, DecideError> {
        if right.by().staff() == Some(self.change.staff) {
            return Err(Fault::AboutOneself.into());
        }
        let same = |it: &Staff| {
            let here = it.organisation == right.within().organisation() && it.state == State::Active;
            here && it.email == self.change.email && it.generation == self.change.generation
        };
        let found = store::staff::by_id(tx, self.change.staff)?.filter(same);
        let Some(staff) = found else { return Ok(false) };
        let scope = inviting(right).map_err(Barred::from)?;
        if !store::staff::invite_anew(tx, &scope, staff.id)? {
            return Ok(false);
        }
        store::identity::end_all(tx, staff.identity, "lost-factor", now)?;
        self.invitation.send(tx, &scope, (staff.id, Act::FactorLost))?;
        Ok(true)
    }
}

/// Whoever may approve it may invite that person anew: an admin of the team, or of the operator.
fn inviting(right: &Scope<SecondAdmin, Team>) -> Result<Scope<InviteStaff, Team>, domain::access::Denied> {
    match (right.within(), right.by().client()) {
        (Team::Client(organisation), None) => first_admin(right.by(), organisation),
        (team, _) => in_team(right.by(), team),
    }
}
