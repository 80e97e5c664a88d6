//! Progress on both engines: that the statements are what the domain says of each home, that only who lives there now
//! counts, and that the migration finds what the acts themselves would have written.

mod backfill;
pub(crate) mod lists;
mod steps;

use domain::access::{self, Act, Actor, ProjectPlace, Scope};
use domain::first_login::progress::{AddressState, Progress};
use domain::home::Home;
use domain::id::{EmailLinkId, Id, IdentityId, OccupancyId, OrganisationId, ProjectId};
use domain::time::{Day, Span, Time};
use domain::username::{Prefix, Username};
use uuid::Uuid;

use super::Fresh;
use super::engines::NOON;
use crate::email_link::NewLink;
use crate::error::StoreError;
use crate::home::{NewAccount, NewHome, NewOccupancy};
use crate::sql::Sql;

/// A home of the test: everything has the same number, so that it is found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct House(pub(super) u128);

impl House {
    pub(super) fn id<T>(self) -> Id<T> {
        Id::from_uuid(Uuid::from_u128(self.0))
    }
    pub(super) fn occupancy(self) -> OccupancyId {
        self.id()
    }
    pub(super) fn identity(self) -> IdentityId {
        self.id()
    }
}

pub(super) fn place(number: u128) -> ProjectPlace {
    ProjectPlace {
        organisation: OrganisationId::from_uuid(Uuid::from_u128(1)),
        project: ProjectId::from_uuid(Uuid::from_u128(number)),
    }
}

pub(super) fn scope<A: Act>(place: ProjectPlace) -> Scope<A, ProjectPlace> {
    access::in_project::<A>(&Actor::Server, place).expect("the server may")
}

/// A client with two projects.
pub(super) async fn client(fresh: &Fresh) {
    let made: Result<(), StoreError> = fresh
        .db
        .write(|tx| {
            let organisation = place(1).organisation;
            let anywhere = access::anywhere(&Actor::Server).expect("the server may");
            let new = crate::organisation::Organisation {
                id: organisation,
                slug: "linde".into(),
                name: "De Linde".into(),
                portal: true,
            };
            crate::organisation::add(tx, &anywhere, &new, NOON)?;
            for (number, slug, prefix) in [(1, "zuid", "ALMELO"), (2, "noord", "ZWOLLE")] {
                let scope = access::in_organisation(&Actor::Server, organisation).expect("the server may");
                let new = crate::project::NewProject {
                    id: place(number).project,
                    slug: slug.into(),
                    name: slug.into(),
                    prefix: prefix.into(),
                    delivered_on: None,
                };
                crate::project::add(tx, &scope, &new, NOON)?;
            }
            Ok(())
        })
        .await;
    made.expect("a client");
}

/// Homes `from..to` of a project, added at a moment; lived in from the day after if `later`.
pub(super) async fn homes(
    fresh: &Fresh,
    place: ProjectPlace,
    numbers: std::ops::Range<u128>,
    (at, later): (Time, bool),
) {
    let prefix = Prefix::parse(if place == self::place(1) { "ALMELO" } else { "ZWOLLE" }).expect("a prefix");
    let made: Result<(), StoreError> = fresh
        .db
        .write(move |tx| {
            let scope = scope::<access::Import>(place);
            let all: Vec<Home> = numbers.clone().map(home).collect();
            let keys: Vec<_> = all.iter().map(Home::keys).collect();
            let ids = numbers.clone().map(House);
            let new: Vec<NewHome<'_>> = ids
                .clone()
                .zip(all.iter().zip(&keys))
                .map(|(it, (home, keys))| NewHome { id: it.id(), home, keys })
                .collect();
            crate::home::add_homes(tx, &scope, &new, at)?;
            let new: Vec<NewAccount> = ids
                .clone()
                .map(|it| NewAccount {
                    id: it.id(),
                    dwelling: it.id(),
                    main: true,
                    username: Username::issue(&prefix, u32::try_from(it.0).expect("small")),
                })
                .collect();
            crate::home::add_accounts(tx, &scope, &new, at)?;
            let new: Vec<_> = ids.clone().map(|it| (it.identity(), it.0.to_string())).collect();
            crate::identity::add_residents(tx, &new, at)?;
            let new: Vec<_> =
                ids.map(|it| NewOccupancy { id: it.occupancy(), account: it.id(), identity: it.identity() }).collect();
            let starts_on = if later { Day::of(at).next() } else { Day::of(at) };
            crate::home::add_occupancies(tx, &scope, &new, starts_on, at)
        })
        .await;
    made.expect("homes");
}

fn home(number: u128) -> Home {
    Home {
        client_number: Some(format!("V{number:05}")),
        street: Some(if number.is_multiple_of(2) { "Eikenlaan" } else { "Oude Dijk" }.to_owned()),
        house_number: Some(number.to_string()),
        postcode: Some("7607 AB".to_owned()),
        ..Home::default()
    }
}

pub(super) async fn link(fresh: &Fresh, house: House, link: u128, at: Time) {
    let new = NewLink {
        id: EmailLinkId::from_uuid(Uuid::from_u128(link)),
        organisation: place(1).organisation,
        occupancy: house.occupancy(),
        address: format!("bewoner{}@example.nl", house.0),
        search_key: format!("bewoner{}@example.nl", house.0),
    };
    fresh.db.write(move |tx| crate::email_link::add(tx, &new, at)).await.expect("an address");
}

/// Text of the day that many days from the day on which tests begin.
fn day(after: i64) -> Day {
    Day::of(NOON + Span::days(after))
}

/// How far the homes of the first project have come, in their order.
async fn all(fresh: &Fresh, now: Time) -> Vec<Progress> {
    let page = fresh
        .db
        .read(move |tx| crate::progress::page(tx, &scope::<access::SeeHomes>(place(1)), (None, 10_000), now))
        .await
        .expect("the homes");
    page.into_iter().map(|standing| standing.progress).collect()
}

async fn run(fresh: &Fresh, text: &'static str) -> u64 {
    let done: Result<u64, StoreError> = fresh.db.write(move |tx| tx.run(Sql::same(text), &[])).await;
    done.expect("a statement")
}

fn days(of: &[(usize, i64)], address: AddressState) -> Progress {
    let mut days = [None; 9];
    for (step, after) in of {
        days[step - 1] = Some(day(*after));
    }
    Progress::new(days, address)
}
