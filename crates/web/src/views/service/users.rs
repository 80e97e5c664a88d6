//! `/service/gebruikers/`: one box over all homes of the client, and what waits in each project.
//!
//! GET `?q=` a number, an address, a username, or the whole of an e-mail address; `?project=` `client/project` and `?list=` a
//! work list choose among what is found, or stand alone.

use std::borrow::Cow;

use askama::Template;
use domain::first_login::progress::WorkList;

use super::home::Standing;
use super::{Frame, Project, URGENT};
use crate::views::{Page, View};

/// The box, and what it found.
#[derive(Debug, Template)]
#[template(path = "service/users.html")]
pub struct Users {
    /// What every page has.
    pub page: Page,
    /// What was searched for; empty before anything was.
    pub query: String,
    /// The project that is looked in, `client/project`; empty for all.
    pub project: String,
    /// The work list that is looked at.
    pub list: Option<WorkList>,
    /// There may be more than are shown.
    pub more: bool,
    /// The homes that were found.
    pub rows: Vec<UserRow>,
    /// The projects of the client; their counts are filled while nothing is searched for.
    pub projects: Vec<ProjectLists>,
}

/// A home that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserRow {
    /// The id of who lives there, as acts for many know it; empty when nobody does.
    pub id: String,
    /// The page of the home.
    pub href: String,
    /// The client's own number, or the build number.
    pub number: String,
    /// Its address in one line; empty while it has none.
    pub address: String,
    /// Its username.
    pub username: String,
    /// Its project.
    pub project: Project,
    /// What it waits for.
    pub standing: Standing,
}

/// How many homes wait in a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectLists {
    /// Which.
    pub project: Project,
    /// Homes on each list, in the order of [`URGENT`].
    pub counts: [u64; 5],
}

impl ProjectLists {
    fn lists(&self) -> Vec<(String, &'static WorkList, u64)> {
        const ALL: &[WorkList] = &URGENT;
        ALL.iter().zip(self.counts).map(|(list, homes)| (self.project.worklist_path(list), list, homes)).collect()
    }
}

impl View for Users {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("service-users-title")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Users {
    fn frame(&self) -> Frame {
        Frame::alone(self.title())
    }

    fn is_searched(&self) -> bool {
        !self.query.is_empty() || self.list.is_some()
    }

    /// The projects to choose from: what they are called, their value, and whether it is this one.
    fn choices(&self) -> Vec<(&str, String, bool)> {
        let keyed = self.projects.iter().map(|row| (row.project.name.as_str(), row.project.key()));
        keyed.map(|(name, key)| (name, key.clone(), key == self.project)).collect()
    }

    /// The work lists to choose from, likewise.
    fn lists(&self) -> Vec<(Cow<'static, str>, &'static str, bool)> {
        URGENT.iter().map(|list| (self.page.list_name(list), list.as_str(), self.list == Some(*list))).collect()
    }

    /// The projects in the table of what waits.
    fn tabled(&self) -> Vec<&ProjectLists> {
        let all = self.project.is_empty();
        self.projects.iter().filter(|row| all || row.project.key() == self.project).collect()
    }

    /// How many were found, in words; nothing before anything was searched for.
    fn told(&self) -> Cow<'static, str> {
        match self.rows.len() {
            _ if !self.is_searched() => Cow::Borrowed(""),
            many if self.more => words::t!(self.page.w, "service-users-many", count = many),
            some => words::t!(self.page.w, "service-users-found", count = some),
        }
    }

    /// The project of an act for many: all homes that were found are of one.
    fn one_project(&self) -> Option<String> {
        let first = self.rows.first()?.project.key();
        self.rows.iter().all(|row| row.project.key() == first).then_some(first)
    }

    fn tick_label(&self, row: &UserRow) -> Cow<'static, str> {
        let home = if row.address.is_empty() { &row.number } else { &row.address };
        self.page.w.with("service-tick-label", &[("home", home)])
    }

    /// What was typed holds an `@`: it was looked for as a whole address only.
    fn is_address(&self) -> bool {
        self.query.contains('@')
    }

    fn all_lists(&self) -> Vec<Cow<'static, str>> {
        URGENT.iter().map(|list| self.page.list_name(list)).collect()
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let rows: Vec<UserRow> = Standing::samples()
            .into_iter()
            .zip(0_u32..)
            .map(|(standing, at)| UserRow {
                id: if standing == Standing::Vacant { String::new() } else { format!("0193-{at}") },
                href: format!("/service/woningen/0193-{at}/"),
                number: format!("1002{at}"),
                address: if at == 2 { String::new() } else { format!("Lindelaan {}, 7607 AB Almelo", 12 + at * 2) },
                username: format!("ALMELO{:02}", at + 1),
                project: Project::sample(),
                standing,
            })
            .collect();
        let project = |name: &str, counts| ProjectLists {
            project: Project { name: name.to_owned(), slug: name.to_lowercase(), ..Project::sample() },
            counts,
        };
        let projects = vec![project("Lindelaan fase 1", [38, 4, 12, 49, 0]), project("Hof <b>Twente</b>", [0; 5])];
        let state = |query: &str, rows: &[UserRow]| Self {
            page: page.for_service("/service/gebruikers/"),
            query: query.to_owned(),
            project: String::new(),
            list: None,
            more: false,
            rows: rows.to_vec(),
            projects: projects.clone(),
        };
        let many: Vec<UserRow> = rows.iter().cycle().take(50).cloned().collect();
        let elsewhere = Project { slug: "hof".to_owned(), ..Project::sample() };
        let two: Vec<UserRow> =
            rows.iter().take(1).chain(&[UserRow { project: elsewhere, ..rows[1].clone() }]).cloned().collect();
        vec![
            ("users", state("", &[])),
            ("users-found", state("lindelaan", &rows)),
            ("users-two-projects", state("jan@example.nl", &two)),
            ("users-many", Self { more: true, ..state("almelo", &many) }),
            (
                "users-chosen",
                Self { project: Project::sample().key(), list: Some(WorkList::NoAddress), ..state("", &rows) },
            ),
            ("users-not-found", state("eikenlaan", &[])),
            ("users-address-not-found", state("jan@", &[])),
            ("users-none", Self { projects: Vec::new(), ..state("", &[]) }),
        ]
    }
}
