//! Rules about migrations: the same names for both engines, numbered without holes, and never edited after a release.
//!
//! `crates/store/migrations/SHA256SUMS` lists what a release has shipped (`cargo xtask freeze` writes it; `sha256sum --check`
//! reads it too). A migration that no release has shipped may still change.

use std::process::Command;

use super::Fault;
use crate::house::{File, House};
use crate::shell::{self, Outcome, Problem};

const FOLDER: &str = "crates/store/migrations/";
const SUMS: &str = "crates/store/migrations/SHA256SUMS";
const ENGINES: [&str; 2] = ["sqlite", "postgres"];

/// Both engines have the same steps, in one unbroken row, and shipped ones are as they were.
pub(crate) fn migrations(house: &House) -> Vec<Fault> {
    let mut faults = Vec::new();
    let [sqlite, postgres] = ENGINES.map(|engine| names(house, engine));
    for (engine, names, others) in [("sqlite", &sqlite, &postgres), ("postgres", &postgres, &sqlite)] {
        for name in others.iter().filter(|name| !names.contains(name)) {
            faults.push(Fault::new(
                format!("{FOLDER}{engine}/{name}"),
                "is missing: both engines have the same migrations",
            ));
        }
    }
    for (index, name) in sqlite.iter().enumerate() {
        if !well_named(name, index + 1) {
            faults
                .push(Fault::new(format!("{FOLDER}sqlite/{name}"), format!("is not called {:04}_name.sql", index + 1)));
        }
    }
    faults.extend(edited(house));
    faults
}

/// The names of an engine's migrations, in order.
fn names<'a>(house: &'a House, engine: &str) -> Vec<&'a str> {
    let folder = format!("{FOLDER}{engine}/");
    house
        .files
        .iter()
        .filter_map(|file| file.path.strip_prefix(&folder))
        .filter(|name| name.ends_with(".sql"))
        .collect()
}

/// `0007_second_person.sql` for 7.
fn well_named(name: &str, number: usize) -> bool {
    let Some((digits, words)) = name.strip_suffix(".sql").and_then(|stem| stem.split_once('_')) else { return false };
    digits.len() == 4
        && digits.parse() == Ok(number)
        && !words.is_empty()
        && words.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

fn edited(house: &House) -> Vec<Fault> {
    let Some(sums) = house.file(SUMS) else { return Vec::new() };
    let mut faults = Vec::new();
    for (number, line) in sums.lines() {
        let Some((sum, name)) = line.split_once("  ") else {
            faults.push(Fault::at(SUMS, number, "is not a line of sha256sum"));
            continue;
        };
        match house.file(&format!("{FOLDER}{name}")).map(checksum) {
            None => faults.push(Fault::new(format!("{FOLDER}{name}"), "was shipped with a release and is gone")),
            Some(Err(problem)) => faults.push(Fault::at(SUMS, number, problem.to_string())),
            Some(Ok(now)) if now != sum => {
                faults.push(Fault::new(
                    format!("{FOLDER}{name}"),
                    "was shipped with a release: write a new migration instead",
                ));
            }
            Some(Ok(_)) => {}
        }
    }
    faults
}

/// SHA-256 in hex, by coreutils: xtask has no hash of its own.
fn checksum(file: &File) -> Outcome<String> {
    use std::io::Write as _;
    use std::process::Stdio;
    let failed = |error: std::io::Error| Problem::new(format!("sha256sum: {error}"));
    let mut command = Command::new("sha256sum");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(failed)?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(file.text.as_deref().unwrap_or_default().as_bytes()).map_err(failed)?;
    }
    let output = child.wait_with_output().map_err(failed)?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    said.split_whitespace().next().map(str::to_owned).ok_or_else(|| Problem::new("sha256sum said nothing"))
}

/// `cargo xtask freeze`: part of making a release. Adds the migrations that are not listed yet; a listed one is never rewritten.
pub(crate) fn freeze() -> Outcome {
    let house = House::read()?;
    let faults = migrations(&house);
    if let Some(fault) = faults.first() {
        return Err(Problem::new(format!("{}: {}", fault.place, fault.says)));
    }
    let mut sums = house.file(SUMS).and_then(|file| file.text.clone()).unwrap_or_default();
    for engine in ENGINES {
        for name in names(&house, engine) {
            let entry = format!("{engine}/{name}");
            let known = sums.lines().any(|line| line.ends_with(&format!("  {entry}")));
            if let Some(file) = house.file(&format!("{FOLDER}{entry}")).filter(|_| !known) {
                sums.push_str(&format!("{}  {entry}\n", checksum(file)?));
                println!("frozen: {entry}");
            }
        }
    }
    std::fs::write(shell::root().join(SUMS), sums).map_err(|error| Problem::new(format!("{SUMS}: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    fn pair(sums: Option<&str>, text: &str) -> House {
        let mut files = vec![
            ("crates/store/migrations/postgres/0001_house.sql", "x"),
            ("crates/store/migrations/sqlite/0001_house.sql", text),
        ];
        files.extend(sums.map(|sums| (SUMS, sums)));
        House::of_files(&files)
    }

    #[test]
    fn the_same_names_on_both_engines_are_fine() {
        assert!(migrations(&pair(None, "abc")).is_empty());
    }

    #[test]
    fn names_have_four_digits_in_a_row() {
        assert!(well_named("0007_second_person.sql", 7));
        for name in ["7_second_person.sql", "0008_x.sql", "0007_.sql", "0007_Second.sql", "0007.sql", "0007_x.txt"] {
            assert!(!well_named(name, 7), "{name}");
        }
    }

    #[test]
    fn a_shipped_migration_stays_as_it_was() {
        let sums = format!("{ABC}  sqlite/0001_house.sql\n");
        assert!(migrations(&pair(Some(&sums), "abc")).is_empty());
        assert_eq!(migrations(&pair(Some(&sums), "abc ")).len(), 1);
        let gone = format!("{ABC}  sqlite/0000_gone.sql\n");
        assert_eq!(migrations(&pair(Some(&gone), "abc")).len(), 1);
    }
}
