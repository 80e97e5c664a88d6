//! Lists that go to a client: as CSV (UTF-8 with byte order mark, `;` and CRLF, as Dutch spreadsheets open it) or as
//! spreadsheet. Nothing in them runs as a formula, and what is written comes back the same when it is read again.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{Terminator, Writer, WriterBuilder};
use domain::text_enum::UnknownWord;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::defused::defused;

/// The longest text in a cell of a spreadsheet, in UTF-16 units.
const LONGEST: usize = 32_767;

/// The form of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetKind {
    /// Text.
    Csv,
    /// Spreadsheet.
    Xlsx,
}

impl std::str::FromStr for SheetKind {
    type Err = UnknownWord;

    /// The ending of a file name, in any case.
    fn from_str(ending: &str) -> Result<Self, UnknownWord> {
        match ending.to_ascii_lowercase().as_str() {
            "csv" => Ok(Self::Csv),
            "xlsx" => Ok(Self::Xlsx),
            _ => Err(UnknownWord),
        }
    }
}

/// A list, being written. A spreadsheet is held until it is finished: its cells are packed as a whole.
pub struct Sheet<W: Write>(Form<W>);

enum Form<W: Write> {
    Csv(Box<Writer<W>>),
    Xlsx(Box<Book>, W),
}

struct Book {
    sheet: Worksheet,
    rows: u32,
    widths: Vec<usize>,
    beside: Vec<Worksheet>,
}

impl<W: Write> Sheet<W> {
    /// Begins a list.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn new(mut out: W, kind: SheetKind) -> io::Result<Self> {
        Ok(Self(match kind {
            SheetKind::Csv => {
                out.write_all("\u{feff}".as_bytes())?;
                let mut form = WriterBuilder::new();
                form.delimiter(b';').terminator(Terminator::CRLF).flexible(true);
                Form::Csv(Box::new(form.from_writer(out)))
            }
            SheetKind::Xlsx => {
                let book = Book { sheet: Worksheet::new(), rows: 0, widths: Vec::new(), beside: Vec::new() };
                Form::Xlsx(Box::new(book), out)
            }
        }))
    }

    /// Writes a row; the first is the header.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn row<T: AsRef<str>>(&mut self, cells: &[T]) -> io::Result<()> {
        match &mut self.0 {
            Form::Csv(writer) => {
                let record = cells.iter().map(|cell| defused(cell.as_ref()).into_owned());
                writer.write_record(record).map_err(io::Error::from)
            }
            Form::Xlsx(book, _) => book.row(cells).map_err(io::Error::other),
        }
    }

    /// Adds a page with words beside the list; CSV has no place for it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn beside<T: AsRef<str>>(&mut self, name: &str, rows: &[Vec<T>]) -> io::Result<()> {
        match &mut self.0 {
            Form::Csv(_) => Ok(()),
            Form::Xlsx(book, _) => book.page(name, rows).map_err(io::Error::other),
        }
    }

    /// Ends the list.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(self) -> io::Result<()> {
        match self.0 {
            Form::Csv(mut writer) => writer.flush(),
            Form::Xlsx(book, mut out) => {
                out.write_all(&book.packed().map_err(io::Error::other)?)?;
                out.flush()
            }
        }
    }
}

impl Book {
    fn row<T: AsRef<str>>(&mut self, cells: &[T]) -> Result<(), XlsxError> {
        let header = self.rows == 0;
        for (at, cell) in (0_u16..).zip(cells) {
            let text = fitting(cell.as_ref());
            let width = text.chars().count();
            match self.widths.get_mut(usize::from(at)) {
                Some(widest) => *widest = width.max(*widest),
                None => self.widths.push(width),
            }
            // A text cell: never a formula, never a number that loses its zeroes.
            let form = if header { Format::new().set_bold().set_num_format("@") } else { as_text() };
            if header || !text.is_empty() {
                self.sheet.write_string_with_format(self.rows, at, text, &form)?;
            }
        }
        self.rows += 1;
        Ok(())
    }

    fn page<T: AsRef<str>>(&mut self, name: &str, rows: &[Vec<T>]) -> Result<(), XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        for (row, cells) in (0_u32..).zip(rows) {
            for (at, cell) in (0_u16..).zip(cells) {
                sheet.write_string_with_format(row, at, fitting(cell.as_ref()), &as_text())?;
            }
        }
        for at in 0..8 {
            sheet.set_column_width(at, 20)?;
        }
        self.beside.push(sheet);
        Ok(())
    }

    fn packed(mut self) -> Result<Vec<u8>, XlsxError> {
        self.sheet.set_freeze_panes(1, 0)?;
        for (at, width) in (0_u16..).zip(&self.widths) {
            let width = u32::try_from((*width).clamp(8, 60)).unwrap_or(60);
            // What is typed below the list is text too.
            self.sheet.set_column_format(at, &as_text())?.set_column_width(at, width + 2)?;
        }
        let mut workbook = Workbook::new();
        // The same list is the same file: no moment of the machine in it.
        let made = ExcelDateTime::from_ymd(2026, 1, 1)?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
        workbook.push_worksheet(self.sheet);
        self.beside.into_iter().for_each(|sheet| workbook.push_worksheet(sheet));
        workbook.save_to_buffer()
    }
}

fn as_text() -> Format {
    Format::new().set_num_format("@")
}

/// A longer text is cut where it ends being one a person reads.
fn fitting(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST {
        return Cow::Borrowed(text);
    }
    let mut units = 1;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= LONGEST
    };
    let cut: String = text.chars().take_while(fits).collect();
    Cow::Owned(if cut.len() == text.len() { cut } else { cut + "…" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::first_login::defused::restored;

    fn written(rows: &[&[&str]]) -> String {
        let mut out = Vec::new();
        let mut sheet = Sheet::new(&mut out, SheetKind::Csv).unwrap();
        for row in rows {
            sheet.row(row).unwrap();
        }
        sheet.finish().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn rows_are_as_dutch_spreadsheets_want_them() {
        assert_eq!(written(&[&["VHE", "Straat"], &["1", "a;\"b\""]]), "\u{feff}VHE;Straat\r\n1;\"a;\"\"b\"\"\"\r\n");
    }

    #[test]
    fn formulas_are_defused_and_come_back() {
        for cell in ["=1+1", "+31612345678", "-12", "@SUM(A1)", "\tx", "\rx", "\0x", "'=1", "''-"] {
            let text = written(&[&[cell, "-"]]);
            assert!(text.starts_with("\u{feff}'") || text.starts_with("\u{feff}\"'"), "{text:?}");
            assert!(text.ends_with(";'-\r\n"), "{text:?}");
            assert_eq!(restored(&defused(cell)), cell);
        }
        assert_eq!(written(&[&["1-2", "a=b"]]), "\u{feff}1-2;a=b\r\n");
        assert_eq!((restored("'s-Gravenhage"), restored("'=1")), ("'s-Gravenhage", "=1"));
    }

    #[test]
    fn a_text_that_is_too_long_is_cut_and_shows_it() {
        let long = fitting(&"é".repeat(40_000)).into_owned();
        assert!(long.encode_utf16().count() <= LONGEST && long.ends_with("é…"));
        assert_eq!(fitting(&"é".repeat(20_000)).chars().count(), 20_000);
    }
}
