//! Password sign-ins per second against the same Argon2id in a bare loop on all cores: what counting, reading, starting
//! a session and answering cost beside the hash.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Context, anyhow};
use app::sign_in::{Enter, enter};
use argon2::{Algorithm, Argon2, Block, Version};
use crypto::clock::Stopwatch;
use crypto::password::{Params, Secret};
use mail::transport::{MemoryBox, Transport};
use tokio::runtime::Runtime;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::cpu;
use crate::figure::Figure;
use crate::house::{House, PASSWORD};
use crate::load::{Generator, Plan, Request, post};
use crate::machine::cores;
use crate::numbers::median;
use crate::pace::Pace;
use crate::serving::Serving;

/// People who sign in at the same time: enough to keep every core busy, few enough not to be refused by a slow machine.
const PEOPLE: usize = 16;

pub(crate) fn run(pace: Pace) -> anyhow::Result<Vec<Figure>> {
    let builder = crate::serving::runtime()?;
    let house = House::build(&builder, Params::STANDARD)?;
    let names: Arc<[String]> = house.fill(&builder, PEOPLE, |_| true)?.into();
    house.set_passwords(&builder, &names)?;
    let serving = Serving::start(house.router()?)?;
    let stop = worker(&serving.runtime, &house);
    let generator = Generator::start()?;
    let form = Arc::clone(&names);
    let request: Request = Arc::new(move |person, _| {
        let name = form.get(person).map_or("", String::as_str);
        post("/login/", "", &format!("username={name}&password={}", PASSWORD.replace(' ', "+")))
    });
    let (mut bare, mut called, mut asked) = (Vec::new(), Vec::new(), Vec::new());
    let (mut bare_cpu, mut asked_cpu) = (Vec::new(), Vec::new());
    for _ in 0..pace.rounds() {
        let (rate, rate_of_cpu) = bare_hashes(pace.lasts())?;
        bare.push(rate);
        bare_cpu.push(rate_of_cpu);
        called.push(use_case(&serving.runtime, &house, &names, pace.lasts())?);
        let plan = Plan::pressing(PEOPLE, pace.lasts());
        let load = generator.run(serving.port, plan, &request, |status, _| status == 303)?.flawless()?;
        asked.push(load.rate());
        asked_cpu.push(load.rate_of_cpu());
    }
    stop.send(true)?;
    let bare = median(&bare);
    let per_cpu = Figure::rates(
        "password sign-ins, per CPU second of the server alone",
        median(&asked_cpu),
        median(&bare_cpu),
        None,
    );
    Ok(vec![
        Figure::rates("password sign-ins, over HTTP", median(&asked), bare, Some(0.95)).within_limit(),
        Figure::rates("password sign-ins, the use case", median(&called), bare, Some(0.95)).within_limit(),
        per_cpu,
    ])
}

/// The worker of the program: its work (audit lines are sealed) is part of the price.
pub(super) fn worker(runtime: &Runtime, house: &House) -> watch::Sender<bool> {
    let (stop, stopped) = watch::channel(false);
    let clock = house.app.clock.clone();
    let post = Transport::Memory(MemoryBox::new(1, move || clock.now()));
    runtime.spawn(app::worker::run(Arc::clone(&house.app), post, stopped, app::worker::Heartbeat::default()));
    stop
}

fn use_case(runtime: &Runtime, house: &House, names: &Arc<[String]>, lasts: Duration) -> anyhow::Result<f64> {
    let watch = Stopwatch::start();
    let mut people = JoinSet::new();
    for person in 0..names.len() {
        let (app, names, ctx) = (Arc::clone(&house.app), Arc::clone(names), house.ctx("192.0.2.1"));
        people.spawn_on(
            async move {
                let mut count = 0_u64;
                while watch.elapsed().to_std() < lasts {
                    let name = names.get(person).cloned().unwrap_or_default();
                    let ctx = app::Ctx { now: app.clock.now(), ..ctx.clone() };
                    enter(&app, &ctx, Enter { name, password: Secret::from(PASSWORD), device: None }).await?;
                    count += 1;
                }
                anyhow::Ok(count)
            },
            runtime.handle(),
        );
    }
    let counts = runtime.block_on(people.join_all());
    let total: u64 = counts.into_iter().sum::<anyhow::Result<u64>>().context("a sign-in failed")?;
    Ok(total as f64 / (watch.elapsed().micros() as f64 / 1e6))
}

/// The same hash and nothing else: keyed, one buffer per thread, a thread per core. Hashes per second, and per second of
/// CPU: when the machine does other things too, only the second means something.
fn bare_hashes(lasts: Duration) -> anyhow::Result<(f64, f64)> {
    let (watch, stop) = (Stopwatch::start(), Arc::new(AtomicBool::new(false)));
    let threads: Vec<_> = (0..cores())
        .map(|_| {
            let stop = Arc::clone(&stop);
            std::thread::spawn(move || hash_until(&stop))
        })
        .collect();
    std::thread::sleep(lasts);
    stop.store(true, Ordering::Relaxed);
    let (mut total, mut cpu) = (0, 0.0);
    for thread in threads {
        let (hashes, seconds) = thread.join().map_err(|_| anyhow!("a hashing thread panicked"))??;
        total += hashes;
        cpu += seconds;
    }
    Ok((total as f64 / (watch.elapsed().micros() as f64 / 1e6), total as f64 / cpu.max(f64::EPSILON)))
}

fn hash_until(stop: &AtomicBool) -> anyhow::Result<(u64, f64)> {
    let (ours, failed) = (Params::STANDARD, |error| anyhow!("Argon2id: {error}"));
    let params = argon2::Params::new(ours.memory_kib(), ours.passes(), ours.lanes(), Some(32)).map_err(failed)?;
    let mut blocks = vec![Block::new(); params.block_count()];
    let pepper = [7; 32];
    let (mut count, mut out) = (0_u64, [0; 32]);
    while !stop.load(Ordering::Relaxed) {
        let argon = Argon2::new_with_secret(&pepper, Algorithm::Argon2id, Version::V0x13, params.clone());
        let argon = argon.map_err(failed)?;
        let salt = count.to_le_bytes().repeat(2);
        argon
            .hash_password_into_with_memory(PASSWORD.as_bytes(), &salt, &mut out, blocks.as_mut_slice())
            .map_err(failed)?;
        std::hint::black_box(&out);
        count += 1;
    }
    Ok((count, cpu::seconds_of_this_thread()?))
}
