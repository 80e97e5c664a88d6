//! The work lists, page by page, each from an index of its own. Their conditions are those of
//! [`domain::first_login::progress::WorkList`]; a test compares the two home by home.

use domain::access::{ProjectPlace, Scope};
use domain::first_login::progress::{Cursor, Expected, WorkList};
use domain::id::DwellingId;
use domain::time::{Day, Time};

use super::{Standing, standing};
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::Read;
use crate::value::DayText;
use crate::{args, sql};

/// Those who live in homes of a project now: `$1` client, `$2` project, `$3` now.
macro_rules! living {
    () => {
        "FROM progress p JOIN dwelling d ON d.id = p.dwelling_id JOIN account a ON a.id = p.account_id \
         WHERE p.organisation_id = $1 AND p.project_id = $2 AND p.starts_at <= $3 AND (p.ends_at IS NULL OR p.ends_at > $3) \
         AND "
    };
}

const NO_ADDRESS: Sql = sql!(
    standing! living! "(p.state & 512) = 0 AND p.dwelling_id > $4 ORDER BY p.dwelling_id LIMIT $5"
);
const BOUNCED: Sql = sql!(
    standing! living! "(p.state & 1536) = 1536 AND p.dwelling_id > $4 ORDER BY p.dwelling_id LIMIT $5"
);
const NOT_TOLD: Sql = sql!(
    standing! living! "(p.state & 2016) = 512 AND (p.state & 24) <> 24 AND p.dwelling_id > $4 ORDER BY p.dwelling_id LIMIT $5"
);
const NO_RESET_ASKED: Sql = sql!(
    standing! living! "(p.state & 2040) = 536 AND p.dwelling_id > $4 ORDER BY p.dwelling_id LIMIT $5"
);
const NOT_SIGNED_IN: Sql = sql!(
    standing! living! "(p.state & 256) = 0 AND p.dwelling_id > $4 ORDER BY p.dwelling_id LIMIT $5"
);
const WAITING: Sql = sql!(
    standing! living! "(p.state & 272) = 16 AND p.instruction_handed_out_on <= $7 \
     AND (p.instruction_handed_out_on, p.dwelling_id) > ($6, $4) ORDER BY p.instruction_handed_out_on, p.dwelling_id LIMIT $5"
);

/// Which page of which list.
#[derive(Clone, Copy, Debug)]
pub struct Listed {
    /// The list.
    pub list: WorkList,
    /// Of which homes a sign-in may be expected.
    pub expected: Expected,
    /// Where the page before ended.
    pub after: Option<Cursor>,
    /// The most homes on it.
    pub most: u32,
}

/// The next homes on a work list, in the order in which they were added; those that were told and never signed in go by
/// the day they were told.
///
/// # Errors
/// When the database fails.
pub fn on_list<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, ProjectPlace>,
    page: &Listed,
    now: Time,
) -> Result<Vec<Standing>, StoreError> {
    let ProjectPlace { organisation, project } = scope.within();
    let after = page.after.map_or_else(|| DwellingId::from_uuid(uuid::Uuid::nil()), |cursor| cursor.dwelling);
    let sql = match (page.list, page.expected) {
        (WorkList::NoAddress, _) => NO_ADDRESS,
        (WorkList::Bounced, _) => BOUNCED,
        (WorkList::NotTold, _) => NOT_TOLD,
        (WorkList::NoResetAsked, _) => NO_RESET_ASKED,
        (WorkList::NeverSignedIn, Expected::All) => NOT_SIGNED_IN,
        (WorkList::NeverSignedIn, Expected::None) => return Ok(Vec::new()),
        (WorkList::NeverSignedIn, Expected::ToldBy(by)) => {
            let told_on = page.after.and_then(|cursor| cursor.told_on).unwrap_or_else(first_day);
            let (told_on, by) = (DayText::from(told_on), DayText::from(by));
            return tx.many(WAITING, args![organisation, project, now, after, page.most, told_on, by]);
        }
    };
    tx.many(sql, args![organisation, project, now, after, page.most])
}

fn first_day() -> Day {
    Day::of(Time::from_micros(i64::MIN))
}
