//! A list that corrects ten or more addresses. Approved it is confirmed, as it was judged; its rows are judged again as they are
//! applied, and accounts in use stay as they are (law 8).

use domain::access::{Import, in_project};
use domain::id::{BatchId, ProposalId};
use domain::proposal::{Change, WholeList};
use domain::time::Time;
use store::{StoreError, Write};

use super::keep::{Draft, Drawn};
use super::{DecideError, Homes, addresses};
use crate::caller::Barred;
use crate::house::{App, Ctx};

/// Seals a list: the one of this file, as it was judged.
pub(crate) fn draw_list(
    app: &App,
    ctx: &Ctx,
    (batch, file, corrected): (BatchId, &[u8; 32], u64),
) -> Result<Drawn, StoreError> {
    let (id, file) = (app.id(ctx.now), file.iter().map(|byte| format!("{byte:02x}")).collect());
    let change = Change::WholeList(WholeList { nonce: app.random_name(), batch, file, corrected });
    Draft { id, change, masked: addresses(corrected), notice: None }.seal(app, ctx)
}

/// The list that was proposed.
#[derive(Clone, Copy)]
pub(super) struct Deed {
    batch: BatchId,
    corrected: u64,
}

impl Deed {
    pub(super) fn of(change: &WholeList) -> Self {
        Self { batch: change.batch, corrected: change.corrected }
    }

    /// False when it is another list by now, and nothing was done.
    pub(super) fn run(
        &self,
        tx: &mut Write<'_>,
        right: &Homes,
        proposal: ProposalId,
        now: Time,
    ) -> Result<bool, DecideError> {
        let scope = in_project::<Import>(right.by(), right.within()).map_err(Barred::from)?;
        Ok(store::import::approve(tx, &scope, (self.batch, proposal, self.corrected), now)?)
    }
}
