//! Whose each row of the database is, told by the rows alone: by the client it names, or by what it hangs on.

use std::collections::BTreeMap;

use serde_json::Value;

use super::sides::WORDS;
use crate::testapp::Tables;

/// What a row that names no client hangs on.
const HANGS_ON: [&str; 9] =
    ["id", "identity_id", "occupancy_id", "batch_id", "run_id", "change_id", "line_id", "mail_id", "key_id"];

/// Of each client: table → its rows.
#[derive(Clone, Default)]
pub(super) struct Owned {
    rows: [BTreeMap<String, Vec<String>>; 3],
    /// Table → the ids of its rows.
    pub(super) ids: [BTreeMap<String, Vec<String>>; 3],
    /// The table of an id, and its place there.
    places: BTreeMap<String, (usize, String, usize)>,
}

impl Owned {
    pub(super) fn read(tables: &Tables) -> Self {
        let mut owned = Self::default();
        let named = |row: &String| WORDS.iter().position(|word| cell(row, "slug").as_deref() == Some(word));
        let mut sides: BTreeMap<String, usize> = BTreeMap::new();
        for row in &tables["organisation"] {
            sides.extend(cell(row, "id").zip(named(row)));
        }
        let mut left: Vec<(&String, &String)> =
            tables.iter().flat_map(|(table, rows)| rows.iter().map(move |row| (table, row))).collect();
        // What hangs on something that hangs on something is found in the next turn.
        for turn in 0..4 {
            left.retain(|(table, row)| {
                let client = cell(row, "organisation_id");
                let hangs = HANGS_ON.iter().filter_map(|column| cell(row, column)).filter(|_| turn > 0);
                let side = match &client {
                    Some(client) => sides.get(client).copied(),
                    None => hangs.into_iter().find_map(|id| sides.get(&id).copied()),
                };
                let side = side.or_else(|| named(row).filter(|_| *table == "organisation"));
                let Some(side) = side else { return true };
                owned.add(side, table, row);
                sides.extend(cell(row, "id").map(|id| (id, side)));
                if *table == "occupancy" || *table == "staff" {
                    sides.extend(cell(row, "identity_id").map(|id| (id, side)));
                }
                false
            });
        }
        owned
    }

    fn add(&mut self, side: usize, table: &str, row: &str) {
        self.rows[side].entry(table.to_owned()).or_default().push(row.to_owned());
        let Some(id) = cell(row, "id") else { return };
        let ids = self.ids[side].entry(table.to_owned()).or_default();
        self.places.insert(id.clone(), (side, table.to_owned(), ids.len()));
        ids.push(id);
    }

    /// The tables in which the rows of a client are others than before.
    pub(super) fn changed(&self, before: &Self, side: usize) -> Vec<String> {
        let (now, then) = (&self.rows[side], &before.rows[side]);
        let all: std::collections::BTreeSet<&String> = now.keys().chain(then.keys()).collect();
        all.into_iter().filter(|table| now.get(*table) != then.get(*table)).cloned().collect()
    }

    /// Tables of which a client has no row.
    pub(super) fn lacks(&self, side: usize, tables: &[&'static str]) -> Vec<&'static str> {
        tables.iter().filter(|table| !self.rows[side].contains_key(**table)).copied().collect()
    }

    /// Whose thing this is.
    pub(super) fn side_of(&self, id: &str) -> Option<usize> {
        self.places.get(id).map(|(side, ..)| *side)
    }

    /// A thing of the same kind of another client.
    pub(super) fn same_of(&self, id: &str, side: usize) -> Option<&String> {
        let (_, table, at) = self.places.get(id)?;
        let theirs = self.ids[side].get(table).filter(|ids| !ids.is_empty())?;
        theirs.get(at % theirs.len())
    }
}

/// An id or a word in a row, ids as everywhere outside the database.
fn cell(row: &str, column: &str) -> Option<String> {
    if row.starts_with('{') {
        let row: Value = serde_json::from_str(row).unwrap();
        return row.get(column).and_then(Value::as_str).map(str::to_owned);
    }
    let at = if row.starts_with(&format!("{column}=")) {
        Some(0)
    } else {
        row.find(&format!(" {column}=")).map(|at| at + 1)
    };
    let rest = &row[at? + column.len() + 1..];
    let text = rest.split([' ', '/']).next().unwrap_or_default();
    let is_id = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    match text {
        "-" => None,
        id if is_id => Some(format!("{}-{}-{}-{}-{}", &id[..8], &id[8..12], &id[12..16], &id[16..20], &id[20..])),
        word => Some(word.to_owned()),
    }
}
