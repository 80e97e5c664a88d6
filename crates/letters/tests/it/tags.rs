//! What a screen reader gets: headings, paragraphs, the list, the picture's words, each in its language and in reading order.

use domain::language::Language;
use letters::Letterhead;
use testkit::judges::{said, there};

use crate::support::{fifty, printed, written};

#[test]
fn the_file_says_what_it_is() {
    if !there(&["pdfinfo"]) {
        return;
    }
    let file = printed("info", fifty(), Language::Nl);
    let info = said("pdfinfo", &[file.to_str().unwrap()]);
    for wanted in ["Brieven voor bewoners van Woningstichting De Linde", "Tagged:          yes", "Pages:           50"]
    {
        assert!(info.contains(wanted), "{wanted}: {info}");
    }
    assert!(info.contains("(A4)") && !info.contains("JavaScript:      yes"), "{info}");
    let meta = said("pdfinfo", &["-meta", file.to_str().unwrap()]);
    assert!(meta.contains("<pdfuaid:part>1</pdfuaid:part>"), "{meta}");
}

#[test]
fn a_letter_is_read_in_order() {
    if !there(&["pdfinfo"]) {
        return;
    }
    let file = printed("order", fifty().into_iter().take(1).collect(), Language::Nl);
    let tree = said("pdfinfo", &["-struct-text", file.to_str().unwrap()]);
    let mut from = 0;
    for next in [
        "Sect",
        "\"Huissleutel\"",
        "\"De bewoner(s) van ",
        "\"Woningstichting De Linde\"",
        "\"maandag 23 november 2026\"",
        "H1",
        "\"Zo logt u de eerste keer in\"",
        "\"Beste bewoner,\"",
        "\"ALMELO01\"",
        "reset/\"",
        "Figure",
        "H2",
        "\"In drie stappen\"",
        "LI",
        "Lbl",
        "\"1\"",
        "LBody",
        "\"Geen mail gekregen?\"",
        "\"Hulp nodig?\"",
        "\"English \"",
        "\"Türkçe \"",
        "\"Polski \"",
    ] {
        let at = tree[from..].find(next).unwrap_or_else(|| panic!("{next} after {from}: {tree}"));
        from += at;
    }
}

#[test]
fn languages_and_the_words_of_the_picture_are_in_the_tree() {
    if !there(&["pdfinfo", "qpdf"]) {
        return;
    }
    let file = printed("languages", fifty().into_iter().take(2).collect(), Language::En);
    let plain = said("qpdf", &["--qdf", "--object-streams=disable", file.to_str().unwrap(), "-"]);
    for wanted in ["/Lang (en-GB)", "/Lang (nl)", "/Lang (tr)", "/Lang (pl)", "/Alt (QR code. The camera"] {
        assert!(plain.contains(wanted), "{wanted}");
    }
    assert!(!plain.contains("/JavaScript") && !plain.contains("/EmbeddedFile"));
}

#[test]
fn the_instruction_is_tagged_too() {
    if !there(&["pdfinfo"]) {
        return;
    }
    let bytes = letters::instruction_pdf(&Letterhead::sample(), Language::Nl).unwrap();
    let file = written("tagged-instruction", "instruction.pdf", &bytes);
    let tree = said("pdfinfo", &["-struct-text", file.to_str().unwrap()]);
    assert!(tree.contains("H1") && tree.contains("Figure") && tree.contains("LBody"), "{tree}");
    assert!(!tree.contains("De bewoner(s) van"), "{tree}");
}
