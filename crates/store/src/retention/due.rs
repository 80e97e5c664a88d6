//! What has had its time, class by class, in the order of the ids. Nothing here is alive, waits, or is held: every condition
//! stands in the statement itself, and the same statement finds for the dry run, for the run, and again in the write that erases.

use domain::id::{AuditId, OrganisationId};
use domain::retention::Class;
use domain::time::Time;
use uuid::Uuid;

use crate::error::StoreError;
use crate::sql;
use crate::sql::Sql;
use crate::tx::Read;
use crate::value::{Arg, Cells, Column, Record};

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Due {
    /// The class.
    pub class: Class,
    /// Of which client; none for what is the operator's own, and for classes that are the same for everybody.
    pub client: Option<OrganisationId>,
    /// It was over by then.
    pub before: Time,
    /// For holds.
    pub now: Time,
}

/// Which ids: those between the two, at most so many.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Behind this one.
    pub after: Uuid,
    /// In front of this one.
    pub until: Uuid,
    /// At most so many.
    pub most: u32,
}

/// The ids of exactly these, from the one behind `after` up to and with `last`.
#[must_use]
pub fn narrow(after: Uuid, last: Uuid, most: u32) -> Part {
    Part { after, until: Uuid::from_u128(last.as_u128().saturating_add(1)), most }
}

/// Nobody holds the household of this identity: `$5` now.
macro_rules! not_held {
    () => {
        "AND NOT EXISTS (SELECT 1 FROM occupancy ho JOIN account ha ON ha.id = ho.account_id JOIN retention_hold h \
         ON h.dwelling_id = ha.dwelling_id OR (h.dwelling_id IS NULL AND h.organisation_id = ho.organisation_id) \
         WHERE ho.identity_id = x.identity_id AND h.ended_at IS NULL AND (h.ends_at IS NULL OR h.ends_at > $5)) "
    };
}

macro_rules! links {
    () => {
        "SELECT x.id FROM token x WHERE x.expires_at <= $1 "
    };
}
macro_rules! sessions {
    () => {
        "SELECT x.id FROM session x WHERE x.ends_at <= $1 "
    };
}
macro_rules! browsers {
    () => {
        "SELECT x.id FROM device x WHERE x.seen_at <= $1 "
    };
}
/// A link in it may live longer than the mail took.
macro_rules! mails {
    () => {
        "SELECT x.id FROM mail x WHERE x.state <> 'waiting' AND x.ended_at <= $1 AND NOT EXISTS (SELECT 1 FROM token t \
         WHERE t.mail_id = x.id AND t.used_at IS NULL AND t.ended_at IS NULL AND t.expires_at > $5) \
         AND NOT EXISTS (SELECT 1 FROM retention_hold m WHERE m.organisation_id = x.organisation_id AND m.dwelling_id IS NULL \
         AND m.ended_at IS NULL AND (m.ends_at IS NULL OR m.ends_at > $5)) "
    };
}

const LINKS: Sql = sql!(links! not_held! "AND x.id > $2 AND x.id < $3 ORDER BY x.id LIMIT $4");
const SESSIONS: Sql = sql!(sessions! not_held! "AND x.id > $2 AND x.id < $3 ORDER BY x.id LIMIT $4");
const BROWSERS: Sql = sql!(browsers! not_held! "AND x.id > $2 AND x.id < $3 ORDER BY x.id LIMIT $4");
const MAILS: Sql = sql!(mails! not_held! "AND x.id > $2 AND x.id < $3 ORDER BY x.id LIMIT $4");

// What nobody decided about yet is kept, and what is about a home that is held.
const INBOUND: Sql = sql!(
    "SELECT i.id FROM inbound_mail i WHERE i.state <> 'waiting' AND i.received_at <= $1 \
     AND NOT EXISTS (SELECT 1 FROM link_request r WHERE r.mail_id = i.id AND r.state IN ('open', 'asked')) \
     AND NOT EXISTS (SELECT 1 FROM link_request q JOIN retention_hold h ON h.dwelling_id = q.dwelling_id \
     OR (h.dwelling_id IS NULL AND h.organisation_id = q.organisation_id) WHERE q.mail_id = i.id AND h.ended_at IS NULL \
     AND (h.ends_at IS NULL OR h.ends_at > $5)) \
     AND i.id > $2 AND i.id < $3 ORDER BY i.id LIMIT $4"
);

// Who was invited and never came is gone as well, unless an invitation lies in a mailbox or waits to be sent.
const STAFF: Sql = sql!(
    "SELECT s.id FROM staff s WHERE s.erased_at IS NULL AND (CASE s.state WHEN 'ended' \
     THEN COALESCE(s.ended_at, s.joined_at, s.created_at) WHEN 'invited' THEN s.created_at END) <= $1 \
     AND NOT EXISTS (SELECT 1 FROM token t WHERE t.identity_id = s.identity_id AND t.used_at IS NULL AND t.ended_at IS NULL \
     AND t.expires_at > $5) AND NOT EXISTS (SELECT 1 FROM mail m WHERE m.identity_id = s.identity_id AND m.state = 'waiting') \
     AND NOT EXISTS (SELECT 1 FROM retention_hold h WHERE h.organisation_id = s.organisation_id AND h.dwelling_id IS NULL \
     AND h.ended_at IS NULL AND (h.ends_at IS NULL OR h.ends_at > $5)) \
     AND s.id > $2 AND s.id < $3 ORDER BY s.id LIMIT $4"
);
const REVIEWS: Sql = sql!(
    "SELECT r.id FROM rights_review r WHERE r.created_at <= $1 AND NOT EXISTS (SELECT 1 FROM retention_hold h \
     WHERE h.organisation_id = r.organisation_id AND h.dwelling_id IS NULL AND h.ended_at IS NULL \
     AND (h.ends_at IS NULL OR h.ends_at > $5)) AND r.id > $2 AND r.id < $3 ORDER BY r.id LIMIT $4"
);
// One that is over by itself was not ended by anybody.
const HOLDS: Sql = sql!(
    "SELECT h.id FROM retention_hold h WHERE COALESCE(h.ended_at, h.ends_at) <= $1 AND COALESCE(h.ended_at, h.ends_at) <= $5 \
     AND h.id > $2 AND h.id < $3 ORDER BY h.id LIMIT $4"
);
const REPORTS: Sql = sql!(
    "SELECT r.id FROM retention_run r WHERE r.started_at <= $1 AND r.started_at < $5 AND r.id > $2 AND r.id < $3 \
     ORDER BY r.id LIMIT $4"
);

// Below: $1 client, $2 over by then, $3 and $4 the ids, $5 how many, $6 now. A client that is held as a whole is not asked about.
const ADDRESSES: Sql = sql!(
    "SELECT l.id FROM email_link l WHERE l.organisation_id = $1 AND l.proof IN ('ended', 'proposed') \
     AND (CASE l.proof WHEN 'ended' THEN l.ended_at ELSE l.created_at END) <= $2 \
     AND NOT EXISTS (SELECT 1 FROM mail m WHERE m.link_id = l.id AND m.state = 'waiting') \
     AND NOT EXISTS (SELECT 1 FROM token t WHERE t.link_id = l.id AND t.used_at IS NULL AND t.ended_at IS NULL \
     AND t.expires_at > $6) \
     AND NOT EXISTS (SELECT 1 FROM occupancy o JOIN account a ON a.id = o.account_id JOIN retention_hold h \
     ON h.dwelling_id = a.dwelling_id WHERE o.id = l.occupancy_id AND h.ended_at IS NULL \
     AND (h.ends_at IS NULL OR h.ends_at > $6)) \
     AND l.id > $3 AND l.id < $4 ORDER BY l.id LIMIT $5"
);
const LISTS: Sql = sql!(
    "SELECT b.id FROM import_batch b WHERE b.organisation_id = $1 AND b.purged \
     AND b.state IN ('unreadable', 'judged', 'applied', 'discarded') AND COALESCE(b.applied_at, b.created_at) <= $2 \
     AND NOT EXISTS (SELECT 1 FROM retention_hold h CROSS JOIN account a CROSS JOIN import_row r \
     WHERE a.dwelling_id = h.dwelling_id AND r.account_id = a.id AND r.batch_id = b.id AND h.ended_at IS NULL \
     AND (h.ends_at IS NULL OR h.ends_at > $6)) \
     AND b.id > $3 AND b.id < $4 ORDER BY b.id LIMIT $5"
);
const LETTERS: Sql = sql!(
    "SELECT r.id FROM letter_run r WHERE r.organisation_id = $1 AND r.created_at <= $2 \
     AND NOT EXISTS (SELECT 1 FROM retention_hold h CROSS JOIN account a CROSS JOIN occupancy o CROSS JOIN letter l \
     WHERE a.dwelling_id = h.dwelling_id AND o.account_id = a.id AND l.occupancy_id = o.id AND l.run_id = r.id \
     AND h.ended_at IS NULL AND (h.ends_at IS NULL OR h.ends_at > $6)) \
     AND r.id > $3 AND r.id < $4 ORDER BY r.id LIMIT $5"
);
// A notice that they leave may still wait to be sent (docs/decisions/0024-a-notice-that-outlives-access.md).
const HOUSEHOLDS: Sql = sql!(
    "SELECT o.id FROM occupancy o JOIN identity i ON i.id = o.identity_id JOIN account a ON a.id = o.account_id \
     WHERE o.organisation_id = $1 AND o.ends_on IS NOT NULL AND i.access_ends_at <= $2 \
     AND NOT EXISTS (SELECT 1 FROM mail m WHERE m.identity_id = i.id AND m.state = 'waiting') \
     AND NOT EXISTS (SELECT 1 FROM token t WHERE t.identity_id = i.id AND t.used_at IS NULL AND t.ended_at IS NULL \
     AND t.expires_at > $6) \
     AND NOT EXISTS (SELECT 1 FROM retention_hold h WHERE h.dwelling_id = a.dwelling_id AND h.ended_at IS NULL \
     AND (h.ends_at IS NULL OR h.ends_at > $6)) \
     AND o.id > $3 AND o.id < $4 ORDER BY o.id LIMIT $5"
);
const NOTICES: Sql = sql!(
    "SELECT n.id FROM maintenance n WHERE n.window_to <= $1 AND n.window_to <= $5 AND n.id > $2 AND n.id < $3 \
     ORDER BY n.id LIMIT $4"
);
const CHANGES: Sql = sql!(
    "SELECT c.id FROM tenant_change c WHERE c.organisation_id = $1 AND c.state <> 'planned' \
     AND COALESCE(c.done_at, c.changed_at) <= $2 \
     AND NOT EXISTS (SELECT 1 FROM retention_hold h WHERE h.dwelling_id = c.dwelling_id AND h.ended_at IS NULL \
     AND (h.ends_at IS NULL OR h.ends_at > $6)) \
     AND c.id > $3 AND c.id < $4 ORDER BY c.id LIMIT $5"
);
const PROPOSALS: Sql = sql!(
    "SELECT p.id FROM proposal p WHERE p.organisation_id IS NOT DISTINCT FROM $1 AND p.state <> 'open' AND p.decided_at <= $2 \
     AND NOT EXISTS (SELECT 1 FROM retention_hold h WHERE h.dwelling_id = p.dwelling_id AND h.ended_at IS NULL \
     AND (h.ends_at IS NULL OR h.ends_at > $6)) \
     AND p.id > $3 AND p.id < $4 ORDER BY p.id LIMIT $5"
);
const REQUESTS: Sql = sql!(
    "SELECT q.id FROM data_request q JOIN occupancy o ON o.id = q.occupancy_id JOIN account a ON a.id = o.account_id \
     WHERE q.organisation_id = $1 AND q.answered_at <= $2 \
     AND NOT EXISTS (SELECT 1 FROM retention_hold h WHERE h.dwelling_id = a.dwelling_id AND h.ended_at IS NULL \
     AND (h.ends_at IS NULL OR h.ends_at > $6)) \
     AND q.id > $3 AND q.id < $4 ORDER BY q.id LIMIT $5"
);
const CASES: Sql = sql!(
    "SELECT q.id FROM help_desk_case q JOIN occupancy o ON o.id = q.occupancy_id JOIN account a ON a.id = o.account_id \
     WHERE q.organisation_id = $1 AND q.opened_at <= $2 \
     AND NOT EXISTS (SELECT 1 FROM retention_hold h WHERE h.dwelling_id = a.dwelling_id AND h.ended_at IS NULL \
     AND (h.ends_at IS NULL OR h.ends_at > $6)) \
     AND q.id > $3 AND q.id < $4 ORDER BY q.id LIMIT $5"
);
const CONTACTS: Sql = sql!(
    "SELECT c.id FROM contact c WHERE c.organisation_id = $1 AND c.ended_at <= $2 \
     AND NOT EXISTS (SELECT 1 FROM mail m WHERE m.identity_id = c.identity_id AND m.state = 'waiting' AND m.created_at <= $6) \
     AND c.id > $3 AND c.id < $4 ORDER BY c.id LIMIT $5"
);

// What lines about a home that is held tell is not erased: they are about the home, or about an account in it.
const DETAILS: Sql = sql!(
    "SELECT s.line_id, l.organisation_id, l.at FROM audit_side s JOIN audit_line l ON l.id = s.line_id \
     WHERE s.line_id > $1 AND s.line_id < $2 \
     AND NOT EXISTS (SELECT 1 FROM retention_hold h LEFT JOIN account a ON a.dwelling_id = h.dwelling_id \
     WHERE (h.dwelling_id = l.subject_id OR a.id = l.subject_id) AND h.ended_at IS NULL \
     AND (h.ends_at IS NULL OR h.ends_at > $4)) \
     AND NOT EXISTS (SELECT 1 FROM retention_hold h WHERE h.organisation_id = l.organisation_id AND h.dwelling_id IS NULL \
     AND h.ended_at IS NULL AND (h.ends_at IS NULL OR h.ends_at > $4)) \
     ORDER BY s.line_id LIMIT $3"
);

/// The ids of what is due, in their order. Short classes and what the log tells are not found here.
///
/// # Errors
/// When the database fails.
pub fn due(tx: &mut Read<'_>, what: &Due, part: Part) -> Result<Vec<Uuid>, StoreError> {
    let (sql, of_client) = match what.class {
        Class::Link => (LINKS, false),
        Class::Session => (SESSIONS, false),
        Class::Browser => (BROWSERS, false),
        Class::Mail => (MAILS, false),
        Class::Inbound => (INBOUND, false),
        Class::Staff => (STAFF, false),
        Class::Review => (REVIEWS, false),
        Class::Hold => (HOLDS, false),
        Class::Report => (REPORTS, false),
        Class::Maintenance => (NOTICES, false),
        Class::Address => (ADDRESSES, true),
        Class::ListRows => (LISTS, true),
        Class::Letters => (LETTERS, true),
        Class::Household => (HOUSEHOLDS, true),
        Class::TenantChange => (CHANGES, true),
        Class::Proposal => (PROPOSALS, true),
        Class::Request => (REQUESTS, true),
        Class::Case => (CASES, true),
        Class::Contact => (CONTACTS, true),
        Class::LogDetail | Class::ListCopy | Class::Counter | Class::Answer | Class::Challenge => return Ok(Vec::new()),
    };
    let mut args: Vec<Arg<'_>> = if of_client { vec![what.client.arg()] } else { Vec::new() };
    args.extend([what.before.arg(), part.after.arg(), part.until.arg(), part.most.arg(), what.now.arg()]);
    let found: Vec<(Uuid,)> = tx.many(sql, &args)?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// What a line of the log tells beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detail {
    /// The line.
    pub line: AuditId,
    /// Whose chain it stands in; none for the operator's.
    pub client: Option<OrganisationId>,
    /// When it was written.
    pub at: Time,
}

impl Record for Detail {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { line: c.next()?, client: c.next()?, at: c.next()? })
    }
}

/// What lines tell that nobody holds, whosever they are, in their order. Whoever asks knows the terms.
///
/// # Errors
/// When the database fails.
pub fn details(tx: &mut Read<'_>, part: Part, now: Time) -> Result<Vec<Detail>, StoreError> {
    tx.many(DETAILS, crate::args![part.after, part.until, part.most, now])
}
