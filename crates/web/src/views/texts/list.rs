//! All texts that a client may write itself, and which of them it did.

use std::borrow::Cow;

use askama::Template;
use domain::language::Language;
use domain::texts::Piece;

use super::{name, own_name, path, sheet_path};
use crate::views::service::Frame;
use crate::views::{Page, View};

/// The list.
#[derive(Debug, Template)]
#[template(path = "texts/list.html")]
pub struct Texts {
    /// What every page has.
    pub page: Page,
    /// What was done just now.
    pub told: Option<Told>,
    /// What is written by the client itself, and whether it is used.
    pub written: Vec<(Language, Piece, bool)>,
}

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// A text was kept.
    Kept,
    /// The standard is back.
    Removed,
    /// There is another logo.
    Logo,
    /// The logo was taken away.
    NoLogo,
}

impl Told {
    /// The value of `told`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Removed => "removed",
            Self::Logo => "logo",
            Self::NoLogo => "no-logo",
        }
    }

    /// Reads it.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Kept, Self::Removed, Self::Logo, Self::NoLogo].into_iter().find(|told| told.word() == word)
    }
}

/// A piece in one language.
struct Cell {
    href: String,
    language: Cow<'static, str>,
    label: Cow<'static, str>,
    tone: &'static str,
    icon: &'static str,
    state: Cow<'static, str>,
}

impl View for Texts {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-texts-title")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Texts {
    fn frame(&self) -> Frame {
        Frame::alone(self.title())
    }

    fn done(&self) -> Option<Cow<'static, str>> {
        self.told.map(|told| {
            self.page.w.t(match told {
                Told::Kept => words::key!("staff-texts-kept"),
                Told::Removed => words::key!("staff-texts-removed"),
                Told::Logo => words::key!("staff-texts-logo-kept"),
                Told::NoLogo => words::key!("staff-texts-logo-removed"),
            })
        })
    }

    fn languages(&self) -> Vec<Cow<'static, str>> {
        Language::ALL.into_iter().map(own_name).collect()
    }

    /// Name, use and a cell per language of every piece.
    fn rows(&self) -> Vec<(Cow<'static, str>, Cow<'static, str>, Vec<Cell>)> {
        let cells = |piece| Language::ALL.into_iter().map(|language| self.cell(language, piece)).collect();
        let row = |piece: &Piece| (name(&self.page, *piece), self.page.w.t(words::texts::used(*piece)), cells(*piece));
        Piece::ALL.iter().map(row).collect()
    }

    fn cell(&self, language: Language, piece: Piece) -> Cell {
        let found = self.written.iter().find(|(of, what, _)| (*of, *what) == (language, piece));
        let (tone, icon, key) = match found {
            None => ("plain", "same", words::key!("staff-texts-standard")),
            Some((.., true)) => ("good", "pen", words::key!("staff-texts-own")),
            Some((.., false)) => ("look", "look", words::key!("staff-texts-unused")),
        };
        let (w, own) = (self.page.w, own_name(language));
        let state = w.t(key);
        let label =
            words::t!(w, "staff-texts-edit-label", piece = name(&self.page, piece), language = own, state = state);
        Cell { href: path(language, piece), language: own, label, tone, icon, state }
    }

    /// The letters of invented homes, by language.
    fn sheets(&self) -> Vec<(String, Cow<'static, str>)> {
        let sheet = |language| {
            let name = words::t!(self.page.w, "staff-texts-sheet", language = own_name(language));
            (sheet_path(language), name)
        };
        Language::ALL.into_iter().map(sheet).collect()
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |told, written: &[_]| Self { page: page.for_service(super::ROOT), told, written: written.to_vec() };
        let some = [(Language::Nl, Piece::Sender, true), (Language::En, Piece::ResetIntro, false)];
        vec![
            ("texts", state(None, &[])),
            ("texts-kept", state(Some(Told::Kept), &some)),
            ("texts-removed", state(Some(Told::Removed), &some)),
            ("texts-logo", state(Some(Told::Logo), &some)),
            ("texts-no-logo", state(Some(Told::NoLogo), &some)),
        ]
    }
}
