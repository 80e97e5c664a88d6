//! A home that came by its build number gets its street and number from a later list; taken back, it has none again.

use domain::access::{Import, ProjectPlace, Scope};
use domain::home::{Home, Keys};
use domain::id::DwellingId;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::Write;
use crate::value::{Arg, Column};
use crate::{args, sql};

/// A home with the address it gets.
#[derive(Clone, Debug)]
pub struct Completed<'a> {
    /// The home.
    pub id: DwellingId,
    /// As the client wrote it.
    pub home: &'a Home,
    /// By which it is found.
    pub keys: &'a Keys,
}

const COMPLETE: Sql = sql!(
    "UPDATE dwelling SET street = $4, house_number = $5, addition = $6, postcode = $7, place = COALESCE($8, place), \
     address_key = $9 WHERE organisation_id = $1 AND project_id = $2 AND id = $3 \
     AND street IS NULL AND house_number IS NULL AND postcode IS NULL"
);
const BARE_AGAIN: Sql = sql!(
    "UPDATE dwelling SET street = NULL, house_number = NULL, addition = NULL, postcode = NULL, place = NULL, \
     address_key = NULL WHERE organisation_id = $1 AND project_id = $2 AND id = $3 AND address_key = $4"
);

/// Gives homes of the project, which have none, their street and number.
///
/// # Errors
/// [`StoreError::Taken`] when another home of the client has the address.
pub fn complete(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    homes: &[Completed<'_>],
) -> Result<(), StoreError> {
    let place = scope.within();
    let rows: Vec<Vec<Arg<'_>>> = homes
        .iter()
        .map(|Completed { id, home, keys }| {
            args![
                place.organisation,
                place.project,
                *id,
                home.street,
                home.house_number,
                home.addition,
                home.postcode,
                home.place,
                keys.address
            ]
            .to_vec()
        })
        .collect();
    tx.run_each(COMPLETE, &rows).map(drop)
}

/// Takes street and number of a home away again, if they are still these.
///
/// # Errors
/// When the database fails.
pub fn bare_again(
    tx: &mut Write<'_>,
    scope: &Scope<Import, ProjectPlace>,
    (dwelling, address): (DwellingId, &str),
) -> Result<(), StoreError> {
    let place = scope.within();
    let args = [place.organisation.arg(), place.project.arg(), dwelling.arg(), Arg::Text(address)];
    tx.run(BARE_AGAIN, &args).map(drop)
}
