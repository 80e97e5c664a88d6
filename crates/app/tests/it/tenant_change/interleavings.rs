//! Any order of planning, calling off, time passing, signing in, asking, mails that are put off, links used and workers at
//! work, held against a model that knows one thing: who lives there now. Nothing of anybody else works, and nobody who
//! lives there is locked out.

mod model;
mod steps;

use proptest::test_runner::{Config, TestRunner};
use testkit::{Fresh, engines, needs};

use crate::house::House;
use model::World;

/// Runs in one house; a new one keeps its rows few.
const RUNS: u32 = 50;

/// Houses of each engine: some hundreds of runs, or ten thousand.
fn houses() -> u32 {
    if needs::full() { 200 } else { 5 }
}

fn play(runtime: &tokio::runtime::Runtime, fresh: Fresh) {
    let house = runtime.block_on(House::build_as(std::sync::Arc::new(fresh), |settings| {
        let limits = &mut settings.limits;
        for limit in [&mut limits.ask_account_hour, &mut limits.ask_account_day, &mut limits.destination] {
            limit.most = 1_000_000;
        }
        limits.guess_account.most = 1_000_000;
    }));
    let number = std::cell::Cell::new(0);
    let config = Config { cases: RUNS, failure_persistence: None, max_shrink_iters: 300, ..Config::default() };
    let played = TestRunner::new(config).run(&steps::some(), |steps| {
        number.set(number.get() + 1);
        runtime.block_on(async {
            let mut world = World::new(&house, number.get()).await;
            for step in &steps {
                world.take(*step).await;
                world.check().await;
            }
            world.end().await;
        });
        Ok(())
    });
    if let Err(failure) = played {
        panic!("on {}: {failure}", house.engine);
    }
}

#[test]
fn nobody_survives_a_tenant_change_and_nobody_who_lives_there_is_locked_out() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for _ in 0..houses() {
        play(&runtime, runtime.block_on(engines::sqlite()));
        if let Some(fresh) = runtime.block_on(engines::postgres()) {
            play(&runtime, fresh);
        }
    }
}
