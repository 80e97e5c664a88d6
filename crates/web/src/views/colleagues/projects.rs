//! The projects of a project lead.

use std::borrow::Cow;

use askama::Template;

use super::Desk;
use super::invite::InviteFault;
use super::ticks::ProjectTick;
use crate::views::service::Frame;
use crate::views::{Faults, Page, View};

/// The form.
#[derive(Debug, Template)]
#[template(path = "colleagues/projects.html")]
pub struct LeadProjects {
    /// What every page has.
    pub page: Page,
    /// Their id.
    pub id: String,
    /// Their address.
    pub email: String,
    /// The projects of the house.
    pub projects: Vec<ProjectTick>,
    /// What is wrong with it.
    pub fault: Option<InviteFault>,
}

impl View for LeadProjects {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-team-projects-title")
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        match &self.fault {
            None => Faults::default(),
            Some(InviteFault::UnknownProject(project)) => {
                Faults::one("projects", w.with("staff-team-fault-unknown", &[("project", project)]))
            }
            Some(_) => Faults::one("projects", w.t("staff-team-fault-projects")),
        }
    }
}

impl LeadProjects {
    fn frame(&self) -> Frame {
        Desk::Operator.frame(&self.page, self.title())
    }

    fn action(&self) -> String {
        format!("{}{}/projecten/", Desk::Operator.root(), self.id)
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |projects: &[&str], fault| Self {
            page: page.for_staff(),
            id: "0193".to_owned(),
            email: "iris@beheer.test".to_owned(),
            projects: ProjectTick::samples(projects),
            fault,
        };
        vec![
            ("lead", state(&["linde/lindelaan", "beuk/beukenhof"], None)),
            ("lead-none", state(&[], Some(InviteFault::Projects))),
            ("lead-unknown", state(&[], Some(InviteFault::UnknownProject("linde/x".to_owned())))),
        ]
    }
}
