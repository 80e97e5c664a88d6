//! Lines of the log for people: newest first, a page at a time, each statement on an index that holds it in that order. The
//! organisation is in every condition (law 9), but for what one member of staff did: that is asked by its doer.
//!
//! A period is a bound on the ids, which begin with the moment they were made.

use domain::access::{LogLines, LogPlace, ReadLog, Scope};
use domain::audit::Act;
use domain::id::{AccountId, AuditId, DwellingId, IdentityId, OccupancyId, OrganisationId, StaffId};
use uuid::Uuid;

use super::{SIDE, Stored};
use crate::error::StoreError;
use crate::organisation::Organisation;
use crate::sql::Sql;
use crate::tx::Read;
use crate::value::{Arg, Cells, Record};
use crate::{args, sql};

/// Lines that are looked through at once for those of an act, so that a page takes no longer than any other.
const THROUGH: u32 = 300;

/// A line on a page of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The line.
    pub line: Stored,
    /// Its number in its chain; none while it waits for the sealer.
    pub seq: Option<i64>,
    /// What was before and after.
    pub detail: Detail,
}

/// What was before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The line never had any.
    None,
    /// This.
    Kept(String),
    /// It is not there any more.
    Erased,
    /// Not for this reader.
    Hidden,
}

impl Record for Listed {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { seq: c.next()?, line: Stored::read(c)?, detail: Detail::Hidden })
    }
}

/// Which of the lines: from `from` on, before `before`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The first line.
    pub from: AuditId,
    /// All before this one.
    pub before: AuditId,
    /// Of one act only.
    pub act: Option<Act>,
    /// Of one member of staff only.
    pub by: Option<StaffId>,
}

impl Chosen {
    fn holds(&self, line: &Stored) -> bool {
        self.act.is_none_or(|act| line.act == act.as_str()) && self.by.is_none_or(|by| line.is_by(by))
    }
}

impl Stored {
    fn is_by(&self, staff: StaffId) -> bool {
        self.actor.0 == "staff" && self.actor.1 == Some(staff.uuid())
    }
}

/// A page of lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The lines, newest first.
    pub lines: Vec<Listed>,
    /// Before which the next page begins; none on the last one. A page may hold few lines and still have a next one.
    pub next: Option<AuditId>,
}

/// Lines (`l`) with their numbers, before `$1`. The first line of a period is no bound of the statement: with bounds on both sides
/// SQLite takes the next best index.
macro_rules! log_lines {
    () => {
        "SELECT c.seq, l.id, l.organisation_id, l.at, l.act, l.door, l.actor_kind, l.actor_id, l.subject_kind, l.subject_id, \
         l.reason, l.side_hash FROM audit_line l LEFT JOIN audit_chain c ON c.line_id = l.id \
         WHERE l.id < $1 AND "
    };
}

const OF_CLIENT: Sql = sql!(
    log_lines! "l.organisation_id = $3 ORDER BY l.id DESC LIMIT $2"
);
const OF_CLIENT_ACT: Sql = sql!(
    log_lines! "l.organisation_id = $3 AND l.act = $4 ORDER BY l.id DESC LIMIT $2"
);
const OF_CLIENT_BY: Sql = sql!(
    log_lines! "l.organisation_id = $3 AND l.actor_id = $4 ORDER BY l.id DESC LIMIT $2"
);
const OF_CLIENT_ABOUT: Sql = sql!(
    log_lines! "l.organisation_id = $3 AND l.subject_id = $4 ORDER BY l.id DESC LIMIT $2"
);
const OF_OPERATOR: Sql = sql!(
    log_lines! "l.organisation_id IS NULL ORDER BY l.id DESC LIMIT $2"
);
const OF_OPERATOR_ACT: Sql = sql!(
    log_lines! "l.organisation_id IS NULL AND l.act = $3 ORDER BY l.id DESC LIMIT $2"
);
const OF_OPERATOR_BY: Sql = sql!(
    log_lines! "l.organisation_id IS NULL AND l.actor_id = $3 ORDER BY l.id DESC LIMIT $2"
);
const BY: Sql = sql!(
    log_lines! "l.actor_id = $3 ORDER BY l.id DESC LIMIT $2"
);

const ACCOUNTS: Sql =
    sql!("SELECT id FROM account WHERE dwelling_id = $2 AND organisation_id = $1 ORDER BY id LIMIT 100");
const OCCUPANCIES: Sql = sql!(
    "SELECT o.id, o.identity_id FROM account a JOIN occupancy o ON o.account_id = a.id \
     WHERE a.dwelling_id = $2 AND a.organisation_id = $1 ORDER BY o.id DESC LIMIT 200"
);
const CLIENT: Sql = sql!("SELECT id, slug, name, portal FROM organisation WHERE id = $1 LIMIT 1");
const CLIENTS: Sql = sql!("SELECT id, slug, name, portal FROM organisation ORDER BY name, id LIMIT 1000");

/// A page of at most `most` lines that somebody may read.
///
/// # Errors
/// When the database fails.
pub fn page(
    tx: &mut Read<'_>,
    scope: &Scope<ReadLog, LogPlace>,
    chosen: &Chosen,
    most: u32,
) -> Result<Page, StoreError> {
    let place = scope.within();
    let person = |id: StaffId| Arg::Uuid(id.uuid());
    let whole = |id: OrganisationId| Arg::Uuid(id.uuid());
    // Looked through: no index has the lines of one act of one person.
    let (sql, rest, sifted) = match (place.lines, chosen.by, chosen.act) {
        (LogLines::Of(client), Some(by), act) => (OF_CLIENT_BY, vec![whole(client), person(by)], act.is_some()),
        (LogLines::Of(client), None, None) => (OF_CLIENT, vec![whole(client)], false),
        (LogLines::Of(client), None, Some(act)) => (OF_CLIENT_ACT, vec![whole(client), Arg::Text(act.as_str())], false),
        (LogLines::Operator, Some(by), act) => (OF_OPERATOR_BY, vec![person(by)], act.is_some()),
        (LogLines::Operator, None, None) => (OF_OPERATOR, Vec::new(), false),
        (LogLines::Operator, None, Some(act)) => (OF_OPERATOR_ACT, vec![Arg::Text(act.as_str())], false),
        (LogLines::By(staff), by, act) => (BY, vec![person(staff)], act.is_some() || by.is_some()),
    };
    let read = Source { sql, rest }.read(tx, chosen, if sifted { THROUGH } else { most + 1 })?;
    cut(tx, place, (vec![read], chosen), most)
}

/// A page of the lines about a home of a client: about the home itself, its accounts, those who live or lived there, and
/// what these did.
///
/// # Errors
/// When the database fails.
pub fn of_home(
    tx: &mut Read<'_>,
    scope: &Scope<ReadLog, LogPlace>,
    (client, dwelling): (OrganisationId, DwellingId),
    chosen: &Chosen,
    most: u32,
) -> Result<Page, StoreError> {
    let place = scope.within();
    if place != (LogPlace { lines: LogLines::Of(client), whole: true }) {
        return Err(StoreError::internal("the lines of a home are for who reads all of its client's"));
    }
    let accounts: Vec<(AccountId,)> = tx.many(ACCOUNTS, args![client, dwelling])?;
    let lived: Vec<(OccupancyId, IdentityId)> = tx.many(OCCUPANCIES, args![client, dwelling])?;
    let about = |id: Uuid| Source { sql: OF_CLIENT_ABOUT, rest: vec![Arg::Uuid(client.uuid()), Arg::Uuid(id)] };
    let by = |id: Uuid| Source { sql: OF_CLIENT_BY, rest: vec![Arg::Uuid(client.uuid()), Arg::Uuid(id)] };
    let mut sources = vec![about(dwelling.uuid())];
    sources.extend(accounts.iter().map(|(account,)| about(account.uuid())));
    for (occupancy, identity) in &lived {
        sources.extend([about(identity.uuid()), about(occupancy.uuid()), by(occupancy.uuid())]);
    }
    let at_once = if chosen.act.is_some() || chosen.by.is_some() { THROUGH } else { most + 1 };
    let read: Result<Vec<Part>, StoreError> = sources.iter().map(|source| source.read(tx, chosen, at_once)).collect();
    cut(tx, place, (read?, chosen), most)
}

/// One statement with its arguments behind the first two.
struct Source<'a> {
    sql: Sql,
    rest: Vec<Arg<'a>>,
}

/// What it gave, and whether it has more.
struct Part {
    lines: Vec<Listed>,
    more: bool,
}

impl Source<'_> {
    fn read(&self, tx: &mut Read<'_>, chosen: &Chosen, at_once: u32) -> Result<Part, StoreError> {
        let first = [Arg::Uuid(chosen.before.uuid()), Arg::Int(i64::from(at_once))];
        let mut lines: Vec<Listed> = tx.many(self.sql, &[&first[..], self.rest.as_slice()].concat())?;
        lines.retain(|it| it.line.id >= chosen.from);
        Ok(Part { more: lines.len() >= at_once as usize, lines })
    }
}

/// The newest `most` lines of all parts that are chosen. Behind the end of a part that has more nothing is known, so that
/// the page ends there.
fn cut(
    tx: &mut Read<'_>,
    place: LogPlace,
    (parts, chosen): (Vec<Part>, &Chosen),
    most: u32,
) -> Result<Page, StoreError> {
    let ends = parts.iter().filter(|part| part.more).filter_map(|part| part.lines.last());
    let known = ends.map(|last| last.line.id).max();
    let mut lines: Vec<Listed> = parts.into_iter().flat_map(|part| part.lines).collect();
    lines.sort_by_key(|it| std::cmp::Reverse(it.line.id));
    lines.dedup_by_key(|it| it.line.id);
    lines.retain(|it| chosen.holds(&it.line) && known.is_none_or(|known| it.line.id >= known));
    let more = lines.len() > most as usize;
    lines.truncate(most as usize);
    let next = if more { lines.last().map(|last| last.line.id) } else { known };
    if place.whole {
        details(tx, &mut lines)?;
    }
    Ok(Page { lines, next })
}

fn details(tx: &mut Read<'_>, lines: &mut [Listed]) -> Result<(), StoreError> {
    let with: Vec<&mut Listed> = lines
        .iter_mut()
        .filter_map(|it| {
            it.detail = Detail::None;
            it.line.side_hash.is_some().then_some(it)
        })
        .collect();
    let rows: Vec<Vec<Arg<'_>>> = with.iter().map(|it| vec![Arg::Uuid(it.line.id.uuid())]).collect();
    let sides: Vec<Option<([u8; 32], String)>> = tx.maybe_each(SIDE, &rows)?;
    for (it, side) in with.into_iter().zip(sides) {
        it.detail = side.map_or(Detail::Erased, |(_, detail)| Detail::Kept(detail));
    }
    Ok(())
}

/// The clients, by name, at most 1,000: for who may choose among them.
///
/// # Errors
/// When the database fails.
pub fn clients(tx: &mut Read<'_>, scope: &Scope<ReadLog, LogPlace>) -> Result<Vec<Organisation>, StoreError> {
    if scope.within().lines == LogLines::Operator { tx.many(CLIENTS, &[]) } else { Ok(Vec::new()) }
}

/// The client whose log it is.
///
/// # Errors
/// When the database fails.
pub fn client(
    tx: &mut Read<'_>,
    scope: &Scope<ReadLog, LogPlace>,
    client: OrganisationId,
) -> Result<Option<Organisation>, StoreError> {
    if scope.within().lines == LogLines::Of(client) { tx.maybe(CLIENT, args![client]) } else { Ok(None) }
}
