//! How a list is laid out: what was found by looking, and what a person may change before it is read. It is data, so
//! that it can be shown, sent back by a form and kept with the list.

use serde::{Deserialize, Serialize};

use super::{Column, Header, HeaderFault, private, titles};
use crate::text_enum::text_enum;

text_enum! {
    /// How the letters of a text file are written down.
    Encoding {
        /// UTF-8, with or without byte order mark.
        Utf8 = "utf-8",
        /// What Windows calls ANSI in western Europe.
        Windows1252 = "windows-1252",
        /// Two bytes a sign, the low one first.
        Utf16Le = "utf-16le",
        /// Two bytes a sign, the high one first.
        Utf16Be = "utf-16be",
    }
}

/// Where things stand in a list, and what its columns mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// Of a text file.
    pub encoding: Option<Encoding>,
    /// What stands between the cells of a text file.
    pub separator: Option<char>,
    /// Of a spreadsheet: the name of the sheet.
    pub sheet: Option<String>,
    /// The line with the names of the columns, as the client counts it; 0 where the list has none.
    pub header_row: u64,
    /// The names of the columns in their order, and what each means; `None` for one that is not ours to read.
    pub columns: Vec<(String, Option<Column>)>,
}

impl Layout {
    /// The header that reads the rows.
    ///
    /// # Errors
    /// [`HeaderFault`]: what a person has to choose first.
    pub fn header(&self) -> Result<Header, HeaderFault> {
        let (titles, columns) = self.columns.iter().cloned().unzip();
        Header::of(titles, columns)
    }

    /// The same list with other meanings of its columns; those that are missing mean nothing. Law 13: what is never read
    /// stays so.
    #[must_use]
    pub fn with_columns(&self, columns: &[Option<Column>]) -> Self {
        let chosen = columns.iter().copied().chain(std::iter::repeat(None));
        let law = |column: &Option<Column>| column.filter(|column| column.is_private());
        let columns = self.columns.iter().zip(chosen);
        let columns = columns.map(|((title, own), chosen)| (title.clone(), law(own).or(chosen))).collect();
        Self { columns, ..self.clone() }
    }

    /// The name of a column as it is kept: one line, and empty where a row of the list was taken for its header and the
    /// cell is about a person (law 13).
    #[must_use]
    pub fn title(cell: &str) -> String {
        let words: Vec<&str> = cell.trim_start_matches('\u{feff}').split_whitespace().collect();
        let title = words.join(" ");
        if private::is_of_a_person(&title) { String::new() } else { title }
    }

    /// The names of so many columns of a list that has none: A, B, … as a spreadsheet calls them.
    #[must_use]
    pub fn letters(count: usize) -> Vec<String> {
        let mut names: Vec<String> = Vec::with_capacity(count);
        for at in 0..count {
            let before = (at / 26).checked_sub(1).and_then(|at| names.get(at)).cloned().unwrap_or_default();
            names.push(before + &char::from(b'A' + u8::try_from(at % 26).unwrap_or_default()).to_string());
        }
        names
    }

    /// Law 13: a row as the client wrote it, with the cells that are never read blank, also where the header cannot be used
    /// yet. The name of such a column stays.
    #[must_use]
    pub fn without_private<T: AsRef<str>>(&self, cells: &[T]) -> Vec<String> {
        let private = |at: usize| self.columns.get(at).is_some_and(|(_, it)| it.is_some_and(Column::is_private));
        let shown = |(at, cell): (usize, &T)| {
            let cell = cell.as_ref();
            if private(at) && titles::private_title(cell).is_none() { String::new() } else { cell.to_owned() }
        };
        cells.iter().enumerate().map(shown).collect()
    }

    /// Law 13: the columns that are never read, for the report.
    pub fn blanked(&self) -> impl Iterator<Item = (&str, Column)> {
        let all = self.columns.iter().filter_map(|(title, column)| Some((title.as_str(), (*column)?)));
        all.filter(|(_, column)| column.is_private())
    }
}

/// Why a file is no list, whatever its name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum FileFault {
    /// Nothing in it.
    #[error("the list is empty: it needs a line with column names and a line for each home")]
    Empty,
    /// A header, and nothing below it.
    #[error("the list is empty below its column names: it needs a line for each home")]
    NoRows,
    /// Larger than 32 MiB.
    #[error("the file is larger than 32 MiB: send the list without pictures, or in parts")]
    TooBig,
    /// More rows than one list may have.
    #[error("the list has more than 100,000 rows: send it in parts")]
    TooLong,
    /// A PDF.
    #[error("this is a PDF, whatever its name says: ask for the list as Excel (.xlsx) or CSV")]
    Pdf,
    /// A document of a word processor.
    #[error("this is a text document, not a list: copy the table to Excel and save it as .xlsx")]
    Document,
    /// An archive.
    #[error("this is a zip file: unpack it and send the list in it")]
    Archive,
    /// A spreadsheet of before 2007.
    #[error("this is an old Excel file (.xls) or has a password: open it and save it as .xlsx without one")]
    OldSpreadsheet,
    /// A spreadsheet behind a password.
    #[error("this file has a password: save it without one")]
    Locked,
    /// A spreadsheet of another family.
    #[error("this is an OpenDocument or binary spreadsheet: save it as .xlsx")]
    OtherSpreadsheet,
    /// A web page, as some programs write when asked for Excel.
    #[error("this is a web page, not a list: open it in Excel and save it as .xlsx")]
    WebPage,
    /// A picture.
    #[error("this is a picture: ask for the list as Excel (.xlsx) or CSV")]
    Picture,
    /// Neither text nor a spreadsheet.
    #[error("this is neither text nor a spreadsheet: ask for the list as Excel (.xlsx) or CSV")]
    Unknown,
    /// A spreadsheet that is damaged.
    #[error("the spreadsheet is damaged: open it, save it again as .xlsx and send that")]
    Damaged,
    /// A spreadsheet that unpacks to more than any list.
    #[error("the spreadsheet unpacks to more than a list can be: copy the list to a new file and send that")]
    Swollen,
    /// Not the sheet that was chosen.
    #[error("the spreadsheet has no such sheet")]
    NoSheet,
}
