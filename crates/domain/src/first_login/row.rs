//! One row of a list: cells in, a home with perhaps an address out; or every reason why not, each at its cell.

use super::{Column, Header, Reason, Remark};
use crate::{
    email::{self, Address, CellAddress},
    home::{Home, HouseNumber, Postcode},
};

/// The longest cell that is read, in characters.
const LONGEST: usize = 200;

/// A row that can be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of the list, as the client counts it.
    pub number: u64,
    /// Which home; it has at least one key.
    pub home: Home,
    /// The address of its resident, when given.
    pub address: Option<Address>,
}

/// What came of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// Nothing in it; lists end with such rows.
    Blank,
    /// To be judged.
    Row(Row),
    /// Refused for what is in its cells.
    Refused {
        /// The line of the list.
        number: u64,
        /// As far as it could be read, for the report.
        home: Home,
        /// At least one.
        remarks: Vec<Remark>,
    },
}

impl Header {
    /// Reads one row. Missing cells at its end are empty; cells beyond the header are a fault, because then the rest
    /// may have moved too.
    #[must_use]
    pub fn read<T: AsRef<str>>(&self, number: u64, cells: &[T]) -> Reading {
        if cells.iter().all(|cell| cell.as_ref().trim().is_empty()) {
            return Reading::Blank;
        }
        let mut remarks = Vec::new();
        let beyond = cells.iter().skip(self.columns().len());
        if beyond.into_iter().any(|cell| !cell.as_ref().trim().is_empty()) {
            remarks.push(Remark::row(Reason::ExtraCells));
        }
        let mut cell = |column: Column| {
            let place = self.columns().iter().position(|found| *found == Some(column))?;
            let text = cells.get(place)?.as_ref().trim();
            check_text(text).map_or_else(
                |reason| {
                    remarks.push(Remark::at(column, reason));
                    None
                },
                |()| (!text.is_empty()).then(|| text.to_owned()),
            )
        };
        let mut home = Home {
            client_number: cell(Column::ClientNumber),
            street: cell(Column::Street),
            house_number: cell(Column::HouseNumber),
            addition: joined(cell(Column::HouseLetter), cell(Column::Addition)),
            postcode: cell(Column::Postcode),
            place: cell(Column::Place),
            build_number: cell(Column::BuildNumber),
        };
        let email = cell(Column::Email);
        check_home(&mut home, &mut remarks);
        let address = match email::from_cell(email.as_deref().unwrap_or_default()) {
            CellAddress::None => None,
            CellAddress::One(address) => Some(address),
            CellAddress::Refused(fault) => {
                remarks.push(Remark::at(Column::Email, fault.into()));
                None
            }
        };
        if remarks.is_empty() {
            Reading::Row(Row { number, home, address })
        } else {
            Reading::Refused { number, home, remarks }
        }
    }
}

/// Letter and addition are written apart by some and together by others; only the whole counts.
fn joined(letter: Option<String>, addition: Option<String>) -> Option<String> {
    match (letter, addition) {
        (Some(letter), Some(addition)) => Some(format!("{letter} {addition}")),
        (one, other) => one.or(other),
    }
}

fn check_text(text: &str) -> Result<(), Reason> {
    if text.chars().any(char::is_control) {
        return Err(Reason::Sign);
    }
    // An address may be longer; what it may be is judged where it is read.
    if text.chars().count() > LONGEST.max(254) { Err(Reason::TooLong) } else { Ok(()) }
}

/// The parts must be what they claim to be even when another part identifies the home: letters go there.
fn check_home(home: &mut Home, remarks: &mut Vec<Remark>) {
    if let Some(written) = home.postcode.take() {
        match Postcode::parse(&written) {
            Some(postcode) => home.postcode = Some(postcode.to_string()),
            None => {
                remarks.push(Remark::at(Column::Postcode, Reason::Postcode));
                home.postcode = Some(written);
            }
        }
    }
    match &home.house_number {
        Some(number) if HouseNumber::parse(number, home.addition.as_deref().unwrap_or_default()).is_none() => {
            remarks.push(Remark::at(Column::HouseNumber, Reason::HouseNumber));
        }
        None if home.postcode.is_some() && home.client_number.is_none() && home.build_number.is_none() => {
            remarks.push(Remark::at(Column::HouseNumber, Reason::NoHouseNumber));
        }
        Some(_) | None => {}
    }
    if remarks.is_empty() && home.key().is_none() {
        remarks.push(Remark::row(Reason::NoKey));
    }
}
