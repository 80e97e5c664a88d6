//! A home that is added or called otherwise must be no home that the client has: looked for by each of its keys alone, so that
//! whoever typed it is told at which field.

use domain::access::{ProjectPlace, Scope, SeeHomes, in_project};
use domain::first_login::Column;
use domain::home::Keys;
use domain::id::DwellingId;
use store::{Read, StoreError};

/// A home that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Twin {
    /// The field by which it is the same.
    pub by: Column,
    /// Which; none for one of another project that whoever asks may not see (law 9).
    pub dwelling: Option<DwellingId>,
    /// It belongs to another project of the client.
    pub elsewhere: bool,
}

/// The homes of the client that one with these keys would be, beside the one that is changed.
pub(super) fn twins<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, ProjectPlace>,
    keys: &Keys,
    beside: Option<DwellingId>,
) -> Result<Vec<Twin>, StoreError> {
    let fields = [Column::ClientNumber, Column::HouseNumber, Column::BuildNumber];
    let alone = [
        Keys { client: keys.client.clone(), ..Keys::default() },
        Keys { address: keys.address.clone(), ..Keys::default() },
        Keys { build: keys.build.clone(), ..Keys::default() },
    ];
    let ProjectPlace { organisation, project } = scope.within();
    let mut all = Vec::new();
    for (by, found) in fields.into_iter().zip(store::home::find_each(tx, scope, &alone)?) {
        let others = found.into_iter().filter(|place| Some(place.dwelling) != beside);
        all.extend(others.map(|place| {
            let at = ProjectPlace { organisation, project: place.project };
            let seen = in_project::<SeeHomes>(scope.by(), at).is_ok();
            Twin { by, dwelling: seen.then_some(place.dwelling), elsewhere: place.project != project }
        }));
    }
    Ok(all)
}
