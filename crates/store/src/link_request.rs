//! Requests that came in by mail (PRODUCT 3.5), each with its evidence. What the mail says is sealed; who may read and decide is
//! support, for whom each request is about one home of a client.

use domain::access::{AcceptRequests, Anywhere, ChangeTenants, ProjectPlace, Scope};
use domain::id::{AccountId, ContactId, DwellingId, InboundId, LinkRequestId, OrganisationId, ProjectId, ProposalId};
use domain::link_request::{Doubt, Refusal, State, Unclear};
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, sql};

/// A request to be kept.
#[derive(Clone, Debug)]
pub struct NewRequest {
    /// Its id.
    pub id: LinkRequestId,
    /// The mail.
    pub mail: InboundId,
    /// What the mail says, sealed.
    pub sealed: Vec<u8>,
    /// Why a person has to read it.
    pub unclear: Option<Unclear>,
    /// Why it may be from somebody else.
    pub doubt: Option<Doubt>,
    /// When it came in.
    pub received_at: Time,
}

/// The account that is named, and who asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The client that owns it.
    pub organisation: Option<OrganisationId>,
    /// The home.
    pub dwelling: Option<DwellingId>,
    /// The account.
    pub account: Option<AccountId>,
    /// The contact of that client who asks.
    pub contact: Option<ContactId>,
}

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkRequest {
    /// Its id.
    pub id: LinkRequestId,
    /// What it is about.
    pub about: About,
    /// What the mail says, sealed.
    pub sealed: Vec<u8>,
    /// Why a person has to read it.
    pub unclear: Option<Unclear>,
    /// Why it may be from somebody else.
    pub doubt: Option<Doubt>,
    /// How far it is.
    pub state: State,
    /// Why it was refused.
    pub reason: Option<Refusal>,
    /// When it came in.
    pub received_at: Time,
    /// When it was decided.
    pub decided_at: Option<Time>,
    /// The address of who decided.
    pub decider: Option<String>,
    /// The name of the client.
    pub client: Option<String>,
    /// That client works in the service portal.
    pub has_portal: bool,
    /// The contact counts still: approved, proven, and not ended.
    pub contact_counts: bool,
    /// Others came to live there since the mail came in, or are about to.
    pub others_came: bool,
}

impl Record for LinkRequest {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let id = c.next()?;
        let about = About { organisation: c.next()?, dwelling: c.next()?, account: c.next()?, contact: c.next()? };
        Ok(Self {
            id,
            about,
            sealed: c.next()?,
            unclear: c.next()?,
            doubt: c.next()?,
            state: c.next()?,
            reason: c.next()?,
            received_at: c.next()?,
            decided_at: c.next()?,
            decider: c.next()?,
            client: c.next()?,
            has_portal: c.next()?,
            contact_counts: c.next()?,
            others_came: c.next()?,
        })
    }
}

/// An account as a request names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// The client.
    pub organisation: OrganisationId,
    /// The home.
    pub dwelling: DwellingId,
    /// The account.
    pub account: AccountId,
}

impl Record for Named {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { organisation: c.next()?, dwelling: c.next()?, account: c.next()? })
    }
}

/// Requests, each a [`LinkRequest`].
macro_rules! requests {
    () => {
        "SELECT r.id, r.organisation_id, r.dwelling_id, r.account_id, r.contact_id, r.sealed, r.unclear, r.doubt, r.state, r.reason, \
         r.received_at, r.decided_at, s.email, o.name, COALESCE(o.portal, FALSE), \
         "
    };
}

/// Contact c of client o counts: the mail of it is the client's own.
macro_rules! contact_counts {
    () => {
        "(c.proven_at IS NOT NULL AND c.approved_at IS NOT NULL AND c.ended_at IS NULL AND o.frozen_at IS NULL AND o.mail_frozen_at IS NULL) "
    };
}
pub(crate) use contact_counts;

/// The rest of requests.
macro_rules! of_requests {
    () => {
        ", EXISTS (SELECT 1 FROM occupancy x JOIN identity y ON y.id = x.identity_id WHERE x.account_id = r.account_id \
         AND (x.starts_at > r.received_at OR y.created_at > r.received_at)) \
         FROM link_request r LEFT JOIN organisation o ON o.id = r.organisation_id LEFT JOIN contact c ON c.id = r.contact_id \
         LEFT JOIN staff s ON s.id = r.decided_by "
    };
}

/// Contacts, each its id and its client.
macro_rules! writers {
    () => {
        "SELECT c.id, c.organisation_id FROM contact c JOIN organisation o ON o.id = c.organisation_id WHERE "
    };
}

const ADD: Sql = sql!(
    "INSERT INTO link_request (id, mail_id, organisation_id, dwelling_id, account_id, contact_id, sealed, unclear, doubt, state, reason, \
     received_at, decided_at, decided_by, proposal_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', NULL, $10, NULL, NULL, NULL)"
);
const NAMED: Sql = sql!("SELECT organisation_id, dwelling_id, id FROM account WHERE skeleton = $1 LIMIT 1");
const USERNAME: Sql = sql!("SELECT username FROM account WHERE id = $1");
const CONTACT: Sql =
    sql!(writers! contact_counts! "AND c.organisation_id = $1 AND LOWER(c.email) = $2 ORDER BY c.id LIMIT 1");
const OPEN: Sql = sql!(requests! contact_counts! of_requests! "WHERE r.state IN ('open', 'asked') ORDER BY (r.contact_id IS NULL OR r.doubt IS NOT NULL), r.id LIMIT $1");
const DECIDED: Sql = sql!(requests! contact_counts! of_requests! "WHERE r.state IN ('accepted', 'refused') ORDER BY r.decided_at DESC, r.id DESC LIMIT $1");
const ONE: Sql = sql!(requests! contact_counts! of_requests! "WHERE r.id = $1");
const DECIDE: Sql = sql!(
    "UPDATE link_request SET state = $2, reason = $3, decided_at = $4, decided_by = $5 WHERE id = $1 AND state IN ('open', 'asked')"
);
const ASK: Sql = sql!("UPDATE link_request SET state = 'asked' WHERE id = $1 AND state IN ('open', 'asked')");
const PROPOSED: Sql = sql!("UPDATE link_request SET proposal_id = $2 WHERE id = $1");
const ANSWER: Sql = sql!(
    "UPDATE link_request SET state = $3, reason = $4, decided_at = $5 WHERE id = $2 AND organisation_id = $1 AND state = 'asked'"
);
const WRITES: Sql = sql!(writers! contact_counts! "AND LOWER(c.email) = $1 ORDER BY c.id LIMIT 2");
const PLACE: Sql = sql!(
    "SELECT d.organisation_id, d.project_id FROM link_request r JOIN dwelling d ON d.id = r.dwelling_id \
     AND d.organisation_id = r.organisation_id WHERE r.id = $1"
);

/// Keeps a request.
///
/// # Errors
/// When the database fails.
pub fn add(tx: &mut Write<'_>, new: &NewRequest, about: About) -> Result<(), StoreError> {
    let About { organisation, dwelling, account, contact } = about;
    let (sealed, at) = (&new.sealed, new.received_at);
    tx.run(ADD, args![new.id, new.mail, organisation, dwelling, account, contact, *sealed, new.unclear, new.doubt, at])
        .map(drop)
}

/// The account of a skeleton, whosever it is: a request is judged by the client that owns it.
///
/// # Errors
/// When the database fails.
pub fn named(tx: &mut Read<'_>, skeleton: &str) -> Result<Option<Named>, StoreError> {
    tx.maybe(NAMED, args![skeleton])
}

/// The username of an account that a request is about.
///
/// # Errors
/// When the database fails.
pub fn username(tx: &mut Read<'_>, account: AccountId) -> Result<Option<String>, StoreError> {
    let found: Option<(String,)> = tx.maybe(USERNAME, args![account])?;
    Ok(found.map(|(username,)| username))
}

/// The contact of a client with this address (ASCII lower case), if it counts.
///
/// # Errors
/// When the database fails.
pub fn contact(tx: &mut Read<'_>, client: OrganisationId, search_key: &str) -> Result<Option<ContactId>, StoreError> {
    let found: Option<(ContactId, OrganisationId)> = tx.maybe(CONTACT, args![client, search_key])?;
    Ok(found.map(|(id, _)| id))
}

/// The contact with this address (ASCII lower case) and the client, if it counts at exactly one client.
///
/// # Errors
/// When the database fails.
pub fn writes(tx: &mut Read<'_>, search_key: &str) -> Result<Option<(ContactId, OrganisationId)>, StoreError> {
    let found: Vec<(ContactId, OrganisationId)> = tx.many(WRITES, args![search_key])?;
    Ok(if let [one] = found.as_slice() { Some(*one) } else { None })
}

/// Those that wait, the oldest first, and those that were decided, the newest first.
///
/// # Errors
/// When the database fails.
pub fn list(
    tx: &mut Read<'_>,
    _: &Scope<AcceptRequests, Anywhere>,
    most: u32,
) -> Result<(Vec<LinkRequest>, Vec<LinkRequest>), StoreError> {
    let open = tx.many(OPEN, args![most])?;
    Ok((open, tx.many(DECIDED, args![most])?))
}

/// A request, for a mail that answers it.
///
/// # Errors
/// When the database fails.
pub fn by_id(tx: &mut Read<'_>, id: LinkRequestId) -> Result<Option<LinkRequest>, StoreError> {
    tx.maybe(ONE, args![id])
}

/// One of them.
///
/// # Errors
/// When the database fails.
pub fn find(
    tx: &mut Read<'_>,
    _: &Scope<AcceptRequests, Anywhere>,
    id: LinkRequestId,
) -> Result<Option<LinkRequest>, StoreError> {
    tx.maybe(ONE, args![id])
}

/// Where its home stands; none when it left the client meanwhile.
///
/// # Errors
/// When the database fails.
pub fn place(
    tx: &mut Read<'_>,
    _: &Scope<AcceptRequests, Anywhere>,
    id: LinkRequestId,
) -> Result<Option<ProjectPlace>, StoreError> {
    let found: Option<(OrganisationId, ProjectId)> = tx.maybe(PLACE, args![id])?;
    Ok(found.map(|(organisation, project)| ProjectPlace { organisation, project }))
}

/// Decides one. False when somebody was first.
///
/// # Errors
/// When the database fails.
pub fn decide(
    tx: &mut Write<'_>,
    scope: &Scope<AcceptRequests, Anywhere>,
    (id, state, reason): (LinkRequestId, State, Option<Refusal>),
    at: Time,
) -> Result<bool, StoreError> {
    Ok(tx.run(DECIDE, args![id, state, reason, at, scope.by().staff()])? == 1)
}

/// What was put forward because of it.
///
/// # Errors
/// When the database fails.
pub fn proposed(
    tx: &mut Write<'_>,
    _: &Scope<AcceptRequests, Anywhere>,
    (id, proposal): (LinkRequestId, ProposalId),
) -> Result<(), StoreError> {
    tx.run(PROPOSED, args![id, proposal]).map(drop)
}

/// Its contacts are asked, or asked once more. False when somebody decided.
///
/// # Errors
/// When the database fails.
pub fn ask(tx: &mut Write<'_>, _: &Scope<AcceptRequests, Anywhere>, id: LinkRequestId) -> Result<bool, StoreError> {
    Ok(tx.run(ASK, args![id])? == 1)
}

/// A contact of the client answered. False when it was decided meanwhile.
///
/// # Errors
/// When the database fails.
pub fn answer(
    tx: &mut Write<'_>,
    scope: &Scope<ChangeTenants, ProjectPlace>,
    (id, state, reason): (LinkRequestId, State, Option<Refusal>),
    at: Time,
) -> Result<bool, StoreError> {
    Ok(tx.run(ANSWER, args![scope.within().organisation, id, state, reason, at])? == 1)
}
