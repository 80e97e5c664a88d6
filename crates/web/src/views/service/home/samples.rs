//! The page of a home in all its states.

use domain::tenant_change::Kind;
use domain::time::{Day, Time};

use super::{Account, Delivered, Home, HomePage, Lives, Shown, Standing, Steps, Told};
use crate::views::Page;
use crate::views::service::tenant_change::Coming;

impl HomePage {
    pub(crate) fn samples(page: &Page) -> Vec<(&'static str, Self)> {
        let day = |text: &str| Day::parse(text).ok();
        let shown = |confirmed, delivery| Shown { masked: "j•••@e•••.nl".to_owned(), confirmed, delivery };
        let steps = |told, asked, standing| Some(Steps { told, asked, standing });
        let lives = Lives {
            id: "0193-7".to_owned(),
            since: Day::parse("2026-11-03").expect("a day"),
            leaves_on: None,
            address: Some(shown(true, Delivered::Works)),
            password: true,
            signed_in: Some(Time::from_micros(1_795_438_980_000_000)),
            steps: steps(day("2026-11-04"), day("2026-11-05"), Standing::In),
        };
        let account = |main, username: &str, lives: Option<Lives>| Account {
            id: format!("0193-{username}"),
            main,
            username: username.to_owned(),
            proposal: None,
            lives,
        };
        let state = |accounts, told| Self {
            page: page.for_service("/service/woningen/0193-1/"),
            home: Home::sample(),
            accounts,
            coming: Vec::new(),
            told,
        };
        let coming = |kind, last: &str, first: &str| Coming {
            id: "0193-c".to_owned(),
            kind,
            last: day(last),
            first: day(first),
        };
        let new = |standing, address| Lives {
            address,
            password: false,
            signed_in: None,
            steps: steps(None, None, standing),
            ..lives.clone()
        };
        let second = Lives { steps: None, ..lives.clone() };
        let one = |lives| vec![account(true, "ALMELO01", Some(lives))];
        let linked = || new(Standing::Waits(4), Some(shown(false, Delivered::Works)));
        vec![
            ("home", state(one(lives.clone()), None)),
            ("home-no-address", state(one(new(Standing::Waits(1), None)), None)),
            ("home-bounced", state(one(new(Standing::Bounced, Some(shown(false, Delivered::Bounced)))), None)),
            ("home-delayed", state(one(new(Standing::Waits(7), Some(shown(false, Delivered::Delayed)))), None)),
            ("home-linked", state(one(linked()), Some(Told::Linked))),
            ("home-changed", state(one(linked()), Some(Told::Changed))),
            (
                "home-proposed",
                state(
                    vec![Account {
                        proposal: Some("/service/voorstellen/0193-9/".to_owned()),
                        ..account(true, "ALMELO01", Some(lives.clone()))
                    }],
                    Some(Told::Proposed),
                ),
            ),
            ("home-removed", state(one(new(Standing::Waits(1), None)), Some(Told::Removed))),
            ("home-revoked", state(one(linked()), Some(Told::Revoked))),
            (
                "home-second",
                state(
                    vec![account(true, "ALMELO01", Some(lives.clone())), account(false, "ALMELO31", Some(second))],
                    None,
                ),
            ),
            ("home-added", state(one(new(Standing::Waits(1), None)), Some(Told::Added))),
            ("home-edited", state(one(linked()), Some(Told::Edited))),
            (
                "home-account-added",
                state(
                    vec![
                        account(true, "ALMELO01", Some(lives.clone())),
                        account(false, "ALMELO32", Some(Lives { steps: None, ..new(Standing::Waits(1), None) })),
                    ],
                    Some(Told::AccountAdded),
                ),
            ),
            (
                "home-account-ended",
                state(
                    vec![account(true, "ALMELO01", Some(lives.clone())), account(false, "ALMELO31", None)],
                    Some(Told::AccountEnded),
                ),
            ),
            ("home-vacant", state(vec![account(true, "ALMELO01", None)], None)),
            (
                "home-leaving",
                Self {
                    coming: vec![coming(Kind::NewTenant, "2026-11-30", "2026-12-01")],
                    ..state(one(Lives { leaves_on: day("2026-11-30"), ..lives }), None)
                },
            ),
            (
                "home-awaiting",
                Self {
                    coming: vec![coming(Kind::Arrival, "", "2026-12-01")],
                    ..state(vec![account(true, "ALMELO01", None)], None)
                },
            ),
        ]
    }
}
