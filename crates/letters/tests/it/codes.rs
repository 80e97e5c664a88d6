//! Every QR code holds the page and the username of its own letter, and nothing more.

use std::path::Path;

use domain::language::Language;
use letters::Letterhead;
use testkit::judges::paper::{Photo, codes};
use testkit::judges::there;

use crate::support::{fifty, printed, written};

/// As a telephone would read it from paper.
fn read(file: &Path) -> Vec<String> {
    codes(file, Photo { dots: 120, window: None, pages: None })
}

#[test]
fn every_code_is_the_page_and_the_username() {
    if !there(&["pdftoppm", "zbarimg"]) {
        return;
    }
    let letters = fifty();
    let file = printed("codes", letters.clone(), Language::Nl);
    let page = "https://login.example.nl/login/accounts/pass/reset/?username=";
    let wanted: Vec<String> = letters.iter().map(|letter| format!("{page}{}", letter.username.as_str())).collect();
    assert_eq!(read(&file), wanted);
}

#[test]
fn the_instruction_leads_to_the_page_alone() {
    if !there(&["pdftoppm", "zbarimg"]) {
        return;
    }
    let bytes = letters::instruction_pdf(&Letterhead::sample(), Language::En).unwrap();
    let file = written("code-of-instruction", "instruction.pdf", &bytes);
    assert_eq!(read(&file), ["https://login.example.nl/login/accounts/pass/reset/"]);
}
