//! First-time login: what a client's list says, row by row, and what an import may do with it.
//!
//! Pure rules, made for streaming: a row at a time, and a few bytes a row for what only the whole list can tell. No file
//! formats, no look-ups, no words: a [`Remark`] is a fixed word at a cell, and the translations say it in Dutch.
//!
//! The order of use: [`Header::find`] the header among the first lines, show its [`Layout`], [`Header::read`] each row and
//! put its keys to [`Twins`]. Then, from the first row again: put its addresses to [`Shift`], [`judge`] it against what is
//! known, [`Tally`] it, and ask the tally whether the batch stands.

mod bag;
mod batch;
mod cells;
mod dates;
mod header;
mod judge;
mod layout;
mod letters;
mod mailbox;
mod place;
mod private;
pub mod progress;
mod residents;
mod row;
mod shift;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_dirty;
mod titles;
mod twins;
mod typed;

pub use batch::BatchState;
pub use header::{HEADER_WITHIN, Header, HeaderFault, MOST_COLUMNS};
pub use judge::{BatchFault, Change, Found, Judged, Judgement, Known, Proof, Tally, judge, judge_unread};
pub use layout::{Encoding, FileFault, Layout};
pub use letters::LetterChoice;
pub use residents::Residents;
pub use row::{Reading, Row};
pub use shift::Shift;
pub use twins::{Doubled, Twins};
pub use typed::{FIELDS, read_typed, written};

use serde::{Deserialize, Serialize};

use crate::{email::AddressFault, text_enum::text_enum};

text_enum! {
    /// What a column of a list means.
    Column {
        /// The client's own number of the home (VHE).
        ClientNumber = "client-number",
        /// Street.
        Street = "street",
        /// House number, perhaps with letter and addition.
        HouseNumber = "house-number",
        /// The letter behind it.
        HouseLetter = "house-letter",
        /// What comes behind that.
        Addition = "addition",
        /// Postcode.
        Postcode = "postcode",
        /// Town.
        Place = "place",
        /// The address of the resident.
        Email = "email",
        /// The number during building.
        BuildNumber = "build-number",
        /// Street and house number in one cell, perhaps with postcode and town.
        Address = "address",
        /// Postcode and town in one cell.
        PostcodePlace = "postcode-place",
        /// A number of the land register; looked at, and no key.
        Bag = "bag",
        /// A date, of delivery or of a tenancy; looked at, and not kept.
        Date = "date",
        /// A citizen service number (law 13): never read.
        Bsn = "bsn",
        /// A date of birth (law 13): never read.
        BirthDate = "birth-date",
    }
}

impl Column {
    /// Law 13: its cells are not read, and blank in what is kept.
    #[must_use]
    pub const fn is_private(self) -> bool {
        matches!(self, Self::Bsn | Self::BirthDate)
    }

    /// A list has one of it at most.
    #[must_use]
    pub const fn is_single(self) -> bool {
        !matches!(self, Self::Bag | Self::Date | Self::Bsn | Self::BirthDate)
    }
}

text_enum! {
    /// Why a cell or a row is remarked upon.
    Reason {
        /// Nothing says which home it is: no number of the client, no postcode with house number, no build number.
        NoKey = "no-key",
        /// Not a Dutch postcode.
        Postcode = "postcode",
        /// Not a house number.
        HouseNumber = "house-number",
        /// A postcode, and no house number with it.
        NoHouseNumber = "no-house-number",
        /// Longer than any such thing is.
        TooLong = "too-long",
        /// A control sign, as a line end or a NUL.
        Sign = "sign",
        /// More cells than the header has.
        ExtraCells = "extra-cells",
        /// No `@` in the address.
        EmailNoAt = "email-no-at",
        /// The spreadsheet shows an error instead of a value.
        ErrorCell = "error-cell",
        /// A formula that was never worked out.
        NoOutcome = "no-outcome",
        /// A spreadsheet made a date of a house number (`12-1`).
        BecameDate = "became-date",
        /// Street and number cannot be told apart.
        AddressUnclear = "address-unclear",
        /// Accepted: postcode and house number stood in each other's place.
        Moved = "moved",
        /// Accepted: letters that went through the wrong code page were put right.
        Repaired = "repaired",
        /// Accepted: letters were lost before the list came here.
        Garbled = "garbled",
        /// Accepted: the outcome of a formula, as it was when the list was saved.
        Formula = "formula",
        /// Not a number of the land register.
        Bag = "bag",
        /// Such a number that lost its zero in front.
        BagPadded = "bag-padded",
        /// Such a number of which a spreadsheet replaced the last digit.
        BagDamaged = "bag-damaged",
        /// Not a day that exists.
        Date = "date",
        /// A day, written in a way that can be misread.
        DateForm = "date-form",
        /// Accepted: a word or a sign that means that there is no address.
        EmailPlaceholder = "email-placeholder",
        /// Accepted: the address was taken out of what stood around it.
        EmailTidied = "email-tidied",
        /// More than one address in the cell.
        EmailMany = "email-many",
        /// A sign that does not belong in an address.
        EmailSign = "email-sign",
        /// A dot in the wrong place.
        EmailDot = "email-dot",
        /// No domain behind the `@`.
        EmailDomain = "email-domain",
        /// The address is too long.
        EmailTooLong = "email-too-long",
        /// Accepted: the home gets the street and number that it did not have.
        Completed = "completed",
        /// Accepted, but the domain is a well-known typing error.
        EmailTypo = "email-typo",
        /// Another row of this list has the same home.
        TwiceInList = "twice-in-list",
        /// Number and address of the row belong to different homes.
        TwoHomes = "two-homes",
        /// The home belongs to another project of the client.
        OtherProject = "other-project",
        /// The resident confirmed another address (law 8): new resident, or the resident's own change.
        Confirmed = "confirmed",
        /// The account is in use (law 8).
        InUse = "in-use",
    }
}

impl Reason {
    /// Told, and no reason to leave the row out.
    #[must_use]
    pub const fn is_advice(self) -> bool {
        matches!(
            self,
            Self::Moved
                | Self::Repaired
                | Self::Garbled
                | Self::Formula
                | Self::Bag
                | Self::BagPadded
                | Self::BagDamaged
                | Self::Date
                | Self::DateForm
                | Self::EmailPlaceholder
                | Self::EmailTidied
                | Self::Completed
                | Self::EmailTypo
        )
    }

    /// It could be read in two ways: a person chooses.
    #[must_use]
    pub const fn is_conflict(self) -> bool {
        matches!(self, Self::EmailMany | Self::AddressUnclear | Self::TwiceInList | Self::TwoHomes | Self::OtherProject)
    }
}

impl From<AddressFault> for Reason {
    fn from(fault: AddressFault) -> Self {
        match fault {
            AddressFault::Empty | AddressFault::NoAt => Self::EmailNoAt,
            AddressFault::ManyAts => Self::EmailMany,
            AddressFault::Sign => Self::EmailSign,
            AddressFault::Dot => Self::EmailDot,
            AddressFault::Domain => Self::EmailDomain,
            AddressFault::TooLong => Self::EmailTooLong,
        }
    }
}

/// A reason, at the cell it is about; at the row as a whole when there is no one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Remark {
    /// The cell.
    pub column: Option<Column>,
    /// What about it.
    pub reason: Reason,
}

impl Remark {
    /// At a cell.
    #[must_use]
    pub const fn at(column: Column, reason: Reason) -> Self {
        Self { column: Some(column), reason }
    }

    /// At the row.
    #[must_use]
    pub const fn row(reason: Reason) -> Self {
        Self { column: None, reason }
    }
}

/// A fixed 64-bit digest, so that a list of 100,000 rows costs a few megabytes. A collision makes a needless remark that
/// a person looks at; it never joins two homes or hides a fault.
fn digest(text: &str) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
