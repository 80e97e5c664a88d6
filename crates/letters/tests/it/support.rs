//! Fifty invented homes with awkward names, and the programs that judge.

use std::path::{Path, PathBuf};
use std::process::Command;

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

/// Whether the judge is there; else the test ends, or fails where everything is required.
pub(crate) fn there(program: &str) -> bool {
    let found = Path::new("/usr/bin").join(program).exists();
    if !found {
        testkit::needs::missing(program);
    }
    found
}

/// What the program says; it must be content.
pub(crate) fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().unwrap();
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{program} {arguments:?}: {out}{err}");
    out.into_owned()
}

/// The text of every page inside a box, in millimetres from the left and the top.
pub(crate) fn text_in(file: &Path, (x, y, width, height): (u32, u32, u32, u32)) -> Vec<String> {
    // At 254 dots per inch a millimetre is ten dots.
    let [x, y, width, height] = [x, y, width, height].map(|millimetres| (millimetres * 10).to_string());
    let options = ["-layout", "-r", "254", "-x", &x, "-y", &y, "-W", &width, "-H", &height];
    let text = said("pdftotext", &[&options[..], &[file.to_str().unwrap(), "-"]].concat());
    let pages: Vec<&str> = text.split_terminator('\u{c}').collect();
    pages.into_iter().map(|page| lines(page).join(" ")).collect()
}

/// The lines that are not empty, blanks in them made single.
pub(crate) fn lines(text: &str) -> Vec<String> {
    let single = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    text.lines().map(single).filter(|line| !line.is_empty()).collect()
}
