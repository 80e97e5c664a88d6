//! What residents asked about what is kept of them, for the client to answer. The text goes with the household: it is shown as
//! long as they have access, by comparison with the clock, and forgotten when what hung on them is cleared away (law 6). That
//! something was asked, and what was answered, stays until its term.

use domain::access::{AnswerRequests, Anywhere, ManageClients, Scope};
use domain::data_request::{About, Answer, Kind, Wish};
use domain::home::Home;
use domain::id::{AccountId, ContactId, DataRequestId, DwellingId, OccupancyId, OrganisationId};
use domain::time::{Day, Time};

use crate::contact::{self, Contact, contact_counts};
use crate::error::StoreError;
use crate::home::written;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, DayText, Record};
use crate::{args, sql};

/// A request, as its household sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Its id.
    pub id: DataRequestId,
    /// What is asked.
    pub kind: Kind,
    /// What it is about.
    pub about: About,
    /// In their own words.
    pub words: Option<String>,
    /// When.
    pub asked_at: Time,
    /// The last day to answer.
    pub due_on: Day,
    /// The answer.
    pub answer: Option<Answer>,
    /// When it was given.
    pub answered_at: Option<Time>,
}

impl Record for Own {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: c.next()?,
            kind: c.next()?,
            about: c.next()?,
            words: c.next()?,
            asked_at: c.next()?,
            due_on: c.next::<DayText>()?.day()?,
            answer: c.next()?,
            answered_at: c.next()?,
        })
    }
}

/// A request, as the client sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The request; its words only while who asked has access.
    pub asked: Own,
    /// The home.
    pub dwelling: DwellingId,
    /// As the client wrote it.
    pub home: Home,
    /// The username of the account.
    pub username: String,
    /// Who asked lives there still.
    pub lives: bool,
}

impl Record for Listed {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let asked = Own::read(c)?;
        let dwelling = c.next()?;
        let home = written(c)?;
        Ok(Self { asked, dwelling, home, username: c.next()?, lives: c.next()? })
    }
}

/// That something was asked, and nothing of who asked it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// What is asked.
    pub kind: Kind,
    /// What it is about.
    pub about: About,
    /// When.
    pub asked_at: Time,
    /// The last day to answer.
    pub due_on: Day,
}

impl Record for Waiting {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { kind: c.next()?, about: c.next()?, asked_at: c.next()?, due_on: c.next::<DayText>()?.day()? })
    }
}

/// How a request reaches the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Its people read it in the service portal.
    Portal,
    /// It has nobody there: these contacts are mailed.
    Contacts(Vec<ContactId>),
    /// It has neither.
    Nobody,
}

/// Requests (`r`) with their homes, before the condition.
macro_rules! data_requests {
    () => {
        "SELECT r.id, r.kind, r.about, CASE WHEN i.access_ends_at IS NULL OR i.access_ends_at > $2 THEN r.words END, r.asked_at, \
         r.due_on, r.answer, r.answered_at, d.id, d.client_number, d.street, d.house_number, d.addition, d.postcode, d.place, \
         d.build_number, a.username, (i.access_ends_at IS NULL OR i.access_ends_at > $2) \
         FROM data_request r JOIN occupancy o ON o.id = r.occupancy_id JOIN identity i ON i.id = o.identity_id \
         JOIN account a ON a.id = o.account_id JOIN dwelling d ON d.id = a.dwelling_id AND d.organisation_id = $1 \
         WHERE r.organisation_id = $1 AND "
    };
}

/// A contact of the client, before the condition on it.
macro_rules! of_contact {
    () => {
        "EXISTS (SELECT 1 FROM contact c JOIN organisation o ON o.id = c.organisation_id WHERE c.organisation_id = $1 AND c.id = $4 AND "
    };
}

const ADD: Sql = sql!(
    "INSERT INTO data_request (id, organisation_id, occupancy_id, kind, about, words, asked_at, due_on, answer, answered_at, \
     answered_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, NULL, NULL)"
);
const OPEN_OF: Sql =
    sql!("SELECT CAST(count(*) AS BIGINT) FROM data_request WHERE occupancy_id = $1 AND answer IS NULL");
const OF_OCCUPANCY: Sql = sql!(
    "SELECT id, kind, about, words, asked_at, due_on, answer, answered_at FROM data_request WHERE occupancy_id = $1 \
     ORDER BY id DESC LIMIT 100"
);
const OPEN: Sql = sql!(
    data_requests! "r.answer IS NULL ORDER BY r.id LIMIT $3"
);
const IN_PORTAL: Sql = sql!(
    "SELECT CAST(count(*) AS BIGINT) FROM staff WHERE organisation_id = $1 AND state = 'active' AND role IN ('clerk', 'org-admin')"
);
const FOR_CONTACT: Sql = sql!(data_requests! of_contact! contact_counts! ") AND r.id = $3");
const ANSWERED: Sql = sql!(
    data_requests! "r.answered_at IS NOT NULL ORDER BY r.answered_at DESC, r.id DESC LIMIT $3"
);
const PLACE: Sql = sql!(
    "SELECT r.organisation_id, o.account_id FROM data_request r JOIN occupancy o ON o.id = r.occupancy_id WHERE r.id = $1"
);
const ANSWER: Sql = sql!(
    "UPDATE data_request SET answer = $3, answered_at = $4, answered_by = $5 \
     WHERE organisation_id = $1 AND id = $2 AND answer IS NULL"
);
const WAITING: Sql = sql!(
    "SELECT kind, about, asked_at, due_on FROM data_request WHERE organisation_id = $1 AND answer IS NULL ORDER BY id LIMIT 200"
);
const FORGET_WORDS: Sql = sql!("UPDATE data_request SET words = NULL WHERE occupancy_id = $1 AND words IS NOT NULL");

/// Keeps a request of a household.
///
/// # Errors
/// When the database fails.
pub fn add(
    tx: &mut Write<'_>,
    id: DataRequestId,
    (organisation, occupancy): (OrganisationId, OccupancyId),
    wish: &Wish,
    (at, due_on): (Time, Day),
) -> Result<(), StoreError> {
    let words = wish.words().map(str::to_owned);
    let due_on = DayText::from(due_on);
    tx.run(ADD, args![id, organisation, occupancy, wish.kind(), wish.about(), words, at, due_on]).map(drop)
}

/// How many requests of a household wait for an answer.
///
/// # Errors
/// When the database fails.
pub fn open_of(tx: &mut Read<'_>, occupancy: OccupancyId) -> Result<u32, StoreError> {
    let (count,): (u32,) = tx.one(OPEN_OF, args![occupancy])?;
    Ok(count)
}

/// The requests of a household, the newest first.
///
/// # Errors
/// When the database fails.
pub fn of_occupancy(tx: &mut Read<'_>, occupancy: OccupancyId) -> Result<Vec<Own>, StoreError> {
    tx.many(OF_OCCUPANCY, args![occupancy])
}

/// The requests to a client that wait for an answer, the oldest first, and those that were answered, the newest first.
///
/// # Errors
/// When the database fails.
pub fn of_client(
    tx: &mut Read<'_>,
    scope: &Scope<AnswerRequests, OrganisationId>,
    now: Time,
    most: u32,
) -> Result<(Vec<Listed>, Vec<Listed>), StoreError> {
    let open = tx.many(OPEN, args![scope.within(), now, most])?;
    Ok((open, tx.many(ANSWERED, args![scope.within(), now, most])?))
}

/// How what residents of a client ask reaches it; 20 contacts at most.
///
/// # Errors
/// When the database fails.
pub fn reach(tx: &mut Read<'_>, client: OrganisationId) -> Result<Reach, StoreError> {
    let (people,): (i64,) = tx.one(IN_PORTAL, args![client])?;
    if people > 0 {
        return Ok(Reach::Portal);
    }
    let contacts: Vec<ContactId> = contact::all_counted(tx, client)?.into_iter().map(|it| it.id).collect();
    Ok(if contacts.is_empty() { Reach::Nobody } else { Reach::Contacts(contacts) })
}

/// A request to the client of a contact, as long as the contact counts.
///
/// # Errors
/// When the database fails.
pub fn for_contact(
    tx: &mut Read<'_>,
    contact: &Contact,
    request: DataRequestId,
    now: Time,
) -> Result<Option<Listed>, StoreError> {
    tx.maybe(FOR_CONTACT, args![contact.organisation, now, request, contact.id])
}

/// To which client a request goes, and about which account it is. Whoever asks makes a scope of the client before anything else.
///
/// # Errors
/// When the database fails.
pub fn place_of(tx: &mut Read<'_>, request: DataRequestId) -> Result<Option<(OrganisationId, AccountId)>, StoreError> {
    tx.maybe(PLACE, args![request])
}

/// Answers a request; false when it was answered before.
///
/// # Errors
/// When the database fails.
pub fn answer(
    tx: &mut Write<'_>,
    scope: &Scope<AnswerRequests, OrganisationId>,
    (request, answer): (DataRequestId, Answer),
    at: Time,
) -> Result<bool, StoreError> {
    Ok(tx.run(ANSWER, args![scope.within(), request, answer, at, scope.by().staff()])? == 1)
}

/// That something waits at a client, for the operator, who sees no home and no text.
///
/// # Errors
/// When the database fails.
pub fn waiting(
    tx: &mut Read<'_>,
    _: &Scope<ManageClients, Anywhere>,
    client: OrganisationId,
) -> Result<Vec<Waiting>, StoreError> {
    tx.many(WAITING, args![client])
}

/// The text of what a household asked is forgotten: it left, or one of those who wrote it did.
///
/// # Errors
/// When the database fails.
pub fn forget_words(tx: &mut Write<'_>, occupancy: OccupancyId) -> Result<(), StoreError> {
    tx.run(FORGET_WORDS, args![occupancy]).map(drop)
}
