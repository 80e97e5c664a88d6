//! Exactly what will end and what begins, before anything does.

use std::borrow::Cow;

use askama::Template;
use domain::tenant_change::Kind;
use domain::time::Day;

use super::{ChangedHome, NEW};
use crate::views::service::{Frame, Project};
use crate::views::{Page, View};

/// The preview.
#[derive(Debug, Template)]
#[template(path = "service/tenant_change/preview.html")]
pub struct ChangePreview {
    /// What every page has.
    pub page: Page,
    /// The project.
    pub project: Project,
    /// The home.
    pub home: ChangedHome,
    /// What happens.
    pub kind: Kind,
    /// The last day of those who leave.
    pub last: Option<Day>,
    /// The first day of those who come.
    pub first: Option<Day>,
    /// Access ends at the press of the button, not on a later day.
    pub at_once: bool,
    /// So many days somebody had access who should not have had it.
    pub gap: u16,
    /// The address of those who come, as typed; none is known when empty.
    pub email: String,
    /// Another way to write its domain that is much more usual.
    pub meant: Option<&'static str>,
    /// The accounts that end.
    pub accounts: Vec<EndingAccount>,
    /// The fields to post: names and values, `seal` among them.
    pub fields: Vec<(String, String)>,
    /// What was shown before changed meanwhile.
    pub moved: bool,
}

/// An account whose residents lose access.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndingAccount {
    /// Its username.
    pub username: String,
    /// Since which day they live there.
    pub since: Day,
    /// The masked address; none is linked when empty.
    pub masked: String,
    /// A password was set.
    pub password: bool,
    /// Devices that are signed in.
    pub devices: u64,
    /// Their passkeys.
    pub passkeys: u64,
}

impl View for ChangePreview {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("change-preview-title")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl ChangePreview {
    fn frame(&self) -> Frame {
        super::frame(&self.page, &self.project, self.title())
    }

    fn action(&self) -> &'static str {
        NEW
    }

    fn what(&self) -> Cow<'static, str> {
        super::kind(&self.page, self.kind)
    }

    /// When access ends, in a sentence.
    fn ends(&self) -> Option<Cow<'static, str>> {
        let w = self.page.w;
        let last = self.last?;
        Some(if self.at_once {
            w.t("change-ends-now")
        } else {
            w.with("change-ends-on", &[("day", &self.page.day(&last))])
        })
    }

    /// Who comes and when, in a sentence.
    fn begins(&self) -> Option<Cow<'static, str>> {
        let w = self.page.w;
        let day = self.page.day(&self.first?);
        Some(if self.email.is_empty() {
            w.with("change-begins-without", &[("day", &day)])
        } else {
            w.with("change-begins", &[("day", &day), ("email", &self.email)])
        })
    }

    fn late(&self) -> Option<Cow<'static, str>> {
        (self.gap > 0).then(|| words::t!(self.page.w, "change-gap", count = self.gap))
    }

    fn typo(&self) -> Option<Cow<'static, str>> {
        Some(self.page.w.with("change-typo", &[("domain", &self.meant?)]))
    }

    fn passkeys(&self, account: &EndingAccount) -> Option<Cow<'static, str>> {
        (account.passkeys > 0).then(|| words::t!(self.page.w, "change-passkeys", count = account.passkeys))
    }

    fn devices(&self, account: &EndingAccount) -> Cow<'static, str> {
        words::t!(self.page.w, "change-devices", count = account.devices)
    }

    fn since(&self, account: &EndingAccount) -> String {
        self.page.date(&account.since)
    }

    fn button(&self) -> Cow<'static, str> {
        let key = match (self.kind.ends(), self.at_once) {
            (false, _) => words::key!("change-do-arrival"),
            (true, true) => words::key!("change-do-now"),
            (true, false) => words::key!("change-do-plan"),
        };
        self.page.w.t(key)
    }

    /// What happens after the button.
    fn next(&self) -> Cow<'static, str> {
        self.page.w.t(if self.kind.ends() && self.at_once {
            words::key!("change-do-at-once")
        } else {
            words::key!("change-do-next")
        })
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let day = |text: &str| Day::parse(text).ok();
        let account = |username: &str, masked: &str, devices| EndingAccount {
            username: username.to_owned(),
            since: Day::parse("2024-02-01").expect("a day"),
            masked: masked.to_owned(),
            password: devices > 0,
            devices,
            passkeys: devices,
        };
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let state = |kind: Kind, last, first, at_once| Self {
            page: page.for_service(NEW),
            project: Project::sample(),
            home: ChangedHome::sample(),
            kind,
            last: day(last),
            first: day(first),
            at_once,
            gap: 0,
            email: "nieuw@bewoners.test".to_owned(),
            meant: None,
            accounts: vec![account("ALMELO01", "j…n@bewoners.test", 2), account("ALMELO77", "", 0)],
            fields: vec![field("home", "0193"), field("kind", kind.as_str()), field("seal", "abc")],
            moved: false,
        };
        vec![
            ("change-preview", state(Kind::NewTenant, "2026-11-30", "2026-12-01", false)),
            (
                "change-preview-late",
                Self {
                    gap: 6,
                    meant: Some("gmail.com"),
                    email: "nieuw@gmial.com".to_owned(),
                    moved: true,
                    ..state(Kind::NewTenant, "2026-11-20", "2026-11-21", true)
                },
            ),
            ("change-preview-vacant", state(Kind::Vacant, "2026-11-30", "", false)),
            ("change-preview-eviction", state(Kind::Eviction, "2026-11-26", "", true)),
            (
                "change-preview-arrival",
                Self { email: String::new(), accounts: Vec::new(), ..state(Kind::Arrival, "", "2026-12-01", false) },
            ),
        ]
    }
}
