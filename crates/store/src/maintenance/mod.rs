//! Notices of planned maintenance (PRODUCT 3.8): written, proposed, approved, and told. Whoever changes one has a scope over those
//! whom it is for. The looks that find one before its audience is known take none: whoever asks makes a scope before showing it.

mod send;
mod told;

use domain::access::{Act, ApproveMaintenance, ComposeMaintenance, Scope};
use domain::id::{MaintenanceId, OrganisationId, ProjectId, StaffId};
use domain::maintenance::{Audience, Facts, Kind, Notice, State, Typed, Window, Words};
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

pub use send::{
    Home, Resident, Work, done, end_of_list, is_going, keep_pace, list_homes, next_homes, queue, residents, settle,
    told_already, work,
};
pub(crate) use send::{came_back, count_end, mail_revived};
pub use told::{count_without_address, told, without_address};

/// How far the telling of a notice is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Homes that were listed.
    pub homes: u32,
    /// Homes that wait for their turn.
    pub waits: u32,
    /// Homes where somebody lives, and no address is linked.
    pub by_letter: u32,
    /// Homes where nobody lives.
    pub vacant: u32,
    /// Mails that were made.
    pub queued: u32,
    /// Mails that a mail server took over.
    pub sent: u32,
    /// Mails to a mailbox that was told already.
    pub merged: u32,
    /// Mails that were not sent: the residents left, or the notice was stopped.
    pub dropped: u32,
    /// Mails that came back: the mailbox is none, or is full.
    pub refused: u32,
    /// Mails that could not be delivered otherwise.
    pub failed: u32,
}

impl Counts {
    /// Mails that are under way.
    #[must_use]
    pub const fn under_way(&self) -> u32 {
        self.queued.saturating_sub(self.sent + self.merged + self.dropped + self.refused + self.failed)
    }
}

/// A notice as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: MaintenanceId,
    /// What it says, when and to whom.
    pub notice: Notice,
    /// What the rules need to know of it.
    pub facts: Facts,
    /// The address of who wrote it last.
    pub writer: String,
    /// The address of who proposed it.
    pub proposer: Option<String>,
    /// The address of who approved it.
    pub approver: Option<String>,
    /// When it was written.
    pub written_at: Time,
    /// When it was approved.
    pub approved_at: Option<Time>,
    /// When everybody was told, or it was stopped.
    pub ended_at: Option<Time>,
    /// All its homes are listed.
    pub listed: bool,
    /// Name and short name of the client it is for.
    pub client: Option<(String, String)>,
    /// Name and short name of the project it is for.
    pub project: Option<(String, String)>,
    /// How far it is.
    pub counts: Counts,
}

/// What a notice says, when and to whom, as it stands in a row behind its id.
pub(crate) fn notice(c: &mut Cells<'_>) -> Result<Notice, StoreError> {
    let (kind, organisation, project): (Kind, Option<OrganisationId>, Option<ProjectId>) =
        (c.next()?, c.next()?, c.next()?);
    let audience = Audience::of(kind, organisation, project);
    let audience = audience.ok_or_else(|| StoreError::internal("a notice is for nobody that is known"))?;
    let window = Window { from: c.next()?, to: c.next()? };
    let typed = Typed { subject_nl: c.next()?, words_nl: c.next()?, subject_en: c.next()?, words_en: c.next()? };
    Ok(Notice { audience, window, words: Words::kept(typed) })
}

impl Record for Kept {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let id = c.next()?;
        let notice = notice(c)?;
        let (state, hash, written_by, proposed_by) = (c.next()?, c.next()?, c.next()?, c.next()?);
        let facts = Facts { state, window: notice.window, written_by, proposed_by, hash };
        let (writer, proposer, approver) = (c.next()?, c.next()?, c.next()?);
        let (written_at, approved_at, ended_at, listed) = (c.next()?, c.next()?, c.next()?, c.next()?);
        let mut named = || -> Result<Option<(String, String)>, StoreError> {
            let (name, slug): (Option<String>, Option<String>) = (c.next()?, c.next()?);
            Ok(name.zip(slug))
        };
        let (client, project) = (named()?, named()?);
        let counts = Counts {
            homes: c.next()?,
            waits: c.next()?,
            by_letter: c.next()?,
            vacant: c.next()?,
            queued: c.next()?,
            sent: c.next()?,
            merged: c.next()?,
            dropped: c.next()?,
            refused: c.next()?,
            failed: c.next()?,
        };
        Ok(Self {
            id,
            notice,
            facts,
            writer,
            proposer,
            approver,
            written_at,
            approved_at,
            ended_at,
            listed,
            client,
            project,
            counts,
        })
    }
}

/// Notices (`m`) with names, before the condition.
macro_rules! maintenance_notices {
    () => {
        "SELECT m.id, m.audience, m.organisation_id, m.project_id, m.window_from, m.window_to, m.subject_nl, m.words_nl, \
         m.subject_en, m.words_en, m.state, m.hash, m.written_by, m.proposed_by, w.email, p.email, a.email, m.written_at, \
         m.approved_at, m.ended_at, m.listed, o.name, o.slug, j.name, j.slug, m.homes, m.waits, m.by_letter, m.vacant, m.queued, \
         m.sent, m.merged, m.dropped, m.refused, m.failed FROM maintenance m JOIN staff w ON w.id = m.written_by \
         LEFT JOIN staff p ON p.id = m.proposed_by LEFT JOIN staff a ON a.id = m.approved_by \
         LEFT JOIN organisation o ON o.id = m.organisation_id LEFT JOIN project j ON j.id = m.project_id "
    };
}

const BY_ID: Sql = sql!(maintenance_notices! "WHERE m.id = $1");
const LIST: Sql = sql!(maintenance_notices! "ORDER BY m.id DESC LIMIT 200");
const ADD: Sql = sql!(
    "INSERT INTO maintenance (id, audience, organisation_id, project_id, window_from, window_to, subject_nl, words_nl, \
     subject_en, words_en, state, hash, written_by, written_at, proposed_by, approved_by, approved_at, ended_at, listed_to, \
     listed, paced_at, homes, waits, by_letter, vacant, queued, sent, merged, dropped, refused, failed) VALUES ($1, $2, $3, $4, $5, $6, $7, \
     $8, $9, $10, 'draft', NULL, $11, $12, NULL, NULL, NULL, NULL, NULL, FALSE, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)"
);
const WRITE: Sql = sql!(
    "UPDATE maintenance SET audience = $2, organisation_id = $3, project_id = $4, window_from = $5, window_to = $6, \
     subject_nl = $7, words_nl = $8, subject_en = $9, words_en = $10, written_by = $11, written_at = $12, state = 'draft', \
     hash = NULL, proposed_by = NULL WHERE id = $1 AND state IN ('draft', 'proposed')"
);
const PROPOSE: Sql =
    sql!("UPDATE maintenance SET state = 'proposed', hash = $2, proposed_by = $3 WHERE id = $1 AND state = 'draft'");
const GIVE_BACK: Sql = sql!(
    "UPDATE maintenance SET state = 'draft', hash = NULL, proposed_by = NULL WHERE id = $1 AND state = 'proposed'"
);
const APPROVE: Sql = sql!(
    "UPDATE maintenance SET state = 'approved', approved_by = $2, approved_at = $3 \
     WHERE id = $1 AND state = 'proposed' AND hash = $4"
);
const STEER: Sql = sql!(
    "UPDATE maintenance SET state = $3, paced_at = NULL, ended_at = CASE WHEN $3 = 'stopped' THEN $4 ELSE ended_at END \
     WHERE id = $1 AND state = $2"
);

/// A notice. Whoever asks makes a scope over its audience before anything else.
///
/// # Errors
/// When the database fails.
pub fn by_id(tx: &mut Read<'_>, id: MaintenanceId) -> Result<Option<Kept>, StoreError> {
    tx.maybe(BY_ID, args![id])
}

/// The newest notices, 200 at most. Whoever asks shows those only over whose audience there is a right.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Read<'_>) -> Result<Vec<Kept>, StoreError> {
    tx.many(LIST, args![])
}

/// Keeps a new notice, as a draft.
///
/// # Errors
/// When the database fails.
pub fn add(
    tx: &mut Write<'_>,
    scope: &Scope<ComposeMaintenance, Audience>,
    (id, notice): (MaintenanceId, &Notice),
    (by, at): (StaffId, Time),
) -> Result<(), StoreError> {
    put(tx, ADD, scope, (id, notice), (by, at)).map(drop)
}

/// Writes a notice anew; a proposal of it is void. False when it has come too far.
///
/// # Errors
/// When the database fails.
pub fn write(
    tx: &mut Write<'_>,
    scope: &Scope<ComposeMaintenance, Audience>,
    (id, notice): (MaintenanceId, &Notice),
    (by, at): (StaffId, Time),
) -> Result<bool, StoreError> {
    Ok(put(tx, WRITE, scope, (id, notice), (by, at))? == 1)
}

fn put(
    tx: &mut Write<'_>,
    sql: Sql,
    scope: &Scope<ComposeMaintenance, Audience>,
    (id, notice): (MaintenanceId, &Notice),
    (by, at): (StaffId, Time),
) -> Result<u64, StoreError> {
    let (audience, window, typed) = (scope.within(), notice.window, notice.words.typed());
    let (kind, organisation, project) = (audience.kind(), audience.organisation(), audience.project());
    let Typed { subject_nl, words_nl, subject_en, words_en } = typed;
    let args = args![
        id,
        kind,
        organisation,
        project,
        window.from,
        window.to,
        subject_nl,
        words_nl,
        subject_en,
        words_en,
        by,
        at
    ];
    tx.run(sql, args)
}

/// Proposes a draft, exactly as its hash tells; false when it is none.
///
/// # Errors
/// When the database fails.
pub fn propose(
    tx: &mut Write<'_>,
    _: &Scope<ComposeMaintenance, Audience>,
    (id, hash): (MaintenanceId, &[u8; 32]),
    by: StaffId,
) -> Result<bool, StoreError> {
    Ok(tx.run(PROPOSE, args![id, *hash, by])? == 1)
}

/// A proposed notice is a draft again; false when it is not proposed.
///
/// # Errors
/// When the database fails.
pub fn give_back<A: Act>(tx: &mut Write<'_>, _: &Scope<A, Audience>, id: MaintenanceId) -> Result<bool, StoreError> {
    Ok(tx.run(GIVE_BACK, args![id])? == 1)
}

/// A second person approved exactly this; false when it is something else by now.
///
/// # Errors
/// When the database fails.
pub fn approve(
    tx: &mut Write<'_>,
    _: &Scope<ApproveMaintenance, Audience>,
    (id, shown): (MaintenanceId, &[u8; 32]),
    (by, at): (StaffId, Time),
) -> Result<bool, StoreError> {
    Ok(tx.run(APPROVE, args![id, by, at, *shown])? == 1)
}

/// Pauses, goes on with or stops the sending; false when it is not in the state it was found in.
///
/// # Errors
/// When the database fails.
pub fn steer<A: Act>(
    tx: &mut Write<'_>,
    _: &Scope<A, Audience>,
    (id, from, to): (MaintenanceId, State, State),
    at: Time,
) -> Result<bool, StoreError> {
    Ok(tx.run(STEER, args![id, from, to, at])? == 1)
}
