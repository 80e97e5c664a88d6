//! What is kept about a resident, in one type: the page draws it and the file is it, so that they cannot differ. The names are the
//! names in the file, which stay (`docs/handleiding/bewoner-gegevens.md`). No hash and no secret has a place in it.

use domain::audit::{Act, Door};
use domain::data_request;
use domain::device::{Browser as BrowserKind, System};
use domain::first_login::Proof;
use domain::first_login::progress::Step;
use domain::language::Language;
use domain::tenant_change;
use domain::time::{Day, Time};
use serde::{Serialize, Serializer};

/// A moment, in the file to the second and in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub Time);

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.rfc3339())
    }
}

/// Who did something, as far as residents are told: role and organisation, and nobody's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "organisation", rename_all = "snake_case")]
pub enum Who {
    /// The resident who reads this.
    You,
    /// Somebody who works for the landlord; its name.
    Landlord(String),
    /// A program of the landlord; its name.
    Program(String),
    /// The help desk.
    Helpdesk,
    /// Somebody who works for the operator.
    Operator,
    /// The house itself.
    System,
    /// Somebody with the link of a mail.
    Link,
    /// It was not written down.
    Unknown,
}

/// All that is kept about a resident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OwnData {
    /// When this was put together.
    pub made_at: Moment,
    /// The home.
    pub home: Home,
    /// The account.
    pub account: Account,
    /// From when to when they live there.
    pub occupancy: Occupancy,
    /// Every address that is or was linked, the newest first.
    pub email_links: Vec<OwnLink>,
    /// The password; never itself.
    pub password: Password,
    /// The passkeys.
    pub passkeys: Vec<OwnPasskey>,
    /// Where somebody is or was signed in, the newest first.
    pub devices: Vec<Device>,
    /// Browsers that are recognised.
    pub recognised_browsers: Vec<Browser>,
    /// Mails to them, the newest first.
    pub mails: Vec<Mail>,
    /// What was done so that they could sign in, and when.
    pub steps: Vec<StepTaken>,
    /// When letters to them were made.
    pub letters_made_at: Vec<Moment>,
    /// Changes with which they leave, or would have left.
    pub leaving: Vec<Change>,
    /// Changes of theirs that others proposed.
    pub proposals: Vec<Proposal>,
    /// What they asked about all this, the newest first.
    pub requests: Vec<Requested>,
    /// Who looked and who changed what, the newest first.
    pub log: Vec<LogLine>,
    /// There are older lines than these.
    pub log_goes_on: bool,
}

/// The home.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Home {
    /// The client that lets or manages it.
    pub landlord: String,
    /// The project it was delivered in.
    pub project: String,
    /// The client's own number.
    pub client_number: Option<String>,
    /// The street.
    pub street: Option<String>,
    /// Its number.
    pub house_number: Option<String>,
    /// Letter and addition.
    pub addition: Option<String>,
    /// Its postcode.
    pub postcode: Option<String>,
    /// Its town.
    pub place: Option<String>,
    /// The number during building.
    pub build_number: Option<String>,
}

/// The account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Account {
    /// The username.
    pub username: String,
    /// It is the main account of the home.
    pub main: bool,
    /// The language that was chosen.
    pub language: Option<Language>,
    /// The last sign-in.
    pub signed_in_at: Option<Moment>,
    /// When all access was made anew.
    pub access_renewed_at: Option<Moment>,
}

/// From when to when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Occupancy {
    /// The first day.
    pub starts_on: Day,
    /// The last day, when the landlord planned one.
    pub ends_on: Option<Day>,
    /// When it was entered.
    pub entered_at: Moment,
}

/// An address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OwnLink {
    /// As it is written to.
    pub address: String,
    /// Who vouches for it; `ended` when nobody does any more.
    pub proof: Proof,
    /// What the mail servers said last: `ok`, `soft` or `hard`.
    pub delivery: String,
    /// Who wrote it down.
    pub linked_by: Who,
    /// When.
    pub linked_at: Moment,
    /// When its owner proved it.
    pub confirmed_at: Option<Moment>,
    /// When it ended.
    pub ended_at: Option<Moment>,
}

/// The password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Password {
    /// When it was set; none when there is none.
    pub set_at: Option<Moment>,
}

/// A passkey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OwnPasskey {
    /// What its owner calls it.
    pub name: String,
    /// When it was made.
    pub made_at: Moment,
    /// When it was last used.
    pub used_at: Option<Moment>,
}

/// A device that is or was signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Device {
    /// The kind of browser.
    pub browser: BrowserKind,
    /// The kind of system.
    pub system: System,
    /// It is signed in now.
    pub signed_in: bool,
    /// When it signed in.
    pub since: Moment,
    /// When it was last used.
    pub seen_at: Moment,
    /// When it was signed out.
    pub ended_at: Option<Moment>,
}

/// A browser that is recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Browser {
    /// Since when.
    pub since: Moment,
    /// When it was last used.
    pub seen_at: Moment,
}

/// A mail, without what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mail {
    /// Which.
    pub kind: String,
    /// How far it has come: `waiting`, `sent`, `merged`, `dropped`, `dead`.
    pub state: String,
    /// Where it went, masked as it is kept.
    pub to: Option<String>,
    /// When it was asked.
    pub asked_at: Moment,
    /// When it was sent, or given up.
    pub ended_at: Option<Moment>,
}

/// Something that was done so that they could sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct StepTaken {
    /// What.
    pub step: Step,
    /// On which day first.
    pub day: Day,
}

/// A change with which they leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What happens.
    pub kind: tenant_change::Kind,
    /// How far it has come.
    pub state: tenant_change::State,
    /// The last day.
    pub last_day: Option<Day>,
    /// When it was planned.
    pub planned_at: Moment,
    /// When they said to live there still.
    pub still_here_at: Option<Moment>,
}

/// A change that others proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proposal {
    /// What kind of change.
    pub kind: String,
    /// How far it is: `open`, `approved`, `refused`, `expired`, `withdrawn`.
    pub state: String,
    /// What changes, with addresses masked as they are kept.
    pub change: String,
    /// When it was proposed.
    pub proposed_at: Moment,
    /// When it is made without a second person.
    pub waits_until: Option<Moment>,
    /// When it was decided.
    pub decided_at: Option<Moment>,
    /// Why it ended so; `objection` when they objected.
    pub reason: Option<String>,
}

/// What they asked the landlord to correct or erase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Requested {
    /// What is asked.
    pub kind: data_request::Kind,
    /// What it is about.
    pub about: data_request::About,
    /// In their own words.
    pub words: Option<String>,
    /// When.
    pub asked_at: Moment,
    /// The last day to answer.
    pub due_on: Day,
    /// The answer.
    pub answer: Option<data_request::Answer>,
    /// When it was given.
    pub answered_at: Option<Moment>,
}

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LogLine {
    /// When.
    pub at: Moment,
    /// Who.
    pub who: Who,
    /// What.
    pub act: Act,
    /// Through which door.
    pub door: Option<Door>,
}
