//! The pages that exist in the demo only: a walk, the mail catcher, the clock, the codes of staff.

use std::borrow::Cow;

use askama::Template;
use axum::http::StatusCode;
use domain::time::Time;

use super::{Faults, Page, View};

/// The walk through the demo, `/demo/`.
#[derive(Debug, Template)]
#[template(path = "demo/walk.html")]
pub struct DemoWalk {
    /// What every page has.
    pub page: Page,
    /// People to be, in the order of the walk.
    pub people: Vec<DemoPerson>,
}

/// One of the people in the demo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoPerson {
    /// Who this is, in a few words of the demo's own data ("Mevrouw De Wit, Lindelaan 12").
    pub who: String,
    /// The username or e-mail address.
    pub login: String,
    /// The password, when this person has set one.
    pub password: Option<String>,
}

impl View for DemoWalk {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("demo-title")
    }
}

/// The mail catcher, `/demo/mail/`.
#[derive(Debug, Template)]
#[template(path = "demo/mails.html")]
pub struct DemoMails {
    /// What every page has.
    pub page: Page,
    /// The mails, newest first.
    pub mails: Vec<DemoMailLine>,
}

/// A mail in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoMailLine {
    /// When it was caught.
    pub at: Time,
    /// The recipient.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The address of the mail's own page.
    pub href: String,
}

impl View for DemoMails {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("demo-mails-title")
    }
}

/// One caught mail.
#[derive(Debug, Template)]
#[template(path = "demo/mail.html")]
pub struct DemoMail {
    /// What every page has.
    pub page: Page,
    /// When it was caught.
    pub at: Time,
    /// The sender.
    pub from: String,
    /// The recipient.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The links in it; `http` and `https` only.
    pub links: Vec<String>,
    /// The address of the HTML part, served with its own strict policy.
    pub html_href: Option<String>,
}

impl View for DemoMail {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.with("demo-mail-title", &[("subject", &self.subject)])
    }
}

/// The clock, `/demo/clock/`.
#[derive(Debug, Template)]
#[template(path = "demo/clock.html")]
pub struct DemoClock {
    /// What every page has.
    pub page: Page,
    /// The time it is here.
    pub now: Time,
    /// What was typed.
    pub typed: String,
    /// It could not be read as a length of time.
    pub unreadable: bool,
}

impl View for DemoClock {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("demo-clock-title")
    }

    fn faults(&self) -> Faults {
        if self.unreadable { Faults::one("forward", self.page.w.t("demo-clock-unreadable")) } else { Faults::default() }
    }
}

/// The codes of staff, `/demo/codes/`.
#[derive(Debug, Template)]
#[template(path = "demo/codes.html")]
pub struct DemoCodes {
    /// What every page has.
    pub page: Page,
    /// Everyone with an app that gives codes.
    pub codes: Vec<DemoCode>,
    /// Seconds for which the codes stay right.
    pub seconds_left: u32,
}

/// The code of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoCode {
    /// The e-mail address.
    pub login: String,
    /// Who this is.
    pub who: String,
    /// The code of this moment.
    pub code: String,
}

impl View for DemoCodes {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("demo-codes-title")
    }

    fn status(&self) -> StatusCode {
        StatusCode::OK
    }
}

#[cfg(test)]
mod samples {
    use super::*;

    /// 2026-11-23 13:03 UTC.
    const NOW: Time = Time::from_micros(1_795_438_980_000_000);

    fn demo(page: &Page, here: &str) -> Page {
        Page { demo: true, ..page.at(here) }
    }

    impl DemoWalk {
        pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
            let person = |who: &str, login: &str, password: Option<&str>| DemoPerson {
                who: who.to_owned(),
                login: login.to_owned(),
                password: password.map(str::to_owned),
            };
            let people = vec![
                person("Lindelaan 12", "ALMELO01", Some("bakker tekent groene fietsen")),
                person("Lindelaan 14", "ALMELO02", None),
                person("Noor", "noor@beheer.test", Some("otter zoekt gouden knopen")),
            ];
            vec![("demo", Self { page: demo(page, "/demo/"), people })]
        }
    }

    impl DemoMails {
        pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
            let mail = |subject: &str| DemoMailLine {
                at: NOW,
                to: "jan@example.nl".to_owned(),
                subject: subject.to_owned(),
                href: "/demo/mail/1/".to_owned(),
            };
            let mails = vec![mail("Uw nieuwe wachtwoord"), mail("<b>Uw gebruikersnamen</b>")];
            vec![
                ("demo-mails", Self { page: demo(page, "/demo/mail/"), mails }),
                ("demo-mails-none", Self { page: demo(page, "/demo/mail/"), mails: Vec::new() }),
            ]
        }
    }

    impl DemoMail {
        pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
            let link =
                "http://localhost:8080/login/accounts/pass/reset/Zm9vYmFyYmF6Zm9vYmFyYmF6Zm9vYmFyYmF6Zm9vYmFyYmF6/";
            let mail = Self {
                page: demo(page, "/demo/mail/1/"),
                at: NOW,
                from: "Huissleutel <post@example.nl>".to_owned(),
                to: "jan@example.nl".to_owned(),
                subject: "Uw nieuwe wachtwoord".to_owned(),
                text: format!("Hallo,\n\nKies hier een nieuw wachtwoord:\n{link}\n\n<script>alert(1)</script>"),
                links: vec![link.to_owned()],
                html_href: Some("/demo/mail/1/html/".to_owned()),
            };
            vec![("demo-mail", mail)]
        }
    }

    impl DemoClock {
        pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
            let state = |typed: &str, unreadable| Self {
                page: demo(page, "/demo/clock/"),
                now: NOW,
                typed: typed.to_owned(),
                unreadable,
            };
            vec![("demo-clock", state("", false)), ("demo-clock-unreadable", state("morgen", true))]
        }
    }

    impl DemoCodes {
        pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
            let code = |login: &str, who: &str, code: &str| DemoCode {
                login: login.to_owned(),
                who: who.to_owned(),
                code: code.to_owned(),
            };
            let codes = vec![code("noor@beheer.test", "Noor", "402918"), code("sam@delinde.test", "Sam", "007310")];
            vec![("demo-codes", Self { page: demo(page, "/demo/codes/"), codes, seconds_left: 17 })]
        }
    }
}
