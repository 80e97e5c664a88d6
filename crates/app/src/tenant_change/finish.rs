//! A change happens: whoever turns `planned` into `done` clears away what hung on those who left, in the same transaction; so
//! it runs once, in whichever process. No promise rests on it being on time: access was over by the clock.

use domain::access::{Actor, ChangeTenants, Denied, in_project};
use domain::audit::{Act, Door, Subject};
use domain::id::OccupancyId;
use domain::time::Time;
use store::tenant_change::Change;
use store::{StoreError, Write};

use super::{Right, line, of_dwelling, told};
use crate::audit::Entry;
use crate::house::{App, Ctx};

/// No home has more accounts.
pub(super) const MOST_ACCOUNTS: usize = 100;

/// The lines of a change that happens, drawn beforehand.
pub(super) struct Finish {
    done: Entry,
    ended: Vec<Entry>,
}

impl Finish {
    pub(super) fn draw(app: &App, ctx: &Ctx) -> Self {
        let ended = (0..MOST_ACCOUNTS).map(|_| line(app, ctx, Act::OccupancyEnded)).collect();
        Self { done: line(app, ctx, Act::TenantChangeDone), ended }
    }

    /// True when this was the one that did it.
    pub(super) fn run(
        &self,
        tx: &mut Write<'_>,
        right: &Right,
        change: &Change,
        now: Time,
    ) -> Result<bool, StoreError> {
        if !store::tenant_change::done(tx, right, change.id, now)? {
            return Ok(false);
        }
        end_the_rest(tx, right, change, now)?;
        let ended = store::tenant_change::ended(tx, right, change.id)?;
        if ended.len() > self.ended.len() {
            return Err(StoreError::internal("a home has more accounts than a home can have"));
        }
        let kind = change.kind.as_str();
        let mut lines = vec![told(&self.done, right, of_dwelling(change.dwelling), kind)];
        for (it, line) in ended.iter().zip(&self.ended) {
            store::tenant_change::clear(tx, right, *it, now)?;
            lines.push(told(line, right, Subject::new("account", it.account.uuid()), kind));
        }
        Entry::write_all(&lines, tx)?;
        Ok(true)
    }
}

/// An account that came to the home after the change was planned ends with it all the same.
fn end_the_rest(tx: &mut Write<'_>, right: &Right, change: &Change, now: Time) -> Result<(), StoreError> {
    let Some((last, at)) = change.ends else { return Ok(()) };
    let living = store::tenant_change::living(tx, right, change.dwelling, now)?;
    let rest = living.iter().filter(|it| it.starts_at < at && Some(it.occupancy) != change.occupancy);
    let rest: Vec<OccupancyId> = rest.map(|it| it.occupancy).collect();
    store::tenant_change::end_access(tx, right, (change.id, &rest), (last, at))
}

/// Does what is due, at most 50 changes; how many there were. One that fails is left for the next time and holds up no other.
///
/// # Errors
/// When the database cannot be read.
pub async fn finish_due(app: &App) -> Result<usize, StoreError> {
    let now = app.clock.now();
    let due = app.db.read(move |tx| store::tenant_change::due(tx, now)).await?;
    let ctx = Ctx { door: Door::Job, ..app.command() };
    let mut finished = 0;
    for (id, dwelling) in due {
        let finish = Finish::draw(app, &ctx);
        let done = app
            .db
            .write(move |tx| {
                let gone = || StoreError::internal("the home of a change is gone");
                let place = store::home::place_of(tx, dwelling)?.ok_or_else(gone)?;
                let denied = |_: Denied| StoreError::internal("a job may not finish what was planned");
                let right = in_project::<ChangeTenants>(&Actor::Job, place).map_err(denied)?;
                let change = store::tenant_change::find(tx, &right, id)?.ok_or_else(gone)?;
                finish.run(tx, &right, &change, now)
            })
            .await;
        match done {
            Ok(done) => finished += usize::from(done),
            Err(error) => tracing::error!(%error, change = %id, "a tenant change could not be finished"),
        }
    }
    Ok(finished)
}
