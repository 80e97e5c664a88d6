//! Lists that go to a client as CSV: UTF-8 with byte order mark, `;` and CRLF, as Dutch spreadsheets open it; cells that a
//! spreadsheet would run as a formula are defused.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{Terminator, Writer, WriterBuilder};

/// A list, being written.
pub struct Sheet<W: Write>(Writer<W>);

impl<W: Write> Sheet<W> {
    /// Begins a list.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn new(mut out: W) -> io::Result<Self> {
        out.write_all("\u{feff}".as_bytes())?;
        Ok(Self(WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).flexible(true).from_writer(out)))
    }

    /// Writes a row.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn row<T: AsRef<str>>(&mut self, cells: &[T]) -> io::Result<()> {
        self.0.write_record(cells.iter().map(|cell| defused(cell.as_ref()).into_owned())).map_err(io::Error::from)
    }

    /// Ends the list.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// A cell that begins with one of these is a formula to a spreadsheet, also inside quotation marks.
fn defused(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    fn written(rows: &[&[&str]]) -> String {
        let mut out = Vec::new();
        let mut sheet = Sheet::new(&mut out).unwrap();
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
    fn formulas_are_defused() {
        for cell in ["=1+1", "+31612345678", "-12", "@SUM(A1)", "\tx", "\rx"] {
            let text = written(&[&[cell, "-"]]);
            assert!(text.starts_with("\u{feff}'") || text.starts_with("\u{feff}\"'"), "{text:?}");
            assert!(text.ends_with(";'-\r\n"), "{text:?}");
        }
        assert_eq!(written(&[&["1-2", "a=b"]]), "\u{feff}1-2;a=b\r\n");
    }
}
