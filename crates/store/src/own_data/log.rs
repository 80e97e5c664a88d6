//! The lines of the log about one household: newest first, a page at a time, merged from indexes that hold them in that order.
//! A home may have come from another client: its lines stand in the chain of the one where they happened.

use domain::audit::{Act, Door};
use domain::id::{AuditId, OrganisationId, StaffId};
use domain::own_data::is_told;
use domain::role::Role;
use domain::time::Time;
use uuid::Uuid;

use super::About;
use crate::audit::Stored;
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::Read;
use crate::value::{Cells, Record};
use crate::{args, sql};

/// Lines looked through at once, from each index.
const THROUGH: u32 = 300;

/// A line that is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: AuditId,
    /// When.
    pub at: Time,
    /// What.
    pub act: Act,
    /// Through which door.
    pub door: Option<Door>,
    /// What kind of actor, and who.
    pub actor: (String, Option<Uuid>),
    /// In whose chain.
    pub organisation: Option<OrganisationId>,
}

/// Some lines, and before which the next ones are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Newest first.
    pub lines: Vec<Line>,
    /// None when there are no older ones.
    pub next: Option<AuditId>,
}

/// Who acted, as far as residents are told: no names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct By {
    /// The role, of staff.
    pub role: Option<Role>,
    /// The client that they, or their program, work for.
    pub client: Option<String>,
}

impl Record for By {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { role: c.next()?, client: c.next()? })
    }
}

const ABOUT: Sql = sql!(
    "SELECT l.id, l.organisation_id, l.at, l.act, l.door, l.actor_kind, l.actor_id, l.subject_kind, l.subject_id, l.reason, \
     l.side_hash FROM audit_line l WHERE l.id < $1 AND l.subject_id = $3 AND l.organisation_id = $4 \
     ORDER BY l.id DESC LIMIT $2"
);
const BY: Sql = sql!(
    "SELECT l.id, l.organisation_id, l.at, l.act, l.door, l.actor_kind, l.actor_id, l.subject_kind, l.subject_id, l.reason, \
     l.side_hash FROM audit_line l WHERE l.id < $1 AND l.actor_id = $3 AND l.organisation_id = $4 \
     ORDER BY l.id DESC LIMIT $2"
);
const CHAINS: Sql = sql!(
    "SELECT DISTINCT l.organisation_id FROM audit_line l WHERE l.subject_id = $1 AND l.organisation_id IS NOT NULL \
     ORDER BY l.organisation_id LIMIT 20"
);
const STAFF: Sql =
    sql!("SELECT s.role, g.name FROM staff s LEFT JOIN organisation g ON g.id = s.organisation_id WHERE s.id = $1");
const KEY: Sql = sql!(
    "SELECT CAST(NULL AS TEXT), g.name FROM api_key k JOIN organisation g ON g.id = k.organisation_id WHERE k.id = $1"
);
const CONTACT: Sql = sql!(
    "SELECT CAST(NULL AS TEXT), g.name FROM contact c JOIN organisation g ON g.id = c.organisation_id WHERE c.id = $1"
);
const CLIENT: Sql = sql!("SELECT CAST(NULL AS TEXT), g.name FROM organisation g WHERE g.id = $1");
const LINKED_BY: Sql = sql!(
    "SELECT l.id, l.organisation_id, l.at, l.act, l.door, l.actor_kind, l.actor_id, l.subject_kind, l.subject_id, l.reason, \
     l.side_hash FROM audit_line l WHERE l.subject_id = $1 AND l.at = $2 \
     AND l.act IN ('email.linked', 'email.changed', 'email.asked') ORDER BY l.id LIMIT 1"
);

/// At most `most` lines about a household before `before`; those about its account and home only from `since` on (law 6).
///
/// # Errors
/// When the database fails.
pub fn log(
    tx: &mut Read<'_>,
    whose: &About,
    (before, since): (AuditId, Time),
    most: usize,
) -> Result<Page, StoreError> {
    let mut chains = vec![whose.organisation];
    for subject in [whose.dwelling.uuid(), whose.account.uuid()] {
        let found: Vec<(OrganisationId,)> = tx.many(CHAINS, args![subject])?;
        chains.extend(found.into_iter().map(|(chain,)| chain));
    }
    chains.sort_unstable();
    chains.dedup();
    let of_home = [whose.dwelling.uuid(), whose.account.uuid()];
    let of_them = [whose.identity.uuid(), whose.occupancy.uuid()];
    let (mut lines, mut known) = (Vec::new(), None);
    for chain in chains {
        let sources = of_home.into_iter().chain(of_them).map(|id| (ABOUT, id)).chain([(BY, whose.occupancy.uuid())]);
        for (sql, id) in sources {
            let found: Vec<Stored> = tx.many(sql, args![before, THROUGH, id, chain])?;
            // Behind the last line of a part that has more nothing is known: the page ends there.
            if found.len() >= THROUGH as usize {
                known = known.max(found.last().map(|last| last.id));
            }
            lines.extend(found.into_iter().filter_map(|it| told(it, whose, since)));
        }
    }
    lines.sort_by_key(|it| std::cmp::Reverse(it.id));
    lines.dedup_by_key(|it| it.id);
    lines.retain(|it| known.is_none_or(|known| it.id >= known));
    let more = lines.len() > most;
    lines.truncate(most);
    let next = if more { lines.last().map(|last| last.id) } else { known };
    Ok(Page { lines, next })
}

/// The line, if it is told. Who lived there before was a resident too: only the own acts are theirs.
fn told(line: Stored, whose: &About, since: Time) -> Option<Line> {
    let theirs = |id: Option<Uuid>| [Some(whose.occupancy.uuid()), Some(whose.identity.uuid())].contains(&id);
    let about_them = theirs(line.actor.1) || theirs(line.subject.1);
    let act = Act::parse(&line.act)?;
    let is_told = is_told(act, line.reason.as_deref(), (about_them, line.at), since);
    is_told.then(|| Line {
        id: line.id,
        at: line.at,
        act,
        door: Door::parse(&line.door),
        actor: line.actor,
        organisation: line.organisation,
    })
}

/// The line that tells who wrote an address of this account down at that moment.
///
/// # Errors
/// When the database fails.
pub fn linked_by(tx: &mut Read<'_>, whose: &About, at: Time) -> Result<Option<(String, Option<Uuid>)>, StoreError> {
    let found: Option<Stored> = tx.maybe(LINKED_BY, args![whose.account, at])?;
    Ok(found.map(|line| line.actor))
}

/// What residents are told of a member of staff, a program, or whoever works for a client.
///
/// # Errors
/// When the database fails.
pub fn who(tx: &mut Read<'_>, kind: &str, id: Uuid) -> Result<Option<By>, StoreError> {
    match kind {
        "staff" => tx.maybe(STAFF, args![StaffId::from_uuid(id)]),
        "key" => tx.maybe(KEY, args![id]),
        "contact" => tx.maybe(CONTACT, args![id]),
        _ => tx.maybe(CLIENT, args![id]),
    }
}
