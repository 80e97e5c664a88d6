//! Every word on pages, in mails and letters, from the Fluent files in `translations/`.
//!
//! The files are part of the program; a language is added with a file there and a line in
//! `domain::language`. This crate looks words up and puts values into them. It decides nothing and
//! escapes nothing: whoever writes HTML escapes.
//!
//! ```
//! use domain::language::Language;
//! let w = words::Words::of(Language::Nl);
//! assert_eq!(w.t("common-language"), "Nederlands");
//! assert_eq!(words::t!(w, "time-hours", count = 24), "24 uur");
//! ```
//!
//! In an askama template, with `w` a field of the view (values by reference):
//!
//! ```text
//! <h1>{{ w.t("login-title") }}</h1>
//! <p>{{ w.with("login-greeting", &[("name", &name), ("left", &left)]) }}</p>
//! ```

pub mod audit;
mod catalogue;
mod device;
mod disguise;
pub mod first_login;
pub mod help_desk;
pub mod link_request;
pub mod own_data;
pub mod retention;
pub mod texts;
mod value;
mod when;

use std::borrow::Cow;

use domain::language::{Language, Side};
use fluent_bundle::FluentArgs;

pub use disguise::Disguise;
pub use value::Value;

/// The words of one language. A handle: copying it costs nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    language: Language,
    disguise: Option<Disguise>,
}

impl Words {
    /// The words of `language`.
    #[must_use]
    pub fn of(language: Language) -> Self {
        Self { language, disguise: None }
    }

    /// Dutch words in a disguise that shows whether a page holds.
    #[must_use]
    pub fn in_disguise(disguise: Disguise) -> Self {
        Self { language: Language::Nl, disguise: Some(disguise) }
    }

    /// The side at which lines of these words begin.
    #[must_use]
    pub fn begins(self) -> Side {
        self.disguise.map_or_else(|| self.language.begins(), Disguise::begins)
    }

    /// The language of these words.
    #[must_use]
    pub fn language(self) -> Language {
        self.language
    }

    /// The code for `lang="…"` and `Content-Language`: `nl`, `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.language.code()
    }

    /// The words behind `key`, for a text without values.
    #[must_use]
    pub fn t(self, key: &str) -> Cow<'static, str> {
        catalogue::say(self.language, self.disguise, key, None)
    }

    /// The words behind `key` with values put in: `w.with("key", &[("name", &name), ("count", &3)])`.
    #[must_use]
    pub fn with(self, key: &str, values: &[(&str, &dyn Value)]) -> Cow<'static, str> {
        let args: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.to_fluent())).collect();
        catalogue::say(self.language, self.disguise, key, Some(&args))
    }
}

impl From<Language> for Words {
    fn from(language: Language) -> Self {
        Self::of(language)
    }
}

/// The words behind a key: `t!(w, "key")`, `t!(w, "key", name = value, count = 3)`.
/// The first argument is a [`Words`] or a [`Language`]; answers a `Cow<'static, str>`.
#[macro_export]
macro_rules! t {
    ($words:expr, $key:literal $(,)?) => {
        $crate::Words::from($words).t($key)
    };
    ($words:expr, $key:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::Words::from($words).with($key, &[$((stringify!($name), &$value)),+])
    };
}

/// A key that is chosen in code and looked up elsewhere: `key!("fault-too-short")` is that text.
/// Written so, the tests see that the key exists and is used.
#[macro_export]
macro_rules! key {
    ($key:literal) => {
        $key
    };
}
