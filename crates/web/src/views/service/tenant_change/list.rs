//! The changes of a client: those to come, the next one first, and those that were.

use std::borrow::Cow;

use askama::Template;
use domain::tenant_change::{Kind, State};
use domain::time::Day;

use super::{ChangedHome, NEW, ROOT};
use crate::views::service::{Frame, Pager, Project, Tab};
use crate::views::{Page, View};

/// The list.
#[derive(Debug, Template)]
#[template(path = "service/tenant_change/list.html")]
pub struct Changes {
    /// What every page has.
    pub page: Page,
    /// The project.
    pub project: Project,
    /// What was done just now.
    pub told: Option<Told>,
    /// Those to come.
    pub planned: Vec<ChangeRow>,
    /// Those that were done or called off, the newest first.
    pub past: Vec<ChangeRow>,
    /// The rest of those.
    pub pager: Pager,
}

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// A change was planned.
    Planned,
    /// It happened at once.
    Done,
    /// A planned one was called off.
    Cancelled,
    /// It was too late to call it off.
    TooLate,
}

impl Told {
    const ALL: [Self; 4] = [Self::Planned, Self::Done, Self::Cancelled, Self::TooLate];

    /// The value of `told`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
            Self::TooLate => "too-late",
        }
    }

    /// Reads such a value.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|told| told.word() == word)
    }
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRow {
    /// Its id.
    pub id: String,
    /// Its home.
    pub home: ChangedHome,
    /// What happens.
    pub kind: Kind,
    /// How far it has come.
    pub state: State,
    /// The last day of those who leave.
    pub last: Option<Day>,
    /// The first day of those who come.
    pub first: Option<Day>,
    /// So many days somebody had access who should not have had it.
    pub gap: u16,
    /// It happened a short time ago: it may have been a mistake.
    pub undoable: bool,
    /// Somebody who was to leave says to live there still.
    pub still_here: bool,
}

impl View for Changes {
    fn title(&self) -> Cow<'static, str> {
        self.project.title(&self.page, &Tab::Changes.name(&self.page))
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Changes {
    fn frame(&self) -> Frame {
        self.project.frame(&self.page, Tab::Changes, None)
    }

    /// What was done just now.
    fn done(&self) -> Option<Cow<'static, str>> {
        let key = match self.told? {
            Told::Planned => words::key!("change-told-planned"),
            Told::Done => words::key!("change-told-done"),
            Told::Cancelled => words::key!("change-told-cancelled"),
            Told::TooLate => return None,
        };
        Some(self.page.w.t(key))
    }

    fn is_too_late(&self) -> bool {
        self.told == Some(Told::TooLate)
    }

    fn what(&self, row: &ChangeRow) -> Cow<'static, str> {
        super::kind(&self.page, row.kind)
    }

    fn day(&self, day: &Option<Day>) -> String {
        day.map_or_else(|| "–".to_owned(), |day| self.page.date(&day))
    }

    /// Tone, icon and words of its state.
    fn state(&self, row: &ChangeRow) -> (&'static str, &'static str, Cow<'static, str>) {
        let w = self.page.w;
        match row.state {
            State::Planned => ("calm", "clock", w.t("change-state-planned")),
            State::Done if row.gap > 0 => ("look", "look", words::t!(w, "change-state-late", count = row.gap)),
            State::Done => ("good", "good", w.t("change-state-done")),
            State::Cancelled => ("plain", "same", w.t("change-state-cancelled")),
        }
    }

    fn other_path(&self, row: &ChangeRow) -> String {
        format!("{NEW}?change={}", row.id)
    }

    fn cancel_path(&self, row: &ChangeRow) -> String {
        format!("{ROOT}{}/afzeggen/", row.id)
    }

    fn undo_path(&self, row: &ChangeRow) -> String {
        super::undo::path(&row.id)
    }

    fn undo_label(&self, row: &ChangeRow) -> Cow<'static, str> {
        self.label(words::key!("mistake-act-label"), row)
    }

    fn label(&self, key: &'static str, row: &ChangeRow) -> Cow<'static, str> {
        self.page.w.with(key, &[("home", &row.home.name)])
    }

    fn other_label(&self, row: &ChangeRow) -> Cow<'static, str> {
        self.label(words::key!("change-other-label"), row)
    }

    fn cancel_label(&self, row: &ChangeRow) -> Cow<'static, str> {
        self.label(words::key!("change-cancel-label"), row)
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let day = |text: &str| Day::parse(text).ok();
        let row = |kind, state, last, first, gap| ChangeRow {
            id: "01930000-0000-7000-8000-0000000000aa".to_owned(),
            home: ChangedHome::sample(),
            kind,
            state,
            last: day(last),
            first: day(first),
            gap,
            still_here: matches!(kind, Kind::Vacant | Kind::Eviction),
            undoable: state == State::Done && kind == Kind::Eviction,
        };
        let planned = vec![
            row(Kind::NewTenant, State::Planned, "2026-11-30", "2026-12-01", 0),
            row(Kind::Vacant, State::Planned, "2026-12-31", "", 0),
        ];
        let past = vec![
            row(Kind::NewTenant, State::Done, "2026-11-20", "2026-11-21", 6),
            row(Kind::Eviction, State::Done, "2026-11-12", "", 0),
            row(Kind::Death, State::Cancelled, "2026-11-30", "", 0),
            row(Kind::Arrival, State::Done, "", "2026-11-01", 0),
            row(Kind::Reopened, State::Done, "", "2026-11-01", 0),
        ];
        let state = |told| Self {
            page: page.for_service("/service/mutaties/?project=linde/lindelaan"),
            project: Project::sample(),
            told,
            planned: planned.clone(),
            past: past.clone(),
            pager: Pager { next: Some(format!("{ROOT}?after=0193")), ..Pager::default() },
        };
        vec![
            ("changes", state(None)),
            ("changes-planned", state(Some(Told::Planned))),
            ("changes-done", state(Some(Told::Done))),
            ("changes-cancelled", state(Some(Told::Cancelled))),
            ("changes-too-late", state(Some(Told::TooLate))),
            ("changes-none", Self { planned: Vec::new(), past: Vec::new(), pager: Pager::default(), ..state(None) }),
        ]
    }
}
