//! The migration on a house that is in use: it finds what the acts would have written, by the calendar of Amsterdam.

use domain::access::SeeUsernames;
use domain::audit::{Act, Door, Line, Subject};
use domain::first_login::progress::{AddressState, Progress};
use domain::id::{AuditId, EmailLinkId};
use domain::time::{Day, Span, Time};
use uuid::Uuid;

use super::{House, all, client, homes, link, place, run, scope};
use crate::error::StoreError;
use crate::sql::Sql;
use crate::tests::engines::NOON;
use crate::tests::{Fresh, each_engine};

const SQLITE: &str = include_str!("../../../migrations/sqlite/0002_progress.sql");
const POSTGRES: &str = include_str!("../../../migrations/postgres/0002_progress.sql");

/// The last statement of the migration.
fn backfill(text: &'static str) -> &'static str {
    text.get(text.find("INSERT INTO progress").expect("the statement")..).expect("its text")
}

async fn again(fresh: &Fresh) {
    run(fresh, "DELETE FROM progress").await;
    let done: Result<(), StoreError> =
        fresh.db.write(|tx| tx.script(Sql::pair(backfill(SQLITE), backfill(POSTGRES)))).await;
    done.expect("the migration");
}

#[tokio::test]
async fn days_are_those_of_amsterdam_in_every_hour_of_the_nights_when_the_clock_moves() {
    each_engine(|fresh| async move {
        client(&fresh).await;
        let mut moments = Vec::new();
        for text in ["2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31", "2028-03-26", "2026-12-31", "2026-07-01"] {
            let start = Day::parse(text).expect("a day").starts_at();
            moments.extend((-50..100).map(|half| start + Span::minutes(30 * half)));
            moments.extend([start - Span::from_micros(1), start + Span::hours(24), start + Span::hours(23)]);
        }
        for (number, at) in (1..).zip(&moments) {
            homes(&fresh, place(1), number..number + 1, (*at, false)).await;
        }
        let late = NOON + Span::days(3000);
        let before = all(&fresh, late).await;
        again(&fresh).await;
        let right: Vec<Option<Day>> = moments.iter().map(|at| Some(Day::of(*at))).collect();
        let found: Vec<Option<Day>> = all(&fresh, late).await.iter().map(|it| it.days()[1]).collect();
        assert_eq!(found, right, "{}", fresh.engine);
        assert_eq!(all(&fresh, late).await, before);
    })
    .await;
}

fn line(number: u128, act: Act, subject: Subject, (actor, at): (domain::access::Actor, Time)) -> Line {
    let organisation = Some(place(1).organisation);
    let id = AuditId::from_uuid(Uuid::from_u128(number));
    Line { id, organisation, at, act, door: Door::Page, actor, subject, reason: None }
}

/// What happened to the first homes, with the lines and mails it leaves.
async fn live(fresh: &Fresh) {
    for number in 1..4_u8 {
        link(fresh, House(number.into()), number.into(), NOON + Span::days(i64::from(number))).await;
    }
    let done: Result<(), StoreError> = fresh
        .db
        .write(|tx| {
            let at = |after: i64| NOON + Span::days(after);
            let refused = EmailLinkId::from_uuid(Uuid::from_u128(2));
            crate::email_link::set_delivery(tx, refused, "hard")?;
            crate::email_link::end_linked(tx, place(1).organisation, House(3).occupancy(), at(4))?;
            let dwellings: Vec<_> = (1..5).map(|number| House(number).id()).collect();
            crate::progress::list_returned(tx, &scope::<SeeUsernames>(place(1)), &dwellings, at(5))?;
            let server = domain::access::Actor::Server;
            let project = Subject::new("project", place(1).project.uuid());
            for (number, after) in [(1, -1), (2, 5), (3, 6)] {
                crate::audit::add(tx, &line(number, Act::UsernamesListed, project, (server.clone(), at(after))), None)?;
            }
            let identity = House(1).identity();
            crate::progress::reset_asked(tx, identity, at(6))?;
            crate::progress::mail_accepted(tx, identity, at(7))?;
            crate::progress::password_set(tx, identity, at(8))?;
            crate::progress::signed_in(tx, identity, at(9))?;
            let set = Subject::new("identity", identity.uuid());
            let resident = domain::access::Actor::Resident {
                identity,
                occupancy: House(1).occupancy(),
                account: House(1).id(),
                organisation: place(1).organisation,
            };
            let session = Subject::new("session", Uuid::from_u128(77));
            for (number, after) in [(10, 8), (11, 18)] {
                let anonymous = domain::access::Actor::Anonymous;
                crate::audit::add(tx, &line(number, Act::PasswordSet, set, (anonymous, at(after))), None)?;
                let began = (resident.clone(), at(after + 1));
                crate::audit::add(tx, &line(number + 10, Act::SessionStarted, session, began), None)?;
            }
            Ok(())
        })
        .await;
    done.expect("a house in use");
    for mail in [
        "('00000000-0000-0000-0000-000000000001', 'a', 'sent', 6, 7)",
        "('00000000-0000-0000-0000-000000000002', 'b', 'dead', 6, 6)",
        "('00000000-0000-0000-0000-000000000003', 'c', 'sent', 16, 17)",
    ] {
        add_mail(fresh, mail).await;
    }
}

/// A reset mail to the first home: id, tag, state, the days of asking and ending.
async fn add_mail(fresh: &Fresh, values: &'static str) {
    let parts: Vec<&str> = values.trim_matches(['(', ')']).split(", ").collect();
    let id = Uuid::parse_str(parts[0].trim_matches('\'')).expect("an id");
    let (tag, state) = (parts[1].trim_matches('\'').to_owned(), parts[2].trim_matches('\'').to_owned());
    let at = |text: &str| NOON + Span::days(text.parse().expect("days"));
    let (asked, ended) = (at(parts[3]), at(parts[4]));
    let done: Result<u64, StoreError> = fresh
        .db
        .write(move |tx| {
            tx.run(
                Sql::same(
                    "INSERT INTO mail (id, lane, kind, intent, language, tag, state, created_at, alive_since, due_at, \
                     attempts, unknown_attempts, lease, identity_id, ended_at) \
                     VALUES ($1, 'security', 'reset', '', 'nl', $2, $3, $4, $4, $4, 1, 0, 1, $5, $6)",
                ),
                crate::args![id, tag, state, asked, House(1).identity(), ended],
            )
        })
        .await;
    done.expect("a mail");
}

#[tokio::test]
async fn the_migration_finds_what_the_acts_would_have_written() {
    each_engine(|fresh| async move {
        client(&fresh).await;
        homes(&fresh, place(1), 1..6, (NOON, false)).await;
        live(&fresh).await;
        homes(&fresh, place(1), 6..7, (NOON + Span::days(10), false)).await;
        let late = NOON + Span::days(30);
        let before = all(&fresh, late).await;
        again(&fresh).await;
        let mut right = before.clone();
        // Lists hold all homes of a project; the fifth was left off this one by the test alone.
        let mut listed = *right[4].days();
        listed[2] = right[0].days()[2];
        right[4] = Progress::new(listed, AddressState::None);
        assert_eq!(all(&fresh, late).await, right, "{}", fresh.engine);
        let states: Vec<AddressState> = right.iter().map(|it| it.state().address()).collect();
        assert_eq!(states[..3], [AddressState::Works, AddressState::Bounced, AddressState::None]);
        assert!(right[0].days().iter().filter(|day| day.is_some()).count() == 7 && right[5].days()[2].is_none());
    })
    .await;
}
