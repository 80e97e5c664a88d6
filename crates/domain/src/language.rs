//! The languages of the pages. The words themselves are in the crate `words`.

use serde::{Deserialize, Serialize};

/// A language the pages speak. Dutch comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

impl Language {
    /// All of them, in the order in which pages offer them.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// Reads a language tag (BCP 47) such as `nl`, `en` or `en-GB`, in any case.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let main = tag.split_once('-').map_or(tag, |(main, _)| main);
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(main))
    }

    /// The code as in HTML `lang`, in `?lang=` and in names of files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_back_and_nothing_else_is() {
        for language in Language::ALL {
            assert_eq!(Language::parse(language.code()), Some(language));
        }
        assert_eq!(Language::parse("en-GB"), Some(Language::En));
        assert_eq!(Language::parse("NL"), Some(Language::Nl));
        for other in ["", "-", "de", "en\n", "english", "n"] {
            assert_eq!(Language::parse(other), None);
        }
    }
}
