//! First-time login in the service portal: the pages on which a project lead or a clerk gets the residents of a project
//! in. Projects, the board of one, its lists from upload to undo, its letters, its work lists, its homes.
//!
//! What they share stands here: which project a page is about, its tabs, the work lists, figures in words. Addresses come
//! in masked, and reasons of rows as finished sentences.

pub mod accounts;
pub mod batch;
pub mod board;
mod chart;
pub mod choose;
mod figures;
pub mod handout;
pub mod home;
pub mod home_form;
pub mod homes;
pub mod letters;
pub mod link;
pub mod lists;
pub mod log;
pub mod many;
pub mod one_leaves;
pub mod projects;
pub mod proposals;
pub mod requests;
pub mod revoke;
pub mod tenant_change;
pub mod upload;
pub mod users;
mod work_lists;
pub mod worklist;

use std::borrow::Cow;

use domain::first_login::progress::WorkList;

use super::Page;

pub use chart::ActivationChart;
pub use work_lists::URGENT;

/// The project a page is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Name of the client.
    pub client: String,
    /// The client in addresses.
    pub client_slug: String,
    /// Name of the project.
    pub name: String,
    /// The project in addresses.
    pub slug: String,
}

/// The pages of a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// The board.
    Board,
    /// Lists of the client.
    Lists,
    /// Work lists.
    Worklist,
    /// Letters and texts.
    Letters,
    /// All homes.
    Homes,
    /// Who leaves and who comes.
    Changes,
}

/// One tab, or one step of the path to a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    /// What it says.
    pub name: Cow<'static, str>,
    /// Where it leads; `None` for words alone.
    pub href: Option<String>,
    /// The page that is shown.
    pub here: bool,
}

/// What stands above the work of a page: the way here, the heading, the tabs of the project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The way here, outermost first.
    pub crumbs: Vec<Crumb>,
    /// The heading.
    pub heading: Cow<'static, str>,
    /// The tabs; empty outside a project.
    pub tabs: Vec<Crumb>,
}

/// Moving through a long table, a page at a time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pager {
    /// Back to the first page; `None` on it.
    pub first: Option<String>,
    /// The page before; `None` on the first, and where a table is only read on.
    pub previous: Option<String>,
    /// The next page; `None` on the last.
    pub next: Option<String>,
}

impl Project {
    /// `/service/projecten/linde/lindelaan/`: the board.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/service/projecten/{}/{}/", self.client_slug, self.slug)
    }

    /// Where its lists are.
    #[must_use]
    pub fn lists_path(&self) -> String {
        format!("{}lijst/", self.path())
    }

    /// `linde/lindelaan`: the value of `project` in queries and forms.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}/{}", self.client_slug, self.slug)
    }

    /// The page of this project behind a tab.
    #[must_use]
    pub fn tab_path(&self, tab: Tab) -> String {
        match tab {
            Tab::Board => self.path(),
            Tab::Lists => self.lists_path(),
            Tab::Worklist | Tab::Letters | Tab::Homes | Tab::Changes => {
                format!("{}?project={}", tab.root(), self.key())
            }
        }
    }

    /// The letter of one home; `home` is its id.
    #[must_use]
    pub fn letter_path(&self, home: &str) -> String {
        format!("{}&which=one&home={home}", self.tab_path(Tab::Letters))
    }

    /// The work list `list`.
    #[must_use]
    pub fn worklist_path(&self, list: &WorkList) -> String {
        format!("{}&list={list}", self.tab_path(Tab::Worklist))
    }

    /// The frame of a page behind `tab`; `own` is the name of a page below it.
    #[must_use]
    pub fn frame(&self, page: &Page, tab: Tab, own: Option<Cow<'static, str>>) -> Frame {
        let link = |name, href| Crumb { name, href: Some(href), here: false };
        let mut crumbs = vec![
            link(page.w.t("service-projects-title"), "/service/projecten/".to_owned()),
            Crumb { name: self.client.clone().into(), href: None, here: false },
        ];
        if tab != Tab::Board {
            crumbs.push(link(self.name.clone().into(), self.path()));
        }
        if own.is_some() {
            crumbs.push(link(tab.name(page), self.tab_path(tab)));
        }
        let name = if tab == Tab::Board { self.name.clone().into() } else { tab.name(page) };
        let heading = own.unwrap_or(name);
        crumbs.push(Crumb { name: heading.clone(), href: None, here: true });
        let tabs = Tab::ALL.into_iter().map(|one| Crumb {
            name: one.name(page),
            href: Some(self.tab_path(one)),
            here: one == tab,
        });
        Frame { crumbs, heading, tabs: tabs.collect() }
    }

    /// The title of a page of this project: the page, then the project.
    #[must_use]
    pub fn title(&self, page: &Page, own: &str) -> Cow<'static, str> {
        page.w.with("service-title", &[("page", &own), ("project", &self.name)])
    }

    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        Self {
            client: "Woonstichting De Linde".to_owned(),
            client_slug: "linde".to_owned(),
            name: "Lindelaan fase 1".to_owned(),
            slug: "lindelaan".to_owned(),
        }
    }
}

impl Frame {
    /// The frame of a page outside any project.
    #[must_use]
    pub fn alone(heading: Cow<'static, str>) -> Self {
        Self { crumbs: Vec::new(), heading, tabs: Vec::new() }
    }
}

impl Tab {
    /// All, in the order of the work.
    pub const ALL: [Self; 6] = [Self::Board, Self::Lists, Self::Worklist, Self::Letters, Self::Homes, Self::Changes];

    /// The name of the page.
    #[must_use]
    pub fn name(self, page: &Page) -> Cow<'static, str> {
        page.w.t(match self {
            Self::Board => words::key!("service-tab-board"),
            Self::Lists => words::key!("service-tab-lists"),
            Self::Worklist => words::key!("service-tab-worklist"),
            Self::Letters => words::key!("service-tab-letters"),
            Self::Homes => words::key!("service-tab-homes"),
            Self::Changes => words::key!("service-tab-changes"),
        })
    }

    /// The page of all projects behind the tab.
    #[must_use]
    pub const fn root(self) -> &'static str {
        match self {
            Self::Board | Self::Lists => "/service/projecten/",
            Self::Worklist => "/service/werklijst/",
            Self::Letters => "/service/brieven/",
            Self::Homes => "/service/woningen/",
            Self::Changes => "/service/mutaties/",
        }
    }
}

/// What has to be done first in a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextAct {
    /// There is no list yet: ask the client.
    AskList,
    /// A list waits to be confirmed; its page.
    Decide {
        /// Where the list is.
        href: String,
    },
    /// Homes wait on a work list.
    Work {
        /// Which.
        list: WorkList,
        /// How many homes.
        homes: u64,
    },
    /// Everybody is in, or on the way by themselves.
    Nothing,
}

impl NextAct {
    /// What comes first: a list that waits for a decision, no home at all, the most urgent work list (in the order of
    /// [`URGENT`]), or nothing.
    #[must_use]
    pub fn first(decide: Option<String>, homes: u64, work: [u64; 5]) -> Self {
        if let Some(href) = decide {
            return Self::Decide { href };
        }
        if homes == 0 {
            return Self::AskList;
        }
        let urgent = URGENT.into_iter().zip(work).find(|(_, homes)| *homes > 0);
        urgent.map_or(Self::Nothing, |(list, homes)| Self::Work { list, homes })
    }

    /// In a sentence.
    #[must_use]
    pub fn words(&self, page: &Page) -> Cow<'static, str> {
        match self {
            Self::AskList => page.w.t("service-next-ask"),
            Self::Decide { .. } => page.w.t("service-next-decide"),
            Self::Work { list, homes } => page.list_waiting(list, homes),
            Self::Nothing => page.w.t("service-next-nothing"),
        }
    }

    /// What the button to it says.
    #[must_use]
    pub fn button(&self, page: &Page) -> Cow<'static, str> {
        page.w.t(match self {
            Self::AskList => words::key!("service-next-ask-button"),
            Self::Decide { .. } => words::key!("service-next-decide-button"),
            Self::Work { .. } | Self::Nothing => words::key!("service-next-work-button"),
        })
    }

    /// Tone and icon of its chip in a table.
    #[must_use]
    pub const fn tone(&self) -> (&'static str, &'static str) {
        match self {
            Self::AskList => ("calm", "letter"),
            Self::Decide { .. } | Self::Work { .. } => ("look", "look"),
            Self::Nothing => ("good", "good"),
        }
    }

    /// Where it is done; `None` when there is nothing to do.
    #[must_use]
    pub fn href(&self, project: &Project) -> Option<String> {
        match self {
            Self::AskList => Some(project.lists_path()),
            Self::Decide { href } => Some(href.clone()),
            Self::Work { list, .. } => Some(project.worklist_path(list)),
            Self::Nothing => None,
        }
    }
}
