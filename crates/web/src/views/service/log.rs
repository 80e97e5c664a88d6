//! `/service/logboek/`: what happened, newest first: who, what, about which home, before and after, why, through which door.
//!
//! GET `?client=`, `?woning=`, `?act=`, `?person=`, `?from=`, `?until=`, `?before=`.

use std::borrow::Cow;

use app::audit::Said;
use askama::Template;
use domain::audit::{Act, Door};
use words::Words;

use super::{Frame, Pager};
use crate::next::with_query;
use crate::views::{Faults, Page, View};

/// The log, a page of it.
#[derive(Debug, Template)]
#[template(path = "service/log.html")]
pub struct Log {
    /// What every page has.
    pub page: Page,
    /// How much of the lines this reader may see.
    pub sight: Sight,
    /// Whose log it is; none for the operator's.
    pub client: Option<String>,
    /// The logs to choose from; empty for who has one.
    pub clients: Vec<ClientChoice>,
    /// The home all of it is about.
    pub home: Option<LogHome>,
    /// The lines, 50 at most.
    pub rows: Vec<Said>,
    /// The rest of them.
    pub pager: Pager,
    /// The same lines as a file for a spreadsheet, and for a machine.
    pub files: [String; 2],
    /// What was typed.
    pub filter: Filter,
    /// What is wrong with it.
    pub faults: Vec<LogFault>,
}

/// How much of the lines somebody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// All of each.
    Whole,
    /// All of what they did themselves.
    OwnActs,
    /// That it happened, and neither to whom nor what.
    Metadata,
}

/// A log to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientChoice {
    /// The value of `client`.
    pub value: String,
    /// The name of the client; none for the operator.
    pub name: Option<String>,
    /// It is the one that is shown.
    pub chosen: bool,
}

/// The home all lines are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogHome {
    /// Its address, else its number.
    pub name: String,
    /// Its username.
    pub username: String,
}

/// The filters as they were typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Whose log.
    pub client: String,
    /// The id of a home.
    pub home: String,
    /// The word of an act.
    pub act: String,
    /// The address of a member of staff.
    pub person: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub until: String,
}

/// What is wrong with a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFault {
    /// The first day is none.
    From,
    /// The last day is none.
    Until,
}

impl View for Log {
    fn title(&self) -> Cow<'static, str> {
        self.page.w.t("service-log-title")
    }

    fn faults(&self) -> Faults {
        let mut faults = Faults::default();
        for fault in &self.faults {
            let field = match fault {
                LogFault::From => "from",
                LogFault::Until => "until",
            };
            faults.add(field, self.page.w.t("service-log-no-day"));
        }
        faults
    }

    fn for_staff(&self) -> bool {
        true
    }
}

/// An act to choose.
struct ActChoice {
    value: &'static str,
    name: Cow<'static, str>,
    chosen: bool,
}

impl Log {
    fn frame(&self) -> Frame {
        Frame::alone(self.title())
    }

    fn lead(&self) -> Cow<'static, str> {
        let w = self.page.w;
        match (self.sight, &self.client) {
            (Sight::OwnActs, _) => w.t("service-log-lead-own"),
            (Sight::Metadata, _) => w.t("service-log-lead-metadata"),
            (Sight::Whole, Some(client)) => w.with("service-log-lead", &[("client", client)]),
            (Sight::Whole, None) => w.t("service-log-lead-operator"),
        }
    }

    fn is_whole(&self) -> bool {
        self.sight != Sight::Metadata
    }

    fn asks_person(&self) -> bool {
        self.sight != Sight::OwnActs
    }

    fn is_filtered(&self) -> bool {
        let Filter { client: _, home, act, person, from, until } = &self.filter;
        [home, act, person, from, until].into_iter().any(|typed| !typed.is_empty())
    }

    /// The log without filters.
    fn clear(&self) -> String {
        let root = "/service/logboek/";
        let client = &self.filter.client;
        if client.is_empty() { root.to_owned() } else { with_query(root, "client", client) }
    }

    fn client_name(&self, choice: &ClientChoice) -> Cow<'static, str> {
        choice.name.clone().map_or_else(|| self.page.w.t("service-log-operator"), Cow::Owned)
    }

    /// The acts, by their words.
    fn acts(&self) -> Vec<ActChoice> {
        let mut acts: Vec<ActChoice> = Act::ALL.iter().map(|act| self.act(*act)).collect();
        acts.sort_by(|one, other| one.name.cmp(&other.name));
        acts
    }

    fn act(&self, act: Act) -> ActChoice {
        let w: Words = self.page.w;
        let chosen = Act::parse(&self.filter.act) == Some(act);
        ActChoice { value: act.as_str(), name: w.t(words::audit::act(act)), chosen }
    }

    /// Through the door nearly everybody comes through: on a phone it is not said.
    fn is_usual(&self, row: &Said) -> bool {
        row.door == self.page.w.t(words::audit::door(Door::Page))
    }

    /// The lines about the home of a row only.
    fn home_path(&self, row: &Said) -> Option<String> {
        let home = row.dwelling.filter(|_| self.sight == Sight::Whole)?;
        Some(with_query(&self.clear(), "woning", &home.to_string()))
    }

    fn home_label(&self, row: &Said) -> Cow<'static, str> {
        self.page.w.with("service-log-home-label", &[("home", &row.home)])
    }

    #[cfg(test)]
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let rows = samples::rows(page.w);
        let state = |sight, client: Option<&str>, rows: &[Said]| Self {
            page: page.for_service("/service/logboek/"),
            sight,
            client: client.map(str::to_owned),
            clients: Vec::new(),
            home: None,
            rows: rows.to_vec(),
            pager: Pager::default(),
            files: ["csv", "json"].map(|form| format!("/service/logboek/download/?form={form}")),
            filter: Filter::default(),
            faults: Vec::new(),
        };
        let linde = Some("Woonstichting De Linde");
        let choice = |value: &str, name: Option<&str>, chosen| ClientChoice {
            value: value.to_owned(),
            name: name.map(str::to_owned),
            chosen,
        };
        let home = LogHome { name: "Lindelaan 12, 7607 AB Almelo".to_owned(), username: "ALMELO01".to_owned() };
        let bare: Vec<Said> = rows.iter().map(samples::bare).collect();
        vec![
            (
                "log",
                Self {
                    pager: Pager { next: Some("/service/logboek/?before=0193".to_owned()), ..Pager::default() },
                    ..state(Sight::Whole, linde, &rows)
                },
            ),
            (
                "log-home",
                Self {
                    home: Some(home),
                    filter: Filter { home: "0193".to_owned(), ..Filter::default() },
                    ..state(Sight::Whole, linde, &rows[..3])
                },
            ),
            (
                "log-auditor",
                Self {
                    clients: vec![choice("-", None, true), choice("linde", linde, false)],
                    ..state(Sight::Whole, None, &rows[5..])
                },
            ),
            ("log-metadata", state(Sight::Metadata, linde, &bare)),
            ("log-own", state(Sight::OwnActs, None, &rows[..2])),
            (
                "log-not-found",
                Self {
                    filter: Filter { person: "karel@linde.test".to_owned(), ..Filter::default() },
                    ..state(Sight::Whole, linde, &[])
                },
            ),
            (
                "log-further",
                Self {
                    filter: Filter { act: "tenant-change.gap".to_owned(), ..Filter::default() },
                    pager: Pager {
                        first: Some("/service/logboek/?act=tenant-change.gap".to_owned()),
                        next: Some("/service/logboek/?act=tenant-change.gap&before=0193".to_owned()),
                        ..Pager::default()
                    },
                    ..state(Sight::Whole, linde, &[])
                },
            ),
            ("log-none", state(Sight::OwnActs, None, &[])),
            (
                "log-no-day",
                Self {
                    filter: Filter { from: "31 februari".to_owned(), ..Filter::default() },
                    faults: vec![LogFault::From],
                    ..state(Sight::Whole, linde, &rows[..2])
                },
            ),
        ]
    }
}

#[cfg(test)]
mod samples {
    use domain::time::{Span, Time};

    use super::*;

    /// A line of each kind: with a home, with another thing, with before and after, erased, waiting for its number.
    pub(super) fn rows(w: Words) -> Vec<Said> {
        let at = |minutes| Time::from_micros(1_795_438_980_000_000) - Span::minutes(minutes);
        let said = |number: i64, who: &str, act: Act| Said {
            number: Some(number),
            at: at(60 - number),
            who: who.to_owned(),
            what: w.t(words::audit::act(act)).into_owned(),
            dwelling: "00000000-0000-7000-8000-000000000007".parse().ok(),
            home: "Lindelaan 12, 7607 AB Almelo".to_owned(),
            username: "ALMELO01".to_owned(),
            about: String::new(),
            detail: String::new(),
            erased: false,
            why: String::new(),
            door: w.t(words::audit::door(Door::Page)).into_owned(),
        };
        let bare = |said: Said, about: &str| Said {
            dwelling: None,
            home: String::new(),
            username: String::new(),
            about: about.to_owned(),
            ..said
        };
        let clerk = "karel@linde.test";
        let resident = w.t(words::audit::actor("resident"));
        let why = |word: &str| w.why(word).into_owned();
        vec![
            Said { number: None, ..said(9, &resident, Act::SessionStarted) },
            Said {
                detail: w.detail("d•••@k•••.nl → d•••@z•••.nl"), ..said(8, clerk, Act::EmailChanged)
            },
            Said {
                detail: w.detail("last 2026-11-30, entered 2026-11-23"),
                why: why("new-tenant"),
                ..said(7, clerk, Act::TenantChangePlanned)
            },
            Said { detail: w.t("service-log-erased").into_owned(), erased: true, ..said(6, clerk, Act::EmailLinked) },
            bare(Said { why: why("search"), ..said(5, clerk, Act::HomesSeen) }, "Lindelaan fase 1"),
            bare(said(4, clerk, Act::ListUploaded), "woningen <b>2026</b>.xlsx"),
            bare(
                Said {
                    detail: w.detail("k•••@l•••.test as clerk"), ..said(3, "noor@beheer.test", Act::StaffInvited)
                },
                clerk,
            ),
            bare(said(2, &w.t(words::audit::actor("server")), Act::ProjectAdded), "Lindelaan fase 1"),
            bare(said(1, &w.t(words::audit::actor("job")), Act::TenantChangeDone), ""),
        ]
    }

    /// What is left of a line for who sees only that it happened.
    pub(super) fn bare(said: &Said) -> Said {
        Said {
            dwelling: None,
            home: String::new(),
            username: String::new(),
            about: String::new(),
            detail: String::new(),
            erased: false,
            why: String::new(),
            ..said.clone()
        }
    }
}
