//! A run that is stopped anywhere: what is gone is counted, the rest goes with the next; and two at once are one.

use std::sync::atomic::{AtomicU32, Ordering};

use app::retention::{self, daily};
use domain::retention::Class;
use domain::time::Span;
use testkit::{each_engine, raw};
use uuid::Uuid;

use super::{all, dry, left, run};
use crate::house::House;

#[tokio::test]
async fn a_run_that_is_stopped_is_finished_by_the_next_and_nothing_is_counted_twice() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        left(&house, "ALMELO01", "een@example.nl").await;
        house.forward(Span::days(3_000));
        let due = dry(&house).await.all();
        assert!(due > 5, "{due}");
        for steps in 0..40 {
            let asked = AtomicU32::new(0);
            let go_on = || asked.fetch_add(1, Ordering::Relaxed) < steps;
            retention::run(&house.app, Uuid::from_u128(steps.into()), &go_on).await.unwrap().expect("its turn");
        }
        let sum = "SELECT CAST(sum(n) AS BIGINT) FROM retention_count";
        let reports = "SELECT CAST(COALESCE(sum(n), 0) AS BIGINT) FROM retention_count WHERE class = 'household'";
        assert_eq!(raw::count(&house.fresh, sum).await, i64::try_from(due).unwrap(), "{}", house.engine);
        assert_eq!(raw::count(&house.fresh, reports).await, 1);
        assert_eq!(dry(&house).await.all(), 0);
        assert_eq!(all(&house, "occupancy").await, 0);
    })
    .await;
}

#[tokio::test]
async fn one_process_does_it_once_a_day() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let now = house.clock.now();
        let taken = store::lease::take(&house.app.db, "retention", two, now + Span::minutes(1), now).await.unwrap();
        assert!(taken && retention::run(&house.app, one, &|| true).await.unwrap().is_none(), "{}", house.engine);
        house.forward(Span::minutes(1));
        assert!(daily(&house.app, one, &|| false).await.unwrap().is_some_and(|report| !report.through));
        assert!(daily(&house.app, one, &|| true).await.unwrap().is_some(), "it did not come to its end");
        assert!(daily(&house.app, two, &|| true).await.unwrap().is_none(), "today it did");
        house.forward(Span::days(1));
        assert!(daily(&house.app, two, &|| true).await.unwrap().is_some());
        assert_eq!(all(&house, "retention_run").await, 3);
        house.forward(Span::days(1_100));
        assert_eq!(run(&house).await.of_class(Class::Report), 3, "reports have a term too");
    })
    .await;
}
