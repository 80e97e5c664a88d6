//! The first line of a list: which column means what, in the usual Dutch and English spellings.
//!
//! Columns it does not know are left alone and kept in order, because the list goes back in the client's own layout.

use unicode_normalization::UnicodeNormalization;

use super::Column;

/// The spellings, without case, blanks, dashes, dots and other signs.
const TITLES: &[(Column, &[&str])] = &[
    (
        Column::ClientNumber,
        &[
            "vhe",
            "vhenummer",
            "vhenr",
            "vheid",
            "vhecode",
            "eenheid",
            "eenheidnummer",
            "eenheidnr",
            "eenheidsnummer",
            "eenheidcode",
            "eenheidid",
            "verhuureenheid",
            "verhuureenheidnummer",
            "ogenummer",
            "oge",
            "ogenr",
            "objectnummer",
            "objectnr",
            "woningnummer",
            "complexeenheid",
            "unitnumber",
            "unitno",
            "unitcode",
            "unitid",
            "clientnumber",
            "dwellingnumber",
        ],
    ),
    (Column::Street, &["straat", "straatnaam", "adres", "street", "streetname", "address"]),
    (
        Column::HouseNumber,
        &[
            "huisnummer",
            "huisnr",
            "nr",
            "hnr",
            "huisnummertoevoeging",
            "huisnummerentoevoeging",
            "huisnummermettoevoeging",
            "housenumber",
            "houseno",
            "housenr",
        ],
    ),
    (Column::HouseLetter, &["huisletter", "letter", "houseletter"]),
    (
        Column::Addition,
        &[
            "toevoeging",
            "toev",
            "huisnummertoev",
            "huisnrtoev",
            "huisnrtoevoeging",
            "nummertoevoeging",
            "addition",
            "suffix",
            "housenumberaddition",
            "housenumbersuffix",
        ],
    ),
    (Column::Postcode, &["postcode", "pc", "postalcode", "zip", "zipcode"]),
    (Column::Place, &["plaats", "woonplaats", "plaatsnaam", "stad", "gemeente", "city", "town", "place"]),
    (
        Column::Email,
        &[
            "email",
            "emailadres",
            "mail",
            "mailadres",
            "emailbewoner",
            "emailadresbewoner",
            "emailhuurder",
            "emailadreshuurder",
            "emailaddress",
            "mailaddress",
        ],
    ),
    (
        Column::BuildNumber,
        &["bouwnummer", "bouwnr", "bnr", "kavel", "kavelnummer", "buildnumber", "buildingnumber", "plot", "plotnumber"],
    ),
];

/// Columns of ours, when a list that went back comes in again: not taken for the client's.
const OURS: &[&str] = &["gebruikersnaam", "username", "status", "opmerking", "remark"];

/// A header that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    titles: Vec<String>,
    columns: Vec<Option<Column>>,
}

/// Why the first line is no header of a list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HeaderFault {
    /// None of the titles is known.
    #[error("no known column names in the first line")]
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
    /// Reads the first line of a clean list.
    ///
    /// # Errors
    /// [`HeaderFault`].
    pub fn recognise<T: AsRef<str>>(cells: &[T]) -> Result<Self, HeaderFault> {
        if cells.len() > 500 {
            return Err(HeaderFault::TooWide);
        }
        let titles: Vec<String> = cells.iter().map(|cell| clean(cell.as_ref())).collect();
        let columns: Vec<Option<Column>> = titles.iter().map(|title| meaning(title)).collect();
        let has = |column| columns.contains(&Some(column));
        for column in Column::ALL {
            if columns.iter().filter(|found| **found == Some(*column)).count() > 1 {
                return Err(HeaderFault::Twice(*column));
            }
        }
        if columns.iter().all(Option::is_none) {
            return Err(HeaderFault::Unknown);
        }
        let address = has(Column::Postcode) && has(Column::HouseNumber);
        if !(has(Column::ClientNumber) || address || has(Column::BuildNumber)) {
            return Err(HeaderFault::NoKey);
        }
        Ok(Self { titles, columns })
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
        self.titles
            .iter()
            .enumerate()
            .filter(|(_, title)| !OURS.contains(&plain(title).as_str()))
            .map(|(place, _)| place)
    }
}

/// Without the byte order mark that some programs leave in the first cell.
fn clean(cell: &str) -> String {
    cell.trim_start_matches('\u{feff}').trim().to_owned()
}

fn meaning(title: &str) -> Option<Column> {
    let title = plain(title);
    TITLES.iter().find(|(_, titles)| titles.contains(&title.as_str())).map(|(column, _)| *column)
}

/// Long titles are not read: no known one is.
fn plain(title: &str) -> String {
    title.chars().take(100).nfkc().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
