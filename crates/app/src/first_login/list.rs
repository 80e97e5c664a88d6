//! Reads a clean list: CSV in UTF-8 with or without byte order mark, `;` or `,`. What its rows mean is for
//! [`domain::first_login`]; anything but a clean list is refused with what to do about it.

use csv::{ErrorKind, Reader, ReaderBuilder, StringRecord, Terminator};
use domain::first_login::{Header, HeaderFault, Reading};

use super::source::{Source, Watched};

/// Why a file is not a list that can be imported.
#[derive(Debug, thiserror::Error)]
pub enum ListError {
    /// The file cannot be opened or read.
    #[error("the list cannot be read")]
    Io(#[from] std::io::Error),
    /// Nothing in it, or nothing below its header.
    #[error("the list is empty: it needs a line with column names and a line for each home")]
    Empty,
    /// A spreadsheet file.
    #[error("this is a spreadsheet, not a CSV file: save it as \"CSV UTF-8\" and import that")]
    Spreadsheet,
    /// Another encoding.
    #[error("line {0} is not UTF-8: save the list as \"CSV UTF-8\" and import that")]
    NotUtf8(u64),
    /// The first line says nothing.
    #[error(
        "the first line is not the header of a list: {0}; it looks like \
         VHE-nummer;Straat;Huisnummer;Toevoeging;Postcode;Plaats;E-mailadres, with ; or , between the names"
    )]
    Header(HeaderFault),
    /// A quotation mark is opened and never closed.
    #[error("the row at line {0} does not end: a quotation mark is opened there and never closed")]
    Endless(u64),
}

/// A list, being read.
pub(super) struct List {
    reader: Reader<Watched>,
    header: Header,
    record: StringRecord,
    line: u64,
}

impl List {
    pub(super) fn open(source: &Source) -> Result<Self, ListError> {
        let mut bytes = source.open()?;
        let (bom, delimiter) = look(bytes.peek()?)?;
        bytes.skip(bom);
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            // The carriage return in front of it is trimmed with the last cell.
            .terminator(Terminator::Any(b'\n'))
            .buffer_capacity(32 * 1024)
            .from_reader(bytes);
        let mut record = StringRecord::new();
        if !reader.read_record(&mut record).map_err(|error| told(error, &reader, 1))? {
            return Err(ListError::Empty);
        }
        let header = Header::recognise(&record.iter().collect::<Vec<_>>()).map_err(ListError::Header)?;
        let line = line_of(&reader, &record);
        Ok(Self { reader, header, record, line })
    }

    /// The next rows, at most so many; none at the end of the list. Blank rows are passed over.
    pub(super) fn rows(&mut self, most: usize) -> Result<Vec<Reading>, ListError> {
        let mut rows = Vec::with_capacity(most);
        while rows.len() < most {
            self.reader.get_mut().row_ended();
            let more = self.reader.read_record(&mut self.record);
            if !more.map_err(|error| told(error, &self.reader, self.line + 1))? {
                break;
            }
            self.line = line_of(&self.reader, &self.record);
            match self.header.read(self.line, &self.record.iter().collect::<Vec<_>>()) {
                Reading::Blank => {}
                row => rows.push(row),
            }
        }
        Ok(rows)
    }

    /// The hash of the file, once it was read to its end.
    pub(super) fn hash(&self) -> [u8; 32] {
        self.reader.get_ref().hash()
    }
}

/// How long the byte order mark is, and what stands between the cells.
fn look(head: &[u8]) -> Result<(usize, u8), ListError> {
    if head.starts_with(b"PK\x03\x04") || head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(ListError::Spreadsheet);
    }
    // UTF-16, told by its mark or by the zero byte of every other sign.
    if head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]) || head.contains(&0) {
        return Err(ListError::NotUtf8(1));
    }
    let bom = if head.starts_with(&[0xEF, 0xBB, 0xBF]) { 3 } else { 0 };
    let text = head.get(bom..).unwrap_or_default();
    let start = text.iter().position(|byte| !byte.is_ascii_whitespace()).ok_or(ListError::Empty)?;
    let (mut quoted, mut semicolons, mut commas) = (false, 0, 0);
    for byte in text.iter().skip(start).take_while(|byte| !matches!(byte, b'\n' | b'\r')) {
        match byte {
            b'"' => quoted = !quoted,
            b';' if !quoted => semicolons += 1,
            b',' if !quoted => commas += 1,
            _ => {}
        }
    }
    Ok((bom, if commas > semicolons { b',' } else { b';' }))
}

/// The line on which a row that was just read begins, as the client's editor counts. What `csv` says of a record is where
/// the search for it began, before blank lines.
fn line_of(reader: &Reader<Watched>, record: &StringRecord) -> u64 {
    let ends = 1 + record.as_slice().bytes().filter(|byte| *byte == b'\n').count() as u64;
    reader.position().line().saturating_sub(ends)
}

fn told(error: csv::Error, reader: &Reader<Watched>, line: u64) -> ListError {
    if reader.get_ref().is_endless() {
        return ListError::Endless(line);
    }
    match error.into_kind() {
        ErrorKind::Io(error) => ListError::Io(error),
        ErrorKind::Utf8 { .. } => ListError::NotUtf8(reader.position().line().saturating_sub(1).max(line)),
        // The other kinds come from strict lengths, seeking and serde, which are not used here.
        _ => ListError::Io(std::io::Error::other("the list cannot be taken apart")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Result<Vec<Reading>, ListError> {
        List::open(&Source::bytes(bytes.to_vec()))?.rows(usize::from(u8::MAX))
    }

    fn numbers(bytes: &[u8]) -> Vec<u64> {
        let number = |row| match row {
            Reading::Row(row) => row.number,
            other => panic!("{other:?}"),
        };
        all(bytes).unwrap().into_iter().map(number).collect()
    }

    #[test]
    fn clean_lists_are_read() {
        for list in [
            "VHE;E-mail\n1;jan@example.nl\n2;\n",
            "VHE,E-mail\r\n1,jan@example.nl\r\n2,\r\n",
            "\u{feff}VHE;E-mail\n1;jan@example.nl\n2;",
            "VHE;\"E-mail\"\r\n\"1\";\"jan@example.nl\"\r\n\"2\";\"\"",
            "\u{feff}\"VHE\",\"Naam;of;iets\"\n\"1\",x\n2",
            "VHE\n1\n2\n",
        ] {
            assert_eq!(numbers(list.as_bytes()), [2, 3], "{list:?}");
        }
        assert_eq!(
            numbers(b"\n\nVHE;E-mail\n\n1;\n;;;\n2;\n\n"),
            [5, 7],
            "lines are counted as the client counts them"
        );
    }

    #[test]
    fn anything_else_says_what_to_do() {
        let told = |bytes: &[u8]| all(bytes).unwrap_err().to_string();
        assert!(told(b"").contains("is empty") && told("\u{feff} \n".as_bytes()).contains("is empty"));
        assert!(told(b"PK\x03\x04xl/workbook").contains("spreadsheet"));
        assert!(told(b"\xFF\xFEV\0H\0E\0").contains("line 1 is not UTF-8"));
        assert!(told(b"VHE;Straat\n1;Laan\n\n2;Caf\xe9laan\n").contains("line 4 is not UTF-8"));
        let Reading::Refused { number: 3, .. } = all(b"VHE;Straat\n1;Laan\n2;\"Laan\nen weg\"\n").unwrap().remove(1)
        else {
            panic!("a row of two lines is refused, and counted where it begins")
        };
        assert!(told(b"Naam;Telefoon\n").contains("VHE-nummer;Straat"));
        assert!(told(b"Straat;E-mail\n").contains("which home"));
        let endless = format!("VHE;Straat\n1;Laan\n2;\"{}", "Laan\n".repeat(300_000));
        assert!(told(endless.as_bytes()).contains("line 3 does not end"));
    }

    #[test]
    fn the_hash_is_that_of_the_file() {
        let list = "\u{feff}VHE;E-mail\n1;\n".repeat(1000);
        let mut read = List::open(&Source::bytes(list.clone().into_bytes())).unwrap();
        while !read.rows(100).unwrap().is_empty() {}
        assert_eq!(read.hash(), crypto::digest::sha256(list.as_bytes()));
    }
}
