//! `/service/werklijst/?project=…&list=…`: the homes that wait for somebody, why, and the act at hand.
//!
//! The tick boxes go by GET to `/service/werklijst/verstrekt/` ([`super::handout`]): `project`, `list`, `which`
//! (`ticked`, `all`), `what` (`both`, `username`, `instruction`) and `home-1` … `home-50`, ids; the same go to
//! `/service/werklijst/terug/` to take ticks back. Undo of what was just done is a POST to the latter: `project`, `list`,
//! `act`.

use std::borrow::Cow;

use askama::Template;
use domain::first_login::progress::WorkList;
use domain::time::Day;

use super::letters::{Text, Which};
use super::many::Act;
use super::{Frame, Pager, Project, Tab, URGENT};
use crate::views::{Faults, Page, View};

/// One work list, a page of it.
#[derive(Debug, Template)]
#[template(path = "service/worklist.html")]
pub struct Worklist {
    /// What every page has.
    pub page: Page,
    /// The project.
    pub project: Project,
    /// Which list.
    pub list: WorkList,
    /// Homes on each, in the order of [`super::URGENT`].
    pub counts: [u64; 5],
    /// The homes, those that wait longest first; 50 at most.
    pub rows: Vec<WaitingHome>,
    /// The rest of them.
    pub pager: Pager,
    /// What was just done.
    pub told: Option<Told>,
    /// Why the last try was refused.
    pub refused: Option<TickFault>,
}

/// A home that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingHome {
    /// Its id in the form.
    pub id: String,
    /// The id of the home itself.
    pub dwelling: String,
    /// The client's own number, or the build number.
    pub number: String,
    /// Its address in one line; empty while it has none.
    pub address: String,
    /// Its username.
    pub username: String,
    /// Since when it waits.
    pub since: Option<Day>,
    /// More about why, in a sentence: half handed out, the answer of the mail server, a likely typing error.
    pub why: Option<String>,
}

/// What was just done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// Homes were ticked as handed out.
    HandedOut {
        /// How many.
        homes: u64,
        /// The act, to undo it; `None` once it cannot be.
        act: Option<String>,
    },
    /// That was undone.
    Undone {
        /// How many.
        homes: u64,
    },
    /// One act was done to many homes.
    Many {
        /// What.
        act: Act,
        /// How many.
        homes: u64,
    },
    /// It was proposed to a second person.
    Proposed,
}

/// Why ticking was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TickFault {
    /// No home was ticked.
    NothingTicked,
}

/// A tab of a list with its count.
struct ListTab {
    name: Cow<'static, str>,
    href: String,
    homes: u64,
    here: bool,
}

impl View for Worklist {
    fn title(&self) -> Cow<'static, str> {
        self.project.title(&self.page, &Tab::Worklist.name(&self.page))
    }

    fn faults(&self) -> Faults {
        match self.refused {
            None => Faults::default(),
            Some(TickFault::NothingTicked) => Faults::one("rows", self.page.w.t("service-nothing-ticked")),
        }
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Worklist {
    fn frame(&self) -> Frame {
        self.project.frame(&self.page, Tab::Worklist, None)
    }

    fn tabs(&self) -> Vec<ListTab> {
        let each = URGENT.into_iter().zip(self.counts).map(|(list, homes)| ListTab {
            name: self.page.list_name(&list),
            href: self.project.worklist_path(&list),
            homes,
            here: list == self.list,
        });
        each.collect()
    }

    fn count(&self) -> u64 {
        URGENT.iter().zip(self.counts).find(|(list, _)| **list == self.list).map_or(0, |(_, homes)| homes)
    }

    /// On this list homes are ticked as handed out.
    fn ticks(&self) -> bool {
        self.list == WorkList::NotTold
    }

    /// On this list ticks are taken back: of homes that were ticked, or half, and did nothing since.
    fn takes_back(&self) -> bool {
        matches!(self.list, WorkList::NotTold | WorkList::NoResetAsked)
    }

    /// The act for the list as a whole: where, and in which words.
    fn act(&self) -> (String, Cow<'static, str>) {
        let w = self.page.w;
        let letters = |which: Which| format!("{}&which={}", self.project.tab_path(Tab::Letters), which.word());
        let text = |text: Text| format!("{}&text={}#{}", self.project.tab_path(Tab::Letters), text.word(), text.id());
        match self.list {
            WorkList::NotTold => (letters(Which::NotTold), w.t("service-act-letters")),
            WorkList::NoAddress => (letters(Which::NoAddress), w.t("service-act-letters-address")),
            WorkList::Bounced => (self.project.lists_path(), w.t("service-act-new-list")),
            WorkList::NoResetAsked | WorkList::NeverSignedIn => (text(Text::Remind), w.t("service-act-remind")),
        }
    }

    /// The act for one home: a letter, or a new address in a list.
    fn letter_label(&self, row: &WaitingHome) -> Cow<'static, str> {
        self.page.w.with("service-act-letter-label", &[("home", self.home(row))])
    }

    fn tick_label(&self, row: &WaitingHome) -> Cow<'static, str> {
        self.page.w.with("service-tick-label", &[("home", self.home(row))])
    }

    fn home<'a>(&self, row: &'a WaitingHome) -> &'a String {
        if row.address.is_empty() { &row.number } else { &row.address }
    }

    fn all_back_label(&self) -> Cow<'static, str> {
        words::t!(self.page.w, "service-back-all", count = self.count())
    }

    /// All of the list, for an act that is chosen.
    fn all_many_label(&self) -> Cow<'static, str> {
        words::t!(self.page.w, "home-many-all", count = self.count())
    }

    fn all_label(&self) -> Cow<'static, str> {
        words::t!(self.page.w, "service-tick-all", count = self.count())
    }

    fn told(&self) -> Option<Cow<'static, str>> {
        let w = self.page.w;
        Some(match self.told.as_ref()? {
            Told::HandedOut { homes, .. } => words::t!(w, "service-told-handed-out", count = *homes),
            Told::Undone { homes } => words::t!(w, "service-told-undone", count = *homes),
            Told::Many { act: Act::Revoke, homes } => words::t!(w, "home-many-told-revoked", count = *homes),
            Told::Many { act: Act::Remove, homes } => words::t!(w, "home-many-told-removed", count = *homes),
            Told::Proposed => w.t("home-many-told-proposed"),
        })
    }

    fn undo(&self) -> Option<&str> {
        match self.told.as_ref()? {
            Told::HandedOut { act, .. } => act.as_deref(),
            Told::Undone { .. } | Told::Many { .. } | Told::Proposed => None,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let rows = WaitingHome::samples();
        let state = |list: WorkList, rows: &[WaitingHome]| Self {
            page: page.for_service("/service/werklijst/?project=linde/lindelaan"),
            project: Project::sample(),
            list,
            counts: [38, 4, 12, 49, 0],
            rows: rows.to_vec(),
            pager: Pager {
                next: Some(format!("{}&after=0193", Project::sample().worklist_path(&list))),
                ..Pager::default()
            },
            told: None,
            refused: None,
        };
        let act = Some("0193-77".to_owned());
        let why = |why: &str| {
            let with = |row: &WaitingHome| WaitingHome { why: Some(why.to_owned()), ..row.clone() };
            rows.iter().map(with).collect::<Vec<_>>()
        };
        let bare = rows.clone();
        let done = Self { counts: [0, 4, 12, 49, 0], pager: Pager::default(), ..state(WorkList::NotTold, &[]) };
        vec![
            ("worklist", state(WorkList::NotTold, &rows)),
            ("worklist-bounced", state(WorkList::Bounced, &why("De mailbox bestaat niet. Bedoeld: gmail.com?"))),
            ("worklist-no-address", state(WorkList::NoAddress, &bare)),
            ("worklist-no-reset", state(WorkList::NoResetAsked, &rows)),
            ("worklist-none", Self { pager: Pager::default(), ..state(WorkList::NeverSignedIn, &[]) }),
            ("worklist-told", Self { told: Some(Told::HandedOut { homes: 38, act }), ..done }),
            ("worklist-undone", Self { told: Some(Told::Undone { homes: 38 }), ..state(WorkList::NotTold, &rows) }),
            (
                "worklist-many",
                Self { told: Some(Told::Many { act: Act::Revoke, homes: 3 }), ..state(WorkList::NeverSignedIn, &rows) },
            ),
            ("worklist-proposed", Self { told: Some(Told::Proposed), ..state(WorkList::Bounced, &rows) }),
            (
                "worklist-nothing-ticked",
                Self { refused: Some(TickFault::NothingTicked), ..state(WorkList::NotTold, &rows) },
            ),
        ]
    }
}

#[cfg(test)]
impl WaitingHome {
    /// A few, one half handed out and one without an address of its own.
    pub(crate) fn samples() -> Vec<Self> {
        let rows = (0..8_u32).map(|at| Self {
            id: format!("0193-{at}"),
            dwelling: format!("0193-{at}"),
            number: format!("1002{:02}", 31 + at),
            address: if at == 5 { String::new() } else { format!("Lindelaan {}, 7607 AB Almelo", 12 + at * 2) },
            username: format!("ALMELO{:02}", at + 1),
            since: Day::parse(&format!("2026-11-{:02}", 3 + at)).ok(),
            why: Some("De uitleg is al verstrekt, de gebruikersnaam nog niet.".to_owned()).filter(|_| at == 2),
        });
        rows.collect()
    }
}
