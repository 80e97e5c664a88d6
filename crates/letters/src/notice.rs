//! A letter about planned work, for the homes that no mail reaches: the words of the notice, and nothing that has to be done.

use domain::home::Home;
use domain::language::Language;
use domain::texts::Piece;
use words::{Words, t};

use crate::Letterhead;
use crate::content::{Note, help};

/// What the notice says, in the language of the letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it is about.
    pub subject: String,
    /// From when until when, as a sentence.
    pub when: String,
    /// What is said of it, paragraph by paragraph.
    pub paragraphs: Vec<String>,
}

/// All words of the letter but the address and the date.
pub(crate) struct NoticeContent<'a> {
    pub(crate) notice: &'a Notice,
    pub(crate) greeting: String,
    /// That nothing has to be done.
    pub(crate) nothing: String,
    pub(crate) help: Note,
    /// The last words, above the name of the landlord.
    pub(crate) closing: String,
}

impl<'a> NoticeContent<'a> {
    /// The words around a notice.
    pub(crate) fn of(notice: &'a Notice, head: &Letterhead, language: Language) -> Self {
        let w = Words::of(language);
        let own = |piece, standard: &str| head.said(language, piece).unwrap_or_else(|| standard.to_owned());
        Self {
            notice,
            greeting: own(Piece::LetterGreeting, &t!(w, "letter-greeting")),
            nothing: t!(w, "letter-notice-nothing").into_owned(),
            help: help(w, head),
            closing: own(Piece::LetterClosing, &t!(w, "letter-closing")),
        }
    }
}

/// By which a client finds a home again.
pub(crate) fn reference(home: &Home) -> Option<&str> {
    home.client_number.as_deref().or(home.build_number.as_deref())
}
