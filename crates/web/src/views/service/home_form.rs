//! `/service/woningen/nieuw/?project=…` and `/service/woningen/{home}/wijzigen/`: the form of a home, by hand.
//!
//! POST the names of [`FIELDS`], and `project` for a new one: it is added, 303 to its page; a change is shown first.

use std::borrow::Cow;

use askama::Template;
use domain::first_login::{Column, FIELDS, Reason, Remark};

use super::home::Home;
use super::{Frame, Project, Tab};
use crate::views::{Faults, Page, View};

/// The form.
#[derive(Debug, Template)]
#[template(path = "service/home_form.html")]
pub struct HomeForm {
    /// What every page has.
    pub page: Page,
    /// The project.
    pub project: Project,
    /// The home that is changed; none for a new one.
    pub home: Option<Home>,
    /// What stands in the fields, in the order of [`FIELDS`].
    pub typed: [String; 7],
    /// What is wrong.
    pub faults: Vec<HomeFault>,
}

/// Why a home is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HomeFault {
    /// What was typed is no home.
    Remark(Remark),
    /// The client has it already.
    Known {
        /// The field by which it is the same.
        by: Column,
        /// It belongs to another project.
        elsewhere: bool,
        /// Its page, where it may be seen.
        href: Option<String>,
    },
    /// It is called so already.
    Same,
}

/// A field of the form.
struct Field {
    id: &'static str,
    label: Cow<'static, str>,
    hint: Cow<'static, str>,
    value: String,
}

impl View for HomeForm {
    fn title(&self) -> Cow<'static, str> {
        self.project.title(&self.page, &self.heading())
    }

    fn faults(&self) -> Faults {
        let mut faults = Faults::default();
        for fault in &self.faults {
            faults.add(fault.field(), self.page.w.t(fault.key()));
        }
        faults
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl HomeFault {
    fn field(&self) -> &'static str {
        let column = match self {
            Self::Remark(remark) => remark.column.filter(|column| FIELDS.contains(column)),
            Self::Known { by, .. } => Some(*by),
            Self::Same => None,
        };
        column.unwrap_or(Column::ClientNumber).as_str()
    }

    const fn key(&self) -> &'static str {
        match self {
            Self::Remark(Remark { reason: Reason::NoKey, .. }) => words::key!("home-form-no-key"),
            Self::Remark(Remark { reason, .. }) => words::first_login::reason(*reason),
            Self::Known { elsewhere: true, .. } => words::key!("home-form-known-elsewhere"),
            Self::Known { .. } => words::key!("home-form-known"),
            Self::Same => words::key!("home-form-same"),
        }
    }
}

impl HomeForm {
    fn heading(&self) -> Cow<'static, str> {
        self.page.w.t(if self.home.is_some() {
            words::key!("home-form-edit-title")
        } else {
            words::key!("home-form-title")
        })
    }

    fn frame(&self) -> Frame {
        match &self.home {
            Some(home) => home.frame(&self.page, Some(self.heading())),
            None => self.project.frame(&self.page, Tab::Homes, Some(self.heading())),
        }
    }

    fn action(&self) -> String {
        self.home.as_ref().map_or_else(|| NEW.to_owned(), Home::edit_path)
    }

    fn back(&self) -> String {
        self.home.as_ref().map_or_else(|| self.project.tab_path(Tab::Homes), Home::path)
    }

    fn fields(&self) -> Vec<Field> {
        let w = self.page.w;
        let field = |(column, value): (&Column, &String)| Field {
            id: column.as_str(),
            label: w.t(words::first_login::column(*column)),
            hint: match column {
                Column::ClientNumber => w.t("home-form-number-hint"),
                Column::Addition => w.t("home-form-addition-hint"),
                Column::BuildNumber => w.t("home-form-build-hint"),
                _ => Cow::Borrowed(""),
            },
            value: value.clone(),
        };
        FIELDS.iter().zip(&self.typed).map(field).collect()
    }

    /// The homes that are there already, where they may be seen.
    fn known(&self) -> Vec<&str> {
        let href = |fault: &'_ HomeFault| matches!(fault, HomeFault::Known { href: Some(_), .. });
        let known = self.faults.iter().filter(|fault| href(fault));
        let mut all: Vec<&str> = known
            .filter_map(|fault| if let HomeFault::Known { href, .. } = fault { href.as_deref() } else { None })
            .collect();
        all.dedup();
        all
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let typed = ["100231", "Lindelaan", "12", "A", "7607 AB", "Almelo", ""].map(str::to_owned);
        let state = |home: Option<Home>, faults: &[HomeFault]| Self {
            page: page.for_service("/service/woningen/nieuw/?project=linde/lindelaan"),
            project: Project::sample(),
            home,
            typed: typed.clone(),
            faults: faults.to_vec(),
        };
        let known = |by, elsewhere| HomeFault::Known {
            by,
            elsewhere,
            href: Some("/service/woningen/0193-4/".to_owned()).filter(|_| !elsewhere),
        };
        let wrong = [
            HomeFault::Remark(Remark::at(Column::HouseNumber, Reason::HouseNumber)),
            HomeFault::Remark(Remark::at(Column::Postcode, Reason::Postcode)),
        ];
        let empty = Self { typed: Default::default(), ..state(None, &[HomeFault::Remark(Remark::row(Reason::NoKey))]) };
        vec![
            ("homenew", Self { typed: Default::default(), ..state(None, &[]) }),
            ("homenew-empty", empty),
            ("homenew-wrong", state(None, &wrong)),
            ("homenew-known", state(None, &[known(Column::ClientNumber, false), known(Column::HouseNumber, true)])),
            ("homeedit", state(Some(Home::sample()), &[])),
            ("homeedit-same", state(Some(Home::sample()), &[HomeFault::Same])),
        ]
    }
}

/// Where homes are added.
pub const NEW: &str = "/service/woningen/nieuw/";

/// Exactly what a home would be called.
#[derive(Debug, Template)]
#[template(path = "service/home_change.html")]
pub struct HomeChange {
    /// What every page has.
    pub page: Page,
    /// The home, as it is called now.
    pub home: Home,
    /// As it is called now, in the order of [`FIELDS`].
    pub before: [String; 7],
    /// As it would be.
    pub after: [String; 7],
    /// Binds the act to both.
    pub seal: String,
}

/// A part that changes.
struct Part {
    label: Cow<'static, str>,
    before: String,
    after: String,
}

impl View for HomeChange {
    fn title(&self) -> Cow<'static, str> {
        self.home.project.title(&self.page, &self.page.w.t("home-change-title"))
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl HomeChange {
    fn frame(&self) -> Frame {
        self.home.frame(&self.page, Some(self.page.w.t("home-change-title")))
    }

    fn parts(&self) -> Vec<Part> {
        let shown = |text: &String| if text.is_empty() { "–".to_owned() } else { text.clone() };
        let all = FIELDS.iter().zip(self.before.iter().zip(&self.after));
        all.filter(|(_, (before, after))| before != after)
            .map(|(column, (before, after))| Part {
                label: self.page.w.t(words::first_login::column(*column)),
                before: shown(before),
                after: shown(after),
            })
            .collect()
    }

    /// The fields that ask for the same again.
    fn fields(&self) -> Vec<(&'static str, &String)> {
        FIELDS.iter().map(|column| column.as_str()).zip(&self.after).collect()
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let texts = |number: &str, house: &str, build: &str| {
            [number, "Lindelaan", house, "", "7607 AB", "Almelo", build].map(str::to_owned)
        };
        let it = Self {
            page: page.for_service("/service/woningen/0193-1/wijzigen/"),
            home: Home::sample(),
            before: texts("100231", "12", ""),
            after: texts("100231", "14", "B7"),
            seal: "0193".to_owned(),
        };
        vec![("homechange", it)]
    }
}
