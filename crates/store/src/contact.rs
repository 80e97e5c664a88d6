//! Contacts of a client: people whose mail counts as the client's own once another person approved them and they proved the mailbox.

use domain::access::{EnterContacts, KeepContacts, OfClient, ProjectPlace, Scope, SecondAdmin, Team};
use domain::id::{ContactId, IdentityId, OrganisationId, ProposalId, StaffId};
use domain::time::Time;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, Record};
use crate::{args, identity, sql};

/// A contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Its id.
    pub id: ContactId,
    /// The client.
    pub organisation: OrganisationId,
    /// What the links in their mails hang on; nobody signs in with it.
    pub identity: IdentityId,
    /// The generation of that.
    pub generation: i64,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// Another person has to approve it, or did.
    pub proposal: ProposalId,
    /// When it was entered.
    pub created_at: Time,
    /// When the owner proved the mailbox.
    pub proven_at: Option<Time>,
    /// When another person approved it.
    pub approved_at: Option<Time>,
    /// When it was ended.
    pub ended_at: Option<Time>,
}

impl Contact {
    /// Mail from them counts as the client's own.
    #[must_use]
    pub const fn counts(&self) -> bool {
        self.proven_at.is_some() && self.approved_at.is_some() && self.ended_at.is_none()
    }
}

impl Record for Contact {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: c.next()?,
            organisation: c.next()?,
            identity: c.next()?,
            generation: c.next()?,
            name: c.next()?,
            email: c.next()?,
            proposal: c.next()?,
            created_at: c.next()?,
            proven_at: c.next()?,
            approved_at: c.next()?,
            ended_at: c.next()?,
        })
    }
}

/// A contact to be entered.
#[derive(Clone, Debug)]
pub struct NewContact {
    /// Its id.
    pub id: ContactId,
    /// What its links hang on.
    pub identity: IdentityId,
    /// Random.
    pub subject: String,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The proposal to another person.
    pub proposal: ProposalId,
}

/// Contacts, each a [`Contact`].
macro_rules! contacts {
    () => {
        "SELECT c.id, c.organisation_id, c.identity_id, i.generation, c.name, c.email, c.proposal_id, c.created_at, c.proven_at, \
         c.approved_at, c.ended_at FROM contact c JOIN identity i ON i.id = c.identity_id "
    };
}

/// Contact `c` of client `o` counts: its mail is the client's own.
macro_rules! contact_counts {
    () => {
        "(c.proven_at IS NOT NULL AND c.approved_at IS NOT NULL AND c.ended_at IS NULL AND o.frozen_at IS NULL AND o.mail_frozen_at IS NULL) "
    };
}
pub(crate) use contact_counts;

/// Their clients are looked at too.
macro_rules! of_client {
    () => {
        "JOIN organisation o ON o.id = c.organisation_id WHERE "
    };
}

const ADD: Sql = sql!(
    "INSERT INTO contact (id, organisation_id, identity_id, name, email, proposal_id, created_at, proven_at, approved_at, ended_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, NULL, NULL)"
);
const LIST: Sql = sql!(contacts! "WHERE c.organisation_id = $1 AND c.ended_at IS NULL ORDER BY c.name, c.id LIMIT 500");
const WAY_ON: Sql = sql!(
    contacts! "WHERE c.organisation_id = $1 AND c.ended_at IS NULL AND c.proven_at IS NOT NULL AND c.approved_at IS NOT NULL \
     ORDER BY c.name, c.id LIMIT 20"
);
const ONE: Sql = sql!(contacts! "WHERE c.organisation_id = $1 AND c.id = $2 AND c.ended_at IS NULL");
const COUNTED: Sql = sql!(contacts! of_client! contact_counts! "AND c.id = $1");
const ALL_COUNTED: Sql = sql!(contacts! of_client! contact_counts! "AND c.organisation_id = $1 ORDER BY c.id LIMIT 20");
const BY_ID: Sql = sql!(contacts! "WHERE c.id = $1");
const BY_IDENTITY: Sql = sql!(contacts! "WHERE c.identity_id = $1");
const APPROVE: Sql = sql!(
    "UPDATE contact SET approved_at = $3 WHERE organisation_id = $1 AND id = $2 AND approved_at IS NULL AND ended_at IS NULL"
);
const PROVE: Sql = sql!("UPDATE contact SET proven_at = $2 WHERE id = $1 AND proven_at IS NULL AND ended_at IS NULL");
const END: Sql = sql!("UPDATE contact SET ended_at = $3 WHERE organisation_id = $1 AND id = $2 AND ended_at IS NULL");
const PROPOSED: Sql =
    sql!(contacts! "WHERE c.organisation_id = $1 AND c.proposal_id = $2 AND c.ended_at IS NULL ORDER BY c.id");
const WAITING_OF: Sql = sql!(
    contacts! "JOIN proposal q ON q.id = c.proposal_id AND q.organisation_id = c.organisation_id \
     WHERE c.organisation_id = $1 AND q.proposed_by = $2 AND q.state = 'open' AND q.expires_at > $3 AND c.ended_at IS NULL \
     ORDER BY c.name, c.id LIMIT 500"
);
const ENTERED_BY: Sql = sql!(
    contacts! "JOIN proposal q ON q.id = c.proposal_id AND q.organisation_id = c.organisation_id \
     WHERE c.organisation_id = $1 AND q.proposed_by = $2 AND c.id = $3"
);

/// Enters a contact of the client of the scope.
///
/// # Errors
/// [`StoreError::Taken`] when the client has a contact with this address.
pub fn add<A>(
    tx: &mut Write<'_>,
    scope: &Scope<A, impl OfClient>,
    new: &NewContact,
    at: Time,
) -> Result<(), StoreError> {
    identity::add(tx, new.identity, identity::IdentityKind::Staff, &new.subject, at)?;
    let client = scope.within().client();
    tx.run(ADD, args![new.id, client, new.identity, new.name, new.email, new.proposal, at]).map(drop)
}

/// The contacts of a client, by name, 500 at most.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Read<'_>, scope: &Scope<KeepContacts, OrganisationId>) -> Result<Vec<Contact>, StoreError> {
    tx.many(LIST, args![scope.within()])
}

/// The contacts of a client whose mail counts as its own: the way on for who cannot be helped here, and those who are asked whether
/// something is right. 20 at most.
///
/// # Errors
/// When the database fails.
pub fn way_on<A>(tx: &mut Read<'_>, scope: &Scope<A, ProjectPlace>) -> Result<Vec<Contact>, StoreError> {
    tx.many(WAY_ON, args![scope.within().organisation])
}

/// A contact, while mail from it counts and neither its client nor the mail of that is frozen.
///
/// # Errors
/// When the database fails.
pub fn counted(tx: &mut Read<'_>, id: ContactId) -> Result<Option<Contact>, StoreError> {
    tx.maybe(COUNTED, args![id])
}

/// The contacts of a client that count so, 20 at most.
///
/// # Errors
/// When the database fails.
pub fn all_counted(tx: &mut Read<'_>, client: OrganisationId) -> Result<Vec<Contact>, StoreError> {
    tx.many(ALL_COUNTED, args![client])
}

/// A contact of a client that was not ended.
///
/// # Errors
/// When the database fails.
pub fn find(
    tx: &mut Read<'_>,
    scope: &Scope<KeepContacts, OrganisationId>,
    id: ContactId,
) -> Result<Option<Contact>, StoreError> {
    tx.maybe(ONE, args![scope.within(), id])
}

/// The contacts of a client that somebody entered and nobody decided about, by name, 500 at most.
///
/// # Errors
/// When the database fails.
pub fn waiting_of(
    tx: &mut Read<'_>,
    scope: &Scope<EnterContacts, ProjectPlace>,
    by: StaffId,
    now: Time,
) -> Result<Vec<Contact>, StoreError> {
    tx.many(WAITING_OF, args![scope.within().organisation, by, now])
}

/// A contact of a client that somebody entered, however it stands by now.
///
/// # Errors
/// When the database fails.
pub fn entered_by(
    tx: &mut Read<'_>,
    scope: &Scope<EnterContacts, ProjectPlace>,
    by: StaffId,
    id: ContactId,
) -> Result<Option<Contact>, StoreError> {
    tx.maybe(ENTERED_BY, args![scope.within().organisation, by, id])
}

/// A contact, for a mail to them.
///
/// # Errors
/// When the database fails.
pub fn by_id(tx: &mut Read<'_>, id: ContactId) -> Result<Option<Contact>, StoreError> {
    tx.maybe(BY_ID, args![id])
}

/// The contact that a link hangs on.
///
/// # Errors
/// When the database fails.
pub fn by_identity(tx: &mut Read<'_>, id: IdentityId) -> Result<Option<Contact>, StoreError> {
    tx.maybe(BY_IDENTITY, args![id])
}

/// Another person approved it. False when it was approved or ended already.
///
/// # Errors
/// When the database fails.
pub fn approve(
    tx: &mut Write<'_>,
    scope: &Scope<SecondAdmin, Team>,
    id: ContactId,
    at: Time,
) -> Result<bool, StoreError> {
    Ok(tx.run(APPROVE, args![scope.within().organisation(), id, at])? == 1)
}

/// Its owner proved the mailbox. False when that was so already, or it was ended.
///
/// # Errors
/// When the database fails.
pub fn prove(tx: &mut Write<'_>, id: ContactId, at: Time) -> Result<bool, StoreError> {
    Ok(tx.run(PROVE, args![id, at])? == 1)
}

/// Ends a contact, with its links and the mails that wait. False when it was ended already.
///
/// # Errors
/// When the database fails.
pub fn end(
    tx: &mut Write<'_>,
    scope: &Scope<KeepContacts, OrganisationId>,
    contact: &Contact,
    at: Time,
) -> Result<bool, StoreError> {
    end_one(tx, scope.within(), contact, at)
}

/// The contact of a proposal that came to nothing ends.
///
/// # Errors
/// When the database fails.
pub fn drop_proposed<A>(
    tx: &mut Write<'_>,
    scope: &Scope<A, impl OfClient>,
    proposal: ProposalId,
    at: Time,
) -> Result<(), StoreError> {
    let Some(organisation) = scope.within().client() else { return Ok(()) };
    let found: Option<Contact> = tx.maybe(PROPOSED, args![organisation, proposal])?;
    found.map_or(Ok(false), |contact| end_one(tx, organisation, &contact, at)).map(drop)
}

fn end_one(tx: &mut Write<'_>, organisation: OrganisationId, contact: &Contact, at: Time) -> Result<bool, StoreError> {
    if tx.run(END, args![organisation, contact.id, at])? != 1 {
        return Ok(false);
    }
    identity::end_all(tx, contact.identity, "contact-ended", at)?;
    Ok(true)
}
