//! Long work in small writes: how much fits in one, and when one is worth another try.

use std::time::Duration;

use domain::time::Span;
use store::StoreError;

/// How long one write may keep the one writer of SQLite from the sign-ins that wait behind it.
const WRITE: Span = Span::from_micros(8_000);
/// So often a write is tried once more.
const TRIES: u32 = 10;

/// How many would take just as long as one write may, when `n` took so long; within the bounds.
pub(crate) fn fitting(n: usize, took: Span, (least, most): (usize, usize)) -> usize {
    let took = usize::try_from(took.micros().max(1)).unwrap_or(usize::MAX);
    let may = usize::try_from(WRITE.micros()).unwrap_or(usize::MAX);
    (n.saturating_mul(may) / took).clamp(least, most)
}

/// Waits before another try, longer each time, when another was in the way or the outcome is not known; false when it is no use. What
/// was done is not done twice: whoever writes looks first what is left.
pub(crate) async fn another_try(error: &StoreError, tries: &mut u32) -> bool {
    let passes =
        matches!(error, StoreError::Busy | StoreError::TimedOut | StoreError::Taken | StoreError::OutcomeUnknown);
    if !passes || *tries >= TRIES {
        return false;
    }
    *tries += 1;
    tokio::time::sleep(Duration::from_millis(20 << *tries)).await;
    true
}
