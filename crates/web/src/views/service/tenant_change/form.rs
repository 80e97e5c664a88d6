//! What happens in a home, and when.

use std::borrow::Cow;

use askama::Template;
use domain::tenant_change::{DaysFault, Kind};

use super::{ChangedHome, NEW};
use crate::views::service::{Frame, Project};
use crate::views::{Faults, Page, View};

/// The form.
#[derive(Debug, Template)]
#[template(path = "service/tenant_change/form.html")]
pub struct ChangeForm {
    /// What every page has.
    pub page: Page,
    /// The project.
    pub project: Project,
    /// The home.
    pub home: ChangedHome,
    /// Somebody lives there now.
    pub lived_in: bool,
    /// The planned change that gets other days; none for a new one.
    pub change: Option<String>,
    /// What was chosen and typed.
    pub typed: Typed,
    /// What is wrong with it.
    pub fault: Option<ChangeFault>,
}

/// What was chosen and typed, as it was.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// What happens.
    pub kind: Option<Kind>,
    /// The last day of those who leave, `2026-12-01`.
    pub last: String,
    /// The first day of those who come.
    pub first: String,
    /// The address of those who come; may be empty.
    pub email: String,
}

/// Why it cannot be planned so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeFault {
    /// Nothing was chosen.
    NoKind,
    /// No day can be read from the last day.
    LastDay,
    /// No day can be read from the first day.
    FirstDay,
    /// The days cannot be.
    Days(DaysFault),
    /// This is not an e-mail address.
    Address,
    /// Nobody lives there, so nobody can leave.
    NobodyLives,
    /// Somebody lives there, so this is no arrival.
    SomebodyLives,
    /// Another change of this home is planned already.
    AlreadyPlanned,
    /// The home is sold.
    Sold,
}

/// One of the choices.
struct Choice {
    id: String,
    value: &'static str,
    chosen: bool,
    name: Cow<'static, str>,
    hint: Cow<'static, str>,
}

impl View for ChangeForm {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t(if self.change.is_some() {
            words::key!("change-other-title")
        } else {
            words::key!("change-new-title")
        })
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        let Some(fault) = self.fault else { return Faults::default() };
        let (field, key) = match fault {
            ChangeFault::NoKind | ChangeFault::Days(DaysFault::NotPlanned) => {
                ("kind", words::key!("change-fault-kind"))
            }
            ChangeFault::LastDay | ChangeFault::Days(DaysFault::NoLastDay) => {
                ("last", words::key!("change-fault-last"))
            }
            ChangeFault::FirstDay | ChangeFault::Days(DaysFault::NoFirstDay) => {
                ("first", words::key!("change-fault-first"))
            }
            ChangeFault::Days(DaysFault::BeforeTheyCame) => ("last", words::key!("change-fault-before")),
            ChangeFault::Days(DaysFault::Overlap) => ("first", words::key!("change-fault-overlap")),
            ChangeFault::Days(DaysFault::TooFar) => ("last", words::key!("change-fault-far")),
            ChangeFault::Address => ("email", words::key!("change-fault-address")),
            ChangeFault::NobodyLives => ("kind", words::key!("change-fault-nobody")),
            ChangeFault::SomebodyLives => ("kind", words::key!("change-fault-somebody")),
            ChangeFault::AlreadyPlanned => ("kind", words::key!("change-fault-planned")),
            ChangeFault::Sold => ("kind", words::key!("change-fault-sold")),
        };
        Faults::one(field, w.t(key))
    }
}

impl ChangeForm {
    fn frame(&self) -> Frame {
        super::frame(&self.page, &self.project, self.title())
    }

    fn action(&self) -> &'static str {
        NEW
    }

    /// When access begins; a home without people has no last day to count from.
    fn first_hint(&self) -> Cow<'static, str> {
        self.page.w.t(if self.lived_in {
            words::key!("change-first-hint")
        } else {
            words::key!("change-first-arrival")
        })
    }

    /// What can happen in this home, the usual first.
    fn choices(&self) -> Vec<Choice> {
        let w = self.page.w;
        let kinds: &[Kind] = if self.lived_in {
            &[Kind::NewTenant, Kind::Vacant, Kind::Death, Kind::Eviction, Kind::Sold]
        } else {
            &[Kind::Arrival]
        };
        let only = kinds.len() == 1;
        kinds
            .iter()
            .map(|kind| {
                let hint = match kind {
                    Kind::NewTenant => words::key!("change-hint-new-tenant"),
                    Kind::Vacant => words::key!("change-hint-vacant"),
                    Kind::Arrival | Kind::Reopened => words::key!("change-hint-arrival"),
                    Kind::Death => words::key!("change-hint-death"),
                    Kind::Eviction => words::key!("change-hint-eviction"),
                    Kind::Sold => words::key!("change-hint-sold"),
                };
                let value = kind.as_str();
                let chosen = only || self.typed.kind == Some(*kind);
                let name = super::kind(&self.page, *kind);
                Choice { id: format!("kind-{value}"), value, chosen, name, hint: w.t(hint) }
            })
            .collect()
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |lived_in, typed: Typed, fault| Self {
            page: page.for_service(NEW),
            project: Project::sample(),
            home: ChangedHome::sample(),
            lived_in,
            change: None,
            typed,
            fault,
        };
        let typed = Typed {
            kind: Some(Kind::NewTenant),
            last: "2026-11-30".to_owned(),
            first: "2026-11-30".to_owned(),
            email: "nieuw@bewoners.test".to_owned(),
        };
        let wrong = |fault| state(true, typed.clone(), Some(fault));
        vec![
            ("change-new", state(true, Typed::default(), None)),
            ("change-arrival", state(false, Typed::default(), None)),
            ("change-other", Self { change: Some("0193".to_owned()), ..state(true, typed.clone(), None) }),
            ("change-no-kind", state(true, Typed::default(), Some(ChangeFault::NoKind))),
            ("change-last", wrong(ChangeFault::LastDay)),
            ("change-first", wrong(ChangeFault::FirstDay)),
            ("change-before", wrong(ChangeFault::Days(DaysFault::BeforeTheyCame))),
            ("change-overlap", wrong(ChangeFault::Days(DaysFault::Overlap))),
            ("change-far", wrong(ChangeFault::Days(DaysFault::TooFar))),
            ("change-address", wrong(ChangeFault::Address)),
            ("change-nobody", wrong(ChangeFault::NobodyLives)),
            ("change-somebody", wrong(ChangeFault::SomebodyLives)),
            ("change-planned", wrong(ChangeFault::AlreadyPlanned)),
            ("change-sold", state(false, Typed::default(), Some(ChangeFault::Sold))),
        ]
    }
}
