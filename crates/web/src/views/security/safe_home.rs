//! For people who no longer feel safe at home, `/uitleg/veilig-thuis/`: what they do themselves, what the landlord does, and a
//! way off the page that leaves no trace of it in the list of pages visited here.

use std::borrow::Cow;

use askama::Template;

use super::END_EVERYTHING;
use crate::views::{Page, View};

/// The explanation.
#[derive(Debug, Template)]
#[template(path = "security/safe_home.html")]
pub struct SafeHome {
    /// What every page has.
    pub page: Page,
}

impl View for SafeHome {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("safe-title")
    }
}

impl SafeHome {
    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        vec![
            ("safe_home", Self { page: page.at(super::SAFE_HOME) }),
            ("safe_home-signed-in", Self { page: page.for_resident().at(super::SAFE_HOME) }),
        ]
    }
}
