//! One row of a list: cells in, a home with perhaps an address out; or every reason why not, each at its cell.

use super::cells::Cell;
use super::mailbox::Mailbox;
use super::place::{Split, mend, split_address, split_postcode_place};
use super::{Column, Header, Reason, Remark, bag, dates};
use crate::{
    email::Address,
    home::{Home, HouseNumber, Postcode},
};

/// A row that can be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of the list, as the client counts it.
    pub number: u64,
    /// Which home; it has at least one key.
    pub home: Home,
    /// The address of its resident, when given.
    pub address: Option<Address>,
    /// Advice: what was put right, and what somebody should look at.
    pub remarks: Vec<Remark>,
}

/// What came of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// About no home: blank, the header once more, a total.
    Blank,
    /// To be judged.
    Row(Row),
    /// Not to be applied, for what is in its cells.
    Refused {
        /// The line of the list.
        number: u64,
        /// As far as it could be read, for the report.
        home: Home,
        /// At least one that is more than advice.
        remarks: Vec<Remark>,
    },
}

impl Header {
    /// Reads one row. Missing cells at its end are empty; cells beyond the header are a fault, because then the rest
    /// may have moved too.
    #[must_use]
    pub fn read<T: AsRef<str>>(&self, number: u64, cells: &[T]) -> Reading {
        if self.is_beside(cells) {
            return Reading::Blank;
        }
        let mut draft = Draft { header: self, cells, remarks: Vec::new() };
        let beyond = cells.iter().skip(self.columns().len());
        if beyond.into_iter().any(|cell| !cell.as_ref().trim().is_empty()) {
            draft.remarks.push(Remark::row(Reason::ExtraCells));
        }
        let mut home = draft.home();
        mend(&mut home, &mut draft.remarks);
        check_home(&mut home, &mut draft.remarks);
        let address = draft.address();
        draft.beside();
        let mut remarks = draft.remarks;
        if remarks.iter().any(|remark| !remark.reason.is_advice()) {
            return Reading::Refused { number, home, remarks };
        }
        if home.key().is_none() {
            remarks.push(Remark::row(Reason::NoKey));
            return Reading::Refused { number, home, remarks };
        }
        Reading::Row(Row { number, home, address, remarks })
    }

    /// Tells of the cells at these places that they hold a formula: read is what it came to when the list was saved.
    pub fn tell_formulas(&self, reading: &mut Reading, places: &[usize]) {
        let (Reading::Row(Row { remarks, .. }) | Reading::Refused { remarks, .. }) = reading else { return };
        let read = |place: &usize| self.columns().get(*place).copied().flatten().filter(|column| !column.is_private());
        remarks.extend(places.iter().filter_map(read).map(|column| Remark::at(column, Reason::Formula)));
    }
}

/// A row while it is read.
struct Draft<'a, T> {
    header: &'a Header,
    cells: &'a [T],
    remarks: Vec<Remark>,
}

impl<T: AsRef<str>> Draft<'_, T> {
    fn home(&mut self) -> Home {
        let whole = self.text(Column::Address).and_then(|text| self.split(&text)).unwrap_or_default();
        let both = self.text(Column::PostcodePlace).map(|text| split_postcode_place(&text)).unwrap_or_default();
        Home {
            client_number: self.text(Column::ClientNumber),
            street: self.text(Column::Street).or(whole.street),
            house_number: self.text(Column::HouseNumber).or(whole.number),
            addition: joined(self.text(Column::HouseLetter), self.text(Column::Addition)),
            postcode: self.text(Column::Postcode).or(both.postcode).or(whole.postcode),
            place: self.text(Column::Place).or(both.place).or(whole.place),
            build_number: self.text(Column::BuildNumber),
        }
    }

    fn split(&mut self, text: &str) -> Option<Split> {
        let told = |reason| self.remarks.push(Remark::at(Column::Address, reason));
        split_address(text).map_err(told).ok()
    }

    /// The text of the one cell of a column, when there is any and it can be read.
    fn text(&mut self, column: Column) -> Option<String> {
        let cell = self.cell(column)?;
        if let Err(reason) = cell.check() {
            self.remarks.push(Remark::at(column, reason));
            return None;
        }
        if cell.repaired {
            self.remarks.push(Remark::at(column, Reason::Repaired));
        }
        if cell.text.contains('\u{fffd}') {
            let key = matches!(column, Column::ClientNumber | Column::BuildNumber);
            self.remarks.push(Remark::at(column, if key { Reason::Sign } else { Reason::Garbled }));
        }
        (!cell.text.is_empty()).then_some(cell.text)
    }

    fn cell(&self, column: Column) -> Option<Cell> {
        let place = self.header.columns().iter().position(|found| *found == Some(column))?;
        Some(Cell::of(self.cells.get(place)?.as_ref()))
    }

    fn address(&mut self) -> Option<Address> {
        let cell = self.cell(Column::Email)?;
        let failed = cell.check().err().filter(|why| matches!(why, Reason::ErrorCell | Reason::NoOutcome));
        let Mailbox { address, reason } = match failed {
            Some(why) if !cell.is_not_found() => Mailbox { address: None, reason: Some(why) },
            _ => Mailbox::of(&cell),
        };
        self.remarks.extend(reason.map(|reason| Remark::at(Column::Email, reason)));
        address
    }

    /// Columns that name no home: looked at, told, not kept.
    fn beside(&mut self) {
        for (column, cell) in self.header.columns().iter().zip(self.cells) {
            let check = match column {
                Some(Column::Bag) => bag::check,
                Some(Column::Date) => dates::check,
                _ => continue,
            };
            let reason = check(&Cell::of(cell.as_ref()).text);
            self.remarks.extend(reason.zip(*column).map(|(reason, column)| Remark::at(column, reason)));
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
    let told = |it: &Remark| matches!(it.column, Some(Column::HouseNumber | Column::Address));
    let explained = remarks.iter().any(told);
    match &home.house_number {
        Some(number) if dates::is_made_of_number(number) => {
            remarks.push(Remark::at(Column::HouseNumber, Reason::BecameDate));
        }
        Some(number) if HouseNumber::parse(number, home.addition.as_deref().unwrap_or_default()).is_none() => {
            remarks.push(Remark::at(Column::HouseNumber, Reason::HouseNumber));
        }
        None if home.postcode.is_some()
            && home.client_number.is_none()
            && home.build_number.is_none()
            && !explained =>
        {
            remarks.push(Remark::at(Column::HouseNumber, Reason::NoHouseNumber));
        }
        Some(_) | None => {}
    }
    if home.addition.as_deref().is_some_and(dates::is_made_of_number) {
        remarks.push(Remark::at(Column::Addition, Reason::BecameDate));
    }
}
