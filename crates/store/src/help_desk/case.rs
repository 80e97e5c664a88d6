//! Cases of the help desk: what somebody asks, how far the proof has come, and whose it is. A [`CallerProof`] is made here only,
//! by using up a proof: for that case, that deed and that member of the help desk, once, and while the residents have access.

use domain::access::{Anywhere, HelpOne, ProjectPlace, Scope};
use domain::help_desk::{CODE_TRIES, Deed, End, Facts, Kind, MISSES, PROOF_LASTS, Proof};
use domain::id::{AccountId, DwellingId, HelpDeskCaseId, IdentityId, MailId, OccupancyId, OrganisationId, StaffId};
use domain::mail::Mail;
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

/// A case to be opened.
#[derive(Clone, Copy, Debug)]
pub struct NewCase {
    /// Its id.
    pub id: HelpDeskCaseId,
    /// Whose account it is about.
    pub occupancy: OccupancyId,
    /// Who opens it.
    pub staff: StaffId,
    /// How somebody asks.
    pub kind: Kind,
    /// For what.
    pub deed: Deed,
    /// The number to be told.
    pub number: u32,
}

/// A case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its id.
    pub id: HelpDeskCaseId,
    /// Who opened it.
    pub staff: StaffId,
    /// How somebody asks.
    pub kind: Kind,
    /// For what.
    pub deed: Deed,
    /// The number to be told.
    pub number: u32,
    /// Wrong numbers so far.
    pub misses: u32,
    /// Wrong codes so far.
    pub code_tries: u32,
    /// How far it is.
    pub facts: Facts,
    /// The account.
    pub account: AccountId,
    /// Its username.
    pub username: String,
    /// What that is compared by.
    pub skeleton: String,
    /// The client.
    pub organisation: OrganisationId,
    /// The household.
    pub occupancy: OccupancyId,
    /// What signs in for it.
    pub identity: IdentityId,
}

impl Record for Case {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: c.next()?,
            staff: c.next()?,
            kind: c.next()?,
            deed: c.next()?,
            number: c.next()?,
            misses: c.next()?,
            code_tries: c.next()?,
            facts: Facts { opened_at: c.next()?, proven_at: c.next()?, ended: c.next()? },
            account: c.next()?,
            username: c.next()?,
            skeleton: c.next()?,
            organisation: c.next()?,
            occupancy: c.next()?,
            identity: c.next()?,
        })
    }
}

/// Proof that the owner of an account asks for one deed, of one member of the help desk. Only [`consume`] makes one.
#[derive(Debug)]
pub struct CallerProof {
    case: Case,
}

impl CallerProof {
    /// The case that it was.
    #[must_use]
    pub const fn case(&self) -> &Case {
        &self.case
    }
}

/// Cases (`c`), before the condition.
macro_rules! cases {
    () => {
        "SELECT c.id, c.staff_id, c.kind, c.deed, c.number, c.misses, c.code_tries, c.opened_at, c.proven_at, c.ended, a.id, \
         a.username, a.skeleton, a.organisation_id, o.id, o.identity_id FROM help_desk_case c \
         JOIN occupancy o ON o.id = c.occupancy_id JOIN account a ON a.id = o.account_id WHERE "
    };
}

const OPEN: Sql = sql!(
    "INSERT INTO help_desk_case (id, organisation_id, occupancy_id, staff_id, kind, deed, number, misses, code_hash, code_ends_at, \
     code_tries, opened_at, proven_at, proven_by, ended_at, ended) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, 0, NULL, NULL, 0, $8, NULL, NULL, NULL, NULL)"
);
const WITHDRAW_OTHERS: Sql = sql!(
    "UPDATE help_desk_case SET ended_at = $2, ended = 'withdrawn', code_hash = NULL WHERE occupancy_id = $1 AND ended_at IS NULL"
);
const WITHDRAW_OF: Sql = sql!(
    "UPDATE help_desk_case SET ended_at = $2, ended = 'withdrawn', code_hash = NULL WHERE ended_at IS NULL \
     AND occupancy_id IN (SELECT id FROM occupancy WHERE identity_id = $1)"
);
const LATELY: Sql = sql!(
    "SELECT CAST(count(*) AS BIGINT), CAST(COALESCE(SUM(c.misses + c.code_tries), 0) AS BIGINT) FROM account a \
     JOIN occupancy o ON o.account_id = a.id JOIN help_desk_case c ON c.occupancy_id = o.id \
     WHERE a.dwelling_id = $1 AND c.opened_at > $2"
);
const ONE: Sql = sql!(cases! "c.id = $1");
const OF_STAFF: Sql = sql!(cases! "c.staff_id = $1 ORDER BY c.id DESC LIMIT 50");
const OF_IDENTITY: Sql =
    sql!(cases! "o.identity_id = $1 AND c.ended_at IS NULL AND c.opened_at > $2 ORDER BY c.id DESC LIMIT 1");
const CODE: Sql =
    sql!("SELECT c.code_hash, c.code_ends_at FROM help_desk_case c WHERE c.id = $1 AND c.code_hash IS NOT NULL");
const SET_CODE: Sql = sql!(
    "UPDATE help_desk_case SET code_hash = $2, code_ends_at = $3 WHERE id = $1 AND proven_at IS NULL AND ended_at IS NULL"
);
const MISS: Sql =
    sql!("UPDATE help_desk_case SET misses = misses + 1 WHERE id = $1 AND proven_at IS NULL AND ended_at IS NULL");
const WRONG_CODE: Sql = sql!(
    "UPDATE help_desk_case SET code_tries = code_tries + 1 WHERE id = $1 AND proven_at IS NULL AND ended_at IS NULL"
);
const PROVE: Sql = sql!(
    "UPDATE help_desk_case SET proven_at = $2, proven_by = $3, code_hash = NULL WHERE id = $1 AND proven_at IS NULL \
     AND ended_at IS NULL AND misses < 3 AND code_tries < 5"
);
const END: Sql =
    sql!("UPDATE help_desk_case SET ended_at = $2, ended = $3, code_hash = NULL WHERE id = $1 AND ended_at IS NULL");
const USE: Sql = sql!(
    "UPDATE help_desk_case SET ended_at = $4, ended = 'done' WHERE id = $1 AND staff_id = $2 AND deed = $3 \
     AND ended_at IS NULL AND proven_at > $5 AND EXISTS (SELECT 1 FROM occupancy o JOIN identity i ON i.id = o.identity_id \
     WHERE o.id = help_desk_case.occupancy_id AND o.starts_at <= $4 AND (i.access_ends_at IS NULL OR i.access_ends_at > $4))"
);

/// All that hangs on an identity ends: so do the cases about it, whatever was proven (law 6).
///
/// # Errors
/// When the database fails.
pub(crate) fn end_of(tx: &mut Write<'_>, identity: IdentityId, at: Time) -> Result<(), StoreError> {
    tx.run(WITHDRAW_OF, args![identity, at]).map(drop)
}

/// Opens a case; what was open about this household before is closed, so that there is one number to be told.
///
/// # Errors
/// When the database fails.
pub fn open(
    tx: &mut Write<'_>,
    scope: &Scope<HelpOne, ProjectPlace>,
    new: &NewCase,
    at: Time,
) -> Result<(), StoreError> {
    let organisation = scope.within().organisation;
    tx.run(WITHDRAW_OTHERS, args![new.occupancy, at])?;
    let NewCase { id, occupancy, staff, kind, deed, number } = *new;
    tx.run(OPEN, args![id, organisation, occupancy, staff, kind, deed, number, at]).map(drop)
}

/// How many cases of a home were opened since, and how many wrong proofs they got.
///
/// # Errors
/// When the database fails.
pub fn lately(
    tx: &mut Read<'_>,
    _: &Scope<HelpOne, ProjectPlace>,
    dwelling: DwellingId,
    since: Time,
) -> Result<(u32, u32), StoreError> {
    tx.one(LATELY, args![dwelling, since])
}

/// A case of a member of the help desk; of a colleague's there is none.
///
/// # Errors
/// When the database fails.
pub fn own(
    tx: &mut Read<'_>,
    scope: &Scope<HelpOne, Anywhere>,
    case: HelpDeskCaseId,
) -> Result<Option<Case>, StoreError> {
    let found: Option<Case> = tx.maybe(ONE, args![case])?;
    Ok(found.filter(|it| scope.by().staff() == Some(it.staff)))
}

/// The newest cases of a member of the help desk, 50 at most.
///
/// # Errors
/// When the database fails.
pub fn all_own(tx: &mut Read<'_>, scope: &Scope<HelpOne, Anywhere>) -> Result<Vec<Case>, StoreError> {
    let Some(staff) = scope.by().staff() else { return Ok(Vec::new()) };
    tx.many(OF_STAFF, args![staff])
}

/// A case, for the mail to the owner of its account.
///
/// # Errors
/// When the database fails.
pub fn by_id(tx: &mut Read<'_>, case: HelpDeskCaseId) -> Result<Option<Case>, StoreError> {
    tx.maybe(ONE, args![case])
}

/// The case that a mail asks about, whose intent is [`Mail::CallerCheck`].
///
/// # Errors
/// When the database fails.
pub fn by_mail(tx: &mut Read<'_>, mail: MailId) -> Result<Option<Case>, StoreError> {
    match crate::mail::intent(tx, mail)? {
        Some(Mail::CallerCheck { case }) => by_id(tx, case),
        _ => Ok(None),
    }
}

/// The case about an account that was opened after `since` and is not over, for its own resident.
///
/// # Errors
/// When the database fails.
pub fn of_identity(tx: &mut Read<'_>, identity: IdentityId, since: Time) -> Result<Option<Case>, StoreError> {
    tx.maybe(OF_IDENTITY, args![identity, since])
}

/// The keyed hash of the code that stands in the mail, and until when it can be told.
///
/// # Errors
/// When the database fails.
pub fn code(tx: &mut Read<'_>, case: HelpDeskCaseId) -> Result<Option<([u8; 32], Time)>, StoreError> {
    tx.maybe(CODE, args![case])
}

/// Keeps the code of a mail that is about to be handed over; a mail before it has none any more.
///
/// # Errors
/// When the database fails.
pub fn set_code(tx: &mut Write<'_>, case: HelpDeskCaseId, (hash, until): ([u8; 32], Time)) -> Result<(), StoreError> {
    tx.run(SET_CODE, args![case, hash, until]).map(drop)
}

/// A wrong number; true when it was one too many, and closed the case.
///
/// # Errors
/// When the database fails.
pub fn missed(tx: &mut Write<'_>, case: &Case, now: Time) -> Result<bool, StoreError> {
    tx.run(MISS, args![case.id])?;
    Ok(case.misses + 1 >= MISSES && end(tx, case.id, End::Missed, now)?)
}

/// A wrong code; true when it was one too many, and closed the case.
///
/// # Errors
/// When the database fails.
pub fn wrong_code(tx: &mut Write<'_>, case: &Case, now: Time) -> Result<bool, StoreError> {
    tx.run(WRONG_CODE, args![case.id])?;
    Ok(case.code_tries + 1 >= CODE_TRIES && end(tx, case.id, End::Missed, now)?)
}

/// The owner proved to be it. False when it was proven before, or is over.
///
/// # Errors
/// When the database fails.
pub fn prove(tx: &mut Write<'_>, case: HelpDeskCaseId, by: Proof, now: Time) -> Result<bool, StoreError> {
    Ok(tx.run(PROVE, args![case, now, by])? == 1)
}

/// Ends a case without its deed. False when it was over.
///
/// # Errors
/// When the database fails.
pub fn end(tx: &mut Write<'_>, case: HelpDeskCaseId, how: End, now: Time) -> Result<bool, StoreError> {
    Ok(tx.run(END, args![case, now, how])? == 1)
}

/// Uses up the proof of a case: the only way to a [`CallerProof`]. Nothing for a colleague's case, for another deed, when it was used,
/// when its time is over, and when the residents have no access any more.
///
/// # Errors
/// When the database fails.
pub fn consume(
    tx: &mut Write<'_>,
    scope: &Scope<HelpOne, Anywhere>,
    (case, deed): (HelpDeskCaseId, Deed),
    now: Time,
) -> Result<Option<CallerProof>, StoreError> {
    let (Some(staff), Some(found)) = (scope.by().staff(), by_id(tx, case)?) else { return Ok(None) };
    let used = tx.run(USE, args![case, staff, deed, now, now - PROOF_LASTS])?;
    Ok((used == 1).then_some(CallerProof { case: found }))
}
