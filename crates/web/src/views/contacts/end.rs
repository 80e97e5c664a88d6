//! What ends with a contact, before it does.

use std::borrow::Cow;

use askama::Template;

use super::{OWN, way_here};
use crate::views::service::{Crumb, Frame};
use crate::views::{Page, View};

/// The preview.
#[derive(Debug, Template)]
#[template(path = "contacts/end.html")]
pub struct EndContact {
    /// What every page has.
    pub page: Page,
    /// The name of the client.
    pub client: String,
    /// The address of the list.
    pub list: String,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its address.
    pub email: String,
    /// The owner proved the mailbox.
    pub proven: bool,
    /// A second person approved it.
    pub approved: bool,
}

impl View for EndContact {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("contact-end-title")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl EndContact {
    fn frame(&self) -> Frame {
        let link = |name, href: &str| Crumb { name, href: Some(href.to_owned()), here: false };
        let mut crumbs = if self.list == OWN { Vec::new() } else { way_here(&self.page, &self.client, &self.list) };
        crumbs.push(link(self.page.w.t("staff-contact-title"), &self.list));
        crumbs.push(Crumb { name: self.title(), href: None, here: true });
        Frame { crumbs, heading: self.title(), tabs: Vec::new() }
    }

    /// What ends, a line each.
    fn ends(&self) -> Vec<Cow<'static, str>> {
        let w = self.page.w;
        let mut ends = vec![w.with("contact-end-mail", &[("email", &self.email)])];
        if !self.proven {
            ends.push(w.t("contact-end-link"));
        }
        if !self.approved {
            ends.push(w.t("contact-end-proposal"));
        }
        ends
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |page, list: String, known| Self {
            page,
            client: "Woonstichting De Linde".to_owned(),
            list,
            id: "0193".to_owned(),
            name: "Jan <b>Smit".to_owned(),
            email: "jan@linde.test".to_owned(),
            proven: known,
            approved: known,
        };
        vec![
            ("contact-end", state(page.for_service(OWN), OWN.to_owned(), true)),
            ("contact-end-fresh", state(page.for_staff(), super::of_client("linde"), false)),
        ]
    }
}
