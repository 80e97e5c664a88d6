//! `/service/verzoeken/`: what residents asked about what is kept of them, and by when the client answers. POST `{request}/`
//! `answer`, 303.

use std::borrow::Cow;

use askama::Template;
use domain::data_request::{About, Answer, Kind};
use domain::time::{Day, Time};
use words::{Words, t};

use super::Frame;
use crate::views::{Page, View};

/// The list.
pub const ROOT: &str = "/service/verzoeken/";

/// The requests to the client.
#[derive(Debug, Template)]
#[template(path = "service/requests.html")]
pub struct Requests {
    /// What every page has.
    pub page: Page,
    /// What was just done, or why nothing was.
    pub told: Option<Told>,
    /// Those that wait for an answer, the oldest first.
    pub open: Vec<RequestRow>,
    /// Those that were answered, the newest first.
    pub answered: Vec<RequestRow>,
}

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestRow {
    /// Its id.
    pub id: String,
    /// The page of the home.
    pub href: String,
    /// The home.
    pub home: String,
    /// The username of the account.
    pub username: String,
    /// What is asked.
    pub kind: Kind,
    /// What it is about.
    pub about: About,
    /// In the resident's own words.
    pub words: Option<String>,
    /// Who asked lives there still.
    pub lives: bool,
    /// When.
    pub asked_at: Time,
    /// The last day to answer.
    pub due_on: Day,
    /// That day is over.
    pub late: bool,
    /// The answer, and when it was given.
    pub answer: Option<(Answer, Time)>,
}

/// What was just done, or why nothing was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// It was answered.
    Answered,
    /// Somebody was first.
    Already,
    /// No answer was chosen.
    NoAnswer,
}

impl Told {
    const ALL: [Self; 3] = [Self::Answered, Self::Already, Self::NoAnswer];

    /// The value of `told`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Already => "already",
            Self::NoAnswer => "no-answer",
        }
    }

    /// Reads such a value.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|told| told.word() == word)
    }
}

/// The key of what is asked, as staff read it.
pub(crate) const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Correction => words::key!("service-request-correction"),
        Kind::Erasure => words::key!("service-request-erasure"),
    }
}

/// The key of what it is about.
pub(crate) const fn about(about: About) -> &'static str {
    match about {
        About::Home => words::key!("service-request-home"),
        About::Email => words::key!("service-request-email"),
        About::Log => words::key!("service-request-log"),
        About::Everything => words::key!("service-request-everything"),
    }
}

/// The key of an answer.
pub(crate) const fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Done => words::key!("service-request-done"),
        Answer::Partly => words::key!("service-request-partly"),
        Answer::Right => words::key!("service-request-right"),
        Answer::Needed => words::key!("service-request-needed"),
        Answer::Law => words::key!("service-request-law"),
        Answer::NotTheirs => words::key!("service-request-not-theirs"),
    }
}

/// The lines of what a resident wrote, or why there is none.
pub(crate) fn lines(w: Words, words: Option<&str>, lives: bool) -> Vec<String> {
    match (words, lives) {
        (Some(words), _) => words.lines().map(str::to_owned).collect(),
        (None, true) => vec![w.t("service-request-no-text").into_owned()],
        (None, false) => vec![w.t("service-request-left").into_owned()],
    }
}

impl View for Requests {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("service-request-title")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Requests {
    fn frame(&self) -> Frame {
        Frame::alone(self.title())
    }

    fn done(&self) -> Option<Cow<'static, str>> {
        (self.told == Some(Told::Answered)).then(|| self.page.w.t("service-request-told"))
    }

    fn undone(&self) -> Option<Cow<'static, str>> {
        Some(self.page.w.t(match self.told? {
            Told::Answered => return None,
            Told::Already => words::key!("service-request-already"),
            Told::NoAnswer => words::key!("service-request-choose"),
        }))
    }

    /// How many wait, and how many of them too long.
    fn count(&self) -> String {
        let late = self.open.iter().filter(|row| row.late).count();
        let count = t!(self.page.w, "service-request-count", count = self.open.len());
        if late == 0 {
            return count.into_owned();
        }
        format!("{count} {}", t!(self.page.w, "service-request-count-late", count = late))
    }

    fn asked(&self, row: &RequestRow) -> Cow<'static, str> {
        self.page.w.t(kind(row.kind))
    }

    fn about(&self, row: &RequestRow) -> Cow<'static, str> {
        self.page.w.t(about(row.about))
    }

    /// The lines of the text, or why there is none.
    fn text(&self, row: &RequestRow) -> Vec<String> {
        lines(self.page.w, row.words.as_deref(), row.lives)
    }

    /// Tone, icon and words of the day.
    fn due(&self, row: &RequestRow) -> (&'static str, &'static str, Cow<'static, str>) {
        let day = self.page.date(&row.due_on);
        if row.late {
            ("wrong", "wrong", t!(self.page.w, "service-request-late", day = day))
        } else {
            ("calm", "clock", t!(self.page.w, "service-request-due", day = day))
        }
    }

    fn asked_on(&self, row: &RequestRow) -> Cow<'static, str> {
        t!(self.page.w, "service-request-asked", day = self.page.date(&Day::of(row.asked_at)))
    }

    /// Tone, icon and words of the answer, and its day.
    fn said(&self, row: &RequestRow) -> Option<(&'static str, &'static str, Cow<'static, str>, String)> {
        let (said, at) = row.answer?;
        let (tone, icon) = if said.is_refusal() { ("plain", "same") } else { ("good", "good") };
        Some((tone, icon, self.page.w.t(answer(said)), self.page.date(&Day::of(at))))
    }

    fn path(&self, row: &RequestRow) -> String {
        format!("{ROOT}{}/", row.id)
    }

    fn label(&self, row: &RequestRow) -> Cow<'static, str> {
        t!(self.page.w, "service-request-answer-label", home = row.home)
    }

    /// What may be answered.
    fn answers(&self) -> Vec<(&'static str, Cow<'static, str>)> {
        Answer::ALL.iter().map(|it| (it.as_str(), self.page.w.t(answer(*it)))).collect()
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let at = |days: i64| Time::from_micros(1_795_438_980_000_000 - days * 86_400_000_000);
        let row = |n: usize, kind, about, words: Option<&str>| RequestRow {
            id: format!("01994c3e-0000-7000-8000-00000000000{n}"),
            href: "/service/woningen/01930000-0000-7000-8000-0000000000aa/".to_owned(),
            home: "Lindelaan 12-B, 7607 AB Almelo".to_owned(),
            username: "ALMELO01".to_owned(),
            kind,
            about,
            words: words.map(str::to_owned),
            lives: n != 2,
            asked_at: at(40),
            due_on: Day::of(at(if n == 0 { 10 } else { -20 })),
            late: n == 0,
            answer: None,
        };
        let open = vec![
            row(0, Kind::Correction, About::Home, Some("Het huisnummer moet 12-C zijn.\nNiet 12-B.")),
            row(1, Kind::Erasure, About::Log, None),
            row(2, Kind::Erasure, About::Everything, None),
        ];
        let answered = Answer::ALL.iter().enumerate().map(|(n, answer)| RequestRow {
            answer: Some((*answer, at(3))),
            ..row(n + 3, Kind::Erasure, About::Email, Some("Ik gebruik dit adres niet meer."))
        });
        let answered: Vec<RequestRow> = answered.collect();
        let state = |told| Self { page: page.for_service(ROOT), told, open: open.clone(), answered: answered.clone() };
        vec![
            ("requests", state(None)),
            ("requests-answered", state(Some(Told::Answered))),
            ("requests-already", state(Some(Told::Already))),
            ("requests-choose", state(Some(Told::NoAnswer))),
            ("requests-none", Self { open: Vec::new(), answered: Vec::new(), ..state(None) }),
        ]
    }
}
