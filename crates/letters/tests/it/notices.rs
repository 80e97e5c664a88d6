//! Letters about planned work: a page per home, with the words of the notice and nothing to do; no page, no username and no code.

use domain::home::Home;
use domain::language::Language;
use letters::{LetterError, Letterhead, Notice};
use testkit::judges::{said, there};

use crate::support::{day, fifty, written};

fn notice() -> Notice {
    Notice {
        subject: "Onderhoud aan het portaal".to_owned(),
        when: "Van maandag 23 november 2026 om 22:00 uur tot dinsdag 24 november 2026 om 06:00 uur.".to_owned(),
        paragraphs: vec!["U kunt een nacht niet inloggen.".to_owned(), "De verwarming blijft het doen.".to_owned()],
    }
}

fn made(homes: Vec<Home>) -> Result<Vec<u8>, LetterError> {
    letters::notices(&Letterhead::sample(), day(), (&notice(), homes), Language::Nl)
}

#[test]
fn every_home_has_its_page_and_no_page_has_a_way_in() {
    assert!(matches!(made(Vec::new()), Err(LetterError::Nothing)));
    let homes: Vec<Home> = fifty().into_iter().map(|letter| letter.home).collect();
    let bytes = made(homes.clone()).unwrap();
    assert_eq!(bytes, made(homes.clone()).unwrap(), "the same each time");
    if !there(&["pdftotext", "pdfinfo", "qpdf"]) {
        return;
    }
    let file = written("notices", "letters.pdf", &bytes);
    let file = file.to_str().unwrap();
    let text = said("pdftotext", &["-layout", file, "-"]);
    let pages: Vec<&str> = text.split('\u{c}').filter(|page| !page.is_empty()).collect();
    assert_eq!(pages.len(), homes.len());
    for (home, page) in homes.iter().zip(pages) {
        assert!(page.contains(home.client_number.as_deref().unwrap()), "{page}");
        for words in ["Onderhoud aan het portaal", "een nacht niet inloggen.", "verwarming", "22:00", "Hulp nodig?"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        for never in ["ALMELO", "http", "wachtwoord vergeten"] {
            assert!(!page.contains(never), "{never}: {page}");
        }
    }
    assert!(said("qpdf", &["--check", file]).contains("No syntax or stream encoding errors found"));
    let meta = said("pdfinfo", &["-meta", file]);
    assert!(meta.contains("<pdfuaid:part>1</pdfuaid:part>"), "{meta}");
}
