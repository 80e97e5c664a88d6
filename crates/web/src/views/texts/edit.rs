//! One text: written, looked at, kept, or taken back to the standard.

use std::borrow::Cow;

use app::Block;
use app::texts::{MailShown, Preview};
use askama::Template;
use domain::language::Language;
use domain::texts::{Fault, Piece};
use domain::time::Time;

use super::{ROOT, name, own_name, path};
use crate::views::service::{Crumb, Frame};
use crate::views::{Faults, Page, View};

/// The page of a text.
#[derive(Debug, Template)]
#[template(path = "texts/edit.html")]
pub struct EditText {
    /// What every page has.
    pub page: Page,
    /// The language of the text.
    pub language: Language,
    /// Which text.
    pub piece: Piece,
    /// What stands in the field.
    pub typed: String,
    /// What is wrong with it.
    pub wrong: Vec<Fault>,
    /// With it a letter does not fit on its page.
    pub too_full: bool,
    /// Somebody else wrote here meanwhile.
    pub moved: bool,
    /// What stands where nothing is written.
    pub standard: Option<String>,
    /// Who wrote the text that is kept, and when.
    pub written: Option<(Option<String>, Time)>,
    /// It is kept and not used.
    pub unused: bool,
    /// Binds going back to the standard.
    pub back: String,
    /// The text was looked at and can be kept: binds keeping it.
    pub sure: Option<String>,
    /// How it is read.
    pub preview: Preview,
}

impl View for EditText {
    fn title(&self) -> Cow<'static, str> {
        let (piece, language) = (name(&self.page, self.piece), own_name(self.language));
        words::t!(self.page.w, "staff-texts-edit-title", piece = piece, language = language)
    }

    fn faults(&self) -> Faults {
        let mut faults = Faults::default();
        for fault in &self.wrong {
            faults.add("text", self.page.w.text_fault(fault, self.language).into());
        }
        if self.too_full {
            faults.add("text", self.page.w.t("staff-texts-wrong-fit"));
        }
        faults
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl EditText {
    fn frame(&self) -> Frame {
        let list = self.page.w.t("staff-texts-title");
        let crumbs = vec![
            Crumb { name: list, href: Some(ROOT.to_owned()), here: false },
            Crumb { name: self.title(), href: None, here: true },
        ];
        Frame { crumbs, heading: self.title(), tabs: Vec::new() }
    }

    fn path(&self) -> String {
        path(self.language, self.piece)
    }

    fn used(&self) -> Cow<'static, str> {
        self.page.w.t(words::texts::used(self.piece))
    }

    fn hint(&self) -> Cow<'static, str> {
        let room = self.piece.room();
        words::t!(self.page.w, "staff-texts-hint", lines = room.lines, signs = room.signs)
    }

    /// As many lines as there is room for, and never a small hole.
    fn lines(&self) -> usize {
        self.piece.room().lines.clamp(1, 10)
    }

    /// What is filled in, and for what.
    fn values(&self) -> Vec<(String, Cow<'static, str>)> {
        let value = |it: &domain::texts::Placeholder| {
            (words::texts::braced(*it, self.language), self.page.w.t(words::texts::filled(*it)))
        };
        self.piece.takes().iter().map(value).collect()
    }

    fn by(&self) -> Option<Cow<'static, str>> {
        let (by, at) = self.written.as_ref()?;
        let moment = self.page.moment(at);
        Some(match by {
            Some(by) => words::t!(self.page.w, "staff-texts-by", by = by, moment = moment),
            None => words::t!(self.page.w, "staff-texts-by-server", moment = moment),
        })
    }

    fn has_letter(&self) -> bool {
        !self.preview.letters.is_empty()
    }

    fn mail_title(&self, mail: &MailShown) -> Cow<'static, str> {
        self.page.w.t(match (self.preview.mails.len(), mail.unconfirmed) {
            (1, _) => words::key!("staff-texts-preview-mail"),
            (_, false) => words::key!("staff-texts-preview-confirmed"),
            (_, true) => words::key!("staff-texts-preview-unconfirmed"),
        })
    }

    fn letter_title(&self, at: &usize) -> Cow<'static, str> {
        let asks = self.piece == Piece::AddressIntro || *at > 0;
        self.page.w.t(if asks {
            words::key!("staff-texts-preview-letter-address")
        } else {
            words::key!("staff-texts-preview-letter")
        })
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let fault = |piece, typed: &str| domain::texts::Text::parse(piece, typed).unwrap_err();
        let state = |piece: Piece, typed: &str| Self {
            page: page.for_service(&path(Language::Nl, piece)),
            language: Language::Nl,
            piece,
            typed: typed.to_owned(),
            wrong: Vec::new(),
            too_full: false,
            moved: false,
            standard: None,
            written: None,
            unused: false,
            back: "0193".to_owned(),
            sure: None,
            preview: sample(piece.place() == domain::texts::Place::Letter),
        };
        let (intro, letter) = (Piece::ResetIntro, Piece::LetterIntro);
        let written = Some((Some("noor@linde.test".to_owned()), Time::from_micros(1_795_438_980_000_000)));
        let standard = Some("Uw woning heeft een eigen pagina.".to_owned());
        let bad = "Zie delinde.nl\n{naam}";
        vec![
            ("edittext", state(intro, "")),
            ("edittext-letter", Self { standard: standard.clone(), ..state(letter, "") }),
            ("edittext-written", Self { written: written.clone(), ..state(intro, "Dag <b>bewoner</b>") }),
            ("edittext-unused", Self { written: written.clone(), unused: true, ..state(intro, "{oud}") }),
            ("edittext-wrong", Self { wrong: fault(intro, bad), ..state(intro, bad) }),
            ("edittext-full", Self { too_full: true, standard, ..state(letter, "Lang") }),
            ("edittext-sure", Self { sure: Some("0193".to_owned()), written, ..state(intro, "Dag {verhuurder}") }),
            ("edittext-moved", Self { sure: Some("0193".to_owned()), moved: true, ..state(letter, "Dag") }),
        ]
    }
}

/// A mail with one block of each kind, or a letter.
#[cfg(test)]
fn sample(letter: bool) -> Preview {
    let text = |words: &str| words.to_owned();
    let mail = |unconfirmed| MailShown {
        from: text("De Linde <inloggen@example.nl>"),
        subject: text("Kies een nieuw wachtwoord"),
        blocks: vec![
            Block::Text(text("Dag <b>bewoner</b>")),
            Block::Username { label: text("Uw gebruikersnaam"), username: text("ALMELO01") },
            Block::Note { title: text("Was u dit niet?"), text: text("Dan hoeft u niets te doen.") },
        ],
        help: text("Bel 0800-0123"),
        foot: text("Deze mail komt van Huissleutel."),
        text: text("Kies een nieuw wachtwoord\n\nDag"),
        unconfirmed,
    };
    if letter {
        return Preview { mails: Vec::new(), letters: vec![text("Beste bewoner,\n\nDag")] };
    }
    Preview { mails: vec![mail(false), mail(true)], letters: Vec::new() }
}
