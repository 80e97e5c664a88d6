//! The empty list to send to a client: the columns that are read, and, in the spreadsheet, a page that says how to fill
//! them in. Examples stand on that page only: an example in the list would become a home.

use std::io::{self, Write};

use domain::first_login::Column;
use words::{Words, t};

use super::sheet::{Sheet, SheetKind};

/// The columns, in their order.
pub const COLUMNS: [Column; 8] = [
    Column::ClientNumber,
    Column::Street,
    Column::HouseNumber,
    Column::Addition,
    Column::Postcode,
    Column::Place,
    Column::Email,
    Column::BuildNumber,
];

/// Writes the template.
///
/// # Errors
/// When it cannot be written.
pub fn write(out: impl Write, kind: SheetKind, words: Words) -> io::Result<()> {
    let mut sheet = Sheet::new(out, kind)?;
    let titles = COLUMNS.map(|column| words.t(words::first_login::column(column)).into_owned()).to_vec();
    sheet.row(&titles)?;
    let line = |text: std::borrow::Cow<'static, str>| vec![text.into_owned()];
    let example = |cells: [&str; 8]| cells.map(str::to_owned).to_vec();
    let pages = [
        line(t!(words, "list-template-title")),
        line(t!(words, "list-template-key")),
        line(t!(words, "list-template-email")),
        line(t!(words, "list-template-private")),
        Vec::new(),
        line(t!(words, "list-template-example")),
        titles,
        example(["0012", "Lindelaan", "12", "A", "1234 AB", "Voorbeeldstad", "bewoner@example.nl", ""]),
        example(["", "", "", "", "", "", "", "B07"]),
    ];
    sheet.beside(&t!(words, "list-template-page"), &pages)?;
    sheet.finish()
}
