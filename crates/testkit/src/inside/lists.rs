//! Lists on their way, as their tables tell.

use std::collections::BTreeMap;

use super::{Inside, Kind, cells};

/// How far a list is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListSeen {
    /// Its id.
    pub id: String,
    /// `arriving`, `reading`, `judged`, …
    pub state: String,
    /// The number of the last row that was applied.
    pub cursor: u64,
    /// Parts of the upload that are there.
    pub uploads: u64,
    /// Parts of its copy that are there.
    pub copies: u64,
    /// Rows that were judged.
    pub rows: u64,
    /// Rows that were undone.
    pub undone: u64,
}

/// A row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRow {
    /// Its line.
    pub number: u64,
    /// `new`, `changed`, …
    pub judgement: String,
    /// The username of the account it led to, empty without.
    pub username: String,
    /// It was undone.
    pub undone: bool,
}

const LISTS: &str = "SELECT b.id, b.state, b.cursor, \
     (SELECT count(*) FROM import_part p WHERE p.batch_id = b.id AND p.kind = 'upload'), \
     (SELECT count(*) FROM import_part p WHERE p.batch_id = b.id AND p.kind = 'copy'), \
     (SELECT count(*) FROM import_row r WHERE r.batch_id = b.id), \
     (SELECT count(*) FROM import_row r WHERE r.batch_id = b.id AND r.undone_at IS NOT NULL) FROM import_batch b";
const ROWS: &str = "SELECT r.number, r.judgement, COALESCE(a.username, ''), \
     CASE WHEN r.undone_at IS NULL THEN 0 ELSE 1 END FROM import_row r LEFT JOIN account a ON a.id = r.account_id";

impl Inside {
    /// The list that came last.
    pub fn newest_list(&self) -> Option<ListSeen> {
        self.rows(&format!("{LISTS} ORDER BY b.id DESC LIMIT 1")).into_iter().next().map(seen)
    }

    /// One list.
    pub fn one_list(&self, id: &str) -> Option<ListSeen> {
        self.rows(&format!("{LISTS} WHERE b.id = {}", self.literal(id))).into_iter().next().map(seen)
    }

    /// The rows of a list, in their order.
    pub fn rows_of(&self, list: &str) -> Vec<ListRow> {
        let row = |row| {
            let [line, judgement, username, undone] = cells(row);
            ListRow { number: number(&line), judgement, username, undone: undone == "1" }
        };
        let sql = format!("{ROWS} WHERE r.batch_id = {} ORDER BY r.number", self.literal(list));
        self.rows(&sql).into_iter().map(row).collect()
    }

    /// A process has the list to itself, unless its time is over.
    pub fn is_leased(&self, list: &str) -> bool {
        !self.rows(&format!("SELECT name FROM lease WHERE name = 'import/{list}' AND ends_at > 0")).is_empty()
    }

    /// What processes have to themselves stays theirs, however long a test looks on; until the leases end.
    pub fn keep_list_leases(&self) {
        self.run("UPDATE lease SET ends_at = 9000000000000000000 WHERE name LIKE 'import/%' AND ends_at > 0");
    }

    /// How often each act stands in the log, of all or about one thing.
    pub fn acts(&self, about: Option<&str>) -> BTreeMap<String, u64> {
        let about = about.map(|id| format!("WHERE subject_id = {}", self.literal(id))).unwrap_or_default();
        let counted = self.rows(&format!("SELECT act, count(*) FROM audit_line {about} GROUP BY act"));
        counted.into_iter().map(cells::<2>).map(|[act, count]| (act, number(&count))).collect()
    }

    /// An id as this engine writes it.
    fn literal(&self, id: &str) -> String {
        match &self.0 {
            Kind::Sqlite(_) => format!("X'{}'", id.replace('-', "")),
            Kind::Postgres(..) => format!("'{id}'"),
        }
    }
}

fn seen(row: Vec<String>) -> ListSeen {
    let [id, state, cursor, uploads, copies, rows, undone] = cells(row);
    ListSeen {
        id,
        state,
        cursor: number(&cursor),
        uploads: number(&uploads),
        copies: number(&copies),
        rows: number(&rows),
        undone: number(&undone),
    }
}

fn number(text: &str) -> u64 {
    text.parse().expect("a number")
}
