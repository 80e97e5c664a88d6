//! `/support/woning/<account>/`: one account on one screen, for who helps its resident on the phone.

use std::borrow::Cow;

use askama::Template;
use domain::help_desk::{Deed, Kind};
use domain::time::{Day, Time};
use words::t;

use super::{POST, SEARCH, frame};
use crate::views::service::Frame;
use crate::views::service::home::Delivered;
use crate::views::{Faults, Page, View};

/// An account.
#[derive(Debug, Template)]
#[template(path = "support/home.html")]
pub struct DeskHome {
    /// What every page has.
    pub page: Page,
    /// The username.
    pub username: String,
    /// The client.
    pub client: String,
    /// The project.
    pub project: String,
    /// Who lives behind it; none when nobody does.
    pub lives: Option<Stands>,
    /// The client's people to send somebody to.
    pub contacts: Vec<Way>,
    /// Its id.
    pub account: String,
    /// What was chosen for a case.
    pub chosen: (Option<Kind>, Option<Deed>),
    /// Why no case was opened.
    pub fault: Option<OpenFault>,
}

/// Why no case was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenFault {
    /// How somebody asks was not chosen.
    Kind,
    /// What for was not chosen.
    Deed,
    /// No address is confirmed and reached by mail.
    NoAddress,
    /// Too often today.
    TooOften,
}

/// How an account stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stands {
    /// The address in force.
    pub address: Option<Linked>,
    /// Its residents get in.
    pub in_use: bool,
    /// The last sign-in; shown by its month.
    pub signed_in: Option<Time>,
    /// Their last day, when they leave.
    pub leaves_on: Option<Day>,
    /// When the resident asked for another address, which is not confirmed.
    pub asked: Option<Time>,
    /// Others proposed another address.
    pub proposed: bool,
}

/// An address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// Masked.
    pub masked: String,
    /// Its owner proved it.
    pub confirmed: bool,
    /// What the mail servers said last.
    pub delivery: Delivered,
}

/// A contact of the client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
}

impl View for DeskHome {
    fn title(&self) -> Cow<'static, str> {
        t!(self.page.w, "staff-desk-account", username = self.username)
    }

    fn faults(&self) -> Faults {
        self.fault.map_or_else(Faults::default, |fault| {
            let (field, key) = match fault {
                OpenFault::Kind => ("kind", words::key!("staff-desk-fault-kind")),
                OpenFault::Deed => ("deed", words::key!("staff-desk-fault-deed")),
                OpenFault::NoAddress => ("kind", words::key!("staff-desk-fault-no-address")),
                OpenFault::TooOften => ("kind", words::key!("staff-desk-fault-often")),
            };
            Faults::one(field, self.page.w.t(key))
        })
    }

    fn for_staff(&self) -> bool {
        true
    }
}

type Choices = Vec<(&'static str, Cow<'static, str>, bool)>;
type Chip = (&'static str, &'static str, Cow<'static, str>);

impl DeskHome {
    /// What became of the mails to this account.
    fn post_path(&self) -> String {
        format!("{POST}{}/", self.account)
    }

    fn frame(&self) -> Frame {
        frame(&self.page, self.title())
    }

    fn proof(&self, linked: &Linked) -> Chip {
        let w = self.page.w;
        if linked.confirmed {
            ("good", "good", w.t("staff-desk-confirmed"))
        } else {
            ("look", "look", w.t("staff-desk-linked"))
        }
    }

    fn delivery(&self, linked: &Linked) -> Chip {
        let w = self.page.w;
        match linked.delivery {
            Delivered::Works => ("good", "good", w.t("staff-desk-works")),
            Delivered::Delayed => ("look", "clock", w.t("staff-desk-delayed")),
            Delivered::Bounced => ("wrong", "wrong", w.t("staff-desk-bounced")),
        }
    }

    fn used(&self, stands: &Stands) -> Chip {
        let w = self.page.w;
        if stands.in_use {
            ("good", "good", w.t("staff-desk-in-use"))
        } else {
            ("calm", "calm", w.t("staff-desk-not-in-use"))
        }
    }

    fn signed_in(&self, stands: &Stands) -> Cow<'static, str> {
        let w = self.page.w;
        stands.signed_in.map_or_else(|| w.t("staff-desk-never"), |at| w.month(at).into())
    }

    /// The owner can be asked: by an address that is confirmed and reached by mail. A form that was refused stays on the page.
    fn may_open(&self) -> bool {
        let link = self.lives.as_ref().and_then(|lives| lives.address.as_ref());
        self.fault.is_some() || link.is_some_and(|link| link.confirmed && link.delivery != Delivered::Bounced)
    }

    fn cases(&self) -> String {
        format!("{}zaak/", super::home_path(&self.account))
    }

    fn kinds(&self) -> Choices {
        let w = self.page.w;
        let choice = |it: &Kind| (it.as_str(), w.t(words::help_desk::kind(*it)), self.chosen.0 == Some(*it));
        Kind::ALL.iter().map(choice).collect()
    }

    fn deeds(&self) -> Choices {
        let w = self.page.w;
        let choice = |it: &Deed| (it.as_str(), w.t(words::help_desk::deed(*it)), self.chosen.1 == Some(*it));
        Deed::ALL.iter().map(choice).collect()
    }

    /// What waits to be changed.
    fn waits(&self, stands: &Stands) -> Vec<Cow<'static, str>> {
        let w = self.page.w;
        let mut all = Vec::new();
        all.extend(stands.asked.map(|at| t!(w, "staff-desk-waits-own", moment = w.moment(at))));
        all.extend(stands.proposed.then(|| w.t("staff-desk-waits-others")));
        all.extend(stands.leaves_on.map(|day| t!(w, "staff-desk-waits-leaves", day = w.day(day))));
        all
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let at = Time::from_micros(1_795_438_980_000_000);
        let linked =
            |confirmed, delivery| Some(Linked { masked: "j•••@e•••.nl".to_owned(), confirmed, delivery });
        let stands = Stands {
            address: linked(true, Delivered::Works),
            in_use: true,
            signed_in: Some(at),
            leaves_on: None,
            asked: None,
            proposed: false,
        };
        let way = Way { name: "Els de Wit".to_owned(), email: "els@linde.test".to_owned() };
        let of = |lives| Self {
            page: page.for_support("/support/woning/01977420-0000-7000-8000-000000000001/"),
            username: "ALMELO01".to_owned(),
            client: "Woonstichting De Linde".to_owned(),
            project: "Lindehof".to_owned(),
            lives,
            contacts: vec![way.clone()],
            account: "01977420-0000-7000-8000-000000000001".to_owned(),
            chosen: (None, None),
            fault: None,
        };
        let refused =
            |fault| Self { chosen: (Some(Kind::Phone), None), fault: Some(fault), ..of(Some(stands.clone())) };
        let waits = Stands {
            leaves_on: Some(Day::parse("2026-12-31").expect("a day")),
            asked: Some(at),
            proposed: true,
            address: linked(false, Delivered::Bounced),
            ..stands.clone()
        };
        let none = Stands { address: None, in_use: false, signed_in: None, ..stands.clone() };
        vec![
            ("desk-home-kind", refused(OpenFault::Kind)),
            ("desk-home-deed", refused(OpenFault::Deed)),
            ("desk-home-no-address", refused(OpenFault::NoAddress)),
            ("desk-home-often", refused(OpenFault::TooOften)),
            ("desk-home", of(Some(stands.clone()))),
            ("desk-home-waits", of(Some(waits))),
            ("desk-home-none", Self { contacts: Vec::new(), ..of(Some(none)) }),
            ("desk-home-empty", of(None)),
        ]
    }
}
