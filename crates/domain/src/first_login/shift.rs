//! Rows that slid: a list sorted in one column and not in another gives every tenant the neighbour's home. Compared with
//! what is known, such a list betrays itself.

use std::collections::HashSet;

use super::digest;
use crate::email::Address;

/// Watches the rows of one list go by. Some 24 bytes a row with a known address.
#[derive(Debug, Default)]
pub struct Shift {
    known: HashSet<u64>,
    others: Vec<u64>,
    rows: u64,
}

impl Shift {
    /// Adds a row: the search key of the address known for its home, and the address in the list. Rows of which
    /// nothing is known tell nothing.
    pub fn add(&mut self, known: Option<&str>, listed: Option<&Address>) {
        let Some(known) = known else { return };
        self.rows += 1;
        self.known.insert(digest(known));
        let listed = listed.map(Address::search_key);
        // Its own address is known for other rows too when one carer has many homes: that is no shift.
        self.others.extend(listed.filter(|key| key != known).map(|key| digest(&key)));
    }

    /// How many rows with a known address carry the address known for another row; and how many have a known address.
    #[must_use]
    pub fn counts(&self) -> (u64, u64) {
        let moved = self.others.iter().filter(|address| self.known.contains(address)).count();
        (u64::try_from(moved).unwrap_or(u64::MAX), self.rows)
    }

    /// True when at least 3 rows, and 20 % of those with a known address, carry the address known for another row.
    #[must_use]
    pub fn is_shifted(&self) -> bool {
        let (moved, rows) = self.counts();
        moved >= 3 && moved.saturating_mul(5) >= rows
    }
}
