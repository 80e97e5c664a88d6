//! What a stranger learns from the time an answer takes: whether a username exists, has an address, has a password. The
//! chance to tell two kinds apart from one time of each; 0.5 is a coin. Equal *work* is shown by the tests.

use app::sign_in::{Enter, EnterError, enter};
use crypto::chance::Chance;
use crypto::clock::Stopwatch;
use crypto::password::{Params, Secret};
use tokio::runtime::Runtime;

use crate::figure::Figure;
use crate::house::House;
use crate::numbers::told_apart;
use crate::pace::Pace;

/// Names of each kind, asked in turn.
const NAMES: usize = 50;
/// No more than this may be told.
const MOST: f64 = 0.55;

pub(crate) fn run(pace: Pace) -> anyhow::Result<Vec<Figure>> {
    let runtime = crate::serving::runtime()?;
    let usual = names(&runtime, Params::STANDARD)?;
    let cheap = names(&runtime, Params::for_tests())?;
    let mut figures = sign_ins(&runtime, &usual, pace.count(400), "sign-in")?;
    // Without the weight of the hash everything else shows; nothing is wanted of it.
    let bare = sign_ins(&runtime, &cheap, pace.count(4_000), "sign-in without the weight of the hash")?;
    figures.extend(bare.into_iter().map(|figure| Figure::told(&figure.what, &figure.ours, "")));
    figures.push(resets(&runtime, &usual, pace.count(4_000))?);
    Ok(figures)
}

/// A house, and names that exist with everything, exist without address and password, and do not exist.
struct Names {
    house: House,
    whole: Vec<String>,
    unlinked: Vec<String>,
    unknown: Vec<String>,
}

fn names(runtime: &Runtime, params: Params) -> anyhow::Result<Names> {
    let house = House::build(runtime, params)?;
    let all = house.fill(runtime, 2_000, |home| home % 2 == 0)?;
    let (whole, unlinked): (Vec<_>, Vec<_>) = all.into_iter().enumerate().partition(|(home, _)| home % 2 == 0);
    let names = |homes: Vec<(usize, String)>| homes.into_iter().map(|(_, name)| name).collect::<Vec<_>>();
    let (whole, unlinked) = (names(whole), names(unlinked));
    house.set_passwords(runtime, &whole)?;
    let unknown = (0..NAMES).map(|n| format!("ALMELO{}", 2_001 + n)).collect();
    Ok(Names { house, whole, unlinked, unknown })
}

/// Times one kind after the other, in an order that chance decides each round. The first rounds warm up.
fn interleaved<const N: usize>(
    samples: usize,
    mut time: impl FnMut(usize, usize) -> anyhow::Result<f64>,
) -> anyhow::Result<[Vec<f64>; N]> {
    let chance = Chance::system();
    let mut times = [const { Vec::new() }; N];
    let warm_up = samples / 10;
    for round in 0..warm_up + samples {
        let start = usize::from(chance.bytes::<1>()[0]);
        let backwards = chance.bytes::<1>()[0] & 1 == 1;
        for step in 0..N {
            let kind = (start + if backwards { N - step } else { step }) % N;
            let took = time(kind, round)?;
            if round >= warm_up
                && let Some(of_kind) = times.get_mut(kind)
            {
                of_kind.push(took);
            }
        }
    }
    Ok(times)
}

fn pick(names: &[String], round: usize) -> &str {
    names.get(round % NAMES).map_or("", String::as_str)
}

fn sign_ins(runtime: &Runtime, names: &Names, samples: usize, what: &str) -> anyhow::Result<Vec<Figure>> {
    let house = &names.house;
    let [wrong, unlinked, unknown] = interleaved(samples, |kind, round| {
        let name = match kind {
            0 => pick(&names.whole, round),
            1 => pick(&names.unlinked, round),
            _ => pick(&names.unknown, round),
        };
        let cmd = Enter { name: name.to_owned(), password: Secret::from("een fiets zonder bel"), device: None };
        let ctx = house.ctx("192.0.2.1");
        let watch = Stopwatch::start();
        let answer = runtime.block_on(enter(&house.app, &ctx, cmd));
        let took = watch.elapsed().micros() as f64;
        match answer {
            Err(EnterError::Wrong) => Ok(took),
            Err(error) => Err(error.into()),
            Ok(_) => Err(anyhow::anyhow!("a wrong password was right")),
        }
    })?;
    let note = format!("{samples} times each");
    let figure = |kinds: &str, one: &[f64], other: &[f64]| {
        Figure::at_most(&format!("{what}: {kinds} told apart"), told_apart(one, other), MOST, "", "0.5").noting(&note)
    };
    Ok(vec![
        figure("unknown name, wrong password", &unknown, &wrong),
        figure("no password yet, wrong password", &unlinked, &wrong),
        figure("unknown name, no password yet", &unknown, &unlinked),
    ])
}

fn resets(runtime: &Runtime, names: &Names, samples: usize) -> anyhow::Result<Figure> {
    let house = &names.house;
    let [known, unknown] = interleaved(samples, |kind, round| {
        let name = if kind == 0 { pick(&names.whole, round) } else { pick(&names.unknown, round) };
        let ctx = house.ctx("192.0.2.1");
        let watch = Stopwatch::start();
        runtime.block_on(app::reset::ask(&house.app, &ctx, name))?;
        Ok(watch.elapsed().micros() as f64)
    })?;
    let told = told_apart(&known, &unknown);
    let figure = Figure::at_most("reset asked: known name, unknown name told apart", told, MOST, "", "0.5");
    Ok(figure.noting(format!("{samples} times each")))
}
