//! Fifty invented homes with awkward names, in files.

use std::path::{Path, PathBuf};

use domain::home::Home;
use domain::language::Language;
use domain::time::Day;
use domain::username::{Prefix, Username};
use letters::{Kind, Letter, Letterhead};

const STREETS: [&str; 5] = [
    "Tulpstraat",
    "Burgemeester Schimmelpenninck van der Oyestraatweg-Noord",
    "Łódźkade",
    "Şükrü Çağlayanplein",
    "’t Kléine Eiland",
];

/// Letters of both kinds, to homes of every sort.
pub(crate) fn fifty() -> Vec<Letter> {
    let prefix = Prefix::parse("ALMELO").unwrap();
    (1..=50_u32)
        .map(|number| {
            let built = number % 10 != 0;
            let street = STREETS[usize::try_from(number).unwrap() % STREETS.len()].to_owned();
            let home = Home {
                client_number: Some(format!("VHE-{number:05}")),
                street: built.then_some(street),
                house_number: built.then(|| number.to_string()),
                addition: (number % 3 == 0).then(|| "bis".to_owned()).filter(|_| built),
                postcode: built.then(|| "1234 AB".to_owned()),
                place: Some("Sint-Oedenrode aan de Aa".to_owned()),
                build_number: (!built).then(|| format!("b{number}")),
            };
            Letter {
                kind: if number % 2 == 0 { Kind::PassOnAddress } else { Kind::FirstLogin },
                home,
                username: Username::issue(&prefix, number),
                reference: Some(format!("VHE-{number:05}")),
            }
        })
        .collect()
}

pub(crate) fn day() -> Day {
    Day::parse("2026-11-23").unwrap()
}

/// The letters in a file of their own, in a folder of their own.
pub(crate) fn printed(name: &str, letters: Vec<Letter>, language: Language) -> PathBuf {
    let bytes = letters::letters(&Letterhead::sample(), day(), letters, language).unwrap();
    written(name, "letters.pdf", &bytes)
}

/// Puts a file into the folder of a test.
pub(crate) fn written(name: &str, file: &str, bytes: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(file);
    std::fs::write(&path, bytes).unwrap();
    path
}
