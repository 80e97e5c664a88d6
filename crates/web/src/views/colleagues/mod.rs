//! `/service/collegas/` and `/beheer/medewerkers/`: the people of a client, or of the operator, as their admin sees them.
//!
//! GET the list; GET and POST `nieuw/` (`email`, `role`, `project-1` …); POST `{colleague}/opnieuw/` sends an invitation again;
//! POST `{colleague}/rol/` (`role`); GET `{colleague}/beeindigen/` shows what would end, POST there with its `seal` ends it; GET and POST
//! `{colleague}/projecten/` (`project-1` …); GET and POST `nalopen/` (`answer-{colleague}`, `seen`, `seal`).

pub mod end;
pub mod invite;
pub mod list;
pub mod projects;
pub mod review;
pub mod ticks;

use std::borrow::Cow;

use domain::role::Role;

use super::Page;
use super::service::{Crumb, Frame};

/// Whose people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Desk {
    /// Of a client.
    Client,
    /// The operator's own.
    Operator,
}

impl Desk {
    /// The desk of an address.
    #[must_use]
    pub fn at(path: &str) -> Self {
        if path.starts_with(Self::Operator.root()) { Self::Operator } else { Self::Client }
    }

    /// The list of people.
    #[must_use]
    pub const fn root(self) -> &'static str {
        match self {
            Self::Client => "/service/collegas/",
            Self::Operator => "/beheer/medewerkers/",
        }
    }

    /// The roles somebody can be invited to, the usual first.
    #[must_use]
    pub const fn roles(self) -> &'static [Role] {
        match self {
            Self::Client => &[Role::Clerk, Role::OrgAdmin],
            Self::Operator => &[Role::Support, Role::ProjectLead, Role::OperatorAdmin, Role::Auditor],
        }
    }

    /// Where the rights are gone over.
    #[must_use]
    pub fn review(self) -> String {
        format!("{}nalopen/", self.root())
    }

    fn name(self, page: &Page) -> Cow<'static, str> {
        page.w.t(match self {
            Self::Client => words::key!("staff-team-title"),
            Self::Operator => words::key!("staff-team-title-operator"),
        })
    }

    /// The frame of a page below the list.
    fn frame(self, page: &Page, own: Cow<'static, str>) -> Frame {
        let list = Crumb { name: self.name(page), href: Some(self.root().to_owned()), here: false };
        let here = Crumb { name: own.clone(), href: None, here: true };
        Frame { crumbs: vec![list, here], heading: own, tabs: Vec::new() }
    }
}

/// What a role may do, in a sentence.
fn means(page: &Page, role: Role) -> Cow<'static, str> {
    page.w.t(match role {
        Role::Clerk => words::key!("staff-team-means-clerk"),
        Role::OrgAdmin => words::key!("staff-team-means-org-admin"),
        Role::Support => words::key!("staff-team-means-support"),
        Role::ProjectLead => words::key!("staff-team-means-project-lead"),
        Role::OperatorAdmin => words::key!("staff-team-means-operator-admin"),
        Role::Auditor => words::key!("staff-team-means-auditor"),
    })
}
