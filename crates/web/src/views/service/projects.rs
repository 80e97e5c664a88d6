//! `/service/projecten/`: the projects somebody may see, with what has to be done first in each.
//!
//! GET `?q=` searches by client and project.

use std::borrow::Cow;

use askama::Template;

use super::{Frame, NextAct, Pager, Project};
use crate::views::{Page, View};

/// The projects, a page of them.
#[derive(Debug, Template)]
#[template(path = "service/projects.html")]
pub struct Projects {
    /// What every page has.
    pub page: Page,
    /// The projects: those with work first.
    pub rows: Vec<ProjectRow>,
    /// What was searched for.
    pub query: String,
    /// The rest of them.
    pub pager: Pager,
}

/// One project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectRow {
    /// Which.
    pub project: Project,
    /// Its homes.
    pub homes: u64,
    /// Those with somebody who signed in.
    pub signed_in: u64,
    /// What has to be done first.
    pub next: NextAct,
}

impl View for Projects {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("service-projects-title")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Projects {
    fn frame(&self) -> Frame {
        Frame::alone(self.title())
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |rows: &[ProjectRow], query: &str, next: Option<&str>| Self {
            page: page.for_service("/service/projecten/"),
            rows: rows.to_vec(),
            query: query.to_owned(),
            pager: Pager { next: next.map(str::to_owned), ..Pager::default() },
        };
        let rows = ProjectRow::samples();
        vec![
            ("projects", state(&rows, "", Some("/service/projecten/?after=0193"))),
            ("projects-found", state(&rows[..1], "lindelaan", None)),
            ("projects-not-found", state(&[], "eikenlaan", None)),
            ("projects-none", state(&[], "", None)),
        ]
    }
}

#[cfg(test)]
impl ProjectRow {
    /// One with each next act.
    pub(crate) fn samples() -> Vec<Self> {
        use domain::first_login::progress::WorkList;
        let row = |client: &str, name: &str, (homes, signed_in), next| Self {
            project: Project {
                client: client.to_owned(),
                client_slug: "linde".to_owned(),
                name: name.to_owned(),
                slug: name.to_lowercase().replace(' ', "-"),
            },
            homes,
            signed_in,
            next,
        };
        let work = |list, homes| NextAct::Work { list, homes };
        let decide = NextAct::Decide { href: "/service/projecten/linde/lindelaan/lijst/0193/".to_owned() };
        let linde = "Woonstichting De Linde";
        let beuk = "Stichting De Beuk <b>Wonen</b>";
        vec![
            row(linde, "Lindelaan fase 1", (400, 263), work(WorkList::NotTold, 38)),
            row(linde, "Lindelaan fase 2", (0, 0), NextAct::AskList),
            row(linde, "Hof van Twente", (1_240, 3), decide),
            row(beuk, "Beukenhof", (80_000, 61_204), work(WorkList::Bounced, 12)),
            row(beuk, "De Laren", (96, 90), work(WorkList::NoResetAsked, 1)),
            row(beuk, "Kanaalzone", (12, 12), NextAct::Nothing),
        ]
    }
}
