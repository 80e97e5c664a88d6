//! The envelope: wherever the letter slides, the window shows the whole address and nothing else.

use domain::language::Language;
use testkit::judges::paper::{Window, text_in};
use testkit::judges::there;

use crate::support::{fifty, printed};

/// What the window shows wherever the letter lies, and what it may show (millimetres: left, top, width, height).
const ALWAYS: Window = (20, 60, 80, 24);
const SOMETIMES: Window = (10, 39, 120, 56);

#[test]
fn the_window_shows_the_address_and_nothing_else() {
    if !there(&["pdftotext"]) {
        return;
    }
    let letters = fifty();
    let file = printed("window", letters.clone(), Language::Nl);
    let wanted: Vec<String> = letters.iter().map(|letter| letter.address().join(" ")).collect();
    for window in [ALWAYS, SOMETIMES] {
        assert_eq!(text_in(&file, window), wanted, "through {window:?}");
    }
}

#[test]
fn a_window_elsewhere_shows_something_else() {
    if !there(&["pdftotext"]) {
        return;
    }
    let letters = fifty();
    let file = printed("window-elsewhere", letters.clone(), Language::Nl);
    for window in [(20, 85, 80, 24), (100, 39, 90, 56), (20, 68, 80, 24)] {
        let shown = text_in(&file, window);
        for (letter, shown) in letters.iter().zip(shown) {
            assert_ne!(shown, letter.address().join(" "), "{window:?}");
        }
    }
}

#[test]
fn sender_date_and_reference_stand_beside_the_window() {
    if !there(&["pdftotext"]) {
        return;
    }
    let file = printed("aside", fifty(), Language::Nl);
    let aside = text_in(&file, (132, 39, 78, 56));
    assert_eq!(aside[2], "Woningstichting De Linde Datum maandag 23 november 2026 Kenmerk VHE-00003");
}
