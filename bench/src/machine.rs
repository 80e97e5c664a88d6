//! On what was measured, and when.

use std::io::{Seek, Write};
use std::process::Command;

use crypto::clock::{Clock, Stopwatch};
use domain::time::Day;

use crate::figure::rounded;
use crate::numbers::median;
use crate::pace::Pace;

/// The circumstances of a run.
pub(crate) struct About {
    day: String,
    commit: String,
    processor: String,
    cores: usize,
    sync_ms: f64,
    quick: bool,
}

/// Cores this process may use.
pub(crate) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Looks around.
pub(crate) fn about(pace: Pace) -> anyhow::Result<About> {
    let commit = Command::new("git").args(["rev-parse", "--short", "HEAD"]).output();
    let commit = commit.ok().filter(|out| out.status.success());
    let commit = commit.map(|out| String::from_utf8_lossy(&out.stdout).trim().to_owned());
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find(|line| line.starts_with("model name")).and_then(|line| line.split_once(": "));
    Ok(About {
        day: Day::of(Clock::system().now()).to_string(),
        commit: commit.unwrap_or_else(|| "unknown".to_owned()),
        processor: model.map_or_else(|| "unknown processor".to_owned(), |(_, name)| name.to_owned()),
        cores: cores(),
        sync_ms: sync_ms()?,
        quick: pace.quick,
    })
}

/// How long the disk takes to keep a page: what a commit each is limited by.
fn sync_ms() -> anyhow::Result<f64> {
    let folder = testkit::engines::folder();
    let mut file = std::fs::File::create(folder.join("sync"))?;
    let mut times = Vec::new();
    for _ in 0..100 {
        let watch = Stopwatch::start();
        file.rewind()?;
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        times.push(watch.elapsed().micros() as f64 / 1000.0);
    }
    std::fs::remove_dir_all(folder)?;
    Ok(median(&times))
}

impl About {
    /// All of it in one sentence.
    pub(crate) fn sentence(&self) -> String {
        let quick = if self.quick { ", a quick run: the numbers mean little" } else { "" };
        format!(
            "{}, commit {}; {} × {}, fsync of a page {} ms{quick}.",
            self.day,
            self.commit,
            self.cores,
            self.processor,
            rounded(self.sync_ms)
        )
    }
}
