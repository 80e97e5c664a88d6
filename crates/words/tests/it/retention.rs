//! The table of terms in the docs is the one that the job uses, in the words of the page.

use std::fmt::Write;

use domain::language::Language;
use domain::retention::{Bounds, KEPT, Kept, RULES, Term};
use words::{Words, retention};

use crate::files::root;

const BEGIN: &str =
    "<!-- terms: written by HUISSLEUTEL_WRITE_TABLE=1 cargo test --release -p words --test it retention -->\n";
const END: &str = "<!-- end of terms -->";

fn days(term: Term) -> String {
    match term {
        Term::House(0) => "within minutes".to_owned(),
        Term::House(1) => "1 day".to_owned(),
        Term::House(days) => format!("{days} days"),
        Term::Client(Bounds { least, usual, most }) => format!("{usual} days; per client {least} to {most}"),
    }
}

fn tables(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn written() -> String {
    let w = Words::of(Language::En);
    let mut text =
        "\n| data | term | counts from | then | why so long | tables |\n|---|---|---|---|---|---|\n".to_owned();
    for rule in RULES {
        let said = [
            retention::class(rule.class),
            retention::from(rule.class),
            retention::does(rule.does),
            retention::reason(rule.class),
        ];
        let [class, from, does, why] = said.map(|key| w.t(key));
        writeln!(text, "| {class} | {} | {from} | {does} | {why} | {} |", days(rule.term), tables(rule.tables))
            .unwrap();
    }
    text.push_str("\nWhat is in no class:\n\n| tables | how long |\n|---|---|\n");
    for kept in Kept::ALL {
        let names: Vec<&str> = KEPT.iter().filter(|(_, why)| why == kept).map(|(table, _)| *table).collect();
        writeln!(text, "| {} | {} |", tables(&names), w.t(retention::kept(*kept))).unwrap();
    }
    text.push('\n');
    text
}

/// The part of the docs that a test writes, between its two marks.
fn parts(docs: &str) -> (&str, &str, &str) {
    let (head, rest) = docs.split_once(BEGIN).unwrap();
    let (table, tail) = rest.split_once(END).unwrap();
    (head, table, tail)
}

#[test]
fn the_docs_show_the_table_that_the_job_uses() {
    let path = root().join("docs/operate/retention.md");
    let docs = std::fs::read_to_string(&path).unwrap();
    let (head, table, tail) = parts(&docs);
    if std::env::var_os("HUISSLEUTEL_WRITE_TABLE").is_some() {
        std::fs::write(&path, format!("{head}{BEGIN}{}{END}{tail}", written())).unwrap();
        return;
    }
    assert_eq!(table, written(), "the docs say something else than the job does");
}
