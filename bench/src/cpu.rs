//! What the threads of this process took of the machine: the load generator shares the cores with what it measures, and
//! this tells the two apart.

use std::fs;

use anyhow::Context;

/// Threads of the load generator are called this.
pub(crate) const LOAD: &str = "load";

/// Seconds of CPU that all threads but those of the load generator took since they began (Linux, proc(5): schedstat).
pub(crate) fn seconds_without_load() -> anyhow::Result<f64> {
    let mut nanos = 0_u64;
    for task in fs::read_dir("/proc/self/task")? {
        let task = task?.path();
        // A thread may end between the listing and the look.
        let Ok(name) = fs::read_to_string(task.join("comm")) else { continue };
        if name.trim() == LOAD {
            continue;
        }
        let Ok(times) = fs::read_to_string(task.join("schedstat")) else { continue };
        nanos += on_cpu(&times)?;
    }
    Ok(nanos as f64 / 1e9)
}

/// Seconds of CPU that this thread took since it began.
pub(crate) fn seconds_of_this_thread() -> anyhow::Result<f64> {
    Ok(on_cpu(&fs::read_to_string("/proc/thread-self/schedstat")?)? as f64 / 1e9)
}

fn on_cpu(schedstat: &str) -> anyhow::Result<u64> {
    Ok(schedstat.split_whitespace().next().context("an empty schedstat")?.parse()?)
}

/// A line of `/proc/PID/status` in MB; `VmRSS` is the memory now, `VmHWM` the most it ever was.
pub(crate) fn megabytes(pid: u32, line: &str) -> anyhow::Result<f64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status"))?;
    let found = status.lines().find_map(|text| text.strip_prefix(line)?.strip_prefix(':'));
    let number = found.and_then(|text| text.split_whitespace().next()).with_context(|| format!("no {line}"))?;
    Ok(number.parse::<f64>()? * 1024.0 / 1e6)
}

/// Forgets the most memory so far, so that `VmHWM` counts from now (proc(5): clear_refs).
pub(crate) fn forget_peak() -> anyhow::Result<()> {
    fs::write("/proc/self/clear_refs", "5").context("clear_refs")
}
