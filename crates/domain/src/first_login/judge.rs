//! What an import may do with a row, given what is known of the home (laws 7 and 8): make it, leave it, link a first
//! address, correct one that nobody proved, or refuse.

use super::{Column, Reason, Remark, Row, Shift};
use crate::linking::{KnownHome, Takes};
use crate::proposal::MANY;
use crate::text_enum::text_enum;
use serde::{Deserialize, Serialize};

text_enum! {
    /// The judgement on a row.
    Judgement {
        /// A home that gets its account and username.
        New = "new",
        /// Nothing to do.
        Unchanged = "unchanged",
        /// The address is linked or corrected, or the home gets the street and number that it did not have.
        Changed = "changed",
        /// Somebody has to look: it could be read in two ways.
        Conflict = "conflict",
        /// May not, or cannot be read.
        Refused = "refused",
    }
}

text_enum! {
    /// What kind of change.
    Change {
        /// The first address of an account that has none.
        FirstLink = "first-link",
        /// Another address in the place of one that nobody proved.
        Corrected = "corrected",
        /// Street and number of the home, and nothing else.
        Completed = "completed",
    }
}

text_enum! {
    /// Who vouches for an address.
    Proof {
        /// Asked for, not yet in force.
        Proposed = "proposed",
        /// Typed by somebody.
        Linked = "linked",
        /// Its owner proved it.
        Confirmed = "confirmed",
        /// No longer in force.
        Ended = "ended",
    }
}

/// What is known of the home of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Another row of the list has the same home ([`super::Doubled`]).
    pub twice: bool,
    /// What the keys of the row lead to.
    pub found: Found,
}

/// What the keys of a row lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// No home yet.
    Nothing,
    /// More than one home: number and address contradict each other.
    Several,
    /// A home of another project of this client.
    OtherProject,
    /// This home.
    Home {
        /// Who lives behind its main account.
        household: KnownHome,
        /// It has no street and number: it came by its build number or the client's.
        bare: bool,
    },
}

/// The judgement on a row, with its reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// What happens with it.
    pub judgement: Judgement,
    /// Which change, when it is one.
    pub change: Option<Change>,
    /// The home gets its street and number, beside whatever else happens.
    pub completes: bool,
    /// Why; on an accepted row only advice.
    pub remarks: Vec<Remark>,
}

/// Judges one row that could be read. Judged again when it is applied: what was known may have changed.
#[must_use]
pub fn judge(row: &Row, known: &Known) -> Judged {
    let mut judged = judge_known(row, known);
    judged.remarks.extend_from_slice(&row.remarks);
    judged
}

/// Judges one row that could not be read: a conflict where a person has to choose and nothing else is wrong.
#[must_use]
pub fn judge_unread(remarks: &[Remark]) -> Judged {
    let mut faults = remarks.iter().filter(|remark| !remark.reason.is_advice());
    let conflict = faults.all(|remark| remark.reason.is_conflict());
    let judgement = if conflict { Judgement::Conflict } else { Judgement::Refused };
    Judged { judgement, change: None, completes: false, remarks: remarks.to_vec() }
}

fn judge_known(row: &Row, known: &Known) -> Judged {
    if known.twice {
        return no(Judgement::Conflict, Remark::row(Reason::TwiceInList));
    }
    match &known.found {
        Found::Nothing => yes(row, Judgement::New, None),
        Found::Several => no(Judgement::Conflict, Remark::row(Reason::TwoHomes)),
        Found::OtherProject => no(Judgement::Conflict, Remark::row(Reason::OtherProject)),
        Found::Home { household, bare } => complete(row, *bare, judge_household(row, household)),
    }
}

/// A home that came without street and number gets them from the first list that has them. One that has an address keeps
/// it, whatever a list says.
fn complete(row: &Row, bare: bool, judged: Judged) -> Judged {
    let accepted = matches!(judged.judgement, Judgement::Unchanged | Judgement::Changed);
    if !bare || !accepted || row.home.keys().address.is_none() {
        return judged;
    }
    let remarks = [vec![Remark::row(Reason::Completed)], judged.remarks].concat();
    let change = judged.change.or(Some(Change::Completed));
    Judged { judgement: Judgement::Changed, change, completes: true, remarks }
}

fn judge_household(row: &Row, home: &KnownHome) -> Judged {
    let unchanged = || Judged { judgement: Judgement::Unchanged, change: None, completes: false, remarks: Vec::new() };
    let Some(address) = &row.address else { return unchanged() };
    // Law 8: an import never touches an account in use.
    match home.takes(Some(address)) {
        Takes::Same => unchanged(),
        Takes::Confirmed => no(Judgement::Refused, Remark::at(Column::Email, Reason::Confirmed)),
        Takes::InUse => no(Judgement::Refused, Remark::at(Column::Email, Reason::InUse)),
        Takes::Corrects | Takes::Removes => yes(row, Judgement::Changed, Some(Change::Corrected)),
        Takes::First => yes(row, Judgement::Changed, Some(Change::FirstLink)),
    }
}

fn no(judgement: Judgement, remark: Remark) -> Judged {
    Judged { judgement, change: None, completes: false, remarks: vec![remark] }
}

/// Accepted; a likely typing error is pointed out before it gives a stranger a key.
fn yes(row: &Row, judgement: Judgement, change: Option<Change>) -> Judged {
    let typo = row.address.as_ref().and_then(crate::email::Address::typo_hint);
    let remarks = typo.map(|_| Remark::at(Column::Email, Reason::EmailTypo)).into_iter().collect();
    Judged { judgement, change, completes: false, remarks }
}

/// The counts of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Tally {
    /// Homes that get their account.
    pub new: u64,
    /// Nothing to do.
    pub unchanged: u64,
    /// First addresses.
    pub first_links: u64,
    /// Corrected addresses.
    pub corrected: u64,
    /// Homes that get street and number, and nothing else.
    pub completed: u64,
    /// To be looked at.
    pub conflicts: u64,
    /// Refused.
    pub refused: u64,
}

/// Why a list is refused whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum BatchFault {
    /// The rows slid against what is known.
    #[error("{moved} of {rows} rows carry the address that is known for another row")]
    Shifted {
        /// Rows that carry another row's address.
        moved: u64,
        /// Rows with a known address.
        rows: u64,
    },
    /// Ten or more addresses changed at once need a second person; first links do not count.
    #[error("{0} addresses would change; ten or more in one list need a second person")]
    TooManyChanges(u64),
}

impl Tally {
    /// Counts one row.
    pub fn add(&mut self, judgement: Judgement, change: Option<Change>) {
        let count = match (judgement, change) {
            (Judgement::New, _) => &mut self.new,
            (Judgement::Unchanged, _) => &mut self.unchanged,
            (Judgement::Changed, Some(Change::FirstLink)) => &mut self.first_links,
            (Judgement::Changed, Some(Change::Completed)) => &mut self.completed,
            // A change of unknown kind counts as the kind that is limited.
            (Judgement::Changed, _) => &mut self.corrected,
            (Judgement::Conflict, _) => &mut self.conflicts,
            (Judgement::Refused, _) => &mut self.refused,
        };
        *count = count.saturating_add(1);
    }

    /// All rows.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.new + self.unchanged + self.changed() + self.conflicts + self.refused
    }

    /// Rows that change something of a home that is known.
    #[must_use]
    pub fn changed(&self) -> u64 {
        self.addresses() + self.completed
    }

    /// Rows that bring an address to a home that is known.
    #[must_use]
    pub fn addresses(&self) -> u64 {
        self.first_links + self.corrected
    }

    /// True when rows were refused or in conflict: the command line then ends with 3.
    #[must_use]
    pub fn has_faults(&self) -> bool {
        self.conflicts + self.refused > 0
    }

    /// Whether the list may be confirmed.
    ///
    /// # Errors
    /// [`BatchFault`]: nothing of the list is applied.
    pub fn stands(&self, shift: &Shift) -> Result<(), BatchFault> {
        if shift.is_shifted() {
            let (moved, rows) = shift.counts();
            return Err(BatchFault::Shifted { moved, rows });
        }
        if self.corrected >= MANY { Err(BatchFault::TooManyChanges(self.corrected)) } else { Ok(()) }
    }
}
