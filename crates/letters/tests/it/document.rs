//! The DOCX in a real word processor: it opens, and what it prints holds every step and a code that leads to the page.

use domain::language::Language;
use letters::Letterhead;
use testkit::judges::office::Office;
use testkit::judges::paper::{Photo, codes, pages};
use testkit::judges::there;

use crate::support::written;

#[test]
fn a_word_processor_opens_the_instruction() {
    if !there(&["soffice", "pdftotext", "pdftoppm", "zbarimg"]) {
        return;
    }
    let office = Office::open();
    for (language, steps) in [
        (Language::Nl, ["1. Richt de camera", "2. Vul uw gebruikersnaam in", "3. Open de mail"]),
        (Language::En, ["1. Point the camera", "2. Fill in your username", "3. Open the mail"]),
    ] {
        let bytes = letters::instruction_docx(&Letterhead::sample(), language).unwrap();
        let file = written(&format!("docx-{}", language.code()), "instruction.docx", &bytes);
        let file = office.convert(language.code(), &[&file], (None, "pdf")).join("instruction.pdf");
        let pages = pages(&file);
        assert_eq!(pages.len(), 1, "one page: {pages:?}");
        let text = pages.concat().join(" ");
        for step in steps {
            assert!(text.contains(step), "{step}: {text}");
        }
        assert!(text.contains("Woningstichting De Linde") && text.contains("Türkçe: Bu mektup"), "{text}");
        let codes = codes(&file, Photo { dots: 150, window: None, pages: None });
        assert_eq!(codes, ["https://login.example.nl/login/accounts/pass/reset/"]);
    }
}
