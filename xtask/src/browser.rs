//! The browser tests: Node's own test runner over `tests/browser/*.test.mjs`, against the program in `target/release`.

use std::path::PathBuf;
use std::process::Command;

use crate::shell::{self, Outcome, Problem};

/// How many of the language × scheme × width views each page is looked at in.
#[derive(Clone, Copy)]
pub(crate) enum Extent {
    /// Every pair of choices at least once.
    Pairwise,
    /// Every combination.
    Full,
}

/// Where the browser tests live.
pub(crate) fn folder() -> PathBuf {
    shell::root().join("tests/browser")
}

/// The program under test: the one that `cargo build --release` makes.
pub(crate) fn program() -> PathBuf {
    shell::target().join("release/huissleutel")
}

/// Runs every test file; an error when one fails, or when there is none.
pub(crate) fn run(extent: Extent) -> Outcome<String> {
    let program = program();
    if !program.exists() {
        return Err(Problem::new(format!("{} is not there: cargo build --release", program.display())));
    }
    let files = test_files()?;
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=2"]).args(&files).current_dir(folder());
    node.env("HUISSLEUTEL_PROGRAM", program);
    if matches!(extent, Extent::Full) {
        node.env("HUISSLEUTEL_BROWSER_VIEWS", "full");
    }
    shell::run(&mut node)?;
    Ok(format!("{} test files", files.len()))
}

/// Node 20 expands no patterns, and a runner that finds nothing is content: we list the files and insist on one.
fn test_files() -> Outcome<Vec<String>> {
    let folder = folder();
    let entries = std::fs::read_dir(&folder).map_err(|error| Problem::new(format!("{}: {error}", folder.display())))?;
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let mut files: Vec<String> = names.filter(|name| name.ends_with(".test.mjs")).collect();
    files.sort();
    if files.is_empty() { Err(Problem::new("there is no browser test")) } else { Ok(files) }
}
