//! The house rules: what the compiler does not hold, held over `cargo metadata` and the sources.
//!
//! Each rule is a small function from the house to its faults, and each has a planted fault in the tests below that it must
//! find. A rule that is wrong is changed here, with its reason; nothing in the sources switches a rule off.

pub(crate) mod docs;
pub(crate) mod graph;
pub(crate) mod licences;
pub(crate) mod manifests;
pub(crate) mod migrations;
pub(crate) mod sources;
pub(crate) mod templates;

use crate::house::House;
use crate::shell::{Outcome, Problem};

/// Something that breaks a rule: where, and what to do about it.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) place: String,
    pub(crate) says: String,
}

impl Fault {
    pub(crate) fn new(place: impl Into<String>, says: impl Into<String>) -> Self {
        Self { place: place.into(), says: says.into() }
    }

    pub(crate) fn at(path: &str, line: usize, says: impl Into<String>) -> Self {
        Self::new(format!("{path}:{line}"), says)
    }
}

/// A rule by name.
struct Rule {
    name: &'static str,
    faults: fn(&House) -> Vec<Fault>,
}

const RULES: &[Rule] = &[
    Rule { name: "call rule", faults: graph::call_rule },
    Rule { name: "one door", faults: graph::one_door },
    Rule { name: "banned crates", faults: graph::banned },
    Rule { name: "one version", faults: graph::one_version },
    Rule { name: "features", faults: graph::features },
    Rule { name: "licences", faults: licences::licences },
    Rule { name: "manifests", faults: manifests::manifests },
    Rule { name: "one test binary", faults: manifests::one_test_binary },
    Rule { name: "registries", faults: manifests::registries },
    Rule { name: "module docs", faults: sources::module_docs },
    Rule { name: "no allow", faults: sources::no_allow },
    Rule { name: "left-overs", faults: sources::left_overs },
    Rule { name: "long files", faults: sources::long_files },
    Rule { name: "sql in store", faults: sources::sql_in_store },
    Rule { name: "clock and chance", faults: sources::clock_and_chance },
    Rule { name: "machine paths", faults: sources::machine_paths },
    Rule { name: "migrations", faults: migrations::migrations },
    Rule { name: "words in templates", faults: templates::words },
    Rule { name: "strict pages", faults: templates::strict },
    Rule { name: "links in docs", faults: docs::links },
];

/// Reads the house, applies every rule, prints the faults. The summary counts the rules.
pub(crate) fn run() -> Outcome<String> {
    let house = House::read()?;
    let mut bad = Vec::new();
    for rule in RULES {
        let faults = (rule.faults)(&house);
        for fault in &faults {
            println!("{}: {}: {}", rule.name, fault.place, fault.says);
        }
        if !faults.is_empty() {
            bad.push(format!("{} ({})", rule.name, faults.len()));
        }
    }
    if bad.is_empty() {
        Ok(format!("{} rules over {} files and {} packages", RULES.len(), house.files.len(), house.built.len()))
    } else {
        Err(Problem::new(format!("broken: {}", bad.join(", "))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::Kind;

    /// One planted fault for each rule. A rule without one does not belong here.
    fn planted(rule: &str) -> House {
        let long = "//! Long.\n".to_owned() + &"fn f() {}\n".repeat(400);
        match rule {
            "call rule" => House::of_member("domain", &[("store", Kind::Normal)]),
            "one door" => House::of_member("web", &[("rusqlite", Kind::Normal)]),
            "banned crates" => House::of_built(&["openssl-sys v0.9.0|MIT|"]),
            "one version" => House::of_built(&["libsqlite3-sys v0.38.0|MIT|", "libsqlite3-sys v0.39.0|MIT|"]),
            "features" => House::of_built(&["lettre v0.11.23|MIT|smtp-transport,tracing"]),
            "licences" => House::of_built(&["x v1.0.0|AGPL-3.0|"]),
            "manifests" => House::of_files(&[("crates/x/Cargo.toml", "[package]\nname = \"x\"\n")]),
            "one test binary" => {
                let mut house = House::of_member("web", &[]);
                house.members[0].test_binaries = 2;
                house
            }
            "registries" => {
                House::of_files(&[("a/package-lock.json", "\"resolved\": \"https://elsewhere.test/a.tgz\"")])
            }
            "module docs" => House::of_files(&[("crates/x/src/a.rs", "fn f() {}\n")]),
            "no allow" => {
                House::of_files(&[("crates/x/src/a.rs", concat!("//! A.\n#[al", "low(dead_code)]\nfn f() {}\n"))])
            }
            "left-overs" => House::of_files(&[("crates/x/src/a.rs", concat!("//! A.\n// TO", "DO: later\n"))]),
            "long files" => House::of_files(&[("crates/x/src/a.rs", &long)]),
            "sql in store" => {
                House::of_files(&[("crates/app/src/a.rs", concat!("//! A.\nconst A: &str = \"SEL", "ECT 1\";\n"))])
            }
            "clock and chance" => House::of_files(&[(
                "crates/app/src/a.rs",
                "//! A.\n#[expect(clippy::disallowed_methods, reason = \"me too\")]\n",
            )]),
            "machine paths" => House::of_files(&[("README.md", concat!("see /ro", "ot/notes\n"))]),
            "migrations" => House::of_files(&[("crates/store/migrations/sqlite/0001_house.sql", "")]),
            "words in templates" => House::of_files(&[("crates/web/templates/a.html", "<h1>Welkom</h1>")]),
            "strict pages" => House::of_files(&[("crates/web/templates/a.html", "<p style=\"color:red\"></p>")]),
            "links in docs" => House::of_files(&[("README.md", "[gone](docs/gone.md)\n")]),
            other => panic!("the rule {other:?} has no planted fault"),
        }
    }

    #[test]
    fn every_rule_finds_its_planted_fault() {
        for rule in RULES {
            assert!(!(rule.faults)(&planted(rule.name)).is_empty(), "{} found nothing", rule.name);
        }
    }

    #[test]
    fn no_rule_finds_fault_with_an_empty_house() {
        for rule in RULES {
            let faults = (rule.faults)(&House::default());
            assert!(faults.is_empty(), "{}: {faults:?}", rule.name);
        }
    }
}
