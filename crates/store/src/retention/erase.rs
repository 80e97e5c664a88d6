//! How what is over goes: what hangs on it first. Whoever calls these found it just now, in the same transaction, by the statement
//! that says what may go.

use domain::id::{AccountId, AuditId, IdentityId, OccupancyId, OrganisationId};
use domain::retention::Class;
use domain::time::Time;
use uuid::Uuid;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::Write;
use crate::value::{Arg, Cells, Record};
use crate::{args, letter, passkey, sql};

/// What became of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    /// It is gone.
    Whole,
    /// Some of what hangs on it is; there is more, for the next write.
    Partly,
    /// It is gone, and with it what so many lines about an account of a client told.
    WithDetails(OrganisationId, AccountId),
}

/// The most rows of one thing that go in one write.
const MOST: u64 = 500;

const LINK: Sql = sql!("DELETE FROM token WHERE id = $1");
const SESSION: Sql = sql!("DELETE FROM session WHERE id = $1");
const BROWSER: Sql = sql!("DELETE FROM device WHERE id = $1");
const MAIL_LINKS: Sql = sql!("DELETE FROM token WHERE mail_id = $1");
const MAIL_NOTICES: Sql = sql!("DELETE FROM maintenance_mail WHERE mail_id = $1");
const MAIL_EVENTS: Sql = sql!("DELETE FROM mail_event WHERE mail_id = $1");
const MAIL: Sql = sql!("DELETE FROM mail WHERE id = $1");
const ASKED: Sql = sql!("DELETE FROM link_request WHERE mail_id = $1");
const INBOUND: Sql = sql!("DELETE FROM inbound_mail WHERE id = $1");
const ADDRESS_LINKS: Sql = sql!("DELETE FROM token WHERE link_id = $1");
const ADDRESS_MAILS: Sql = sql!("UPDATE mail SET link_id = NULL WHERE link_id = $1");
const ADDRESS: Sql = sql!("DELETE FROM email_link WHERE id = $1");
const ROWS: Sql = sql!(
    "DELETE FROM import_row WHERE batch_id = $1 AND number IN \
     (SELECT number FROM import_row WHERE batch_id = $1 ORDER BY number LIMIT 500)"
);
const BATCH: Sql = sql!("DELETE FROM import_batch WHERE id = $1");
const LETTERS: Sql = sql!(
    "DELETE FROM letter WHERE run_id = $1 AND number IN \
     (SELECT number FROM letter WHERE run_id = $1 ORDER BY number LIMIT 500)"
);
const LETTER_RUN: Sql = sql!("DELETE FROM letter_run WHERE id = $1");
const CHANGE_ENDS: Sql = sql!("DELETE FROM tenant_change_end WHERE change_id = $1");
const CHANGE: Sql = sql!("DELETE FROM tenant_change WHERE id = $1");
const PROPOSAL: Sql = sql!("DELETE FROM proposal WHERE id = $1");
const REQUEST: Sql = sql!("DELETE FROM data_request WHERE id = $1");
const CASE: Sql = sql!("DELETE FROM help_desk_case WHERE id = $1");
const REVIEW: Sql = sql!("DELETE FROM rights_review WHERE id = $1");
const HOLD: Sql = sql!("DELETE FROM retention_hold WHERE id = $1");
const COUNTS: Sql = sql!("DELETE FROM retention_count WHERE run_id = $1");
const RUN: Sql = sql!("DELETE FROM retention_run WHERE id = $1");

const NOTICE_MAILS: Sql = sql!(
    "DELETE FROM maintenance_mail WHERE mail_id IN \
     (SELECT mail_id FROM maintenance_mail WHERE notice_id = $1 ORDER BY mail_id LIMIT 500)"
);
const NOTICE_HOMES: Sql = sql!(
    "DELETE FROM maintenance_home WHERE notice_id = $1 AND dwelling_id IN \
     (SELECT dwelling_id FROM maintenance_home WHERE notice_id = $1 ORDER BY dwelling_id LIMIT 500)"
);
const NOTICE: Sql = sql!("DELETE FROM maintenance WHERE id = $1");

const HOUSEHOLD: Sql = sql!(
    "SELECT o.organisation_id, o.account_id, i.id, i.access_ends_at FROM occupancy o JOIN identity i ON i.id = o.identity_id \
     WHERE o.id = $1 LIMIT 1"
);
const ITS_ADDRESS_LINKS: Sql =
    sql!("DELETE FROM token WHERE link_id IN (SELECT id FROM email_link WHERE occupancy_id = $1)");
const ITS_ADDRESS_MAILS: Sql =
    sql!("UPDATE mail SET link_id = NULL WHERE link_id IN (SELECT id FROM email_link WHERE occupancy_id = $1)");
const ITS_ADDRESSES: Sql = sql!("DELETE FROM email_link WHERE occupancy_id = $1");
const ITS_PROGRESS: Sql = sql!("DELETE FROM progress WHERE occupancy_id = $1");
const ITS_REQUESTS: Sql = sql!("DELETE FROM data_request WHERE occupancy_id = $1");
const ITS_CASES: Sql = sql!("DELETE FROM help_desk_case WHERE occupancy_id = $1");
const OCCUPANCY: Sql = sql!("DELETE FROM occupancy WHERE id = $1");
const ITS_DETAILS: Sql = sql!(
    "DELETE FROM audit_side WHERE line_id IN (SELECT l.id FROM audit_line l WHERE l.subject_id = $1 \
     AND l.organisation_id = $2 AND l.id < $3 AND l.side_hash IS NOT NULL)"
);

const CONTACT: Sql = sql!("SELECT identity_id FROM contact WHERE id = $1");
const DROP_CONTACT: Sql = sql!("DELETE FROM contact WHERE id = $1");
const STAFF: Sql = sql!("SELECT identity_id FROM staff WHERE id = $1");
const MASK: Sql = sql!(
    "UPDATE staff SET email = $2, state = 'ended', ended_at = COALESCE(ended_at, $3), erased_at = $3 WHERE id = $1"
);
const PROJECTS: Sql = sql!("DELETE FROM staff_project WHERE staff_id = $1");

const OWN_LINKS: Sql = sql!("DELETE FROM token WHERE identity_id = $1");
const OWN_MAIL_LINKS: Sql = sql!("DELETE FROM token WHERE mail_id IN (SELECT id FROM mail WHERE identity_id = $1)");
const OWN_MAIL_NOTICES: Sql =
    sql!("DELETE FROM maintenance_mail WHERE mail_id IN (SELECT id FROM mail WHERE identity_id = $1)");
const OWN_MAIL_EVENTS: Sql =
    sql!("DELETE FROM mail_event WHERE mail_id IN (SELECT id FROM mail WHERE identity_id = $1)");
const OWN_MAILS: Sql = sql!("DELETE FROM mail WHERE identity_id = $1");
const OWN_SESSIONS: Sql = sql!("DELETE FROM session WHERE identity_id = $1");
const OWN_BROWSERS: Sql = sql!("DELETE FROM device WHERE identity_id = $1");
const OWN_PASSWORD: Sql = sql!("DELETE FROM password WHERE identity_id = $1");
const OWN_FACTOR: Sql = sql!("DELETE FROM second_factor WHERE identity_id = $1");
const OWN_CODES: Sql = sql!("DELETE FROM recovery_code WHERE identity_id = $1");
const IDENTITY: Sql = sql!("DELETE FROM identity WHERE id = $1");

const DETAIL: Sql = sql!("DELETE FROM audit_side WHERE line_id = $1");

struct Household {
    client: OrganisationId,
    account: AccountId,
    identity: IdentityId,
    ended: Option<Time>,
}

impl Record for Household {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { client: c.next()?, account: c.next()?, identity: c.next()?, ended: c.next()? })
    }
}

/// What somebody is called whose address is gone: an address that leads nowhere, for each one of their own.
#[must_use]
pub fn mask_address(id: Uuid) -> String {
    format!("erased-{}@huissleutel.invalid", id.simple())
}

/// Erases one thing of a class, with what hangs on it.
///
/// # Errors
/// When the database fails; also when something hangs on it that is not known here.
pub fn erase(tx: &mut Write<'_>, class: Class, id: Uuid, now: Time) -> Result<Gone, StoreError> {
    match class {
        Class::Link => whole(tx, &[LINK], id),
        Class::Session => whole(tx, &[SESSION], id),
        Class::Browser => whole(tx, &[BROWSER], id),
        Class::Mail => whole(tx, &[MAIL_LINKS, MAIL_NOTICES, MAIL_EVENTS, MAIL], id),
        Class::Inbound => whole(tx, &[ASKED, INBOUND], id),
        Class::Address => whole(tx, &[ADDRESS_LINKS, ADDRESS_MAILS, ADDRESS], id),
        Class::ListRows => in_parts(tx, (ROWS, BATCH), id),
        Class::Letters => in_parts(tx, (LETTERS, LETTER_RUN), id),
        Class::TenantChange => whole(tx, &[CHANGE_ENDS, CHANGE], id),
        Class::Proposal => whole(tx, &[PROPOSAL], id),
        Class::Request => whole(tx, &[REQUEST], id),
        Class::Case => whole(tx, &[CASE], id),
        Class::Review => whole(tx, &[REVIEW], id),
        Class::Hold => whole(tx, &[HOLD], id),
        Class::Report => whole(tx, &[COUNTS, RUN], id),
        Class::Maintenance if tx.run(NOTICE_MAILS, args![id])? == MOST => Ok(Gone::Partly),
        Class::Maintenance => in_parts(tx, (NOTICE_HOMES, NOTICE), id),
        Class::Household => household(tx, OccupancyId::from_uuid(id)),
        Class::Contact => contact(tx, id),
        Class::Staff => staff(tx, id, now),
        Class::LogDetail | Class::ListCopy | Class::Counter | Class::Answer | Class::Challenge => {
            Err(StoreError::internal("this class is not erased one by one"))
        }
    }
}

fn whole(tx: &mut Write<'_>, statements: &[Sql], id: Uuid) -> Result<Gone, StoreError> {
    statements.iter().try_for_each(|sql| tx.run(*sql, args![id]).map(drop))?;
    Ok(Gone::Whole)
}

/// What has many rows goes some at a time; it itself with the last of them.
fn in_parts(tx: &mut Write<'_>, (rows, itself): (Sql, Sql), id: Uuid) -> Result<Gone, StoreError> {
    if tx.run(rows, args![id])? == MOST {
        return Ok(Gone::Partly);
    }
    whole(tx, &[itself], id)
}

/// All that hangs on an identity.
fn strip(tx: &mut Write<'_>, identity: IdentityId) -> Result<(), StoreError> {
    passkey::forget(tx, identity)?;
    for sql in [
        OWN_LINKS,
        OWN_MAIL_LINKS,
        OWN_MAIL_NOTICES,
        OWN_MAIL_EVENTS,
        OWN_MAILS,
        OWN_SESSIONS,
        OWN_BROWSERS,
        OWN_PASSWORD,
        OWN_FACTOR,
        OWN_CODES,
    ] {
        tx.run(sql, args![identity])?;
    }
    Ok(())
}

fn household(tx: &mut Write<'_>, occupancy: OccupancyId) -> Result<Gone, StoreError> {
    let Some(it) = tx.maybe::<Household>(HOUSEHOLD, args![occupancy])? else { return Ok(Gone::Whole) };
    letter::forget(tx, occupancy)?;
    strip(tx, it.identity)?;
    for sql in [ITS_ADDRESS_LINKS, ITS_ADDRESS_MAILS, ITS_ADDRESSES, ITS_PROGRESS, ITS_REQUESTS, ITS_CASES, OCCUPANCY] {
        tx.run(sql, args![occupancy])?;
    }
    tx.run(IDENTITY, args![it.identity])?;
    let Some(ended) = it.ended else { return Ok(Gone::Whole) };
    // Whoever lives there now has lines about the same account: theirs came later.
    let theirs = AuditId::from_parts(ended, [0; 10]);
    let told = tx.run(ITS_DETAILS, args![it.account, it.client, theirs])?;
    Ok(if told == 0 { Gone::Whole } else { Gone::WithDetails(it.client, it.account) })
}

fn contact(tx: &mut Write<'_>, id: Uuid) -> Result<Gone, StoreError> {
    let Some((identity,)) = tx.maybe::<(IdentityId,)>(CONTACT, args![id])? else { return Ok(Gone::Whole) };
    strip(tx, identity)?;
    tx.run(DROP_CONTACT, args![id])?;
    whole(tx, &[IDENTITY], identity.uuid())
}

/// The row stays: what they did stands under its id.
fn staff(tx: &mut Write<'_>, id: Uuid, now: Time) -> Result<Gone, StoreError> {
    let Some((identity,)) = tx.maybe::<(IdentityId,)>(STAFF, args![id])? else { return Ok(Gone::Whole) };
    strip(tx, identity)?;
    tx.run(PROJECTS, args![id])?;
    let masked = mask_address(id);
    tx.run(MASK, args![id, masked, now])?;
    Ok(Gone::Whole)
}

/// Erases what these lines tell beside; how many did.
///
/// # Errors
/// When the database fails.
pub fn erase_details(tx: &mut Write<'_>, lines: &[AuditId]) -> Result<u64, StoreError> {
    let rows: Vec<Vec<Arg<'_>>> = lines.iter().map(|line| args![*line].to_vec()).collect();
    tx.run_each(DETAIL, &rows)
}
