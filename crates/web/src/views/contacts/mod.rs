//! The contacts of a client. Below the list POST `name`, `email` (operator only) and `{contact}/opnieuw/`; GET and POST `{contact}/beeindigen/`.

mod end;
mod enter;

use std::borrow::Cow;

use askama::Template;
use domain::time::Day;

use super::clients::CLIENTS;
use super::service::{Crumb, Frame};
use super::{Faults, Page, View};

pub use end::EndContact;
pub use enter::EnterContact;

/// The contacts of the own client.
pub const OWN: &str = "/service/contactpersonen/";

/// The contacts of a client, as the operator sees them.
#[must_use]
pub fn of_client(slug: &str) -> String {
    format!("{CLIENTS}{slug}/contactpersonen/")
}

/// The list, and for the operator the form for a new one.
#[derive(Debug, Template)]
#[template(path = "contacts/list.html")]
pub struct Contacts {
    /// What every page has.
    pub page: Page,
    /// The name of the client.
    pub client: String,
    /// The address of this list.
    pub path: String,
    /// What was done just now.
    pub told: Option<Told>,
    /// The contacts, by name.
    pub rows: Vec<ContactRow>,
    /// The form, for who may enter one.
    pub form: Option<ContactForm>,
}

/// A contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactRow {
    /// Its id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The owner proved the mailbox.
    pub proven: bool,
    /// A second person approved it.
    pub approved: bool,
    /// The day it was entered.
    pub since: Day,
}

/// A new contact as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContactForm {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// What is wrong with it.
    pub fault: Option<ContactFault>,
}

/// What is wrong with a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactFault {
    /// There is no name.
    Name,
    /// This is not an e-mail address.
    Address,
    /// The mailbox belongs to a desk.
    Group,
    /// The client has it already.
    Already,
}

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// One was entered.
    Entered,
    /// The mail was sent again.
    Again,
    /// One was ended.
    Ended,
    /// There was nothing to prove any more.
    Proven,
    /// The own proposal was taken back.
    Withdrawn,
    /// Somebody decided about the own proposal before.
    Decided,
}

impl Told {
    const ALL: [Self; 6] = [Self::Entered, Self::Again, Self::Ended, Self::Proven, Self::Withdrawn, Self::Decided];

    /// The value of `told`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Entered => "entered",
            Self::Again => "again",
            Self::Ended => "ended",
            Self::Proven => "proven",
            Self::Withdrawn => "withdrawn",
            Self::Decided => "decided",
        }
    }

    /// Reads such a value.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|told| told.word() == word)
    }

    fn words(self, page: &Page) -> Cow<'static, str> {
        page.w.t(match self {
            Self::Entered => words::key!("staff-contact-told-entered"),
            Self::Again => words::key!("staff-contact-told-again"),
            Self::Ended => words::key!("staff-contact-told-ended"),
            Self::Proven => words::key!("staff-contact-told-proven"),
            Self::Withdrawn => words::key!("staff-contact-told-withdrawn"),
            Self::Decided => words::key!("proposal-told-not-open"),
        })
    }
}

impl ContactRow {
    /// Tone, icon and words of how it stands.
    fn standing(&self, page: &Page) -> (&'static str, &'static str, Cow<'static, str>) {
        let w = page.w;
        match (self.proven, self.approved) {
            (true, true) => ("good", "good", w.t("staff-contact-counts")),
            (false, true) => ("calm", "letter", w.t("staff-contact-not-proven")),
            (true, false) => ("look", "clock", w.t("staff-contact-not-approved")),
            (false, false) => ("look", "clock", w.t("staff-contact-neither")),
        }
    }

    fn since(&self, page: &Page) -> Cow<'static, str> {
        page.w.with("staff-contact-since", &[("day", &page.date(&self.since))])
    }

    /// What a button does, to whom.
    fn label(&self, page: &Page, words: &str) -> Cow<'static, str> {
        page.w.with("staff-team-label", &[("act", &words), ("who", &self.name)])
    }
}

/// The way to the contacts of a client, which are at `list`.
fn way_here(page: &Page, client: &str, list: &str) -> Vec<Crumb> {
    let link = |name, href: &str| Crumb { name, href: Some(href.to_owned()), here: false };
    let of = list.trim_end_matches("contactpersonen/");
    vec![link(page.w.t("staff-client-title"), CLIENTS), link(client.to_owned().into(), of)]
}

impl ContactForm {
    fn faults(&self, page: &Page) -> Faults {
        let Some(fault) = self.fault else { return Faults::default() };
        let (field, key) = match fault {
            ContactFault::Name => ("name", words::key!("staff-contact-fault-name")),
            ContactFault::Address => ("email", words::key!("staff-team-fault-address")),
            ContactFault::Group => ("email", words::key!("staff-team-fault-group")),
            ContactFault::Already => ("email", words::key!("staff-contact-fault-already")),
        };
        Faults::one(field, page.w.t(key))
    }
}

impl View for Contacts {
    fn title(&self) -> Cow<'static, str> {
        if self.form.is_some() {
            self.page.w.with("staff-contact-of", &[("client", &self.client)])
        } else {
            self.page.w.t("staff-contact-title")
        }
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        self.form.as_ref().map_or_else(Faults::default, |form| form.faults(&self.page))
    }
}

impl Contacts {
    fn frame(&self) -> Frame {
        if self.form.is_none() {
            return Frame::alone(self.title());
        }
        let mut crumbs = way_here(&self.page, &self.client, &self.path);
        crumbs.push(Crumb { name: self.page.w.t("staff-contact-title"), href: None, here: true });
        Frame { crumbs, heading: self.title(), tabs: Vec::new() }
    }

    fn done(&self) -> Option<Cow<'static, str>> {
        self.told.map(|told| told.words(&self.page))
    }

    fn below(&self, row: &ContactRow, act: &str) -> String {
        format!("{}{}/{act}/", self.path, row.id)
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let row = |name: &str, email: &str, proven, approved| ContactRow {
            id: format!("0193-{email}"),
            name: name.to_owned(),
            email: email.to_owned(),
            proven,
            approved,
            since: Day::parse("2026-11-23").expect("a day"),
        };
        let rows = vec![
            row("Els de Wit", "els@linde.test", true, true),
            row("Jan <b>Smit", "jan@linde.test", false, true),
            row("Noor Bakker", "noor@linde.test", true, false),
            row("Piet Jansen", "piet@linde.test", false, false),
        ];
        let operator = |told, form: ContactForm| Self {
            page: page.for_staff(),
            client: "Woonstichting De Linde".to_owned(),
            path: of_client("linde"),
            told,
            rows: rows.clone(),
            form: Some(form),
        };
        let wrong = |fault| ContactForm { name: "Els".to_owned(), email: "els@".to_owned(), fault: Some(fault) };
        let own = Self {
            page: page.for_service(OWN),
            path: OWN.to_owned(),
            form: None,
            ..operator(None, ContactForm::default())
        };
        let none = Self { rows: Vec::new(), ..operator(None, ContactForm::default()) };
        vec![
            ("contacts", operator(None, ContactForm::default())),
            ("contacts-entered", operator(Some(Told::Entered), ContactForm::default())),
            ("contacts-again", operator(Some(Told::Again), ContactForm::default())),
            ("contacts-ended", operator(Some(Told::Ended), ContactForm::default())),
            ("contacts-proven", operator(Some(Told::Proven), ContactForm::default())),
            ("contacts-name", operator(None, wrong(ContactFault::Name))),
            ("contacts-address", operator(None, wrong(ContactFault::Address))),
            ("contacts-group", operator(None, wrong(ContactFault::Group))),
            ("contacts-already", operator(None, wrong(ContactFault::Already))),
            ("contacts-none", none),
            ("contacts-own", own),
        ]
    }
}
