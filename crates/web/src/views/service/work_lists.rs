//! The work lists in words.

use std::borrow::Cow;

use domain::first_login::progress::WorkList;

use crate::views::Page;

/// All work lists, the most urgent first.
pub const URGENT: [WorkList; 5] =
    [WorkList::NotTold, WorkList::Bounced, WorkList::NoAddress, WorkList::NoResetAsked, WorkList::NeverSignedIn];

impl Page {
    /// The name of a work list, as on a tab.
    #[must_use]
    pub fn list_name(&self, list: &WorkList) -> Cow<'static, str> {
        self.w.t(words::first_login::work_list(*list))
    }

    /// What to do about it, in a sentence.
    #[must_use]
    pub fn list_advice(&self, list: &WorkList) -> Cow<'static, str> {
        self.w.t(match list {
            WorkList::NotTold => words::key!("service-list-not-told-do"),
            WorkList::Bounced => words::key!("service-list-bounced-do"),
            WorkList::NoAddress => words::key!("service-list-no-address-do"),
            WorkList::NoResetAsked => words::key!("service-list-no-reset-do"),
            WorkList::NeverSignedIn => words::key!("service-list-never-do"),
        })
    }

    /// How many homes wait on it, in a sentence.
    #[must_use]
    pub fn list_waiting(&self, list: &WorkList, homes: &u64) -> Cow<'static, str> {
        match list {
            WorkList::NotTold => words::t!(self.w, "service-waiting-not-told", count = homes),
            WorkList::Bounced => words::t!(self.w, "service-waiting-bounced", count = homes),
            WorkList::NoAddress => words::t!(self.w, "service-waiting-no-address", count = homes),
            WorkList::NoResetAsked => words::t!(self.w, "service-waiting-no-reset", count = homes),
            WorkList::NeverSignedIn => words::t!(self.w, "service-waiting-never", count = homes),
        }
    }
}
