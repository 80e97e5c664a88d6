//! The copy of a list that replaces the upload (PRODUCT 3.6): its rows with the client's own cells, without the columns that
//! nobody may keep, sealed in parts of whole rows. All later passes read it, whatever the file was; it goes after 30 days.

use std::collections::VecDeque;

use domain::first_login::{Header, Reading};
use domain::id::BatchId;
use store::StoreError;
use store::import::{Kind, Part};

use super::list::RawRow;
use crate::house::App;

/// Rows in a part.
const ROWS: usize = 500;

/// What the seal of a part is bound to.
pub(super) fn part_context(batch: BatchId, kind: Kind, number: u64) -> String {
    format!("import/{}/{batch}/{number}", kind.as_str())
}

fn internal(error: impl std::error::Error + Send + Sync + 'static) -> StoreError {
    StoreError::Internal(Box::new(error))
}

/// What a part of a batch holds, opened; none when it is gone.
pub(super) async fn opened(
    app: &App,
    (batch, kind, number): (BatchId, Kind, u64),
) -> Result<Option<zeroize::Zeroizing<Vec<u8>>>, StoreError> {
    let sealed = app.db.read(move |tx| store::import::part(tx, batch, kind, number)).await?;
    let open = |sealed: Vec<u8>| app.keys.open(&part_context(batch, kind, number), &sealed).map_err(internal);
    sealed.map(open).transpose()
}

/// A copy that is being written.
pub(super) struct Writer<'a> {
    app: &'a App,
    batch: BatchId,
    waiting: Vec<RawRow>,
    parts: u64,
}

impl<'a> Writer<'a> {
    pub(super) fn new(app: &'a App, batch: BatchId) -> Self {
        Self { app, batch, waiting: Vec::with_capacity(ROWS), parts: 0 }
    }

    /// Keeps rows, the cells that nobody may keep left empty.
    pub(super) async fn add(&mut self, header: &Header, rows: &[RawRow]) -> Result<(), StoreError> {
        for row in rows {
            self.waiting.push(RawRow { cells: header.blanked(&row.cells), ..row.clone() });
            if self.waiting.len() == ROWS {
                self.keep().await?;
            }
        }
        Ok(())
    }

    /// Those were all.
    pub(super) async fn end(mut self) -> Result<(), StoreError> {
        if self.waiting.is_empty() { Ok(()) } else { self.keep().await }
    }

    async fn keep(&mut self) -> Result<(), StoreError> {
        let (batch, number) = (self.batch, self.parts);
        let text = serde_json::to_vec(&self.waiting).map_err(internal)?;
        let context = part_context(batch, Kind::Copy, number);
        let sealed = self.app.keys.seal(&context, &text, &self.app.chance).map_err(internal)?;
        let first_row = self.waiting.first().map_or(0, |row| row.number);
        let part = Part { batch, kind: Kind::Copy, number, first_row, sealed };
        self.app.db.write(move |tx| store::import::add_part(tx, &part)).await?;
        self.waiting.clear();
        self.parts += 1;
        Ok(())
    }
}

/// A copy that is being read, from its first row or from a later one.
pub(super) struct Reader<'a> {
    app: &'a App,
    batch: BatchId,
    parts: VecDeque<u64>,
    waiting: VecDeque<RawRow>,
}

impl<'a> Reader<'a> {
    /// From the first row.
    pub(super) async fn open(app: &'a App, batch: BatchId) -> Result<Self, StoreError> {
        Self::open_at(app, batch, 0).await
    }

    /// From the row of this number.
    pub(super) async fn open_at(app: &'a App, batch: BatchId, from: u64) -> Result<Self, StoreError> {
        let parts = app.db.read(move |tx| store::import::first_rows(tx, batch, Kind::Copy)).await?;
        let before = parts.iter().filter(|(_, first)| *first <= from).count().saturating_sub(1);
        let parts = parts.into_iter().skip(before).map(|(part, _)| part).collect();
        let mut reader = Self { app, batch, parts, waiting: VecDeque::new() };
        while reader.fill().await? {
            reader.waiting.retain(|row| row.number >= from);
            if !reader.waiting.is_empty() {
                break;
            }
        }
        Ok(reader)
    }

    async fn fill(&mut self) -> Result<bool, StoreError> {
        let Some(part) = self.parts.pop_front() else { return Ok(false) };
        // Gone meanwhile: the list ends here.
        let Some(text) = opened(self.app, (self.batch, Kind::Copy, part)).await? else { return Ok(false) };
        let rows: Vec<RawRow> = serde_json::from_slice(&text).map_err(internal)?;
        self.waiting.extend(rows);
        Ok(true)
    }

    /// The next rows as the client wrote them, at most so many; none at the end.
    pub(super) async fn raw(&mut self, most: usize) -> Result<Vec<RawRow>, StoreError> {
        while self.waiting.len() < most && self.fill().await? {}
        let count = self.waiting.len().min(most);
        Ok(self.waiting.drain(..count).collect())
    }

    /// The next rows as `header` reads them.
    pub(super) async fn rows(&mut self, header: &Header, most: usize) -> Result<Vec<Reading>, StoreError> {
        Ok(self.raw(most).await?.iter().map(|row| read(header, row)).collect())
    }
}

/// Finds single rows of a copy, in ascending order at little cost.
pub(super) struct Finder<'a> {
    app: &'a App,
    batch: BatchId,
    parts: Vec<(u64, u64)>,
    open: Option<(u64, Vec<RawRow>)>,
}

impl<'a> Finder<'a> {
    pub(super) async fn new(app: &'a App, batch: BatchId) -> Result<Self, StoreError> {
        let parts = app.db.read(move |tx| store::import::first_rows(tx, batch, Kind::Copy)).await?;
        Ok(Self { app, batch, parts, open: None })
    }

    /// The row of this number as the client wrote it; none when the list is gone.
    pub(super) async fn find(&mut self, number: u64) -> Result<Option<&RawRow>, StoreError> {
        let part = self.parts.iter().rev().find(|(_, first)| *first <= number).map(|(part, _)| *part);
        let Some(part) = part else { return Ok(None) };
        if self.open.as_ref().is_none_or(|(open, _)| *open != part) {
            let text = opened(self.app, (self.batch, Kind::Copy, part)).await?;
            let rows = text.map(|text| serde_json::from_slice(&text).map_err(internal)).transpose()?;
            self.open = Some((part, rows.unwrap_or_default()));
        }
        Ok(self.open.as_ref().and_then(|(_, rows)| rows.iter().find(|row| row.number == number)))
    }
}

/// What a row says.
pub(super) fn read(header: &Header, row: &RawRow) -> Reading {
    let mut reading = header.read(row.number, &row.cells);
    header.tell_formulas(&mut reading, &row.formulas);
    reading
}
