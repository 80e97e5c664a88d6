//! Each step is written once, with its day; a tenant change starts from nothing, on the day it is due.

use domain::access::{HandOut, Import, SeeUsernames};
use domain::first_login::progress::{AddressState, Part, Progress};
use domain::id::EmailLinkId;
use domain::time::{Span, Time};
use uuid::Uuid;

use super::{House, all, client, day, days, homes, link, place, run, scope};
use crate::error::StoreError;
use crate::home::NewOccupancy;
use crate::identity::IdentityKind;
use crate::sql::Sql;
use crate::tests::engines::NOON;
use crate::tests::{Fresh, each_engine};
use crate::tx::Write;

async fn act(
    fresh: &Fresh,
    act: impl Fn(&mut Write<'_>) -> Result<(), StoreError> + Send + Sync + 'static,
) -> Progress {
    fresh.db.write(act).await.expect("an act");
    all(fresh, NOON + Span::days(20)).await[0]
}

/// Ticks or takes back; for each house whether something changed.
async fn tick(fresh: &Fresh, project: u128, part: Part, (back, at): (bool, Time)) -> Vec<bool> {
    let done: Result<Vec<bool>, StoreError> = fresh
        .db
        .write(move |tx| {
            let scope = scope::<HandOut>(place(project));
            let found = crate::progress::lives_each(tx, &scope, &[House(1).occupancy()], at)?;
            let lives: Vec<_> = found.into_iter().flatten().collect();
            if back {
                crate::progress::take_back(tx, &scope, part, &lives)
            } else {
                crate::progress::hand_out(tx, &scope, part, &lives, at)
            }
        })
        .await;
    done.expect("ticked")
}

#[tokio::test]
async fn each_step_is_written_once_with_its_day() {
    each_engine(|fresh| async move {
        client(&fresh).await;
        homes(&fresh, place(1), 1..2, (NOON, false)).await;
        let one = House(1);
        let at = |after: i64| NOON + Span::days(after);
        assert_eq!(all(&fresh, NOON).await, [days(&[(2, 0)], AddressState::None)]);
        link(&fresh, one, 1, at(1)).await;
        for after in [2, 12] {
            act(&fresh, move |tx| {
                crate::progress::list_returned(tx, &scope::<SeeUsernames>(place(1)), &[one.id()], at(after)).map(drop)
            })
            .await;
            tick(&fresh, 1, Part::Username, (false, at(after + 1))).await;
            tick(&fresh, 1, Part::Both, (false, at(after + 2))).await;
            act(&fresh, move |tx| crate::progress::reset_asked(tx, one.identity(), at(after + 3))).await;
            act(&fresh, move |tx| crate::progress::mail_accepted(tx, one.identity(), at(after + 4))).await;
            act(&fresh, move |tx| crate::progress::password_set(tx, one.identity(), at(after + 5))).await;
            let last = act(&fresh, move |tx| crate::progress::signed_in(tx, one.identity(), at(after + 6))).await;
            let right = [(1, 1), (2, 0), (3, 2), (4, 3), (5, 4), (6, 5), (7, 6), (8, 7), (9, 8)];
            assert_eq!(last, days(&right, AddressState::Works), "{}", fresh.engine);
        }
    })
    .await;
}

#[tokio::test]
async fn ticks_are_taken_back_only_where_nobody_acted() {
    each_engine(|fresh| async move {
        client(&fresh).await;
        homes(&fresh, place(1), 1..2, (NOON, false)).await;
        assert_eq!(tick(&fresh, 2, Part::Both, (false, NOON)).await, Vec::<bool>::new(), "of another project");
        assert_eq!(tick(&fresh, 1, Part::Both, (true, NOON)).await, [false], "nothing to take back");
        assert_eq!(tick(&fresh, 1, Part::Both, (false, NOON)).await, [true]);
        assert_eq!(tick(&fresh, 1, Part::Instruction, (false, NOON)).await, [false], "it was ticked");
        assert_eq!(tick(&fresh, 1, Part::Instruction, (true, NOON)).await, [true]);
        assert_eq!(all(&fresh, NOON).await, [days(&[(2, 0), (4, 0)], AddressState::None)]);
        assert_eq!(tick(&fresh, 1, Part::Username, (true, NOON)).await, [true]);
        assert_eq!(tick(&fresh, 1, Part::Instruction, (false, NOON)).await, [true]);
        let asked = act(&fresh, move |tx| crate::progress::reset_asked(tx, House(1).identity(), NOON)).await;
        assert_eq!(tick(&fresh, 1, Part::Both, (true, NOON)).await, [false], "somebody acted on it");
        assert_eq!(all(&fresh, NOON).await, [asked], "{}", fresh.engine);
    })
    .await;
}

#[tokio::test]
async fn the_first_address_after_a_handout_asks_for_the_instruction_once_more() {
    each_engine(|fresh| async move {
        client(&fresh).await;
        homes(&fresh, place(1), 1..2, (NOON, false)).await;
        tick(&fresh, 1, Part::Both, (false, NOON)).await;
        link(&fresh, House(1), 1, NOON + Span::days(1)).await;
        let told = [days(&[(1, 1), (2, 0), (4, 0)], AddressState::Works)];
        assert_eq!(all(&fresh, NOON).await, told, "{}", fresh.engine);
        tick(&fresh, 1, Part::Both, (false, NOON + Span::days(2))).await;
        // A correction of that address does not: what was handed out still leads there.
        act(&fresh, |tx| {
            crate::email_link::end_linked(tx, place(1).organisation, House(1).occupancy(), NOON).map(drop)
        })
        .await;
        assert_eq!(all(&fresh, NOON).await, [days(&[(1, 1), (2, 0), (4, 0), (5, 2)], AddressState::None)]);
        link(&fresh, House(1), 2, NOON + Span::days(3)).await;
        assert_eq!(all(&fresh, NOON).await, [days(&[(1, 1), (2, 0), (4, 0), (5, 2)], AddressState::Works)]);
    })
    .await;
}

#[tokio::test]
async fn a_bounce_is_known_until_mail_arrives_or_the_address_goes() {
    each_engine(|fresh| async move {
        client(&fresh).await;
        homes(&fresh, place(1), 1..2, (NOON, false)).await;
        link(&fresh, House(1), 1, NOON).await;
        let first = EmailLinkId::from_uuid(Uuid::from_u128(1));
        let says = async |delivery: &'static str| {
            act(&fresh, move |tx| crate::email_link::set_delivery(tx, first, delivery)).await.state().address()
        };
        assert_eq!(says("hard").await, AddressState::Bounced);
        assert_eq!(says("hard").await, AddressState::Bounced);
        assert_eq!(says("soft").await, AddressState::Works);
        assert_eq!(says("hard").await, AddressState::Bounced);
        let proven = act(&fresh, move |tx| crate::email_link::confirm(tx, first, NOON).map(drop)).await;
        assert_eq!(proven.state().address(), AddressState::Works);
        assert_eq!(says("hard").await, AddressState::Bounced);
        run(&fresh, "UPDATE email_link SET proof = 'linked'").await;
        let none = act(&fresh, |tx| {
            crate::email_link::end_linked(tx, place(1).organisation, House(1).occupancy(), NOON).map(drop)
        })
        .await;
        assert_eq!(none.state().address(), AddressState::None);
        assert_eq!(says("ok").await, AddressState::None, "an address that is gone says nothing any more");
        assert_eq!(says("hard").await, AddressState::None, "{}", fresh.engine);
    })
    .await;
}

/// The next household behind an account, from a moment on; the one before ends then.
async fn tenant_change(fresh: &Fresh, at: Time, due: domain::time::Day) {
    let due_at = due.starts_at();
    let done: Result<u64, StoreError> = fresh
        .db
        .write(move |tx| {
            crate::identity::add(tx, House(900).identity(), IdentityKind::Resident, "next", at)?;
            let new =
                NewOccupancy { id: House(900).occupancy(), account: House(1).id(), identity: House(900).identity() };
            crate::home::add_occupancies(tx, &scope::<Import>(place(1)), &[new], due, at)?;
            let first = House(1).occupancy();
            tx.run(Sql::same("UPDATE identity SET access_ends_at = $2 WHERE id = $1"), crate::args![first, due_at])?;
            tx.run(Sql::same("UPDATE progress SET ends_at = $2 WHERE occupancy_id = $1"), crate::args![first, due_at])
        })
        .await;
    assert_eq!(done.expect("a tenant change"), 1);
}

#[tokio::test]
async fn the_next_household_starts_from_nothing_on_the_day_itself() {
    each_engine(|fresh| async move {
        client(&fresh).await;
        homes(&fresh, place(1), 1..2, (NOON, false)).await;
        act(&fresh, |tx| crate::progress::signed_in(tx, House(1).identity(), NOON)).await;
        let due = day(10);
        tenant_change(&fresh, NOON + Span::days(1), due).await;
        let (eve, midnight) = (due.starts_at() - Span::seconds(1), due.starts_at());
        assert_eq!(all(&fresh, eve).await, [days(&[(2, 0), (9, 0)], AddressState::None)], "{}", fresh.engine);
        assert_eq!(all(&fresh, midnight).await, [days(&[(2, 1)], AddressState::None)], "no job had to run");
        let counts = async |now: Time| {
            let states = fresh.db.read(move |tx| crate::progress::states(tx, &scope(place(1)), now)).await;
            states.expect("states").iter().map(|(state, homes)| (state.number(), *homes)).collect::<Vec<_>>()
        };
        assert_eq!((counts(eve).await, counts(midnight).await), (vec![(258, 1)], vec![(2, 1)]));
        assert_eq!(
            tick(&fresh, 1, Part::Both, (false, midnight)).await,
            Vec::<bool>::new(),
            "who left is told nothing"
        );
    })
    .await;
}
