//! What pages and programs tell of notices, and the homes that somebody has to write a letter to.

use domain::access::{HandOut, Scope};
use domain::home;
use domain::id::{DwellingId, MaintenanceId, OrganisationId};
use domain::maintenance::Notice;
use domain::time::Time;

use super::notice;
use crate::error::StoreError;
use crate::home::written;
use crate::sql::Sql;
use crate::tx::Read;
use crate::value::{Cells, Record};
use crate::{args, sql};

struct Row(MaintenanceId, Notice);

impl Record for Row {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self(c.next()?, notice(c)?))
    }
}

struct Written(DwellingId, home::Home);

impl Record for Written {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self(c.next()?, written(c)?))
    }
}

const TOLD: Sql = sql!(
    "SELECT id, audience, organisation_id, project_id, window_from, window_to, subject_nl, words_nl, subject_en, words_en \
     FROM maintenance WHERE window_to > $1 AND state IN ('approved', 'sending', 'paused', 'done') \
     ORDER BY window_from, id LIMIT 200"
);
const LETTERS: Sql = sql!(
    "SELECT d.id, d.client_number, d.street, d.house_number, d.addition, d.postcode, d.place, d.build_number \
     FROM maintenance_home h JOIN dwelling d ON d.id = h.dwelling_id WHERE h.notice_id = $1 AND h.state = 'letter' \
     AND d.organisation_id = $2 AND h.dwelling_id > $3 ORDER BY h.dwelling_id LIMIT 2000"
);
const COUNT: Sql = sql!(
    "SELECT CAST(COUNT(*) AS BIGINT) FROM maintenance_home h JOIN dwelling d ON d.id = h.dwelling_id WHERE h.notice_id = $1 \
     AND h.state = 'letter' AND d.organisation_id = $2"
);

/// The notices that were approved and whose work is not over, in the order of the work, 200 at most.
///
/// # Errors
/// When the database fails.
pub fn told(tx: &mut Read<'_>, now: Time) -> Result<Vec<(MaintenanceId, Notice)>, StoreError> {
    let found: Vec<Row> = tx.many(TOLD, args![now])?;
    Ok(found.into_iter().map(|Row(id, notice)| (id, notice)).collect())
}

/// The homes of a client that a notice reaches by letter only, behind one of them, 2,000 at most.
///
/// # Errors
/// When the database fails.
pub fn without_address(
    tx: &mut Read<'_>,
    scope: &Scope<HandOut, OrganisationId>,
    (notice, after): (MaintenanceId, DwellingId),
) -> Result<Vec<(DwellingId, home::Home)>, StoreError> {
    let found: Vec<Written> = tx.many(LETTERS, args![notice, scope.within(), after])?;
    Ok(found.into_iter().map(|Written(id, home)| (id, home)).collect())
}

/// How many homes of a client a notice reaches by letter only.
///
/// # Errors
/// When the database fails.
pub fn count_without_address(
    tx: &mut Read<'_>,
    scope: &Scope<HandOut, OrganisationId>,
    notice: MaintenanceId,
) -> Result<u32, StoreError> {
    let found: Option<(u32,)> = tx.maybe(COUNT, args![notice, scope.within()])?;
    Ok(found.map_or(0, |(count,)| count))
}
