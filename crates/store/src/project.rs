//! Dwellings delivered together. A project gives its usernames their prefix and counts their numbers.

use domain::access::{AddProject, Anywhere, ManageClients, ProjectPlace, Scope, SeeBoard};
use domain::id::{OrganisationId, ProjectId};
use domain::time::{Day, Time};
use domain::username::Prefix;

use crate::error::StoreError;
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Arg, Cells, DayText, Record};
use crate::{args, sql};

/// A project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Its id.
    pub id: ProjectId,
    /// The client whose homes it holds.
    pub organisation: OrganisationId,
    /// The client's name.
    pub organisation_name: String,
    /// The client's short name.
    pub organisation_slug: String,
    /// Its short name, unique within the client.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What its usernames begin with.
    pub prefix: String,
    /// The number the next username tries.
    pub next_number: u32,
    /// The day it is (or was) delivered.
    pub delivered_on: Option<Day>,
}

impl Record for Project {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: c.next()?,
            organisation: c.next()?,
            organisation_name: c.next()?,
            organisation_slug: c.next()?,
            slug: c.next()?,
            name: c.next()?,
            prefix: c.next()?,
            next_number: c.next()?,
            delivered_on: c.next::<Option<DayText>>()?.map(|text| text.day()).transpose()?,
        })
    }
}

/// A project to be added.
#[derive(Clone, Debug)]
pub struct NewProject {
    /// Its id.
    pub id: ProjectId,
    /// Its short name, unique within the client.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What its usernames begin with.
    pub prefix: String,
    /// The day it is (or was) delivered.
    pub delivered_on: Option<Day>,
}

const ADD: Sql = sql!(
    "INSERT INTO project (id, organisation_id, slug, name, prefix, next_number, delivered_on, created_at) \
     VALUES ($1, $2, $3, $4, $5, 1, $6, $7)"
);
/// What a [`Project`] holds.
macro_rules! one_of_projects {
    () => {
        "SELECT p.id, p.organisation_id, o.name, o.slug, p.slug, p.name, p.prefix, p.next_number, p.delivered_on \
         FROM project p JOIN organisation o ON o.id = p.organisation_id WHERE "
    };
}

const BY_SLUG: Sql = sql!(
    one_of_projects! "o.slug = $1 AND p.slug = $2"
);
const OF_CLIENT: Sql = sql!(
    one_of_projects! "p.organisation_id = $1 \
     ORDER BY p.name, p.id LIMIT 200"
);
const BY_ID: Sql = sql!(
    one_of_projects! "p.id = $1 LIMIT 1"
);
/// The skeleton of a prefix, as `domain::username` makes it.
macro_rules! skeleton {
    () => {
        "REPLACE(REPLACE(REPLACE(LOWER(p.prefix), 'o', '0'), 'i', '1'), 'l', '1')"
    };
}

const LIKE: Sql = sql!(one_of_projects! skeleton! " = $1 ORDER BY p.id LIMIT 20");
const LONGER: Sql = sql!(one_of_projects! skeleton! " BETWEEN $1 AND $2 ORDER BY p.id LIMIT 1000");
const NEXT_NUMBER: Sql = sql!("SELECT next_number FROM project WHERE organisation_id = $1 AND id = $2");
const SET_NEXT_NUMBER: Sql = sql!("UPDATE project SET next_number = $3 WHERE organisation_id = $1 AND id = $2");

/// Adds a project to a client.
///
/// # Errors
/// [`StoreError::Taken`] when the client has a project of that slug.
pub fn add(
    tx: &mut Write<'_>,
    scope: &Scope<AddProject, OrganisationId>,
    new: &NewProject,
    at: Time,
) -> Result<(), StoreError> {
    let delivered = new.delivered_on.map(DayText::from);
    tx.run(ADD, args![new.id, scope.within(), new.slug, new.name, new.prefix, delivered, at]).map(drop)
}

/// Projects of any client whose prefix may look like this one: its skeleton is the same, is the beginning of this one's, or begins
/// with this one's and a one. [`Prefix::clashes`] tells which do.
///
/// # Errors
/// When the database fails.
pub fn alike(
    tx: &mut Read<'_>,
    _: &Scope<ManageClients, Anywhere>,
    prefix: &Prefix,
) -> Result<Vec<Project>, StoreError> {
    let skeleton = prefix.skeleton();
    // A tilde comes behind every sign that a skeleton has.
    let mut found = tx.many(LONGER, args![format!("{skeleton}1"), format!("{skeleton}1~")])?;
    for at in 2..=skeleton.len() {
        found.extend(tx.many(LIKE, args![skeleton.get(..at).unwrap_or_default()])?);
    }
    Ok(found)
}

/// The project of a client's slug and its own, as in `almelo/zuiderpark`.
///
/// # Errors
/// When the database fails.
pub fn by_slugs(tx: &mut Read<'_>, organisation: &str, project: &str) -> Result<Option<Project>, StoreError> {
    tx.maybe(BY_SLUG, args![organisation, project])
}

/// The projects of a client by name, at most 200.
///
/// # Errors
/// When the database fails.
pub fn of_client(tx: &mut Read<'_>, scope: &Scope<SeeBoard, OrganisationId>) -> Result<Vec<Project>, StoreError> {
    tx.many(OF_CLIENT, args![scope.within()])
}

/// The projects of these ids, in their order; whoever asks makes a scope in each before showing any of it.
///
/// # Errors
/// When the database fails.
pub fn by_ids(tx: &mut Read<'_>, ids: &[ProjectId]) -> Result<Vec<Project>, StoreError> {
    let rows: Vec<Vec<Arg<'_>>> = ids.iter().map(|id| args![*id].to_vec()).collect();
    Ok(tx.maybe_each(BY_ID, &rows)?.into_iter().flatten().collect())
}

/// The number the next username of the project tries.
///
/// # Errors
/// When the database fails.
pub fn next_number<A>(tx: &mut Read<'_>, scope: &Scope<A, ProjectPlace>) -> Result<Option<u32>, StoreError> {
    let place = scope.within();
    let found: Option<(u32,)> = tx.maybe(NEXT_NUMBER, args![place.organisation, place.project])?;
    Ok(found.map(|(number,)| number))
}

/// Remembers how far the usernames of the project have come; a number is never used twice, also after an undo.
///
/// # Errors
/// When the database fails.
pub fn set_next_number<A>(tx: &mut Write<'_>, scope: &Scope<A, ProjectPlace>, number: u32) -> Result<(), StoreError> {
    let place = scope.within();
    tx.run(SET_NEXT_NUMBER, args![place.organisation, place.project, number]).map(drop)
}
