//! `/demo/components/`: every component of the pages in every state, drawn by the macros that the pages use. In the demo only.
//! `?state=wrong` shows the fields refused.

use std::borrow::Cow;

use askama::Template;
use domain::brand::Colour;
use domain::time::{Day, Time};

use super::brand_css;
use super::service::Pager;
use super::{Faults, Page, View};

/// Where it stands.
pub const KIT: &str = "/demo/components/";
/// The stylesheet with the samples of clients' colours.
pub const KIT_COLOURS: &str = "/demo/components/colours.css";

/// Colours that a client might have, each of them unreadable somewhere as it is: a light yellow, a grey, a bright pink.
const SAMPLES: [&str; 3] = ["#f4c20d", "#9aa0a6", "#e0218a"];

/// Every drawing of `ui.html`.
const ICONS: [&str; 24] = [
    "wrong", "good", "look", "calm", "letter", "key", "home", "phone", "again", "clock", "print", "copy", "plus",
    "same", "pen", "bin", "rows", "board", "search", "file", "down", "up", "back", "idea",
];

/// What is filled in: an address, a username, a home, a postal code.
pub const ADDRESS: &str = "jan@example.nl";
/// The username.
pub const USERNAME: &str = "ALMELO01";
/// The home.
pub const HOME: &str = "Lindelaan 12";
/// Its postal code.
pub const POSTAL_CODE: &str = "7600 AA";

/// The components.
#[derive(Debug, Template)]
#[template(path = "demo/components.html")]
pub struct Kit {
    /// What every page has.
    pub page: Page,
    /// The fields are refused.
    pub wrong: bool,
    /// A moment, to be shown in every way there is.
    pub now: Time,
}

/// A client's own colour, and what becomes of it.
struct Sample {
    /// The class under which it is the colour of its part of the page.
    class: String,
    own: String,
    day: String,
    night: String,
}

impl View for Kit {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("kit-title")
    }

    fn faults(&self) -> Faults {
        let w = self.page.w;
        let mut faults = Faults::default();
        if self.wrong {
            faults.add("username", w.t("password-username-empty"));
            faults.add("email", w.t("staff-team-fault-address"));
            faults.add("current", w.t("security-current-wrong"));
            faults.add("password", w.t("password-known"));
            faults.add("name", w.t("passkey-name-fault"));
            faults.add("kit-day", w.t("change-fault-last"));
            faults.add("kit-choice", w.t("change-fault-kind"));
            faults.add("kit-file", w.t("kit-file-fault"));
        }
        faults
    }
}

impl Kit {
    fn samples_of_colour() -> Vec<(String, Colour)> {
        let parsed = SAMPLES.iter().filter_map(|text| Colour::parse(text).ok());
        parsed.enumerate().map(|(at, colour)| (format!("hs-sample--{}", at + 1), colour)).collect()
    }

    /// The stylesheet with the samples.
    #[must_use]
    pub fn colours() -> String {
        Self::samples_of_colour()
            .iter()
            .map(|(class, colour)| brand_css::within(&format!(".{class}"), *colour))
            .collect()
    }

    fn own_colours(&self) -> Vec<Sample> {
        let sample = |(class, own): (String, Colour)| {
            let [day, night] = brand_css::fitted(own).map(|colour| colour.to_string());
            Sample { class, own: own.to_string(), day, night }
        };
        Self::samples_of_colour().into_iter().map(sample).collect()
    }

    fn icons(&self) -> [&'static str; 24] {
        ICONS
    }

    /// Tones with the icon that goes with each.
    fn tones(&self) -> [(&'static str, &'static str, Cow<'static, str>); 5] {
        let w = self.page.w;
        [
            ("good", "good", w.t("staff-contact-counts")),
            ("calm", "letter", w.t("staff-contact-not-proven")),
            ("look", "clock", w.t("staff-contact-not-approved")),
            ("wrong", "wrong", w.t("kit-tone-wrong")),
            ("plain", "bin", w.t("service-read-emptied")),
        ]
    }

    fn pager(&self) -> Pager {
        let page = Some(KIT.to_owned());
        Pager { first: page.clone(), previous: page.clone(), next: page }
    }

    /// A funnel of three steps: name, homes, what is lost.
    fn steps(&self) -> [(usize, u64, Option<Cow<'static, str>>); 3] {
        let w = self.page.w;
        [
            (1, 400, None),
            (4, 312, Some(words::t!(w, "service-lost-4", count = 88))),
            (9, 126, Some(words::t!(w, "service-lost-9", count = 186))),
        ]
    }

    fn step(&self, number: &usize) -> Cow<'static, str> {
        self.page.step(*number)
    }

    /// The least length of a password.
    fn least(&self) -> usize {
        15
    }

    fn today(&self) -> Day {
        Day::of(self.now)
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |wrong| Self {
            page: Page { demo: true, ..page.at(KIT) },
            wrong,
            now: Time::from_micros(1_795_438_980_000_000),
        };
        vec![("kit", state(false)), ("kit-wrong", state(true))]
    }
}
