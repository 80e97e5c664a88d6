//! All rows of all tables as text, to see what an act changed.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;
use testkit::Fresh;

/// Table → its rows, sorted.
pub(crate) type Tables = BTreeMap<String, Vec<String>>;

/// Which tables differ, and by how many rows: `["mail +1 -0"]`.
pub(crate) fn changed(before: &Tables, after: &Tables) -> Vec<String> {
    let mut found = Vec::new();
    for (name, rows) in after {
        let (old, new): (BTreeSet<&String>, BTreeSet<&String>) =
            (before.get(name).into_iter().flatten().collect(), rows.iter().collect());
        if old != new {
            found.push(format!("{name} +{} -{}", new.difference(&old).count(), old.difference(&new).count()));
        }
    }
    found
}

pub(super) async fn read(fresh: &Fresh) -> Tables {
    match fresh.url.strip_prefix("sqlite:") {
        Some(path) => sqlite(path),
        None => postgres(&fresh.url).await,
    }
}

/// `table.column` of every column of text, sorted.
pub(super) async fn text_columns(fresh: &Fresh) -> Vec<String> {
    let mut all: Vec<String> = match fresh.url.strip_prefix("sqlite:") {
        Some(path) => {
            let db = rusqlite::Connection::open(path).unwrap();
            let sql = "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c \
                       WHERE m.type = 'table' AND c.type = 'TEXT'";
            let mut found = db.prepare(sql).unwrap();
            found.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
        }
        None => {
            let (client, connection) = tokio_postgres::connect(&fresh.url, tokio_postgres::NoTls).await.unwrap();
            let driver = tokio::spawn(connection);
            let sql = "SELECT table_name::text || '.' || column_name::text FROM information_schema.columns \
                       WHERE table_schema = current_schema() AND data_type NOT IN ('uuid', 'bigint', 'boolean', 'bytea', 'integer')";
            let found = client.query(sql, &[]).await.unwrap().iter().map(|row| row.get(0)).collect();
            drop(client);
            driver.await.unwrap().unwrap();
            found
        }
    };
    all.sort();
    all
}

fn sqlite(path: &str) -> Tables {
    let db = rusqlite::Connection::open(path).unwrap();
    let mut names = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").unwrap();
    let names: Vec<String> = names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    names
        .into_iter()
        .map(|name| {
            let mut all = db.prepare(&format!("SELECT * FROM {name}")).unwrap();
            let columns: Vec<String> = all.column_names().map(str::to_owned).collect();
            let rows = all.query_map([], |row| {
                let cells = columns.iter().enumerate().filter(|(_, column)| !is_touched(&name, column));
                let cells: Vec<String> = cells
                    .map(|(at, column)| Ok(format!("{column}={}", written(row.get(at)?))))
                    .collect::<Result<_, rusqlite::Error>>()?;
                Ok(cells.join(" "))
            });
            let mut rows: Vec<String> = rows.unwrap().map(Result::unwrap).collect();
            rows.sort();
            (name, rows)
        })
        .collect()
}

/// When a session was last used is the one thing that reading may change.
fn is_touched(table: &str, column: &str) -> bool {
    table == "session" && column == "seen_at"
}

fn written(value: Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => text,
        // Bytes are searched as text too: a secret stored as it is would be one.
        Value::Blob(bytes) => {
            let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            format!("{hex}/{}", String::from_utf8_lossy(&bytes))
        }
    }
}

async fn postgres(url: &str) -> Tables {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.unwrap();
    let driver = tokio::spawn(connection);
    let names = client
        .query(
            "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY 1",
            &[],
        )
        .await
        .unwrap();
    let mut tables = Tables::new();
    for name in names {
        let name: String = name.get(0);
        let drop_touched = if name == "session" { " - 'seen_at'" } else { "" };
        let rows = client
            .query(&format!("SELECT (to_jsonb(t){drop_touched})::text FROM {name} t ORDER BY 1"), &[])
            .await
            .unwrap();
        tables.insert(name, rows.iter().map(|row| row.get(0)).collect());
    }
    drop(client);
    driver.await.unwrap().unwrap();
    tables
}
