//! Letters for 5,000 homes, from the choice of the homes to the last file: pages a second, and the most memory it took.

use anyhow::ensure;
use app::first_login::letters::{self, PART, Wish};
use crypto::clock::Stopwatch;
use crypto::password::Params;
use domain::access::Actor;
use domain::first_login::LetterChoice;
use domain::language::Language;

use crate::cpu;
use crate::figure::{Figure, rounded};
use crate::house::{House, place};
use crate::numbers::median;
use crate::pace::Pace;

const HOMES: usize = 5_000;
/// One home in so many has no address, and gets the other letter.
const WITHOUT_ADDRESS: usize = 10;

pub(crate) fn run(pace: Pace) -> anyhow::Result<Vec<Figure>> {
    let homes = pace.count(HOMES);
    let runtime = crate::serving::runtime()?;
    let house = House::build(&runtime, Params::STANDARD)?;
    house.fill(&runtime, homes, |number| number % WITHOUT_ADDRESS != 0)?;
    let (mut rates, mut bytes) = (Vec::new(), 0);
    cpu::forget_peak()?;
    let before = cpu::megabytes(std::process::id(), "VmRSS")?;
    for _ in 0..pace.rounds().min(3) {
        let watch = Stopwatch::start();
        bytes = runtime.block_on(make(&house, homes))?;
        rates.push(homes as f64 / (watch.elapsed().micros() as f64 / 1e6));
    }
    let most = cpu::megabytes(std::process::id(), "VmHWM")? - before;
    let note = format!("{} letters, files of {PART}, {} kB a page", rounded(homes as f64), bytes / homes / 1_000);
    Ok(vec![
        Figure::told("letters, from the choice of homes to the PDF", &format!("{} /s", rounded(median(&rates))), "")
            .noting(note),
        Figure::told("the same: memory it took at most", &format!("{} MB", rounded(most)), ""),
    ])
}

/// Makes all letters of a run; how many bytes its files have.
async fn make(house: &House, homes: usize) -> anyhow::Result<usize> {
    let (app, ctx, path) = (&house.app, house.app.command(), place()?);
    let wish = Wish { choice: LetterChoice::All, home: String::new(), language: Language::Nl, unlinked: false };
    let (run, letters) = letters::make(app, &ctx, &Actor::Server, (&path, &wish)).await?;
    ensure!(letters as usize == homes, "{letters} letters for {homes} homes");
    let mut bytes = 0;
    for part in 1..=letters.div_ceil(PART) {
        let (_, pdf) = letters::pdf(app, &ctx, &Actor::Server, (run, part)).await?;
        bytes += pdf.len();
    }
    Ok(bytes)
}
