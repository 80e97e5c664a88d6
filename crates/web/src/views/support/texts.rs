//! `/support/teksten/`: what the help desk answers to requests that it does not grant, ready to be copied, in Dutch and English.

use std::borrow::Cow;

use askama::Template;
use domain::language::Language;
use words::{Words, t};

use super::frame;
use crate::views::service::Frame;
use crate::views::{Page, View};

/// The texts.
#[derive(Debug, Template)]
#[template(path = "support/texts.html")]
pub struct DeskTexts {
    /// What every page has.
    pub page: Page,
    /// Where a password is asked, as a whole address.
    pub reset: String,
    /// Where the address is filled in, as a whole address.
    pub address: String,
}

/// A text.
struct Text {
    id: String,
    title: String,
    text: String,
}

impl View for DeskTexts {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-desk-texts")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl DeskTexts {
    fn frame(&self) -> Frame {
        frame(&self.page, self.title())
    }

    fn texts(&self) -> Vec<Text> {
        let w = self.page.w;
        let all = [
            ("password", w.t("staff-desk-text-password")),
            ("no-address", w.t("staff-desk-text-no-address")),
            ("landlord", w.t("staff-desk-text-landlord")),
        ];
        let each = all.into_iter().flat_map(|(id, title)| {
            Language::ALL.into_iter().map(move |language| {
                let own = Words::of(language);
                Text {
                    id: format!("{id}-{}", language.code()),
                    title: format!("{title} ({})", own.t("common-language")),
                    text: self.body(own, id),
                }
            })
        });
        each.collect()
    }

    fn body(&self, w: Words, id: &str) -> String {
        let parts = match id {
            "password" => vec![
                w.t("staff-desk-password-no"),
                t!(w, "staff-desk-password-do", link = self.reset),
                w.t("staff-desk-password-none"),
            ],
            "no-address" => {
                vec![w.t("staff-desk-no-address-why"), t!(w, "staff-desk-no-address-do", link = self.address)]
            }
            _ => vec![w.t("staff-desk-landlord-why"), w.t("staff-desk-landlord-do")],
        };
        let (hello, end) = (w.t("staff-desk-hello"), t!(w, "staff-desk-regards", brand = self.page.brand.name));
        let whole: Vec<&str> = [&hello].into_iter().chain(&parts).chain([&end]).map(AsRef::as_ref).collect();
        whole.join("\n\n")
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let (reset, address) =
            ("https://login.example.nl/login/accounts/pass/reset/", "https://login.example.nl/uitleg/e-mailadres/");
        let page = page.for_support(super::TEXTS);
        vec![("desk-texts", Self { page, reset: reset.to_owned(), address: address.to_owned() })]
    }
}
