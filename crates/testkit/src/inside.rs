//! A look into a database from outside the program, for the checkers of fault runs: what is really there, whatever was
//! answered. It does not use the program's own statements, and besides looking does what time would: waiting
//! mails become due, and what a process has to itself ends, or does not yet.

mod lists;
mod post;

use tokio::runtime::Runtime;
use tokio_postgres::{NoTls, SimpleQueryMessage};

pub use lists::{ListRow, ListSeen};
pub use post::EventRow;

/// A database, opened beside the program.
pub struct Inside(Kind);

enum Kind {
    Sqlite(rusqlite::Connection),
    Postgres(Box<Runtime>, tokio_postgres::Client),
}

/// An account, with the home it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// As issued.
    pub username: String,
    /// What must be unique.
    pub skeleton: String,
    /// The id of its dwelling.
    pub dwelling: String,
    /// The client's own number of the dwelling.
    pub number: String,
    /// The address linked to it, empty without.
    pub address: String,
}

/// A row of the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailRow {
    /// The id, as in a Message-ID.
    pub id: String,
    /// `reset`, `password-changed`, …
    pub kind: String,
    /// `waiting`, `sent`, `merged`, `dropped`, `dead`.
    pub state: String,
    /// Why it ended.
    pub reason: String,
    /// How often it was claimed.
    pub attempts: u32,
    /// Attempts whose outcome nobody knows.
    pub unknown: u32,
    /// Whom it is for, once known: the username.
    pub username: String,
}

/// A letter that was made: to which home, and what is known of it. What is not known is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterRow {
    /// As issued.
    pub username: String,
    /// The client's own number.
    pub number: String,
    /// The street.
    pub street: String,
    /// The house number.
    pub house_number: String,
    /// Letter and addition.
    pub addition: String,
    /// The postcode.
    pub postcode: String,
    /// The town.
    pub place: String,
    /// The number during building.
    pub build_number: String,
    /// The address linked to it.
    pub address: String,
}

const ACCOUNTS: &str = "SELECT a.username, a.skeleton, a.dwelling_id, COALESCE(d.client_number, ''), \
     COALESCE((SELECT l.address FROM occupancy o JOIN email_link l ON l.occupancy_id = o.id \
       AND l.proof IN ('linked', 'confirmed') WHERE o.account_id = a.id ORDER BY l.id LIMIT 1), '') \
     FROM account a JOIN dwelling d ON d.id = a.dwelling_id ORDER BY a.username";
const LETTERS: &str = "SELECT a.username, COALESCE(d.client_number, ''), COALESCE(d.street, ''), \
     COALESCE(d.house_number, ''), COALESCE(d.addition, ''), COALESCE(d.postcode, ''), COALESCE(d.place, ''), \
     COALESCE(d.build_number, ''), COALESCE((SELECT l.address FROM email_link l WHERE l.occupancy_id = o.id \
       AND l.proof IN ('linked', 'confirmed') ORDER BY l.id LIMIT 1), '') \
     FROM letter t JOIN occupancy o ON o.id = t.occupancy_id JOIN account a ON a.id = o.account_id \
     JOIN dwelling d ON d.id = a.dwelling_id ORDER BY t.run_id, t.number";
const MAILS: &str = "SELECT m.id, m.kind, m.state, COALESCE(m.reason, ''), m.attempts, \
     m.unknown_attempts, COALESCE(a.username, '') FROM mail m LEFT JOIN occupancy o ON o.identity_id = m.identity_id \
     LEFT JOIN account a ON a.id = o.account_id ORDER BY m.id";
const DELIVERY: &str = "SELECT address, delivery FROM email_link ORDER BY address, id";
const UNSEALED: &str = "SELECT count(*) FROM audit_unsealed";
const HOMES: &str = "SELECT count(*) FROM dwelling";
const DUE: &str = "UPDATE mail SET due_at = 0 WHERE state = 'waiting' AND leased_until IS NULL";
const LEASES_END: &str = "UPDATE mail SET due_at = 0, leased_until = NULL WHERE state = 'waiting'; \
     UPDATE lease SET ends_at = 0";

impl Inside {
    /// Opens it.
    ///
    /// # Panics
    /// When it cannot be opened.
    #[must_use]
    pub fn open(url: &str) -> Self {
        if let Some(path) = url.strip_prefix("sqlite:") {
            let connection = rusqlite::Connection::open(path).expect("the database file opens");
            connection.busy_timeout(std::time::Duration::from_secs(20)).expect("a time to wait");
            return Self(Kind::Sqlite(connection));
        }
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.expect("a runtime");
        let client = runtime.block_on(async {
            let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("PostgreSQL answers");
            tokio::spawn(connection);
            client
        });
        Self(Kind::Postgres(Box::new(runtime), client))
    }

    /// Every account.
    pub fn accounts(&self) -> Vec<Account> {
        let account = |row| {
            let [username, skeleton, dwelling, number, address] = cells(row);
            Account { username, skeleton, dwelling, number, address }
        };
        self.rows(ACCOUNTS).into_iter().map(account).collect()
    }

    /// Every mail, in the order of asking.
    pub fn mails(&self) -> Vec<MailRow> {
        let count = |text: String| text.parse().expect("a count");
        let mail = |row| {
            let [id, kind, state, reason, attempts, unknown, username] = cells(row);
            MailRow { id, kind, state, reason, attempts: count(attempts), unknown: count(unknown), username }
        };
        self.rows(MAILS).into_iter().map(mail).collect()
    }

    /// Every letter that was made, in the order of its run.
    pub fn letters(&self) -> Vec<LetterRow> {
        let letter = |row| {
            let [username, number, street, house_number, addition, postcode, place, build_number, address] = cells(row);
            LetterRow { username, number, street, house_number, addition, postcode, place, build_number, address }
        };
        self.rows(LETTERS).into_iter().map(letter).collect()
    }

    /// Every linked address, and whether mail arrives there (`ok`, `soft`, `hard`).
    pub fn delivery(&self) -> Vec<(String, String)> {
        self.rows(DELIVERY).into_iter().map(cells::<2>).map(|[address, delivery]| (address, delivery)).collect()
    }

    /// How many homes there are.
    pub fn homes(&self) -> usize {
        self.count(HOMES)
    }

    /// How many lines of the log wait for their number.
    pub fn unsealed(&self) -> usize {
        self.count(UNSEALED)
    }

    /// Does what somebody with the database in hands may do.
    pub fn plant(&self, sql: &str) {
        self.run(sql);
    }

    fn count(&self, sql: &str) -> usize {
        let rows = self.rows(sql);
        rows.first().and_then(|row| row.first()).and_then(|n| n.parse().ok()).expect("a count")
    }

    /// Mails that wait for a next attempt are due now. Nothing under way is touched.
    pub fn make_due(&self) {
        self.run(DUE);
    }

    /// The same when no program runs: what a killed one had claimed is free again, as it is after some minutes.
    pub fn end_leases(&self) {
        self.run(LEASES_END);
    }

    /// What the engine itself finds wrong with its files; empty when nothing is.
    pub fn damage(&self) -> Vec<String> {
        match &self.0 {
            Kind::Sqlite(_) => {
                let said = [self.rows("PRAGMA integrity_check"), self.rows("PRAGMA foreign_key_check")].concat();
                said.into_iter().flatten().filter(|line| line != "ok").collect()
            }
            Kind::Postgres(..) => Vec::new(),
        }
    }

    fn rows(&self, sql: &str) -> Vec<Vec<String>> {
        match &self.0 {
            Kind::Sqlite(connection) => {
                let mut statement = connection.prepare(sql).expect("a statement");
                let columns = statement.column_count();
                let read = |row: &rusqlite::Row<'_>| (0..columns).map(|column| text(row, column)).collect();
                statement.query_map([], read).expect("rows").map(|row| row.expect("a row")).collect()
            }
            Kind::Postgres(runtime, client) => {
                let messages = runtime.block_on(client.simple_query(sql)).expect("rows");
                let texts = |message: SimpleQueryMessage| match message {
                    SimpleQueryMessage::Row(row) => {
                        Some((0..row.len()).map(|column| row.get(column).unwrap_or_default().to_owned()).collect())
                    }
                    _ => None,
                };
                messages.into_iter().filter_map(texts).collect()
            }
        }
    }

    fn run(&self, sql: &str) {
        match &self.0 {
            Kind::Sqlite(connection) => connection.execute_batch(sql).expect("an update"),
            Kind::Postgres(runtime, client) => runtime.block_on(client.batch_execute(sql)).expect("an update"),
        }
    }
}

/// Ids are sixteen bytes on SQLite: shown as the other engine does.
fn text(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<String> {
    use rusqlite::types::ValueRef;
    Ok(match row.get_ref(column)? {
        ValueRef::Null => String::new(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        ValueRef::Blob(bytes) => uuid::Uuid::from_slice(bytes).map(|id| id.to_string()).unwrap_or_default(),
    })
}

fn cells<const N: usize>(row: Vec<String>) -> [String; N] {
    row.try_into().expect("a row as wide as its statement")
}
