//! The sign-in page against a bare route that answers the same bytes and headers.

use std::sync::Arc;

use anyhow::ensure;
use axum::Router;
use axum::routing::get as route;
use crypto::password::Params;

use crate::bare_page::BarePage;
use crate::figure::Figure;
use crate::house::House;
use crate::load::{Generator, Load, Plan, Request, get};
use crate::numbers::median;
use crate::pace::Pace;
use crate::serving::Serving;

/// Browsers at the same time.
pub(super) const BROWSERS: usize = 32;

pub(crate) fn run(pace: Pace) -> anyhow::Result<Vec<Figure>> {
    let builder = crate::serving::runtime()?;
    let house = House::build(&builder, Params::STANDARD)?;
    let ours = Serving::start(house.router()?)?;
    let generator = Generator::start()?;
    let (status, head, body) = generator.ask(ours.port, &get("/login/", ""))?;
    ensure!(status == 200, "the sign-in page was answered {status}");
    let page = BarePage::of(&head, body)?;
    let bare = Serving::start(Router::new().route("/login/", route(move || async move { page.answer() })))?;
    let once = get("/login/", "");
    let request: Request = Arc::new(move |_, _| once.clone());
    compare(&generator, (ours.port, bare.port), &request, pace)?.figures("sign-in page", 0.7)
}

/// Both sides, round by round.
pub(super) struct Compared {
    ours: Vec<Load>,
    bare: Vec<Load>,
}

/// Asks ours and the bare one the same, one after the other.
pub(super) fn compare(
    generator: &Generator,
    (ours, bare): (u16, u16),
    request: &Request,
    pace: Pace,
) -> anyhow::Result<Compared> {
    let plan = Plan::pressing(BROWSERS, pace.lasts());
    let mut both = Compared { ours: Vec::new(), bare: Vec::new() };
    for _ in 0..pace.rounds() {
        both.bare.push(generator.run(bare, plan, request, |status, _| status == 200)?.flawless()?);
        both.ours.push(generator.run(ours, plan, request, |status, _| status == 200)?.flawless()?);
    }
    Ok(both)
}

fn middle(loads: &[Load], of: impl Fn(&Load) -> f64) -> f64 {
    median(&loads.iter().map(of).collect::<Vec<_>>())
}

impl Compared {
    /// The rate, and the rate that counts the server's own CPU only: the load generator's share flatters the first.
    pub(super) fn figures(&self, what: &str, at_least: f64) -> anyhow::Result<Vec<Figure>> {
        let (ours, bare) = (middle(&self.ours, Load::rate), middle(&self.bare, Load::rate));
        let (p50, p99) = (middle(&self.ours, |l| l.millis(200, 0.5)), middle(&self.ours, |l| l.millis(200, 0.99)));
        let (ours_cpu, bare_cpu) = (middle(&self.ours, Load::rate_of_cpu), middle(&self.bare, Load::rate_of_cpu));
        Ok(vec![
            Figure::rates(what, ours, bare, Some(at_least))
                .noting(format!("p50 {p50:.2} ms, p99 {p99:.2} ms"))
                .within_limit(),
            Figure::rates(&format!("{what}, per CPU second of the server alone"), ours_cpu, bare_cpu, None),
        ])
    }
}
