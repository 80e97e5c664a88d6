//! The clock of the house, handed around as a value so that tests and the demo can move it. The only file that reads
//! the clocks of the machine; it must not know what the time is used for.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use domain::time::{Span, Time};

/// A clock; clones show the same time.
#[derive(Clone, Debug)]
pub struct Clock(Kind);

#[derive(Clone, Debug)]
enum Kind {
    System,
    /// Runs with the machine's clock, plus an offset.
    Shifted(Arc<AtomicI64>),
    /// Stands still at this time until it is moved.
    Standing(Arc<AtomicI64>),
}

impl Clock {
    /// The clock of the machine. It cannot be moved.
    #[must_use]
    pub fn system() -> Self {
        Self(Kind::System)
    }

    /// For tests: stands still at `start` until it is moved.
    #[must_use]
    pub fn moved(start: Time) -> Self {
        Self(Kind::Standing(Arc::new(AtomicI64::new(start.micros()))))
    }

    /// For the demo: runs like the clock of the machine, and can be moved forward.
    #[must_use]
    pub fn shifted() -> Self {
        Self(Kind::Shifted(Arc::new(AtomicI64::new(0))))
    }

    /// The time it shows.
    #[must_use]
    pub fn now(&self) -> Time {
        match &self.0 {
            Kind::System => system_now(),
            Kind::Shifted(offset) => system_now() + Span::from_micros(offset.load(Ordering::SeqCst)),
            Kind::Standing(micros) => Time::from_micros(micros.load(Ordering::SeqCst)),
        }
    }

    /// Moves it, also backwards for a negative span. Answers `false`, and does nothing, on the machine's own clock.
    pub fn forward(&self, by: Span) -> bool {
        match &self.0 {
            Kind::System => false,
            Kind::Shifted(micros) | Kind::Standing(micros) => {
                micros.fetch_add(by.micros(), Ordering::SeqCst);
                true
            }
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
fn system_now() -> Time {
    // Before 1970 only when the machine's clock was never set.
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Time::from_micros(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
}

/// Measures how long something took. Never a reason for a decision about access: that is the [`Clock`]'s.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts to count.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// What has passed since the start.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
    pub fn elapsed(&self) -> Span {
        Span::from_micros(i64::try_from(self.0.elapsed().as_micros()).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_standing_clock_moves_only_when_told_and_clones_share_it() {
        let clock = Clock::moved(Time::from_micros(5));
        let same = clock.clone();
        assert_eq!(clock.now(), Time::from_micros(5));
        assert!(same.forward(Span::seconds(2)));
        assert_eq!(clock.now(), Time::from_micros(2_000_005));
    }

    #[test]
    fn the_machines_clock_cannot_be_moved_and_a_shifted_one_can() {
        let system = Clock::system();
        assert!(!system.forward(Span::days(365)));
        let shifted = Clock::shifted();
        assert!(shifted.forward(Span::days(365)));
        assert!(shifted.now() - system.now() > Span::days(364));
        assert!(Clock::system().now() > Time::from_micros(1_700_000_000_000_000));
        assert!(Stopwatch::start().elapsed().micros() >= 0);
    }
}
