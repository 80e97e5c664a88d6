//! Elapsed time for deadlines and batches. Monotonic, never shown, never stored: what happened when comes from the
//! caller's clock.

use std::time::{Duration, Instant};

#[derive(Clone, Copy)]
pub(crate) struct Stopwatch(Instant);

impl Stopwatch {
    #[expect(clippy::disallowed_methods, reason = "a deadline needs the monotonic clock, and nothing of it is kept")]
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }

    #[expect(clippy::disallowed_methods, reason = "a deadline needs the monotonic clock, and nothing of it is kept")]
    pub(crate) fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}
