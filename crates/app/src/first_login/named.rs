//! A list of homes to be ticked: usernames, or homes as the client names them. A list with a column of usernames goes by
//! it, also one without a header; any other is read as a list of homes.

use std::io::Read;

use csv::{ByteRecord, ReaderBuilder, Terminator};
use domain::first_login::{FileFault, Reading};
use domain::username::Skeleton;
use store::progress::Named;

use super::judging::number_of;
use super::list::{List, ListError};
use super::source::Source;

/// How much is looked at to tell what a list is.
const HEAD: usize = 64 * 1024;
/// Rows that are read at once.
const ROWS: usize = 500;

/// The names of the column, in lower case without blanks.
const TITLES: &[&str] = &["gebruikersnaam", "gebruikersnamen", "username", "usernames", "inlognaam", "account"];

/// The rows of a list with their lines, in their order; nothing where a row does not say which home it is.
pub(super) fn read(source: &Source) -> Result<Vec<(u64, Option<Named>)>, ListError> {
    match column(source.open()?.peek(HEAD)?) {
        Some(column) => usernames(source, &column),
        None => homes(source),
    }
}

fn homes(source: &Source) -> Result<Vec<(u64, Option<Named>)>, ListError> {
    let (mut list, mut all) = (List::open(source, None)?, Vec::new());
    loop {
        let rows = list.rows(ROWS)?;
        if rows.is_empty() {
            return if all.is_empty() { Err(FileFault::NoRows.into()) } else { Ok(all) };
        }
        all.extend(rows.iter().map(|row| {
            let keys = if let Reading::Row(row) = row { Some(row.home.keys()) } else { None };
            (number_of(row), keys.map(Named::Home))
        }));
    }
}

/// Where the usernames stand.
struct Column {
    at: usize,
    delimiter: u8,
    /// The first row is a username itself.
    bare: bool,
}

fn column(head: &[u8]) -> Option<Column> {
    let text = String::from_utf8_lossy(head);
    let line = text.trim_start_matches('\u{feff}').trim_start().lines().next()?;
    let delimiter = [';', ',', '\t'].into_iter().max_by_key(|sign| line.matches(*sign).count())?;
    let cells: Vec<String> = line
        .split(delimiter)
        .map(|cell| cell.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect())
        .collect();
    let delimiter = u8::try_from(delimiter).ok()?;
    if let Some(at) = cells.iter().position(|cell| TITLES.contains(&cell.as_str())) {
        return Some(Column { at, delimiter, bare: false });
    }
    // Letters and then a number of two digits: no title looks like that.
    let first = cells.first()?;
    let letters = first.trim_end_matches(|c: char| c.is_ascii_digit());
    let bare = first.len() >= letters.len() + 2
        && letters.len() >= 2
        && letters.bytes().all(|b| b.is_ascii_alphabetic())
        && !line.contains('@');
    bare.then_some(Column { at: 0, delimiter, bare })
}

fn usernames(source: &Source, column: &Column) -> Result<Vec<(u64, Option<Named>)>, ListError> {
    let mut reader = ReaderBuilder::new()
        .delimiter(column.delimiter)
        .has_headers(!column.bare)
        .flexible(true)
        .terminator(Terminator::Any(b'\n'))
        // A last row without a line end gets one: rows are counted by it.
        .from_reader(source.open()?.chain(&b"\n"[..]));
    let (mut record, mut all) = (ByteRecord::new(), Vec::new());
    loop {
        reader.get_mut().get_mut().0.row_ended();
        let more = reader.read_byte_record(&mut record).map_err(|error| ListError::Io(error.into()))?;
        if !more {
            return if all.is_empty() { Err(FileFault::NoRows.into()) } else { Ok(all) };
        }
        let inside = record.as_slice().iter().filter(|byte| **byte == b'\n').count() as u64;
        let line = reader.position().line().saturating_sub(1 + inside);
        if record.iter().all(|cell| cell.trim_ascii().is_empty()) {
            continue;
        }
        let cell = String::from_utf8_lossy(record.get(column.at).unwrap_or_default());
        let cell = cell.trim_start_matches('\u{feff}');
        // A formula cell was defused on its way out.
        let skeleton = Skeleton::typed(cell.trim().trim_start_matches('\''));
        all.push((line, skeleton.map(|skeleton| Named::Username(skeleton.as_str().to_owned()))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(list: &str) -> Vec<(u64, Option<String>)> {
        let told = |named| match named {
            Named::Username(skeleton) => skeleton,
            Named::Home(keys) => keys.strongest().map(|key| key.to_string()).unwrap_or_default(),
        };
        let all = read(&Source::bytes(list.as_bytes().to_vec())).unwrap();
        all.into_iter().map(|(line, named)| (line, named.map(told))).collect()
    }

    #[test]
    fn usernames_are_read_from_any_list_that_has_them() {
        let two = [(2, Some("a1me1001".to_owned())), (3, Some("a1me1002".to_owned()))];
        for list in [
            "Gebruikersnaam\nALMELO01\nalmelo02\n",
            "\u{feff}VHE-nummer;Gebruikersnaam;Status\r\n1;ALMELO01;x\r\n2; ALMELO02 ;y\r\n",
            "VHE,\"Gebruikersnaam\"\n1,ALMELO01\n2,ALMELO02",
            "Straat\tUsername\nLaan\tALMELO01\nLaan\tALMELO02\n",
        ] {
            assert_eq!(named(list), two, "{list:?}");
        }
        let bare = [(1, Some("a1me1001".to_owned())), (2, None), (4, Some("a1me1002".to_owned()))];
        assert_eq!(named("ALMELO01\ngeen naam\n\nALMELO02\n"), bare);
    }

    #[test]
    fn other_lists_are_lists_of_homes() {
        let homes = named("VHE-nummer;Straat\n12;Laan\n;Laan\n");
        assert_eq!(homes, [(2, Some("client:12".to_owned())), (3, None)]);
        let none = |list: &str| read(&Source::bytes(list.as_bytes().to_vec())).unwrap_err().to_string();
        assert!(none("").contains("is empty") && none("Gebruikersnaam\n").contains("is empty"));
        assert!(none("Naam;Telefoon\n").contains("VHE-nummer;Straat"));
    }
}
