//! `/service/teksten/`: a client's own texts, as its admin sees them.
//!
//! GET the list; GET `{language}/{piece}/` one of them; POST there with `text`: what it would look like, with `seal` it is kept;
//! POST `{language}/{piece}/standaard/` (`seal`) goes back to the standard; POST `{language}/{piece}/voorbeeld.pdf` (`text`) and GET
//! `{language}/voorbeeld.pdf` are the letter of invented homes. GET and POST `logo/` (`file`), POST `logo/weg/` and GET `logo.png` are
//! the logo.

pub mod edit;
pub mod list;
pub mod logo;

use std::borrow::Cow;

use domain::language::Language;
use domain::texts::Piece;
use words::Words;

use super::Page;

/// The list.
pub const ROOT: &str = "/service/teksten/";

/// The page of a piece.
#[must_use]
pub fn path(language: Language, piece: Piece) -> String {
    format!("{ROOT}{}/{piece}/", language.code())
}

/// The file with the letter of invented homes.
#[must_use]
pub fn sheet_path(language: Language) -> String {
    format!("{ROOT}{}/voorbeeld.pdf", language.code())
}

/// The name of a language in itself.
fn own_name(language: Language) -> Cow<'static, str> {
    Words::of(language).t("common-language")
}

/// The name of a piece.
fn name(page: &Page, piece: Piece) -> Cow<'static, str> {
    page.w.t(words::texts::name(piece))
}
