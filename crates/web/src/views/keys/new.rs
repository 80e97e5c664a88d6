//! A new key.

use std::borrow::Cow;

use askama::Template;
use domain::key::KeyScope;

use super::{NEW_KEY, frame, scope};
use crate::views::clients::Named;
use crate::views::service::Frame;
use crate::views::{Faults, Page, View};

/// The form.
#[derive(Debug, Template)]
#[template(path = "keys/new.html")]
pub struct NewKey {
    /// What every page has.
    pub page: Page,
    /// The clients to choose from.
    pub clients: Vec<Named>,
    /// What was typed and chosen.
    pub typed: TypedKey,
    /// What is wrong with it.
    pub faults: Vec<NewKeyFault>,
}

/// A key as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedKey {
    /// The short name of the client.
    pub client: String,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub scopes: Vec<KeyScope>,
    /// Its last day.
    pub last: String,
}

/// What is wrong with a new key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewKeyFault {
    /// No client was chosen.
    Client,
    /// There is no name.
    Name,
    /// The client has a key of this name.
    Taken,
    /// It is for nothing.
    NoScope,
    /// This is no day.
    Day,
    /// The day is over.
    Over,
    /// The day is more than a year away.
    TooLong,
}

/// Something a key may be for.
struct Choice {
    id: String,
    chosen: bool,
    name: Cow<'static, str>,
    word: &'static str,
}

impl View for NewKey {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-key-new")
    }

    fn for_staff(&self) -> bool {
        true
    }

    fn faults(&self) -> Faults {
        let mut faults = Faults::default();
        for fault in &self.faults {
            let (field, key) = match fault {
                NewKeyFault::Client => ("client", words::key!("staff-key-fault-client")),
                NewKeyFault::Name => ("name", words::key!("staff-key-fault-name")),
                NewKeyFault::Taken => ("name", words::key!("staff-key-fault-taken")),
                NewKeyFault::NoScope => ("scopes", words::key!("staff-key-fault-scope")),
                NewKeyFault::Day => ("last", words::key!("staff-key-fault-day")),
                NewKeyFault::Over => ("last", words::key!("staff-key-fault-over")),
                NewKeyFault::TooLong => ("last", words::key!("staff-key-fault-too-long")),
            };
            faults.add(field, self.page.w.t(key));
        }
        faults
    }
}

/// The field of a scope in the form.
#[must_use]
pub fn field(scope: KeyScope) -> String {
    format!("scope-{}", scope.as_str().replace(':', "-"))
}

impl NewKey {
    fn frame(&self) -> Frame {
        frame(&self.page, self.title())
    }

    fn action(&self) -> &'static str {
        NEW_KEY
    }

    fn choices(&self) -> Vec<Choice> {
        let choice = |it: &KeyScope| Choice {
            id: field(*it),
            chosen: self.typed.scopes.contains(it),
            name: scope(&self.page, *it),
            word: it.as_str(),
        };
        KeyScope::ALL.iter().map(choice).collect()
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let state = |name: &str, last: &str, faults: &[NewKeyFault]| Self {
            page: page.for_staff(),
            clients: vec![Named::sample()],
            typed: TypedKey {
                client: "linde".to_owned(),
                name: name.to_owned(),
                scopes: vec![KeyScope::HomesRead],
                last: last.to_owned(),
            },
            faults: faults.to_vec(),
        };
        let wrong = [NewKeyFault::Client, NewKeyFault::Name, NewKeyFault::NoScope, NewKeyFault::Day];
        vec![
            ("newkey", state("", "", &[])),
            ("newkey-wrong", state("", "straks", &wrong)),
            ("newkey-taken", state("ERP", "31-12-2026", &[NewKeyFault::Taken])),
            ("newkey-over", state("ERP", "31-12-2020", &[NewKeyFault::Over])),
            ("newkey-long", state("ERP", "31-12-2099", &[NewKeyFault::TooLong])),
        ]
    }
}
