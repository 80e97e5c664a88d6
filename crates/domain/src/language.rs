//! The languages of the pages. The words themselves are in the crate `words`.

use serde::{Deserialize, Serialize};

/// The languages, each on one line: its name here, its code, the code with a country (for papers, BCP 47), and the side at
/// which its lines begin. The first is the one that stands in for all others. `$make!` is called with all of them, here and
/// where the crate `words` reads the file of each: a new language is a line here and a file in `translations/`.
#[macro_export]
macro_rules! every_language {
    ($make:ident) => {
        $make! {
            Nl, "nl", "nl-NL", Left;
            En, "en", "en-GB", Left;
        }
    };
}

macro_rules! define {
    ($($name:ident, $code:literal, $tag:literal, $side:ident;)+) => {
        /// A language the pages speak. Dutch comes first.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "lowercase")]
        #[expect(missing_docs, reason = "a language is called by its code")]
        pub enum Language {
            $($name,)+
        }

        impl Language {
            /// All of them, in the order in which pages offer them.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$name),+];

            /// The code as in HTML `lang`, in `?lang=` and in names of files.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }

            /// The code with a country, as papers take it (BCP 47).
            #[must_use]
            pub const fn tag(self) -> &'static str {
                match self {
                    $(Self::$name => $tag,)+
                }
            }

            /// The side at which its lines begin.
            #[must_use]
            pub const fn begins(self) -> Side {
                match self {
                    $(Self::$name => Side::$side,)+
                }
            }
        }
    };
}

every_language!(define);

/// A side of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Lines run from left to right.
    Left,
    /// Lines run from right to left.
    Right,
}

impl Side {
    /// For `dir` in HTML.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Left => "ltr",
            Self::Right => "rtl",
        }
    }

    /// Its name in CSS, for mail programs that know no logical properties.
    #[must_use]
    pub const fn css(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }
}

impl Default for Language {
    fn default() -> Self {
        let [first, ..] = Self::ALL;
        first
    }
}

impl Language {
    /// Reads a language tag (BCP 47) such as `nl`, `en` or `en-GB`, in any case.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let main = tag.split_once('-').map_or(tag, |(main, _)| main);
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(main))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_back_and_nothing_else_is() {
        for language in Language::ALL {
            assert_eq!(Language::parse(language.code()), Some(language));
            assert_eq!(Language::parse(language.tag()), Some(language));
        }
        assert_eq!(Language::default(), Language::Nl);
        assert_eq!(Language::parse("en-US"), Some(Language::En));
        assert_eq!(Language::parse("NL"), Some(Language::Nl));
        // The last two are not ours: they stand for the disguises of the words (`words::Disguise`).
        for other in ["", "-", "xx", "en\n", "english", "n", "qps", "qpr"] {
            assert_eq!(Language::parse(other), None);
        }
    }
}
