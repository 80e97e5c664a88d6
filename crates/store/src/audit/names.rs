//! What the ids in lines of the log stand for, as people know it. Everything of a client is looked up within the client whose
//! line it is (law 9): what went to another has no name here any more.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::{LogLines, LogPlace, ReadLog, Scope};
use domain::id::{DwellingId, OrganisationId};
use uuid::Uuid;

use super::Listed;
use crate::error::StoreError;
use crate::home::written;
use crate::sql::Sql;
use crate::tx::Read;
use crate::value::{Arg, Cells, Record};
use crate::{args, sql};

/// The home a line is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// Its id.
    pub dwelling: DwellingId,
    /// The username of the account.
    pub username: String,
    /// The home as the client wrote it.
    pub home: domain::home::Home,
}

impl Record for Home {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let (dwelling, username) = (c.next()?, c.next()?);
        let home = written(c)?;
        Ok(Self { dwelling, username, home })
    }
}

/// Names for a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Who did it: the address of a member of staff, the name of a key.
    pub actor: Option<String>,
    /// The home it is about.
    pub home: Option<Home>,
    /// What else it is about: a project, a file, a colleague, a client, a key, a masked address.
    pub about: Option<String>,
}

/// A home with the account it is known by.
macro_rules! named_home {
    () => {
        "SELECT d.id, a.username, d.client_number, d.street, d.house_number, d.addition, d.postcode, d.place, d.build_number FROM "
    };
}

const ACCOUNT: Sql = sql!(
    named_home! "account a JOIN dwelling d ON d.id = a.dwelling_id WHERE a.organisation_id = $1 AND a.id = $2 \
     AND d.organisation_id = $1"
);
const DWELLING: Sql = sql!(
    named_home! "dwelling d JOIN account a ON a.dwelling_id = d.id AND a.main WHERE d.organisation_id = $1 AND d.id = $2"
);
const OCCUPANCY: Sql = sql!(
    named_home! "occupancy o JOIN account a ON a.id = o.account_id JOIN dwelling d ON d.id = a.dwelling_id \
     WHERE d.organisation_id = $1 AND o.id = $2"
);
const IDENTITY: Sql = sql!(
    named_home! "occupancy o JOIN account a ON a.id = o.account_id JOIN dwelling d ON d.id = a.dwelling_id \
     WHERE d.organisation_id = $1 AND o.identity_id = $2"
);
const PROJECT: Sql = sql!("SELECT name FROM project WHERE organisation_id = $1 AND id = $2");
const BATCH: Sql = sql!("SELECT file_name FROM import_batch WHERE organisation_id = $1 AND id = $2");
const LETTERS: Sql = sql!(
    "SELECT p.name FROM letter_run r JOIN project p ON p.id = r.project_id WHERE r.organisation_id = $1 AND r.id = $2"
);
const KEY: Sql = sql!("SELECT name FROM api_key WHERE organisation_id = $1 AND id = $2");
const CONTACT: Sql = sql!("SELECT name FROM contact WHERE organisation_id = $1 AND id = $2");
const CLIENT: Sql = sql!("SELECT name FROM organisation WHERE id = $1 AND id = $2");
const STAFF: Sql = sql!("SELECT email, organisation_id FROM staff WHERE id = $1");
const STAFF_IDENTITY: Sql = sql!("SELECT email, organisation_id FROM staff WHERE identity_id = $1");
const MAIL: Sql = sql!("SELECT masked_address FROM mail WHERE id = $1");

/// Statements that lead to a home of a client, and to another name of its.
const HOMES: [(&str, Sql); 4] =
    [("account", ACCOUNT), ("dwelling", DWELLING), ("resident", OCCUPANCY), ("identity", IDENTITY)];
const THINGS: [(&str, Sql); 6] = [
    ("project", PROJECT),
    ("batch", BATCH),
    ("letter-run", LETTERS),
    ("organisation", CLIENT),
    ("key", KEY),
    ("contact", CONTACT),
];
/// Those that lead to a member of staff.
const PEOPLE: [(&str, Sql); 2] = [("staff", STAFF), ("identity", STAFF_IDENTITY)];

/// An id, and whose line it stands in.
type Place = (Option<OrganisationId>, Uuid);

/// Names for each of these lines, which were found under the same right.
///
/// # Errors
/// When the database fails.
pub fn names(tx: &mut Read<'_>, scope: &Scope<ReadLog, LogPlace>, lines: &[Listed]) -> Result<Vec<Names>, StoreError> {
    let whole = scope.within().whole;
    let mut people: BTreeMap<(&str, Uuid), String> = BTreeMap::new();
    for (kind, sql) in PEOPLE {
        let wanted = wanted(lines, kind, true);
        let rows: Vec<Vec<Arg<'_>>> = wanted.iter().map(|(_, id)| vec![Arg::Uuid(*id)]).collect();
        let found: Vec<Option<(String, Option<OrganisationId>)>> = tx.maybe_each(sql, &rows)?;
        for ((_, id), (email, client)) in wanted.iter().zip(found).filter_map(|(place, it)| Some((place, it?))) {
            // Who sees only that something happened sees the operator's own people, and nobody of a client.
            if whole || client.is_none() {
                people.insert((kind, *id), email);
            }
        }
    }
    let mut homes: BTreeMap<(&'static str, Place), Home> = BTreeMap::new();
    let mut things: BTreeMap<(&'static str, Place), (String,)> = BTreeMap::new();
    if whole {
        for (kind, sql) in HOMES {
            look_up(tx, (kind, sql), wanted(lines, kind, false), &mut homes)?;
        }
        for (kind, sql) in THINGS {
            look_up(tx, (kind, sql), wanted(lines, kind, false), &mut things)?;
        }
        let mails = wanted(lines, "mail", true);
        let rows: Vec<Vec<Arg<'_>>> = mails.iter().map(|(_, id)| vec![Arg::Uuid(*id)]).collect();
        let found: Vec<Option<(Option<String>,)>> = tx.maybe_each(MAIL, &rows)?;
        let masked = mails.into_iter().zip(found).filter_map(|(place, it)| Some((("mail", place), (it?.0?,))));
        things.extend(masked);
    }
    let of = |it: &Listed| {
        let line = &it.line;
        let (subject, actor) = (place(line.organisation, &line.subject), place(line.organisation, &line.actor));
        let home = |(kind, at): &(&'static str, Place)| homes.get(&(*kind, *at)).cloned();
        let person = |(kind, at): &(&'static str, Place)| people.get(&(*kind, at.1)).cloned();
        let thing = |(kind, at): &(&'static str, Place)| things.get(&(*kind, *at)).map(|(name,)| name.clone());
        Names {
            actor: actor.as_ref().and_then(|it| person(it).or_else(|| thing(it))),
            home: subject.as_ref().and_then(home).or_else(|| actor.as_ref().and_then(home)),
            about: subject.as_ref().and_then(|it| thing(it).or_else(|| person(it))),
        }
    };
    Ok(lines.iter().map(of).collect())
}

/// The kinds of things that have a name.
const KINDS: [&str; 12] = [
    "account",
    "dwelling",
    "resident",
    "identity",
    "project",
    "batch",
    "letter-run",
    "organisation",
    "key",
    "contact",
    "staff",
    "mail",
];

fn place(client: Option<OrganisationId>, (kind, id): &(String, Option<Uuid>)) -> Option<(&'static str, Place)> {
    let kind = KINDS.iter().find(|known| *known == kind)?;
    Some((kind, (client, (*id)?)))
}

/// The ids of a kind in these lines, each once; only in lines of a client unless `anywhere`.
fn wanted(lines: &[Listed], kind: &str, anywhere: bool) -> BTreeSet<Place> {
    let both = lines.iter().flat_map(|it| [(it, &it.line.subject), (it, &it.line.actor)]);
    both.filter_map(|(it, thing)| place(it.line.organisation, thing))
        .filter(|(known, (client, _))| *known == kind && (anywhere || client.is_some()))
        .map(|(_, place)| place)
        .collect()
}

fn look_up<R: Record>(
    tx: &mut Read<'_>,
    (kind, sql): (&'static str, Sql),
    wanted: BTreeSet<Place>,
    into: &mut BTreeMap<(&'static str, Place), R>,
) -> Result<(), StoreError> {
    let client = |place: &Place| place.0.map_or(Uuid::nil(), |client| client.uuid());
    let rows: Vec<Vec<Arg<'_>>> =
        wanted.iter().map(|place| vec![Arg::Uuid(client(place)), Arg::Uuid(place.1)]).collect();
    let found: Vec<Option<R>> = tx.maybe_each(sql, &rows)?;
    into.extend(wanted.into_iter().zip(found).filter_map(|(place, it)| Some(((kind, place), it?))));
    Ok(())
}

/// A home of the client whose log it is.
///
/// # Errors
/// When the database fails.
pub fn home(
    tx: &mut Read<'_>,
    scope: &Scope<ReadLog, LogPlace>,
    dwelling: DwellingId,
) -> Result<Option<Home>, StoreError> {
    match scope.within() {
        LogPlace { lines: LogLines::Of(client), whole: true } => tx.maybe(DWELLING, args![client, dwelling]),
        _ => Ok(None),
    }
}
