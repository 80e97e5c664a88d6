//! The file itself: sound, the same each time, and no more than was asked.

use std::process::Command;

use domain::language::Language;
use letters::{Letter, LetterError, Letterhead};
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
