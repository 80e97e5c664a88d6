//! The accounts of a home, and who lives behind each.

use domain::time::{Day, Time};

use super::Standing;

/// An account of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: String,
    /// The one that letters and lists are about.
    pub main: bool,
    /// Its username.
    pub username: String,
    /// The page of what is proposed about it.
    pub proposal: Option<String>,
    /// Who lives behind it; none when nobody does.
    pub lives: Option<Lives>,
}

/// Who lives behind an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lives {
    /// The id of the occupancy, as letters and ticks know it.
    pub id: String,
    /// Since.
    pub since: Day,
    /// Their last day, when they leave.
    pub leaves_on: Option<Day>,
    /// The address in force.
    pub address: Option<Shown>,
    /// A password is set.
    pub password: bool,
    /// The last sign-in; shown by its month.
    pub signed_in: Option<Time>,
    /// The steps of first-time login; none behind a second account.
    pub steps: Option<Steps>,
}

/// An address, as staff see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Masked.
    pub masked: String,
    /// Its owner proved it.
    pub confirmed: bool,
    /// What the mail servers said last.
    pub delivery: Delivered,
}

/// Whether mail arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivered {
    /// Nothing against it.
    Works,
    /// Not for now.
    Delayed,
    /// The mailbox does not exist.
    Bounced,
}

/// How far first-time login has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// Username and instruction were handed out; the day of the later one, when both were.
    pub told: Option<Day>,
    /// Somebody asked for a password.
    pub asked: Option<Day>,
    /// What it waits for.
    pub standing: Standing,
}
