//! The line of a list with the names of its columns: where it stands, what each column means, and which are never read.
//!
//! Columns it does not know are left alone and kept in order, because the list goes back in the client's own layout.

use super::titles::{is_ours, is_weak, meaning, plain, private_title};
use super::{Column, cells, private};
use serde::{Deserialize, Serialize};

/// How many rows are looked at for the header: titles of the list stand above it.
pub const HEADER_WITHIN: usize = 30;
/// The most columns a list has.
pub const MOST_COLUMNS: usize = 500;

/// A header that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    titles: Vec<String>,
    columns: Vec<Option<Column>>,
}

/// Why a line is no header of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum HeaderFault {
    /// None of the titles is known.
    #[error("no known column names in its first 30 lines")]
    Unknown,
    /// Two columns mean the same; which one counts would be a guess.
    #[error("two columns mean the same: {}", .0.as_str())]
    Twice(Column),
    /// Nothing in it says which home a row is about.
    #[error("no column tells which home it is: a client's number, postcode and house number, or a build number")]
    NoKey,
    /// More columns than any list has.
    #[error("more than 500 columns")]
    TooWide,
}

impl Header {
    /// Reads a line as header.
    ///
    /// # Errors
    /// [`HeaderFault`].
    pub fn recognise<T: AsRef<str>>(cells: &[T]) -> Result<Self, HeaderFault> {
        let titles: Vec<String> = cells.iter().map(|cell| clean(cell.as_ref())).collect();
        let columns = Self::guess(&titles);
        Self::of(titles, columns)
    }

    /// With the meanings that a person chose, or that were found before. Law 13: a column whose title says that it holds
    /// what we do not collect is never read, whatever was chosen.
    ///
    /// # Errors
    /// [`HeaderFault`].
    pub fn of(titles: Vec<String>, mut columns: Vec<Option<Column>>) -> Result<Self, HeaderFault> {
        columns.resize(titles.len(), None);
        for (title, column) in titles.iter().zip(&mut columns) {
            *column = private_title(title).or(*column);
        }
        let wide = |at: usize| titles.iter().skip(at).any(|title| !title.is_empty());
        if wide(MOST_COLUMNS) {
            return Err(HeaderFault::TooWide);
        }
        if columns.iter().flatten().all(|column| column.is_private()) {
            return Err(HeaderFault::Unknown);
        }
        let count = |column: &Column| columns.iter().flatten().filter(|found| *found == column).count();
        if let Some(twice) = Column::ALL.iter().find(|column| column.is_single() && count(column) > 1) {
            return Err(HeaderFault::Twice(*twice));
        }
        let has = |column: Column| count(&column) > 0;
        let postcode = has(Column::Postcode) || has(Column::PostcodePlace) || has(Column::Address);
        let number = has(Column::HouseNumber) || has(Column::Address);
        if !(has(Column::ClientNumber) || (postcode && number) || has(Column::BuildNumber)) {
            return Err(HeaderFault::NoKey);
        }
        Ok(Self { titles, columns })
    }

    /// What titles seem to mean, in their order, also where they contradict each other.
    #[must_use]
    pub fn guess<T: AsRef<str>>(titles: &[T]) -> Vec<Option<Column>> {
        let mut columns: Vec<Option<Column>> = titles.iter().map(|title| meaning(title.as_ref())).collect();
        let count = |columns: &[Option<Column>], column| columns.iter().filter(|it| **it == Some(column)).count();
        for (at, title) in titles.iter().enumerate().filter(|(_, title)| is_weak(title.as_ref())) {
            let column = columns.get(at).copied().flatten();
            // "Gemeente" is the town only where no column says so better; "Nr" may count the rows.
            if column.is_some_and(|column| count(&columns, column) > 1) {
                turn(&mut columns, at, None);
            }
            // "Huisnr./toev." holds the number too where it has no column of its own.
            if column == Some(Column::Addition) && count(&columns, Column::HouseNumber) == 0 {
                turn(&mut columns, at, plain(title.as_ref()).starts_with("huis").then_some(Column::HouseNumber));
            }
        }
        let has = |column| count(&columns, column) > 0;
        // "Adres" is the street where the number has a column of its own, and the whole where it has none; "Straat" too,
        // beside a postcode.
        let (from, to) = match (has(Column::HouseNumber), has(Column::Street), has(Column::Address)) {
            (true, true, true) => (Column::Address, None),
            (true, false, true) => (Column::Address, Some(Column::Street)),
            (false, true, true) => (Column::Street, None),
            (false, true, false) if has(Column::Postcode) || has(Column::PostcodePlace) => {
                (Column::Street, Some(Column::Address))
            }
            _ => (Column::PostcodePlace, Some(Column::PostcodePlace)),
        };
        let both = has(Column::Postcode);
        for column in &mut columns {
            match *column {
                Some(Column::PostcodePlace) if both => *column = None,
                Some(found) if found == from => *column = to,
                _ => {}
            }
        }
        columns
    }

    /// Looks for the header among the first rows of a list: the one with the most known titles, the first of equals.
    #[must_use]
    pub fn find<T: AsRef<str>>(rows: &[Vec<T>]) -> Option<usize> {
        let known = |row: &Vec<T>| {
            let mut found: Vec<Column> = Self::guess(row).into_iter().flatten().collect();
            found.sort_unstable();
            found.dedup();
            (!found.is_empty()).then(|| (Self::recognise(row).is_ok(), found.len()))
        };
        let scored = rows.iter().take(HEADER_WITHIN).enumerate().filter_map(|(at, row)| Some((known(row)?, at)));
        scored.max_by_key(|(score, at)| (*score, usize::MAX - at)).map(|(_, at)| at)
    }

    /// Law 13: columns whose cells all pass the test of a citizen service number are not read, whatever their title; but for
    /// the client's own numbers, which may look like that.
    pub fn hide_numbers<T: AsRef<str>>(columns: &mut [Option<Column>], rows: &[Vec<T>]) {
        let own = |column: &Option<Column>| matches!(column, Some(Column::ClientNumber | Column::BuildNumber));
        for (place, column) in columns.iter_mut().enumerate().filter(|(_, column)| !own(column)) {
            let cells = rows.iter().filter_map(|row| row.get(place)).map(AsRef::as_ref);
            if private::are_citizen_numbers(cells) {
                *column = Some(Column::Bsn);
            }
        }
    }

    /// What each column means, in the order of the list; `None` for one that is not ours to read.
    #[must_use]
    pub fn columns(&self) -> &[Option<Column>] {
        &self.columns
    }

    /// The titles as the client wrote them.
    #[must_use]
    pub fn titles(&self) -> &[String] {
        &self.titles
    }

    /// The places of the columns that are the client's own, for the list that goes back: ours are left out, they are
    /// written afresh.
    pub fn kept(&self) -> impl Iterator<Item = usize> {
        self.titles.iter().enumerate().filter(|(_, title)| !is_ours(title)).map(|(place, _)| place)
    }

    /// The row as the client wrote it, with the cells of law 13 blank: what may be kept.
    #[must_use]
    pub fn blanked<T: AsRef<str>>(&self, cells: &[T]) -> Vec<String> {
        let private = |at: usize| self.columns.get(at).copied().flatten().is_some_and(Column::is_private);
        let cell = |(at, cell): (usize, &T)| if private(at) { String::new() } else { cell.as_ref().to_owned() };
        cells.iter().enumerate().map(cell).collect()
    }

    /// True for a row that is about no home: blank, the header once more, or a total at the end.
    #[must_use]
    pub fn is_beside<T: AsRef<str>>(&self, cells: &[T]) -> bool {
        let filled: Vec<(usize, &str)> = cells
            .iter()
            .map(AsRef::as_ref)
            .enumerate()
            .filter(|(_, cell)| !cell.chars().all(cells::is_blank))
            .collect();
        filled.is_empty() || self.is_repeated(&filled) || self.is_total(&filled)
    }

    fn is_repeated(&self, filled: &[(usize, &str)]) -> bool {
        let same = |(at, cell): &(usize, &str)| self.titles.get(*at).is_some_and(|title| plain(title) == plain(cell));
        let read = |(at, _): &(usize, &str)| self.columns.get(*at).is_some_and(Option::is_some);
        filled.iter().any(read) && filled.iter().all(same)
    }

    /// A home has an address, a mailbox or a number; the line that counts them has none.
    fn is_total(&self, filled: &[(usize, &str)]) -> bool {
        const WORDS: &[&str] = &["totaal", "total", "subtotaal", "eindtotaal", "aantalwoningen", "numberofhomes"];
        let Some((_, first)) = filled.first() else { return false };
        let first = plain(first);
        let counts = |cell: &str| cell.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || ".,:".contains(c));
        WORDS.iter().any(|word| first.strip_prefix(word).is_some_and(|rest| rest.len() < 12))
            && filled.iter().skip(1).all(|(_, cell)| counts(cell) || meaning(cell).is_some())
    }
}

fn turn(columns: &mut [Option<Column>], at: usize, to: Option<Column>) {
    if let Some(column) = columns.get_mut(at) {
        *column = to;
    }
}

/// Without the byte order mark that some programs leave in the first cell; a title of two lines is one.
fn clean(cell: &str) -> String {
    let words: Vec<&str> = cell.trim_start_matches('\u{feff}').split_whitespace().collect();
    words.join(" ")
}
