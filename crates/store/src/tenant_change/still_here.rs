//! Those who leave are told at their proved address, also when they have left by then; what they answer is written down, and
//! undoes nothing by itself.

use domain::id::{DwellingId, EmailLinkId, IdentityId, MailId, OrganisationId, StaffId, TenantChangeId};
use domain::language::Language;
use domain::tenant_change::State;
use domain::time::{Day, Time};

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, DayText, Record};
use crate::{args, sql};

/// Who is told to leave.
#[derive(Clone, Debug)]
pub struct Leaver {
    /// The client.
    pub organisation: OrganisationId,
    /// What signed in for them.
    pub identity: IdentityId,
    /// Its generation.
    pub generation: i64,
    /// The address they proved.
    pub address: String,
    /// Their username.
    pub username: String,
    /// Their last day.
    pub last: Day,
    /// When they lose access.
    pub ends_at: Time,
    /// How far the change is.
    pub state: State,
    /// The language they chose.
    pub language: Option<Language>,
}

impl Record for Leaver {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            organisation: c.next()?,
            identity: c.next()?,
            generation: c.next()?,
            address: c.next()?,
            username: c.next()?,
            last: c.next::<DayText>()?.day()?,
            ends_at: c.next()?,
            state: c.next()?,
            language: c.next()?,
        })
    }
}

/// What somebody was told of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The change.
    pub change: TenantChangeId,
    /// The home.
    pub dwelling: DwellingId,
    /// The client.
    pub organisation: OrganisationId,
    /// The last day of those who leave.
    pub last: Day,
    /// How far it is.
    pub state: State,
    /// When somebody said already to live there still.
    pub still_here_at: Option<Time>,
    /// Who planned it.
    pub by: Option<StaffId>,
}

impl Record for Told {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            change: c.next()?,
            dwelling: c.next()?,
            organisation: c.next()?,
            last: c.next::<DayText>()?.day()?,
            state: c.next()?,
            still_here_at: c.next()?,
            by: c.next()?,
        })
    }
}

// An address that ended otherwise than with the change is not theirs any more.
const LEAVER: Sql = sql!(
    "SELECT t.organisation_id, i.id, i.generation, l.address, a.username, t.ends_on, t.ends_at, t.state, i.language \
     FROM tenant_change t JOIN tenant_change_end e ON e.change_id = t.id JOIN occupancy o ON o.id = e.occupancy_id \
     JOIN identity i ON i.id = o.identity_id JOIN account a ON a.id = o.account_id JOIN email_link l ON l.occupancy_id = o.id \
     WHERE t.id = $1 AND l.id = $2 AND l.confirmed_at IS NOT NULL \
     AND (l.proof = 'confirmed' OR (l.proof = 'ended' AND l.ended_at = t.done_at)) LIMIT 1"
);
const TOLD: Sql = sql!(
    "SELECT t.id, t.dwelling_id, t.organisation_id, t.ends_on, t.state, t.still_here_at, t.staff_id FROM tenant_change t \
     WHERE t.id = $1 AND t.ends_on IS NOT NULL"
);
const SAID: Sql = sql!("UPDATE tenant_change SET still_here_at = $2 WHERE id = $1 AND still_here_at IS NULL");
const TELL_WHOM: Sql = sql!(
    "SELECT id, email FROM staff WHERE organisation_id = $1 AND state = 'active' AND (role = 'org-admin' OR id = $2) \
     ORDER BY id LIMIT 20"
);

/// Whom a notice about a change is for; none when it is about nobody any more.
///
/// # Errors
/// When the database fails.
pub fn leaver(tx: &mut Read<'_>, change: TenantChangeId, link: EmailLinkId) -> Result<Option<Leaver>, StoreError> {
    tx.maybe(LEAVER, args![change, link])
}

/// What a notice told, by its mail, whose intent is [`domain::mail::Mail::HouseholdLeaves`].
///
/// # Errors
/// When the database fails.
pub fn told(tx: &mut Read<'_>, mail: MailId) -> Result<Option<Told>, StoreError> {
    match crate::mail::intent(tx, mail)? {
        Some(domain::mail::Mail::HouseholdLeaves { change, .. }) => tx.maybe(TOLD, args![change]),
        _ => Ok(None),
    }
}

/// Somebody says to live there still: true for the first who does.
///
/// # Errors
/// When the database fails.
pub fn said(tx: &mut Write<'_>, change: TenantChangeId, at: Time) -> Result<bool, StoreError> {
    Ok(tx.run(SAID, args![change, at])? == 1)
}

/// Who of the client hears of it: its admins, and who planned the change; at most 20.
///
/// # Errors
/// When the database fails.
pub fn tell_whom(tx: &mut Read<'_>, told: &Told) -> Result<Vec<StaffId>, StoreError> {
    let nobody = StaffId::from_uuid(uuid::Uuid::nil());
    let found: Vec<(StaffId, String)> = tx.many(TELL_WHOM, args![told.organisation, told.by.unwrap_or(nobody)])?;
    Ok(found.into_iter().map(|(staff, _)| staff).collect())
}
