//! The telling of a notice, for the job that does it: its homes are listed after the approval, and told a few at a time; who lives
//! there is looked up then. It acts for nobody, on what two people decided, so these take no scope.

use domain::id::{DwellingId, EmailLinkId, IdentityId, MailId, MaintenanceId};
use domain::mail::Mail;
use domain::maintenance::{Audience, Notice, State};
use domain::time::Time;
use uuid::Uuid;

use super::notice;
use crate::error::StoreError;
use crate::mail::{self, End, NewMail};
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Arg, Cells, Record};
use crate::{args, sql};

/// A notice that is being told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// Its id.
    pub id: MaintenanceId,
    /// What it says, when and to whom.
    pub notice: Notice,
    /// How far it is: approved, while its homes are listed; then sending.
    pub state: State,
    /// When it was approved: homes that came later are not listed.
    pub approved_at: Time,
    /// Listed up to this home.
    pub listed_to: Option<DwellingId>,
    /// All its homes are listed.
    pub listed: bool,
    /// When homes were last told.
    pub paced_at: Option<Time>,
}

impl Record for Work {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let id = c.next()?;
        let notice = notice(c)?;
        let (state, approved_at, listed_to) = (c.next()?, c.next()?, c.next()?);
        Ok(Self { id, notice, state, approved_at, listed_to, listed: c.next()?, paced_at: c.next()? })
    }
}

/// What became of a home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// Who lives there is mailed.
    Mailed,
    /// Who lives there has no address: somebody sends a letter.
    Letter,
    /// Nobody lives there.
    Vacant,
}

impl Home {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Mailed => "mailed",
            Self::Letter => "letter",
            Self::Vacant => "vacant",
        }
    }
}

/// Somebody who lives in a home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resident {
    /// What signs in.
    pub identity: IdentityId,
    /// The linked address.
    pub link: Option<EmailLinkId>,
}

impl Record for Resident {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { identity: c.next()?, link: c.next()? })
    }
}

const WORK: Sql = sql!(
    "SELECT id, audience, organisation_id, project_id, window_from, window_to, subject_nl, words_nl, subject_en, words_en, \
     state, approved_at, listed_to, listed, paced_at FROM maintenance WHERE state IN ('approved', 'sending') \
     ORDER BY id LIMIT 20"
);
const ALL: Sql = sql!("SELECT id FROM dwelling WHERE id > $1 AND created_at <= $2 ORDER BY id LIMIT $3");
const OF_CLIENT: Sql =
    sql!("SELECT id FROM dwelling WHERE organisation_id = $4 AND id > $1 AND created_at <= $2 ORDER BY id LIMIT $3");
const OF_PROJECT: Sql =
    sql!("SELECT id FROM dwelling WHERE project_id = $4 AND id > $1 AND created_at <= $2 ORDER BY id LIMIT $3");
const LIST: Sql = sql!("INSERT INTO maintenance_home (notice_id, dwelling_id, state) VALUES ($1, $2, 'waits')");
const LISTED: Sql = sql!(
    "UPDATE maintenance SET listed_to = $2, homes = homes + $3, waits = waits + $3 WHERE id = $1 AND state = 'approved'"
);
const END_OF_LIST: Sql =
    sql!("UPDATE maintenance SET listed = TRUE, state = 'sending' WHERE id = $1 AND state = 'approved'");
const GOING: Sql = sql!("SELECT id FROM maintenance WHERE id = $1 AND state = $2");
const NEXT: Sql = sql!(
    "SELECT dwelling_id FROM maintenance_home WHERE notice_id = $1 AND state = 'waits' ORDER BY dwelling_id LIMIT $2"
);
const RESIDENTS: Sql = sql!(
    "SELECT i.id, l.id FROM account a JOIN occupancy o ON o.account_id = a.id JOIN identity i ON i.id = o.identity_id \
     LEFT JOIN email_link l ON l.occupancy_id = o.id AND l.proof IN ('linked', 'confirmed') \
     AND l.refused_at IS NULL \
     WHERE a.dwelling_id = $1 AND o.starts_at <= $2 AND (i.access_ends_at IS NULL OR i.access_ends_at > $2) \
     ORDER BY a.id, o.id LIMIT 50"
);
const SETTLE: Sql =
    sql!("UPDATE maintenance_home SET state = $3 WHERE notice_id = $1 AND dwelling_id = $2 AND state = 'waits'");
const PACE: Sql = sql!(
    "UPDATE maintenance SET paced_at = $2, waits = waits - $3, by_letter = by_letter + $4, vacant = vacant + $5, \
     queued = queued + $6 WHERE id = $1 AND state = 'sending'"
);
const ADD_MAIL: Sql = sql!("INSERT INTO maintenance_mail (mail_id, notice_id, mailbox) VALUES ($1, $2, NULL)");
const TOLD: Sql =
    sql!("SELECT mail_id FROM maintenance_mail WHERE notice_id = $1 AND mailbox = $2 AND mail_id <> $3 LIMIT 1");
const TELL: Sql = sql!("UPDATE maintenance_mail SET mailbox = $2 WHERE mail_id = $1");
const DONE: Sql = sql!(
    "UPDATE maintenance SET state = 'done', ended_at = $2 WHERE id = $1 AND state = 'sending' \
     AND queued <= sent + merged + dropped + refused + failed AND (waits = 0 OR window_to <= $2)"
);
const ENDED: Sql = sql!(
    "UPDATE maintenance SET sent = sent + $2, merged = merged + $3, dropped = dropped + $4, refused = refused + $5, \
     failed = failed + $6 WHERE id = $1"
);
const CAME_BACK: Sql = sql!(
    "UPDATE maintenance SET sent = sent - 1, refused = refused + $2, failed = failed + $3 WHERE id = $1 AND sent > 0"
);
const WHY_DEAD: Sql = sql!("SELECT reason FROM mail WHERE id = $1 AND state = 'dead'");
const REVIVED: Sql = sql!(
    "UPDATE maintenance SET refused = refused - $2, failed = failed - $3 WHERE refused >= $2 AND failed >= $3 \
     AND id IN (SELECT notice_id FROM maintenance_mail WHERE mail_id = $1)"
);

/// The notices that are being told, the oldest first, 20 at most.
///
/// # Errors
/// When the database fails.
pub fn work(tx: &mut Read<'_>) -> Result<Vec<Work>, StoreError> {
    tx.many(WORK, args![])
}

/// Lists more homes of a notice; the last of them, and how many there were.
///
/// # Errors
/// When the database fails.
pub fn list_homes(tx: &mut Write<'_>, work: &Work, most: u32) -> Result<Option<(DwellingId, usize)>, StoreError> {
    let after = work.listed_to.unwrap_or_else(|| DwellingId::from_uuid(Uuid::nil()));
    let found: Vec<(DwellingId,)> = match work.notice.audience {
        Audience::All => tx.many(ALL, args![after, work.approved_at, most])?,
        Audience::Client(client) => tx.many(OF_CLIENT, args![after, work.approved_at, most, client])?,
        Audience::Project(place) => tx.many(OF_PROJECT, args![after, work.approved_at, most, place.project])?,
    };
    let Some((last,)) = found.last() else { return Ok(None) };
    let count = u32::try_from(found.len()).map_err(|_| StoreError::internal("more homes than were asked for"))?;
    if tx.run(LISTED, args![work.id, *last, count])? == 0 {
        return Ok(None);
    }
    let rows: Vec<Vec<Arg<'_>>> = found.iter().map(|(home,)| args![work.id, *home].to_vec()).collect();
    tx.run_each(LIST, &rows)?;
    Ok(Some((*last, found.len())))
}

/// All homes are listed: the telling begins, or goes on.
///
/// # Errors
/// When the database fails.
pub fn end_of_list(tx: &mut Write<'_>, notice: MaintenanceId) -> Result<(), StoreError> {
    tx.run(END_OF_LIST, args![notice]).map(drop)
}

/// The notice is in this state now.
///
/// # Errors
/// When the database fails.
pub fn is_going(tx: &mut Read<'_>, notice: MaintenanceId, state: State) -> Result<bool, StoreError> {
    let found: Option<(MaintenanceId,)> = tx.maybe(GOING, args![notice, state])?;
    Ok(found.is_some())
}

/// The homes whose turn it is.
///
/// # Errors
/// When the database fails.
pub fn next_homes(tx: &mut Read<'_>, notice: MaintenanceId, most: u32) -> Result<Vec<DwellingId>, StoreError> {
    let found: Vec<(DwellingId,)> = tx.many(NEXT, args![notice, most])?;
    Ok(found.into_iter().map(|(home,)| home).collect())
}

/// Who lives in a home now, behind each of its accounts, with the address that is linked now.
///
/// # Errors
/// When the database fails.
pub fn residents(tx: &mut Read<'_>, home: DwellingId, now: Time) -> Result<Vec<Resident>, StoreError> {
    tx.many(RESIDENTS, args![home, now])
}

/// Writes down what became of homes.
///
/// # Errors
/// When the database fails.
pub fn settle(tx: &mut Write<'_>, notice: MaintenanceId, homes: &[(DwellingId, Home)]) -> Result<(), StoreError> {
    let words: Vec<&str> = homes.iter().map(|(_, home)| home.as_str()).collect();
    let rows: Vec<Vec<Arg<'_>>> =
        homes.iter().zip(&words).map(|((home, _), word)| args![notice, *home, *word].to_vec()).collect();
    tx.run_each(SETTLE, &rows).map(drop)
}

/// Puts mails of a notice into the outbox.
///
/// # Errors
/// When the database fails.
pub fn queue(tx: &mut Write<'_>, notice: MaintenanceId, mails: &[NewMail], at: Time) -> Result<(), StoreError> {
    for new in mails {
        mail::add(tx, new, at)?;
    }
    let rows: Vec<Vec<Arg<'_>>> = mails.iter().map(|new| args![new.id, notice].to_vec()).collect();
    tx.run_each(ADD_MAIL, &rows).map(drop)
}

/// Counts what became of homes, and when; false when the notice is not being told any more.
///
/// # Errors
/// When the database fails.
pub fn keep_pace(
    tx: &mut Write<'_>,
    notice: MaintenanceId,
    (homes, mails): (&[(DwellingId, Home)], usize),
    at: Time,
) -> Result<bool, StoreError> {
    let count = |n: usize| u32::try_from(n).map_err(|_| StoreError::internal("more homes than were asked for"));
    let of = |which: Home| count(homes.iter().filter(|(_, home)| *home == which).count());
    let (told, by_letter, vacant, queued) = (count(homes.len())?, of(Home::Letter)?, of(Home::Vacant)?, count(mails)?);
    Ok(tx.run(PACE, args![notice, at, told, by_letter, vacant, queued])? == 1)
}

/// True when another mail of the notice went, or goes, to this mailbox; else it is this mail that tells it.
///
/// # Errors
/// When the database fails.
pub fn told_already(
    tx: &mut Write<'_>,
    (notice, mail): (MaintenanceId, MailId),
    mailbox: &[u8; 32],
) -> Result<bool, StoreError> {
    let found: Option<(MailId,)> = tx.maybe(TOLD, args![notice, *mailbox, mail])?;
    if found.is_none() {
        tx.run(TELL, args![mail, *mailbox])?;
    }
    Ok(found.is_some())
}

/// Everybody was told who could be, or the work is over; false while some are not.
///
/// # Errors
/// When the database fails.
pub fn done(tx: &mut Write<'_>, notice: MaintenanceId, at: Time) -> Result<bool, StoreError> {
    Ok(tx.run(DONE, args![notice, at])? == 1)
}

/// How a mail that came to its end counts: came back, or failed otherwise.
fn bounced(end: End, reason: Option<&str>) -> (u32, u32) {
    let back = matches!(reason, Some("recipient-refused" | "mailbox-full"));
    (u32::from(end == End::Dead && back), u32::from(end == End::Dead && !back))
}

/// A mail came to its end: counts when it is one of a notice.
///
/// # Errors
/// When the database fails.
pub(crate) fn count_end(
    tx: &mut Write<'_>,
    mail: Option<&Mail>,
    (end, reason): (End, Option<&str>),
) -> Result<(), StoreError> {
    let Some(Mail::Maintenance { notice, .. }) = mail else { return Ok(()) };
    let one = |which: End| u32::from(end == which);
    let (refused, failed) = bounced(end, reason);
    let (sent, merged, dropped) = (one(End::Sent), one(End::Merged), one(End::Dropped));
    tx.run(ENDED, args![*notice, sent, merged, dropped, refused, failed]).map(drop)
}

/// A mail that a server had taken came back: counts when it is one of a notice. Without a reason it is tried once more.
///
/// # Errors
/// When the database fails.
pub(crate) fn came_back(tx: &mut Write<'_>, mail: &Mail, reason: Option<&str>) -> Result<(), StoreError> {
    let Mail::Maintenance { notice, .. } = mail else { return Ok(()) };
    let (refused, failed) = reason.map_or((0, 0), |reason| bounced(End::Dead, Some(reason)));
    tx.run(CAME_BACK, args![*notice, refused, failed]).map(drop)
}

/// A dead letter that may be one of a notice lives again.
///
/// # Errors
/// When the database fails.
pub(crate) fn mail_revived(tx: &mut Write<'_>, mail: MailId) -> Result<(), StoreError> {
    let dead: Option<(Option<String>,)> = tx.maybe(WHY_DEAD, args![mail])?;
    let Some((reason,)) = dead else { return Ok(()) };
    let (refused, failed) = bounced(End::Dead, reason.as_deref());
    tx.run(REVIVED, args![mail, refused, failed]).map(drop)
}
