//! Rules about the text of the sources.
//!
//! What a rule looks for is written here in two halves (`concat!`), so that this file does not break the rules itself.

use super::Fault;
use crate::house::{File, House};

/// A file that grows past this does too much.
const LONG: usize = 400;

/// Long files that are meant to be, and why.
const MEANT_TO_BE_LONG: &[(&str, &str)] = &[];

/// Where SQL may stand.
const SQL_HOMES: &[&str] = &["crates/store/", "crates/testkit/", "bench/", "xtask/"];

/// How a statement begins, as a literal.
const SQL_OPENINGS: &[&str] = &[
    concat!("sq", "l!("),
    concat!("\"SEL", "ECT "),
    concat!("\"INS", "ERT INTO "),
    concat!("\"UPD", "ATE "),
    concat!("\"DEL", "ETE FROM "),
    concat!("\"CRE", "ATE TABLE "),
    concat!("\"PRA", "GMA "),
    concat!("\"DR", "OP TABLE "),
];

/// The files that may read the machine's clock, its randomness or its environment, and why.
const MACHINE_DOORS: &[(&str, &str)] = &[
    ("crates/crypto/src/clock.rs", "the one file that reads the clock"),
    ("crates/crypto/src/chance.rs", "the one file that draws randomness"),
    ("crates/store/src/stopwatch.rs", "deadlines of the database threads"),
    ("crates/server/src/settings.rs", "the one file that reads the environment"),
    ("crates/testkit/src/", "finds the engines of the test run"),
    ("crates/store/src/tests/", "finds them the same way"),
    ("crates/server/tests/it/access/", "writes the table of rights anew when asked"),
    ("crates/words/tests/it/retention.rs", "writes the table of terms anew when asked"),
    ("xtask/src/shell.rs", "tells how long a step took"),
    ("bench/src/", "measures time"),
];

/// Words that say a thing is not finished, or that a test is skipped, and why they may not be there.
const LEFT_OVERS: &[(&str, &str)] = &[
    (concat!("TO", "DO"), "finish it, or write an issue"),
    (concat!("FIX", "ME"), "finish it, or write an issue"),
    (concat!("to", "do!("), "finish it, or write an issue"),
    (concat!("unimple", "mented!("), "finish it, or leave it out"),
    (concat!("#[ig", "nore"), "a test that does not run shows nothing"),
    (concat!(".sk", "ip("), "a test that does not run shows nothing"),
    (concat!(".on", "ly("), "switches all other tests off"),
];

/// Folders that exist on one machine only.
const MACHINE_PATHS: &[&str] =
    &[concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/Us", "ers/")];

const PROGRAM_TEXT: &[&str] = &["rs", "html", "css", "js", "mjs", "ts", "ftl", "sql", "toml", "sh"];

fn rust(house: &House) -> impl Iterator<Item = &File> {
    house.files.iter().filter(|file| file.is(&["rs"]))
}

/// Every Rust file begins by saying what it is for.
pub(crate) fn module_docs(house: &House) -> Vec<Fault> {
    let bare = rust(house).filter(|file| !file.text.as_deref().unwrap_or_default().starts_with("//! "));
    bare.map(|file| Fault::at(&file.path, 1, "does not begin with a module doc (//!)")).collect()
}

/// Exceptions to a lint are `expect` with a reason: they complain when they are no longer needed.
pub(crate) fn no_allow(house: &House) -> Vec<Fault> {
    let patterns = [concat!("#[al", "low("), concat!("#![al", "low("), concat!(", al", "low(")];
    let mut faults = Vec::new();
    for file in rust(house) {
        for (number, line) in file.lines().filter(|(_, line)| patterns.iter().any(|pattern| line.contains(pattern))) {
            faults.push(Fault::at(&file.path, number, format!("use expect with a reason: {}", line.trim())));
        }
    }
    faults
}

/// Nothing unfinished, no test that is switched off.
pub(crate) fn left_overs(house: &House) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in house.files.iter().filter(|file| file.is(PROGRAM_TEXT)) {
        for (number, line) in file.lines() {
            // An iterator's `skip(1)` is no skipped test: that word counts in the browser tests only.
            let counts = |word: &str| !word.starts_with('.') || file.is(&["mjs", "js", "ts"]);
            if let Some((word, why)) = LEFT_OVERS.iter().find(|(word, _)| counts(word) && line.contains(word)) {
                faults.push(Fault::at(&file.path, number, format!("{word}: {why}")));
            }
        }
    }
    faults
}

/// Long files are listed with a reason, and the list holds no others. Tests and vendored files do not count.
pub(crate) fn long_files(house: &House) -> Vec<Fault> {
    let mut faults = Vec::new();
    let kinds = ["rs", "html", "css", "js", "mjs", "ts"];
    for file in house.files.iter().filter(|file| file.is(&kinds) && !file.is_test() && !file.path.contains("/vendor/"))
    {
        let length = file.lines().take_while(|(_, line)| !line.starts_with("#[cfg(test)]")).count();
        let listed = MEANT_TO_BE_LONG.iter().any(|(path, _)| *path == file.path);
        if length > LONG && !listed {
            faults.push(Fault::new(
                &file.path,
                format!("has {length} lines: split it by procedure, or list it with a reason"),
            ));
        }
        if length <= LONG && listed {
            faults.push(Fault::new(&file.path, "is not long any more: take it off the list"));
        }
    }
    faults
}

/// The only SQL is in `store`. Tests may look at the tables behind its back, and tamper with them.
pub(crate) fn sql_in_store(house: &House) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in rust(house)
        .filter(|file| !file.path.contains("/tests/") && !SQL_HOMES.iter().any(|home| file.path.starts_with(home)))
    {
        for (number, _) in file.lines().filter(|(_, line)| SQL_OPENINGS.iter().any(|opening| line.contains(opening))) {
            faults.push(Fault::at(&file.path, number, "SQL stands in crates/store only"));
        }
    }
    faults
}

/// Clock, randomness and environment have their doors; nobody else may expect the lint away.
pub(crate) fn clock_and_chance(house: &House) -> Vec<Fault> {
    let pattern = concat!("clippy::disallowed", "_methods");
    let mut faults = Vec::new();
    for file in rust(house).filter(|file| !MACHINE_DOORS.iter().any(|(door, _)| file.path.starts_with(door))) {
        for (number, _) in
            file.lines().filter(|(_, line)| line.contains(pattern) && !file.path.starts_with("xtask/src/rules/"))
        {
            faults.push(Fault::at(
                &file.path,
                number,
                "is not one of the files that may (MACHINE_DOORS in xtask/src/rules/sources.rs)",
            ));
        }
    }
    faults
}

/// No file speaks of a folder that only its author has.
pub(crate) fn machine_paths(house: &House) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in &house.files {
        for (number, line) in file.lines() {
            if let Some(path) = MACHINE_PATHS.iter().find(|path| starts_a_path(line, path)) {
                faults.push(Fault::at(&file.path, number, format!("names {path}, a folder of one machine")));
            }
        }
    }
    faults
}

/// Whether `path` stands in the line as the beginning of an absolute path, not in the middle of a relative one or a URL.
fn starts_a_path(line: &str, path: &str) -> bool {
    let middle = |c: char| c.is_alphanumeric() || "._-/$}*~".contains(c);
    line.match_indices(path).any(|(at, _)| !line[..at].ends_with(middle))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(path: &str, text: &str) -> House {
        House::of_files(&[(path, text)])
    }

    #[test]
    fn a_module_doc_comes_first() {
        assert!(module_docs(&one("crates/x/src/a.rs", "//! What it is for.\n#![expect(x)]\n")).is_empty());
        assert_eq!(module_docs(&one("crates/x/src/a.rs", "#![expect(x)]\n//! Late.\n")).len(), 1);
    }

    #[test]
    fn sql_at_home_is_no_fault() {
        let text = concat!("//! A.\nconst A: Sql = sq", "l!(\"SEL", "ECT 1\");\n");
        assert!(sql_in_store(&one("crates/store/src/a.rs", text)).is_empty());
        assert_eq!(sql_in_store(&one("crates/web/src/a.rs", text)).len(), 1);
        assert!(sql_in_store(&one("crates/web/tests/it/a.rs", text)).is_empty());
    }

    #[test]
    fn tests_in_a_file_do_not_make_it_long() {
        let text = "//! A.\n".to_owned() + "#[cfg(test)]\n" + &"fn f() {}\n".repeat(500);
        assert!(long_files(&one("crates/x/src/a.rs", &text)).is_empty());
        assert!(long_files(&one("crates/x/tests/it/a.rs", &"//! A.\n".repeat(500))).is_empty());
    }

    #[test]
    fn an_iterator_skips_and_a_test_does_not() {
        assert!(left_overs(&one("crates/x/src/a.rs", concat!("a.sk", "ip(1)\n"))).is_empty());
        assert_eq!(left_overs(&one("tests/browser/a.test.mjs", concat!("test.sk", "ip('later')\n"))).len(), 1);
        assert_eq!(left_overs(&one("crates/x/src/a.rs", concat!("#[ig", "nore]\n"))).len(), 1);
    }

    #[test]
    fn only_absolute_paths_of_a_machine_count() {
        let home = concat!("/ho", "me/");
        assert!(starts_a_path(&format!("cd {home}ada"), home));
        assert!(starts_a_path(&format!("\"{home}ada\""), home));
        assert!(!starts_a_path(&format!("https://example.nl{home}x"), home));
        assert!(!starts_a_path(&format!("docs{home}x"), home));
    }

    #[test]
    fn the_doors_of_the_machine_are_files() {
        let text = concat!("//! A.\n#[expect(clippy::disallowed", "_methods, reason = \"the one place\")]\n");
        assert!(clock_and_chance(&one("crates/crypto/src/clock.rs", text)).is_empty());
        assert_eq!(clock_and_chance(&one("crates/crypto/src/totp.rs", text)).len(), 1);
    }
}
