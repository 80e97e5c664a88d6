//! Lists on their way: the batch with its state, the sealed parts of the list, and what is decided and done with each row.
//! Every step of a batch is one conditional statement, so that two who press at once do it once. The cursor moves in the
//! transaction that applies the rows: a batch that was stopped half-way goes on where it was.

mod back;
mod batch;
mod job;
mod part;
mod reading;
mod row;
mod second;
mod undo;

pub use back::{Given, GivenHome, KeptList, beside, given, kept, newest};
pub use batch::{
    Batch, NewBatch, add, advance, batches, confirm, confirm_file, cursor, discard, find, finish, open, path,
};
pub use job::{Work, due_for_purge, purged, work};
pub use part::{Kind, Part, add_part, drop_parts, first_rows, part};
pub use reading::{WasRead, ask, end_reading, keep_layout, read_again, read_as, start_reading, unreadable};
pub use row::{NewRow, Shown, Told, drop_rows, put_rows, rows, told};
pub use second::{approve, corrections, propose, proposed};
pub use undo::{Undoable, before, restore_link, standing, undo_home, undoable, undone};

use crate::error::StoreError;

fn number(stored: i64) -> Result<u64, StoreError> {
    u64::try_from(stored).map_err(|_| StoreError::internal("a negative row number"))
}

fn stored(number: u64) -> Result<i64, StoreError> {
    i64::try_from(number).map_err(|_| StoreError::internal("a row number beyond all lists"))
}
