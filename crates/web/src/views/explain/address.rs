//! `/uitleg/e-mailadres/`: why we ask for an address, what happens with it, who sees it, and what to do without one.

use std::borrow::Cow;

use askama::Template;

use crate::views::{Page, View};

/// The explanation.
#[derive(Debug, Template)]
#[template(path = "explain/address.html")]
pub struct ExplainAddress {
    /// What every page has.
    pub page: Page,
}

impl View for ExplainAddress {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("explain-address-title")
    }
}

impl ExplainAddress {
    /// A resident is signed in: the way to the form is the own one.
    fn is_resident(&self) -> bool {
        self.page.signed_in.as_ref().is_some_and(|who| who.resident)
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let here = "/uitleg/e-mailadres/";
        let of = |page: &Page| Self { page: page.at(here) };
        vec![
            ("explain-address", of(page)),
            ("explain-address-resident", of(&page.for_resident())),
            ("explain-address-missing", of(&page.without_address())),
        ]
    }
}
