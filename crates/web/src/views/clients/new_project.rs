//! A new project of a client.

use std::borrow::Cow;

use askama::Template;

use super::{NEW_PROJECT, Named, frame};
use crate::views::service::Frame;
use crate::views::{Faults, Page, View};

/// The form.
#[derive(Debug, Template)]
#[template(path = "clients/new_project.html")]
pub struct NewProject {
    /// What every page has.
    pub page: Page,
    /// The clients to choose from, by name.
    pub clients: Vec<Named>,
    /// The client chosen, by its short name.
    pub client: String,
    /// What was typed.
    pub typed: TypedProject,
    /// What is wrong with it.
    pub faults: Vec<ProjectFault>,
}

/// What was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedProject {
    /// Its name.
    pub name: String,
    /// Its short name.
    pub slug: String,
    /// What its usernames begin with.
    pub prefix: String,
    /// The day of delivery; may be empty.
    pub delivered: String,
}

/// What is wrong with a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProjectFault {
    /// No client was chosen.
    Client,
    /// There is no name.
    Name,
    /// This is no short name.
    Slug,
    /// The client has a project of that short name.
    Taken,
    /// Usernames cannot begin so.
    Prefix,
    /// Usernames of another project could look like these.
    Alike,
    /// No day can be read.
    Day,
}

impl View for NewProject {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-client-project-new")
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        let mut faults = Faults::default();
        for fault in &self.faults {
            let (field, key) = match fault {
                ProjectFault::Client => ("client", words::key!("staff-client-fault-client")),
                ProjectFault::Name => ("name", words::key!("staff-client-fault-name")),
                ProjectFault::Slug => ("slug", words::key!("staff-client-fault-slug")),
                ProjectFault::Taken => ("slug", words::key!("staff-client-fault-project-taken")),
                ProjectFault::Prefix => ("prefix", words::key!("staff-client-fault-prefix")),
                ProjectFault::Alike => ("prefix", words::key!("staff-client-fault-alike")),
                ProjectFault::Day => ("delivered", words::key!("staff-client-fault-day")),
            };
            faults.add(field, self.page.w.t(key));
        }
        faults
    }
}

impl NewProject {
    fn frame(&self) -> Frame {
        let chosen = self.clients.iter().find(|client| client.slug == self.client);
        frame(&self.page, chosen, self.title())
    }

    fn action(&self) -> &'static str {
        NEW_PROJECT
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |client: &str, typed: TypedProject, faults: &[ProjectFault]| Self {
            page: page.for_staff(),
            clients: vec![Named { slug: "beuk".to_owned(), name: "Stichting Beuk".to_owned() }, Named::sample()],
            client: client.to_owned(),
            typed,
            faults: faults.to_vec(),
        };
        let typed = TypedProject {
            name: "Lindelaan".to_owned(),
            slug: "Linde laan".to_owned(),
            prefix: "A1".to_owned(),
            delivered: "31-02-2026".to_owned(),
        };
        let wrong =
            [ProjectFault::Client, ProjectFault::Name, ProjectFault::Slug, ProjectFault::Prefix, ProjectFault::Day];
        vec![
            ("newproject", state("linde", TypedProject::default(), &[])),
            ("newproject-wrong", state("", typed.clone(), &wrong)),
            ("newproject-taken", state("linde", typed.clone(), &[ProjectFault::Taken])),
            ("newproject-alike", state("linde", typed, &[ProjectFault::Alike])),
        ]
    }
}
