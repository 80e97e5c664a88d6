//! The clients as the operator's admins see them: names and counts, no home and no resident; and the switch that freezes one.

use domain::access::{Anywhere, FreezeOrganisation, ManageClients, Scope};
use domain::id::{OrganisationId, ProjectId};
use domain::time::{Day, Time};

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Cells, DayText, Record};
use crate::{args, sql};

/// A client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// Its id.
    pub id: OrganisationId,
    /// Its short name.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Works in the service portal; else through support.
    pub portal: bool,
    /// Since when nobody of it gets in.
    pub frozen_at: Option<Time>,
    /// Since when no mail of its contacts counts.
    pub mail_frozen_at: Option<Time>,
    /// How many projects it has.
    pub projects: u32,
    /// How many people of it are invited or at work.
    pub people: u32,
    /// How many admins of it are at work.
    pub admins: u32,
}

impl Record for Client {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: c.next()?,
            slug: c.next()?,
            name: c.next()?,
            portal: c.next()?,
            frozen_at: c.next()?,
            mail_frozen_at: c.next()?,
            projects: c.next()?,
            people: c.next()?,
            admins: c.next()?,
        })
    }
}

/// A project of a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientProject {
    /// Its id.
    pub id: ProjectId,
    /// The short name of its client.
    pub client: String,
    /// The name of its client.
    pub client_name: String,
    /// Its own short name.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What its usernames begin with.
    pub prefix: String,
    /// The day it is (or was) delivered.
    pub delivered_on: Option<Day>,
    /// How many homes it has.
    pub homes: u32,
}

impl Record for ClientProject {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: c.next()?,
            client: c.next()?,
            client_name: c.next()?,
            slug: c.next()?,
            name: c.next()?,
            prefix: c.next()?,
            delivered_on: c.next::<Option<DayText>>()?.map(|text| text.day()).transpose()?,
            homes: c.next()?,
        })
    }
}

/// A client with its counts.
macro_rules! clients {
    () => {
        "SELECT o.id, o.slug, o.name, o.portal, o.frozen_at, o.mail_frozen_at, \
         (SELECT CAST(count(*) AS BIGINT) FROM project p WHERE p.organisation_id = o.id), \
         (SELECT CAST(count(*) AS BIGINT) FROM staff f WHERE f.organisation_id = o.id AND f.state <> 'ended'), \
         (SELECT CAST(count(*) AS BIGINT) FROM staff f WHERE f.organisation_id = o.id AND f.role = 'org-admin' \
         AND f.state = 'active') FROM organisation o "
    };
}

/// Projects, each a [`ClientProject`].
macro_rules! client_projects {
    () => {
        "SELECT p.id, o.slug, o.name, p.slug, p.name, p.prefix, p.delivered_on, \
         (SELECT CAST(count(*) AS BIGINT) FROM dwelling d WHERE d.project_id = p.id) \
         FROM project p JOIN organisation o ON o.id = p.organisation_id "
    };
}

const LIST: Sql = sql!(clients! "ORDER BY o.name, o.id LIMIT 1000");
const BY_SLUG: Sql = sql!(clients! "WHERE o.slug = $1");
const PROJECTS_OF: Sql = sql!(client_projects! "WHERE p.organisation_id = $1 ORDER BY p.name, p.id LIMIT 200");
const PROJECT: Sql = sql!(client_projects! "WHERE o.slug = $1 AND p.slug = $2");
const ALL_PROJECTS: Sql = sql!(
    "SELECT p.id, o.slug, o.name, p.slug, p.name, p.prefix, p.delivered_on, CAST(0 AS BIGINT) \
     FROM project p JOIN organisation o ON o.id = p.organisation_id ORDER BY o.name, p.name, p.id LIMIT 2000"
);
const DELIVERY: Sql = sql!("UPDATE project SET delivered_on = $2 WHERE id = $1");
const SIGNED_IN: Sql = sql!(
    "SELECT CAST(count(*) AS BIGINT) FROM session s JOIN identity i ON i.id = s.identity_id \
     JOIN staff f ON f.identity_id = i.id WHERE f.organisation_id = $1 AND s.ended_at IS NULL AND s.ends_at > $2 \
     AND s.generation = i.generation AND f.state <> 'ended'"
);
const FREEZE: Sql = sql!("UPDATE organisation SET frozen_at = $2 WHERE id = $1 AND frozen_at IS NULL");
const RELEASE: Sql = sql!("UPDATE organisation SET frozen_at = NULL WHERE id = $1 AND frozen_at IS NOT NULL");
const FREEZE_MAIL: Sql = sql!("UPDATE organisation SET mail_frozen_at = $2 WHERE id = $1 AND mail_frozen_at IS NULL");
const RELEASE_MAIL: Sql =
    sql!("UPDATE organisation SET mail_frozen_at = NULL WHERE id = $1 AND mail_frozen_at IS NOT NULL");

/// The clients by name, a thousand at most.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Read<'_>, _: &Scope<ManageClients, Anywhere>) -> Result<Vec<Client>, StoreError> {
    tx.many(LIST, args![])
}

/// The client of a slug.
///
/// # Errors
/// When the database fails.
pub fn by_slug(
    tx: &mut Read<'_>,
    _: &Scope<ManageClients, Anywhere>,
    slug: &str,
) -> Result<Option<Client>, StoreError> {
    tx.maybe(BY_SLUG, args![slug])
}

/// The projects of a client with their homes counted, 200 at most.
///
/// # Errors
/// When the database fails.
pub fn projects(
    tx: &mut Read<'_>,
    _: &Scope<ManageClients, Anywhere>,
    client: OrganisationId,
) -> Result<Vec<ClientProject>, StoreError> {
    tx.many(PROJECTS_OF, args![client])
}

/// All projects, 2,000 at most, without counting their homes.
///
/// # Errors
/// When the database fails.
pub fn all_projects(tx: &mut Read<'_>, _: &Scope<ManageClients, Anywhere>) -> Result<Vec<ClientProject>, StoreError> {
    tx.many(ALL_PROJECTS, args![])
}

/// The project of two slugs.
///
/// # Errors
/// When the database fails.
pub fn project(
    tx: &mut Read<'_>,
    _: &Scope<ManageClients, Anywhere>,
    (client, project): (&str, &str),
) -> Result<Option<ClientProject>, StoreError> {
    tx.maybe(PROJECT, args![client, project])
}

/// Sets the day of a delivery, or that none is known.
///
/// # Errors
/// When the database fails.
pub fn set_delivery(
    tx: &mut Write<'_>,
    _: &Scope<ManageClients, Anywhere>,
    project: ProjectId,
    on: Option<Day>,
) -> Result<(), StoreError> {
    tx.run(DELIVERY, args![project, on.map(DayText::from)]).map(drop)
}

/// On how many devices people of a client are signed in.
///
/// # Errors
/// When the database fails.
pub fn signed_in(
    tx: &mut Read<'_>,
    _: &Scope<ManageClients, Anywhere>,
    client: OrganisationId,
    now: Time,
) -> Result<u32, StoreError> {
    let (count,): (u32,) = tx.one(SIGNED_IN, args![client, now])?;
    Ok(count)
}

/// From now on nobody of the client gets in; false when that was so before.
///
/// # Errors
/// When the database fails.
pub fn freeze(
    tx: &mut Write<'_>,
    _: &Scope<FreezeOrganisation, Anywhere>,
    client: OrganisationId,
    at: Time,
) -> Result<bool, StoreError> {
    Ok(tx.run(FREEZE, args![client, at])? == 1)
}

/// The people of the client get in again; false when they did.
///
/// # Errors
/// When the database fails.
pub fn release(
    tx: &mut Write<'_>,
    _: &Scope<FreezeOrganisation, Anywhere>,
    client: OrganisationId,
) -> Result<bool, StoreError> {
    Ok(tx.run(RELEASE, args![client])? == 1)
}

/// From this moment no mail of the contacts of the client counts, and no link that went to them; with none, they do again. False when
/// that was so before.
///
/// # Errors
/// When the database fails.
pub fn freeze_mail(
    tx: &mut Write<'_>,
    _: &Scope<FreezeOrganisation, Anywhere>,
    client: OrganisationId,
    since: Option<Time>,
) -> Result<bool, StoreError> {
    let touched = match since {
        Some(at) => tx.run(FREEZE_MAIL, args![client, at])?,
        None => tx.run(RELEASE_MAIL, args![client])?,
    };
    Ok(touched == 1)
}
