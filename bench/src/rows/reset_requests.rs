//! Requests for a new password accepted per second, each durable before it is answered, against the same row written by
//! one connection with a commit each. No worker runs: sending is measured by itself.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use crypto::clock::Stopwatch;
use crypto::password::Params;
use rusqlite::params_from_iter;
use rusqlite::types::Value;
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

use crate::copied::Copied;
use crate::figure::Figure;
use crate::house::{House, bare_connection};
use crate::load::{Generator, Plan, Request, post};
use crate::numbers::median;
use crate::pace::Pace;
use crate::serving::Serving;

/// People who ask at the same time.
const PEOPLE: usize = 64;

pub(crate) fn run(pace: Pace) -> anyhow::Result<Vec<Figure>> {
    let builder = crate::serving::runtime()?;
    let house = House::build(&builder, Params::STANDARD)?;
    let bare_house = House::build(&builder, Params::STANDARD)?;
    let names: Arc<[String]> = house.fill(&builder, 1_000, |_| true)?.into();
    let serving = Serving::start(house.router()?)?;
    let generator = Generator::start()?;
    let asked = Arc::clone(&names);
    let request: Request = Arc::new(move |person, n| {
        let name = asked.get((person + n as usize * PEOPLE) % asked.len()).map_or("", String::as_str);
        post("/login/accounts/pass/reset/", "", &format!("username={name}"))
    });
    // The first request leaves the row that the bare limit copies.
    builder.block_on(app::reset::ask(&house.app, &house.ctx("192.0.2.1"), "ALMELO01"))?;
    let (mut bare, mut called, mut over_http) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..pace.rounds() {
        bare.push(one_commit_each(&house, &bare_house, pace.lasts())?);
        called.push(use_case(&serving.runtime, &house, &names, pace.lasts())?);
        let plan = Plan::pressing(PEOPLE, pace.lasts());
        over_http.push(generator.run(serving.port, plan, &request, |status, _| status == 303)?.flawless()?.rate());
    }
    let bare = median(&bare);
    Ok(vec![
        Figure::rates("reset requests accepted, the use case", median(&called), bare, Some(10.0)),
        Figure::rates("reset requests accepted, over HTTP", median(&over_http), bare, Some(10.0)),
    ])
}

fn use_case(runtime: &Runtime, house: &House, names: &Arc<[String]>, lasts: Duration) -> anyhow::Result<f64> {
    let watch = Stopwatch::start();
    let mut people = JoinSet::new();
    for person in 0..PEOPLE {
        let (app, names, ctx) = (Arc::clone(&house.app), Arc::clone(names), house.ctx("192.0.2.1"));
        people.spawn_on(
            async move {
                let mut count = 0_u64;
                while watch.elapsed().to_std() < lasts {
                    let name = names.get((person + count as usize * PEOPLE) % names.len());
                    let ctx = app::Ctx { now: app.clock.now(), ..ctx.clone() };
                    app::reset::ask(&app, &ctx, name.map_or("", String::as_str)).await?;
                    count += 1;
                }
                anyhow::Ok(count)
            },
            runtime.handle(),
        );
    }
    let counts = runtime.block_on(people.join_all());
    let total: u64 = counts.into_iter().sum::<anyhow::Result<u64>>().context("a request failed")?;
    Ok(total as f64 / (watch.elapsed().micros() as f64 / 1e6))
}

/// The row that a request leaves, written again and again into a database of its own.
fn one_commit_each(house: &House, into: &House, lasts: Duration) -> anyhow::Result<f64> {
    let mail = Copied::read(&house.connection()?, "mail", 1)?;
    copies_per_second(&mail, into, lasts)
}

/// Writes copies of a row of `mail`, a commit each; how many per second.
pub(super) fn copies_per_second(mail: &Copied, into: &House, lasts: Duration) -> anyhow::Result<f64> {
    let (connection, statement) = (bare_connection(&into.file)?, mail.statement());
    let (watch, mut count) = (Stopwatch::start(), 0_u64);
    while watch.elapsed().to_std() < lasts {
        let id = into.app.id::<()>(into.app.clock.now()).bytes().to_vec();
        let row = mail.first_with(&[("id", Value::Blob(id)), ("tag", Value::Text(into.app.random_name()))])?;
        connection.prepare_cached(&statement)?.execute(params_from_iter(row))?;
        count += 1;
    }
    Ok(count as f64 / (watch.elapsed().micros() as f64 / 1e6))
}
