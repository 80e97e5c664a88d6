//! Reads a client's list as it comes: text in whatever encoding and separator, or a spreadsheet (`.xlsx`), with titles above
//! its header. What its rows mean is for [`domain::first_login`]; what is no list is refused with what to do about it.
//!
//! A list is read as a stream. Of a spreadsheet the packed file is held (32 MiB at most), never all its cells.

mod book;
mod found;
mod kind;
mod package;
mod sheet_rows;
mod text;

use crypto::digest::sha256;
use domain::first_login::{Column, Encoding, FileFault, Header, HeaderFault, Layout, Reading};
use serde::{Deserialize, Serialize};

use found::Found;
use sheet_rows::SheetRows;
use text::TextRows;

use super::source::Source;

/// The most rows of one list.
const MOST_ROWS: u64 = 100_000;
/// Rows that a person is shown to choose by.
const SHOWN: usize = 10;

/// Why a file is not a list that can be imported.
#[derive(Debug, thiserror::Error)]
pub enum ListError {
    /// The file cannot be opened or read.
    #[error("the list cannot be read")]
    Io(#[from] std::io::Error),
    /// The file is no list.
    #[error(transparent)]
    File(#[from] FileFault),
    /// No line is its header, or a person has to choose first.
    #[error(
        "the list has no header that can be used: {0}; it looks like \
         VHE-nummer;Straat;Huisnummer;Toevoeging;Postcode;Plaats;E-mailadres"
    )]
    Header(HeaderFault),
    /// A quotation mark is opened and never closed.
    #[error("the row at line {0} does not end: a quotation mark is opened there and never closed")]
    Endless(u64),
}

/// A row as the client wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawRow {
    /// The line of the list, as the client counts it.
    pub number: u64,
    /// Its cells as text, in the client's columns; perhaps fewer or more than there are columns.
    pub cells: Vec<String>,
    /// The places of the cells that hold a formula: their text is what it came to when the list was saved.
    pub formulas: Vec<usize>,
}

/// What a list looks like, for a person to judge before it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// What was found, or chosen.
    pub layout: Layout,
    /// What a person has to choose before it can be read.
    pub fault: Option<HeaderFault>,
    /// The first rows of the list, ten at most, titles and header among them, without what law 13 keeps out.
    pub top: Vec<RawRow>,
    /// The first rows below the header, ten at most, without what law 13 keeps out.
    pub rows: Vec<RawRow>,
    /// The names of the sheets of a spreadsheet that a person sees.
    pub sheets: Vec<String>,
}

/// What somebody said about a list; what is left out is found by looking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Of a text file: how its letters are written down.
    pub encoding: Option<Encoding>,
    /// Of a text file: what stands between its cells.
    pub separator: Option<char>,
    /// Of a spreadsheet: the name of the sheet.
    pub sheet: Option<String>,
    /// The line with the names of the columns; 0: the list has none.
    pub header_row: Option<u64>,
    /// What the columns mean; those that are missing mean nothing.
    pub columns: Option<Vec<Option<Column>>>,
}

impl From<&Layout> for Chosen {
    fn from(layout: &Layout) -> Self {
        Self {
            encoding: layout.encoding,
            separator: layout.separator,
            sheet: layout.sheet.clone(),
            header_row: Some(layout.header_row),
            columns: Some(layout.columns.iter().map(|(_, column)| *column).collect()),
        }
    }
}

/// A list, being read.
pub struct List {
    rows: Rows,
    header: Header,
    layout: Layout,
    /// What was chosen makes another list of the same file.
    chosen: bool,
    count: u64,
}

enum Rows {
    Text(Box<TextRows>),
    Sheet(SheetRows),
}

impl List {
    /// Looks at a list without reading it to its end.
    ///
    /// # Errors
    /// [`ListError`]; never `Header`, which stands in the answer.
    pub fn look(source: &Source, chosen: Option<&Chosen>) -> Result<Look, ListError> {
        let Found { layout, top, sample, sheets, .. } = Found::in_source(source, chosen)?;
        let blank = |row: RawRow| {
            // The names of the columns as they would be kept.
            let named = row.number == layout.header_row;
            let names = || row.cells.iter().map(|cell| Layout::title(cell)).collect();
            RawRow { cells: if named { names() } else { layout.without_private(&row.cells) }, ..row }
        };
        let top = top.into_iter().map(blank).collect();
        let rows = sample.into_iter().take(SHOWN).map(blank).collect();
        Ok(Look { fault: layout.header().err(), top, rows, sheets, layout })
    }

    /// Begins to read a list, as it was found to be laid out or as a person chose.
    ///
    /// # Errors
    /// [`ListError`].
    pub fn open(source: &Source, chosen: Option<&Layout>) -> Result<Self, ListError> {
        let Found { layout, differs, book, .. } = Found::in_source(source, chosen.map(Chosen::from).as_ref())?;
        let header = layout.header().map_err(ListError::Header)?;
        let rows = match (book, layout.encoding, layout.separator) {
            (Some(book), ..) => Rows::Sheet(SheetRows::start(book, layout.sheet.clone().unwrap_or_default())?),
            (None, encoding, separator) => {
                let encoding = encoding.ok_or(FileFault::Unknown)?;
                Rows::Text(Box::new(TextRows::new(source.open()?, encoding, separator.unwrap_or(';'))))
            }
        };
        let mut list = Self { rows, header, layout, chosen: differs, count: 0 };
        list.pass_header()?;
        Ok(list)
    }

    /// How it is laid out.
    #[must_use]
    pub const fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Its header.
    #[must_use]
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// The next rows as the client wrote them, at most so many; none at the end of the list. Rows about no home (blank,
    /// the header once more, a total) are passed over.
    ///
    /// # Errors
    /// [`ListError`].
    pub fn raw_rows(&mut self, most: usize) -> Result<Vec<RawRow>, ListError> {
        let mut rows = Vec::with_capacity(most);
        while rows.len() < most {
            let Some(row) = self.next()? else { break };
            if self.header.is_beside(&row.cells) {
                continue;
            }
            self.count += 1;
            if self.count > MOST_ROWS {
                return Err(FileFault::TooLong.into());
            }
            rows.push(row);
        }
        Ok(rows)
    }

    /// The next rows, read.
    ///
    /// # Errors
    /// [`ListError`].
    pub fn rows(&mut self, most: usize) -> Result<Vec<Reading>, ListError> {
        let rows = self.raw_rows(most)?;
        Ok(rows.iter().map(|row| self.read(row)).collect())
    }

    /// What a row says.
    #[must_use]
    pub fn read(&self, row: &RawRow) -> Reading {
        let mut reading = self.header.read(row.number, &row.cells);
        self.header.tell_formulas(&mut reading, &row.formulas);
        reading
    }

    /// The row without what law 13 keeps out: what may be kept of it.
    #[must_use]
    pub fn blanked(&self, row: &RawRow) -> RawRow {
        RawRow { cells: self.header.blanked(&row.cells), ..row.clone() }
    }

    /// The hash of the file once it was read to its end, and of what was chosen where that reads it otherwise.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        let file = match &self.rows {
            Rows::Text(rows) => rows.hash(),
            Rows::Sheet(rows) => rows.hash(),
        };
        if !self.chosen {
            return file;
        }
        let layout = serde_json::to_vec(&self.layout).unwrap_or_default();
        sha256(&[&file, layout.as_slice()].concat())
    }

    fn next(&mut self) -> Result<Option<RawRow>, ListError> {
        match &mut self.rows {
            Rows::Text(rows) => rows.next(),
            Rows::Sheet(rows) => rows.next(),
        }
    }

    fn pass_header(&mut self) -> Result<(), ListError> {
        if self.layout.header_row == 0 {
            return Ok(());
        }
        while let Some(row) = self.next()? {
            if row.number >= self.layout.header_row {
                return Ok(());
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_any;
#[cfg(test)]
mod tests_hostile;
