//! `/service/woningen/{home}/`: one home, with its accounts: who lives behind each, how it stands, and what helps.
//!
//! GET `?told=` what was just done here.

#[cfg(test)]
mod samples;

use std::borrow::Cow;

use askama::Template;
use domain::time::{Day, Time};

use super::homes::waits_for;
use super::tenant_change::{Coming, NEW};
use super::{Crumb, Frame, Project, Tab};
use crate::next::with_query;
use crate::views::{Page, View};

/// A home as pages name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    /// Its id.
    pub id: String,
    /// The client's own number, or the build number.
    pub number: String,
    /// Its address in one line; empty while it has none.
    pub address: String,
    /// Its project.
    pub project: Project,
}

impl Home {
    /// Its page.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/service/woningen/{}/", self.id)
    }

    /// Where the address of an account is filled in.
    #[must_use]
    pub fn link_path(&self, account: &str) -> String {
        with_query(&format!("{}e-mailadres/", self.path()), "account", account)
    }

    /// Where all access to an account is ended.
    #[must_use]
    pub fn revoke_path(&self, account: &str) -> String {
        with_query(&self.revoke_all_path(), "account", account)
    }

    /// Where one of several residents of an account leaves.
    #[must_use]
    pub fn one_leaves_path(&self, account: &str) -> String {
        with_query(&format!("{}vertrek/", self.path()), "account", account)
    }

    /// Where all access to all its accounts is ended.
    #[must_use]
    pub fn revoke_all_path(&self) -> String {
        format!("{}intrekken/", self.path())
    }

    /// Where it is called otherwise.
    #[must_use]
    pub fn edit_path(&self) -> String {
        format!("{}wijzigen/", self.path())
    }

    /// Where it gets a second account.
    #[must_use]
    pub fn add_account_path(&self) -> String {
        format!("{}accounts/nieuw/", self.path())
    }

    /// Where a second account is ended for good.
    #[must_use]
    pub fn end_account_path(&self, account: &str) -> String {
        format!("{}accounts/{account}/beeindigen/", self.path())
    }

    /// Where other residents are let in.
    #[must_use]
    pub fn change_path(&self) -> String {
        with_query(NEW, "home", &self.id)
    }

    /// Its address, else its number.
    #[must_use]
    pub fn name(&self) -> &str {
        if self.address.is_empty() { &self.number } else { &self.address }
    }

    /// The frame of its page, or with `own` of a page below it.
    #[must_use]
    pub fn frame(&self, page: &Page, own: Option<Cow<'static, str>>) -> Frame {
        let mut frame = self.project.frame(page, Tab::Homes, Some(self.name().to_owned().into()));
        let Some(own) = own else { return frame };
        if let Some(last) = frame.crumbs.last_mut() {
            *last = Crumb { href: Some(self.path()), here: false, ..last.clone() };
        }
        frame.crumbs.push(Crumb { name: own.clone(), href: None, here: true });
        Frame { heading: own, ..frame }
    }

    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        Self {
            id: "0193-1".to_owned(),
            number: "100231".to_owned(),
            address: "Lindelaan 12, 7607 AB Almelo".to_owned(),
            project: Project::sample(),
        }
    }
}

/// What a home waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// For somebody who lives there.
    Vacant,
    /// For an address that works.
    Bounced,
    /// For this step, 1 to 9.
    Waits(usize),
    /// For nothing: the resident is in.
    In,
}

impl Standing {
    /// In words.
    #[must_use]
    pub fn words(&self, page: &Page) -> Cow<'static, str> {
        match self {
            Self::Vacant => page.w.t("service-home-vacant"),
            Self::Bounced => page.w.t("service-home-bounced"),
            Self::Waits(step) => waits_for(page, Some(*step)),
            Self::In => waits_for(page, None),
        }
    }

    /// Tone and icon of its chip.
    #[must_use]
    pub const fn tone(&self) -> (&'static str, &'static str) {
        match self {
            Self::Vacant => ("plain", "home"),
            Self::Bounced => ("wrong", "wrong"),
            Self::Waits(_) => ("look", "clock"),
            Self::In => ("good", "good"),
        }
    }

    #[cfg(test)]
    pub(crate) fn samples() -> Vec<Self> {
        vec![Self::In, Self::Waits(1), Self::Waits(4), Self::Waits(6), Self::Bounced, Self::Vacant]
    }
}

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

/// An account of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: String,
    /// The one that letters and lists are about.
    pub main: bool,
    /// Its username.
    pub username: String,
    /// The page of what is proposed about it.
    pub proposal: Option<String>,
    /// Who lives behind it; none when nobody does.
    pub lives: Option<Lives>,
}

/// Who lives behind an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lives {
    /// The id of the occupancy, as letters and ticks know it.
    pub id: String,
    /// Since.
    pub since: Day,
    /// Their last day, when they leave.
    pub leaves_on: Option<Day>,
    /// The address in force.
    pub address: Option<Shown>,
    /// A password is set.
    pub password: bool,
    /// The last sign-in; shown by its month.
    pub signed_in: Option<Time>,
    /// The steps of first-time login; none behind a second account.
    pub steps: Option<Steps>,
}

/// An address, as staff see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Masked.
    pub masked: String,
    /// Its owner proved it.
    pub confirmed: bool,
    /// What the mail servers said last.
    pub delivery: Delivered,
}

/// Whether mail arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivered {
    /// Nothing against it.
    Works,
    /// Not for now.
    Delayed,
    /// The mailbox does not exist.
    Bounced,
}

/// How far first-time login has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// Username and instruction were handed out; the day of the later one, when both were.
    pub told: Option<Day>,
    /// Somebody asked for a password.
    pub asked: Option<Day>,
    /// What it waits for.
    pub standing: Standing,
}

/// What was just done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// A first address was linked.
    Linked,
    /// An address was corrected.
    Changed,
    /// An address was taken away.
    Removed,
    /// A change was proposed: the account is in use.
    Proposed,
    /// All access to an account was ended.
    Revoked,
    /// One of several residents left: all access is new.
    Renewed,
    /// The same, and another address was proposed.
    RenewedProposed,
    /// The home was added by hand.
    Added,
    /// It is called otherwise.
    Edited,
    /// It got a second account.
    AccountAdded,
    /// A second account was ended.
    AccountEnded,
}

impl Told {
    const ALL: [Self; 11] = [
        Self::Renewed,
        Self::RenewedProposed,
        Self::Linked,
        Self::Changed,
        Self::Removed,
        Self::Proposed,
        Self::Revoked,
        Self::Added,
        Self::Edited,
        Self::AccountAdded,
        Self::AccountEnded,
    ];

    /// The value of `told`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Linked => "linked",
            Self::Changed => "changed",
            Self::Removed => "removed",
            Self::Proposed => "proposed",
            Self::Revoked => "revoked",
            Self::Renewed => "renewed",
            Self::RenewedProposed => "renewed-proposed",
            Self::Added => "added",
            Self::Edited => "edited",
            Self::AccountAdded => "account-added",
            Self::AccountEnded => "account-ended",
        }
    }

    /// Reads it.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|told| told.word() == word)
    }
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
