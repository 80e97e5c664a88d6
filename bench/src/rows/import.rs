//! A list of 100,000 homes with addresses, confirmed, against the very rows it leaves (homes, accounts, log and all)
//! written by `rusqlite` in commits of 500 homes; and the most memory the import took.

use anyhow::ensure;
use crypto::clock::Stopwatch;
use crypto::password::Params;

use crate::copied::Copied;
use crate::cpu;
use crate::figure::{Figure, rounded};
use crate::house::{House, list};
use crate::numbers::median;
use crate::pace::Pace;

/// Everything that an import writes, what is referred to first.
const TABLES: [&str; 8] =
    ["dwelling", "account", "identity", "occupancy", "progress", "email_link", "import_row", "audit_line"];
/// What refers to lines of the log, which do not stand in step with the homes: these follow a chunk later.
const BEHIND: [&str; 2] = ["audit_side", "audit_unsealed"];
const CHUNK: usize = 500;

pub(crate) fn run(pace: Pace) -> anyhow::Result<Vec<Figure>> {
    let count = pace.count(100_000);
    let runtime = crate::serving::runtime()?;
    let (mut ours, mut bare, mut memory) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..pace.rounds().min(3) {
        let house = House::build(&runtime, Params::STANDARD)?;
        let homes = list(count, |_| true);
        cpu::forget_peak()?;
        let before = cpu::megabytes(std::process::id(), "VmRSS")?;
        let watch = Stopwatch::start();
        let report = house.import(&runtime, homes, |_| {})?;
        ours.push(count as f64 / seconds(watch));
        memory.push(cpu::megabytes(std::process::id(), "VmHWM")? - before);
        ensure!(report.tally.new == count as u64, "{:?}", report.tally);
        bare.push(count as f64 / bulk(&runtime, &house, count)?);
    }
    let note =
        format!("{} rows; the bare limit writes every row the import left, its log included", rounded(count as f64));
    let most = rounded(memory.iter().copied().fold(0.0, f64::max));
    Ok(vec![
        Figure::rates("import of 100,000 homes, confirmed", median(&ours), median(&bare), Some(0.3))
            .noting(note)
            .within_limit(),
        Figure::told("the same: memory it took at most", &format!("{most} MB"), ""),
    ])
}

fn seconds(watch: Stopwatch) -> f64 {
    watch.elapsed().micros() as f64 / 1e6
}

/// Seconds that the bulk insert of the rows of `house` takes, into a house where nothing else happened.
fn bulk(runtime: &tokio::runtime::Runtime, house: &House, count: usize) -> anyhow::Result<f64> {
    let from = house.connection()?;
    let empty = House::build(runtime, Params::STANDARD)?;
    let mut into = empty.connection()?;
    // Client, project and batch as they are in the other house; the lines that tell of them are in the copies.
    into.pragma_update(None, "foreign_keys", false)?;
    for table in ["audit_unsealed", "audit_side", "audit_line", "project", "organisation"] {
        into.execute(&format!("DELETE FROM {table}"), [])?;
    }
    for table in ["organisation", "project", "import_batch"] {
        Copied::read(&from, table, 1)?.write_chunk(&into, 0, 1)?;
    }
    into.pragma_update(None, "foreign_keys", true)?;
    let all = |table| Copied::read(&from, table, i32::MAX as usize);
    let copies = TABLES.into_iter().map(all).collect::<anyhow::Result<Vec<_>>>()?;
    let behind = BEHIND.into_iter().map(all).collect::<anyhow::Result<Vec<_>>>()?;
    let chunks = count.div_ceil(CHUNK);
    let watch = Stopwatch::start();
    for chunk in 0..=chunks {
        let tx = into.transaction()?;
        for copied in &copies {
            copied.write_chunk(&tx, chunk, chunks)?;
        }
        if let Some(before) = chunk.checked_sub(1) {
            for copied in &behind {
                copied.write_chunk(&tx, before, chunks)?;
            }
        }
        tx.commit()?;
    }
    Ok(seconds(watch))
}
