//! The own start page, `/`: who you are, your home or your work, and the way out.

use std::borrow::Cow;

use askama::Template;
use domain::role::Role;
use domain::time::{Day, Time};

use super::{Page, Place, View};

/// The start page of whoever is signed in.
#[derive(Debug, Template)]
#[template(path = "start.html")]
pub struct Start {
    /// What every page has; `signed_in` is filled.
    pub page: Page,
    /// Who is signed in.
    pub who: Who,
    /// The resident just objected to a change of the own address.
    pub objected: bool,
}

/// A change of the own address that others proposed (law 8).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// What changes, masked.
    pub masked: String,
    /// It is made at this moment when nobody objects; else a second person looks at it.
    pub waits_until: Option<Time>,
}

/// Another account of the own home (law 8); its username is for whoever uses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// The day from which somebody uses it.
    pub since: Day,
    /// It came lately, while those who read this lived there.
    pub is_new: bool,
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
        /// The other accounts of the home.
        beside: Vec<Beside>,
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
    /// The places of work, apart from this page.
    fn work(&self) -> Vec<Place> {
        let places = self.page.signed_in.iter().flat_map(|signed_in| &signed_in.places);
        places.copied().filter(|place| *place != Place::Start).collect()
    }

    fn change(&self, proposed: &Proposed) -> Cow<'static, str> {
        words::t!(self.page.w, "objection-own", change = proposed.masked)
    }

    /// The days from which others have an account of this home, in one line.
    fn days(&self, beside: &[Beside]) -> String {
        let days: Vec<String> = beside.iter().map(|it| self.page.w.day(it.since)).collect();
        days.join(", ")
    }

    /// The accounts that came lately.
    fn news(&self, beside: &[Beside]) -> Option<Cow<'static, str>> {
        let new: Vec<Beside> = beside.iter().copied().filter(|it| it.is_new).collect();
        (!new.is_empty()).then(|| words::t!(self.page.w, "start-beside-new", days = self.days(&new)))
    }

    /// What happens when nobody objects.
    fn next(&self, proposed: &Proposed) -> Cow<'static, str> {
        match proposed.waits_until {
            Some(until) => words::t!(self.page.w, "objection-waits", until = self.page.w.moment(until)),
            None => self.page.w.t("objection-second"),
        }
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
                beside: Vec::new(),
            },
            objected: false,
        };
        let shared = |is_new: bool| {
            let mut start = resident(&["Lindelaan 12-B", "7607 AB Almelo"]);
            if let Who::Resident { beside, .. } = &mut start.who {
                beside.extend(Day::parse("2026-11-20").map(|since| Beside { since, is_new }));
            }
            start
        };
        let proposed = |waits: bool| {
            let mut start = resident(&["Lindelaan 12-B", "7607 AB Almelo"]);
            if let Who::Resident { proposed, .. } = &mut start.who {
                let waits_until = waits.then(|| Time::from_micros(1_795_698_180_000_000));
                *proposed = Some(Proposed {
                    masked: "j•••@e•••.nl → p•••@e•••.nl".to_owned(), waits_until
                });
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
            objected: false,
        };
        vec![
            ("start-resident", resident(&["Lindelaan 12-B", "7607 AB Almelo"])),
            ("start-resident-no-address", resident(&[])),
            ("start-resident-shared", shared(false)),
            ("start-resident-shared-new", shared(true)),
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
