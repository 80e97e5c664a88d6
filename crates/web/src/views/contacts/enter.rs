//! A project lead enters a contact of the client of a project, and sees which of the own ones wait. Below it POST `{contact}/intrekken/`.

use std::borrow::Cow;

use askama::Template;
#[cfg(test)]
use domain::time::Day;

use super::{ContactForm, ContactRow, Told};
use crate::views::service::{Crumb, Frame};
use crate::views::{Faults, Page, View};

/// The form.
#[derive(Debug, Template)]
#[template(path = "contacts/enter.html")]
pub struct EnterContact {
    /// What every page has.
    pub page: Page,
    /// The page of the project.
    pub project: String,
    /// What was done just now.
    pub told: Option<Told>,
    /// The contacts that this person entered and nobody decided about, by name.
    pub waiting: Vec<ContactRow>,
    /// What was typed.
    pub form: ContactForm,
}

impl View for EnterContact {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-contact-new")
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        self.form.faults(&self.page)
    }
}

impl EnterContact {
    fn frame(&self) -> Frame {
        let own = self.title();
        let project = self.page.w.t("service-shell-projects");
        let crumbs = vec![
            Crumb { name: project, href: Some(self.project.clone()), here: false },
            Crumb { name: own.clone(), href: None, here: true },
        ];
        Frame { crumbs, heading: own, tabs: Vec::new() }
    }

    fn done(&self) -> Option<Cow<'static, str>> {
        self.told.map(|told| told.words(&self.page))
    }

    fn path(&self) -> String {
        format!("{}contactpersoon/", self.project)
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let project = "/service/projecten/linde/lindelaan/";
        let state = |told, form| Self {
            page: page.for_service(&format!("{project}contactpersoon/")),
            project: project.to_owned(),
            told,
            waiting: Vec::new(),
            form,
        };
        let row = |name: &str, proven| ContactRow {
            id: "0193".to_owned(),
            name: name.to_owned(),
            email: "jan@linde.test".to_owned(),
            proven,
            approved: false,
            since: Day::parse("2026-11-23").expect("a day"),
        };
        let waiting = vec![row("Jan <b>Smit", false), row("Noor Bakker", true)];
        let wrong = ContactForm {
            name: "Els".to_owned(),
            email: "info@linde.test".to_owned(),
            fault: Some(super::ContactFault::Group),
        };
        vec![
            ("contacts-project", state(None, ContactForm::default())),
            ("contacts-project-entered", state(Some(Told::Entered), ContactForm::default())),
            ("contacts-project-wrong", state(None, wrong)),
            ("contacts-project-waiting", Self { waiting, ..state(None, ContactForm::default()) }),
            ("contacts-project-withdrawn", state(Some(Told::Withdrawn), ContactForm::default())),
            ("contacts-project-decided", state(Some(Told::Decided), ContactForm::default())),
        ]
    }
}
