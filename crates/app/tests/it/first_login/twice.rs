//! Two imports at once, and one that is killed half-way.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use app::first_login::Source;
use app::first_login::import;
use app::{App, Parts};
use domain::access::Actor;
use store::Db;
use testkit::each_engine;

use super::{confirm, list, listed, many, run, zuid};
use crate::house::House;

/// The same house in a second process.
fn second(house: &House, url: &str) -> App {
    let db = Db::open(&store::Settings::new(url)).unwrap();
    let parts: &Parts = &house.app;
    App::new(Parts { db, ..parts.clone() })
}

#[tokio::test]
async fn two_imports_at_once_make_no_home_twice() {
    each_engine(|fresh| async move {
        let url = fresh.url.clone();
        let house = House::build(fresh).await;
        let other = second(&house, &url);
        let part =
            |from: usize, to: usize| list((from..to).map(|n| (format!("V{n}"), format!("bewoner{n}@example.nl"))));
        let (path, one, two) = (zuid(), part(0, 1_500), part(500, 2_000));
        let (first, second) = tokio::join!(run(&house.app, &path, &one, true), run(&other, &path, &two, true));
        let made = first.unwrap().0.tally.new + second.unwrap().0.tally.new;
        assert_eq!(made, 2_000, "each home is made by one of them, on {}", house.engine);
        check(&house, 2_000).await;
        other.db.close();
    })
    .await;
}

#[tokio::test]
async fn the_same_file_confirmed_by_two_at_once_is_applied_once() {
    each_engine(|fresh| async move {
        let url = fresh.url.clone();
        let house = House::build(fresh).await;
        let other = second(&house, &url);
        let (path, file) = (zuid(), many(1_000));
        let (first, second) = tokio::join!(run(&house.app, &path, &file, true), run(&other, &path, &file, true));
        let made = |told: &[super::Told]| told.iter().filter(|row| row.username.is_some()).count();
        assert_eq!(made(&first.unwrap().1) + made(&second.unwrap().1), 1_000);
        check(&house, 1_000).await;
        other.db.close();
    })
    .await;
}

#[tokio::test]
async fn two_lists_that_contradict_each_other_do_not_correct_ten_addresses() {
    each_engine(|fresh| async move {
        let url = fresh.url.clone();
        let house = House::build(fresh).await;
        let other = second(&house, &url);
        let of = |who: &str| list((0..400).map(|n| (format!("V{n}"), format!("{who}{n}@example.nl"))));
        let (path, one, two) = (zuid(), of("een"), of("twee"));
        let ended = tokio::join!(run(&house.app, &path, &one, true), run(&other, &path, &two, true));
        assert!(ended.0.is_ok() || ended.1.is_ok(), "one of them is applied to its end");
        let lines = corrections(&house).await;
        assert!(lines < 10, "{lines} addresses were corrected behind each other's back");
        check(&house, 400).await;
        other.db.close();
    })
    .await;
}

#[tokio::test]
async fn a_run_that_was_killed_goes_on_where_it_was() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let file = many(3_000);
        for kill_at in [1, 400, 1_100, 1_900] {
            let (app, source, seen) = (Arc::clone(&house.app), file.clone(), Arc::new(AtomicUsize::new(0)));
            let count = Arc::clone(&seen);
            let running = tokio::spawn(async move {
                let source = Source::bytes(source.into_bytes());
                let note = |_: import::Line<'_>| {
                    count.fetch_add(1, Ordering::SeqCst);
                };
                import::confirm(&app, &app.command(), &Actor::Server, (&zuid(), &source), note).await.map(drop)
            });
            while seen.load(Ordering::SeqCst) < kill_at && !running.is_finished() {
                tokio::task::yield_now().await;
            }
            running.abort();
            assert!(running.await.is_err(), "killed before its end, on {}", house.engine);
        }
        let (report, _) = confirm(&house, &file).await;
        assert!(report.batch.is_some() && report.tally.new > 0 && report.tally.unchanged > 0, "{:?}", report.tally);
        check(&house, 3_000).await;
        let (report, _) = confirm(&house, &file).await;
        assert_eq!((report.tally.unchanged, report.batch), (3_000, None));
    })
    .await;
}

async fn corrections(house: &House) -> usize {
    let subject = house.app.db.read(store::audit::unsealed).await.unwrap();
    subject.iter().filter(|line| line.act == "email.changed").count()
}

/// Exactly one account and one username for each home.
async fn check(house: &House, homes: usize) {
    let all = listed(&house.app, &zuid()).await;
    let numbers: BTreeSet<&String> = all.iter().map(|(number, ..)| number).collect();
    let names: BTreeSet<&String> = all.iter().map(|(_, name, _)| name).collect();
    assert_eq!((all.len(), numbers.len(), names.len()), (homes, homes, homes), "{}", house.engine);
    // No number of the project was lost on the way: each write that failed gave its numbers back.
    let last = format!("ALMELO{homes}");
    assert!(names.contains(&last), "{} has no {last}", house.engine);
}
