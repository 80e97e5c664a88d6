//! `/service/onderhoud/{notice}/`: the homes of a client that a notice reaches by letter only, as a list and as letters. Below it GET
//! `woningen.csv` and `woningen.xlsx`; `brieven.pdf` takes `?language=` and `?part=`.

use std::borrow::Cow;

use app::first_login::letters::PART;
use askama::Template;
use domain::language::Language;
use words::{Words, t};

use super::PLANNED;
use crate::views::service::{Crumb, Frame};
use crate::views::{Page, View};

/// The page of the letters about a notice.
#[derive(Debug, Template)]
#[template(path = "maintenance/by_letter.html")]
pub struct ByLetterPage {
    /// What every page has.
    pub page: Page,
    /// The id of the notice.
    pub id: String,
    /// Its subject, in the language of whoever looks.
    pub subject: String,
    /// So many homes of the client.
    pub homes: u32,
}

/// The page of the letters about a notice.
#[must_use]
pub fn by_letter_path(id: &str) -> String {
    format!("{PLANNED}{id}/")
}

impl View for ByLetterPage {
    fn title(&self) -> Cow<'static, str> {
        t!(self.page.w, "service-planned-letters-one", subject = self.subject)
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl ByLetterPage {
    fn frame(&self) -> Frame {
        let above = Crumb { name: self.page.w.t("service-planned-title"), href: Some(PLANNED.to_owned()), here: false };
        let own = Crumb { name: self.title(), href: None, here: true };
        Frame { crumbs: vec![above, own], heading: self.title(), tabs: Vec::new() }
    }

    fn count(&self) -> Cow<'static, str> {
        t!(self.page.w, "service-planned-count", count = self.homes)
    }

    /// The lists: address and name.
    fn lists(&self) -> [(String, Cow<'static, str>); 2] {
        let (w, at) = (self.page.w, by_letter_path(&self.id));
        [
            (format!("{at}woningen.xlsx"), w.t("service-planned-xlsx")),
            (format!("{at}woningen.csv"), w.t("service-planned-csv")),
        ]
    }

    /// The files with letters, by language and part: address and name.
    fn letters(&self) -> Vec<(String, Cow<'static, str>)> {
        let at = by_letter_path(&self.id);
        let file = |language: Language, part: u32| {
            let href = format!("{at}brieven.pdf?language={}&part={part}", language.code());
            let own = Words::of(language).t("common-language");
            let (from, last) = ((part - 1) * PART + 1, self.homes.min(part * PART));
            (href, t!(self.page.w, "service-planned-pdf", language = own, first = from, last = last))
        };
        let parts = self.homes.div_ceil(PART);
        Language::ALL
            .into_iter()
            .flat_map(|language| (1..=parts).map(move |part| (language, part)))
            .map(|(language, part)| file(language, part))
            .collect()
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |homes| Self {
            page: page.for_service(&by_letter_path("1")),
            id: "1".to_owned(),
            subject: "Onderhoud <b>portaal</b>".to_owned(),
            homes,
        };
        vec![("byletter-none", state(0)), ("byletter-one", state(1)), ("byletter", state(2_345))]
    }
}
