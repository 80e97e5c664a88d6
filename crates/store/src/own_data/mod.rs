//! What is kept about one household, for that household itself (PRODUCT 3.12). Every statement is bound to its own identity,
//! occupancy or account; no secret, and nothing that a secret could be checked against, is read here.

mod log;

use domain::first_login::Proof;
use domain::home::Home;
use domain::id::{AccountId, DwellingId, IdentityId, OccupancyId, OrganisationId};
use domain::language::Language;
use domain::tenant_change;
use domain::time::{Day, Time};

use crate::error::StoreError;
use crate::home::written;
use crate::sql::Sql;
use crate::tx::Read;
use crate::value::{Cells, DayText, Record};
use crate::{args, sql};

pub use log::{By, Line, Page, linked_by, log, who};

/// The household, its home and its account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The occupancy.
    pub occupancy: OccupancyId,
    /// What signs in for it.
    pub identity: IdentityId,
    /// The generation of that.
    pub generation: i64,
    /// The account.
    pub account: AccountId,
    /// The home.
    pub dwelling: DwellingId,
    /// The client.
    pub organisation: OrganisationId,
    /// The client's name.
    pub landlord: String,
    /// The project's name.
    pub project: String,
    /// The home as the client wrote it.
    pub home: Home,
    /// The username.
    pub username: String,
    /// It is the main account of the home.
    pub main: bool,
    /// The language that was chosen.
    pub language: Option<Language>,
    /// The first day.
    pub starts_on: Day,
    /// The moment from which they have access.
    pub starts_at: Time,
    /// When the household was entered.
    pub created_at: Time,
    /// The last sign-in.
    pub signed_in_at: Option<Time>,
    /// When all access was made anew.
    pub renewed_at: Option<Time>,
    /// When the password was set.
    pub password_set_at: Option<Time>,
}

impl Record for About {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (occupancy, identity, generation, account) = (c.next()?, c.next()?, c.next()?, c.next()?);
        let (dwelling, organisation, landlord, project) = (c.next()?, c.next()?, c.next()?, c.next()?);
        let home = written(c)?;
        Ok(Self {
            occupancy,
            identity,
            generation,
            account,
            dwelling,
            organisation,
            landlord,
            project,
            home,
            username: c.next()?,
            main: c.next()?,
            language: c.next()?,
            starts_on: c.next::<DayText>()?.day()?,
            starts_at: c.next()?,
            created_at: c.next()?,
            signed_in_at: c.next()?,
            renewed_at: c.next()?,
            password_set_at: c.next()?,
        })
    }
}

/// An address that is or was linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// As it is written to.
    pub address: String,
    /// Who vouches for it.
    pub proof: Proof,
    /// What the mail servers said last: `ok`, `soft` or `hard`.
    pub delivery: String,
    /// When it was written down.
    pub created_at: Time,
    /// When its owner proved it.
    pub confirmed_at: Option<Time>,
    /// When it ended.
    pub ended_at: Option<Time>,
}

impl Record for Link {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            address: c.next()?,
            proof: c.next()?,
            delivery: c.next()?,
            created_at: c.next()?,
            confirmed_at: c.next()?,
            ended_at: c.next()?,
        })
    }
}

/// A device that is or was signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Kind of browser and of system, as coarse words.
    pub device: (String, String),
    /// When it signed in.
    pub created_at: Time,
    /// When it was last used.
    pub seen_at: Time,
    /// Its end at the latest.
    pub ends_at: Time,
    /// When it was signed out.
    pub ended_at: Option<Time>,
    /// Under which generation.
    pub generation: i64,
}

impl Record for Session {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            device: (c.next()?, c.next()?),
            created_at: c.next()?,
            seen_at: c.next()?,
            ends_at: c.next()?,
            ended_at: c.next()?,
            generation: c.next()?,
        })
    }
}

/// A mail to them, without what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Which.
    pub kind: String,
    /// How far it has come.
    pub state: String,
    /// When it was asked.
    pub created_at: Time,
    /// When it was sent, or given up.
    pub ended_at: Option<Time>,
    /// Where it went, masked.
    pub masked: Option<String>,
}

impl Record for Mail {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { kind: c.next()?, state: c.next()?, created_at: c.next()?, ended_at: c.next()?, masked: c.next()? })
    }
}

/// A change with which they leave, or would have left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What happens.
    pub kind: tenant_change::Kind,
    /// How far it has come.
    pub state: tenant_change::State,
    /// Their last day.
    pub ends_on: Option<Day>,
    /// When it was planned.
    pub created_at: Time,
    /// When they said to live there still.
    pub still_here_at: Option<Time>,
}

impl Record for Change {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            kind: c.next()?,
            state: c.next()?,
            ends_on: c.next::<Option<DayText>>()?.map(|text| text.day()).transpose()?,
            created_at: c.next()?,
            still_here_at: c.next()?,
        })
    }
}

/// A change of theirs that somebody proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// What kind of change.
    pub kind: String,
    /// How far it is.
    pub state: String,
    /// What changes, with addresses masked.
    pub masked: String,
    /// When it was proposed.
    pub at: Time,
    /// When it is made without a second person.
    pub waits_until: Option<Time>,
    /// When it was decided.
    pub decided_at: Option<Time>,
    /// Why it ended so.
    pub reason: Option<String>,
}

impl Record for Proposed {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            kind: c.next()?,
            state: c.next()?,
            masked: c.next()?,
            at: c.next()?,
            waits_until: c.next()?,
            decided_at: c.next()?,
            reason: c.next()?,
        })
    }
}

struct Days([Option<Day>; 9]);

impl Record for Days {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let mut days = [None; 9];
        for day in &mut days {
            *day = c.next::<Option<DayText>>()?.map(|text| text.day()).transpose()?;
        }
        Ok(Self(days))
    }
}

const ABOUT: Sql = sql!(
    "SELECT o.id, i.id, i.generation, a.id, d.id, o.organisation_id, g.name, p.name, d.client_number, d.street, d.house_number, \
     d.addition, d.postcode, d.place, d.build_number, a.username, a.main, i.language, o.starts_on, o.starts_at, \
     o.created_at, i.signed_in_at, i.renewed_at, w.set_at \
     FROM occupancy o JOIN identity i ON i.id = o.identity_id JOIN account a ON a.id = o.account_id \
     JOIN dwelling d ON d.id = a.dwelling_id JOIN project p ON p.id = d.project_id \
     JOIN organisation g ON g.id = o.organisation_id \
     LEFT JOIN password w ON w.identity_id = i.id AND w.generation = i.generation WHERE o.identity_id = $1"
);
const LINKS: Sql = sql!(
    "SELECT address, proof, delivery, created_at, confirmed_at, ended_at FROM email_link WHERE occupancy_id = $1 \
     ORDER BY id DESC LIMIT 100"
);
const SESSIONS: Sql = sql!(
    "SELECT browser, system, created_at, seen_at, ends_at, ended_at, generation FROM session WHERE identity_id = $1 \
     ORDER BY id DESC LIMIT 200"
);
const BROWSERS: Sql = sql!("SELECT created_at, seen_at FROM device WHERE identity_id = $1 ORDER BY id DESC LIMIT 50");
const MAILS: Sql = sql!(
    "SELECT kind, state, created_at, ended_at, masked_address FROM mail WHERE identity_id = $1 ORDER BY id DESC LIMIT 200"
);
const STEPS: Sql = sql!(
    "SELECT address_received_on, processed_on, list_returned_on, username_handed_out_on, instruction_handed_out_on, \
     reset_asked_on, mail_accepted_on, password_set_on, signed_in_on FROM progress WHERE occupancy_id = $1 LIMIT 1"
);
const LETTERS: Sql = sql!(
    "SELECT r.created_at FROM letter t JOIN letter_run r ON r.id = t.run_id WHERE t.occupancy_id = $1 \
     ORDER BY r.id DESC LIMIT 50"
);
const CHANGES: Sql = sql!(
    "SELECT c.kind, c.state, c.ends_on, c.created_at, c.still_here_at FROM tenant_change c \
     JOIN tenant_change_end e ON e.change_id = c.id AND e.occupancy_id = $2 WHERE c.dwelling_id = $1 \
     ORDER BY c.id DESC LIMIT 50"
);
const PROPOSALS: Sql = sql!(
    "SELECT kind, state, masked, proposed_at, waits_until, decided_at, reason FROM proposal WHERE occupancy_id = $1 \
     ORDER BY id DESC LIMIT 100"
);
const LIVED_BEFORE: Sql = sql!(
    "SELECT i.access_ends_at FROM occupancy o JOIN identity i ON i.id = o.identity_id \
     WHERE o.account_id = $1 AND o.id <> $2 AND i.access_ends_at <= $3 ORDER BY i.access_ends_at DESC LIMIT 1"
);

/// The household of an identity; none for staff.
///
/// # Errors
/// When the database fails.
pub fn about(tx: &mut Read<'_>, identity: IdentityId) -> Result<Option<About>, StoreError> {
    tx.maybe(ABOUT, args![identity])
}

/// Every address that is or was linked to it, the newest first.
///
/// # Errors
/// When the database fails.
pub fn links(tx: &mut Read<'_>, occupancy: OccupancyId) -> Result<Vec<Link>, StoreError> {
    tx.many(LINKS, args![occupancy])
}

/// Where it is or was signed in, the newest first.
///
/// # Errors
/// When the database fails.
pub fn sessions(tx: &mut Read<'_>, identity: IdentityId) -> Result<Vec<Session>, StoreError> {
    tx.many(SESSIONS, args![identity])
}

/// The browsers that are recognised: since when, and when last used.
///
/// # Errors
/// When the database fails.
pub fn browsers(tx: &mut Read<'_>, identity: IdentityId) -> Result<Vec<(Time, Time)>, StoreError> {
    tx.many(BROWSERS, args![identity])
}

/// The mails to it, the newest first.
///
/// # Errors
/// When the database fails.
pub fn mails(tx: &mut Read<'_>, identity: IdentityId) -> Result<Vec<Mail>, StoreError> {
    tx.many(MAILS, args![identity])
}

/// The days on which it took each of nine steps; none behind a second account.
///
/// # Errors
/// When the database fails.
pub fn steps(tx: &mut Read<'_>, occupancy: OccupancyId) -> Result<[Option<Day>; 9], StoreError> {
    let found: Option<Days> = tx.maybe(STEPS, args![occupancy])?;
    Ok(found.map_or([None; 9], |days| days.0))
}

/// When letters to it were made.
///
/// # Errors
/// When the database fails.
pub fn letters(tx: &mut Read<'_>, occupancy: OccupancyId) -> Result<Vec<Time>, StoreError> {
    let found: Vec<(Time,)> = tx.many(LETTERS, args![occupancy])?;
    Ok(found.into_iter().map(|(at,)| at).collect())
}

/// The changes with which it leaves, or would have left.
///
/// # Errors
/// When the database fails.
pub fn changes(tx: &mut Read<'_>, dwelling: DwellingId, occupancy: OccupancyId) -> Result<Vec<Change>, StoreError> {
    tx.many(CHANGES, args![dwelling, occupancy])
}

/// What was proposed about it, the newest first.
///
/// # Errors
/// When the database fails.
pub fn proposals(tx: &mut Read<'_>, occupancy: OccupancyId) -> Result<Vec<Proposed>, StoreError> {
    tx.many(PROPOSALS, args![occupancy])
}

/// The moment from which what is done to account and home is done to this household and to no other (law 6): it has access, it
/// was entered, and whoever else lived behind the account is out.
///
/// # Errors
/// When the database fails.
pub fn theirs_since(tx: &mut Read<'_>, about: &About, now: Time) -> Result<Time, StoreError> {
    let before: Option<(Time,)> = tx.maybe(LIVED_BEFORE, args![about.account, about.occupancy, now])?;
    let own = about.starts_at.max(about.created_at);
    Ok(before.map_or(own, |(ended,)| own.max(ended)))
}
