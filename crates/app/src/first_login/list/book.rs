//! A spreadsheet, read cell by cell: a cell far away costs no more than one beside it.
//!
//! The reader of other people works on a thread of its own: what it does not foresee in a damaged file ends that thread
//! and the import of that list, nothing else.

use std::io::Cursor;
use std::sync::Arc;
use std::thread;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxFormulaMetadata};
use domain::first_login::{FileFault, MOST_COLUMNS};

use super::{RawRow, package};

/// The longest row, in bytes of text.
const LONGEST_ROW: usize = 512 * 1024;

pub(super) type Workbook = Xlsx<Cursor<Arc<[u8]>>>;

/// A spreadsheet that was found to be safe to read.
pub(super) struct Book {
    workbook: Workbook,
    hash: [u8; 32],
    sheets: Vec<String>,
}

impl Book {
    pub(super) fn open(bytes: Arc<[u8]>, hash: [u8; 32]) -> Result<Self, FileFault> {
        package::check(&bytes)?;
        let opened = thread::spawn(move || Workbook::new(Cursor::new(bytes))).join();
        let workbook = opened.map_err(|_| FileFault::Damaged)?.map_err(|_| FileFault::Damaged)?;
        let sheets = workbook.sheets_metadata().iter();
        let sheets = sheets.filter(|it| it.typ == SheetType::WorkSheet && it.visible == SheetVisible::Visible);
        let sheets: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
        Ok(Self { workbook, hash, sheets })
    }

    /// The names of the sheets that a person sees, in their order.
    pub(super) fn sheets(&self) -> &[String] {
        &self.sheets
    }

    /// The first rows of a sheet.
    pub(super) fn first_rows(&mut self, sheet: &str, most: usize) -> Result<Vec<RawRow>, FileFault> {
        let workbook = &mut self.workbook;
        let read = || {
            let mut rows = Vec::new();
            let read = each_row(workbook, sheet, |row| {
                rows.push(row);
                rows.len() < most
            });
            read.map(|()| rows)
        };
        thread::scope(|scope| scope.spawn(read).join()).unwrap_or(Err(FileFault::Damaged))
    }

    pub(super) fn into_parts(self) -> (Workbook, [u8; 32]) {
        (self.workbook, self.hash)
    }
}

/// Gives the rows of a sheet that hold anything, in their order, until `give` has enough.
pub(super) fn each_row(
    workbook: &mut Workbook,
    sheet: &str,
    mut give: impl FnMut(RawRow) -> bool,
) -> Result<(), FileFault> {
    let mut cells = workbook.worksheet_cells_reader(sheet).map_err(|_| FileFault::Damaged)?;
    let mut row = RawRow { number: 0, cells: Vec::new(), formulas: Vec::new() };
    let mut size = 0;
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|_| FileFault::Damaged)? {
        let text = text_of(&cell.value, cell.formula.as_ref());
        if text.is_empty() {
            continue;
        }
        let number = u64::from(cell.pos.0).saturating_add(1);
        if number < row.number {
            return Err(FileFault::Damaged);
        }
        if number > row.number && !row.cells.is_empty() {
            size = 0;
            let done = std::mem::replace(&mut row, RawRow { number, cells: Vec::new(), formulas: Vec::new() });
            if !give(done) {
                return Ok(());
            }
        }
        row.number = number;
        size += text.len();
        if size > LONGEST_ROW {
            return Err(FileFault::Swollen);
        }
        // What stands far to the right is one cell too many, however far.
        let at = usize::try_from(cell.pos.1).unwrap_or(MOST_COLUMNS).min(MOST_COLUMNS);
        if row.cells.len() <= at {
            row.cells.resize(at + 1, String::new());
        }
        if cell.formula.is_some() {
            row.formulas.push(at);
        }
        if let Some(place) = row.cells.get_mut(at) {
            *place = text;
        }
    }
    if !row.cells.is_empty() {
        give(row);
    }
    Ok(())
}

/// A cell as a Dutch spreadsheet shows it, without the form that somebody gave it: a number is its digits.
fn text_of(value: &DataRef<'_>, formula: Option<&XlsxFormulaMetadata>) -> String {
    match value {
        // Never worked out: what it would come to nobody knows, so it is no empty cell.
        DataRef::Empty => match formula {
            Some(XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. }) => {
                format!("={formula}")
            }
            Some(_) => "=?".to_owned(),
            None => String::new(),
        },
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "WAAR".to_owned(),
        DataRef::Bool(false) => "ONWAAR".to_owned(),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
            let time = if (hour, minute) == (0, 0) { String::new() } else { format!(" {hour:02}:{minute:02}") };
            format!("{day:02}-{month:02}-{year}{time}")
        }
        DataRef::DateTime(duration) => duration.as_f64().to_string(),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}
