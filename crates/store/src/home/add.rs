//! Homes, their main accounts and first occupancies, many at a time: in this order, because each refers to the one before.

use domain::access::{ProjectPlace, Scope};
use domain::home::{Home, Keys};
use domain::id::{AccountId, DwellingId, IdentityId, OccupancyId};
use domain::time::{Day, Time};
use domain::username::{Skeleton, Username};

use crate::error::StoreError;
use crate::progress;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Arg, DayText};
use crate::{args, sql};

/// A home to be added.
#[derive(Clone, Debug)]
pub struct NewHome<'a> {
    /// Its id.
    pub id: DwellingId,
    /// As the client wrote it.
    pub home: &'a Home,
    /// By which it is found.
    pub keys: &'a Keys,
}

/// An account of a home.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Its id.
    pub id: AccountId,
    /// Its home.
    pub dwelling: DwellingId,
    /// The one that letters and lists are about; a home has one.
    pub main: bool,
    /// Its name, for ever.
    pub username: Username,
}

/// The first occupancy of an account.
#[derive(Clone, Copy, Debug)]
pub struct NewOccupancy {
    /// Its id.
    pub id: OccupancyId,
    /// Its account.
    pub account: AccountId,
    /// What signs in for it.
    pub identity: IdentityId,
}

const ADD_HOME: Sql = sql!(
    "INSERT INTO dwelling (id, organisation_id, project_id, client_number, street, house_number, addition, postcode, \
     place, build_number, client_key, address_key, build_key, created_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
);
const ADD_ACCOUNT: Sql = sql!(
    "INSERT INTO account (id, organisation_id, dwelling_id, main, username, skeleton, created_at) \
     SELECT $1, $2, $3, $7, $4, $5, $6 WHERE NOT EXISTS (SELECT 1 FROM retired_username r WHERE r.skeleton = $5) \
     ON CONFLICT (skeleton) DO NOTHING"
);
const ADD_OCCUPANCY: Sql = sql!(
    "INSERT INTO occupancy (id, organisation_id, account_id, identity_id, starts_on, starts_at, ends_on, created_at) \
     VALUES ($1, $2, $3, $4, $5, $6, NULL, $7)"
);

const MAIN: Sql =
    sql!("SELECT id, username FROM account WHERE organisation_id = $1 AND dwelling_id = $2 AND main LIMIT 1");
/// Adds homes to the project.
///
/// # Errors
/// [`StoreError::Taken`] when the client has a home of one of these keys.
pub fn add_homes<A>(
    tx: &mut Write<'_>,
    scope: &Scope<A, ProjectPlace>,
    new: &[NewHome<'_>],
    at: Time,
) -> Result<(), StoreError> {
    let place = scope.within();
    let rows: Vec<Vec<Arg<'_>>> = new
        .iter()
        .map(|NewHome { id, home, keys }| {
            args![
                *id,
                place.organisation,
                place.project,
                home.client_number,
                home.street,
                home.house_number,
                home.addition,
                home.postcode,
                home.place,
                home.build_number,
                keys.client,
                keys.address,
                keys.build,
                at
            ]
            .to_vec()
        })
        .collect();
    tx.run_each(ADD_HOME, &rows).map(drop)
}

/// Adds accounts; for each whether it was added. One whose username looks like an issued one, anywhere in the
/// installation, is not: it needs another number.
///
/// # Errors
/// [`StoreError::Taken`] when a home has a main account.
pub fn add_accounts<A>(
    tx: &mut Write<'_>,
    scope: &Scope<A, ProjectPlace>,
    new: &[NewAccount],
    at: Time,
) -> Result<Vec<bool>, StoreError> {
    let organisation = scope.within().organisation;
    let skeletons: Vec<Skeleton> = new.iter().map(|account| Skeleton::of(&account.username)).collect();
    let rows: Vec<Vec<Arg<'_>>> = new
        .iter()
        .zip(&skeletons)
        .map(|(account, skeleton)| {
            let [id, organisation, dwelling, at, main] =
                *args![account.id, organisation, account.dwelling, at, account.main];
            let (username, skeleton) = (Arg::Text(account.username.as_str()), Arg::Text(skeleton.as_str()));
            vec![id, organisation, dwelling, username, skeleton, at, main]
        })
        .collect();
    Ok(tx.run_each_told(ADD_ACCOUNT, &rows)?.into_iter().map(|touched| touched == 1).collect())
}

/// The main account of a home, with its username.
///
/// # Errors
/// When the database fails.
pub fn main_account<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, ProjectPlace>,
    dwelling: DwellingId,
) -> Result<Option<(AccountId, String)>, StoreError> {
    tx.maybe(MAIN, args![scope.within().organisation, dwelling])
}

/// Adds occupancies that start with a day, with their progress: processed today.
///
/// # Errors
/// When the database fails.
pub fn add_occupancies<A>(
    tx: &mut Write<'_>,
    scope: &Scope<A, ProjectPlace>,
    new: &[NewOccupancy],
    starts_on: Day,
    at: Time,
) -> Result<(), StoreError> {
    add_occupancies_from(tx, scope, new, (starts_on, starts_on.starts_at()), at)
}

/// The same, with access from a moment on.
///
/// # Errors
/// When the database fails.
pub fn add_occupancies_from<A>(
    tx: &mut Write<'_>,
    scope: &Scope<A, ProjectPlace>,
    new: &[NewOccupancy],
    (starts_on, starts_at): (Day, Time),
    at: Time,
) -> Result<(), StoreError> {
    let place = scope.within();
    let (organisation, starts_on) = (place.organisation, DayText::from(starts_on));
    let rows: Vec<Vec<Arg<'_>>> = new
        .iter()
        .map(|it| args![it.id, organisation, it.account, it.identity, starts_on, starts_at, at].to_vec())
        .collect();
    tx.run_each(ADD_OCCUPANCY, &rows)?;
    progress::add_each(tx, place, new, starts_at, at)
}
