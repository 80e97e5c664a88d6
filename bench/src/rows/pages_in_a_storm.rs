//! What everybody else notices while more people sign in than the cores can hash for: the other pages stay quick, nobody
//! is left without an answer, and who cannot be served hears so soon.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use bytes::Bytes;
use crypto::password::Params;

use super::sign_ins::worker;
use crate::figure::{Figure, rounded};
use crate::house::{House, PASSWORD};
use crate::load::{Check, Generator, Load, Plan, Request, get, header, post};
use crate::pace::Pace;
use crate::serving::Serving;

/// Several times what fits in the two seconds that may wait.
const STORM: usize = 600;
/// How soon who was refused tries again: sooner than told, as impatient people do.
const IMPATIENCE: Duration = Duration::from_millis(500);

pub(crate) fn run(pace: Pace) -> anyhow::Result<Vec<Figure>> {
    let builder = crate::serving::runtime()?;
    let house = House::build(&builder, Params::STANDARD)?;
    let names = house.fill(&builder, STORM, |_| true)?;
    house.set_passwords(&builder, &names)?;
    let serving = Serving::start(house.router()?)?;
    let stop = worker(&serving.runtime, &house);
    let generator = Generator::start()?;
    let cookie = sign_in(&generator, serving.port, names.first().context("nobody")?)?;
    let others = visits(&cookie);
    let storm: Request = Arc::new(move |person, _| {
        let name = names.get(person).map_or("", String::as_str);
        let from = format!("X-Forwarded-For: 10.1.{}.{}\r\n", person / 250, person % 250 + 1);
        post("/login/", &from, &form(name))
    });
    let lasts = pace.lasts() * 3;
    let calm = Plan { every: Some(Duration::from_millis(20)), ..Plan::pressing(4, lasts) };
    let seen: Check = |status, _| status == 200;
    let idle = generator.run(serving.port, calm, &others, seen)?.flawless()?;
    let pressing = Plan { after_busy: IMPATIENCE, ..Plan::pressing(STORM, lasts) };
    let answered: Check = |status, head| match status {
        303 => true,
        503 => header(head, "retry-after").is_some_and(|wait| wait.parse::<u32>().is_ok_and(|wait| wait > 0)),
        _ => false,
    };
    let (pages, storm) = generator.run_both(serving.port, (calm, &others, seen), (pressing, &storm, answered))?;
    stop.send(true)?;
    Ok(figures(&idle, &pages, &storm))
}

fn figures(idle: &Load, pages: &Load, storm: &Load) -> Vec<Figure> {
    let beside = |share| format!("idle {} ms", rounded(idle.millis(200, share)));
    let (p50, p99) = (pages.millis(200, 0.5), pages.millis(200, 0.99));
    let lost = pages.lost + pages.wrong + storm.lost + storm.wrong;
    let refused = storm.millis(503, 1.0) / 1000.0;
    let (served, excess) = (storm.count(303), storm.count(503));
    let unanswered = format!("{lost} of {}", pages.count(200) + served + excess);
    vec![
        Figure::at_most("other pages in a storm of sign-ins: p99", p99, 50.0, "ms", &beside(0.99)),
        Figure::told("the same: median", &format!("{} ms", rounded(p50)), &beside(0.5)),
        Figure::holds("the same: requests lost, or answered wrongly", &unanswered, "none", lost == 0),
        Figure::at_most("the same: 503 with Retry-After, at the latest after", refused, 2.0, "s", "")
            .noting(format!("{served} signed in, {excess} were told to come back")),
    ]
}

fn form(name: &str) -> String {
    format!("username={name}&password={}", PASSWORD.replace(' ', "+"))
}

/// Signs in over HTTP; the cookie line for later requests.
pub(super) fn sign_in(generator: &Generator, port: u16, name: &str) -> anyhow::Result<String> {
    let (status, head, _) = generator.ask(port, &post("/login/", "", &form(name)))?;
    let cookies = head.lines().filter_map(|line| line.split_once(':'));
    let session = cookies
        .filter(|(field, _)| field.eq_ignore_ascii_case("set-cookie"))
        .find_map(|(_, value)| value.trim().split(';').next().filter(|pair| pair.contains("session=")));
    let session = session.with_context(|| format!("no session: the sign-in was answered {status}"))?;
    Ok(format!("Cookie: {session}\r\n"))
}

/// The other pages: two that anybody sees, and the start page of somebody who is signed in.
fn visits(cookie: &str) -> Request {
    let pages: [Bytes; 3] = [get("/login/", ""), get("/", cookie), get("/login/accounts/pass/reset/", "")];
    Arc::new(move |connection, n| {
        let [one, two, three] = &pages;
        match (n as usize + connection) % 3 {
            0 => one.clone(),
            1 => two.clone(),
            _ => three.clone(),
        }
    })
}
