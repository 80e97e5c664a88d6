//! All keys.

use std::borrow::Cow;

use askama::Template;
use domain::key::KeyScope;
use domain::time::{Day, Time};

use super::{KEYS, NEW_KEY, scope};
use crate::views::service::Frame;
use crate::views::{Page, View};

/// The keys.
#[derive(Debug, Template)]
#[template(path = "keys/list.html")]
pub struct Keys {
    /// What every page has.
    pub page: Page,
    /// One was revoked just now.
    pub revoked: bool,
    /// The keys, by client.
    pub rows: Vec<KeyRow>,
}

/// How a key stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyState {
    /// It opens what it is for.
    Works,
    /// Its last day is over.
    Over,
    /// It was revoked.
    Revoked,
}

/// One key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// Its id.
    pub id: String,
    /// The name of its client.
    pub client: String,
    /// Its name.
    pub name: String,
    /// What it is good for.
    pub scopes: Vec<KeyScope>,
    /// How it stands.
    pub state: KeyState,
    /// Its last day.
    pub last_day: Day,
    /// When it was last used.
    pub used: Option<Time>,
}

impl View for Keys {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("staff-key-title")
    }

    fn for_staff(&self) -> bool {
        true
    }
}

impl Keys {
    fn frame(&self) -> Frame {
        Frame::alone(self.title())
    }

    fn new_path(&self) -> &'static str {
        NEW_KEY
    }

    fn revoke_path(&self, row: &KeyRow) -> String {
        format!("{KEYS}{}/intrekken/", row.id)
    }

    fn revoke_label(&self, row: &KeyRow) -> Cow<'static, str> {
        self.page.w.with("staff-key-revoke-one", &[("name", &row.name)])
    }

    /// Tone, icon and words of how a key stands.
    fn state(&self, row: &KeyRow) -> (&'static str, &'static str, Cow<'static, str>) {
        let w = self.page.w;
        match row.state {
            KeyState::Works => ("good", "good", w.t("staff-key-works")),
            KeyState::Over => ("look", "look", w.t("staff-key-over")),
            KeyState::Revoked => ("plain", "same", w.t("staff-key-revoked")),
        }
    }

    fn is_revoked(&self, row: &KeyRow) -> bool {
        row.state == KeyState::Revoked
    }

    fn scopes(&self, row: &KeyRow) -> Vec<Cow<'static, str>> {
        row.scopes.iter().map(|it| scope(&self.page, *it)).collect()
    }

    fn used(&self, row: &KeyRow) -> Cow<'static, str> {
        row.used.map_or_else(|| self.page.w.t("staff-key-not-used"), |at| self.page.date(&Day::of(at)).into())
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let row = |id: &str, name: &str, state, scopes: &[KeyScope]| KeyRow {
            id: id.to_owned(),
            client: "Woonstichting De Linde".to_owned(),
            name: name.to_owned(),
            scopes: scopes.to_vec(),
            state,
            last_day: Day::of(Time::from_micros(1_795_604_400_000_000)),
            used: (state == KeyState::Works).then(|| Time::from_micros(1_795_604_400_000_000)),
        };
        let rows = vec![
            row("1", "ERP van <b>De Linde</b>", KeyState::Works, KeyScope::ALL),
            row("2", "Dashboard", KeyState::Over, &[KeyScope::HomesRead]),
            row("3", "Proef", KeyState::Revoked, &[KeyScope::HomesRead, KeyScope::HandoutsWrite]),
        ];
        let state = |revoked, rows: &[KeyRow]| Self { page: page.for_staff(), revoked, rows: rows.to_vec() };
        vec![("keys", state(false, &rows)), ("keys-revoked", state(true, &rows)), ("keys-none", state(false, &[]))]
    }
}
