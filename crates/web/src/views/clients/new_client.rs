//! A new client.

use std::borrow::Cow;

use askama::Template;

use super::{NEW_CLIENT, frame};
use crate::views::service::Frame;
use crate::views::{Faults, Page, View};

/// The form.
#[derive(Debug, Template)]
#[template(path = "clients/new_client.html")]
pub struct NewClient {
    /// What every page has.
    pub page: Page,
    /// Its name as typed.
    pub name: String,
    /// Its short name as typed.
    pub slug: String,
    /// It works in the service portal.
    pub portal: bool,
    /// What is wrong with it.
    pub faults: Vec<ClientFault>,
}

/// What is wrong with a new client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClientFault {
    /// There is no name.
    Name,
    /// This is no short name.
    Slug,
    /// Another client has that short name.
    Taken,
}

impl View for NewClient {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-client-new")
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        let mut faults = Faults::default();
        for fault in &self.faults {
            let (field, key) = match fault {
                ClientFault::Name => ("name", words::key!("staff-client-fault-name")),
                ClientFault::Slug => ("slug", words::key!("staff-client-fault-slug")),
                ClientFault::Taken => ("slug", words::key!("staff-client-fault-taken")),
            };
            faults.add(field, self.page.w.t(key));
        }
        faults
    }
}

impl NewClient {
    fn frame(&self) -> Frame {
        frame(&self.page, None, self.title())
    }

    fn action(&self) -> &'static str {
        NEW_CLIENT
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |name: &str, slug: &str, faults: &[ClientFault]| Self {
            page: page.for_staff(),
            name: name.to_owned(),
            slug: slug.to_owned(),
            portal: true,
            faults: faults.to_vec(),
        };
        vec![
            ("newclient", state("", "", &[])),
            ("newclient-wrong", state("", "De Linde", &[ClientFault::Name, ClientFault::Slug])),
            ("newclient-taken", Self { portal: false, ..state("De Linde", "linde", &[ClientFault::Taken]) }),
        ]
    }
}
