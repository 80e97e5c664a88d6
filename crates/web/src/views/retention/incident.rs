//! Whose data an incident touches: counts, and a draft of what the client is told.

use std::borrow::Cow;

use askama::Template;
use domain::retention::Happened;

use super::{INCIDENT, RETENTION};
use crate::views::clients::Named;
use crate::views::service::{Crumb, Frame};
use crate::views::{Faults, Page, View};

/// The form, and what came of it.
#[derive(Debug, Template)]
#[template(path = "retention/incident.html")]
pub struct Incident {
    /// What every page has.
    pub page: Page,
    /// The clients to choose from.
    pub clients: Vec<Named>,
    /// What was typed.
    pub typed: TypedIncident,
    /// What is wrong with it.
    pub faults: Vec<IncidentFault>,
    /// What is touched, when that was asked.
    pub found: Option<FoundIncident>,
}

/// What was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedIncident {
    /// The short name of the client.
    pub client: String,
    /// The short name of the project; empty for all of them.
    pub project: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub until: String,
    /// What happened.
    pub what: String,
}

/// What is touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundIncident {
    /// What, and how many.
    pub counts: Vec<(&'static str, u64)>,
    /// The command that makes the list of homes.
    pub command: String,
    /// The draft in Dutch and in English.
    pub messages: [String; 2],
}

/// What is wrong with what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IncidentFault {
    /// No client was chosen.
    Client,
    /// The client has no such project.
    Project,
    /// The first day is none.
    From,
    /// The last day is none.
    Until,
    /// The last day comes before the first.
    Order,
    /// It was not chosen what happened.
    What,
}

impl View for Incident {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-incident-title")
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        let mut faults = Faults::default();
        for fault in &self.faults {
            let (field, key) = match fault {
                IncidentFault::Client => ("client", words::key!("staff-term-fault-client")),
                IncidentFault::Project => ("project", words::key!("staff-incident-fault-project")),
                IncidentFault::From => ("from", words::key!("staff-term-fault-day")),
                IncidentFault::Until => ("until", words::key!("staff-term-fault-day")),
                IncidentFault::Order => ("until", words::key!("staff-incident-fault-order")),
                IncidentFault::What => ("what", words::key!("staff-incident-fault-what")),
            };
            faults.add(field, self.page.w.t(key));
        }
        faults
    }
}

impl Incident {
    fn frame(&self) -> Frame {
        let above = Crumb { name: self.page.w.t("staff-term-title"), href: Some(RETENTION.to_owned()), here: false };
        let own = self.title();
        Frame {
            crumbs: vec![above, Crumb { name: own.clone(), href: None, here: true }],
            heading: own,
            tabs: Vec::new(),
        }
    }

    fn action(&self) -> &'static str {
        INCIDENT
    }

    fn choices(&self) -> Vec<(&'static str, Cow<'static, str>, bool)> {
        let choice = |it: &Happened| {
            (it.as_str(), self.page.w.t(words::retention::happened(*it)), it.as_str() == self.typed.what)
        };
        Happened::ALL.iter().map(choice).collect()
    }

    fn name(&self, key: &str) -> Cow<'static, str> {
        self.page.w.t(key)
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |faults: &[IncidentFault], found| Self {
            page: page.for_staff(),
            clients: vec![Named::sample()],
            typed: TypedIncident {
                client: "linde".to_owned(),
                project: "zuid".to_owned(),
                from: "1-11-2026".to_owned(),
                until: "straks".to_owned(),
                what: "lost".to_owned(),
            },
            faults: faults.to_vec(),
            found,
        };
        let found = FoundIncident {
            counts: vec![(words::key!("staff-incident-homes"), 80_000), (words::key!("staff-incident-former"), 0)],
            command: "huissleutel incident --organisation linde --out woningen.csv".to_owned(),
            messages: ["Beste relatie,\n\nHet gaat om <b>De Linde</b>.".to_owned(), "Dear client,".to_owned()],
        };
        let wrong = [IncidentFault::Client, IncidentFault::From, IncidentFault::Until, IncidentFault::What];
        vec![
            ("incident", state(&[], None)),
            ("incident-found", state(&[], Some(found))),
            ("incident-wrong", state(&wrong, None)),
            ("incident-order", state(&[IncidentFault::Project, IncidentFault::Order], None)),
        ]
    }
}
