//! The rows of a spreadsheet as a stream: a thread unpacks them and waits while nobody takes them.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use domain::first_login::FileFault;

use super::book::{Book, each_row};
use super::{ListError, RawRow};

/// Rows that go over together, and how much text at most.
const TOGETHER: usize = 128;
const LARGEST: usize = 256 * 1024;

type Batch = Result<Vec<RawRow>, FileFault>;

/// The rows of a sheet.
pub(super) struct SheetRows {
    from: Receiver<Batch>,
    waiting: std::vec::IntoIter<RawRow>,
    done: bool,
    hash: [u8; 32],
}

impl SheetRows {
    pub(super) fn start(book: Book, sheet: String) -> Result<Self, ListError> {
        let (to, from) = sync_channel(2);
        let (mut workbook, hash) = book.into_parts();
        // It ends with the sheet, or when nobody listens any more.
        thread::Builder::new().name("spreadsheet".to_owned()).spawn(move || {
            let mut batch = Sending { to, rows: Vec::new(), size: 0 };
            let end = each_row(&mut workbook, &sheet, |row| batch.add(row));
            let last = std::mem::take(&mut batch.rows);
            if !last.is_empty() {
                let _ = batch.to.send(Ok(last));
            }
            // An empty batch is the end: when none comes, the thread broke off.
            let _ = batch.to.send(end.map(|()| Vec::new()));
        })?;
        Ok(Self { from, waiting: Vec::new().into_iter(), done: false, hash })
    }

    pub(super) fn next(&mut self) -> Result<Option<RawRow>, ListError> {
        loop {
            if let Some(row) = self.waiting.next() {
                return Ok(Some(row));
            }
            if self.done {
                return Ok(None);
            }
            let batch = self.from.recv().map_err(|_| FileFault::Damaged)??;
            self.done = batch.is_empty();
            self.waiting = batch.into_iter();
        }
    }

    pub(super) const fn hash(&self) -> [u8; 32] {
        self.hash
    }
}

struct Sending {
    to: SyncSender<Batch>,
    rows: Vec<RawRow>,
    size: usize,
}

impl Sending {
    fn add(&mut self, row: RawRow) -> bool {
        self.size += row.cells.iter().map(String::len).sum::<usize>();
        self.rows.push(row);
        if self.rows.len() < TOGETHER && self.size < LARGEST {
            return true;
        }
        self.size = 0;
        self.to.send(Ok(std::mem::take(&mut self.rows))).is_ok()
    }
}
