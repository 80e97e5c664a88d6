//! The papers that say what is shown by which test (docs/laws.md, docs/security.md) name tests that there are.

use std::path::Path;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

fn sources(folder: &Path, all: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, all);
        } else if path.extension().is_some_and(|end| end == "rs") {
            all.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn every_test_that_is_named_exists() {
    let mut code = String::new();
    sources(&Path::new(ROOT).join("crates"), &mut code);
    for (paper, least) in [("docs/laws.md", 20), ("docs/security.md", 60)] {
        let text = std::fs::read_to_string(Path::new(ROOT).join(paper)).unwrap();
        let quoted = text.split('`').skip(1).step_by(2);
        let named: Vec<&str> = quoted
            .filter(|word| {
                word.matches('_').count() >= 3
                    && word.bytes().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'_')
            })
            .collect();
        assert!(named.len() >= least, "{paper} names {} tests", named.len());
        for name in named {
            assert!(code.contains(&format!("fn {name}(")), "{paper} names {name}, which is no test");
        }
    }
}

/// Every law has its attack, or the list of those that nothing can break yet says so.
#[test]
fn every_law_is_attacked() {
    let laws = Path::new(ROOT).join("crates/server/tests/it/laws");
    let files: Vec<String> =
        std::fs::read_dir(laws).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    for law in 1..=13 {
        let attacked = files.iter().any(|file| file.starts_with(&format!("law_{law:02}_")));
        assert!(attacked, "law {law}");
    }
}
