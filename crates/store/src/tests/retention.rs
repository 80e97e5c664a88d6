//! Law 13: every table is in a class of data with a term, or in the list of those that are kept, with the reason.

use std::collections::BTreeSet;

use domain::retention::{Class, KEPT, RULES};
use uuid::Uuid;

use super::engines::NOON;
use super::{Fresh, each_engine};
use crate::error::StoreError;
use crate::retention::{Due, Part, due};
use crate::sql::Sql;

const TABLES: Sql = Sql::pair(
    "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
    "SELECT CAST(tablename AS TEXT) FROM pg_catalog.pg_tables WHERE schemaname = current_schema() ORDER BY tablename",
);

async fn tables(fresh: &Fresh) -> BTreeSet<String> {
    let found: Result<Vec<(String,)>, StoreError> = fresh.db.read(|tx| tx.many(TABLES, &[])).await;
    found.expect("the tables").into_iter().map(|(name,)| name).collect()
}

/// Tables that nobody decided about, and decisions about tables that are not there.
fn undecided(tables: &BTreeSet<String>) -> Vec<String> {
    let ruled = RULES.iter().flat_map(|rule| rule.tables.iter().copied());
    let decided: BTreeSet<String> = ruled.chain(KEPT.iter().map(|(table, _)| *table)).map(str::to_owned).collect();
    tables.symmetric_difference(&decided).cloned().collect()
}

#[tokio::test]
async fn every_table_has_a_term_or_a_reason_to_stay() {
    each_engine(|fresh| async move {
        let mut tables = tables(&fresh).await;
        assert_eq!(undecided(&tables), Vec::<String>::new(), "{}", fresh.engine);
        tables.insert("guestbook".to_owned());
        tables.remove("session");
        assert_eq!(undecided(&tables), ["guestbook", "session"], "the checker sees them");
    })
    .await;
}

#[tokio::test]
async fn what_is_due_is_asked_for_every_class_on_both_engines() {
    each_engine(|fresh| async move {
        for class in Class::ALL {
            let what = Due { class: *class, client: None, before: NOON, now: NOON };
            let part = Part { after: Uuid::nil(), until: Uuid::max(), most: 500 };
            let found = fresh.db.read(move |tx| due(tx, &what, part)).await.expect("an answer");
            assert!(found.is_empty(), "{class} on {}", fresh.engine);
        }
    })
    .await;
}
