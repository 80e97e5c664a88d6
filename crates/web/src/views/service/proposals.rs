//! `/service/voorstellen/`, and `/beheer/voorstellen/` for admins of the operator: changes that nobody makes alone. GET `{proposal}/` shows exactly what changes; POST there `act`
//! (`approve` with the `hash` of what was shown, `refuse` with a `reason`, `withdraw`), 303.

use std::borrow::Cow;

use askama::Template;
use domain::proposal::{Kind, Reason, State};
use domain::time::Time;

use super::home::Home;
use super::{Crumb, Frame};
use crate::views::{Page, View};

/// The list of a client.
pub const ROOT: &str = "/service/voorstellen/";
/// The list of the operator's admins.
pub const OPERATOR: &str = "/beheer/voorstellen/";

/// The proposals of the client.
#[derive(Debug, Template)]
#[template(path = "service/proposals.html")]
pub struct Proposals {
    /// What every page has.
    pub page: Page,
    /// The address of this list.
    pub root: &'static str,
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
    /// The name of the client; none for the operator's own people.
    pub client: Option<String>,
    /// What is proposed.
    pub kind: Kind,
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
    /// The list it stands in.
    pub root: &'static str,
    /// What was just done, or why nothing was.
    pub told: Option<Told>,
    /// The home; none when it is about none.
    pub home: Option<Home>,
    /// It in short.
    pub row: ProposalRow,
    /// What would be done, while somebody can decide.
    pub what: Option<What>,
    /// Binds an approval to what is shown.
    pub hash: String,
    /// Somebody can still decide.
    pub is_open: bool,
    /// This person may.
    pub can_decide: bool,
    /// This person may take it back.
    pub can_withdraw: bool,
}

/// What would be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// This address comes; none takes the old one away. With the address that was probably meant.
    Address(Option<String>, Option<String>),
    /// Those who left come back.
    Reopen,
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
    /// It was proposed.
    Proposed,
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
    /// Nobody approves what is about themselves.
    AboutOneself,
    /// Something else was shown.
    OtherChange,
    /// No reason was chosen.
    NoReason,
}

impl Told {
    const ALL: [Self; 10] = [
        Self::Proposed,
        Self::Approved,
        Self::Refused,
        Self::Withdrawn,
        Self::Overtaken,
        Self::NotOpen,
        Self::OwnProposal,
        Self::AboutOneself,
        Self::OtherChange,
        Self::NoReason,
    ];

    /// The value of `told`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Approved => "approved",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Overtaken => "overtaken",
            Self::NotOpen => "not-open",
            Self::OwnProposal => "own",
            Self::AboutOneself => "oneself",
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
            Self::Proposed => ("good", words::key!("proposal-told-proposed")),
            Self::Approved => ("good", words::key!("proposal-told-approved")),
            Self::Refused => ("good", words::key!("proposal-told-refused")),
            Self::Withdrawn => ("good", words::key!("proposal-told-withdrawn")),
            Self::Overtaken => ("look", words::key!("proposal-told-overtaken")),
            Self::NotOpen => ("look", words::key!("proposal-told-not-open")),
            Self::OwnProposal => ("look", words::key!("proposal-told-own")),
            Self::AboutOneself => ("look", words::key!("proposal-told-oneself")),
            Self::OtherChange => ("look", words::key!("proposal-told-other")),
            Self::NoReason => ("look", words::key!("proposal-told-reason")),
        };
        (tone, page.w.t(key))
    }
}

impl ProposalRow {
    /// What is proposed, in a word.
    fn what(&self, page: &Page) -> Cow<'static, str> {
        page.w.t(match self.kind {
            Kind::Reopen => words::key!("proposal-reopen"),
            Kind::ChangeAddress | Kind::ManyChanges => words::key!("field-email"),
            Kind::Contact => words::key!("staff-two-contact"),
            Kind::LostFactor => words::key!("staff-two-lost"),
            Kind::MoveHomes => words::key!("staff-two-move"),
        })
    }

    /// What it is called in the list: the home; or, of what two admins decide about, whose it is.
    fn name(&self, page: &Page) -> Cow<'_, str> {
        if self.kind.is_about_homes() {
            return Cow::Borrowed(&self.home);
        }
        self.client.as_deref().map_or_else(|| page.w.t("staff-two-operator"), Cow::Borrowed)
    }

    /// Tone, icon and words of how it stands.
    pub(super) fn standing(&self, page: &Page) -> (&'static str, &'static str, Cow<'static, str>) {
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
    pub(super) fn why(&self, page: &Page) -> Option<Cow<'static, str>> {
        self.reason.map(|reason| why(page, reason))
    }
}

fn why(page: &Page, reason: Reason) -> Cow<'static, str> {
    page.w.t(match reason {
        Reason::WrongAddress => words::key!("proposal-reason-wrong"),
        Reason::NotAsked => words::key!("proposal-reason-not-asked"),
        Reason::NoMistake => words::key!("proposal-reason-no-mistake"),
        Reason::NotRight => words::key!("proposal-reason-not-right"),
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
        self.page.w.t(if self.is_of_operator() {
            words::key!("staff-two-title")
        } else {
            words::key!("proposal-title")
        })
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Proposals {
    fn frame(&self) -> Frame {
        Frame::alone(self.title())
    }

    fn is_of_operator(&self) -> bool {
        self.root == OPERATOR
    }

    /// Of what the rows are, above them.
    fn of(&self) -> Cow<'static, str> {
        let of_client = words::key!("service-rows-home");
        self.page.w.t(if self.is_of_operator() { words::key!("staff-two-client") } else { of_client })
    }

    fn lead(&self) -> Cow<'static, str> {
        self.page.w.t(if self.is_of_operator() { words::key!("staff-two-lead") } else { words::key!("proposal-lead") })
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
        self.frame_of(self.title())
    }

    /// The frame of a page below the list.
    fn frame_of(&self, title: Cow<'static, str>) -> Frame {
        let list = self.page.w.t("proposal-title");
        let crumbs = vec![
            Crumb { name: list, href: Some(self.root.to_owned()), here: false },
            Crumb { name: title.clone(), href: None, here: true },
        ];
        Frame { crumbs, heading: title, tabs: Vec::new() }
    }

    /// What follows an approval.
    fn after(&self) -> Cow<'static, str> {
        if self.is_about_address() { self.page.w.t("service-link-no-mail") } else { Cow::Borrowed("") }
    }

    pub(super) fn told(&self) -> Option<(&'static str, Cow<'static, str>)> {
        self.told.map(|told| told.words(&self.page))
    }

    /// The address that was probably meant.
    fn typo(&self) -> Option<Cow<'static, str>> {
        let Some(What::Address(_, Some(meant))) = &self.what else { return None };
        Some(self.page.w.with("service-link-typo", &[("meant", meant)]))
    }

    fn is_about_address(&self) -> bool {
        self.row.kind == Kind::ChangeAddress
    }

    fn comes_back(&self) -> Cow<'static, str> {
        words::t!(self.page.w, "proposal-reopen-exactly", who = self.row.masked.as_str())
    }

    pub(super) fn proposed(&self) -> String {
        self.page.w.moment(self.row.at)
    }

    pub(super) fn decided(&self) -> Option<String> {
        self.row.decided_at.map(|at| self.page.w.moment(at))
    }

    /// The reasons to refuse: value, id and words.
    pub(super) fn reasons(&self) -> Vec<(&'static str, String, Cow<'static, str>)> {
        let choice = |reason: &Reason| (reason.as_str(), format!("reason-{reason}"), why(&self.page, *reason));
        Reason::choices(self.row.kind).iter().map(choice).collect()
    }
}

mod admins;
#[cfg(test)]
mod samples;

pub use admins::AdminProposal;
