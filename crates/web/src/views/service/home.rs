//! `/service/woningen/{home}/`: one home, with its accounts: who lives behind each, how it stands, and what helps.
//!
//! GET `?told=` what was just done here.

mod lives;
mod named;
#[cfg(test)]
mod samples;
mod standing;
mod told;

use std::borrow::Cow;

use askama::Template;
use domain::time::Time;

pub use lives::{Account, Delivered, Lives, Shown, Steps};
pub use named::Home;
pub use standing::Standing;
pub use told::Told;

use super::tenant_change::Coming;
use super::{Frame, Tab};
use crate::views::{Page, View};

/// One home.
#[derive(Debug, Template)]
#[template(path = "service/home.html")]
pub struct HomePage {
    /// What every page has.
    pub page: Page,
    /// Which.
    pub home: Home,
    /// Its accounts, the main account first.
    pub accounts: Vec<Account>,
    /// The changes of residents that are to come.
    pub coming: Vec<Coming>,
    /// What was just done.
    pub told: Option<Told>,
}

impl View for HomePage {
    fn title(&self) -> Cow<'static, str> {
        self.home.project.title(&self.page, self.home.name())
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl HomePage {
    fn frame(&self) -> Frame {
        self.home.frame(&self.page, None)
    }

    fn told(&self) -> Option<Cow<'static, str>> {
        let w = self.page.w;
        Some(match self.told? {
            Told::Linked if self.waits_for_handout() => w.t("service-home-linked-list"),
            Told::Linked => w.t("service-home-linked"),
            Told::Changed => w.t("service-home-changed"),
            Told::Proposed => w.t("service-home-proposed"),
            Told::Removed => w.t("service-home-removed"),
            Told::Revoked => w.t("service-home-revoked"),
            Told::Renewed => w.t("one-leaves-done"),
            Told::RenewedProposed => w.t("one-leaves-done-proposed"),
            Told::Added => w.t("home-told-added"),
            Told::Edited => w.t("home-told-edited"),
            Told::AccountAdded => w.t("home-told-account-added"),
            Told::AccountEnded => w.t("home-told-account-ended"),
        })
    }

    fn waits_for_handout(&self) -> bool {
        let mut steps = self.accounts.iter().filter_map(|account| account.lives.as_ref()?.steps);
        steps.any(|steps| matches!(steps.standing, Standing::Waits(4 | 5)))
    }

    fn proof(&self, shown: &Shown) -> Cow<'static, str> {
        let w = self.page.w;
        w.t(if shown.confirmed {
            words::key!("service-home-proof-confirmed")
        } else {
            words::key!("service-home-proof-linked")
        })
    }

    fn delivery(&self, shown: &Shown) -> Cow<'static, str> {
        self.page.w.t(match shown.delivery {
            Delivered::Works => words::key!("service-home-delivery-ok"),
            Delivered::Delayed => words::key!("service-home-delivery-soft"),
            Delivered::Bounced => words::key!("service-home-delivery-hard"),
        })
    }

    fn month(&self, at: &Time) -> String {
        self.page.w.month(*at)
    }

    fn since(&self, lives: &Lives) -> Cow<'static, str> {
        let since = self.page.day(&lives.since);
        match lives.leaves_on {
            None => words::t!(self.page.w, "service-home-since-day", day = since),
            Some(last) => words::t!(self.page.w, "service-home-since-until", day = since, last = self.page.day(&last)),
        }
    }

    /// A second account is for a home in which somebody lives.
    fn can_add_account(&self) -> bool {
        self.accounts.iter().any(|account| account.main && account.lives.is_some())
    }

    /// All at once is offered where there is more than one.
    fn can_revoke_all(&self) -> bool {
        self.accounts.iter().filter(|account| account.lives.is_some()).count() > 1
    }

    /// The preview of ticking this home as handed out.
    fn tick_path(&self, lives: &Lives) -> String {
        let project = &self.home.project;
        let path = format!("/service/werklijst/verstrekt/?project={}&list=not-told&what=both", project.key());
        format!("{path}&which=ticked&home-1={}", lives.id)
    }

    fn texts_path(&self) -> String {
        self.home.project.tab_path(Tab::Letters)
    }
}
