//! Proposals: changes that nobody makes alone (laws 7 and 8). What would be done lies here sealed until it is decided, with the
//! hash that binds an approval to it; who may decide is not known here.

mod end;

use domain::access::{OfClient, ProjectPlace, Scope, SecondAdmin, Team};
use domain::home::Home;
use domain::id::{
    AccountId, DwellingId, IdentityId, KeyId, OccupancyId, OrganisationId, ProjectId, ProposalId, StaffId,
};
use domain::proposal::{Facts, Kind, Reason, State};
use domain::time::Time;

use crate::error::StoreError;
use crate::home::written;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

pub use end::{Decided, close, close_by_request, close_late, close_of, late, object, overtaken, waited};

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its id.
    pub id: ProposalId,
    /// The project it is about.
    pub project: Option<ProjectId>,
    /// The home it is about.
    pub dwelling: Option<DwellingId>,
    /// The account.
    pub account: Option<AccountId>,
    /// The household.
    pub occupancy: Option<OccupancyId>,
    /// What the rules need.
    pub facts: Facts,
    /// What would be done, sealed; none once it is decided.
    pub sealed: Option<Vec<u8>>,
    /// The same with addresses masked.
    pub masked: String,
    /// When it was proposed.
    pub proposed_at: Time,
    /// The address of who proposed it, or the name of the key; none for the command line.
    pub proposer: Option<String>,
    /// The address of who decided; none when nobody of the client did.
    pub decider: Option<String>,
    /// When it was decided.
    pub decided_at: Option<Time>,
    /// Why it ended so.
    pub reason: Option<Reason>,
    /// The name of the client.
    pub client: Option<String>,
    /// The home as the client wrote it.
    pub home: Home,
    /// The username of the account.
    pub username: Option<String>,
}

impl Record for Proposal {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (id, organisation, project) = (c.next()?, c.next()?, c.next()?);
        let (dwelling, account, occupancy, kind) = (c.next()?, c.next()?, c.next()?, c.next()?);
        let (state, hash, sealed, masked) = (c.next()?, c.next()?, c.next()?, c.next()?);
        let (proposed_by, proposed_at, expires_at, waits_until) = (c.next()?, c.next()?, c.next()?, c.next()?);
        let (decided_at, reason, proposer, decider) = (c.next()?, c.next()?, c.next()?, c.next()?);
        let client = c.next()?;
        let home = written(c)?;
        let username = c.next()?;
        let facts = Facts { kind, organisation, proposed_by, state, hash, expires_at, waits_until };
        Ok(Self {
            id,
            project,
            dwelling,
            account,
            occupancy,
            facts,
            sealed,
            masked,
            proposed_at,
            proposer,
            decider,
            decided_at,
            reason,
            client,
            home,
            username,
        })
    }
}

/// A proposal to be kept.
#[derive(Clone, Debug)]
pub struct NewProposal {
    /// Its id.
    pub id: ProposalId,
    /// The project, when it is about homes.
    pub project: Option<ProjectId>,
    /// The home.
    pub dwelling: Option<DwellingId>,
    /// The account.
    pub account: Option<AccountId>,
    /// The household.
    pub occupancy: Option<OccupancyId>,
    /// What is proposed.
    pub kind: Kind,
    /// The hash of what would be done.
    pub hash: [u8; 32],
    /// What would be done, sealed.
    pub sealed: Vec<u8>,
    /// The same with addresses masked.
    pub masked: String,
    /// Who proposes it; none for a program and the command line.
    pub by: Option<StaffId>,
    /// The key of the program that proposes it.
    pub key: Option<KeyId>,
    /// Its end, when nobody decides.
    pub expires_at: Time,
    /// When it is made without a second person.
    pub waits_until: Option<Time>,
}

/// The proposals of a client, or of the operator, before the condition on whose (`$1`).
macro_rules! proposals {
    () => {
        "SELECT q.id, q.organisation_id, q.project_id, q.dwelling_id, q.account_id, q.occupancy_id, q.kind, q.state, q.hash, \
         q.sealed, q.masked, q.proposed_by, q.proposed_at, q.expires_at, q.waits_until, q.decided_at, q.reason, COALESCE(s.email, k.name), t.email, o.name, \
         d.client_number, d.street, d.house_number, d.addition, d.postcode, d.place, d.build_number, a.username \
         FROM proposal q LEFT JOIN staff s ON s.id = q.proposed_by LEFT JOIN api_key k ON k.id = q.key_id \
         LEFT JOIN staff t ON t.id = q.decided_by LEFT JOIN organisation o ON o.id = q.organisation_id \
         LEFT JOIN dwelling d ON d.id = q.dwelling_id AND d.organisation_id = q.organisation_id \
         LEFT JOIN account a ON a.id = q.account_id AND a.organisation_id = q.organisation_id WHERE "
    };
}

const ADD: Sql = sql!(
    "INSERT INTO proposal (id, organisation_id, project_id, dwelling_id, account_id, occupancy_id, kind, state, hash, sealed, \
     masked, proposed_by, key_id, proposed_at, expires_at, waits_until, decided_by, decided_at, reason) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9, $10, $11, $12, $13, $14, $15, NULL, NULL, NULL)"
);
const PLACE: Sql = sql!("SELECT organisation_id, project_id FROM proposal WHERE id = $1");
const FIND: Sql = sql!(
    proposals! "q.organisation_id IS NOT DISTINCT FROM $1 AND q.id = $2"
);
const OPEN: Sql = sql!(
    proposals! "q.organisation_id = $1 AND q.state = 'open' ORDER BY q.id LIMIT $2"
);
const DECIDED: Sql = sql!(
    proposals! "q.organisation_id = $1 AND q.state <> 'open' ORDER BY q.decided_at DESC, q.id DESC LIMIT $2"
);
const OPEN_OF_ADMINS: Sql = sql!(
    proposals! "q.project_id IS NULL AND q.state = 'open' ORDER BY q.id LIMIT $1"
);
const DECIDED_OF_ADMINS: Sql = sql!(
    proposals! "q.project_id IS NULL AND q.state <> 'open' ORDER BY q.decided_at DESC, q.id DESC LIMIT $1"
);
const OF_HOME: Sql = sql!(
    proposals! "q.organisation_id = $1 AND q.dwelling_id = $2 AND q.state = 'open' ORDER BY q.id LIMIT 50"
);
const OF_IDENTITY: Sql = sql!(
    "SELECT q.id, q.masked, q.waits_until, q.expires_at FROM proposal q JOIN occupancy o ON o.id = q.occupancy_id \
     WHERE o.identity_id = $1 AND q.state = 'open' AND q.expires_at > $2 ORDER BY q.id LIMIT 1"
);
const UNTIL: Sql = sql!("SELECT state, COALESCE(waits_until, expires_at) FROM proposal WHERE id = $1");
const OTHERS: Sql = sql!(
    "SELECT CAST(count(*) AS BIGINT) FROM staff WHERE organisation_id = $1 AND state = 'active' \
     AND role IN ('clerk', 'org-admin') AND id IS DISTINCT FROM $2"
);

/// Keeps a proposal.
///
/// # Errors
/// [`StoreError::Taken`] when another one about the household is open.
pub fn add<A>(
    tx: &mut Write<'_>,
    scope: &Scope<A, impl OfClient>,
    new: &NewProposal,
    at: Time,
) -> Result<(), StoreError> {
    tx.run(
        ADD,
        args![
            new.id,
            scope.within().client(),
            new.project,
            new.dwelling,
            new.account,
            new.occupancy,
            new.kind,
            new.hash,
            new.sealed,
            new.masked,
            new.by,
            new.key,
            at,
            new.expires_at,
            new.waits_until
        ],
    )
    .map(drop)
}

/// Where a proposal belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It is about homes of a project.
    Homes(ProjectPlace),
    /// Two admins decide about it.
    Admins(Team),
}

/// Where a proposal belongs. Whoever asks makes a scope there before showing or deciding anything.
///
/// # Errors
/// When the database fails.
pub fn place_of(tx: &mut Read<'_>, proposal: ProposalId) -> Result<Option<Place>, StoreError> {
    let found: Option<(Option<OrganisationId>, Option<ProjectId>)> = tx.maybe(PLACE, args![proposal])?;
    Ok(found.map(|place| match place {
        (Some(organisation), Some(project)) => Place::Homes(ProjectPlace { organisation, project }),
        (Some(organisation), None) => Place::Admins(Team::Client(organisation)),
        (None, _) => Place::Admins(Team::Operator),
    }))
}

/// How far a proposal is, and until when it waits, for a mail about it.
///
/// # Errors
/// When the database fails.
pub fn how_far(tx: &mut Read<'_>, proposal: ProposalId) -> Result<Option<(State, Time)>, StoreError> {
    tx.maybe(UNTIL, args![proposal])
}

/// A proposal.
///
/// # Errors
/// When the database fails.
pub fn find<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, impl OfClient>,
    proposal: ProposalId,
) -> Result<Option<Proposal>, StoreError> {
    tx.maybe(FIND, args![scope.within().client(), proposal])
}

/// What two admins decide about, of all clients and of the operator: what is open, the oldest first, and what was decided, the newest
/// first.
///
/// # Errors
/// When the database fails.
pub fn of_admins(
    tx: &mut Read<'_>,
    _: &Scope<SecondAdmin, Team>,
    most: u32,
) -> Result<(Vec<Proposal>, Vec<Proposal>), StoreError> {
    let open = tx.many(OPEN_OF_ADMINS, args![most])?;
    Ok((open, tx.many(DECIDED_OF_ADMINS, args![most])?))
}

/// The proposals of a client that nobody decided about, the oldest first, and those that were decided, the newest first.
///
/// # Errors
/// When the database fails.
pub fn of_client<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, OrganisationId>,
    most: u32,
) -> Result<(Vec<Proposal>, Vec<Proposal>), StoreError> {
    let open = tx.many(OPEN, args![scope.within(), most])?;
    Ok((open, tx.many(DECIDED, args![scope.within(), most])?))
}

/// The proposals about a home that nobody decided about.
///
/// # Errors
/// When the database fails.
pub fn of_home<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, ProjectPlace>,
    dwelling: DwellingId,
) -> Result<Vec<Proposal>, StoreError> {
    tx.many(OF_HOME, args![scope.within().organisation, dwelling])
}

/// What is proposed about a household, as it is told to the household itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The proposal.
    pub id: ProposalId,
    /// What would be done, with addresses masked.
    pub masked: String,
    /// When it is made without a second person.
    pub waits_until: Option<Time>,
    /// Its end, when nobody decides.
    pub expires_at: Time,
}

impl Record for Told {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { id: c.next()?, masked: c.next()?, waits_until: c.next()?, expires_at: c.next()? })
    }
}

/// What is proposed about the household of an identity and can still be decided.
///
/// # Errors
/// When the database fails.
pub fn of_identity(tx: &mut Read<'_>, identity: IdentityId, now: Time) -> Result<Option<Told>, StoreError> {
    tx.maybe(OF_IDENTITY, args![identity, now])
}

/// How many people of the client, beside who proposes it if that is a person, could approve a change of a home.
///
/// # Errors
/// When the database fails.
pub fn others<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, ProjectPlace>,
    beside: Option<StaffId>,
) -> Result<u64, StoreError> {
    let (counted,): (i64,) = tx.one(OTHERS, args![scope.within().organisation, beside])?;
    u64::try_from(counted).map_err(|_| StoreError::internal("a negative count"))
}
