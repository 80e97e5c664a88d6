//! Work lists, counts and pages against the rule, for every state there is.

use std::collections::BTreeMap;

use domain::access::{SeeBoard, SeeHomes};
use domain::find::Find;
use domain::first_login::progress::{Counts, Cursor, Expected, Funnel, Progress, State, Step, WorkList};
use domain::id::DwellingId;
use domain::time::{Span, Time};
use domain::username::Prefix;

use super::{House, client, day, homes, place, run, scope};
use crate::error::StoreError;
use crate::progress::{Listed, Standing};
use crate::sql::Sql;
use crate::tests::engines::NOON;
use crate::tests::{Fresh, each_engine};
use crate::value::{Arg, DayText, Kind};

/// Every state the rule knows, so that the n-th home has the n-th.
fn every() -> Vec<State> {
    (0..2048).filter_map(State::from_number).collect()
}

/// The days of the n-th home: the handout of some is longer ago than the list has patience.
fn progress_of(at: usize, state: State) -> Progress {
    let days = std::array::from_fn(|step| {
        state.has(Step::ALL[step]).then(|| day(-50 - i64::try_from(at * 7 % 23).expect("small")))
    });
    Progress::new(days, state.address())
}

const WRITE: Sql = Sql::same(
    "UPDATE progress SET state = $2, address_received_on = $3, processed_on = $4, list_returned_on = $5, \
     username_handed_out_on = $6, instruction_handed_out_on = $7, reset_asked_on = $8, mail_accepted_on = $9, \
     password_set_on = $10, signed_in_on = $11 WHERE occupancy_id = $1",
);

/// Gives homes these states, whatever led to them.
async fn write(fresh: &Fresh, first: u128, all: Vec<Progress>) {
    let written: Result<u64, StoreError> = fresh
        .db
        .write(move |tx| {
            let days: Vec<Vec<Option<DayText>>> =
                all.iter().map(|it| it.days().iter().map(|day| day.map(DayText::from)).collect()).collect();
            let numbers: Vec<i64> = all.iter().map(|it| it.state().number()).collect();
            let houses: Vec<_> = (first..).take(all.len()).map(|number| House(number).occupancy()).collect();
            let rows: Vec<Vec<_>> = houses
                .iter()
                .zip(&numbers)
                .zip(&days)
                .map(|((house, number), days)| {
                    let mut row = crate::args![*house, *number].to_vec();
                    row.extend(days.iter().map(crate::value::Column::arg));
                    row
                })
                .collect();
            tx.run_each(WRITE, &rows)
        })
        .await;
    written.expect("written");
}

/// A whole list, page by page.
async fn listed(fresh: &Fresh, list: WorkList, expected: Expected, now: Time) -> Vec<Standing> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let page = Listed { list, expected, after, most: 37 };
        let found = fresh
            .db
            .read(move |tx| crate::progress::on_list(tx, &scope::<SeeHomes>(place(1)), &page, now))
            .await
            .expect("a page");
        let Some(last) = found.last() else { return all };
        after = Some(Cursor { dwelling: last.dwelling, told_on: last.progress.day(Step::InstructionHandedOut) });
        all.extend(found);
    }
}

/// Everything the board counts.
async fn counted(fresh: &Fresh, expected: Expected, now: Time) -> (u64, Funnel, Counts, u64) {
    let found: Result<_, StoreError> = fresh
        .db
        .read(move |tx| {
            let scope = scope::<SeeBoard>(place(1));
            let waiting = match expected {
                Expected::ToldBy(by) => crate::progress::waiting(tx, &scope, by, now)?,
                Expected::All | Expected::None => 0,
            };
            let states = crate::progress::states(tx, &scope, now)?;
            let activated = crate::progress::activated(tx, &scope, now)?.iter().map(|(_, homes)| homes).sum();
            let homes = crate::progress::homes(tx, &scope)?;
            Ok((homes, Funnel::of(&states), Counts::of(&states, expected, waiting), activated))
        })
        .await;
    found.expect("counts")
}

#[tokio::test]
async fn work_lists_and_counts_are_what_the_rule_says_of_each_home() {
    each_engine(|fresh| async move {
        client(&fresh).await;
        let states = every();
        let many = states.len() as u128;
        homes(&fresh, place(1), 1..many + 1, (NOON, false)).await;
        // Not here, gone, and not there yet: none of them counts, whatever their state.
        homes(&fresh, place(2), 5_000..5_000 + many, (NOON, false)).await;
        homes(&fresh, place(1), 10_000..10_000 + many, (NOON, true)).await;
        homes(&fresh, place(1), 20_000..20_000 + many, (NOON, false)).await;
        let all: Vec<Progress> = states.iter().enumerate().map(|(at, state)| progress_of(at, *state)).collect();
        for first in [1, 5_000, 10_000, 20_000] {
            write(&fresh, first, all.clone()).await;
        }
        let now = NOON + Span::hours(1);
        let ended: Result<u64, StoreError> = fresh
            .db
            .write(move |tx| {
                let (first, end) = (House(20_000).occupancy(), now);
                tx.run(Sql::same("UPDATE identity SET access_ends_at = $2 WHERE id >= $1"), crate::args![first, end])?;
                tx.run(Sql::same("UPDATE progress SET ends_at = $2 WHERE occupancy_id >= $1"), crate::args![first, end])
            })
            .await;
        assert_eq!(ended.expect("ended"), states.len() as u64);
        for delivered_on in [None, Some(day(-60)), Some(day(-59))] {
            let expected = Expected::on(day(0), delivered_on);
            let (homes, funnel, counts, activated) = counted(&fresh, expected, now).await;
            assert_eq!((homes, funnel.homes), (3 * many as u64, many as u64), "{}", fresh.engine);
            assert_eq!(activated, funnel.rung(Step::SignedIn).homes);
            for list in WorkList::ALL {
                let mut right: Vec<(DwellingId, Progress)> = (1..)
                    .zip(&all)
                    .filter(|(_, it)| list.holds(it, expected))
                    .map(|(number, it)| (House(number).id(), *it))
                    .collect();
                if matches!((list, expected), (WorkList::NeverSignedIn, Expected::ToldBy(_))) {
                    right.sort_by_key(|(home, it)| (it.day(Step::InstructionHandedOut), *home));
                }
                let found = listed(&fresh, *list, expected, now).await;
                let found: Vec<(DwellingId, Progress)> = found.iter().map(|it| (it.dwelling, it.progress)).collect();
                assert_eq!(found, right, "{list} {expected:?} on {}", fresh.engine);
                assert_eq!(counts.on(*list), right.len() as u64, "{list} {expected:?} on {}", fresh.engine);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_state_that_its_days_do_not_say_is_refused() {
    each_engine(|fresh| async move {
        client(&fresh).await;
        homes(&fresh, place(1), 1..2, (NOON, false)).await;
        for lie in [
            "UPDATE progress SET state = state | 256",
            "UPDATE progress SET signed_in_on = '2026-11-23'",
            "UPDATE progress SET state = state | 1024",
            "UPDATE progress SET state = 2048",
        ] {
            let done: Result<u64, StoreError> = fresh.db.write(move |tx| tx.run(Sql::same(lie), &[])).await;
            assert!(done.is_err(), "{lie} on {}", fresh.engine);
        }
        assert_eq!(run(&fresh, "UPDATE progress SET state = state | 256, signed_in_on = '2026-11-23'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn homes_are_found_by_the_beginning_of_what_they_are_called() {
    each_engine(|fresh| async move {
        client(&fresh).await;
        homes(&fresh, place(1), 1..200, (NOON, false)).await;
        homes(&fresh, place(2), 200..210, (NOON, false)).await;
        let found = async |text: &str| {
            let find = Find::typed(text, &Prefix::parse("ALMELO").expect("a prefix"));
            let found = fresh
                .db
                .read(move |tx| crate::progress::search(tx, &scope::<SeeHomes>(place(1)), &find, 50, NOON))
                .await
                .expect("found");
            let numbers: Vec<u128> = found.iter().map(|it| it.dwelling.uuid().as_u128()).collect();
            let mut once: BTreeMap<u128, usize> = BTreeMap::new();
            numbers.iter().for_each(|number| *once.entry(*number).or_default() += 1);
            assert!(once.values().all(|times| *times == 1), "{text}: each once");
            numbers
        };
        assert_eq!(found("V00017").await, [17]);
        assert_eq!(found("almelo17").await, [17, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179]);
        assert_eq!(found("7607ab 18").await.len(), 11, "18 and 180 to 189");
        assert_eq!(found("eikenlaan 18").await, [18, 180, 182, 184, 186, 188]);
        assert_eq!(found("oude").await.len(), 50);
        assert_eq!(found("V0020").await, Vec::<u128>::new(), "the homes of the other project");
        assert_eq!((found("").await.len(), found("zwolle").await.len()), (0, 0));
    })
    .await;
}

/// How SQLite goes about the statements of a file: one text each.
pub(crate) async fn plans(fresh: &Fresh, file: &str) -> Vec<String> {
    let mut plans = Vec::new();
    for (_, text) in crate::tests::statements::statements().into_iter().filter(|(path, _)| path.ends_with(file)) {
        let parameters = (1..20).take_while(|number| text.contains(&format!("${number}"))).count();
        let explain: &'static str = Box::leak(format!("EXPLAIN QUERY PLAN {text}").into_boxed_str());
        let steps: Result<Vec<(i64, i64, i64, String)>, StoreError> =
            fresh.db.read(move |tx| tx.many(Sql::same(explain), &vec![Arg::Null(Kind::Int); parameters])).await;
        plans.push(steps.expect("a plan").into_iter().map(|step| step.3).collect::<Vec<_>>().join("; "));
    }
    plans
}

/// A plan that reads every row of a project is a hundred times slower, and looks the same until there are many.
#[tokio::test]
async fn counts_and_pages_come_from_their_indexes() {
    let fresh = crate::tests::engines::sqlite().await;
    let board = plans(&fresh, "progress/board.rs").await;
    assert_eq!(board.len(), 5);
    assert_eq!(board.iter().filter(|plan| plan.contains("USING COVERING INDEX")).count(), 4, "{board:#?}");
    let lists = plans(&fresh, "progress/lists.rs").await;
    assert_eq!(lists.len(), 6);
    assert!(lists.iter().all(|plan| plan.starts_with("SEARCH p USING INDEX progress_")), "{lists:#?}");
    assert!(lists.iter().all(|plan| !plan.contains("TEMP B-TREE")), "{lists:#?}");
    let homes = plans(&fresh, "progress/homes.rs").await;
    let begins = homes.iter().map(|plan| plan.split(" (").next().unwrap_or_default()).collect::<Vec<_>>();
    let right = [
        "SEARCH d USING INDEX dwelling_project",
        "SEARCH d USING INDEX dwelling_project_client",
        "SEARCH d USING INDEX dwelling_project_address",
        "SEARCH d USING INDEX dwelling_project_street",
        "SEARCH a USING INDEX sqlite_autoindex_account_2",
        "SEARCH p USING INDEX sqlite_autoindex_progress_1",
    ];
    assert_eq!(begins, right);
    assert!(homes.iter().all(|plan| !plan.contains("TEMP B-TREE")), "{homes:#?}");
}
