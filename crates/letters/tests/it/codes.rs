//! Every QR code holds the page and the username of its own letter, and nothing more.

use std::path::Path;

use domain::language::Language;
use letters::Letterhead;

use crate::support::{fifty, printed, said, there, written};

/// The code of every page, as a telephone would read it from paper (120 dots per inch).
fn read(file: &Path) -> Vec<String> {
    let folder = file.parent().unwrap();
    let pictures = folder.join("page");
    said("pdftoppm", &["-gray", "-r", "120", "-png", file.to_str().unwrap(), pictures.to_str().unwrap()]);
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<_> = entries.filter(|path| path.extension().is_some_and(|kind| kind == "png")).collect();
    pages.sort();
    let pages: Vec<&str> = pages.iter().map(|path| path.to_str().unwrap()).collect();
    said("zbarimg", &[&["--quiet", "--raw"][..], &pages].concat()).lines().map(str::to_owned).collect()
}

#[test]
fn every_code_is_the_page_and_the_username() {
    if !(there("pdftoppm") && there("zbarimg")) {
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
    if !(there("pdftoppm") && there("zbarimg")) {
        return;
    }
    let bytes = letters::instruction_pdf(&Letterhead::sample(), Language::En).unwrap();
    let file = written("code-of-instruction", "instruction.pdf", &bytes);
    assert_eq!(read(&file), ["https://login.example.nl/login/accounts/pass/reset/"]);
}
