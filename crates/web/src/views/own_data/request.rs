//! `/gegevens/verzoek/`: a resident asks to correct or erase something. POST `kind`, `about`, `text`; 303 to `/gegevens/`.

use std::borrow::Cow;

use app::own_data::Reach;
use askama::Template;
use domain::data_request::{About, Kind, LONGEST, MOST_OPEN, TextFault};
use words::t;

use super::{OWN_DATA, OWN_REQUEST};
use crate::views::{Faults, Page, View};

/// The form.
#[derive(Debug, Template)]
#[template(path = "own_data/request.html")]
pub struct OwnRequest {
    /// What every page has; `signed_in` is filled.
    pub page: Page,
    /// The client, who answers.
    pub landlord: String,
    /// How it hears of what is asked.
    pub reach: Reach,
    /// What is asked, as chosen.
    pub kind: Option<Kind>,
    /// What it is about, as chosen.
    pub about: Option<About>,
    /// The text, as typed.
    pub text: String,
    /// What is wrong.
    pub faults: Vec<RequestFault>,
}

/// Why nothing was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestFault {
    /// It is not said what is asked.
    Kind,
    /// It is not said what it is about.
    About,
    /// The text cannot be taken.
    Text(TextFault),
    /// So many wait for an answer already.
    TooMany,
}

impl View for OwnRequest {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("own-request-title")
    }

    fn faults(&self) -> Faults {
        let (w, mut faults) = (self.page.w, Faults::default());
        for fault in &self.faults {
            match fault {
                RequestFault::Kind => faults.add("kind", w.t("own-request-no-kind")),
                RequestFault::About => faults.add("about", w.t("own-request-no-about")),
                RequestFault::Text(TextFault::Empty) => faults.add("text", w.t("own-request-empty")),
                RequestFault::Text(TextFault::TooLong) => {
                    faults.add("text", t!(w, "own-request-long", count = LONGEST));
                }
                RequestFault::TooMany => faults.add("kind", t!(w, "own-request-many", count = MOST_OPEN)),
            }
        }
        faults
    }
}

/// A choice of the form.
pub(super) struct Choice {
    id: String,
    value: &'static str,
    name: Cow<'static, str>,
    chosen: bool,
}

impl OwnRequest {
    fn kinds(&self) -> Vec<Choice> {
        let choice = |kind: &Kind| Choice {
            id: format!("kind-{kind}"),
            value: kind.as_str(),
            name: self.page.w.t(super::said::asked(*kind)),
            chosen: self.kind == Some(*kind),
        };
        Kind::ALL.iter().map(choice).collect()
    }

    fn abouts(&self) -> Vec<Choice> {
        let choice = |about: &About| Choice {
            id: format!("about-{about}"),
            value: about.as_str(),
            name: self.page.w.t(super::said::about(*about)),
            chosen: self.about == Some(*about),
        };
        About::ALL.iter().map(choice).collect()
    }

    fn hint(&self) -> Cow<'static, str> {
        t!(self.page.w, "own-request-hint", count = LONGEST)
    }

    fn next(&self) -> Cow<'static, str> {
        match self.reach {
            Reach::Portal => t!(self.page.w, "own-request-next", landlord = self.landlord),
            Reach::Contacts(_) => t!(self.page.w, "own-request-next-mail", landlord = self.landlord),
            Reach::Nobody => t!(self.page.w, "own-request-next-nobody", landlord = self.landlord),
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |faults: Vec<RequestFault>| Self {
            page: page.for_resident().at(OWN_REQUEST),
            landlord: "Woonstichting De Linde".to_owned(),
            reach: Reach::Portal,
            kind: None,
            about: None,
            text: String::new(),
            faults,
        };
        let chosen = |fault| Self {
            kind: Some(Kind::Correction),
            about: Some(About::Home),
            text: "Het huisnummer moet 12-C zijn.".to_owned(),
            ..state(vec![fault])
        };
        vec![
            ("own-request", state(Vec::new())),
            ("own-request-mail", Self { reach: Reach::Contacts(Vec::new()), ..state(Vec::new()) }),
            ("own-request-nobody", Self { reach: Reach::Nobody, ..state(Vec::new()) }),
            ("own-request-nothing", state(vec![RequestFault::Kind, RequestFault::About])),
            ("own-request-empty", Self { text: String::new(), ..chosen(RequestFault::Text(TextFault::Empty)) }),
            ("own-request-long", chosen(RequestFault::Text(TextFault::TooLong))),
            ("own-request-many", chosen(RequestFault::TooMany)),
        ]
    }
}
