//! A household that left: nothing before its term, all of it after, and whoever lives there still notices nothing.

use app::audit::verify;
use domain::retention::Class;
use domain::time::Span;
use testkit::each_engine;

use super::{all, counts, dry, hold, left, release, rows_with, run};
use crate::house::House;
use crate::tenant_change::{ALL, settle, works};

const CANARY: &str = "kanarie@vertrokken.example.nl";

#[tokio::test]
async fn nothing_goes_before_its_term_and_all_of_it_after() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        left(&house, "ALMELO01", CANARY).await;
        house.home("ALMELO02", Some("buur@example.nl")).await;
        house.forward(Span::days(728));
        let lines = all(&house, "audit_line").await;
        assert_eq!(dry(&house).await.of_class(Class::Household), 0, "a day before, on {}", house.engine);
        run(&house).await;
        assert_eq!(all(&house, "occupancy").await, 2, "a household within its term is whole");
        house.forward(Span::days(2));
        let neighbour = settle(&house, "ALMELO02", "buur@example.nl").await;
        let would = dry(&house).await;
        assert_eq!(would.of_class(Class::Household), 1);
        assert_eq!(counts(&would), counts(&run(&house).await), "the dry run says what the run does");
        assert_eq!(rows_with(&house, CANARY).await, 0, "{}", house.engine);
        for table in ["occupancy", "identity", "progress", "email_link", "password"] {
            assert_eq!(all(&house, table).await, 1, "{table} of the neighbour, and no other, on {}", house.engine);
        }
        assert_eq!(all(&house, "passkey").await + all(&house, "passkey_user").await, 0);
        assert!(all(&house, "audit_line").await >= lines, "no line goes");
        assert_eq!(works(&house, &neighbour).await, ALL, "{}", house.engine);
        assert!(counts(&run(&house).await).is_empty(), "once");
        while app::audit::seal(&house.app, uuid::Uuid::from_u128(2)).await.unwrap() > 0 {}
        assert!(verify(&house.app).await.unwrap().faults.is_empty(), "the chains are whole on {}", house.engine);
    })
    .await;
}

/// What was erased is not in the file of the database either, once it is closed.
#[tokio::test]
async fn the_file_of_the_database_holds_nothing_of_it() {
    let fresh = std::sync::Arc::new(testkit::engines::sqlite().await);
    let path = fresh.url.strip_prefix("sqlite:").unwrap().to_owned();
    let house = House::build(std::sync::Arc::clone(&fresh)).await;
    left(&house, "ALMELO01", CANARY).await;
    let holds = |path: &str| {
        let bytes = std::fs::read(path).unwrap();
        bytes.windows(CANARY.len()).filter(|window| *window == CANARY.as_bytes()).count()
    };
    house.forward(Span::days(731));
    testkit::raw::run(&house.fresh, "PRAGMA wal_checkpoint(TRUNCATE)").await;
    assert!(holds(&path) > 0, "the search finds what is there");
    run(&house).await;
    drop(house);
    fresh.db.close();
    assert_eq!(holds(&path), 0);
    let wal = std::fs::read(format!("{path}-wal")).unwrap_or_default();
    assert!(wal.is_empty(), "the last checkpoint leaves no log behind");
}

#[tokio::test]
async fn what_is_held_stays_and_goes_when_it_is_held_no_more() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        left(&house, "ALMELO01", "een@vertrokken.example.nl").await;
        left(&house, "ALMELO02", "twee@vertrokken.example.nl").await;
        house.forward(Span::days(3_000));
        let one = hold(&house, Some(" almelo01 "), None).await;
        let before = [all(&house, "mail").await, all(&house, "token").await, all(&house, "email_link").await];
        assert!(before.iter().all(|n| *n >= 2), "{before:?}");
        run(&house).await;
        assert_eq!(rows_with(&house, "een@vertrokken").await, 2, "address and how it is searched, on {}", house.engine);
        assert_eq!(rows_with(&house, "twee@vertrokken").await, 0, "{}", house.engine);
        assert_eq!(all(&house, "occupancy").await, 1);
        assert!(all(&house, "mail").await > 0 && all(&house, "token").await > 0 && all(&house, "session").await > 0);
        assert!(all(&house, "tenant_change").await == 1 && all(&house, "audit_side").await > 0);
        assert!(release(&house, one).await);
        assert!(!release(&house, one).await, "once");
        let client = hold(&house, None, None).await;
        assert!(counts(&run(&house).await).is_empty(), "the client is held as a whole on {}", house.engine);
        release(&house, client).await;
        hold(&house, None, Some(domain::time::Day::of(house.clock.now()))).await;
        assert!(counts(&run(&house).await).is_empty());
        house.forward(Span::days(1));
        assert_eq!(run(&house).await.of_class(Class::Household), 1, "the day of the hold is over");
        assert_eq!(rows_with(&house, "een@vertrokken").await, 0);
    })
    .await;
}
