//! Judges of what this program writes. Of paper, documents and lists they are other people's programs: poppler, zbar, qpdf, LibreOffice,
//! Debian's, under `/usr/bin`; what a missing one means is for [`crate::needs`] to say. Of the outbox it is [`accounts`].

pub mod accounts;
pub mod office;
pub mod paper;

use std::path::Path;
use std::process::Command;
use std::sync::Mutex;

/// Whether all of these are there; else the test ends, or fails where everything is required.
///
/// # Panics
/// When this run requires everything and one is missing.
#[must_use]
pub fn there(programs: &[&str]) -> bool {
    let missing = programs.iter().find(|program| !Path::new("/usr/bin").join(program).exists());
    if let Some(missing) = missing {
        crate::needs::missing(missing);
    }
    missing.is_none()
}

/// What the program says; it must be content.
///
/// # Panics
/// When it cannot be run or ends with a fault.
#[must_use]
pub fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().expect("the judge runs");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{program} {arguments:?}: {out}{err}");
    out.into_owned()
}

/// The path as an argument.
///
/// # Panics
/// When it is not UTF-8.
#[must_use]
pub fn named(file: &Path) -> &str {
    file.to_str().expect("a path in UTF-8")
}

/// Does jobs, two at a time: judges are slow, and the usual machine has two cores. What came of them, in their order.
///
/// # Panics
/// When a job does.
pub fn two_at_once<T: Sync, R: Send>(jobs: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let waiting = Mutex::new(jobs.iter().enumerate());
    let next = || waiting.lock().expect("no job fails while it is taken").next();
    let worker = || {
        let mut done = Vec::new();
        while let Some((at, job)) = next() {
            done.push((at, work(job)));
        }
        done
    };
    let mut done = std::thread::scope(|scope| {
        let other = scope.spawn(worker);
        let mut done = worker();
        done.extend(other.join().expect("the other half of the jobs"));
        done
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}
