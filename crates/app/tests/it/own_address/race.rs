//! The old owner of an address against the new one, in any order of asking, confirming, resetting, signing in, ending all access,
//! taking back, and time: held against a model that knows which address came in the place of which. A link takes back exactly
//! while it may, and after it nothing of whoever came later works.

mod model;

use domain::role::Role;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use testkit::{Fresh, engines, needs};

use crate::house::House;
use crate::proposal::person;
use model::World;

/// Runs in one house; a new one keeps its rows few.
const RUNS: u32 = 40;

/// Houses of each engine.
fn houses() -> u32 {
    if needs::full() { 50 } else { 2 }
}

/// What may happen. A number chooses among what somebody holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    SignIn,
    /// Whoever is signed in asks for an address that nobody had.
    Ask,
    Deliver,
    /// The mail server puts the next mail off.
    PutOff,
    /// Somebody confirms, signed in or with the password.
    Confirm(usize, bool),
    AskReset,
    /// Whoever holds a link to a new password uses it.
    Reset(usize),
    /// Whoever owned an address takes it back.
    Undo(usize),
    /// The client ends all access.
    Revoke,
    Forward(i64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => Just(Step::SignIn),
        4 => Just(Step::Ask),
        5 => Just(Step::Deliver),
        1 => Just(Step::PutOff),
        5 => (0_usize..4, any::<bool>()).prop_map(|(which, signed_in)| Step::Confirm(which, signed_in)),
        2 => Just(Step::AskReset),
        3 => (0_usize..4).prop_map(Step::Reset),
        2 => (0_usize..4).prop_map(Step::Undo),
        1 => Just(Step::Revoke),
        2 => (1_i64..50).prop_map(Step::Forward),
    ]
}

fn play(runtime: &tokio::runtime::Runtime, fresh: Fresh) {
    let house = runtime.block_on(House::build_as(std::sync::Arc::new(fresh), |settings| {
        let limits = &mut settings.limits;
        let asking = [&mut limits.ask_account_hour, &mut limits.ask_account_day, &mut limits.destination];
        for limit in asking.into_iter().chain([&mut limits.guess_device, &mut limits.guess_account]) {
            limit.most = 1_000_000;
        }
        limits.wrong_usernames = 1_000_000;
    }));
    let clerk = runtime.block_on(person(&house, Role::Clerk, 1));
    let number = std::cell::Cell::new(0);
    let config = Config { cases: RUNS, failure_persistence: None, max_shrink_iters: 200, ..Config::default() };
    let steps = prop::collection::vec(step(), 6..30);
    let played = TestRunner::new(config).run(&steps, |steps| {
        number.set(number.get() + 1);
        runtime.block_on(async {
            let mut world = World::new(&house, &clerk, number.get()).await;
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
fn whoever_owned_the_address_first_gets_it_back_and_nobody_later_keeps_anything() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for _ in 0..houses() {
        play(&runtime, runtime.block_on(engines::sqlite()));
        if let Some(fresh) = runtime.block_on(engines::postgres()) {
            play(&runtime, fresh);
        }
    }
}
