//! Rules about manifests and lock files: versions and lints stand in one place, and everything comes from the public registries.

use super::Fault;
use crate::house::{File, House};

/// The only places that a lock file may name.
const CRATES: &str = "registry+https://github.com/rust-lang/crates.io-index";
const NPM: &str = "https://registry.npmjs.org/";

/// Every crate takes the workspace's lints (`unsafe_code = "forbid"` is one of them) and the workspace's versions.
pub(crate) fn manifests(house: &House) -> Vec<Fault> {
    let mut faults = Vec::new();
    let is_member = |file: &&File| file.path.ends_with("/Cargo.toml") && !file.path.starts_with("fuzz/");
    for file in house.files.iter().filter(is_member) {
        let text = file.text.as_deref().unwrap_or_default();
        if !text.contains("[lints]\nworkspace = true") {
            faults.push(Fault::new(&file.path, "does not take the lints of the workspace"));
        }
        let mut in_dependencies = false;
        for (number, line) in file.lines() {
            if line.starts_with('[') {
                in_dependencies = line.ends_with("dependencies]");
            } else if in_dependencies && line.contains('=') && !line.contains("workspace = true") {
                faults.push(Fault::at(&file.path, number, "versions stand in the Cargo.toml of the workspace"));
            }
        }
    }
    faults
}

/// Linking dominates the build: one integration-test binary per crate.
pub(crate) fn one_test_binary(house: &House) -> Vec<Fault> {
    let many = house.members.iter().filter(|member| member.test_binaries > 1);
    many.map(|member| {
        Fault::new(&member.folder, format!("has {} test binaries; put them in tests/it/", member.test_binaries))
    })
    .collect()
}

/// Lock files name the public registries and nothing else; npm packages are pinned.
pub(crate) fn registries(house: &House) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in &house.files {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        for (number, line) in file.lines() {
            let says = match name {
                "Cargo.lock" => {
                    quoted(line, "source = ").filter(|from| *from != CRATES).map(|from| format!("comes from {from}"))
                }
                "package-lock.json" => quoted(line, "\"resolved\": ")
                    .filter(|from| !from.starts_with(NPM))
                    .map(|from| format!("comes from {from}")),
                "package.json" if line.contains("\": \"^") || line.contains("\": \"~") => {
                    Some("is not pinned to one version".to_owned())
                }
                _ => None,
            };
            faults.extend(says.map(|says| Fault::at(&file.path, number, says)));
        }
    }
    faults
}

/// The text in quotes after `key`.
fn quoted<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.split_once(key)?.1.strip_prefix('"')?.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_of_its_own_is_a_fault() {
        let manifest = "[lints]\nworkspace = true\n\n[dependencies]\nserde.workspace = true\ncsv = \"1.4\"\n";
        let faults = manifests(&House::of_files(&[("crates/x/Cargo.toml", manifest)]));
        assert_eq!(faults.len(), 1);
        assert_eq!(faults[0].place, "crates/x/Cargo.toml:6");
    }

    #[test]
    fn a_crate_from_elsewhere_is_a_fault() {
        let lock = "source = \"registry+https://github.com/rust-lang/crates.io-index\"\nsource = \"git+https://example.test/x\"\n";
        assert_eq!(registries(&House::of_files(&[("Cargo.lock", lock)])).len(), 1);
    }

    #[test]
    fn npm_packages_are_pinned_and_from_npm() {
        let good = "\"resolved\": \"https://registry.npmjs.org/a/-/a-1.0.0.tgz\",\n";
        assert!(registries(&House::of_files(&[("t/package-lock.json", good)])).is_empty());
        assert_eq!(registries(&House::of_files(&[("t/package.json", "  \"axe-core\": \"^4.0.0\"\n")])).len(), 1);
    }
}
