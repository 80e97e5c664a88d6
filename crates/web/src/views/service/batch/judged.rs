//! A list that was read and judged: what would happen, how it was read, and every row with its reasons. Nothing is
//! written until somebody confirms.

use std::borrow::Cow;

use askama::Template;
use domain::first_login::{Column, Judgement};

use super::{Batch, Frame};
use crate::views::service::Pager;
use crate::views::service::lists::ListState;
use crate::views::{Faults, Page, View};

/// The page. GET `?show=` a [`Judgement`], `?after=` the number of the last row before.
#[derive(Debug, Template)]
#[template(path = "service/batch_judged.html")]
pub struct BatchJudged {
    /// What every page has.
    pub page: Page,
    /// The list.
    pub batch: Batch,
    /// What was judged, counted.
    pub counts: Counts,
    /// Why nothing of it may be confirmed.
    pub stop: Option<Stop>,
    /// The page of the proposal about it, when it waits for a second person.
    pub proposed: Option<String>,
    /// Why the last confirmation was refused.
    pub refused: Option<ConfirmFault>,
    /// How it was read.
    pub read: HowRead,
    /// The rows shown.
    pub rows: Vec<RowRead>,
    /// Only rows with this judgement are shown.
    pub shown: Option<Judgement>,
    /// The rest of them.
    pub pager: Pager,
}

/// What was judged, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Homes that get their account.
    pub new: u64,
    /// Nothing to do.
    pub unchanged: u64,
    /// Homes we have that get an address, street and number, or both.
    pub changed: u64,
    /// Those among them that get an address: linked for the first time, or corrected.
    pub addresses: u64,
    /// To be looked at.
    pub conflict: u64,
    /// Refused.
    pub refused: u64,
}

/// Why a list may not be confirmed at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The rows slid against what is known.
    Shifted {
        /// Rows that carry another home's address.
        moved: u64,
        /// Rows with a known address.
        rows: u64,
    },
    /// So many addresses would change that a second person is needed.
    TooManyChanges(u64),
}

/// Why a confirmation was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConfirmFault {
    /// Nobody said whether the residents are the same (law 7).
    ResidentsNotSaid,
    /// There are new residents among them: that is a tenant change.
    NewResidents,
}

/// How the file was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HowRead {
    /// In words: "CSV, UTF-8, gescheiden met puntkomma's", "Excel, blad Huurders".
    pub as_what: String,
    /// Title rows above the header that were left out.
    pub titles: u64,
    /// Rows with a home.
    pub rows: u64,
    /// The columns, in the order of the file.
    pub columns: Vec<ColumnRead>,
}

/// One column of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnRead {
    /// Its own name.
    pub name: String,
    /// What it means to us.
    pub means: Option<Column>,
    /// It held numbers of persons or dates of birth, and was emptied.
    pub blanked: bool,
    /// Its first cells.
    pub first: Vec<String>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowRead {
    /// The line of the file.
    pub number: u64,
    /// Which home, as far as it could be read.
    pub home: String,
    /// The address, masked.
    pub address: Option<String>,
    /// The judgement.
    pub judgement: Judgement,
    /// Why; advice on an accepted row.
    pub reasons: Vec<CellReason>,
}

/// A reason, at its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellReason {
    /// The name of the column; `None` for the row as a whole.
    pub cell: Option<String>,
    /// The sentence.
    pub text: String,
}

/// A filter with its count.
struct Filter {
    name: Cow<'static, str>,
    href: String,
    count: u64,
    tone: &'static str,
    icon: &'static str,
    here: bool,
}

impl ColumnRead {
    /// What it may mean: the value in the form, its name, and whether it is so now.
    pub(super) fn meanings(&self, page: &Page) -> Vec<(&'static str, Cow<'static, str>, bool)> {
        let each = Column::ALL.iter().map(|one| (one.as_str(), page.column(one), self.means == Some(*one)));
        let nothing = ("", page.w.t("service-column-nothing"), self.means.is_none());
        std::iter::once(nothing).chain(each).collect()
    }
}

impl Counts {
    /// All rows.
    #[must_use]
    pub fn all(&self) -> u64 {
        self.new + self.unchanged + self.changed + self.conflict + self.refused
    }

    /// Rows with which nothing will happen and something should.
    #[must_use]
    pub fn faults(&self) -> u64 {
        self.conflict + self.refused
    }

    fn of(&self, judgement: Judgement) -> u64 {
        match judgement {
            Judgement::New => self.new,
            Judgement::Unchanged => self.unchanged,
            Judgement::Changed => self.changed,
            Judgement::Conflict => self.conflict,
            Judgement::Refused => self.refused,
        }
    }
}

impl View for BatchJudged {
    fn title(&self) -> Cow<'static, str> {
        let state = if self.stop.is_some() { ListState::Stopped } else { ListState::ToConfirm };
        self.batch.title(&self.page, state)
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        match self.refused {
            None => Faults::default(),
            Some(ConfirmFault::ResidentsNotSaid) => Faults::one("residents", w.t("service-confirm-not-said")),
            Some(ConfirmFault::NewResidents) => Faults::one("residents", w.t("service-confirm-new-residents")),
        }
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl BatchJudged {
    fn frame(&self) -> Frame {
        self.batch.frame(&self.page)
    }

    /// There is something to carry out.
    fn can_confirm(&self) -> bool {
        let stands = self.stop.is_none() || self.is_many();
        stands && self.proposed.is_none() && self.counts.new + self.counts.changed > 0
    }

    /// It takes a second person.
    fn is_many(&self) -> bool {
        matches!(self.stop, Some(Stop::TooManyChanges(_)))
    }

    /// How many addresses it would correct, where that takes a second person.
    fn many(&self) -> Option<Cow<'static, str>> {
        match self.stop {
            Some(Stop::TooManyChanges(count)) => Some(words::t!(self.page.w, "service-stop-many", count = count)),
            _ => None,
        }
    }

    /// The question of law 7: an address goes to a home that we have.
    fn asks_residents(&self) -> bool {
        self.counts.addresses > 0
    }

    fn stopped(&self) -> Option<Cow<'static, str>> {
        let w = self.page.w;
        match self.stop? {
            Stop::Shifted { moved, rows } => Some(words::t!(w, "service-stop-shifted", moved = moved, rows = rows)),
            Stop::TooManyChanges(_) => None,
        }
    }

    /// What the button does, in its own words.
    fn confirm(&self) -> Cow<'static, str> {
        if self.is_many() {
            return self.page.w.t("home-many-propose-list");
        }
        let Counts { new, addresses, changed, .. } = self.counts;
        let what = Batch::counted(&self.page, (new, addresses, changed.saturating_sub(addresses)));
        words::t!(self.page.w, "service-confirm-one", what = what)
    }

    fn judgement(&self, judgement: &Judgement) -> Cow<'static, str> {
        self.page.w.t(match judgement {
            Judgement::New => words::key!("service-judged-new"),
            Judgement::Unchanged => words::key!("service-judged-unchanged"),
            Judgement::Changed => words::key!("service-judged-changed"),
            Judgement::Conflict => words::key!("service-judged-conflict"),
            Judgement::Refused => words::key!("service-judged-refused"),
        })
    }

    fn tone(&self, judgement: &Judgement) -> &'static str {
        match judgement {
            Judgement::New => "good",
            Judgement::Unchanged => "plain",
            Judgement::Changed => "calm",
            Judgement::Conflict => "look",
            Judgement::Refused => "wrong",
        }
    }

    fn icon(&self, judgement: &Judgement) -> &'static str {
        match judgement {
            Judgement::New => "plus",
            Judgement::Unchanged => "same",
            Judgement::Changed => "pen",
            Judgement::Conflict => "look",
            Judgement::Refused => "wrong",
        }
    }

    fn filters(&self) -> Vec<Filter> {
        let path = self.batch.path();
        let all = Filter {
            name: self.page.w.t("service-judged-all"),
            href: format!("{path}#rows"),
            count: self.counts.all(),
            tone: "plain",
            icon: "rows",
            here: self.shown.is_none(),
        };
        let each = Judgement::ALL.iter().map(|judgement| Filter {
            name: self.judgement(judgement),
            href: format!("{path}?show={judgement}#rows"),
            count: self.counts.of(*judgement),
            tone: self.tone(judgement),
            icon: self.icon(judgement),
            here: self.shown == Some(*judgement),
        });
        std::iter::once(all).chain(each).collect()
    }

    /// Which columns were emptied, in a sentence.
    fn emptied(&self) -> Option<Cow<'static, str>> {
        let columns = self.read.columns.iter().filter(|column| column.blanked);
        let names: Vec<&str> = columns.map(|column| column.name.as_str()).collect();
        let all = names.join(", ");
        (!names.is_empty()).then(|| words::t!(self.page.w, "service-read-blanked", count = names.len(), columns = all))
    }

    fn without_email(&self) -> bool {
        !self.read.columns.iter().any(|column| column.means == Some(Column::Email))
    }
}
