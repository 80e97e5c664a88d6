//! How long a measurement takes. Short ones (`--quick`) show that a row works; their numbers mean little.

use std::time::Duration;

/// How thorough a run is.
#[derive(Clone, Copy)]
pub(crate) struct Pace {
    /// A second each, once.
    pub(crate) quick: bool,
}

impl Pace {
    /// How long one side of a comparison runs.
    pub(crate) fn lasts(self) -> Duration {
        Duration::from_secs(if self.quick { 1 } else { 5 })
    }

    /// How often both sides run, one after the other; the median counts, so that a hiccup of the machine does not.
    pub(crate) fn rounds(self) -> usize {
        if self.quick { 1 } else { 5 }
    }

    /// How many of something: all, or a tenth.
    pub(crate) fn count(self, thorough: usize) -> usize {
        if self.quick { (thorough / 10).max(1) } else { thorough }
    }
}
