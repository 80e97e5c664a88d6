//! `/beheer/opdrachtgevers/` and `/beheer/projecten/`: the clients and their projects as the operator's admins see them, as
//! names and counts.
//!
//! GET the lists; GET and POST `/beheer/nieuwe-opdrachtgever/` (`name`, `slug`, `portal`) and `/beheer/nieuw-project/` (`client`, `name`,
//! `slug`, `prefix`, `delivered`); below a client POST `beheerder/` (`email`), GET and POST `bevriezen/` (`seal`), POST `vrijgeven/`, POST `mail/` (`frozen`); a project
//! takes `delivered` by POST.

pub mod client;
pub mod freeze;
pub mod list;
pub mod move_homes;
pub mod new_client;
pub mod new_project;
pub mod project;

use std::borrow::Cow;

use super::Page;
use super::service::{Crumb, Frame};

/// The list of clients.
pub const CLIENTS: &str = "/beheer/opdrachtgevers/";
/// The list of projects.
pub const PROJECTS: &str = "/beheer/projecten/";
/// The form for a new client.
pub const NEW_CLIENT: &str = "/beheer/nieuwe-opdrachtgever/";
/// The form for a new project.
pub const NEW_PROJECT: &str = "/beheer/nieuw-project/";

/// A client as pages name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its short name.
    pub slug: String,
    /// Its name.
    pub name: String,
}

impl Named {
    /// Its page.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{CLIENTS}{}/", self.slug)
    }

    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        Self { slug: "linde".to_owned(), name: "Woonstichting De Linde".to_owned() }
    }
}

/// The frame of a page below the clients; below one of them when it is given.
fn frame(page: &Page, client: Option<&Named>, own: Cow<'static, str>) -> Frame {
    let link = |name, href| Crumb { name, href: Some(href), here: false };
    let mut crumbs = vec![link(page.w.t("staff-client-title"), CLIENTS.to_owned())];
    if let Some(client) = client {
        crumbs.push(link(client.name.clone().into(), client.path()));
    }
    crumbs.push(Crumb { name: own.clone(), href: None, here: true });
    Frame { crumbs, heading: own, tabs: Vec::new() }
}
