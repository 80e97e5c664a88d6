//! All clients; and all projects.

use std::borrow::Cow;

use askama::Template;
use domain::time::Day;

use super::{NEW_CLIENT, NEW_PROJECT, Named, PROJECTS};
use crate::views::service::Frame;
use crate::views::{Page, View};

/// The clients.
#[derive(Debug, Template)]
#[template(path = "clients/list.html")]
pub struct Clients {
    /// What every page has.
    pub page: Page,
    /// A client was added just now.
    pub added: bool,
    /// The clients, by name.
    pub rows: Vec<ClientRow>,
}

/// One client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientRow {
    /// Which.
    pub client: Named,
    /// It works in the service portal.
    pub portal: bool,
    /// Nobody of it gets in.
    pub frozen: bool,
    /// Its projects.
    pub projects: u64,
    /// People of it, invited or at work.
    pub people: u64,
    /// Admins of it at work.
    pub admins: u64,
}

/// The projects.
#[derive(Debug, Template)]
#[template(path = "clients/projects.html")]
pub struct AllProjects {
    /// What every page has.
    pub page: Page,
    /// The projects, by client.
    pub rows: Vec<ProjectRow>,
}

/// One project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectRow {
    /// Its client.
    pub client: Named,
    /// Its short name.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What its usernames begin with.
    pub prefix: String,
    /// The day of delivery.
    pub delivered: Option<Day>,
    /// Its homes.
    pub homes: u64,
}

impl ProjectRow {
    /// Its page.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{PROJECTS}{}/{}/", self.client.slug, self.slug)
    }

    /// The day of delivery in a table.
    #[must_use]
    pub fn day(&self, page: &Page) -> String {
        self.delivered.map_or_else(|| "–".to_owned(), |day| page.date(&day))
    }

    #[cfg(test)]
    pub(crate) fn samples() -> Vec<Self> {
        let row = |slug: &str, name: &str, prefix: &str, delivered: &str, homes| Self {
            client: Named::sample(),
            slug: slug.to_owned(),
            name: name.to_owned(),
            prefix: prefix.to_owned(),
            delivered: Day::parse(delivered).ok(),
            homes,
        };
        vec![
            row("lindelaan", "Lindelaan fase 1", "ALMELO", "2026-10-01", 400),
            row("hof", "Hof van <b>Twente</b>", "HOF", "", 0),
            row("beukenhof", "Beukenhof", "BEUK", "2027-02-01", 80_000),
        ]
    }
}

impl View for Clients {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-client-title")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Clients {
    fn frame(&self) -> Frame {
        Frame::alone(self.title())
    }

    fn new_path(&self) -> &'static str {
        NEW_CLIENT
    }

    /// Tone, icon and words of how a client stands.
    fn state(&self, row: &ClientRow) -> (&'static str, &'static str, Cow<'static, str>) {
        let w = self.page.w;
        match row {
            ClientRow { frozen: true, .. } => ("wrong", "wrong", w.t("staff-client-frozen")),
            ClientRow { portal: false, .. } => ("plain", "same", w.t("staff-client-no-portal")),
            ClientRow { admins: 0, .. } => ("look", "look", w.t("staff-client-no-admin")),
            _ => ("good", "good", w.t("staff-client-works")),
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let row = |name: &str, portal, frozen, admins| ClientRow {
            client: Named { slug: name.to_lowercase(), name: format!("Stichting {name}") },
            portal,
            frozen,
            projects: 3,
            people: 12,
            admins,
        };
        let rows = vec![
            row("Linde", true, false, 2),
            row("Beuk", true, true, 1),
            row("Esdoorn", true, false, 0),
            row("Waterland", false, false, 0),
        ];
        let state = |added, rows: &[ClientRow]| Self { page: page.for_staff(), added, rows: rows.to_vec() };
        vec![
            ("clients", state(false, &rows)),
            ("clients-added", state(true, &rows)),
            ("clients-none", state(false, &[])),
        ]
    }
}

impl View for AllProjects {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-client-projects-all")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl AllProjects {
    fn frame(&self) -> Frame {
        Frame::alone(self.title())
    }

    fn new_path(&self) -> &'static str {
        NEW_PROJECT
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |rows| Self { page: page.for_staff(), rows };
        vec![("allprojects", state(ProjectRow::samples())), ("allprojects-none", state(Vec::new()))]
    }
}
