//! The homes of a project with their usernames, page by page.

use domain::access::{ProjectPlace, Scope, SeeUsernames};
use domain::first_login::Proof;
use domain::home::Home;
use domain::id::DwellingId;
use domain::time::Time;

use super::written;
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::Read;
use crate::value::{Cells, Record};
use crate::{args, sql};

/// A home with its username, and how far its address has come; never the address itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The home.
    pub dwelling: DwellingId,
    /// As the client wrote it.
    pub home: Home,
    /// The username of its main account.
    pub username: String,
    /// Somebody lives there now.
    pub lived_in: bool,
    /// Who vouches for the address in force, if there is one.
    pub proof: Option<Proof>,
    /// A mail server said that this mailbox does not exist.
    pub refused: bool,
}

impl Record for Listed {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            dwelling: c.next()?,
            home: written(c)?,
            username: c.next()?,
            lived_in: c.next()?,
            proof: c.next()?,
            refused: c.next()?,
        })
    }
}

/// The homes of a project behind one, each a [`Listed`]: `$1` client, `$2` project, `$3` the home, `$4` now.
macro_rules! listed {
    () => {
        "SELECT d.id, d.client_number, d.street, d.house_number, d.addition, d.postcode, d.place, d.build_number, a.username, \
         o.id IS NOT NULL, l.proof, COALESCE(l.delivery, 'ok') = 'hard' \
         FROM dwelling d JOIN account a ON a.dwelling_id = d.id AND a.main \
         LEFT JOIN occupancy o ON o.account_id = a.id AND o.starts_at <= $4 AND EXISTS (SELECT 1 FROM identity i \
         WHERE i.id = o.identity_id AND (i.access_ends_at IS NULL OR i.access_ends_at > $4)) \
         LEFT JOIN email_link l ON l.occupancy_id = o.id AND l.proof IN ('linked', 'confirmed') \
         WHERE d.organisation_id = $1 AND d.project_id = $2 AND d.id > $3 "
    };
}
pub(crate) use listed;

const PAGE: Sql = sql!(
    listed! "ORDER BY d.id LIMIT 1000"
);

/// The next homes of the project after one, in the order in which they were added; at most 1,000.
///
/// # Errors
/// When the database fails.
pub fn page(
    tx: &mut Read<'_>,
    scope: &Scope<SeeUsernames, ProjectPlace>,
    after: Option<DwellingId>,
    now: Time,
) -> Result<Vec<Listed>, StoreError> {
    let place = scope.within();
    let after = after.unwrap_or_else(|| DwellingId::from_uuid(uuid::Uuid::nil()));
    tx.many(PAGE, args![place.organisation, place.project, after, now])
}
