//! Judges rows against what the database knows of their homes. Used twice: to tell beforehand what a list would do, and,
//! inside the write, to decide what its rows do now.

use domain::access::{Actor, Import, ProjectPlace, Scope};
use domain::first_login::{Doubled, Found, Judged, Judgement, Known, Reading, Row, judge, judge_unread};
use domain::home::{Home, Keys};
use domain::id::DwellingId;
use domain::linking::{KnownHome, KnownLink};
use domain::time::{Span, Time};
use store::home::{Lived, Place};
use store::{Read, StoreError};

use crate::house::App;

/// What the judgement of every row of a list needs.
pub(super) struct Task {
    pub(super) scope: Scope<Import, ProjectPlace>,
    pub(super) doubled: Doubled,
    /// An account signed in to within this time is in use.
    pub(super) in_use: Span,
    /// In whose name it is done.
    pub(super) by: Actor,
}

impl Task {
    pub(super) fn new(app: &App, scope: Scope<Import, ProjectPlace>, doubled: Doubled, by: Actor) -> Self {
        Self { scope, doubled, in_use: app.settings.in_use, by }
    }
}

/// A row as judged now.
pub(super) struct Verdict {
    pub(super) judged: Judged,
    /// The keys of its home; none for a row that was refused as it was read.
    pub(super) keys: Keys,
    /// The home of this project that it leads to, if it is the only one.
    pub(super) home: Option<DwellingId>,
    /// Who lives in the home it leads to.
    pub(super) lived: Option<Lived>,
}

/// What can be said of the home of a row, also of one that is refused.
pub(super) fn home_of(reading: &Reading) -> Option<&Home> {
    match reading {
        Reading::Row(row) => Some(&row.home),
        Reading::Refused { home, .. } => Some(home),
        Reading::Blank => None,
    }
}

/// The line of a row.
pub(super) fn number_of(reading: &Reading) -> u64 {
    match reading {
        Reading::Row(row) => row.number,
        Reading::Refused { number, .. } => *number,
        Reading::Blank => 0,
    }
}

/// The keys of a row.
pub(super) fn keys_of(reading: &Reading) -> Keys {
    home_of(reading).map(Home::keys).unwrap_or_default()
}

/// Judges some rows, in their order.
pub(super) fn judge_rows(
    tx: &mut Read<'_>,
    task: &Task,
    rows: &[Reading],
    now: Time,
) -> Result<Vec<Verdict>, StoreError> {
    let readable = |row: &Reading| if let Reading::Row(row) = row { row.home.keys() } else { Keys::default() };
    let keys: Vec<Keys> = rows.iter().map(readable).collect();
    let places = store::home::find_each(tx, &task.scope, &keys)?;
    let (at, homes): (Vec<usize>, Vec<DwellingId>) =
        places.iter().enumerate().filter_map(|(at, places)| Some((at, own(task, places)?))).unzip();
    let mut lived: Vec<Option<Lived>> = vec![None; rows.len()];
    for (at, found) in at.into_iter().zip(store::home::lived_each(tx, &task.scope, &homes, now)?) {
        if let Some(place) = lived.get_mut(at) {
            *place = found;
        }
    }
    let facts = keys.into_iter().zip(places).zip(lived);
    Ok(rows
        .iter()
        .zip(facts)
        .map(|(row, ((keys, places), lived))| verdict(task, row, (keys, &places), lived, now))
        .collect())
}

/// The home of the project that all keys lead to.
fn own(task: &Task, places: &[Place]) -> Option<DwellingId> {
    match places {
        [one] if one.project == task.scope.within().project => Some(one.dwelling),
        _ => None,
    }
}

fn verdict(
    task: &Task,
    reading: &Reading,
    (keys, places): (Keys, &[Place]),
    lived: Option<Lived>,
    now: Time,
) -> Verdict {
    let judged = match reading {
        Reading::Row(row) => judge_row(task, row, (&keys, places), lived.as_ref(), now),
        Reading::Refused { remarks, .. } => judge_unread(remarks),
        Reading::Blank => {
            Judged { judgement: Judgement::Unchanged, change: None, completes: false, remarks: Vec::new() }
        }
    };
    Verdict { judged, keys, home: own(task, places), lived }
}

fn judge_row(task: &Task, row: &Row, (keys, places): (&Keys, &[Place]), lived: Option<&Lived>, now: Time) -> Judged {
    let homes: Vec<DwellingId> = places.iter().map(|place| place.dwelling).collect();
    let found = match places {
        [] => Found::Nothing,
        [one] if one.project != task.scope.within().project => Found::OtherProject,
        [one] => Found::Home { household: household(lived, now - task.in_use), bare: one.bare },
        _ => Found::Several,
    };
    judge(row, &Known { twice: task.doubled.has(keys, &homes), found })
}

/// The household that a list would touch.
fn household(lived: Option<&Lived>, since: Time) -> KnownHome {
    let Some(lived) = lived else { return KnownHome::vacant() };
    let link = lived.link.clone().map(|link| KnownLink { search_key: link.search_key, proof: link.proof });
    let home = KnownHome::lived(link, lived.used, since);
    // They leave: an address that a list brings now may be that of who comes next (law 7).
    KnownHome { in_use: home.in_use || lived.leaves, ..home }
}
