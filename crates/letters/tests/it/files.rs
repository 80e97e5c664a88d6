//! The file itself: sound, the same each time, and no more than was asked.

use std::process::Command;

use domain::language::Language;
use domain::texts::{Own, Piece, Text};
use letters::{Kind, Letter, LetterError, Letterhead};
use proptest::prelude::*;
use testkit::judges::{said, there};

use crate::support::{day, fifty, printed, written};

#[test]
fn qpdf_finds_nothing_wrong() {
    if !there(&["qpdf"]) {
        return;
    }
    let file = printed("sound", fifty(), Language::Nl);
    let report = said("qpdf", &["--check", file.to_str().unwrap()]);
    assert!(report.contains("No syntax or stream encoding errors found"), "{report}");
}

#[test]
fn qpdf_finds_a_planted_fault() {
    if !there(&["qpdf"]) {
        return;
    }
    let whole = letters::instruction_pdf(&Letterhead::sample(), Language::Nl).unwrap();
    let file = written("broken", "half.pdf", &whole[..whole.len() / 2]);
    let status = Command::new("qpdf").arg("--check").arg(&file).output().unwrap().status;
    assert!(!status.success(), "half a file is no file");
}

#[test]
fn every_letter_can_be_read() {
    if !there(&["pdftotext"]) {
        return;
    }
    let letters = fifty();
    let file = printed("text", letters.clone(), Language::Nl);
    let text = said("pdftotext", &["-layout", file.to_str().unwrap(), "-"]);
    let pages: Vec<&str> = text.split('\u{c}').filter(|page| !page.is_empty()).collect();
    assert_eq!(pages.len(), letters.len());
    for (letter, page) in letters.iter().zip(pages) {
        assert!(page.contains(letter.username.as_str()), "{page}");
        assert!(page.contains("https://login.example.nl/login/accounts/pass/reset/"), "{page}");
        assert!(page.contains("Bu mektup") || page.contains("e-posta adresinize"), "{page}");
    }
    let fonts = said("pdffonts", &[file.to_str().unwrap()]);
    assert_eq!(fonts.lines().filter(|line| line.contains("yes yes yes")).count(), 3, "{fonts}");
}

#[test]
fn the_same_letters_are_the_same_bytes() {
    let make = || letters::letters(&Letterhead::sample(), day(), fifty(), Language::En).unwrap();
    assert!(make() == make());
}

#[test]
fn what_cannot_be_printed_is_refused() {
    let print = |head: &Letterhead, letters| letters::letters(head, day(), letters, Language::Nl);
    assert!(matches!(print(&Letterhead::sample(), Vec::new()), Err(LetterError::Nothing)));
    let no_page = Letterhead { reset_page: "login".to_owned(), ..Letterhead::sample() };
    assert!(matches!(print(&no_page, fifty()), Err(LetterError::Page)));
    let mut novel = Letterhead::sample();
    novel.brand.help.nl = "Bel ons. ".repeat(2_000);
    assert!(matches!(print(&novel, fifty()), Err(LetterError::DoesNotFit)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]
    #[test]
    fn any_home_gets_its_letter(street in "\\PC{0,300}", number: String, place: String, reference: String) {
        let mut letter = Letter::samples().remove(0);
        letter.home.street = Some(street);
        letter.home.house_number = Some(number);
        letter.home.place = Some(place);
        letter.reference = Some(reference);
        let pdf = letters::letters(&Letterhead::sample(), day(), [letter], Language::Nl);
        prop_assert!(pdf.is_ok(), "{:?}", pdf.err());
    }
}

fn with_own(texts: &[(Piece, &str)]) -> Letterhead {
    let own = texts.iter().fold(Own::default(), |own, (piece, typed)| {
        own.with((Language::Nl, *piece), Text::parse(*piece, typed).unwrap())
    });
    Letterhead { own, ..Letterhead::sample() }
}

#[test]
fn own_texts_stand_in_letters_of_their_language() {
    let head = with_own(&[
        (Piece::LetterGreeting, "Dag bewoner van {verhuurder},"),
        (Piece::LetterIntro, "Welkom bij {dienst}."),
        (Piece::AddressIntro, "Wij missen nog iets."),
        (Piece::LetterClosing, "Tot ziens,"),
        (Piece::Help, "Bel 0800-0123"),
    ]);
    let username = &Letter::samples()[0].username;
    let said = |kind, language| letters::text(kind, &head, username, language);
    let dutch = said(Kind::FirstLogin, Language::Nl);
    let own = ["Dag bewoner van Woningstichting De Linde,", "Welkom bij Huissleutel.", "Tot ziens,", "Bel 0800-0123"];
    assert!(own.iter().all(|text| dutch.contains(text)), "{dutch}");
    assert!(dutch.contains("Geef uw wachtwoord aan niemand"), "what protects the reader stays: {dutch}");
    assert!(said(Kind::PassOnAddress, Language::Nl).contains("Wij missen nog iets."));
    let english = said(Kind::FirstLogin, Language::En);
    assert_eq!(english, letters::text(Kind::FirstLogin, &Letterhead::sample(), username, Language::En));
    assert!(letters::fits(&head, Language::Nl) && letters::fits(&Letterhead::sample(), Language::En));
}

#[test]
fn a_letter_that_own_texts_leave_no_room_for_is_made_with_the_standard_ones() {
    let mut head = with_own(&[(Piece::LetterIntro, "Welkom bij {dienst}.")]);
    head.brand.name = "Huissleutel ".repeat(60);
    let full = with_own(&[(Piece::LetterIntro, &format!("{}{{dienst}}", "{dienst} ".repeat(40)))]);
    let full = Letterhead { brand: head.brand.clone(), ..full };
    assert!(!letters::fits(&full, Language::Nl));
    let made = letters::letters(&full, day(), Letter::samples(), Language::Nl).unwrap();
    let standard = Letterhead { own: Own::default(), ..full };
    assert_eq!(made, letters::letters(&standard, day(), Letter::samples(), Language::Nl).unwrap());
}

#[test]
fn a_logo_stands_once_in_the_file_and_the_file_stays_sound() {
    let logo = letters::Picture::sample();
    let head = Letterhead { logo, ..Letterhead::sample() };
    let made = letters::letters(&head, day(), fifty(), Language::Nl).unwrap();
    let plain = letters::letters(&Letterhead::sample(), day(), fifty(), Language::Nl).unwrap();
    assert_ne!(made, plain);
    assert!(made.len() < plain.len() + 20_000, "one copy: {} and {} bytes", made.len(), plain.len());
    if there(&["qpdf"]) {
        let file = written("logo", "logo.pdf", &made);
        let report = said("qpdf", &["--check", file.to_str().unwrap()]);
        assert!(report.contains("No syntax or stream encoding errors found"), "{report}");
    }
}
