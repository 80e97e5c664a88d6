//! The workspace as the rules see it: our crates and what they need, everything that is built, and the text of every file.
//!
//! Read once from `cargo metadata`, `cargo tree` and `git ls-files`. It judges nothing; that is for `rules`.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::shell::{self, Outcome, Problem};

/// How one crate needs another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Normal,
    Build,
    Dev,
}

/// A dependency as written in one of our manifests.
#[derive(Clone, Debug)]
pub(crate) struct Need {
    pub(crate) name: String,
    pub(crate) kind: Kind,
}

/// One of our own crates.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub(crate) name: String,
    /// Its folder, from the root of the workspace.
    pub(crate) folder: String,
    pub(crate) needs: Vec<Need>,
    /// How many integration-test binaries it has.
    pub(crate) test_binaries: usize,
}

/// A package that is compiled into something here, on any platform.
#[derive(Clone, Debug)]
pub(crate) struct Built {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) licence: String,
    pub(crate) features: Vec<String>,
}

/// A file of the repository; `text` is `None` when it is not UTF-8.
#[derive(Clone, Debug)]
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: Option<String>,
}

impl File {
    /// The lines with their numbers, from 1. None for a file that is not text.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.as_deref().unwrap_or_default().lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// Whether the name ends in `.` and one of these.
    pub(crate) fn is(&self, endings: &[&str]) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending))
    }

    /// A file of tests only: in a `tests` folder, or a module called `tests`.
    pub(crate) fn is_test(&self) -> bool {
        self.path.starts_with("tests/") || self.path.contains("/tests/") || self.path.ends_with("/tests.rs")
    }
}

/// Everything that the rules look at.
#[derive(Clone, Debug, Default)]
pub(crate) struct House {
    pub(crate) members: Vec<Member>,
    pub(crate) built: Vec<Built>,
    pub(crate) files: Vec<File>,
}

impl House {
    /// Reads the workspace around us.
    pub(crate) fn read() -> Outcome<Self> {
        let root = shell::root();
        let metadata =
            shell::output(&mut shell::cargo(&["metadata", "--format-version", "1", "--locked", "--no-deps"]))?;
        // Not the resolved graph of `cargo metadata`: that one also lists packages which no feature switches on.
        let arguments = ["tree", "--locked", "--workspace", "--target", "all", "--edges", "normal,build,dev"];
        let shape = ["--prefix", "none", "--format", "{p}|{l}|{f}"];
        let tree = shell::output(shell::cargo(&arguments).args(shape))?;
        Ok(Self { members: members(&metadata)?, built: built(&tree), files: files(&root)? })
    }

    /// The file at this path.
    pub(crate) fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }
}

fn members(metadata: &str) -> Outcome<Vec<Member>> {
    let unreadable = || Problem::new("cargo metadata has another shape than expected");
    let metadata: Value = serde_json::from_str(metadata).map_err(|_| unreadable())?;
    let root = metadata["workspace_root"].as_str().ok_or_else(unreadable)?;
    let packages = metadata["packages"].as_array().ok_or_else(unreadable)?;
    packages.iter().map(|package| member(package, root).ok_or_else(unreadable)).collect()
}

fn member(package: &Value, root: &str) -> Option<Member> {
    let manifest = package["manifest_path"].as_str()?;
    let folder = manifest.strip_prefix(root)?.trim_start_matches('/').trim_end_matches("/Cargo.toml");
    let needs = package["dependencies"].as_array()?.iter().map(need).collect::<Option<_>>()?;
    let targets = package["targets"].as_array()?;
    let is_test =
        |target: &&Value| target["kind"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind == "test"));
    Some(Member {
        name: package["name"].as_str()?.to_owned(),
        folder: folder.to_owned(),
        needs,
        test_binaries: targets.iter().filter(is_test).count(),
    })
}

fn need(dependency: &Value) -> Option<Need> {
    let kind = match dependency["kind"].as_str() {
        None => Kind::Normal,
        Some("build") => Kind::Build,
        Some("dev") => Kind::Dev,
        Some(_) => return None,
    };
    Some(Need { name: dependency["name"].as_str()?.to_owned(), kind })
}

/// Lines such as `rustix v1.1.2|Apache-2.0 OR MIT|default,std`; our own crates have a path after the version.
fn built(tree: &str) -> Vec<Built> {
    let mut built: Vec<Built> = tree.lines().filter_map(built_line).collect();
    built.sort_by(|a, b| (&a.name, &a.version, &a.features).cmp(&(&b.name, &b.version, &b.features)));
    built.dedup_by(|a, b| a.name == b.name && a.version == b.version && a.features == b.features);
    built
}

fn built_line(line: &str) -> Option<Built> {
    let mut parts = line.trim_end_matches(" (*)").split('|');
    let mut package = parts.next()?.split_whitespace();
    let name = package.next()?.to_owned();
    let version = package.next()?.trim_start_matches('v').to_owned();
    let licence = parts.next()?.to_owned();
    let features = parts.next()?.split(',').filter(|feature| !feature.is_empty()).map(str::to_owned).collect();
    Some(Built { name, version, licence, features })
}

/// Tracked files, and new ones that git does not ignore.
fn files(root: &Path) -> Outcome<Vec<File>> {
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(root);
    let listed = shell::output(&mut git)?;
    let mut files = Vec::new();
    for path in listed.split('\0').filter(|path| !path.is_empty()) {
        // A file that was removed but not yet committed is still in the list.
        let Ok(bytes) = std::fs::read(root.join(path)) else { continue };
        files.push(File { path: path.to_owned(), text: String::from_utf8(bytes).ok() });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files.dedup_by(|a, b| a.path == b.path);
    Ok(files)
}

#[cfg(test)]
impl House {
    /// A house of these files alone.
    pub(crate) fn of_files(files: &[(&str, &str)]) -> Self {
        let files = files.iter().map(|(path, text)| File { path: (*path).to_owned(), text: Some((*text).to_owned()) });
        Self { files: files.collect(), ..Self::default() }
    }

    /// A house of one crate of ours.
    pub(crate) fn of_member(name: &str, needs: &[(&str, Kind)]) -> Self {
        let needs = needs.iter().map(|(name, kind)| Need { name: (*name).to_owned(), kind: *kind }).collect();
        let member = Member { name: name.to_owned(), folder: format!("crates/{name}"), needs, test_binaries: 1 };
        Self { members: vec![member], ..Self::default() }
    }

    /// A house in which this is built: `(name, version, licence, features)`.
    pub(crate) fn of_built(lines: &[&str]) -> Self {
        Self { built: built(&lines.join("\n")), ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_of_cargo_is_read() {
        let built = built(
            "store v0.1.0 (/somewhere)|MIT|\nlettre v0.11.23|MIT|smtp-transport,tokio1\nlettre v0.11.23|MIT|smtp-transport,tokio1 (*)\n\n",
        );
        assert_eq!(built.len(), 2);
        assert_eq!((built[0].name.as_str(), built[0].version.as_str()), ("lettre", "0.11.23"));
        assert_eq!(built[0].features, ["smtp-transport", "tokio1"]);
        assert!(built[1].features.is_empty());
    }

    #[test]
    fn this_very_workspace_is_read() {
        let house = House::read().unwrap();
        let xtask = house.members.iter().find(|member| member.name == "xtask").unwrap();
        assert_eq!(xtask.folder, "xtask");
        assert!(xtask.needs.iter().any(|need| need.name == "serde_json"));
        assert!(house.built.iter().any(|built| built.name == "tokio" && !built.features.is_empty()));
        assert!(house.file("xtask/src/house.rs").is_some_and(|file| file.text.is_some()));
    }
}
