//! Rows that the program wrote, read back so that the bare limit can write the very same ones: whatever columns they have.

use anyhow::Context;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

/// Rows of one table, in the order they were written.
pub(crate) struct Copied {
    table: &'static str,
    columns: Vec<String>,
    pub(crate) rows: Vec<Vec<Value>>,
}

impl Copied {
    /// Reads at most so many.
    pub(crate) fn read(connection: &Connection, table: &'static str, most: usize) -> anyhow::Result<Self> {
        let mut select = connection.prepare(&format!("SELECT * FROM {table} ORDER BY rowid LIMIT {most}"))?;
        let columns: Vec<String> = select.column_names().map(str::to_owned).collect();
        let cells = columns.len();
        let rows = select
            .query_map([], |row| (0..cells).map(|cell| row.get(cell)).collect())?
            .collect::<Result<Vec<Vec<Value>>, _>>()?;
        Ok(Self { table, columns, rows })
    }

    /// The columns, for a statement.
    pub(crate) fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The statement that writes a row.
    pub(crate) fn statement(&self) -> String {
        let marks: Vec<String> = (1..=self.columns.len()).map(|number| format!("?{number}")).collect();
        format!("INSERT INTO {} ({}) VALUES ({})", self.table, self.columns.join(", "), marks.join(", "))
    }

    /// The first row, with other values in some columns.
    pub(crate) fn first_with(&self, changed: &[(&str, Value)]) -> anyhow::Result<Vec<Value>> {
        let mut row = self.rows.first().with_context(|| format!("no row in {}", self.table))?.clone();
        for (name, value) in changed {
            let at = self.columns.iter().position(|column| column == name).with_context(|| format!("no {name}"))?;
            if let Some(cell) = row.get_mut(at) {
                *cell = value.clone();
            }
        }
        Ok(row)
    }

    /// Writes the part of the rows that falls in chunk `number` of `chunks`.
    pub(crate) fn write_chunk(&self, into: &Connection, number: usize, chunks: usize) -> anyhow::Result<()> {
        let (from, to) = (self.rows.len() * number / chunks, self.rows.len() * (number + 1) / chunks);
        let mut insert = into.prepare_cached(&self.statement())?;
        for row in self.rows.get(from..to).unwrap_or_default() {
            insert.execute(params_from_iter(row))?;
        }
        Ok(())
    }
}
