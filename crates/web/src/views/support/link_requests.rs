//! `/support/koppelverzoeken/`: the queue, and one request. POST `{request}/` `act`, `residents`, `letter`, `reason`, 303.

use std::borrow::Cow;

use askama::Template;
use domain::link_request::{Doubt, Missing, Refusal, State, Unclear};
use domain::time::{Day, Time};
use words::link_request::refusal;
use words::t;

use super::link_request_told::Told;
use super::mail_words::{doubt, missing, standing, unclear};
use crate::views::service::Frame;
use crate::views::{Page, View};

/// The queue.
pub const ROOT: &str = "/support/koppelverzoeken/";

/// What clients ask by mail.
#[derive(Debug, Template)]
#[template(path = "support/link_requests.html")]
pub struct LinkRequests {
    /// What every page has.
    pub page: Page,
    /// What was just done.
    pub told: Option<Told>,
    /// Those that wait, the oldest first.
    pub open: Vec<Request>,
    /// Those that were decided, the newest first.
    pub decided: Vec<Request>,
}

/// One request.
#[derive(Debug, Template)]
#[template(path = "support/link_request.html")]
pub struct RequestPage {
    /// What every page has.
    pub page: Page,
    /// Why nothing was done.
    pub told: Option<Told>,
    /// The request.
    pub request: Request,
}

/// What is asked, of one account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// As the mail writes it.
    pub account: String,
    /// The address.
    pub address: String,
    /// The domain that was probably meant.
    pub typo: Option<&'static str>,
    /// The first day of those who come, when the mail says that others come.
    pub new: Option<Day>,
    /// The mail says that the same residents live there.
    pub same: bool,
}

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Its id.
    pub id: String,
    /// Who says to have written it.
    pub sender: Option<String>,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// What it asks for.
    pub asked: Option<Asked>,
    /// It asks for the letter for the resident.
    pub asks_letter: bool,
    /// Why a person has to read it.
    pub unclear: Option<Unclear>,
    /// Why it may be from somebody else.
    pub doubt: Option<Doubt>,
    /// The client whose contact the sender is.
    pub client: Option<String>,
    /// What is missing.
    pub missing: Vec<Missing>,
    /// How far it is.
    pub state: State,
    /// Why it was refused.
    pub reason: Option<Refusal>,
    /// When it came in.
    pub received_at: Time,
    /// When it was decided, and by whom.
    pub decided: Option<(Time, String)>,
}

impl Request {
    fn path(&self) -> String {
        format!("{ROOT}{}/", self.id)
    }

    /// Nobody decided yet.
    fn waits(&self) -> bool {
        matches!(self.state, State::Open | State::Asked)
    }

    fn is_ready(&self) -> bool {
        self.state == State::Open && self.missing.is_empty()
    }

    /// Tone, icon and words of how far it is.
    fn standing(&self, page: &Page) -> (&'static str, &'static str, Cow<'static, str>) {
        let (tone, icon, key) = standing(self.state, self.is_ready(), self.unclear.is_some());
        (tone, icon, page.w.t(key))
    }

    fn from(&self, page: &Page) -> Cow<'static, str> {
        self.sender.clone().map_or_else(|| page.w.t("staff-mailin-nobody"), Cow::Owned)
    }

    fn about(&self, page: &Page) -> Cow<'static, str> {
        if self.subject.is_empty() { page.w.t("staff-mailin-no-subject") } else { Cow::Owned(self.subject.clone()) }
    }

    fn received(&self, page: &Page) -> String {
        page.moment(&self.received_at)
    }

    /// What the mail says to the question of law 7.
    fn residents(&self, page: &Page) -> Cow<'static, str> {
        match self.asked.as_ref() {
            Some(Asked { new: Some(day), .. }) => t!(page.w, "staff-mailin-residents-new", day = page.date(day)),
            Some(Asked { same: true, .. }) => page.w.t("staff-mailin-residents-same"),
            _ => page.w.t("staff-mailin-residents-not-said"),
        }
    }
}

impl View for LinkRequests {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-mailin-title")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl LinkRequests {
    fn frame(&self) -> Frame {
        Frame::alone(self.title())
    }

    fn done(&self) -> Option<Cow<'static, str>> {
        Told::say(self.told, &self.page, true)
    }

    fn count(&self) -> Cow<'static, str> {
        t!(self.page.w, "staff-mailin-count", count = self.open.len())
    }

    fn why(&self, row: &Request) -> Cow<'static, str> {
        row.reason.map_or(Cow::Borrowed(""), |reason| self.page.w.t(refusal(reason)))
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let all = RequestPage::requests();
        let (open, decided): (Vec<_>, Vec<_>) = all.into_iter().partition(Request::waits);
        let page = page.for_support(ROOT);
        let state = |told| Self { page: page.clone(), told, open: open.clone(), decided: decided.clone() };
        vec![
            ("link-requests", state(None)),
            ("link-requests-linked", state(Some(Told::Linked))),
            ("link-requests-none", Self { open: Vec::new(), decided: Vec::new(), ..state(None) }),
        ]
    }
}

impl View for RequestPage {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-mailin-one-title")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl RequestPage {
    fn frame(&self) -> Frame {
        Frame::alone(self.title())
    }

    fn undone(&self) -> Option<Cow<'static, str>> {
        Told::say(self.told, &self.page, false)
    }

    fn typo(&self) -> Option<Cow<'static, str>> {
        let meant = self.request.asked.as_ref()?.typo?;
        Some(t!(self.page.w, "staff-mailin-typo", domain = meant))
    }

    /// What is missing, each with why.
    fn missing(&self) -> Vec<(Cow<'static, str>, Option<Cow<'static, str>>)> {
        let why = |what: Missing| match what {
            Missing::Reading => self.request.unclear.map(unclear),
            Missing::Authentic => self.request.doubt.map(doubt),
            Missing::Account | Missing::Contact | Missing::OtherResidents | Missing::Portal => None,
        };
        let all = self.request.missing.iter();
        all.map(|what| (self.page.w.t(missing(*what)), why(*what).map(|key| self.page.w.t(key)))).collect()
    }

    /// What is sure.
    fn sure(&self) -> Vec<Cow<'static, str>> {
        let contact =
            self.request.client.as_ref().map(|client| t!(self.page.w, "staff-mailin-sure-contact", client = client));
        let authentic = self.request.doubt.is_none().then(|| self.page.w.t("staff-mailin-sure-authentic"));
        contact.into_iter().chain(authentic).collect()
    }

    fn lines(&self) -> Vec<&str> {
        self.request.text.lines().collect()
    }

    fn is_open(&self) -> bool {
        self.request.waits()
    }

    /// It can be put to the contacts: others come, and nothing is missing.
    fn can_ask(&self) -> bool {
        self.request.missing.is_empty() && self.brings_others()
    }

    /// It can be accepted here: nobody comes to live there.
    fn can_accept(&self) -> bool {
        self.request.is_ready() && self.request.asked.as_ref().is_some_and(|asked| asked.new.is_none())
    }

    fn brings_others(&self) -> bool {
        self.is_open() && self.request.asked.as_ref().is_some_and(|asked| asked.new.is_some())
    }

    fn says_same(&self) -> bool {
        self.request.asked.as_ref().is_some_and(|asked| asked.same)
    }

    fn decided(&self) -> Option<String> {
        let (at, by) = self.request.decided.as_ref()?;
        let by = if by.is_empty() { self.page.w.t("staff-mailin-by-contact") } else { Cow::Borrowed(by.as_str()) };
        Some(format!("{by}, {}", self.page.moment(at)))
    }

    fn why(&self) -> Option<Cow<'static, str>> {
        self.request.reason.map(|reason| self.page.w.t(refusal(reason)))
    }

    /// Why it is not done: (word, id, text).
    fn reasons(&self) -> Vec<(&'static str, String, Cow<'static, str>)> {
        let one = |it: Refusal| (it.as_str(), format!("reason-{it}"), self.page.w.t(refusal(it)));
        Refusal::choices().map(one).collect()
    }

    #[cfg(test)]
    fn requests() -> Vec<Request> {
        let asked = |new: Option<&str>, same: bool| Asked {
            account: "ALMELO01".to_owned(),
            address: "jan@gmial.com".to_owned(),
            typo: (!same).then_some("gmail.com"),
            new: new.and_then(|day| Day::parse(day).ok()),
            same,
        };
        let row = |n: u8, asked: Option<Asked>, missing: &[Missing]| Request {
            id: format!("01994c3e-0000-7000-8000-00000000000{n}"),
            sender: Some("els.de.wit@linde.example".to_owned()),
            subject: "Koppelen <b>ALMELO01</b>".to_owned(),
            text: "Graag e-mailadres jan@gmial.com koppelen aan account ALMELO01.\n\nMet vriendelijke groet,\nEls"
                .to_owned(),
            asked,
            asks_letter: false,
            unclear: None,
            doubt: None,
            client: Some("Woningstichting De Linde".to_owned()),
            missing: missing.to_vec(),
            state: State::Open,
            reason: None,
            received_at: Time::from_micros(1_795_438_980_000_000),
            decided: None,
        };
        let by = || Some((Time::from_micros(1_795_448_980_000_000), "kim@beheer.test".to_owned()));
        vec![
            row(0, Some(asked(None, false)), &[]),
            row(1, Some(asked(None, true)), &[]),
            row(2, Some(asked(Some("2026-12-01"), false)), &[]),
            Request {
                doubt: Some(Doubt::NoSignature),
                client: None,
                ..row(3, Some(asked(None, true)), &[Missing::Contact, Missing::Authentic])
            },
            Request {
                unclear: Some(Unclear::Mixed),
                client: None,
                sender: None,
                subject: String::new(),
                doubt: Some(Doubt::Sender),
                ..row(4, None, &[Missing::Reading, Missing::Contact, Missing::Authentic])
            },
            row(5, Some(asked(None, true)), &[Missing::Portal]),
            Request { state: State::Asked, ..row(8, Some(asked(Some("2026-12-01"), false)), &[]) },
            Request { state: State::Accepted, decided: by(), ..row(6, Some(asked(None, true)), &[]) },
            Request {
                state: State::Refused,
                decided: by(),
                reason: Some(Refusal::NotSure),
                ..row(7, None, &[Missing::Reading])
            },
        ]
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let names = [
            "link-request-ready",
            "link-request-same",
            "link-request-new",
            "link-request-stranger",
            "link-request-reading",
            "link-request-portal",
            "link-request-asked",
            "link-request-accepted",
            "link-request-refused",
        ];
        let all = Self::requests().into_iter().zip(names);
        let told = [Some(Told::NotSaid), None, Some(Told::NewResidents)];
        let page_of = |request: &Request| page.for_support(&request.path());
        all.enumerate()
            .map(|(at, (request, name))| {
                (name, Self { page: page_of(&request), told: told.get(at).copied().flatten(), request })
            })
            .collect()
    }
}
