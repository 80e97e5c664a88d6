//! The page: the table of terms, what clients have of their own, what is held, what the runs erased.

use std::borrow::Cow;

use askama::Template;
use domain::retention::{Class, Why};

use super::rows::{ClassRow, HoldRow, OwnTerm, RunRow};
use super::{INCIDENT, RETENTION, of_clients, term};
use crate::views::clients::Named;
use crate::views::service::Frame;
use crate::views::{Faults, Page, View};

/// Terms, holds and reports.
#[derive(Debug, Template)]
#[template(path = "retention/page.html")]
pub struct Retention {
    /// What every page has.
    pub page: Page,
    /// This person may change terms and hold things.
    pub may_keep: bool,
    /// What was done just now.
    pub told: Option<Told>,
    /// The classes.
    pub classes: Vec<ClassRow>,
    /// What would go now was counted.
    pub counted: bool,
    /// The clients to choose from.
    pub clients: Vec<Named>,
    /// The terms that differ from the usual ones.
    pub own: Vec<OwnTerm>,
    /// What is held.
    pub holds: Vec<HoldRow>,
    /// The newest runs.
    pub runs: Vec<RunRow>,
    /// What was typed.
    pub typed: Typed,
    /// What is wrong with it.
    pub faults: Vec<RetentionFault>,
}

/// What was typed into one of the two forms.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The client of a term.
    pub client: String,
    /// The class of a term.
    pub class: String,
    /// The days of a term.
    pub days: String,
    /// The client of a hold.
    pub hold_client: String,
    /// The username of a hold.
    pub username: String,
    /// Why something is to be held.
    pub why: String,
    /// The last day of a hold.
    pub last: String,
}

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// A term was changed.
    Term,
    /// Something is held.
    Held,
    /// It is held no more.
    Ended,
}

impl Told {
    const ALL: [Self; 3] = [Self::Term, Self::Held, Self::Ended];

    /// The value of `told`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Term => "term",
            Self::Held => "held",
            Self::Ended => "ended",
        }
    }

    /// Reads such a value.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|told| told.word() == word)
    }
}

/// What is wrong with what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RetentionFault {
    /// No client was chosen for a term.
    Client,
    /// No class was chosen.
    Class,
    /// These are no days, or not within the bounds of this class.
    Days(Option<Class>),
    /// No client was chosen for a hold.
    HoldClient,
    /// The client has no home with this username.
    NoHome,
    /// No reason was chosen.
    Why,
    /// This is no day.
    Day,
    /// The day is over.
    Over,
}

impl View for Retention {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-term-title")
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        let (mut faults, w) = (Faults::default(), self.page.w);
        for fault in &self.faults {
            let (field, said) = match fault {
                RetentionFault::Client => ("client", w.t("staff-term-fault-client")),
                RetentionFault::Class => ("class", w.t("staff-term-fault-class")),
                RetentionFault::Days(None) => ("days", w.t("staff-term-fault-days")),
                RetentionFault::Days(Some(class)) => ("days", self.out_of_bounds(*class)),
                RetentionFault::HoldClient => ("hold_client", w.t("staff-term-fault-client")),
                RetentionFault::NoHome => ("username", w.t("staff-term-fault-home")),
                RetentionFault::Why => ("why", w.t("staff-term-fault-why")),
                RetentionFault::Day => ("last", w.t("staff-term-fault-day")),
                RetentionFault::Over => ("last", w.t("staff-term-fault-over")),
            };
            faults.add(field, said);
        }
        faults
    }
}

impl Retention {
    fn frame(&self) -> Frame {
        Frame::alone(self.title())
    }

    /// The classes: those of which a client may have a term of its own, and those with one term for all.
    fn groups(&self) -> [(Cow<'static, str>, Vec<&ClassRow>); 2] {
        let (own, house) = self.classes.iter().partition(|row| of_clients().any(|class| class == row.class));
        [(self.page.w.t("staff-term-group-own"), own), (self.page.w.t("staff-term-group-house"), house)]
    }

    fn out_of_bounds(&self, class: Class) -> Cow<'static, str> {
        let domain::retention::Term::Client(bounds) = class.rule().term else {
            return self.page.w.t("staff-term-fault-class");
        };
        words::t!(self.page.w, "staff-term-fault-bounds", least = bounds.least, most = bounds.most)
    }

    fn done(&self) -> Option<Cow<'static, str>> {
        Some(self.page.w.t(match self.told? {
            Told::Term => words::key!("staff-term-told-term"),
            Told::Held => words::key!("staff-term-told-held"),
            Told::Ended => words::key!("staff-term-told-ended"),
        }))
    }

    fn name(&self, class: &Class) -> Cow<'static, str> {
        self.page.w.t(words::retention::class(*class))
    }

    fn why_kept(&self, row: &ClassRow) -> Cow<'static, str> {
        self.page.w.t(words::retention::reason(row.class))
    }

    fn from(&self, row: &ClassRow) -> Cow<'static, str> {
        self.page.w.t(words::retention::from(row.class))
    }

    fn term(&self, row: &ClassRow) -> Cow<'static, str> {
        term(&self.page, row.class)
    }

    fn does(&self, row: &ClassRow) -> Cow<'static, str> {
        self.page.w.t(words::retention::does(row.class.rule().does))
    }

    /// How many went; what goes within minutes is not counted.
    fn last(&self, row: &ClassRow) -> String {
        if row.class.is_short() { "–".to_owned() } else { self.page.figure(&row.last) }
    }

    fn due(&self, row: &ClassRow) -> String {
        row.due.filter(|_| !row.class.is_short()).map_or_else(|| "–".to_owned(), |n| self.page.figure(&n))
    }

    fn choices(&self) -> Vec<(&'static str, Cow<'static, str>, bool)> {
        let choice = |class: Class| (class.as_str(), self.name(&class), class.as_str() == self.typed.class);
        of_clients().map(choice).collect()
    }

    fn reasons(&self) -> Vec<(&'static str, Cow<'static, str>, bool)> {
        let choice =
            |why: &Why| (why.as_str(), self.page.w.t(words::retention::hold(*why)), why.as_str() == self.typed.why);
        Why::ALL.iter().map(choice).collect()
    }

    fn days(&self, row: &OwnTerm) -> Cow<'static, str> {
        words::t!(self.page.w, "time-days", count = row.days)
    }

    fn hold_why(&self, row: &HoldRow) -> Cow<'static, str> {
        self.page.w.t(words::retention::hold(row.why))
    }

    fn hold_last(&self, row: &HoldRow) -> Cow<'static, str> {
        row.last.map_or_else(|| self.page.w.t("staff-term-hold-open"), |day| self.page.date(&day).into())
    }

    fn hold_by(&self, row: &HoldRow) -> Cow<'static, str> {
        row.by.clone().map_or_else(|| self.page.w.t("service-log-who-server"), Cow::Owned)
    }

    fn end_path(&self, row: &HoldRow) -> String {
        format!("{RETENTION}bewaarplicht/{}/beeindigen/", row.id)
    }

    fn end_label(&self, row: &HoldRow) -> Cow<'static, str> {
        let of = row.username.as_ref().unwrap_or(&row.client);
        self.page.w.with("staff-term-hold-end-one", &[("name", of)])
    }

    /// Tone, icon and words of how a hold stands.
    fn hold_state(&self, row: &HoldRow) -> (&'static str, &'static str, Cow<'static, str>) {
        let w = self.page.w;
        if row.holds {
            ("look", "look", w.t("staff-term-hold-holds"))
        } else {
            ("plain", "same", w.t("staff-term-hold-over"))
        }
    }

    fn run_state(&self, row: &RunRow) -> (&'static str, &'static str, Cow<'static, str>) {
        let w = self.page.w;
        if row.through {
            ("good", "good", w.t("staff-term-run-through"))
        } else {
            ("look", "look", w.t("staff-term-run-stopped"))
        }
    }

    fn count_path(&self) -> &'static str {
        RETENTION
    }

    fn term_path(&self) -> String {
        format!("{RETENTION}termijn/")
    }

    fn hold_path(&self) -> String {
        format!("{RETENTION}bewaarplicht/")
    }

    fn incident_path(&self) -> &'static str {
        INCIDENT
    }
}

#[cfg(test)]
impl Retention {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        use domain::time::{Day, Time};
        let (at, day) = (Time::from_micros(1_795_431_600_000_000), Day::parse("2026-11-23").expect("a day"));
        let class = |class: &Class| ClassRow { class: *class, last: 12, due: Some(40_000) };
        let hold = |id: &str, username: Option<&str>, holds: bool| HoldRow {
            id: id.to_owned(),
            client: "Woonstichting <b>De Linde</b>".to_owned(),
            username: username.map(str::to_owned),
            why: Why::Dispute,
            last: (!holds).then_some(day),
            set: day,
            by: holds.then(|| "noor@beheer.test".to_owned()),
            holds,
        };
        let run = |through, erased| RunRow { at, through, erased };
        let state = |may_keep, told, faults: &[RetentionFault]| Self {
            page: page.for_staff(),
            may_keep,
            told,
            classes: Class::ALL.iter().map(class).collect(),
            counted: told.is_none(),
            clients: vec![Named::sample()],
            own: vec![OwnTerm { client: Named::sample(), class: Class::Household, days: 365 }],
            holds: vec![hold("1", Some("ALMELO01"), true), hold("2", None, false)],
            runs: vec![run(false, 3), run(true, 1_200)],
            typed: Typed { days: "12".to_owned(), last: "straks".to_owned(), ..Typed::default() },
            faults: faults.to_vec(),
        };
        let bare =
            Self { holds: Vec::new(), runs: Vec::new(), own: Vec::new(), counted: false, ..state(true, None, &[]) };
        let term = [RetentionFault::Client, RetentionFault::Class, RetentionFault::Days(Some(Class::Household))];
        let hold = [RetentionFault::HoldClient, RetentionFault::NoHome, RetentionFault::Why, RetentionFault::Day];
        vec![
            ("retention", state(true, None, &[])),
            ("retention-read", state(false, None, &[])),
            ("retention-bare", bare),
            ("retention-term", state(true, Some(Told::Term), &[])),
            ("retention-held", state(true, Some(Told::Held), &[])),
            ("retention-ended", state(true, Some(Told::Ended), &[])),
            ("retention-wrong-term", state(true, None, &term)),
            ("retention-wrong-hold", state(true, None, &hold)),
            ("retention-over", state(true, None, &[RetentionFault::Days(None), RetentionFault::Over])),
        ]
    }
}
