//! Rules about the documents: a link inside the repository leads somewhere.

use super::Fault;
use crate::house::{File, House};

/// Relative links in Markdown lead to a file or a folder of the repository.
pub(crate) fn links(house: &House) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in house.files.iter().filter(|file| file.is(&["md"])) {
        for (number, line) in file.lines() {
            for target in targets(line).filter(|target| !leads_somewhere(house, file, target)) {
                faults.push(Fault::at(&file.path, number, format!("leads nowhere: {target}")));
            }
        }
    }
    faults
}

/// What stands in the round brackets of `[…](…)`, without a fragment; other sites and bare fragments are not ours to check.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    line.split("](")
        .skip(1)
        .filter_map(|rest| rest.split([')', '#', ' ']).next())
        .filter(|target| !target.is_empty() && !target.contains("://") && !target.starts_with("mailto:"))
}

fn leads_somewhere(house: &House, file: &File, target: &str) -> bool {
    let Some(path) = resolve(&file.path, target) else { return false };
    let folder = format!("{}/", path.trim_end_matches('/'));
    house.files.iter().any(|known| known.path == path || known.path.starts_with(&folder))
}

/// `docs/a.md` + `../README.md` → `README.md`; `None` when it leaves the repository.
fn resolve(from: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_followed_from_where_they_stand() {
        let house = House::of_files(&[
            ("README.md", "[laws](docs/laws.md#law-3) [docs](docs/) [web](https://example.nl/x) [here](#top)"),
            ("docs/laws.md", "[home](../README.md)"),
        ]);
        assert!(links(&house).is_empty(), "{:?}", links(&house));
    }

    #[test]
    fn a_link_out_of_the_repository_leads_nowhere() {
        assert_eq!(links(&House::of_files(&[("README.md", "[out](../secret.md)")])).len(), 1);
        assert_eq!(links(&House::of_files(&[("docs/a.md", "[gone](b.md) and [gone](c.md)")])).len(), 2);
    }
}
