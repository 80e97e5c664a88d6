//! Letters for five thousand homes, read back from paper and held against the database: the text of each page, its tags and
//! its QR code.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use domain::language::Language;
use testkit::inside::LetterRow;
use testkit::judges::paper::{Photo, codes, pages};
use testkit::judges::{named, said, there, two_at_once};
use words::{Words, t};

use super::super::house::{House, PROJECT};

const HOMES: usize = 5_000;
/// Letters in a file, as the command says.
const PART: usize = 2_000;
const PUBLIC: &str = "https://login.example.nl";
/// Pages that are photographed with one start of poppler.
const TOGETHER: usize = 250;

const STREETS: [&str; 5] = [
    "Tulpstraat",
    "Burgemeester Schimmelpenninck van der Oyestraatweg-Noord",
    "Łódźkade",
    "Şükrü Çağlayanplein",
    "’t Kléine Eiland",
];
const PLACES: [&str; 3] = ["Sint-Oedenrode aan de Aa", "Ee", "Westerhaar-Vriezenveensewijk"];

/// Homes of every sort: being built, known by a number alone, with additions, with and without an e-mail address.
fn list() -> String {
    let mut text = "VHE-nummer;Straat;Huisnummer;Toevoeging;Postcode;Plaats;Bouwnummer;E-mailadres\r\n".to_owned();
    for n in 1..=HOMES {
        let mail = if n % 7 == 0 { String::new() } else { format!("bewoner{n}@example.nl") };
        let (street, place) = (STREETS[n % STREETS.len()], PLACES[n % PLACES.len()]);
        let home = match n {
            _ if n % 250 == 1 => ";;;;;".to_owned(),
            _ if n % 10 == 0 => format!(";;;;{place};b{n}"),
            _ => format!("{street};{n};{};1234ab;{place};", ["", "bis", "II-hs"][n % 3]),
        };
        text.push_str(&format!("{n:05};{home};{mail}\r\n"));
    }
    text
}

/// What a command says that ended well, however long it took.
fn ended(house: &House, arguments: &[&str]) -> String {
    let output = house.command(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What the run says of its letters, and its files in their order.
fn written(house: &House) -> (Vec<LetterRow>, Vec<PathBuf>) {
    let list = house.write("lijst.csv", &list());
    ended(house, &["import", "--project", PROJECT, &list, "--confirm"]);
    let said = ended(house, &["letters", "--project", PROJECT, "--out", &house.path("brieven.pdf")]);
    assert!(said.starts_with("5000 letters"), "{said}");
    let files = (1..=HOMES.div_ceil(PART)).map(|part| house.folder.join(format!("brieven-{part}.pdf"))).collect();
    (house.inside().letters(), files)
}

/// The lines of the address in one, as on an envelope.
fn address(home: &LetterRow) -> String {
    let joined = |parts: &[&str]| {
        let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    };
    let street = joined(&[&home.street, &home.house_number, &home.addition]);
    let known = match (street.as_str(), home.build_number.as_str()) {
        ("", "") => format!("Woning {}", home.number),
        ("", number) => format!("Bouwnummer {number}"),
        (street, _) => street.to_owned(),
    };
    joined(&["De bewoner(s) van", &known, &home.postcode, &home.place])
}

fn title(home: &LetterRow) -> String {
    let w = Words::of(Language::Nl);
    if home.address.is_empty() { t!(w, "letter-address-title") } else { t!(w, "letter-title") }.into_owned()
}

/// What a page says of its home.
#[derive(Debug, PartialEq, Eq)]
struct Page {
    address: String,
    reference: String,
    title: String,
    username: String,
}

impl Page {
    fn wanted(home: &LetterRow) -> Self {
        let (reference, username) = (home.number.clone(), home.username.clone());
        Self { address: address(home), reference, title: title(home), username }
    }

    /// From the lines of a page, by what stands around them.
    fn read(lines: &[String]) -> Self {
        let at = |wanted: &str| lines.iter().position(|line| line == wanted);
        let after = |wanted: &str, more: usize| at(wanted).and_then(|at| lines.get(at + more)).cloned();
        let until = at("Woonstichting De Linde").unwrap_or_default();
        Self {
            address: lines.get(at("De bewoner(s) van").unwrap_or(until)..until).unwrap_or_default().join(" "),
            reference: after("Kenmerk", 1).unwrap_or_default(),
            title: after("Kenmerk", 2).unwrap_or_default(),
            username: after("Uw gebruikersnaam", 1).unwrap_or_default(),
        }
    }
}

/// Each home once, each page that of its own home, and no e-mail address on any.
fn pages_are_of(file: &Path, homes: &[LetterRow]) {
    let pages = pages(file);
    assert_eq!(pages.len(), homes.len(), "{}", file.display());
    for (lines, home) in pages.iter().zip(homes) {
        assert_eq!(Page::read(lines), Page::wanted(home), "{lines:?}");
        let at = lines.iter().find(|line| line.contains('@'));
        assert_eq!(at, None, "no e-mail address: {}", home.username);
    }
}

/// The file as a whole: sound, tagged, as many pages as letters.
fn file_is_sound(file: &Path, homes: &[LetterRow]) {
    let report = said("qpdf", &["--check", named(file)]);
    assert!(report.contains("No syntax or stream encoding errors found"), "{report}");
    let info = said("pdfinfo", &[named(file)]);
    for wanted in ["Title:           Brieven voor bewoners van Woonstichting De Linde", "Tagged:          yes", "(A4)"]
    {
        assert!(info.contains(wanted), "{wanted}: {info}");
    }
    assert!(info.contains(&format!("Pages:           {}\n", homes.len())), "{info}");
    let meta = said("pdfinfo", &["-meta", named(file)]);
    assert!(meta.contains("<pdfuaid:part>1</pdfuaid:part>") && !meta.contains('@'), "{meta}");
}

/// What a screen reader is led by, in its order; the title of the letter says which of the two it is.
fn tags_are_of(file: &Path, homes: &[LetterRow]) {
    let tree = said("pdfinfo", &["-struct", named(file)]);
    let letters: Vec<&str> = tree.split("\n  Sect\n").skip(1).collect();
    assert_eq!(letters.len(), homes.len());
    for (letter, home) in letters.iter().zip(homes) {
        let kinds: Vec<&str> = letter.split_whitespace().filter(|word| KINDS.contains(word)).collect();
        assert_eq!(kinds, OUTLINE, "{letter}");
        assert!(letter.contains(&format!("H1 \"{}\"", title(home))), "{}: {letter}", home.username);
    }
}

const KINDS: [&str; 8] = ["H1", "H2", "Figure:", "L", "LI", "Lbl", "LBody", "Table"];
const OUTLINE: [&str; 15] =
    ["H1", "Figure:", "H2", "L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody", "H2", "H2"];

/// Each page has one picture, and the words for who does not see it. No string in the file is an e-mail address.
fn pictures_have_words(file: &Path, homes: &[LetterRow]) {
    let text = said("qpdf", &["--json=2", "--json-key=qpdf", named(file)]);
    assert!(!text.contains('@'), "no e-mail address: {}", file.display());
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let objects = json.pointer("/qpdf/1").and_then(serde_json::Value::as_object).unwrap();
    let values = objects.values().filter_map(|object| object.get("value"));
    let pictures: Vec<_> = values.filter(|value| value.get("/S").is_some_and(|kind| kind == "/Figure")).collect();
    for picture in &pictures {
        let words = picture.get("/Alt").and_then(serde_json::Value::as_str).unwrap_or_default();
        assert!(words.starts_with("u:QR-code. ") && words.contains(PUBLIC), "{picture}");
    }
    let pages: BTreeSet<&str> = pictures.iter().filter_map(|picture| picture.get("/Pg")?.as_str()).collect();
    assert_eq!((pages.len(), pictures.len()), (homes.len(), homes.len()));
}

/// The code of each page is the page to begin with and the username of its own home, and nothing else.
fn codes_are_of(file: &Path, first: usize, homes: &[LetterRow]) {
    let pages = u32::try_from(first + 1).unwrap();
    // A dot of the code is more than two dots of the picture: less than any telephone sees.
    let last = pages + u32::try_from(homes.len()).unwrap() - 1;
    let photo = Photo { dots: 96, window: Some((148, 128, 42, 44)), pages: Some((pages, last)) };
    let code = |home: &LetterRow| format!("{PUBLIC}/login/accounts/pass/reset/?username={}", home.username);
    assert_eq!(codes(file, photo), homes.iter().map(code).collect::<Vec<_>>());
}

/// A look at a file, or at some pages of it.
type Look<'a> = Box<dyn Fn() + Send + Sync + 'a>;

fn looks<'a>(file: &'a Path, homes: &'a [LetterRow]) -> Vec<Look<'a>> {
    let mut looks: Vec<Look<'a>> = vec![
        Box::new(move || file_is_sound(file, homes)),
        Box::new(move || pages_are_of(file, homes)),
        Box::new(move || tags_are_of(file, homes)),
        Box::new(move || pictures_have_words(file, homes)),
    ];
    for (at, some) in homes.chunks(TOGETHER).enumerate() {
        looks.push(Box::new(move || codes_are_of(file, at * TOGETHER, some)));
    }
    looks
}

#[test]
fn five_thousand_letters_are_those_of_the_database() {
    if !there(&["qpdf", "pdfinfo", "pdftotext", "pdftoppm", "zbarimg"]) {
        return;
    }
    let house = House::sqlite().with("HUISSLEUTEL_PUBLIC_URL", PUBLIC).furnished();
    let (letters, files) = written(&house);
    let homes: BTreeSet<&str> = letters.iter().map(|letter| letter.username.as_str()).collect();
    let accounts = house.inside().accounts();
    let known: BTreeSet<&str> = accounts.iter().map(|account| account.username.as_str()).collect();
    assert_eq!((letters.len(), homes.len(), &homes), (HOMES, HOMES, &known), "every home once");
    let unlinked = letters.iter().filter(|letter| letter.address.is_empty()).count();
    assert_eq!(unlinked, HOMES / 7, "homes without an address are written to as well");
    let looks: Vec<Look<'_>> =
        files.iter().zip(letters.chunks(PART)).flat_map(|(file, homes)| looks(file, homes)).collect();
    two_at_once(&looks, |look| look());
}
