//! The homes of a project with their nine days, page by page and by what somebody types; also homes nobody lives in.

use domain::access::{ProjectPlace, Scope};
use domain::find::Find;
use domain::id::{DwellingId, OccupancyId};
use domain::time::Time;

use super::{Standing, standing};
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::Read;
use crate::value::Arg;
use crate::{args, sql};

/// The homes of a project with who lives there now, if anybody does: `$1` client, `$2` project, `$3` now.
macro_rules! of_project {
    () => {
        "FROM dwelling d JOIN account a ON a.dwelling_id = d.id AND a.main \
         LEFT JOIN occupancy o ON o.account_id = a.id AND o.starts_at <= $3 AND EXISTS (SELECT 1 FROM identity i \
         WHERE i.id = o.identity_id AND (i.access_ends_at IS NULL OR i.access_ends_at > $3)) \
         LEFT JOIN progress p ON p.occupancy_id = o.id WHERE d.project_id = \
         (SELECT id FROM project WHERE organisation_id = $1 AND id = $2) AND "
    };
}

const PAGE: Sql = sql!(
    standing! of_project! "d.id > $4 ORDER BY d.id LIMIT $5"
);
const BY_CLIENT_NUMBER: Sql = sql!(
    standing! of_project! "d.client_key IS NOT NULL AND d.client_key >= $5 AND d.client_key < $6 \
     ORDER BY d.client_key LIMIT $4"
);
const BY_POSTCODE: Sql = sql!(
    standing! of_project! "d.address_key IS NOT NULL AND d.address_key >= $5 AND d.address_key < $6 \
     ORDER BY d.address_key LIMIT $4"
);
const BY_STREET: Sql = sql!(
    standing! of_project! "d.street IS NOT NULL AND lower(d.street) >= $5 AND lower(d.street) < $6 \
     AND COALESCE(d.house_number, '') >= $7 AND COALESCE(d.house_number, '') < $8 ORDER BY lower(d.street), d.id LIMIT $4"
);
// In this order (CROSS JOIN tells SQLite): the usernames that begin so are few, the homes of the project many.
const BY_USERNAME: Sql = sql!(
    standing! "FROM account a CROSS JOIN dwelling d \
     LEFT JOIN occupancy o ON o.account_id = a.id AND o.starts_at <= $3 AND EXISTS (SELECT 1 FROM identity i \
     WHERE i.id = o.identity_id AND (i.access_ends_at IS NULL OR i.access_ends_at > $3)) \
     LEFT JOIN progress p ON p.occupancy_id = o.id WHERE d.id = a.dwelling_id AND a.main AND d.project_id = \
     (SELECT id FROM project WHERE organisation_id = $1 AND id = $2) AND a.organisation_id = $1 AND a.skeleton >= $5 AND a.skeleton < $6 ORDER BY a.skeleton LIMIT $4"
);

const OF: Sql = sql!(
    standing! "FROM progress p JOIN dwelling d ON d.id = p.dwelling_id JOIN account a ON a.id = p.account_id \
     WHERE p.organisation_id = $1 AND p.project_id = $2 AND p.occupancy_id = $3 AND p.starts_at <= $4 \
     AND (p.ends_at IS NULL OR p.ends_at > $4) LIMIT 1"
);

/// The next homes of the project after one, in the order in which they were added.
///
/// # Errors
/// When the database fails.
pub fn page<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, ProjectPlace>,
    (after, most): (Option<DwellingId>, u32),
    now: Time,
) -> Result<Vec<Standing>, StoreError> {
    let ProjectPlace { organisation, project } = scope.within();
    let after = after.unwrap_or_else(|| DwellingId::from_uuid(uuid::Uuid::nil()));
    tx.many(PAGE, args![organisation, project, now, after, most])
}

/// The homes of these occupancies; none for one that is not of the project, or over.
///
/// # Errors
/// When the database fails.
pub fn of_each<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, ProjectPlace>,
    occupancies: &[OccupancyId],
    now: Time,
) -> Result<Vec<Option<Standing>>, StoreError> {
    let ProjectPlace { organisation, project } = scope.within();
    let rows: Vec<Vec<Arg<'_>>> =
        occupancies.iter().map(|it| args![organisation, project, *it, now].to_vec()).collect();
    tx.maybe_each(OF, &rows)
}

/// The homes of the project that are found by one of these beginnings, each once; at most so many by each.
///
/// # Errors
/// When the database fails.
pub fn search<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, ProjectPlace>,
    find: &Find,
    most: u32,
    now: Time,
) -> Result<Vec<Standing>, StoreError> {
    let ProjectPlace { organisation, project } = scope.within();
    let within = args![organisation, project, now, most];
    let mut all: Vec<Standing> = Vec::new();
    let kinds = [
        (BY_USERNAME, find.username.iter().collect::<Vec<_>>()),
        (BY_CLIENT_NUMBER, find.client_number.iter().collect()),
        (BY_POSTCODE, find.address_key.iter().collect()),
        (BY_STREET, find.street.iter().flat_map(|(street, number)| [street, number]).collect()),
    ];
    for (sql, beginnings) in kinds {
        let ranges: Vec<(&str, String)> = beginnings.iter().map(|it| (it.as_str(), end_of(it))).collect();
        if ranges.is_empty() {
            continue;
        }
        let mut arguments = within.to_vec();
        arguments.extend(ranges.iter().flat_map(|(from, to)| [Arg::Text(from), Arg::Text(to)]));
        let found: Vec<Standing> = tx.many(sql, &arguments)?;
        all.extend(
            found
                .into_iter()
                .filter(|home| !all.iter().any(|known| known.dwelling == home.dwelling))
                .collect::<Vec<_>>(),
        );
    }
    Ok(all)
}

/// What every text that begins so stands before.
fn end_of(beginning: &str) -> String {
    format!("{beginning}{}", char::MAX)
}
