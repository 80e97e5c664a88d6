//! One notice: exactly how it reads, what is done with it next, and how far the telling is.

use std::borrow::Cow;

use app::Block;
use app::maintenance::{Counts, Preview};
use askama::Template;
use domain::language::Language;
use domain::maintenance::{State, Window};
use domain::time::Time;
use words::{Words, t};

use super::{Chip, Whom, chip, path, window};
use crate::views::page::Banner;
use crate::views::service::Frame;
use crate::views::{Page, View};

/// The page of a notice.
#[derive(Debug, Template)]
#[template(path = "maintenance/notice.html")]
pub struct NoticePage {
    /// What every page has.
    pub page: Page,
    /// What was just done, or why nothing was.
    pub told: Option<Told>,
    /// Its id.
    pub id: String,
    /// Its subject, in the language of whoever looks.
    pub subject: String,
    /// How far it is.
    pub state: State,
    /// When the work is.
    pub window: Window,
    /// Whom it is for.
    pub whom: Whom,
    /// Who wrote it last, and when.
    pub written: (String, Time),
    /// Who proposed it.
    pub proposer: Option<String>,
    /// Who approved it, and when.
    pub approved: Option<(String, Time)>,
    /// When everybody was told, or it was stopped.
    pub ended_at: Option<Time>,
    /// This person writes notices.
    pub writes: bool,
    /// This person approves notices.
    pub approves: bool,
    /// The work is over.
    pub over: bool,
    /// Binds an approval to what is shown.
    pub hash: String,
    /// How it reads in each language.
    pub read: Vec<Read>,
    /// So many homes are told in a minute.
    pub rate: u32,
    /// How far the telling is.
    pub counts: Counts,
}

/// How a notice reads in a language.
#[derive(Debug, Clone)]
pub struct Read {
    /// The language.
    pub language: Language,
    /// The mail.
    pub mail: Preview,
    /// The banner.
    pub banner: Banner,
}

/// A row of the report.
struct Count {
    name: Cow<'static, str>,
    number: String,
    means: Cow<'static, str>,
}

/// What was just done, or why nothing was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// It was written.
    Written,
    /// A test is on its way.
    Tested,
    /// It was proposed.
    Proposed,
    /// It was approved.
    Approved,
    /// It went back to whoever writes it.
    GivenBack,
    /// The sending waits.
    Paused,
    /// The sending goes on.
    Resumed,
    /// It was stopped for good.
    Stopped,
    /// It has come too far for this, or not far enough.
    State,
    /// The work is over.
    Over,
    /// Nobody approves what they wrote or proposed.
    Own,
    /// Something else was shown than what would be sent.
    Other,
}

impl Told {
    const ALL: [Self; 12] = [
        Self::Written,
        Self::Tested,
        Self::Proposed,
        Self::Approved,
        Self::GivenBack,
        Self::Paused,
        Self::Resumed,
        Self::Stopped,
        Self::State,
        Self::Over,
        Self::Own,
        Self::Other,
    ];

    /// The value of `told`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Tested => "tested",
            Self::Proposed => "proposed",
            Self::Approved => "approved",
            Self::GivenBack => "given-back",
            Self::Paused => "paused",
            Self::Resumed => "resumed",
            Self::Stopped => "stopped",
            Self::State => "state",
            Self::Over => "over",
            Self::Own => "own",
            Self::Other => "other",
        }
    }

    /// Reads it.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|told| told.word() == word)
    }

    const fn is_done(self) -> bool {
        !matches!(self, Self::State | Self::Over | Self::Own | Self::Other)
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Written => words::key!("staff-notice-told-written"),
            Self::Tested => words::key!("staff-notice-told-tested"),
            Self::Proposed => words::key!("staff-notice-told-proposed"),
            Self::Approved => words::key!("staff-notice-told-approved"),
            Self::GivenBack => words::key!("staff-notice-told-given-back"),
            Self::Paused => words::key!("staff-notice-told-paused"),
            Self::Resumed => words::key!("staff-notice-told-resumed"),
            Self::Stopped => words::key!("staff-notice-told-stopped"),
            Self::State => words::key!("staff-notice-told-state"),
            Self::Over => words::key!("staff-notice-told-over"),
            Self::Own => words::key!("staff-notice-told-own"),
            Self::Other => words::key!("staff-notice-told-other"),
        }
    }
}

impl View for NoticePage {
    fn title(&self) -> Cow<'static, str> {
        t!(self.page.w, "staff-notice-one", subject = self.subject)
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl NoticePage {
    fn frame(&self) -> Frame {
        super::frame(&self.page, self.title())
    }

    fn path(&self) -> String {
        path(&self.id)
    }

    fn change_path(&self) -> String {
        format!("{}wijzigen/", self.path())
    }

    fn done(&self) -> Option<Cow<'static, str>> {
        self.told.filter(|told| told.is_done()).map(|told| self.page.w.t(told.key()))
    }

    fn undone(&self) -> Option<Cow<'static, str>> {
        self.told.filter(|told| !told.is_done()).map(|told| self.page.w.t(told.key()))
    }

    fn chip(&self) -> Chip {
        chip(&self.page, self.state)
    }

    fn window(&self) -> Cow<'static, str> {
        window(&self.page, &self.window)
    }

    fn whom(&self) -> Cow<'static, str> {
        self.whom.say(&self.page)
    }

    /// What comes next, and who does it.
    fn next(&self) -> Cow<'static, str> {
        let w = self.page.w;
        match self.state {
            State::Draft | State::Proposed if self.over => w.t("staff-notice-next-over"),
            State::Draft if self.writes => w.t("staff-notice-next-draft"),
            State::Draft => w.t("staff-notice-next-draft-read"),
            State::Proposed if self.approves => w.t("staff-notice-next-approve"),
            State::Proposed => w.t("staff-notice-next-proposed"),
            State::Approved => w.t("staff-notice-next-approved"),
            State::Sending => t!(w, "staff-notice-next-sending", rate = self.rate),
            State::Paused => w.t("staff-notice-next-paused"),
            State::Done => w.t("staff-notice-next-done"),
            State::Stopped => w.t("staff-notice-next-stopped"),
        }
    }

    fn may_write(&self) -> bool {
        self.writes && matches!(self.state, State::Draft | State::Proposed)
    }

    fn may_propose(&self) -> bool {
        self.writes && self.state == State::Draft && !self.over
    }

    fn may_decide(&self) -> bool {
        self.approves && self.state == State::Proposed
    }

    fn may_pause(&self) -> bool {
        matches!(self.state, State::Approved | State::Sending)
    }

    fn may_resume(&self) -> bool {
        self.state == State::Paused && !self.over
    }

    fn may_stop(&self) -> bool {
        matches!(self.state, State::Approved | State::Sending | State::Paused | State::Done)
    }

    /// Somebody approved it: there is something to report.
    fn reports(&self) -> bool {
        self.approved.is_some()
    }

    fn own_name(read: &Read) -> Cow<'static, str> {
        Words::of(read.language).t("common-language")
    }

    fn mail_title(&self, read: &Read) -> Cow<'static, str> {
        t!(self.page.w, "staff-notice-mail", language = Self::own_name(read))
    }

    fn banner_title(&self, read: &Read) -> Cow<'static, str> {
        t!(self.page.w, "staff-notice-banner", language = Self::own_name(read))
    }

    fn test_label(&self, read: &Read) -> Cow<'static, str> {
        t!(self.page.w, "staff-notice-test", language = Self::own_name(read))
    }

    /// The tables of the report: id, title and rows.
    fn tables(&self) -> [(&'static str, Cow<'static, str>, Vec<Count>); 2] {
        let w = self.page.w;
        [
            ("homes", w.t("staff-notice-report-homes"), self.homes()),
            ("mails", w.t("staff-notice-report-mails"), self.mails()),
        ]
    }

    /// The homes, by what became of them: name, number, and what it means.
    fn homes(&self) -> Vec<Count> {
        let (w, it) = (self.page.w, &self.counts);
        let mailed = it.homes.saturating_sub(it.waits + it.by_letter + it.vacant);
        vec![
            self.count(it.homes, w.t("staff-notice-homes"), w.t("staff-notice-homes-what")),
            self.count(it.waits, w.t("staff-notice-waits"), w.t("staff-notice-waits-what")),
            self.count(mailed, w.t("staff-notice-mailed"), w.t("staff-notice-mailed-what")),
            self.count(it.by_letter, w.t("staff-notice-letter"), w.t("staff-notice-letter-what")),
            self.count(it.vacant, w.t("staff-notice-vacant"), w.t("staff-notice-vacant-what")),
        ]
    }

    /// The mails, by what became of them.
    fn mails(&self) -> Vec<Count> {
        let (w, it) = (self.page.w, &self.counts);
        vec![
            self.count(it.queued, w.t("staff-notice-queued"), w.t("staff-notice-queued-what")),
            self.count(it.under_way(), w.t("staff-notice-under-way"), w.t("staff-notice-under-way-what")),
            self.count(it.sent, w.t("staff-notice-sent"), w.t("staff-notice-sent-what")),
            self.count(it.merged, w.t("staff-notice-merged"), w.t("staff-notice-merged-what")),
            self.count(it.dropped, w.t("staff-notice-dropped"), w.t("staff-notice-dropped-what")),
            self.count(it.refused, w.t("staff-notice-refused"), w.t("staff-notice-refused-what")),
            self.count(it.failed, w.t("staff-notice-failed"), w.t("staff-notice-failed-what")),
        ]
    }

    fn count(&self, number: u32, name: Cow<'static, str>, means: Cow<'static, str>) -> Count {
        Count { name, number: self.page.figure(&u64::from(number)), means }
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let noor = || "noor@beheer.test".to_owned();
        let window = super::sample_window();
        let state = |state: State, writes: bool| {
            let told = state.is_told() || state == State::Stopped;
            Self {
                page: page.for_support(super::ROOT),
                told: None,
                id: "01977420-0000-7000-8000-000000000001".to_owned(),
                subject: "Onderhoud <b>portaal</b>".to_owned(),
                state,
                window,
                whom: Whom::Project("Woonstichting De Linde".to_owned(), "Lindehof".to_owned()),
                written: ("sam@huissleutel.test".to_owned(), window.from),
                proposer: (state != State::Draft).then(|| "sam@huissleutel.test".to_owned()),
                approved: told.then(|| (noor(), window.from)),
                ended_at: matches!(state, State::Done | State::Stopped).then_some(window.to),
                writes,
                approves: !writes,
                over: false,
                hash: "0193".to_owned(),
                read: Language::ALL.into_iter().map(Read::sample).collect(),
                rate: 600,
                counts: Counts { homes: 1_200, waits: 200, by_letter: 80, vacant: 3, queued: 930, ..Counts::default() },
            }
        };
        let told = |at, told| Self { told: Some(told), ..state(at, true) };
        let mut all = vec![
            ("notice-draft", state(State::Draft, true)),
            ("notice-draft-read", state(State::Draft, false)),
            ("notice-draft-over", Self { over: true, ..state(State::Draft, true) }),
            ("notice-proposed", state(State::Proposed, true)),
            ("notice-approve", state(State::Proposed, false)),
            ("notice-approved", state(State::Approved, true)),
            ("notice-sending", state(State::Sending, true)),
            ("notice-paused", state(State::Paused, true)),
            ("notice-done", Self { whom: Whom::All, ..state(State::Done, true) }),
            ("notice-stopped", Self { whom: Whom::Client("De Linde".to_owned()), ..state(State::Stopped, false) }),
        ];
        let names = [
            "notice-told-written",
            "notice-told-tested",
            "notice-told-proposed",
            "notice-told-approved",
            "notice-told-given-back",
            "notice-told-paused",
            "notice-told-resumed",
            "notice-told-stopped",
            "notice-told-state",
            "notice-told-over",
            "notice-told-own",
            "notice-told-other",
        ];
        all.extend(names.into_iter().zip(Told::ALL.into_iter().map(|it| told(State::Proposed, it))));
        all
    }
}

#[cfg(test)]
impl Read {
    fn sample(language: Language) -> Self {
        let text = |words: &str| words.to_owned();
        let mail = Preview {
            from: text("onderhoud@example.nl"),
            subject: text("Onderhoud <b>portaal</b>"),
            blocks: vec![
                Block::Note { title: text("Wanneer"), text: text("Van maandag tot dinsdag.") },
                Block::Text(text("U kunt een nacht niet inloggen.")),
            ],
            text: text("Onderhoud\n\nU kunt een nacht niet inloggen."),
        };
        Self { language, mail, banner: Banner::sample(Words::of(language)) }
    }
}
