//! One client: its projects, its first admin, and whether it is frozen.

use std::borrow::Cow;

use app::own_data::Reach;
use askama::Template;
use domain::data_request::{About, Kind};
use domain::time::Day;

use super::list::ProjectRow;
use super::{NEW_PROJECT, Named, frame};
use crate::views::service::{Frame, requests};
use crate::views::{Faults, Page, View};

/// The page of a client.
#[derive(Debug, Template)]
#[template(path = "clients/client.html")]
pub struct ClientPage {
    /// What every page has.
    pub page: Page,
    /// The client.
    pub client: Named,
    /// It works in the service portal.
    pub portal: bool,
    /// Since when nobody of it gets in.
    pub frozen: Option<Day>,
    /// Since when no mail of its contacts counts.
    pub mail_frozen: Option<Day>,
    /// People of it, invited or at work.
    pub people: u64,
    /// Admins of it at work.
    pub admins: u64,
    /// Its projects.
    pub projects: Vec<ProjectRow>,
    /// What its residents asked and was not answered yet.
    pub requests: Vec<Asked>,
    /// How it hears of them.
    pub reach: Reach,
    /// What was done just now.
    pub told: Option<Told>,
    /// The address of the first admin, as typed.
    pub email: String,
    /// Why the first admin was not invited.
    pub fault: Option<AdminFault>,
    /// The address of an admin who lost the second factor, as typed, when there is no such admin.
    pub lost: Option<String>,
}

/// Something that was asked, and nothing of who asked it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// What.
    pub kind: Kind,
    /// About what.
    pub about: About,
    /// On which day.
    pub asked_on: Day,
    /// The last day to answer.
    pub due_on: Day,
}

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// The first admin was invited.
    Invited,
    /// A project was added.
    Project,
    /// The client was frozen.
    Frozen,
    /// It was released.
    Released,
    /// Mail of its contacts counts no more.
    MailFrozen,
    /// It counts again.
    MailReleased,
    /// It was proposed that an admin begins anew.
    LostFactor,
}

impl Told {
    const ALL: [Self; 7] = [
        Self::Invited,
        Self::Project,
        Self::Frozen,
        Self::Released,
        Self::MailFrozen,
        Self::MailReleased,
        Self::LostFactor,
    ];

    /// The value of `told`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Project => "project",
            Self::Frozen => "frozen",
            Self::Released => "released",
            Self::MailFrozen => "mail-frozen",
            Self::MailReleased => "mail-released",
            Self::LostFactor => "lost-factor",
        }
    }

    /// Reads such a value.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|told| told.word() == word)
    }
}

/// Why the first admin was not invited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AdminFault {
    /// This is not an e-mail address.
    Address,
    /// The mailbox belongs to a desk.
    Group,
    /// Somebody has this address already.
    Taken,
    /// The client has an admin.
    HasAdmin,
}

impl View for ClientPage {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.with("staff-client-one", &[("name", &self.client.name)])
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        if self.lost.is_some() {
            return Faults::one("lost", self.page.w.t("staff-lost-fault"));
        }
        let key = match self.fault {
            None => return Faults::default(),
            Some(AdminFault::Address) => words::key!("staff-team-fault-address"),
            Some(AdminFault::Group) => words::key!("staff-team-fault-group"),
            Some(AdminFault::Taken) => words::key!("staff-team-fault-cannot-be"),
            Some(AdminFault::HasAdmin) => words::key!("staff-client-has-admin"),
        };
        Faults::one("email", self.page.w.t(key))
    }
}

impl ClientPage {
    fn frame(&self) -> Frame {
        frame(&self.page, None, self.client.name.clone().into())
    }

    fn done(&self) -> Option<Cow<'static, str>> {
        Some(self.page.w.t(match self.told? {
            Told::Invited => words::key!("staff-client-told-invited"),
            Told::Project => words::key!("staff-client-told-project"),
            Told::Frozen => words::key!("staff-client-told-frozen"),
            Told::Released => words::key!("staff-client-told-released"),
            Told::MailFrozen => words::key!("staff-client-told-mail-frozen"),
            Told::MailReleased => words::key!("staff-client-told-mail-released"),
            Told::LostFactor => words::key!("staff-lost-told"),
        }))
    }

    fn people(&self) -> Cow<'static, str> {
        words::t!(self.page.w, "staff-client-people", count = self.people)
    }

    /// The first admin can be invited, or must be corrected.
    fn asks_admin(&self) -> bool {
        (self.portal && self.admins == 0) || self.fault.is_some()
    }

    /// An admin is at work, who may lose the second factor.
    fn has_admin(&self) -> bool {
        self.admins > 0
    }

    /// The address of who lost the second factor, as typed.
    fn typed_lost(&self) -> &str {
        self.lost.as_deref().unwrap_or_default()
    }

    fn asked(&self, asked: &Asked) -> String {
        let (kind, about) = (requests::kind(asked.kind), requests::about(asked.about));
        format!("{}: {}", self.page.w.t(kind), self.page.w.t(about))
    }

    /// Who reads and answers them.
    fn requests_go(&self) -> Cow<'static, str> {
        self.page.w.t(match self.reach {
            Reach::Portal => words::key!("staff-client-requests-what"),
            Reach::Contacts(_) => words::key!("staff-client-requests-by-mail"),
            Reach::Nobody => words::key!("staff-client-requests-no-portal"),
        })
    }

    fn asked_on(&self, asked: &Asked) -> Cow<'static, str> {
        words::t!(self.page.w, "service-request-asked", day = self.page.date(&asked.asked_on))
    }

    fn due(&self, asked: &Asked) -> Cow<'static, str> {
        words::t!(self.page.w, "staff-client-requests-due", day = self.page.date(&asked.due_on))
    }

    fn new_project(&self) -> String {
        format!("{NEW_PROJECT}?client={}", self.client.slug)
    }

    fn below(&self, act: &str) -> String {
        format!("{}{act}/", self.client.path())
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |told, admins| Self {
            page: page.for_staff(),
            client: Named::sample(),
            portal: true,
            frozen: None,
            mail_frozen: None,
            people: 4,
            admins,
            projects: ProjectRow::samples(),
            requests: Vec::new(),
            reach: Reach::Portal,
            told,
            email: String::new(),
            fault: None,
            lost: None,
        };
        let day = |text| Day::parse(text).expect("a day");
        let (asked_on, due_on) = (day("2026-11-20"), day("2026-12-20"));
        let asked = vec![Asked { kind: Kind::Erasure, about: About::Everything, asked_on, due_on }];
        let frozen = Day::parse("2026-11-23").ok();
        let wrong = |fault, email: &str| Self { fault: Some(fault), email: email.to_owned(), ..state(None, 0) };
        vec![
            ("client", state(None, 1)),
            ("client-fresh", Self { projects: Vec::new(), people: 0, ..state(None, 0) }),
            ("client-requests", Self { requests: asked.clone(), ..state(None, 1) }),
            (
                "client-no-portal",
                Self { portal: false, people: 0, reach: Reach::Nobody, requests: asked.clone(), ..state(None, 0) },
            ),
            (
                "client-by-mail",
                Self {
                    portal: false,
                    people: 0,
                    reach: Reach::Contacts(Vec::new()),
                    requests: asked,
                    ..state(None, 0)
                },
            ),
            ("client-frozen", Self { frozen, ..state(Some(Told::Frozen), 1) }),
            ("client-mail-frozen", Self { mail_frozen: frozen, ..state(Some(Told::MailFrozen), 1) }),
            ("client-released", state(Some(Told::Released), 1)),
            ("client-project", state(Some(Told::Project), 1)),
            ("client-invited", state(Some(Told::Invited), 0)),
            ("client-address", wrong(AdminFault::Address, "jan@")),
            ("client-group", wrong(AdminFault::Group, "info@linde.test")),
            ("client-taken", wrong(AdminFault::Taken, "jan@elders.test")),
            ("client-lost", state(Some(Told::LostFactor), 1)),
            ("client-lost-unknown", Self { lost: Some("jan@elders.test".to_owned()), ..state(None, 1) }),
            ("client-has", Self { admins: 1, ..wrong(AdminFault::HasAdmin, "jan@linde.test") }),
        ]
    }
}
