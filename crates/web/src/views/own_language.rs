//! `/taal/`: the language of the own account, for pages and mails.

use std::borrow::Cow;

use askama::Template;
use domain::language::Language;
use words::Words;

use super::{Faults, Page, View};

/// Where it is chosen.
pub const OWN_LANGUAGE: &str = "/taal/";

/// The form.
#[derive(Debug, Template)]
#[template(path = "own_language.html")]
pub struct OwnLanguage {
    /// What every page has; `signed_in` is filled.
    pub page: Page,
    /// The language of the account.
    pub chosen: Language,
    /// The choice was kept just now.
    pub done: bool,
    /// The form came without a language of ours.
    pub nothing_chosen: bool,
}

impl View for OwnLanguage {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("own-language-title")
    }

    fn faults(&self) -> Faults {
        let mut faults = Faults::default();
        if self.nothing_chosen {
            faults.add("language", self.page.w.t("own-language-none"));
        }
        faults
    }

    fn for_staff(&self) -> bool {
        self.page.by_staff()
    }
}

impl OwnLanguage {
    /// The languages, each called as those who speak it call it.
    fn languages(&self) -> impl Iterator<Item = (Language, Cow<'static, str>)> {
        Language::ALL.into_iter().map(|language| (language, Words::of(language).t("common-language")))
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let own =
            |page: Page| Self { page: page.at(OWN_LANGUAGE), chosen: Language::Nl, done: false, nothing_chosen: false };
        vec![
            ("own_language", own(page.for_resident())),
            ("own_language-done", Self { done: true, ..own(page.for_resident()) }),
            ("own_language-nothing", Self { nothing_chosen: true, ..own(page.for_resident()) }),
            ("own_language-staff", own(page.for_staff())),
        ]
    }
}
