//! Homes with their main account and who lives there: found by the keys of a list, added many at a time, and listed with
//! their usernames. The organisation of the scope is in every condition (law 9).

mod add;
mod complete;
mod edit;
mod hand_over;
mod list;
mod remove;

use domain::access::{Import, ProjectPlace, Scope};
use domain::first_login::Proof;
use domain::home::{Home, Keys};
use domain::id::{AccountId, DwellingId, EmailLinkId, OccupancyId, OrganisationId, ProjectId};
use domain::linking::Used;
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::Read;
use crate::value::{Arg, Cells, Record};
use crate::{args, sql};

pub use add::{
    NewAccount, NewHome, NewOccupancy, add_accounts, add_homes, add_occupancies, add_occupancies_from, main_account,
};
pub use complete::{Completed, bare_again, complete};
pub use edit::edit;
pub use hand_over::{Called, MOST as MOST_MOVED, by_skeleton, hand_over, is_taken, main_username, of_project};
pub(crate) use list::listed;
pub use list::{Listed, page};
pub(crate) use remove::remove_household;

/// A home that a key leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The home.
    pub dwelling: DwellingId,
    /// The project it belongs to.
    pub project: ProjectId,
    /// It has no street and number.
    pub bare: bool,
}

impl Record for Place {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { dwelling: c.next()?, project: c.next()?, bare: c.next()? })
    }
}

/// Who lives in a home now, behind its main account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lived {
    /// The main account.
    pub account: AccountId,
    /// The current occupancy.
    pub occupancy: OccupancyId,
    /// What makes the account one in use, beside a confirmed address.
    pub used: Used,
    /// They leave: a tenant change is planned.
    pub leaves: bool,
    /// The address in force.
    pub link: Option<LivedLink>,
}

/// The address in force of a home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LivedLink {
    /// Its id.
    pub id: EmailLinkId,
    /// What residents' own searches compare it by.
    pub search_key: String,
    /// Who vouches for it.
    pub proof: Proof,
}

impl Record for Lived {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (account, occupancy) = (c.next()?, c.next()?);
        let (signed_in_at, renewed_at): (Option<Time>, Option<Time>) = (c.next()?, c.next()?);
        let (has_passkey, leaves) = (c.next()?, c.next()?);
        let (id, key, proof): (Option<EmailLinkId>, Option<String>, Option<Proof>) = (c.next()?, c.next()?, c.next()?);
        let link = id.zip(key).zip(proof).map(|((id, search_key), proof)| LivedLink { id, search_key, proof });
        let used = Used { at: signed_in_at.max(renewed_at), has_passkey };
        Ok(Self { account, occupancy, used, leaves, link })
    }
}

const BY_CLIENT_KEY: Sql = sql!(
    "SELECT id, project_id, street IS NULL AND house_number IS NULL AND postcode IS NULL FROM dwelling \
     WHERE organisation_id = $1 AND client_key = $2 ORDER BY id LIMIT 1"
);
const BY_ADDRESS_KEY: Sql = sql!(
    "SELECT id, project_id, street IS NULL AND house_number IS NULL AND postcode IS NULL FROM dwelling \
     WHERE organisation_id = $1 AND address_key = $2 ORDER BY id LIMIT 1"
);
const BY_BUILD_KEY: Sql = sql!(
    "SELECT id, project_id, street IS NULL AND house_number IS NULL AND postcode IS NULL FROM dwelling \
     WHERE organisation_id = $1 AND project_id = $2 AND build_key = $3 ORDER BY id LIMIT 1"
);
const ANY: Sql = sql!(
    "SELECT id, project_id, street IS NULL AND house_number IS NULL AND postcode IS NULL FROM dwelling WHERE organisation_id = $1 LIMIT 1"
);
const LIVED: Sql = sql!(
    "SELECT a.id, o.id, i.signed_in_at, i.renewed_at, EXISTS (SELECT 1 FROM passkey k WHERE k.identity_id = i.id \
     AND k.generation = i.generation), i.access_ends_at IS NOT NULL, l.id, l.search_key, l.proof \
     FROM account a JOIN occupancy o ON o.account_id = a.id JOIN identity i ON i.id = o.identity_id \
     LEFT JOIN email_link l ON l.occupancy_id = o.id AND l.proof IN ('linked', 'confirmed') \
     WHERE a.organisation_id = $1 AND a.dwelling_id = $2 AND a.main AND o.starts_at <= $3 \
     AND (i.access_ends_at IS NULL OR i.access_ends_at > $3) ORDER BY o.starts_at DESC, o.id DESC LIMIT 1"
);

const PLACE: Sql = sql!("SELECT organisation_id, project_id FROM dwelling WHERE id = $1");

/// Where a home belongs. Whoever asks makes a scope there before showing or changing anything.
///
/// # Errors
/// When the database fails.
pub fn place_of(tx: &mut Read<'_>, dwelling: DwellingId) -> Result<Option<ProjectPlace>, StoreError> {
    let found: Option<(OrganisationId, ProjectId)> = tx.maybe(PLACE, args![dwelling])?;
    Ok(found.map(|(organisation, project)| ProjectPlace { organisation, project }))
}

/// A home as the client wrote it, from seven cells in the order of the columns.
pub(crate) fn written(c: &mut Cells<'_>) -> Result<Home, StoreError> {
    Ok(Home {
        client_number: c.next()?,
        street: c.next()?,
        house_number: c.next()?,
        addition: c.next()?,
        postcode: c.next()?,
        place: c.next()?,
        build_number: c.next()?,
    })
}

/// True when the client has a home at all.
///
/// # Errors
/// When the database fails.
pub fn any(tx: &mut Read<'_>, scope: &Scope<Import, ProjectPlace>) -> Result<bool, StoreError> {
    let found: Option<Place> = tx.maybe(ANY, args![scope.within().organisation])?;
    Ok(found.is_some())
}

/// How a home is looked up by one kind of key: the statement, its arguments before the key, and the key.
type Kind<'a> = (Sql, &'a [Arg<'a>], fn(&Keys) -> Option<&str>);

/// For each set of keys the homes of the client they lead to, each once. None is a new home; more than one is a
/// contradiction.
///
/// # Errors
/// When the database fails.
pub fn find_each<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, ProjectPlace>,
    keys: &[Keys],
) -> Result<Vec<Vec<Place>>, StoreError> {
    let ProjectPlace { organisation, project } = scope.within();
    let (organisation, project) = (Arg::Uuid(organisation.uuid()), Arg::Uuid(project.uuid()));
    let mut all = vec![Vec::new(); keys.len()];
    let kinds: [Kind<'_>; 3] = [
        (BY_CLIENT_KEY, &[organisation], |it| it.client.as_deref()),
        (BY_ADDRESS_KEY, &[organisation], |it| it.address.as_deref()),
        (BY_BUILD_KEY, &[organisation, project], |it| it.build.as_deref()),
    ];
    for (sql, within, key) in kinds {
        let (places, rows): (Vec<usize>, Vec<Vec<Arg<'_>>>) = keys
            .iter()
            .enumerate()
            .filter_map(|(at, keys)| Some((at, [within, &[Arg::Text(key(keys)?)]].concat())))
            .unzip();
        let found: Vec<Option<Place>> = tx.maybe_each(sql, &rows)?;
        for (at, place) in places.into_iter().zip(found) {
            if let (Some(homes), Some(place)) = (all.get_mut(at), place)
                && !homes.contains(&place)
            {
                homes.push(place);
            }
        }
    }
    Ok(all)
}

/// Who lives in each of these homes now; none where nobody does.
///
/// # Errors
/// When the database fails.
pub fn lived_each(
    tx: &mut Read<'_>,
    scope: &Scope<Import, ProjectPlace>,
    dwellings: &[DwellingId],
    now: Time,
) -> Result<Vec<Option<Lived>>, StoreError> {
    let organisation = scope.within().organisation;
    let rows: Vec<Vec<Arg<'_>>> =
        dwellings.iter().map(|dwelling| args![organisation, *dwelling, now].to_vec()).collect();
    tx.maybe_each(LIVED, &rows)
}
