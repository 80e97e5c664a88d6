//! Homes of a whole client by what somebody typed, each from an index of its own. What is found by a second account or by an
//! address is shown with the main account of its home.

use domain::access::{ProjectPlace, Scope, SeeHomes};
use domain::find::Find;
use domain::id::{OrganisationId, ProjectId};
use domain::time::Time;

use crate::error::StoreError;
use crate::progress::{Standing, standing};
use crate::project::Project;
use crate::sql::Sql;
use crate::tx::Read;
use crate::value::{Arg, Cells, Record};
use crate::{args, sql};

/// A home of a client, with the project it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The home, and how far the household behind its main account has come.
    pub standing: Standing,
    /// Its project.
    pub project: ProjectId,
    /// The client's name.
    pub organisation_name: String,
    /// The client's short name.
    pub organisation_slug: String,
    /// The project's short name.
    pub project_slug: String,
    /// The project's name.
    pub project_name: String,
}

impl Found {
    /// A home of a project.
    #[must_use]
    pub fn of(standing: Standing, project: &Project) -> Self {
        Self {
            standing,
            project: project.id,
            organisation_name: project.organisation_name.clone(),
            organisation_slug: project.organisation_slug.clone(),
            project_slug: project.slug.clone(),
            project_name: project.name.clone(),
        }
    }
}

impl Record for Found {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            standing: Standing::read(c)?,
            project: c.next()?,
            organisation_name: c.next()?,
            organisation_slug: c.next()?,
            project_slug: c.next()?,
            project_name: c.next()?,
        })
    }
}

/// A home by its keys: the columns of a home with its project `r` and client `g`, from dwelling `d`.
macro_rules! dwelling {
    () => {
        ", r.id, g.name, g.slug, r.slug, r.name FROM dwelling d"
    };
}

/// The same from an account `f` of the home.
macro_rules! account {
    () => {
        ", r.id, g.name, g.slug, r.slug, r.name FROM account f CROSS JOIN dwelling d"
    };
}

/// The same from an address `l`: who lives behind it, their account.
macro_rules! address {
    () => {
        ", r.id, g.name, g.slug, r.slug, r.name FROM email_link l CROSS JOIN occupancy lo CROSS JOIN identity li \
         CROSS JOIN account f CROSS JOIN dwelling d"
    };
}

/// Project, client and main account of the dwelling, and who lives there now: `$1` client, `$2` now; at most `$3`. In the order of the words (CROSS JOIN tells SQLite): what was typed leads to few
/// homes.
macro_rules! now_there {
    () => {
        " CROSS JOIN project r CROSS JOIN organisation g CROSS JOIN account a \
         LEFT JOIN occupancy o ON o.account_id = a.id AND o.starts_at <= $2 AND EXISTS (SELECT 1 FROM identity i \
         WHERE i.id = o.identity_id AND (i.access_ends_at IS NULL OR i.access_ends_at > $2)) \
         LEFT JOIN progress p ON p.occupancy_id = o.id \
         WHERE r.id = d.project_id AND g.id = r.organisation_id AND a.dwelling_id = d.id AND a.main AND d.organisation_id = $1 AND "
    };
}

const BY_USERNAME: Sql = sql!(
    standing! account! now_there! "d.id = f.dwelling_id AND f.organisation_id = $1 \
     AND f.skeleton >= $4 AND f.skeleton < $5 ORDER BY f.skeleton LIMIT $3"
);
const BY_CLIENT_NUMBER: Sql = sql!(
    standing! dwelling! now_there! "d.client_key IS NOT NULL AND d.client_key >= $4 AND d.client_key < $5 \
     ORDER BY d.client_key LIMIT $3"
);
const BY_POSTCODE: Sql = sql!(
    standing! dwelling! now_there! "d.address_key IS NOT NULL AND d.address_key >= $4 AND d.address_key < $5 \
     ORDER BY d.address_key LIMIT $3"
);
const BY_STREET: Sql = sql!(
    standing! dwelling! now_there! "d.street IS NOT NULL AND lower(d.street) >= $4 AND lower(d.street) < $5 \
     AND COALESCE(d.house_number, '') >= $6 AND COALESCE(d.house_number, '') < $7 ORDER BY lower(d.street), d.id LIMIT $3"
);
const BY_ADDRESS: Sql = sql!(
    standing! address! now_there! "d.id = f.dwelling_id AND l.organisation_id = $1 \
     AND l.search_key = $4 AND l.proof IN ('linked', 'confirmed') AND lo.id = l.occupancy_id AND lo.starts_at <= $2 \
     AND li.id = lo.identity_id AND (li.access_ends_at IS NULL OR li.access_ends_at > $2) AND f.id = lo.account_id \
     ORDER BY l.id LIMIT $3"
);

/// The homes of the client that are found by one of these beginnings, or by the whole of an address that is in force now;
/// each once, and at most so many by each way.
///
/// # Errors
/// When the database fails.
pub fn search(
    tx: &mut Read<'_>,
    scope: &Scope<SeeHomes, OrganisationId>,
    find: &Find,
    most: u32,
    now: Time,
) -> Result<Vec<Found>, StoreError> {
    let organisation = scope.within();
    let within = args![organisation, now, most];
    let mut all: Vec<Found> = Vec::new();
    let kinds = [
        (BY_USERNAME, find.username.iter().collect::<Vec<_>>()),
        (BY_CLIENT_NUMBER, find.client_number.iter().collect()),
        (BY_POSTCODE, find.address_key.iter().collect()),
        (BY_STREET, find.street.iter().flat_map(|(street, number)| [street, number]).collect()),
    ];
    for (sql, beginnings) in kinds {
        let ranges: Vec<(&str, String)> =
            beginnings.iter().map(|it| (it.as_str(), format!("{it}{}", char::MAX))).collect();
        if ranges.is_empty() {
            continue;
        }
        let mut arguments = within.to_vec();
        arguments.extend(ranges.iter().flat_map(|(from, to)| [Arg::Text(from), Arg::Text(to)]));
        add(&mut all, tx.many(sql, &arguments)?);
    }
    if let Some(key) = &find.email {
        let mut arguments = within.to_vec();
        arguments.push(Arg::Text(key));
        add(&mut all, tx.many(BY_ADDRESS, &arguments)?);
    }
    Ok(all)
}

/// The homes of the project's client where an address is in force now; whoever asks shows only those of the own projects.
/// At most 50.
///
/// # Errors
/// When the database fails.
pub fn of_address<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, ProjectPlace>,
    search_key: &str,
    now: Time,
) -> Result<Vec<Found>, StoreError> {
    let mut all = Vec::new();
    add(&mut all, tx.many(BY_ADDRESS, args![scope.within().organisation, now, 50_u32, search_key])?);
    Ok(all)
}

fn add(all: &mut Vec<Found>, found: Vec<Found>) {
    for home in found {
        if !all.iter().any(|known| known.standing.dwelling == home.standing.dwelling) {
            all.push(home);
        }
    }
}
