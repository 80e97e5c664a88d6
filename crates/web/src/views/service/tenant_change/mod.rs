//! `/service/mutaties/`: one household leaves a home, another comes. The list of changes, the form, and exactly what will
//! end before anything does.
//!
//! GET `nieuw/?home=` or `?change=` (another day for one that is planned); POST there shows the preview, and with its `seal`
//! does it; POST `{change}/afzeggen/` calls a planned one off; `{change}/terugdraaien/` proposes that one that happened be undone.

pub mod form;
pub mod list;
pub mod preview;
pub mod undo;

use std::borrow::Cow;

use domain::tenant_change::Kind;
use domain::time::Day;

use super::{Frame, Project, Tab};
use crate::views::Page;

/// The list of changes.
pub const ROOT: &str = "/service/mutaties/";
/// The form and its preview.
pub const NEW: &str = "/service/mutaties/nieuw/";

/// The home that a change is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedHome {
    /// Its id.
    pub id: String,
    /// Its address in one line, else its number.
    pub name: String,
    /// The username of its main account.
    pub username: String,
    /// The name of its project.
    pub project: String,
}

/// A change that is still to happen, or of which a household is still to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    /// Its id.
    pub id: String,
    /// What happens.
    pub kind: Kind,
    /// The last day of those who leave.
    pub last: Option<Day>,
    /// The first day of those who come.
    pub first: Option<Day>,
}

impl Coming {
    /// What happens, and when.
    #[must_use]
    pub fn words(&self, page: &Page) -> String {
        let w = page.w;
        let last = self.last.map(|day| words::t!(w, "service-home-coming-last", day = page.day(&day)));
        let first = self.first.map(|day| words::t!(w, "service-home-coming-first", day = page.day(&day)));
        let days = last.into_iter().chain(first);
        let what = Cow::Owned(format!("{}.", kind(page, self.kind)));
        std::iter::once(what).chain(days).collect::<Vec<_>>().join(" ")
    }

    /// Where it is changed.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{NEW}?change={}", self.id)
    }
}

/// What happens, in a few words.
fn kind(page: &Page, kind: Kind) -> Cow<'static, str> {
    page.w.t(match kind {
        Kind::NewTenant => words::key!("change-kind-new-tenant"),
        Kind::Vacant => words::key!("change-kind-vacant"),
        Kind::Arrival => words::key!("change-kind-arrival"),
        Kind::Death => words::key!("change-kind-death"),
        Kind::Eviction => words::key!("change-kind-eviction"),
        Kind::Sold => words::key!("change-kind-sold"),
        Kind::Reopened => words::key!("change-kind-reopened"),
    })
}

/// The frame of a page below the list.
fn frame(page: &Page, project: &Project, heading: Cow<'static, str>) -> Frame {
    project.frame(page, Tab::Changes, Some(heading))
}

#[cfg(test)]
impl ChangedHome {
    fn sample() -> Self {
        Self {
            id: "01930000-0000-7000-8000-000000000012".to_owned(),
            name: "Lindelaan 12, 7607 AB Almelo".to_owned(),
            username: "ALMELO01".to_owned(),
            project: "Lindelaan fase 1".to_owned(),
        }
    }
}
