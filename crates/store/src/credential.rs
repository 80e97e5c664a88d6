//! What a sign-in or a reset starts from: the identity behind a username or a staff address, as it is now. One
//! statement each, the same for names that exist and names that do not (law 4).

use domain::id::{AccountId, EmailLinkId, IdentityId, OccupancyId, OrganisationId, StaffId};
use domain::language::Language;
use domain::role::Role;
use domain::time::Time;

use crate::error::StoreError;
use crate::password::Hash;
use crate::sql::Sql;
use crate::tx::Read;
use crate::value::{Cells, Record};
use crate::{args, sql};

/// Who an identity belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// A resident behind an account.
    Resident {
        /// The current occupancy.
        occupancy: OccupancyId,
        /// The account.
        account: AccountId,
        /// The client.
        organisation: OrganisationId,
    },
    /// A member of staff.
    Staff {
        /// Who.
        staff: StaffId,
        /// The client, or none for the operator's own.
        organisation: Option<OrganisationId>,
        /// Their role.
        role: Role,
        /// When the invitation was accepted.
        joined_at: Option<Time>,
        /// A second factor was set under this generation.
        has_factor: bool,
    },
}

/// An identity as a sign-in or reset finds it.
#[derive(Clone, Debug)]
pub struct Found {
    /// The identity.
    pub identity: IdentityId,
    /// Its generation.
    pub generation: i64,
    /// Whose.
    pub holder: Holder,
    /// The username, or a member of staff's address, as stored.
    pub name: String,
    /// The password of this generation, if one is set.
    pub password: Option<Hash>,
    /// The linked address, as stored; a member of staff's own.
    pub address: Option<(Option<EmailLinkId>, String)>,
    /// The address was confirmed by its owner (always, for staff).
    pub confirmed: bool,
    /// The language of the account, when one was chosen.
    pub language: Option<Language>,
    /// Since when a resident has access; what was asked before was asked by somebody else.
    pub since: Option<Time>,
}

fn password(phc: Option<String>, key_number: Option<u32>) -> Option<Hash> {
    Some(Hash { phc: phc?, key_number: key_number? })
}

struct ResidentRow(Found);

impl Record for ResidentRow {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (identity, generation) = (c.next()?, c.next()?);
        let holder = Holder::Resident { occupancy: c.next()?, account: c.next()?, organisation: c.next()? };
        let (name, language) = (c.next()?, c.next()?);
        let password = password(c.next()?, c.next()?);
        let (link, address, proof): (Option<EmailLinkId>, Option<String>, Option<String>) =
            (c.next()?, c.next()?, c.next()?);
        let confirmed = proof.as_deref() == Some("confirmed");
        let address = address.map(|address| (link, address));
        let since = Some(c.next()?);
        Ok(Self(Found { identity, generation, holder, name, password, address, confirmed, language, since }))
    }
}

struct StaffRow(Found);

impl Record for StaffRow {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (identity, generation) = (c.next()?, c.next()?);
        let (staff, organisation, role, joined_at) = (c.next()?, c.next()?, c.next()?, c.next()?);
        let (name, language): (String, _) = (c.next()?, c.next()?);
        let password = password(c.next()?, c.next()?);
        let factor_set_at: Option<Time> = c.next()?;
        let holder = Holder::Staff { staff, organisation, role, joined_at, has_factor: factor_set_at.is_some() };
        let address = Some((None, name.clone()));
        Ok(Self(Found {
            identity,
            generation,
            holder,
            name,
            password,
            address,
            confirmed: true,
            language,
            since: None,
        }))
    }
}

const RESIDENT: Sql = sql!(
    "SELECT i.id, i.generation, o.id, a.id, a.organisation_id, a.username, i.language, p.phc, p.key_number, \
     l.id, l.address, l.proof, o.starts_at \
     FROM account a JOIN occupancy o ON o.account_id = a.id JOIN identity i ON i.id = o.identity_id \
     LEFT JOIN password p ON p.identity_id = i.id AND p.generation = i.generation \
     LEFT JOIN email_link l ON l.occupancy_id = o.id AND l.proof IN ('linked', 'confirmed') \
     WHERE a.skeleton = $1 AND o.starts_at <= $2 AND (i.access_ends_at IS NULL OR i.access_ends_at > $2) \
     ORDER BY o.starts_at DESC, o.id LIMIT 1"
);
const RESIDENT_OF: Sql = sql!(
    "SELECT i.id, i.generation, o.id, a.id, a.organisation_id, a.username, i.language, p.phc, p.key_number, \
     l.id, l.address, l.proof, o.starts_at \
     FROM occupancy o JOIN account a ON a.id = o.account_id JOIN identity i ON i.id = o.identity_id \
     LEFT JOIN password p ON p.identity_id = i.id AND p.generation = i.generation \
     LEFT JOIN email_link l ON l.occupancy_id = o.id AND l.proof IN ('linked', 'confirmed') \
     WHERE i.id = $1 AND o.starts_at <= $2 AND (i.access_ends_at IS NULL OR i.access_ends_at > $2)"
);
const STAFF_OF: Sql = sql!(
    "SELECT i.id, i.generation, f.id, f.organisation_id, f.role, f.joined_at, f.email, i.language, p.phc, p.key_number, \
     t.set_at FROM staff f JOIN identity i ON i.id = f.identity_id \
     LEFT JOIN password p ON p.identity_id = i.id AND p.generation = i.generation \
     LEFT JOIN second_factor t ON t.identity_id = i.id AND t.generation = i.generation \
     WHERE i.id = $1 AND f.state <> 'ended' AND (i.access_ends_at IS NULL OR i.access_ends_at > $2)"
);
const STAFF: Sql = sql!(
    "SELECT i.id, i.generation, f.id, f.organisation_id, f.role, f.joined_at, f.email, i.language, p.phc, p.key_number, \
     t.set_at FROM staff f JOIN identity i ON i.id = f.identity_id \
     LEFT JOIN password p ON p.identity_id = i.id AND p.generation = i.generation \
     LEFT JOIN second_factor t ON t.identity_id = i.id AND t.generation = i.generation \
     LEFT JOIN organisation o ON o.id = f.organisation_id \
     WHERE f.email = $1 AND f.state = 'active' AND o.frozen_at IS NULL \
     AND (i.access_ends_at IS NULL OR i.access_ends_at > $2)"
);

/// The resident who has access to the account of this skeleton now; an empty one is nobody's.
///
/// # Errors
/// When the database fails.
pub fn resident(tx: &mut Read<'_>, skeleton: &str, now: Time) -> Result<Option<Found>, StoreError> {
    Ok(tx.maybe::<ResidentRow>(RESIDENT, args![skeleton, now])?.map(|row| row.0))
}

/// The active member of staff with exactly this address; nobody of a client that is frozen.
///
/// # Errors
/// When the database fails.
pub fn staff(tx: &mut Read<'_>, email: &str, now: Time) -> Result<Option<Found>, StoreError> {
    Ok(tx.maybe::<StaffRow>(STAFF, args![email, now])?.map(|row| row.0))
}

/// The holder of an identity, while they have access.
///
/// # Errors
/// When the database fails.
pub fn of_identity(tx: &mut Read<'_>, identity: IdentityId, now: Time) -> Result<Option<Found>, StoreError> {
    if let Some(row) = tx.maybe::<ResidentRow>(RESIDENT_OF, args![identity, now])? {
        return Ok(Some(row.0));
    }
    Ok(tx.maybe::<StaffRow>(STAFF_OF, args![identity, now])?.map(|row| row.0))
}
