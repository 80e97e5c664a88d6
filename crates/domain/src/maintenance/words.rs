//! What a notice says, in every language: plain words, checked as a client's own texts are. Addresses are refused, for the notice
//! would be the best lure there is.

use serde::{Deserialize, Serialize};

use crate::language::Language;
use crate::text_enum::text_enum;
use crate::texts::{self, Room, Text};

text_enum! {
    /// A field of the form of a notice.
    Field {
        /// The subject, in Dutch.
        SubjectNl = "subject-nl",
        /// The words, in Dutch.
        WordsNl = "words-nl",
        /// The subject, in English.
        SubjectEn = "subject-en",
        /// The words, in English.
        WordsEn = "words-en",
    }
}

impl Field {
    /// How much it holds.
    #[must_use]
    pub const fn room(self) -> Room {
        match self {
            Self::SubjectNl | Self::SubjectEn => Room { lines: 1, signs: 78 },
            Self::WordsNl | Self::WordsEn => Room { lines: 20, signs: 1_200 },
        }
    }
}

/// Words as they were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The subject, in Dutch.
    pub subject_nl: String,
    /// The words, in Dutch.
    pub words_nl: String,
    /// The subject, in English.
    pub subject_en: String,
    /// The words, in English.
    pub words_en: String,
}

/// What a notice says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    subject_nl: String,
    words_nl: String,
    subject_en: String,
    words_en: String,
}

/// What is wrong, and in which field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordsFault {
    /// The field.
    pub field: Field,
    /// What is wrong in it.
    pub fault: texts::Fault,
}

impl Typed {
    /// What stands in a field.
    #[must_use]
    pub fn of(&self, field: Field) -> &str {
        match field {
            Field::SubjectNl => &self.subject_nl,
            Field::WordsNl => &self.words_nl,
            Field::SubjectEn => &self.subject_en,
            Field::WordsEn => &self.words_en,
        }
    }
}

impl Words {
    /// Reads what was typed.
    ///
    /// # Errors
    /// All that is wrong, field by field.
    pub fn parse(typed: &Typed) -> Result<Self, Vec<WordsFault>> {
        let mut faults = Vec::new();
        let mut read = |field: Field| match Text::plain(field.room(), typed.of(field)) {
            Ok(text) => text.written().to_owned(),
            Err(found) => {
                faults.extend(found.into_iter().map(|fault| WordsFault { field, fault }));
                String::new()
            }
        };
        let words = Self {
            subject_nl: read(Field::SubjectNl),
            words_nl: read(Field::WordsNl),
            subject_en: read(Field::SubjectEn),
            words_en: read(Field::WordsEn),
        };
        if faults.is_empty() { Ok(words) } else { Err(faults) }
    }

    /// As it was kept; it was read before that.
    #[must_use]
    pub fn kept(typed: Typed) -> Self {
        let Typed { subject_nl, words_nl, subject_en, words_en } = typed;
        Self { subject_nl, words_nl, subject_en, words_en }
    }

    /// As it was typed.
    #[must_use]
    pub fn typed(&self) -> Typed {
        let Self { subject_nl, words_nl, subject_en, words_en } = self.clone();
        Typed { subject_nl, words_nl, subject_en, words_en }
    }

    /// The subject.
    #[must_use]
    pub fn subject(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.subject_nl,
            _ => &self.subject_en,
        }
    }

    /// The words.
    #[must_use]
    pub fn words(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.words_nl,
            _ => &self.words_en,
        }
    }

    /// The words, paragraph by paragraph.
    pub fn paragraphs(&self, language: Language) -> impl Iterator<Item = &str> {
        self.words(language).split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty())
    }
}
