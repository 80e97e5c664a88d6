//! Who is invited, to what.

use std::borrow::Cow;

use askama::Template;
use domain::role::Role;

use super::ticks::ProjectTick;
use super::{Desk, means};
use crate::views::service::Frame;
use crate::views::{Faults, Page, View};

/// The form.
#[derive(Debug, Template)]
#[template(path = "colleagues/invite.html")]
pub struct InviteColleague {
    /// What every page has.
    pub page: Page,
    /// To whose people.
    pub desk: Desk,
    /// The address as typed.
    pub email: String,
    /// The role chosen.
    pub role: Option<Role>,
    /// The projects of the house, for the operator's own people.
    pub projects: Vec<ProjectTick>,
    /// What is wrong with it.
    pub fault: Option<InviteFault>,
}

/// Why nobody was invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InviteFault {
    /// This is not an e-mail address.
    Address,
    /// The mailbox belongs to a desk.
    Group,
    /// Somebody with this address is invited already.
    Invited,
    /// Somebody with this address works here already.
    AtWork,
    /// The address cannot be invited.
    CannotBe,
    /// No role was chosen.
    NoRole,
    /// A project lead without a project, or somebody else with one.
    Projects,
    /// There is no such project.
    UnknownProject(String),
}

/// One of the roles.
struct Choice {
    id: String,
    role: Role,
    chosen: bool,
    name: Cow<'static, str>,
    means: Cow<'static, str>,
}

impl View for InviteColleague {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-team-invite-title")
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        let (field, key) = match &self.fault {
            None => return Faults::default(),
            Some(InviteFault::UnknownProject(project)) => {
                return Faults::one("projects", w.with("staff-team-fault-unknown", &[("project", project)]));
            }
            Some(InviteFault::Address) => ("email", words::key!("staff-team-fault-address")),
            Some(InviteFault::Group) => ("email", words::key!("staff-team-fault-group")),
            Some(InviteFault::Invited) => ("email", words::key!("staff-team-fault-invited")),
            Some(InviteFault::AtWork) if self.is_operator() => {
                ("email", words::key!("staff-team-fault-at-work-operator"))
            }
            Some(InviteFault::AtWork) => ("email", words::key!("staff-team-fault-at-work")),
            Some(InviteFault::CannotBe) => ("email", words::key!("staff-team-fault-cannot-be")),
            Some(InviteFault::NoRole) => ("role", words::key!("staff-team-fault-role")),
            Some(InviteFault::Projects) => ("projects", words::key!("staff-team-fault-projects")),
        };
        Faults::one(field, w.t(key))
    }
}

impl InviteColleague {
    fn frame(&self) -> Frame {
        self.desk.frame(&self.page, self.title())
    }

    fn action(&self) -> String {
        format!("{}nieuw/", self.desk.root())
    }

    fn is_operator(&self) -> bool {
        self.desk == Desk::Operator
    }

    fn choices(&self) -> Vec<Choice> {
        let choice = |role: &Role| Choice {
            id: format!("role-{role}"),
            role: *role,
            chosen: self.role == Some(*role),
            name: self.page.role(role),
            means: means(&self.page, *role),
        };
        self.desk.roles().iter().map(choice).collect()
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |email: &str, fault: Option<InviteFault>| Self {
            page: page.for_service("/service/collegas/nieuw/"),
            desk: Desk::Client,
            email: email.to_owned(),
            role: fault.as_ref().map(|_| Role::Clerk),
            projects: Vec::new(),
            fault,
        };
        let operator = |projects: &[&str], fault| Self {
            page: page.for_staff(),
            desk: Desk::Operator,
            role: Some(Role::ProjectLead),
            projects: ProjectTick::samples(projects),
            ..state("iris@beheer.test", fault)
        };
        vec![
            ("invite", state("", None)),
            ("invite-address", state("jan@", Some(InviteFault::Address))),
            ("invite-group", state("info@linde.test", Some(InviteFault::Group))),
            ("invite-twice", state("jan@linde.test", Some(InviteFault::Invited))),
            ("invite-at-work", state("karel@linde.test", Some(InviteFault::AtWork))),
            ("invite-cannot-be", state("jan@elders.test", Some(InviteFault::CannotBe))),
            ("invite-no-role", Self { role: None, ..state("jan@linde.test", Some(InviteFault::NoRole)) }),
            ("invite-operator", operator(&["linde/lindelaan"], None)),
            ("invite-operator-at-work", operator(&["linde/lindelaan"], Some(InviteFault::AtWork))),
            ("invite-projects", operator(&[], Some(InviteFault::Projects))),
            ("invite-unknown", operator(&[], Some(InviteFault::UnknownProject("linde/x".to_owned())))),
            ("invite-no-projects", Self { projects: Vec::new(), ..operator(&[], None) }),
        ]
    }
}
