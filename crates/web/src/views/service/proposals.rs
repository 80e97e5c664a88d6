//! `/service/voorstellen/`: changes that nobody makes alone. GET `{proposal}/` shows exactly what changes; POST there `act`
//! (`approve` with the `hash` of what was shown, `refuse` with a `reason`, `withdraw`), 303.

use std::borrow::Cow;

use askama::Template;
use domain::proposal::{Reason, State};
use domain::time::Time;

use super::home::Home;
use super::{Crumb, Frame};
use crate::views::{Page, View};

/// The list.
pub const ROOT: &str = "/service/voorstellen/";

/// The proposals of the client.
#[derive(Debug, Template)]
#[template(path = "service/proposals.html")]
pub struct Proposals {
    /// What every page has.
    pub page: Page,
    /// What was just done.
    pub told: Option<Told>,
    /// Those that nobody decided about, the oldest first.
    pub open: Vec<ProposalRow>,
    /// Those that were decided, the newest first.
    pub decided: Vec<ProposalRow>,
}

/// A proposal in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalRow {
    /// Its page.
    pub href: String,
    /// The home.
    pub home: String,
    /// The username of the account.
    pub username: String,
    /// What changes, with addresses masked.
    pub masked: String,
    /// Who proposed it.
    pub by: String,
    /// When.
    pub at: Time,
    /// How far it is.
    pub state: State,
    /// Why it ended so.
    pub reason: Option<Reason>,
    /// When it is made without a second person.
    pub waits_until: Option<Time>,
    /// Who decided.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<Time>,
}

/// One proposal.
#[derive(Debug, Template)]
#[template(path = "service/proposal.html")]
pub struct ProposalPage {
    /// What every page has.
    pub page: Page,
    /// What was just done, or why nothing was.
    pub told: Option<Told>,
    /// The home.
    pub home: Home,
    /// It in short.
    pub row: ProposalRow,
    /// The address that would come, while somebody can decide; none takes the old one away.
    pub email: Option<String>,
    /// The same with the domain that was probably meant.
    pub meant: Option<String>,
    /// Binds an approval to what is shown.
    pub hash: String,
    /// Somebody can still decide.
    pub is_open: bool,
    /// This person may.
    pub can_decide: bool,
    /// This person may take it back.
    pub can_withdraw: bool,
}

/// What somebody decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// It is right.
    Approve,
    /// It is not.
    Refuse,
    /// The own proposal goes back.
    Withdraw,
}

impl Decision {
    /// Reads the value of `act`.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "approve" => Some(Self::Approve),
            "refuse" => Some(Self::Refuse),
            "withdraw" => Some(Self::Withdraw),
            _ => None,
        }
    }
}

/// What was just done, or why nothing was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Approved and made.
    Approved,
    /// Refused.
    Refused,
    /// Taken back.
    Withdrawn,
    /// What it was about is no more.
    Overtaken,
    /// It was decided already.
    NotOpen,
    /// Nobody approves the own proposal.
    OwnProposal,
    /// Something else was shown.
    OtherChange,
    /// No reason was chosen.
    NoReason,
}

impl Told {
    const ALL: [Self; 8] = [
        Self::Approved,
        Self::Refused,
        Self::Withdrawn,
        Self::Overtaken,
        Self::NotOpen,
        Self::OwnProposal,
        Self::OtherChange,
        Self::NoReason,
    ];

    /// The value of `told`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Overtaken => "overtaken",
            Self::NotOpen => "not-open",
            Self::OwnProposal => "own",
            Self::OtherChange => "other",
            Self::NoReason => "reason",
        }
    }

    /// Reads such a value.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|told| told.word() == word)
    }

    /// Its tone and words.
    fn words(self, page: &Page) -> (&'static str, Cow<'static, str>) {
        let (tone, key) = match self {
            Self::Approved => ("good", words::key!("proposal-told-approved")),
            Self::Refused => ("good", words::key!("proposal-told-refused")),
            Self::Withdrawn => ("good", words::key!("proposal-told-withdrawn")),
            Self::Overtaken => ("look", words::key!("proposal-told-overtaken")),
            Self::NotOpen => ("look", words::key!("proposal-told-not-open")),
            Self::OwnProposal => ("look", words::key!("proposal-told-own")),
            Self::OtherChange => ("look", words::key!("proposal-told-other")),
            Self::NoReason => ("look", words::key!("proposal-told-reason")),
        };
        (tone, page.w.t(key))
    }
}

impl ProposalRow {
    /// Tone, icon and words of how it stands.
    fn standing(&self, page: &Page) -> (&'static str, &'static str, Cow<'static, str>) {
        let w = page.w;
        match (self.state, self.waits_until) {
            (State::Open, None) => ("look", "clock", w.t("proposal-state-open")),
            (State::Open, Some(until)) => {
                ("look", "clock", words::t!(w, "proposal-state-waits", until = w.moment(until)))
            }
            (State::Approved, _) => ("good", "good", w.t("proposal-state-approved")),
            (State::Refused, _) => ("wrong", "wrong", w.t("proposal-state-refused")),
            (State::Expired, _) => ("plain", "same", w.t("proposal-state-expired")),
            (State::Withdrawn, _) => ("plain", "same", w.t("proposal-state-withdrawn")),
        }
    }

    /// Why it ended so, in a sentence.
    fn why(&self, page: &Page) -> Option<Cow<'static, str>> {
        self.reason.map(|reason| why(page, reason))
    }
}

fn why(page: &Page, reason: Reason) -> Cow<'static, str> {
    page.w.t(match reason {
        Reason::WrongAddress => words::key!("proposal-reason-wrong"),
        Reason::NotAsked => words::key!("proposal-reason-not-asked"),
        Reason::ByResident => words::key!("proposal-reason-by-resident"),
        Reason::Objection => words::key!("proposal-reason-objection"),
        Reason::TooLate => words::key!("proposal-reason-too-late"),
        Reason::Overtaken => words::key!("proposal-reason-overtaken"),
        Reason::TenantChange => words::key!("proposal-reason-tenant-change"),
        Reason::Waited => words::key!("proposal-reason-waited"),
    })
}

impl View for Proposals {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("proposal-title")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Proposals {
    fn frame(&self) -> Frame {
        Frame::alone(self.title())
    }

    fn told(&self) -> Option<(&'static str, Cow<'static, str>)> {
        self.told.map(|told| told.words(&self.page))
    }

    /// The open ones and the decided ones, each under its heading.
    fn groups(&self) -> Vec<(&'static str, Cow<'static, str>, &[ProposalRow])> {
        let w = self.page.w;
        let all = [
            ("open-title", w.t("proposal-open"), self.open.as_slice()),
            ("decided-title", w.t("proposal-decided"), self.decided.as_slice()),
        ];
        all.into_iter().filter(|(_, _, rows)| !rows.is_empty()).collect()
    }

    fn proposed(&self, row: &ProposalRow) -> String {
        self.page.w.moment(row.at)
    }
}

impl View for ProposalPage {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("proposal-one-title")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl ProposalPage {
    fn frame(&self) -> Frame {
        let link = |name, href| Crumb { name, href, here: false };
        let crumbs = vec![
            link(self.page.w.t("proposal-title"), Some(ROOT.to_owned())),
            Crumb { name: self.title(), href: None, here: true },
        ];
        Frame { crumbs, heading: self.title(), tabs: Vec::new() }
    }

    fn told(&self) -> Option<(&'static str, Cow<'static, str>)> {
        self.told.map(|told| told.words(&self.page))
    }

    fn proposed(&self) -> String {
        self.page.w.moment(self.row.at)
    }

    fn decided(&self) -> Option<String> {
        self.row.decided_at.map(|at| self.page.w.moment(at))
    }

    /// The reasons to refuse: value, id and words.
    fn reasons(&self) -> Vec<(&'static str, String, Cow<'static, str>)> {
        let choice = |reason: Reason| (reason.as_str(), format!("reason-{reason}"), why(&self.page, reason));
        Reason::CHOICES.map(choice).to_vec()
    }
}

#[cfg(test)]
impl ProposalRow {
    fn sample() -> Self {
        Self {
            href: format!("{ROOT}0193-9/"),
            home: "Lindelaan 12, 7607 AB Almelo".to_owned(),
            username: "ALMELO01".to_owned(),
            masked: "j•••@e•••.nl → p•••@e•••.nl".to_owned(),
            by: "joost@delinde.test".to_owned(),
            at: Time::from_micros(1_795_438_980_000_000),
            state: State::Open,
            reason: None,
            waits_until: None,
            decided_by: None,
            decided_at: None,
        }
    }

    fn decided(state: State, reason: Option<Reason>) -> Self {
        let decided_at = Some(Time::from_micros(1_795_448_980_000_000));
        let decided_by = matches!(state, State::Approved | State::Withdrawn).then(|| "noor@delinde.test".to_owned());
        Self { state, reason, decided_at, decided_by, ..Self::sample() }
    }

    fn waiting() -> Self {
        Self { waits_until: Some(Time::from_micros(1_795_698_180_000_000)), ..Self::sample() }
    }
}

#[cfg(test)]
impl Proposals {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |told, open: Vec<ProposalRow>| {
            let mut decided: Vec<ProposalRow> =
                Reason::ALL.iter().map(|reason| ProposalRow::decided(State::Refused, Some(*reason))).collect();
            for state in [State::Approved, State::Expired, State::Withdrawn] {
                decided.push(ProposalRow::decided(state, None));
            }
            Self { page: page.for_service(ROOT), told, open, decided }
        };
        let open = || vec![ProposalRow::sample(), ProposalRow::waiting()];
        vec![
            ("proposals", state(None, open())),
            ("proposals-approved", state(Some(Told::Approved), open())),
            ("proposals-refused", state(Some(Told::Refused), open())),
            ("proposals-overtaken", state(Some(Told::Overtaken), Vec::new())),
            ("proposals-none", Self { decided: Vec::new(), ..state(None, Vec::new()) }),
        ]
    }
}

#[cfg(test)]
impl ProposalPage {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |row: ProposalRow, told| Self {
            page: page.for_service(&row.href),
            told,
            home: Home::sample(),
            email: Some("piet@example.nl".to_owned()),
            meant: None,
            hash: "5a".repeat(32),
            is_open: row.state == State::Open,
            can_decide: row.state == State::Open,
            can_withdraw: false,
            row,
        };
        let open = || state(ProposalRow::sample(), None);
        let own = |told| Self { can_decide: false, can_withdraw: true, ..state(ProposalRow::waiting(), told) };
        vec![
            ("proposal", open()),
            ("proposal-typo", Self { meant: Some("piet@gmail.com".to_owned()), ..open() }),
            ("proposal-remove", Self { email: None, ..open() }),
            ("proposal-own", own(None)),
            ("proposal-own-approved", own(Some(Told::OwnProposal))),
            ("proposal-other", state(ProposalRow::sample(), Some(Told::OtherChange))),
            ("proposal-no-reason", state(ProposalRow::sample(), Some(Told::NoReason))),
            ("proposal-withdrawn", state(ProposalRow::decided(State::Withdrawn, None), Some(Told::Withdrawn))),
            (
                "proposal-objected",
                state(ProposalRow::decided(State::Refused, Some(Reason::Objection)), Some(Told::NotOpen)),
            ),
        ]
    }
}
