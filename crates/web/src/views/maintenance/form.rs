//! The form of a notice: whom it is for, when the work is, what is said of it in each language.

use std::borrow::Cow;

use askama::Template;
use domain::language::Language;
use domain::maintenance::{Field, Kind, Typed, TypedWindow, When, WindowFault, WordsFault};
use words::{Words, t};

use super::{NEW, path};
use crate::views::service::Frame;
use crate::views::{Faults, Page, View};

/// The form of a new notice, or of one that is written anew.
#[derive(Debug, Template)]
#[template(path = "maintenance/form.html")]
pub struct NoticeForm {
    /// What every page has.
    pub page: Page,
    /// The notice that is written anew.
    pub id: Option<String>,
    /// It was proposed, which ends when it is written anew.
    pub proposed: bool,
    /// The projects to choose from, as path and name; none for who names anybody.
    pub projects: Option<Vec<(String, String)>>,
    /// What was typed.
    pub typed: TypedNotice,
    /// What is wrong with it.
    pub faults: Vec<NoticeFault>,
}

/// What was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedNotice {
    /// The kind of audience.
    pub audience: String,
    /// The short name of a client, or of a client and its project.
    pub name: String,
    /// The window.
    pub window: TypedWindow,
    /// The words.
    pub words: Typed,
}

/// What is wrong with what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoticeFault {
    /// It was not chosen whom it is for.
    Audience,
    /// This is no short name of a client.
    Client,
    /// This is no short name of a project.
    Project,
    /// There is no such client or project.
    Nobody,
    /// This is no day, or no time of day.
    When(When),
    /// The work cannot be then.
    Window(WindowFault),
    /// The words have a fault.
    Words(WordsFault),
}

/// What is said in a language: its fields, with what stands in them.
struct Said<'a> {
    language: Language,
    subject: (&'static str, &'a str),
    text: (&'static str, &'a str),
}

/// The language that is written in a field.
const fn language(field: Field) -> Language {
    match field {
        Field::SubjectNl | Field::WordsNl => Language::Nl,
        Field::SubjectEn | Field::WordsEn => Language::En,
    }
}

impl View for NoticeForm {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t(if self.id.is_some() {
            words::key!("staff-notice-change-title")
        } else {
            words::key!("staff-notice-new-title")
        })
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        let (mut faults, w) = (Faults::default(), self.page.w);
        for fault in &self.faults {
            let (field, said) = match fault {
                NoticeFault::Audience => ("audience", w.t("staff-notice-fault-audience")),
                NoticeFault::Client => ("name", w.t("staff-notice-fault-client")),
                NoticeFault::Project => ("name", w.t("staff-notice-fault-project")),
                NoticeFault::Nobody => ("name", w.t("staff-notice-fault-nobody")),
                NoticeFault::When(it @ (When::FromDay | When::ToDay)) => (it.as_str(), w.t("staff-notice-fault-day")),
                NoticeFault::When(it @ (When::FromTime | When::ToTime)) => {
                    (it.as_str(), w.t("staff-notice-fault-time"))
                }
                NoticeFault::Window(why) => (When::ToDay.as_str(), self.no_window(*why)),
                NoticeFault::Words(it) => (it.field.as_str(), Cow::Owned(w.text_fault(&it.fault, language(it.field)))),
            };
            faults.add(field, said);
        }
        faults
    }
}

impl NoticeForm {
    fn frame(&self) -> Frame {
        super::frame(&self.page, self.title())
    }

    fn no_window(&self, why: WindowFault) -> Cow<'static, str> {
        self.page.w.t(match why {
            WindowFault::Backwards => words::key!("staff-notice-fault-backwards"),
            WindowFault::Over => words::key!("staff-notice-fault-over"),
            WindowFault::TooLong => words::key!("staff-notice-fault-long"),
            WindowFault::TooFar => words::key!("staff-notice-fault-far"),
        })
    }

    fn action(&self) -> String {
        self.id.as_ref().map_or_else(|| NEW.to_owned(), |id| format!("{}wijzigen/", path(id)))
    }

    /// The kinds of audience: word, id, words, and whether it is chosen.
    fn audiences(&self) -> Vec<(&'static str, String, Cow<'static, str>, bool)> {
        let choice = |kind: &Kind| {
            let key = match kind {
                Kind::All => words::key!("staff-notice-whom-all"),
                Kind::Client => words::key!("staff-notice-whom-one"),
                Kind::Project => words::key!("staff-notice-whom-homes"),
            };
            (kind.as_str(), format!("audience-{kind}"), self.page.w.t(key), kind.as_str() == self.typed.audience)
        };
        Kind::ALL.iter().map(choice).collect()
    }

    /// The projects of a lead: path, name, and whether it is chosen.
    fn choices(&self, projects: &[(String, String)]) -> Vec<(String, String, bool)> {
        projects.iter().map(|(path, name)| (path.clone(), name.clone(), *path == self.typed.name)).collect()
    }

    /// The languages, each with the fields of its subject and its words, and what stands in them.
    fn languages(&self) -> Vec<Said<'_>> {
        let of = |language, subject: Field, text: Field| Said {
            language,
            subject: (subject.as_str(), self.typed.words.of(subject)),
            text: (text.as_str(), self.typed.words.of(text)),
        };
        vec![of(Language::Nl, Field::SubjectNl, Field::WordsNl), of(Language::En, Field::SubjectEn, Field::WordsEn)]
    }

    fn heading(&self, said: &Said<'_>) -> Cow<'static, str> {
        t!(self.page.w, "staff-notice-in", language = Words::of(said.language).t("common-language"))
    }

    fn subject_hint(&self) -> Cow<'static, str> {
        t!(self.page.w, "staff-notice-subject-hint", signs = Field::SubjectNl.room().signs)
    }

    fn text_hint(&self) -> Cow<'static, str> {
        t!(self.page.w, "staff-notice-text-hint", signs = Field::WordsNl.room().signs)
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        use domain::texts::{Fault, Why};
        let state = |typed: TypedNotice, faults: Vec<NoticeFault>| Self {
            page: page.for_support(NEW),
            id: None,
            proposed: false,
            projects: None,
            typed,
            faults,
        };
        let typed = || TypedNotice {
            audience: "project".to_owned(),
            name: "linde/lindehof".to_owned(),
            window: TypedWindow::of(super::sample_window()),
            words: Typed {
                subject_nl: "Onderhoud aan <b>het portaal</b>".to_owned(),
                words_nl: "U kunt een nacht niet inloggen.".to_owned(),
                ..Typed::default()
            },
        };
        let lead = |projects: &[(&str, &str)]| Self {
            projects: Some(projects.iter().map(|(path, name)| ((*path).to_owned(), (*name).to_owned())).collect()),
            ..state(typed(), Vec::new())
        };
        let at = |field, why| NoticeFault::Words(WordsFault { field, fault: Fault { line: 1, column: 1, why } });
        let wrong = |fault| state(typed(), vec![fault]);
        let anew = Self { id: Some("01977420-0000-7000-8000-000000000001".to_owned()), ..state(typed(), Vec::new()) };
        let empty = vec![
            NoticeFault::Audience,
            NoticeFault::When(When::FromDay),
            NoticeFault::When(When::FromTime),
            NoticeFault::When(When::ToTime),
            at(Field::SubjectNl, Why::Empty),
            at(Field::WordsNl, Why::Empty),
            at(Field::SubjectEn, Why::Empty),
            at(Field::WordsEn, Why::WebAddress("delinde.nl".to_owned())),
        ];
        vec![
            ("writenotice", state(TypedNotice::default(), Vec::new())),
            ("writenotice-empty", state(TypedNotice::default(), empty)),
            ("writenotice-lead", lead(&[("linde/lindehof", "Lindehof"), ("linde/zuid", "Zuid")])),
            ("writenotice-lead-none", lead(&[])),
            ("writenotice-client", wrong(NoticeFault::Client)),
            ("writenotice-project", wrong(NoticeFault::Project)),
            ("writenotice-nobody", wrong(NoticeFault::Nobody)),
            ("writenotice-day", wrong(NoticeFault::When(When::ToDay))),
            ("writenotice-backwards", wrong(NoticeFault::Window(WindowFault::Backwards))),
            ("writenotice-over", wrong(NoticeFault::Window(WindowFault::Over))),
            ("writenotice-long", wrong(NoticeFault::Window(WindowFault::TooLong))),
            ("writenotice-far", wrong(NoticeFault::Window(WindowFault::TooFar))),
            ("rewritenotice", Self { proposed: true, ..anew }),
        ]
    }
}
