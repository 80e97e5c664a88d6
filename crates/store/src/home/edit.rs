//! A home is called otherwise than before: the client's number, the address, the build number.

use domain::access::{EditHomes, ProjectPlace, Scope};
use domain::home::{Home, Keys};
use domain::id::DwellingId;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::Write;
use crate::{args, sql};

const EDIT: Sql = sql!(
    "UPDATE dwelling SET client_number = $4, street = $5, house_number = $6, addition = $7, postcode = $8, place = $9, \
     build_number = $10, client_key = $11, address_key = $12, build_key = $13 \
     WHERE organisation_id = $1 AND project_id = $2 AND id = $3"
);

/// Writes a home of the project anew; false when it is not there.
///
/// # Errors
/// [`StoreError::Taken`] when another home of the client has one of these keys.
pub fn edit(
    tx: &mut Write<'_>,
    scope: &Scope<EditHomes, ProjectPlace>,
    dwelling: DwellingId,
    (home, keys): (&Home, &Keys),
) -> Result<bool, StoreError> {
    let ProjectPlace { organisation, project } = scope.within();
    let edited = tx.run(
        EDIT,
        args![
            organisation,
            project,
            dwelling,
            home.client_number,
            home.street,
            home.house_number,
            home.addition,
            home.postcode,
            home.place,
            home.build_number,
            keys.client,
            keys.address,
            keys.build
        ],
    )?;
    Ok(edited == 1)
}
