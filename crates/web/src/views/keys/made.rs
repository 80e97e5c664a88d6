//! A key that was made just now: the only page that shows one.

use std::borrow::Cow;
use std::fmt;

use askama::Template;
use secrecy::{ExposeSecret, SecretString};

use super::{KEYS, frame};
use crate::views::service::Frame;
use crate::views::{Page, View};

/// The key.
#[derive(Template)]
#[template(path = "keys/made.html")]
pub struct KeyMade {
    /// What every page has.
    pub page: Page,
    /// Its name.
    pub name: String,
    /// Itself.
    pub key: SecretString,
}

impl fmt::Debug for KeyMade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyMade").field("name", &self.name).finish_non_exhaustive()
    }
}

impl View for KeyMade {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-key-made")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl KeyMade {
    fn frame(&self) -> Frame {
        frame(&self.page, self.title())
    }

    fn text(&self) -> &str {
        self.key.expose_secret()
    }

    fn back(&self) -> &'static str {
        KEYS
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let key = domain::key::written(&"voorbeeld-".repeat(5)[..43]);
        vec![("madekey", Self { page: page.for_staff(), name: "ERP".to_owned(), key: key.into() })]
    }
}
