//! The mail to a contact of a client about what they asked by mail (PRODUCT 3.5): what was done, and what the client does now. It goes
//! to the stored address only, so it may name the account and the address that they wrote themselves.

use domain::link_request::Refusal;
use domain::time::{Day, Time};
use words::{Words, t};

use super::{button, text};
use crate::compose::{Audience, Block, Content};

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The address is linked.
    Linked,
    /// The account is in use: it was proposed, and is done at this moment when nobody says no.
    Proposed {
        /// That moment.
        until: Time,
    },
    /// New residents come, as a contact confirmed.
    Planned,
    /// It was proposed, and somebody said no.
    Stopped,
    /// It was proposed, and the account or the household is another one by now, or nobody decided in time.
    Overtaken,
    /// It was not done.
    Refused {
        /// Why.
        why: Refusal,
    },
}

/// What they asked, in their own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// When the mail came in.
    pub at: Time,
    /// The account and the address; none when a person read the mail.
    pub account: Option<(String, String)>,
    /// The first day of those who come.
    pub first: Option<Day>,
}

/// What a contact asked by mail was done, or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestAnswer {
    /// What they asked.
    pub asked: Asked,
    /// What came of it.
    pub outcome: Outcome,
    /// The page on which residents choose a password.
    pub reset_url: String,
    /// The service portal.
    pub portal_url: String,
    /// Where a client without it says that the resident was told, with the token in its path; none when that was said.
    pub handout_url: Option<String>,
    /// The letter for the resident is enclosed.
    pub encloses: bool,
}

impl Asked {
    /// "On … you asked us to link … to account …".
    pub(super) fn told(&self, w: Words) -> Block {
        let moment = w.moment(self.at);
        text(match (&self.account, self.first) {
            (Some((account, address)), Some(first)) => {
                t!(
                    w,
                    "mail-answer-asked-new",
                    moment = moment,
                    account = account,
                    address = address,
                    day = w.date(first)
                )
            }
            (Some((account, address)), None) => {
                t!(w, "mail-answer-asked", moment = moment, account = account, address = address)
            }
            (None, _) => t!(w, "mail-answer-asked-mail", moment = moment),
        })
    }
}

impl RequestAnswer {
    /// The mail in words.
    #[must_use]
    pub fn content(&self, w: Words) -> Content {
        let subject = match self.outcome {
            Outcome::Linked => t!(w, "mail-answer-linked-subject"),
            Outcome::Proposed { .. } => t!(w, "mail-answer-proposed-subject"),
            Outcome::Planned => t!(w, "mail-answer-planned-subject"),
            Outcome::Stopped | Outcome::Overtaken | Outcome::Refused { .. } => t!(w, "mail-answer-refused-subject"),
        };
        // Mails in one thread have one subject: what a list of mails shows beside it tells them apart.
        let preheader = match &self.asked.account {
            Some((account, _)) => format!("{account}: {subject}."),
            None => format!("{subject}."),
        };
        let not_you = Block::Note {
            title: t!(w, "mail-answer-not-you-title").into_owned(),
            text: t!(w, "mail-answer-not-you").into_owned(),
        };
        let blocks = [vec![self.asked.told(w)], self.outcome(w), vec![not_you]].concat();
        Content {
            language: w.language(),
            audience: Audience::Contacts,
            subject: subject.into_owned(),
            preheader,
            blocks,
        }
    }

    fn outcome(&self, w: Words) -> Vec<Block> {
        let choose = || button(t!(w, "mail-answer-reset-button"), &self.reset_url);
        match self.outcome {
            Outcome::Linked => {
                let enclosed = self.encloses.then(|| text(t!(w, "mail-answer-enclosed")));
                let handout = self.handout_url.as_ref();
                let handout =
                    handout.map(|url| [text(t!(w, "mail-answer-handout")), button(t!(w, "mail-handout-button"), url)]);
                let told = [text(t!(w, "mail-answer-linked")), self.next(w, None), choose()];
                told.into_iter().chain(enclosed).chain(handout.into_iter().flatten()).collect()
            }
            Outcome::Planned => {
                vec![text(t!(w, "mail-answer-planned")), self.next(w, self.asked.first), choose()]
            }
            Outcome::Proposed { until } => vec![
                text(t!(w, "mail-answer-proposed")),
                text(t!(w, "mail-answer-proposed-until", until = w.moment(until))),
                text(t!(w, "mail-answer-proposed-wait")),
            ],
            Outcome::Stopped => vec![text(t!(w, "mail-answer-stopped"))],
            Outcome::Overtaken => vec![text(t!(w, "mail-answer-overtaken"))],
            Outcome::Refused { why } => {
                let told = [text(t!(w, "mail-answer-refused")), text(w.t(reason(why)))];
                let does = match why {
                    Refusal::Portal => Some(button(t!(w, "mail-answer-portal-button"), &self.portal_url)),
                    Refusal::Password => Some(choose()),
                    _ => None,
                };
                told.into_iter().chain(does).collect()
            }
        }
    }

    /// Law 10: the client tells the resident, and the resident chooses the password; not before the day on which they begin.
    fn next(&self, w: Words, from: Option<Day>) -> Block {
        let account = self.asked.account.as_ref().map(|(account, _)| account.as_str()).unwrap_or_default();
        let words = match from {
            Some(day) => t!(w, "mail-answer-next-from", account = account, day = w.date(day)),
            None => t!(w, "mail-answer-next", account = account),
        };
        Block::Note { title: t!(w, "mail-answer-next-title").into_owned(), text: words.into_owned() }
    }

    /// One of each outcome, for previews and tests.
    #[must_use]
    pub fn samples() -> [(&'static str, Self); 9] {
        let sample = |outcome, account: bool, first: Option<&str>| Self {
            asked: Asked {
                at: super::Seen::sample().at,
                account: account.then(|| ("ALMELO01".to_owned(), "jan@example.nl".to_owned())),
                first: first.and_then(|day| Day::parse(day).ok()),
            },
            outcome,
            reset_url: "https://login.example.nl/login/accounts/pass/reset/".to_owned(),
            portal_url: "https://login.example.nl/service/".to_owned(),
            handout_url: None,
            encloses: false,
        };
        let untold = Self {
            handout_url: Some(super::contact_handout::sample_url()),
            encloses: true,
            ..sample(Outcome::Linked, true, None)
        };
        let until = Time::from_micros(super::Seen::sample().at.micros() + 3 * 86_400_000_000);
        [
            ("request_answer_linked", sample(Outcome::Linked, true, None)),
            ("request_answer_untold", untold),
            ("request_answer_proposed", sample(Outcome::Proposed { until }, true, None)),
            ("request_answer_planned", sample(Outcome::Planned, true, Some("2026-12-01"))),
            ("request_answer_stopped", sample(Outcome::Stopped, true, None)),
            ("request_answer_overtaken", sample(Outcome::Overtaken, true, None)),
            ("request_answer_not_sure", sample(Outcome::Refused { why: Refusal::NotSure }, true, None)),
            ("request_answer_portal", sample(Outcome::Refused { why: Refusal::Portal }, true, None)),
            ("request_answer_password", sample(Outcome::Refused { why: Refusal::Password }, false, None)),
        ]
    }
}

/// Why it was not done, and what to do now.
const fn reason(why: Refusal) -> &'static str {
    match why {
        Refusal::NotSure => words::key!("mail-answer-why-not-sure"),
        Refusal::WrongAccount => words::key!("mail-answer-why-wrong-account"),
        Refusal::WrongAddress => words::key!("mail-answer-why-wrong-address"),
        Refusal::Portal => words::key!("mail-answer-why-portal"),
        Refusal::Resident => words::key!("mail-answer-why-resident"),
        Refusal::Done => words::key!("mail-answer-why-done"),
        Refusal::Nothing => words::key!("mail-answer-why-nothing"),
        Refusal::Password => words::key!("mail-answer-why-password"),
        Refusal::Contact => words::key!("mail-answer-why-contact"),
    }
}
