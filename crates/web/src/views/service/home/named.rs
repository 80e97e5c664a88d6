//! A home as pages name it, and the addresses of all that is done with it.

use std::borrow::Cow;

use crate::next::with_query;
use crate::views::Page;
use crate::views::service::tenant_change::NEW;
use crate::views::service::{Crumb, Frame, Project, Tab};

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

    /// What became of the mails to it.
    #[must_use]
    pub fn post_path(&self) -> String {
        format!("{}post/", self.path())
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
