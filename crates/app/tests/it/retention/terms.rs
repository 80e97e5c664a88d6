//! Terms of clients: within their bounds, for that client alone; and any lives under any terms against a model that knows one thing:
//! when each was over.

use app::retention::{TermError, change_term};
use domain::access::{Actor, Denied};
use domain::retention::{Class, TermFault};
use domain::tenant_change::Kind;
use domain::time::{Day, Span};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use testkit::each_engine;

use super::{all, hold, left, linde, rows_with, run, term};
use crate::house::House;
use crate::tenant_change::{plan, wish};

#[tokio::test]
async fn a_client_has_its_own_term_within_the_bounds() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        left(&house, "ALMELO01", "een@vertrokken.example.nl").await;
        house.forward(Span::days(100));
        term(&house, Class::Household, Some(120)).await;
        run(&house).await;
        assert_eq!(all(&house, "occupancy").await, 1, "{}", house.engine);
        term(&house, Class::Household, Some(60)).await;
        term(&house, Class::Household, None).await;
        run(&house).await;
        assert_eq!(all(&house, "occupancy").await, 1, "as usual again");
        term(&house, Class::Household, Some(60)).await;
        run(&house).await;
        assert_eq!(all(&house, "occupancy").await, 0, "{}", house.engine);
        for (class, days) in [(Class::Household, 29), (Class::Household, 1826)] {
            let refused = change_term(&house.app, &house.ctx(), &Actor::Server, (&linde(), class, Some(days))).await;
            assert!(matches!(refused, Err(TermError::Term(TermFault::OutOfBounds(_)))), "{refused:?}");
        }
        let refused = change_term(&house.app, &house.ctx(), &Actor::Server, (&linde(), Class::Mail, Some(365))).await;
        assert!(matches!(refused, Err(TermError::Term(TermFault::NotTheirs))), "{refused:?}");
        let nobody = "bestaat-niet".parse().unwrap();
        let refused = change_term(&house.app, &house.ctx(), &Actor::Server, (&nobody, Class::Household, None)).await;
        assert!(matches!(refused, Err(TermError::Barred(app::Barred::Denied(Denied::NotYours)))), "{refused:?}");
    })
    .await;
}

/// A home: after how many days its household leaves, if it does, and whether it is held.
#[derive(Clone, Copy, Debug)]
struct Life {
    leaves: Option<u16>,
    held: bool,
}

fn lives() -> impl Strategy<Value = (Vec<Life>, u32, u16)> {
    let life = (proptest::option::of(0_u16..80), proptest::bool::weighted(0.2));
    let lives = proptest::collection::vec(life.prop_map(|(leaves, held)| Life { leaves, held }), 1..6);
    (lives, 30_u32..60, 30_u16..200)
}

async fn play(house: &House, number: u32, (lives, days, looks): (&[Life], u32, u16)) {
    let start = house.clock.now();
    let name = |n: usize| format!("ALMELO{}", 1_000 + 10 * usize::try_from(number).unwrap() + n);
    for (n, life) in lives.iter().enumerate() {
        let home = house.home(&name(n), Some(&format!("kanarie{number}x{n}x@example.nl"))).await;
        if let Some(leaves) = life.leaves {
            let last = Day::of(start + Span::days(leaves.into())).to_string();
            plan(house, home, wish(Kind::Vacant, &last, "", None)).await.unwrap();
        }
        if life.held {
            hold(house, Some(&name(n)), None).await;
        }
    }
    term(house, Class::Household, Some(days)).await;
    term(house, Class::Address, Some(730)).await;
    house.forward(Span::days(looks.into()));
    while app::tenant_change::finish_due(&house.app).await.unwrap() > 0 {}
    house.deliver().await;
    run(house).await;
    let now = house.clock.now();
    for (n, life) in lives.iter().enumerate() {
        let over = life.leaves.map(|leaves| Day::of(start + Span::days(leaves.into())).next().starts_at());
        let gone = over.is_some_and(|at| at + Span::days(days.into()) <= now) && !life.held;
        let found = rows_with(house, &format!("kanarie{number}x{n}x")).await;
        assert_eq!(found > 0, !gone, "{life:?}, {days} days, looked at after {looks} on {}", house.engine);
    }
}

#[test]
fn any_lives_go_when_they_are_over_and_not_before() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut houses = vec![runtime.block_on(testkit::engines::sqlite())];
    houses.extend(runtime.block_on(testkit::engines::postgres()));
    for fresh in houses {
        let house = runtime.block_on(House::build(std::sync::Arc::new(fresh)));
        let number = std::cell::Cell::new(0);
        let config = Config { cases: 25, failure_persistence: None, max_shrink_iters: 50, ..Config::default() };
        let played = TestRunner::new(config).run(&lives(), |(lives, days, looks)| {
            number.set(number.get() + 1);
            runtime.block_on(play(&house, number.get(), (&lives, days, looks)));
            Ok(())
        });
        if let Err(failure) = played {
            panic!("on {}: {failure}", house.engine);
        }
    }
}
