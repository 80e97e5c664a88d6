//! `/service/brieven/?project=…`: letters for the residents, the bare instruction, texts to copy, and what was printed
//! when by whom.
//!
//! GET `?which=` chooses letters, `?text=` (`letter`, `remind`, `address`) the text that stands open.
//! POST to `/service/brieven/`: `project`, `which` (`not-told`, `all`, `no-address`, `one`), `home` (a number, an address
//! or a username; for `one`), `language`; 303 to this page with the print run on top. `brief.pdf` under
//! `/service/brieven/<run>/<part>/` is the file; `uitleg.pdf` and `uitleg.docx` under `/service/brieven/` with
//! `?project=…&language=…` are the instruction. POST `project` to `/service/brieven/contactpersonen/` mails the contacts of a client
//! without service portal; 303 to this page with `?sent=`.

use std::borrow::Cow;

use askama::Template;
use domain::language::Language;
use domain::texts::{Own, Piece, Values};
use domain::time::Time;
use words::Words;

use super::{Frame, Project, Tab};
use crate::views::{Faults, Page, View};

/// The page.
#[derive(Debug, Template)]
#[template(path = "service/letters.html")]
pub struct Letters {
    /// What every page has.
    pub page: Page,
    /// The project.
    pub project: Project,
    /// What is chosen.
    pub which: Which,
    /// The text that stands open.
    pub text: Text,
    /// The home that was typed.
    pub home: String,
    /// The language of the letters.
    pub language: Language,
    /// Homes not told yet, all homes, homes without address.
    pub counts: [u64; 3],
    /// Where residents choose their password, in full.
    pub reset_url: String,
    /// The own texts of the client.
    pub own: Own,
    /// Print runs, newest first.
    pub runs: Vec<PrintRun>,
    /// The newest run was made just now.
    pub just_made: bool,
    /// The client has no service portal: its contacts hand out, by a link.
    pub by_contacts: bool,
    /// So many contacts were sent that link just now.
    pub sent: Option<u64>,
    /// Why the last try was refused.
    pub refused: Option<LetterFault>,
}

/// Which letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// For homes that were not told yet.
    NotTold,
    /// For all homes.
    All,
    /// For homes without an address: "geef uw e-mailadres door".
    NoAddress,
    /// For one home.
    One,
}

/// Which text to copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// What to do, for an own mailing.
    Letter,
    /// For who was told and did nothing yet.
    Remind,
    /// Asks for an address.
    Address,
}

/// One time that letters were made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintRun {
    /// Its id.
    pub id: String,
    /// When.
    pub at: Time,
    /// By whom.
    pub by: String,
    /// Which letters.
    pub which: Which,
    /// In which language.
    pub language: Language,
    /// For how many homes.
    pub homes: u64,
    /// How many files: at most 2,000 homes in each.
    pub parts: u32,
    /// Homes in it that had a letter before.
    pub again: u64,
    /// Homes in it that are not ticked as handed out yet.
    pub not_told: u64,
}

/// Why no letters were made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterFault {
    /// For one home, and none was named.
    NoHome,
    /// No home of this project is called so.
    UnknownHome,
    /// There is no such home: nobody waits.
    Nobody,
    /// The contacts of the client were sent nothing: nobody waits.
    NobodyWaits,
    /// The client has no contact that counts.
    NoContact,
}

impl Which {
    /// All, in the order of the page.
    pub const ALL: [Self; 4] = [Self::NotTold, Self::NoAddress, Self::All, Self::One];

    /// The value of `which`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotTold => "not-told",
            Self::All => "all",
            Self::NoAddress => "no-address",
            Self::One => "one",
        }
    }

    /// Reads it; those not told yet when nothing else is said.
    #[must_use]
    pub fn parse(word: &str) -> Self {
        Self::ALL.into_iter().find(|which| which.word() == word).unwrap_or(Self::NotTold)
    }
}

impl Text {
    const ALL: [Self; 3] = [Self::Letter, Self::Remind, Self::Address];

    /// The value of `text`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Remind => "remind",
            Self::Address => "address",
        }
    }

    /// Reads it; the first when nothing else is said.
    #[must_use]
    pub fn parse(word: &str) -> Self {
        Self::ALL.into_iter().find(|text| text.word() == word).unwrap_or(Self::Letter)
    }

    /// Its place on the page.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Letter => "text-letter",
            Self::Remind => "text-remind",
            Self::Address => "text-address",
        }
    }
}

/// One choice of the form.
struct Choice {
    id: String,
    value: &'static str,
    name: Cow<'static, str>,
    homes: Option<u64>,
    chosen: bool,
}

/// A text to copy.
struct CopyText {
    id: &'static str,
    title: Cow<'static, str>,
    text: Cow<'static, str>,
    open: bool,
}

impl View for Letters {
    fn title(&self) -> Cow<'static, str> {
        self.project.title(&self.page, &Tab::Letters.name(&self.page))
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        match self.refused {
            None => Faults::default(),
            Some(LetterFault::NoHome) => Faults::one("home", w.t("service-letters-no-home")),
            Some(LetterFault::UnknownHome) => Faults::one("home", w.t("service-letters-unknown-home")),
            Some(LetterFault::NobodyWaits) => Faults::one("send", w.t("staff-handout-send-nobody")),
            Some(LetterFault::NoContact) => Faults::one("send", w.t("staff-handout-send-no-contact")),
            Some(LetterFault::Nobody) => Faults::one("which", w.t("service-letters-nobody")),
        }
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Letters {
    fn frame(&self) -> Frame {
        self.project.frame(&self.page, Tab::Letters, None)
    }

    fn told_contacts(&self) -> Option<Cow<'static, str>> {
        self.sent.map(|contacts| words::t!(self.page.w, "staff-handout-sent", count = contacts))
    }

    fn choices(&self) -> Vec<Choice> {
        let [not_told, all, no_address] = self.counts;
        let choice = |which: Which, homes| Choice {
            id: format!("which-{}", which.word()),
            value: which.word(),
            name: self.which(which),
            homes,
            chosen: which == self.which,
        };
        vec![
            choice(Which::NotTold, Some(not_told)),
            choice(Which::NoAddress, Some(no_address)),
            choice(Which::All, Some(all)),
            choice(Which::One, None),
        ]
    }

    fn which(&self, which: Which) -> Cow<'static, str> {
        self.page.w.t(match which {
            Which::NotTold => words::key!("service-letters-not-told"),
            Which::NoAddress => words::key!("service-letters-no-address"),
            Which::All => words::key!("service-letters-all"),
            Which::One => words::key!("service-letters-one"),
        })
    }

    /// The languages of letters: code, own name, and whether it is chosen.
    fn languages(&self) -> Vec<(&'static str, Cow<'static, str>, bool)> {
        let each = Language::ALL.into_iter();
        each.map(|one| (one.code(), Words::of(one).t("common-language"), one == self.language)).collect()
    }

    fn run_which(&self, run: &PrintRun) -> Cow<'static, str> {
        self.which(run.which)
    }

    fn run_language(&self, run: &PrintRun) -> Cow<'static, str> {
        Words::of(run.language).t("common-language")
    }

    /// The files of a run: address and name.
    fn files(&self, run: &PrintRun) -> Vec<(String, Cow<'static, str>)> {
        let w = self.page.w;
        let href = |part: u32| format!("/service/brieven/{}/{part}/brief.pdf", run.id);
        if run.parts <= 1 {
            return vec![(href(1), w.t("service-letters-file"))];
        }
        (1..=run.parts)
            .map(|part| (href(part), words::t!(w, "service-letters-part", part = part, of = run.parts)))
            .collect()
    }

    fn tick_path(&self, run: &PrintRun) -> String {
        format!("/service/werklijst/verstrekt/?project={}&print={}", self.project.key(), run.id)
    }

    /// Where ticks of its homes are taken back; none while no home of it is ticked.
    fn back_path(&self, run: &PrintRun) -> Option<String> {
        let path = || format!("/service/werklijst/terug/?project={}&print={}", self.project.key(), run.id);
        (run.not_told < run.homes).then(path)
    }

    fn again(&self, run: &PrintRun) -> Option<Cow<'static, str>> {
        (run.again > 0).then(|| words::t!(self.page.w, "service-letters-again", count = run.again))
    }

    fn not_told(&self, run: &PrintRun) -> Cow<'static, str> {
        words::t!(self.page.w, "service-letters-tick", count = run.not_told)
    }

    fn made(&self, run: &PrintRun) -> Cow<'static, str> {
        words::t!(self.page.w, "service-letters-made", count = run.homes)
    }

    fn instruction(&self, file: &str) -> String {
        let (key, language) = (self.project.key(), self.language.code());
        format!("/service/brieven/{file}?project={key}&language={language}")
    }

    /// The texts, in the language of the letters.
    fn texts(&self) -> Vec<CopyText> {
        let (w, own) = (self.page.w, Words::of(self.language));
        let (url, brand) = (&self.reset_url, &self.page.brand.name);
        let each = Text::ALL.into_iter().map(|one| {
            let (title, text) = match one {
                Text::Letter => {
                    (w.t("service-text-letter-title"), words::t!(own, "service-text-letter", url = url, brand = brand))
                }
                Text::Remind => {
                    (w.t("service-text-remind-title"), words::t!(own, "service-text-remind", url = url, brand = brand))
                }
                Text::Address => (
                    w.t("service-text-address-title"),
                    own.with("service-text-address", &[("client", &self.project.client)]),
                ),
            };
            let text = self.in_own_words(one, text);
            CopyText { id: one.id(), title, text, open: one == self.text }
        });
        each.collect()
    }

    /// A text with the client's own greeting, introduction and closing around it, where it wrote any.
    fn in_own_words(&self, text: Text, words: Cow<'static, str>) -> Cow<'static, str> {
        let intro = match text {
            Text::Letter => Some(Piece::LetterIntro),
            Text::Address => Some(Piece::AddressIntro),
            Text::Remind => None,
        };
        let values = Values { landlord: &self.project.client, service: &self.page.brand.name, username: None };
        let own = |piece| self.own.paragraphs(self.language, piece, &values).map(|paragraphs| paragraphs.join("\n\n"));
        let closing = own(Piece::LetterClosing).map(|closing| format!("{closing}\n{}", self.project.client));
        let before = own(Piece::LetterGreeting).into_iter().chain(intro.and_then(own)).map(Cow::Owned);
        let parts: Vec<Cow<'_, str>> = before.chain([words]).chain(closing.map(Cow::Owned)).collect();
        parts.join("\n\n").into()
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let run = |id: u8, which, (homes, again, not_told), parts| PrintRun {
            id: format!("0193-{id}"),
            at: Time::from_micros(1_795_438_980_000_000 - i64::from(id) * 90_000_000_000),
            by: "noor@beheer.test".to_owned(),
            which,
            language: if id == 3 { Language::En } else { Language::Nl },
            homes,
            parts,
            again,
            not_told,
        };
        let runs = [
            run(1, Which::NotTold, (38, 0, 38), 1),
            run(2, Which::NoAddress, (12, 0, 0), 1),
            run(3, Which::One, (1, 1, 0), 1),
            run(4, Which::All, (4_812, 3, 212), 3),
        ];
        let state = |which, counts, runs: &[PrintRun]| Self {
            page: page.for_service("/service/brieven/?project=linde/lindelaan"),
            project: Project::sample(),
            which,
            text: Text::Letter,
            home: String::new(),
            language: Language::Nl,
            counts,
            reset_url: "https://huissleutel.example.nl/login/accounts/pass/reset/".to_owned(),
            own: Own::default(),
            runs: runs.to_vec(),
            just_made: false,
            by_contacts: false,
            sent: None,
            refused: None,
        };
        let one = |refused| Self { refused: Some(refused), ..state(Which::One, [38, 400, 12], &runs) };
        vec![
            ("letters", state(Which::NotTold, [38, 400, 12], &runs)),
            ("letters-first", state(Which::NotTold, [400, 400, 12], &[])),
            ("letters-made", Self { just_made: true, ..state(Which::NotTold, [38, 400, 12], &runs) }),
            (
                "letters-contacts",
                Self { by_contacts: true, sent: Some(2), ..state(Which::NotTold, [38, 400, 12], &runs) },
            ),
            (
                "letters-no-contact",
                Self {
                    by_contacts: true,
                    refused: Some(LetterFault::NoContact),
                    ..state(Which::NotTold, [38, 400, 12], &runs)
                },
            ),
            ("letters-large", Self { just_made: true, ..state(Which::All, [0, 4_812, 0], &runs[3..]) }),
            ("letters-no-home", one(LetterFault::NoHome)),
            ("letters-unknown-home", Self { home: "Eikenlaan 1".to_owned(), ..one(LetterFault::UnknownHome) }),
            ("letters-nobody", Self { which: Which::NotTold, ..one(LetterFault::Nobody) }),
            ("letters-remind", Self { text: Text::Remind, ..state(Which::NotTold, [0, 400, 12], &runs) }),
            ("letters-none", state(Which::NotTold, [0, 0, 0], &[])),
        ]
    }
}
