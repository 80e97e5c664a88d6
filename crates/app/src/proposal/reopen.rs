//! Those who left by mistake live there again: two people, whoever there is.

use domain::id::ProposalId;
use domain::proposal::{Change, Reopen};
use domain::time::Time;
use store::{StoreError, Write};

use super::keep::{Draft, Drawn};
use super::{DecideError, Homes};
use crate::house::{App, Ctx};
use crate::tenant_change::reopen::{ReopenError, Undo, Undoing, find, right_of};

/// Seals the undoing of a tenant change.
pub(crate) fn draw_reopen(app: &App, ctx: &Ctx, found: &Undoing) -> Result<Drawn, StoreError> {
    let id: ProposalId = app.id(ctx.now);
    let change = Change::Reopen(found.as_proposed()?);
    Draft { id, change, masked: found.masked(), notice: None }.seal(app, ctx)
}

/// The undoing that was proposed, with all that is drawn by lot.
#[derive(Clone)]
pub(super) struct Deed {
    proposed: Reopen,
    undo: Undo,
}

impl Deed {
    pub(super) fn draw(app: &App, ctx: &Ctx, proposed: Reopen) -> Self {
        Self { proposed, undo: Undo::draw(app, ctx) }
    }

    /// False when something happened in the home since, or its time is over, and nothing was done.
    pub(super) fn run(&self, tx: &mut Write<'_>, right: &Homes, now: Time) -> Result<bool, DecideError> {
        let right = right_of(right)?;
        let found = match find(tx, &right, self.proposed.tenant_change, now) {
            Ok(found) => found,
            Err(ReopenError::Barred(error)) => return Err(error.into()),
            Err(_) => return Ok(false),
        };
        if found.as_proposed()? != self.proposed {
            return Ok(false);
        }
        self.undo.run(tx, &right, &found, now)?;
        Ok(true)
    }
}
