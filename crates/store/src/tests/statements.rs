//! Every statement in the source is one both engines accept, and follows the rules of the house.

use std::collections::BTreeMap;
use std::path::Path;

use super::each_engine;
use crate::dialect;
use crate::sql::Sql;

/// Every `sql!("…")` under `src`, with the file it stands in.
pub(super) fn statements() -> Vec<(String, &'static str)> {
    let mut files = Vec::new();
    collect(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut files);
    let named: Vec<(&str, String)> = files.iter().flat_map(|(_, text)| heads(text)).collect();
    let heads: BTreeMap<&str, String> = named.iter().cloned().collect();
    assert_eq!(heads.len(), named.len(), "two beginnings have one name");
    let in_file = |(file, text): &(String, String)| {
        text.split("sql!(")
            .skip(1)
            .filter_map(|piece| Some((file.clone(), statement(piece, &heads)?)))
            .collect::<Vec<_>>()
    };
    let found: Vec<(String, &'static str)> = files.iter().flat_map(in_file).collect();
    assert!(found.len() > 100, "the search over the source finds the statements");
    found
}

/// The macros of a file that stand for a piece of SQL: `macro_rules! name { () => { "…" }; }`.
fn heads(text: &str) -> Vec<(&str, String)> {
    let macros = text.split("macro_rules! ").skip(1);
    macros
        .filter_map(|piece| {
            let (name, rest) = piece.split_once(" {")?;
            Some((name, unescape(rest.trim_start().strip_prefix("() => {")?.trim_start().strip_prefix('"')?)))
        })
        .collect()
}

/// The text of `head! head! "…"`; none where the source only speaks of the macro.
fn statement(piece: &str, heads: &BTreeMap<&str, String>) -> Option<&'static str> {
    let mut whole = String::new();
    let mut rest = piece.trim_start();
    while let Some((name, after)) = rest.split_once("! ").filter(|(name, _)| name.bytes().all(is_of_name)) {
        whole.push_str(heads.get(name).unwrap_or_else(|| panic!("no macro {name}")));
        rest = after.trim_start();
    }
    whole.push_str(&unescape(rest.strip_prefix('"')?));
    Some(Box::leak(whole.into_boxed_str()))
}

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte == b'_'
}

fn collect(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).expect("the source") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            if !path.ends_with("tests") {
                collect(&path, found);
            }
            continue;
        }
        found.push((path.display().to_string(), std::fs::read_to_string(&path).expect("a source file")));
    }
}

/// The text of a string literal up to its closing quote.
fn unescape(literal: &str) -> String {
    let mut text = String::new();
    let mut chars = literal.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => match chars.next() {
                Some('\n') => {
                    while chars.peek().is_some_and(|c| c.is_whitespace()) {
                        chars.next();
                    }
                }
                Some(other) => text.push(other),
                None => break,
            },
            other => text.push(other),
        }
    }
    text
}

fn pairs() -> Vec<(String, Sql)> {
    vec![("dialect.rs".to_owned(), dialect::CLAIM_MAIL), ("dialect.rs".to_owned(), dialect::MIGRATION_TABLE_EXISTS)]
}

#[tokio::test]
async fn every_statement_is_prepared_on_both_engines() {
    each_engine(|fresh| async move {
        let all: Vec<(String, Sql)> =
            statements().into_iter().map(|(file, text)| (file, Sql::same(text))).chain(pairs()).collect();
        for (file, sql) in all {
            let prepared = fresh.db.write(move |tx| tx.prepare_only(sql)).await;
            assert!(prepared.is_ok(), "{file} on {}: {prepared:?}\n{}", fresh.engine, sql.sqlite);
        }
    })
    .await;
}

#[test]
fn statements_follow_the_rules_of_the_house() {
    for (file, text) in statements() {
        let upper = text.to_uppercase();
        assert!(!upper.contains(" LIKE "), "{file}: no LIKE, a prefix is >= $1 AND < $2: {text}");
        assert!(!upper.contains("AS UUID"), "{file}: never CAST(x AS UUID): {text}");
        assert!(!upper.contains("$1 IS NULL OR"), "{file}: no optional condition: {text}");
        assert!(!upper.contains("DEFERRABLE"), "{file}: no deferred constraints: {text}");
        let casted = !upper.contains("SUM(") && !upper.contains("COUNT(") || upper.contains("AS BIGINT");
        assert!(casted, "{file}: sums and counts are CAST(… AS BIGINT): {text}");
        let is_list = upper.starts_with("SELECT") && !upper.contains("LIMIT 1");
        let by_key =
            upper.contains("COUNT(") || upper.contains("SUM(") || ONE_ROW.iter().any(|key| upper.contains(key));
        assert!(!is_list || by_key || upper.contains("ORDER BY"), "{file}: a list has an ORDER BY: {text}");
    }
}

/// Conditions that make a SELECT give at most one row, so that it needs no order.
const ONE_ROW: &[&str] = &[
    "WHERE ID = $",
    "AND ID = $",
    "LINE_ID = $",
    ".ID = $",
    "HASH = $",
    "SKELETON = $",
    "SLUG = $",
    "EMAIL = $",
    "CREDENTIAL = $",
    "NAME = $",
    "WHERE IDENTITY_ID = $",
    ".IDENTITY_ID = $",
];
