//! One home: where it belongs, and its accounts with who lives behind each now.

use domain::access::{ProjectPlace, Scope};
use domain::first_login::Proof;
use domain::first_login::progress::Progress;
use domain::home::Home;
use domain::id::{AccountId, DwellingId, EmailLinkId, IdentityId, OccupancyId, OrganisationId};
use domain::linking::Used;
use domain::time::{Day, Time};

use crate::error::StoreError;
use crate::home::written;
use crate::sql::Sql;
use crate::tx::Read;
use crate::value::{Cells, DayText, Record};
use crate::{args, sql};

/// What the mail servers said last of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// Nothing against it.
    Works,
    /// Not for now.
    Delayed,
    /// The mailbox does not exist.
    Bounced,
}

/// The address in force of a household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its id.
    pub id: EmailLinkId,
    /// As it is written to.
    pub address: String,
    /// What residents' own searches compare it by.
    pub search_key: String,
    /// Who vouches for it.
    pub proof: Proof,
    /// Whether mail arrives.
    pub delivery: Delivery,
}

/// Who lives behind an account now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lives {
    /// The occupancy.
    pub occupancy: OccupancyId,
    /// Its first day.
    pub since: Day,
    /// What signs in.
    pub identity: IdentityId,
    /// Its last day, when a tenant change is planned.
    pub leaves_on: Option<Day>,
    /// The last sign-in.
    pub signed_in_at: Option<Time>,
    /// When all access was made anew because one of them left.
    pub renewed_at: Option<Time>,
    /// It has a passkey.
    pub has_passkey: bool,
    /// A password is set.
    pub has_password: bool,
    /// The address in force.
    pub link: Option<Link>,
    /// How far the household has come; none behind a second account, of which no steps are kept.
    pub progress: Option<Progress>,
}

impl Lives {
    /// What makes an account one in use, beside a confirmed address.
    #[must_use]
    pub fn used(&self) -> Used {
        Used { at: self.signed_in_at.max(self.renewed_at), has_passkey: self.has_passkey }
    }
}

/// An account of a home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserAccount {
    /// Its id.
    pub id: AccountId,
    /// The one that letters and lists are about.
    pub main: bool,
    /// Its username.
    pub username: String,
    /// Who lives behind it now; none when nobody does.
    pub lives: Option<Lives>,
}

impl Record for UserAccount {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (id, main, username) = (c.next()?, c.next()?, c.next()?);
        let lives = lives(c)?;
        Ok(Self { id, main, username, lives })
    }
}

fn lives(c: &mut Cells<'_>) -> Result<Option<Lives>, StoreError> {
    let (occupancy, since): (Option<OccupancyId>, Option<DayText>) = (c.next()?, c.next()?);
    let leaves_on = c.next::<Option<DayText>>()?.map(|text| text.day()).transpose()?;
    let (identity, signed_in_at): (Option<IdentityId>, Option<Time>) = (c.next()?, c.next()?);
    let renewed_at: Option<Time> = c.next()?;
    let has_passkey = c.next()?;
    let password_set_at: Option<Time> = c.next()?;
    let link = link(c)?;
    let state: Option<i64> = c.next()?;
    let mut days = [None; 9];
    for day in &mut days {
        *day = c.next::<Option<DayText>>()?.map(|text| text.day()).transpose()?;
    }
    let progress = match state {
        Some(state) => Some(Progress::new(days, crate::progress::state_of(state)?.address())),
        None => None,
    };
    let (Some(occupancy), Some(since), Some(identity)) = (occupancy, since, identity) else { return Ok(None) };
    let has_password = password_set_at.is_some();
    let since = since.day()?;
    Ok(Some(Lives {
        occupancy,
        since,
        leaves_on,
        identity,
        signed_in_at,
        renewed_at,
        has_passkey,
        has_password,
        link,
        progress,
    }))
}

fn link(c: &mut Cells<'_>) -> Result<Option<Link>, StoreError> {
    let (id, address, search_key): (Option<EmailLinkId>, Option<String>, Option<String>) =
        (c.next()?, c.next()?, c.next()?);
    let (proof, delivery): (Option<Proof>, Option<String>) = (c.next()?, c.next()?);
    let (Some(id), Some(address), Some(search_key), Some(proof)) = (id, address, search_key, proof) else {
        return Ok(None);
    };
    let delivery = match delivery.as_deref() {
        Some("hard") => Delivery::Bounced,
        Some("soft") => Delivery::Delayed,
        _ => Delivery::Works,
    };
    Ok(Some(Link { id, address, search_key, proof, delivery }))
}

/// An account as a program names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedAccount {
    /// Its id.
    pub id: AccountId,
    /// The one that letters and lists are about.
    pub main: bool,
    /// Its username.
    pub username: String,
    /// The home.
    pub dwelling: DwellingId,
}

impl Record for NamedAccount {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { id: c.next()?, main: c.next()?, username: c.next()?, dwelling: c.next()? })
    }
}

struct At {
    place: ProjectPlace,
    home: Home,
}

impl Record for At {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self { place: ProjectPlace { organisation: c.next()?, project: c.next()? }, home: written(c)? })
    }
}

const PLACE: Sql = sql!(
    "SELECT organisation_id, project_id, client_number, street, house_number, addition, postcode, place, build_number \
     FROM dwelling WHERE id = $1"
);
const HOME_OF: Sql = sql!("SELECT dwelling_id FROM account WHERE id = $1");
const BY_SKELETON: Sql =
    sql!("SELECT id, main, username, dwelling_id FROM account WHERE organisation_id = $1 AND skeleton = $2 LIMIT 1");
const ACCOUNTS: Sql = sql!(
    "SELECT a.id, a.main, a.username, o.id, o.starts_on, o.ends_on, i.id, i.signed_in_at, i.renewed_at, \
     EXISTS (SELECT 1 FROM passkey k WHERE k.identity_id = i.id AND k.generation = i.generation), w.set_at, l.id, l.address, l.search_key, \
     l.proof, l.delivery, p.state, p.address_received_on, p.processed_on, p.list_returned_on, p.username_handed_out_on, \
     p.instruction_handed_out_on, p.reset_asked_on, p.mail_accepted_on, p.password_set_on, p.signed_in_on \
     FROM account a LEFT JOIN occupancy o ON o.account_id = a.id AND o.starts_at <= $3 AND EXISTS (SELECT 1 FROM identity e \
     WHERE e.id = o.identity_id AND (e.access_ends_at IS NULL OR e.access_ends_at > $3)) \
     LEFT JOIN identity i ON i.id = o.identity_id \
     LEFT JOIN password w ON w.identity_id = i.id AND w.generation = i.generation \
     LEFT JOIN email_link l ON l.occupancy_id = o.id AND l.proof IN ('linked', 'confirmed') \
     LEFT JOIN progress p ON p.occupancy_id = o.id \
     WHERE a.organisation_id = $1 AND a.dwelling_id = $2 ORDER BY a.main DESC, a.id LIMIT 50"
);

/// Where a home belongs, and what the client calls it; whoever asks makes a scope of the place before showing any of it.
///
/// # Errors
/// When the database fails.
pub fn place(tx: &mut Read<'_>, dwelling: DwellingId) -> Result<Option<(ProjectPlace, Home)>, StoreError> {
    let found: Option<At> = tx.maybe(PLACE, args![dwelling])?;
    Ok(found.map(|at| (at.place, at.home)))
}

/// The home of an account; whoever asks makes a scope of its place before showing any of it.
///
/// # Errors
/// When the database fails.
pub fn home_of(tx: &mut Read<'_>, account: AccountId) -> Result<Option<DwellingId>, StoreError> {
    let found: Option<(DwellingId,)> = tx.maybe(HOME_OF, args![account])?;
    Ok(found.map(|(dwelling,)| dwelling))
}

/// The accounts of a home of the project, its main account first; at most 50.
///
/// # Errors
/// When the database fails.
pub fn accounts<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, ProjectPlace>,
    dwelling: DwellingId,
    now: Time,
) -> Result<Vec<UserAccount>, StoreError> {
    tx.many(ACCOUNTS, args![scope.within().organisation, dwelling, now])
}

/// The account of the client whose username has this skeleton.
///
/// # Errors
/// When the database fails.
pub fn by_skeleton<A>(
    tx: &mut Read<'_>,
    scope: &Scope<A, OrganisationId>,
    skeleton: &str,
) -> Result<Option<NamedAccount>, StoreError> {
    tx.maybe(BY_SKELETON, args![scope.within(), skeleton])
}
