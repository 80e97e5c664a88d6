//! A project lead enters a contact of the client of a project.

use std::borrow::Cow;

use askama::Template;

use super::{ContactForm, Told};
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
            form,
        };
        let wrong = ContactForm {
            name: "Els".to_owned(),
            email: "info@linde.test".to_owned(),
            fault: Some(super::ContactFault::Group),
        };
        vec![
            ("contacts-project", state(None, ContactForm::default())),
            ("contacts-project-entered", state(Some(Told::Entered), ContactForm::default())),
            ("contacts-project-wrong", state(None, wrong)),
        ]
    }
}
