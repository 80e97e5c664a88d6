//! `/service/werklijst/tegelijk/`: exactly what one act would do to many homes, before it does; and
//! [`ManyProposed`], the page of a proposal about many addresses.
//!
//! GET `project`, `act` (`revoke`, `remove`), `which` (`ticked`, `all`), `list`, `home-1` … `home-50`. POST the same with `seal`;
//! 303 to the work list.

use std::borrow::Cow;

use askama::Template;

use super::proposals::{ProposalPage, ProposalRow};
use super::{Crumb, Frame, Project, Tab};
use crate::views::{Page, View};

/// Where it stands.
pub const ROOT: &str = "/service/werklijst/tegelijk/";

/// What would be done.
#[derive(Debug, Template)]
#[template(path = "service/many.html")]
pub struct Many {
    /// What every page has.
    pub page: Page,
    /// The project.
    pub project: Project,
    /// What.
    pub act: Act,
    /// The homes that change.
    pub rows: Vec<ManyRow>,
    /// The homes that stay as they are.
    pub left: Vec<ManyRow>,
    /// The list has more.
    pub more: bool,
    /// It is proposed to a second person.
    pub second: bool,
    /// The fields of the form that does this.
    pub fields: Vec<(String, String)>,
}

/// What is done to each home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// All access ends.
    Revoke,
    /// The address goes.
    Remove,
}

impl Act {
    /// The value of `act`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Revoke => "revoke",
            Self::Remove => "remove",
        }
    }

    /// Reads it.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Revoke, Self::Remove].into_iter().find(|act| act.word() == word)
    }
}

/// A home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManyRow {
    /// Its page.
    pub href: String,
    /// The client's own number, or the build number.
    pub number: String,
    /// Its address in one line; empty while it has none.
    pub address: String,
    /// Its username.
    pub username: String,
    /// Of one that stays: why. Of a proposal: the address that goes, masked.
    pub why: Option<Why>,
}

/// What stands beside a home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The account is in use (law 8).
    InUse,
    /// There is no address.
    NoAddress,
    /// This address goes.
    Goes(String),
    /// It would have gone, and is another one by now.
    Stays,
}

impl ManyRow {
    /// Why, in words.
    fn why(&self, page: &Page) -> Cow<'static, str> {
        match &self.why {
            None => Cow::Borrowed(""),
            Some(Why::InUse) => page.w.t("home-many-in-use"),
            Some(Why::NoAddress) => page.w.t("home-many-no-address"),
            Some(Why::Goes(masked)) => masked.clone().into(),
            Some(Why::Stays) => page.w.t("home-many-stays"),
        }
    }

    #[cfg(test)]
    fn samples(why: Option<&Why>) -> Vec<Self> {
        let row = |at: u32| Self {
            href: format!("/service/woningen/0193-{at}/"),
            number: format!("1002{at}"),
            address: if at == 2 { String::new() } else { format!("Lindelaan {}, 7607 AB Almelo", 12 + at * 2) },
            username: format!("ALMELO{:02}", at + 1),
            why: why.cloned(),
        };
        (0..3).map(row).collect()
    }
}

impl View for Many {
    fn title(&self) -> Cow<'static, str> {
        self.project.title(&self.page, &self.heading())
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Many {
    fn heading(&self) -> Cow<'static, str> {
        self.page.w.t(match self.act {
            Act::Revoke => words::key!("home-many-revoke-title"),
            Act::Remove => words::key!("home-many-remove-title"),
        })
    }

    fn frame(&self) -> Frame {
        self.project.frame(&self.page, Tab::Worklist, Some(self.heading()))
    }

    fn lead(&self) -> Cow<'static, str> {
        let (w, count) = (self.page.w, self.rows.len());
        match self.act {
            Act::Revoke => words::t!(w, "home-many-revoke-lead", count = count),
            Act::Remove => words::t!(w, "home-many-remove-lead", count = count),
        }
    }

    fn button(&self) -> Cow<'static, str> {
        let (w, count) = (self.page.w, self.rows.len());
        match (self.act, self.second) {
            (_, true) => w.t("home-many-propose"),
            (Act::Revoke, false) => words::t!(w, "home-many-revoke-button", count = count),
            (Act::Remove, false) => words::t!(w, "home-many-remove-button", count = count),
        }
    }

    fn left_title(&self) -> Cow<'static, str> {
        words::t!(self.page.w, "home-many-left", count = self.left.len())
    }

    fn back(&self) -> String {
        self.project.tab_path(Tab::Worklist)
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |act, rows: Vec<ManyRow>| Self {
            page: page.for_service(ROOT),
            project: Project::sample(),
            act,
            rows,
            left: Vec::new(),
            more: false,
            second: false,
            fields: vec![("act".to_owned(), "revoke".to_owned())],
        };
        let rows = || ManyRow::samples(None);
        let left = ManyRow::samples(Some(&Why::InUse));
        vec![
            ("manyrevoke", state(Act::Revoke, rows())),
            ("manyrevoke-more", Self { more: true, ..state(Act::Revoke, rows()) }),
            ("manyremove", Self { left: left.clone(), ..state(Act::Remove, rows()) }),
            ("manyremove-second", Self { second: true, ..state(Act::Remove, rows()) }),
            ("manyremove-none", Self { left, ..state(Act::Remove, Vec::new()) }),
        ]
    }
}

/// A proposal about many addresses, or about a list that corrects many.
#[derive(Debug, Template)]
#[template(path = "service/many_proposed.html")]
pub struct ManyProposed {
    /// What every page has.
    pub page: Page,
    /// As the page of any proposal.
    pub one: ProposalPage,
    /// The addresses that go, while it is open.
    pub rows: Vec<ManyRow>,
    /// The page of the list that is carried out, while it is open.
    pub list: Option<String>,
}

impl View for ManyProposed {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("home-many-proposed-title")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl ManyProposed {
    fn row(&self) -> &ProposalRow {
        &self.one.row
    }

    fn frame(&self) -> Frame {
        let link = |name, href| Crumb { name, href, here: false };
        let crumbs = vec![
            link(self.page.w.t("proposal-title"), Some(super::proposals::ROOT.to_owned())),
            Crumb { name: self.title(), href: None, here: true },
        ];
        Frame { crumbs, heading: self.title(), tabs: Vec::new() }
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let one = || {
            let all = ProposalPage::samples(page);
            all.into_iter().next().map(|(_, one)| one).expect("a sample")
        };
        let mut rows = ManyRow::samples(Some(&Why::Goes("j•••@e•••.nl".to_owned())));
        rows.extend(ManyRow::samples(Some(&Why::Stays)).into_iter().take(1));
        let list = Some("/service/projecten/linde/lindelaan/lijst/0193-3/".to_owned());
        let own = || ProposalPage { can_decide: false, can_withdraw: true, ..one() };
        vec![
            ("manyproposed", Self { page: one().page, one: one(), rows, list: None }),
            ("manyproposed-list", Self { page: one().page, one: one(), rows: Vec::new(), list }),
            ("manyproposed-own", Self { page: one().page, one: own(), rows: Vec::new(), list: None }),
        ]
    }
}
