//! The words for a client's own texts: what each piece is called and for, and what is wrong with what was typed, with its line.

use domain::language::Language;
use domain::texts::{Fault, Piece, Placeholder, Why};

use crate::{Words, key, t};

/// The key of the name of a piece.
#[must_use]
pub const fn name(piece: Piece) -> &'static str {
    match piece {
        Piece::Sender => key!("staff-texts-sender"),
        Piece::Help => key!("staff-texts-help"),
        Piece::MailGreeting => key!("staff-texts-mail-greeting"),
        Piece::MailClosing => key!("staff-texts-mail-closing"),
        Piece::ResetSubject => key!("staff-texts-reset-subject"),
        Piece::ResetIntro => key!("staff-texts-reset-intro"),
        Piece::NamesIntro => key!("staff-texts-names-intro"),
        Piece::ChangedIntro => key!("staff-texts-changed-intro"),
        Piece::LetterGreeting => key!("staff-texts-letter-greeting"),
        Piece::LetterIntro => key!("staff-texts-letter-intro"),
        Piece::AddressIntro => key!("staff-texts-address-intro"),
        Piece::LetterClosing => key!("staff-texts-letter-closing"),
    }
}

/// The key of where a piece is read.
#[must_use]
pub const fn used(piece: Piece) -> &'static str {
    match piece {
        Piece::Sender => key!("staff-texts-sender-used"),
        Piece::Help => key!("staff-texts-help-used"),
        Piece::MailGreeting => key!("staff-texts-mail-greeting-used"),
        Piece::MailClosing => key!("staff-texts-mail-closing-used"),
        Piece::ResetSubject => key!("staff-texts-reset-subject-used"),
        Piece::ResetIntro => key!("staff-texts-reset-intro-used"),
        Piece::NamesIntro => key!("staff-texts-names-intro-used"),
        Piece::ChangedIntro => key!("staff-texts-changed-intro-used"),
        Piece::LetterGreeting => key!("staff-texts-letter-greeting-used"),
        Piece::LetterIntro => key!("staff-texts-letter-intro-used"),
        Piece::AddressIntro => key!("staff-texts-address-intro-used"),
        Piece::LetterClosing => key!("staff-texts-letter-closing-used"),
    }
}

/// The key of what is filled in for a placeholder.
#[must_use]
pub const fn filled(placeholder: Placeholder) -> &'static str {
    match placeholder {
        Placeholder::Landlord => key!("staff-texts-landlord"),
        Placeholder::Service => key!("staff-texts-service"),
        Placeholder::Username => key!("staff-texts-username"),
    }
}

/// A placeholder as it is written in a text of this language.
#[must_use]
pub fn braced(placeholder: Placeholder, language: Language) -> String {
    format!("{{{}}}", placeholder.name(language))
}

impl Words {
    /// What is wrong with a text of this language, with its line and character, and what to do about it.
    #[must_use]
    pub fn text_fault(self, fault: &Fault, language: Language) -> String {
        let why = match &fault.why {
            Why::Empty => self.t("staff-texts-wrong-empty"),
            Why::TooLong(most) => t!(self, "staff-texts-wrong-long", count = *most),
            Why::TooManyLines(most) => t!(self, "staff-texts-wrong-lines", count = *most),
            Why::Sign(sign) => t!(self, "staff-texts-wrong-sign", code = format!("{:04X}", u32::from(*sign))),
            Why::WebAddress(what) => t!(self, "staff-texts-wrong-web", what = what),
            Why::Email(what) => t!(self, "staff-texts-wrong-email", what = what),
            Why::Unknown(what) => t!(self, "staff-texts-wrong-unknown", what = what),
            Why::NotHere(what) => t!(self, "staff-texts-wrong-not-here", what = braced(*what, language)),
            Why::Open => self.t("staff-texts-wrong-open"),
            Why::Close => self.t("staff-texts-wrong-close"),
        };
        t!(self, "staff-texts-wrong", line = fault.line, column = fault.column, why = why.into_owned()).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::texts::Text;

    use super::*;

    #[test]
    fn every_piece_has_a_name_of_its_own() {
        for language in Language::ALL {
            let w = Words::of(language);
            let names: BTreeSet<String> = Piece::ALL.iter().map(|it| w.t(name(*it)).into_owned()).collect();
            assert_eq!(names.len(), Piece::ALL.len(), "{}", language.code());
            assert!(names.iter().all(|name| !name.contains("staff-texts")));
            assert!(Piece::ALL.iter().all(|it| w.t(used(*it)).ends_with('.')));
        }
    }

    #[test]
    fn a_fault_tells_its_line_and_why() {
        let say = |language, piece, typed: &str| {
            let faults = Text::parse(piece, typed).unwrap_err();
            Words::of(language).text_fault(&faults[0], language)
        };
        let said = say(Language::Nl, Piece::ResetIntro, "Dag\nzie delinde.nl");
        assert!(said.starts_with("Regel 2, teken 5: ") && said.contains("delinde.nl"), "{said}");
        let said = say(Language::En, Piece::ResetIntro, "Dear {gebruikersnaam}");
        assert!(said.starts_with("Line 1, character 6: ") && said.contains("{username}"), "{said}");
        for typed in ["", "{", "}", "{x}", "a@b", "\u{202e}", &"x\n".repeat(20), &"x".repeat(600)] {
            for language in Language::ALL {
                let said = say(language, Piece::ResetIntro, typed);
                assert!(!said.contains("staff-texts") && said.ends_with('.'), "{said}");
            }
        }
    }
}
