//! The own start page, `/`: who you are, your home or your work, and the way out.

use std::borrow::Cow;

use askama::Template;
use domain::role::Role;
use domain::time::Day;

use super::own_home::Proposed;
use super::page::Banner;
use super::{Page, Place, View};

/// The start page of whoever is signed in.
#[derive(Debug, Template)]
#[template(path = "start.html")]
pub struct Start {
    /// What every page has; `signed_in` is filled.
    pub page: Page,
    /// Who is signed in.
    pub who: Who,
    /// Planned work that is to come, and touches the home of the resident.
    pub coming: Vec<Banner>,
    /// The resident just objected to a change of the own address.
    pub objected: bool,
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// A resident.
    Resident {
        /// The username.
        username: String,
        /// The address of the home, a line each; empty while it has none (a build number stands in).
        home: Vec<String>,
        /// The client that lets or manages the home.
        landlord: String,
        /// What others want to change.
        proposed: Option<Proposed>,
        /// The days from which others use an account of the home that came lately, while those who read this lived there.
        new_beside: Vec<Day>,
    },
    /// A member of staff.
    Staff {
        /// The e-mail address.
        email: String,
        /// The role.
        role: Role,
        /// The client, for people of a client.
        organisation: Option<String>,
    },
}

impl View for Start {
    fn title(&self) -> Cow<'static, str> {
        match self.who {
            Who::Resident { .. } => self.page.w.t("start-title"),
            Who::Staff { .. } => self.page.w.t("staff-start-title"),
        }
    }

    fn for_staff(&self) -> bool {
        matches!(self.who, Who::Staff { .. })
    }
}

impl Start {
    fn is_resident(&self) -> bool {
        matches!(self.who, Who::Resident { .. })
    }

    /// The places of work, apart from this page.
    fn work(&self) -> Vec<Place> {
        let places = self.page.signed_in.iter().flat_map(|signed_in| &signed_in.places);
        places.copied().filter(|place| *place != Place::Start).collect()
    }

    /// The accounts that came lately.
    fn news(&self, since: &[Day]) -> Option<Cow<'static, str>> {
        let days: Vec<String> = since.iter().map(|day| self.page.w.day(*day)).collect();
        (!days.is_empty()).then(|| words::t!(self.page.w, "start-beside-new", days = days.join(", ")))
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let resident = |home: &[&str]| Self {
            page: page.for_resident(),
            who: Who::Resident {
                username: "ALMELO01".to_owned(),
                home: home.iter().map(|line| (*line).to_owned()).collect(),
                landlord: "Woonstichting De Linde".to_owned(),
                proposed: None,
                new_beside: Vec::new(),
            },
            coming: Vec::new(),
            objected: false,
        };
        let shared = || {
            let mut start = resident(&["Lindelaan 12-B", "7607 AB Almelo"]);
            if let Who::Resident { new_beside, .. } = &mut start.who {
                new_beside.extend(Day::parse("2026-11-20"));
            }
            start
        };
        let proposed = |waits: bool| {
            let mut start = resident(&["Lindelaan 12-B", "7607 AB Almelo"]);
            if let Who::Resident { proposed, .. } = &mut start.who {
                *proposed = Some(Proposed::sample(waits));
            }
            start
        };
        let staff = |role, organisation: Option<&str>| Self {
            page: page.for_staff().at("/"),
            who: Who::Staff {
                email: "noor@beheer.test".to_owned(),
                role,
                organisation: organisation.map(str::to_owned),
            },
            coming: Vec::new(),
            objected: false,
        };
        let work = Self { coming: vec![Banner::sample(page.w)], ..resident(&["Lindelaan 12-B"]) };
        let goes_on = Self { page: page.for_resident().while_work_goes_on(), ..resident(&["Lindelaan 12-B"]) };
        vec![
            ("start-resident-work", work),
            ("start-resident-work-now", goes_on),
            ("start-resident", resident(&["Lindelaan 12-B", "7607 AB Almelo"])),
            ("start-resident-no-address", resident(&[])),
            ("start-resident-shared-new", shared()),
            ("start-resident-missing", Self { page: page.without_address(), ..resident(&["Lindelaan 12-B"]) }),
            ("start-resident-proposed", proposed(false)),
            ("start-resident-waits", proposed(true)),
            ("start-resident-objected", Self { objected: true, ..resident(&["Lindelaan 12-B", "7607 AB Almelo"]) }),
            ("start-operator-admin", staff(Role::OperatorAdmin, None)),
            ("start-clerk", staff(Role::Clerk, Some("Woonstichting De Linde"))),
            ("start-org-admin", staff(Role::OrgAdmin, Some("Woonstichting De Linde"))),
            ("start-support", staff(Role::Support, None)),
            ("start-project-lead", staff(Role::ProjectLead, None)),
            ("start-auditor", staff(Role::Auditor, None)),
        ]
    }
}
