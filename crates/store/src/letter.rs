//! Letters that were made: a run with its homes, so that a file can be made once more and a reprint is known as one.

use domain::access::{HandOut, ProjectPlace, Scope};
use domain::first_login::LetterChoice;
use domain::id::{LetterRunId, OccupancyId, StaffId};
use domain::language::Language;
use domain::time::Time;

use crate::error::StoreError;
use crate::progress::{Standing, standing};
use crate::sql::Sql;
use crate::tx::{Read, Write};
use crate::value::{Arg, Cells, Record};
use crate::{args, sql};

/// A run of letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its id.
    pub id: LetterRunId,
    /// Which homes.
    pub choice: LetterChoice,
    /// In which language.
    pub language: Language,
    /// How many letters.
    pub homes: u64,
    /// To how many homes a letter was made before.
    pub again: u64,
    /// The address of who made them; none for the command line.
    pub by: Option<String>,
    /// When.
    pub created_at: Time,
    /// To how many of its homes nobody told yet that username and instruction were handed out.
    pub not_told: u64,
}

impl Record for Run {
    fn read(c: &mut Cells<'_>) -> Result<Self, StoreError> {
        let count = |n: i64| u64::try_from(n).map_err(|_| StoreError::internal("a negative count"));
        Ok(Self {
            id: c.next()?,
            choice: c.next()?,
            language: c.next()?,
            homes: count(c.next()?)?,
            again: count(c.next()?)?,
            by: c.next()?,
            created_at: c.next()?,
            not_told: count(c.next()?)?,
        })
    }
}

/// A run to be added, without its homes.
#[derive(Clone, Debug)]
pub struct NewRun {
    /// Its id.
    pub id: LetterRunId,
    /// Which homes.
    pub choice: LetterChoice,
    /// In which language.
    pub language: Language,
    /// Who makes them; none for the command line.
    pub staff: Option<StaffId>,
}

const ADD: Sql = sql!(
    "INSERT INTO letter_run (id, organisation_id, project_id, choice, language, homes, again, staff_id, created_at) \
     VALUES ($1, $2, $3, $4, $5, 0, 0, $6, $7)"
);
const ADD_LETTER: Sql = sql!("INSERT INTO letter (run_id, number, occupancy_id) VALUES ($1, $2, $3)");
const BEFORE: Sql = sql!("SELECT occupancy_id FROM letter WHERE occupancy_id = $1 AND run_id <> $2 LIMIT 1");
const COUNT: Sql = sql!("UPDATE letter_run SET homes = homes + $2, again = again + $3 WHERE id = $1");
const RUNS: Sql = sql!(
    "SELECT r.id, r.choice, r.language, r.homes, r.again, s.email, r.created_at, \
     (SELECT CAST(COUNT(*) AS BIGINT) FROM letter l JOIN progress p ON p.occupancy_id = l.occupancy_id AND p.project_id = r.project_id \
     WHERE l.run_id = r.id AND (p.state & 24) <> 24) FROM letter_run r LEFT JOIN staff s ON s.id = r.staff_id \
     WHERE r.organisation_id = $1 AND r.project_id = $2 AND r.homes > 0 ORDER BY r.id DESC LIMIT 20"
);
const PATH: Sql = sql!(
    "SELECT o.slug, p.slug FROM letter_run r JOIN project p ON p.id = r.project_id \
     JOIN organisation o ON o.id = p.organisation_id WHERE r.id = $1 LIMIT 1"
);
const LANGUAGE: Sql =
    sql!("SELECT id, language FROM letter_run WHERE organisation_id = $1 AND project_id = $2 AND id = $3");
const HOMES: Sql = sql!(
    standing! "FROM letter_run r JOIN letter l ON l.run_id = r.id JOIN progress p ON p.occupancy_id = l.occupancy_id AND p.project_id = r.project_id \
     JOIN dwelling d ON d.id = p.dwelling_id JOIN account a ON a.id = p.account_id \
     WHERE r.organisation_id = $1 AND r.project_id = $2 AND r.id = $3 AND l.number > $4 AND l.number <= $5 \
     AND p.starts_at <= $6 AND (p.ends_at IS NULL OR p.ends_at > $6) ORDER BY l.number LIMIT 2000"
);
const FORGET: Sql = sql!("DELETE FROM letter WHERE occupancy_id = $1");

/// Adds a run without letters.
///
/// # Errors
/// When the database fails.
pub fn add(tx: &mut Write<'_>, scope: &Scope<HandOut, ProjectPlace>, new: &NewRun, at: Time) -> Result<(), StoreError> {
    let place = scope.within();
    let args = args![new.id, place.organisation, place.project, new.choice, new.language, new.staff, at];
    tx.run(ADD, args).map(drop)
}

/// Adds letters to a run, numbered from `first` on.
///
/// # Errors
/// When the database fails.
pub fn add_letters(
    tx: &mut Write<'_>,
    _: &Scope<HandOut, ProjectPlace>,
    (run, first): (LetterRunId, u32),
    homes: &[OccupancyId],
) -> Result<(), StoreError> {
    let asked: Vec<Vec<Arg<'_>>> = homes.iter().map(|home| args![*home, run].to_vec()).collect();
    let before: Vec<Option<(OccupancyId,)>> = tx.maybe_each(BEFORE, &asked)?;
    let again = before.iter().flatten().count();
    let numbers: Vec<u32> = (first..).take(homes.len()).collect();
    let rows: Vec<Vec<Arg<'_>>> =
        homes.iter().zip(&numbers).map(|(home, number)| args![run, *number, *home].to_vec()).collect();
    tx.run_each(ADD_LETTER, &rows)?;
    let count = |n: usize| i64::try_from(n).map_err(|_| StoreError::internal("more letters than there are homes"));
    tx.run(COUNT, args![run, count(homes.len())?, count(again)?]).map(drop)
}

/// The newest runs of the project, at most 20.
///
/// # Errors
/// When the database fails.
pub fn runs(tx: &mut Read<'_>, scope: &Scope<HandOut, ProjectPlace>) -> Result<Vec<Run>, StoreError> {
    let place = scope.within();
    tx.many(RUNS, args![place.organisation, place.project])
}

/// The slugs of client and project of a run. Whoever asks makes a scope there before showing anything.
///
/// # Errors
/// When the database fails.
pub fn path(tx: &mut Read<'_>, run: LetterRunId) -> Result<Option<(String, String)>, StoreError> {
    tx.maybe(PATH, args![run])
}

/// The language of a run of the project.
///
/// # Errors
/// When the database fails.
pub fn language(
    tx: &mut Read<'_>,
    scope: &Scope<HandOut, ProjectPlace>,
    run: LetterRunId,
) -> Result<Option<Language>, StoreError> {
    let place = scope.within();
    let found: Option<(LetterRunId, Language)> = tx.maybe(LANGUAGE, args![place.organisation, place.project, run])?;
    Ok(found.map(|(_, language)| language))
}

/// The homes of a run behind a number up to another, at most 2,000; those whose resident has left since are gone.
///
/// # Errors
/// When the database fails.
pub fn homes(
    tx: &mut Read<'_>,
    scope: &Scope<HandOut, ProjectPlace>,
    (run, after, last): (LetterRunId, u32, u32),
    now: Time,
) -> Result<Vec<Standing>, StoreError> {
    let place = scope.within();
    tx.many(HOMES, args![place.organisation, place.project, run, after, last, now])
}

/// Forgets the letters to an occupancy that is undone.
///
/// # Errors
/// When the database fails.
pub(crate) fn forget(tx: &mut Write<'_>, occupancy: OccupancyId) -> Result<(), StoreError> {
    tx.run(FORGET, args![occupancy]).map(drop)
}
