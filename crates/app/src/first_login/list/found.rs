//! Finds out how a list is laid out: encoding, separator or sheet, the line of the header, and what its columns mean. What a
//! person chose goes first.

use domain::first_login::{Column, Encoding, FileFault, HEADER_WITHIN, Header, Layout};

use super::book::Book;
use super::kind::{self, Kind};
use super::text::{self, HEAD};
use super::{Chosen, ListError, RawRow, SHOWN};
use crate::first_login::source::Source;

/// How many rows are looked at: enough to know a column by what it holds.
pub(super) const SAMPLE: usize = HEADER_WITHIN + 200;

/// What was found.
pub(super) struct Found {
    pub(super) layout: Layout,
    /// The first rows of all.
    pub(super) top: Vec<RawRow>,
    /// The first rows below the header.
    pub(super) sample: Vec<RawRow>,
    /// What was chosen reads the file otherwise than it would have been read.
    pub(super) differs: bool,
    /// The spreadsheet, opened.
    pub(super) book: Option<Book>,
    /// The names of its sheets.
    pub(super) sheets: Vec<String>,
}

impl Found {
    pub(super) fn in_source(source: &Source, chosen: Option<&Chosen>) -> Result<Self, ListError> {
        let mut bytes = source.open()?;
        match kind::of(bytes.peek(HEAD)?)? {
            Kind::Package => {
                let (all, hash) = bytes.all().map_err(|error| match error.kind() {
                    std::io::ErrorKind::InvalidData => ListError::File(FileFault::TooBig),
                    _ => ListError::Io(error),
                })?;
                Self::in_book(Book::open(all, hash)?, chosen)
            }
            Kind::Text => {
                let more = bytes.peek(HEAD)?.len() >= HEAD;
                let encoding = match chosen.and_then(|it| it.encoding) {
                    Some(encoding) => encoding,
                    None => text::encoding(&mut bytes)?,
                };
                Self::in_text(bytes.peek(HEAD)?, more, (encoding, chosen))
            }
        }
    }

    fn in_text(head: &[u8], more: bool, (encoding, chosen): (Encoding, Option<&Chosen>)) -> Result<Self, ListError> {
        let head = text::decoded(head, encoding);
        let rows = |separator: char| text::rows_of(&head, separator, (SAMPLE, more));
        let named = chosen.and_then(|it| it.separator).or_else(|| text::named_separator(&head));
        let separator = named.unwrap_or_else(|| {
            let mut best = (';', (false, 0, 0));
            for separator in [';', ',', '\t', '|'] {
                let score = score(&rows(separator));
                if score > best.1 {
                    best = (separator, score);
                }
            }
            best.0
        });
        let rows = rows(separator);
        let place = Layout {
            encoding: Some(encoding),
            separator: Some(separator),
            sheet: None,
            header_row: 0,
            columns: vec![],
        };
        Self::below(rows, place, chosen).ok_or(ListError::File(FileFault::Empty))
    }

    /// The first visible sheet with a header that can be used; else the one with the most rows, which a cover has not.
    fn in_book(mut book: Book, chosen: Option<&Chosen>) -> Result<Self, ListError> {
        let names = book.sheets().to_vec();
        let sheets = match chosen.and_then(|it| it.sheet.clone()) {
            Some(sheet) if book.sheets().contains(&sheet) => vec![sheet],
            Some(_) => return Err(FileFault::NoSheet.into()),
            None => names.clone(),
        };
        let mut longest: Option<Self> = None;
        for sheet in sheets {
            let rows = book.first_rows(&sheet, SAMPLE)?;
            let place =
                Layout { encoding: None, separator: None, sheet: Some(sheet), header_row: 0, columns: Vec::new() };
            let Some(found) = Self::below(rows, place, chosen) else { continue };
            if found.layout.header().is_ok() {
                return Ok(Self { book: Some(book), sheets: names, ..found });
            }
            if longest.as_ref().is_none_or(|it| it.sample.len() < found.sample.len()) {
                longest = Some(found);
            }
        }
        let found = longest.ok_or(ListError::File(FileFault::Empty))?;
        Ok(Self { book: Some(book), sheets: names, ..found })
    }

    /// The header among the first rows, and what its columns mean; none when there are no rows at all.
    fn below(mut rows: Vec<RawRow>, mut layout: Layout, chosen: Option<&Chosen>) -> Option<Self> {
        let cells: Vec<Vec<String>> = rows.iter().map(|row| row.cells.clone()).collect();
        let own = Header::find(&cells).or_else(|| likely(&cells))?;
        let asked = chosen.and_then(|it| it.header_row);
        let at = asked.and_then(|asked| rows.iter().position(|row| row.number == asked)).unwrap_or(own);
        let top = rows.iter().take(SHOWN).cloned().collect();
        let bare = asked == Some(0);
        let (titles, sample) = if bare {
            let widest = cells.iter().map(Vec::len).max().unwrap_or_default();
            (RawRow { number: 0, cells: Layout::letters(widest), formulas: Vec::new() }, rows)
        } else {
            (rows.get(at)?.clone(), rows.split_off(at + 1))
        };
        let below: Vec<Vec<String>> = sample.iter().map(|row| row.cells.clone()).collect();
        let found = meanings(&titles.cells, None, &below);
        let columns = match chosen.and_then(|it| it.columns.as_deref()) {
            Some(chosen) => with_law(&found, meanings(&titles.cells, Some(chosen), &below)),
            None => found.clone(),
        };
        let differs = bare || at != own || columns != found;
        layout.header_row = titles.number;
        layout.columns = titles.cells.iter().map(|title| Layout::title(title)).zip(columns).collect();
        Some(Self { layout, top, sample, differs, book: None, sheets: Vec::new() })
    }
}

fn meanings(titles: &[String], chosen: Option<&[Option<Column>]>, below: &[Vec<String>]) -> Vec<Option<Column>> {
    let mut columns = Header::guess(titles);
    if let Some(chosen) = chosen {
        columns = chosen.iter().copied().chain(std::iter::repeat(None)).take(titles.len()).collect();
    }
    Header::hide_numbers(&mut columns, below);
    match Header::of(titles.to_vec(), columns.clone()) {
        // With what the law adds.
        Ok(header) => header.columns().to_vec(),
        Err(_) => columns,
    }
}

/// Law 13: what was found to be private stays so, whatever was chosen.
fn with_law(found: &[Option<Column>], chosen: Vec<Option<Column>>) -> Vec<Option<Column>> {
    let private = |column: &Option<Column>| column.filter(|column| column.is_private());
    found.iter().zip(chosen).map(|(found, chosen)| private(found).or(chosen)).collect()
}

/// Whether a header that can be used was found, and how many of its titles are known; where none is, how many rows have
/// the same number of cells.
fn score(rows: &[RawRow]) -> (bool, usize, usize) {
    let cells: Vec<Vec<String>> = rows.iter().map(|row| row.cells.clone()).collect();
    let Some(titles) = Header::find(&cells).and_then(|at| cells.get(at)) else { return (false, 0, alike(&cells)) };
    (Header::recognise(titles).is_ok(), Header::guess(titles).iter().flatten().count(), 0)
}

/// How many rows have as many cells as most rows have, where that is more than one.
fn alike(rows: &[Vec<String>]) -> usize {
    let mut widths: Vec<usize> = rows.iter().map(Vec::len).filter(|width| *width > 1).collect();
    widths.sort_unstable();
    widths.chunk_by(|one, next| one == next).map(<[usize]>::len).max().unwrap_or_default()
}

/// Where no title is known: the first line with more than one cell, for a person to choose from.
fn likely(rows: &[Vec<String>]) -> Option<usize> {
    let filled = |row: &Vec<String>| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let first = rows.iter().take(HEADER_WITHIN);
    first.clone().position(|row| filled(row) > 1).or_else(|| first.clone().position(|row| filled(row) > 0))
}
