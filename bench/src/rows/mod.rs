//! The rows of the table, one file each.

mod board;
mod distinguishability;
mod import;
mod letters;
mod mailing;
mod mails;
mod pages_in_a_storm;
mod program;
mod reset_requests;
mod sign_in_page;
mod sign_ins;
mod signed_in_page;
mod store;
mod users;

use crate::figure::Figure;
use crate::pace::Pace;

/// A row: one or more figures that are measured together.
pub(crate) struct Row {
    /// As on the command line.
    pub(crate) name: &'static str,
    pub(crate) run: fn(Pace) -> anyhow::Result<Vec<Figure>>,
}

/// All of them, in the order of the table.
pub(crate) const ALL: &[Row] = &[
    Row { name: "sign_ins", run: sign_ins::run },
    Row { name: "pages_in_a_storm", run: pages_in_a_storm::run },
    Row { name: "sign_in_page", run: sign_in_page::run },
    Row { name: "signed_in_page", run: signed_in_page::run },
    Row { name: "reset_requests", run: reset_requests::run },
    Row { name: "import", run: import::run },
    Row { name: "letters", run: letters::run },
    Row { name: "board", run: board::run },
    Row { name: "mails", run: mails::run },
    Row { name: "mailing", run: mailing::run },
    Row { name: "store", run: store::run },
    Row { name: "program", run: program::run },
    Row { name: "distinguishability", run: distinguishability::run },
];

/// The row of that name.
pub(crate) fn find(name: &str) -> Option<&'static Row> {
    let name = name.replace('-', "_");
    ALL.iter().find(|row| row.name == name)
}
