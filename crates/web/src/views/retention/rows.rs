//! The rows of the tables of the page: classes, terms of clients, holds, runs.

use domain::retention::{Class, Why};
use domain::time::{Day, Time};

use crate::views::clients::Named;

/// A class of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClassRow {
    /// Which.
    pub class: Class,
    /// How many the newest run erased.
    pub last: u64,
    /// How many would go now, when that was counted.
    pub due: Option<u64>,
}

/// A term that a client has of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTerm {
    /// The client.
    pub client: Named,
    /// The class.
    pub class: Class,
    /// How many days.
    pub days: u32,
}

/// Something that is held, or was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldRow {
    /// Its id.
    pub id: String,
    /// The name of the client.
    pub client: String,
    /// The username of the home; none when it is all of the client.
    pub username: Option<String>,
    /// Why.
    pub why: Why,
    /// Its last day.
    pub last: Option<Day>,
    /// The day it was set.
    pub set: Day,
    /// Who set it; none for the command line.
    pub by: Option<String>,
    /// It holds now.
    pub holds: bool,
}

/// A run of the job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunRow {
    /// When it began.
    pub at: Time,
    /// It came to its end.
    pub through: bool,
    /// How many it erased.
    pub erased: u64,
}
