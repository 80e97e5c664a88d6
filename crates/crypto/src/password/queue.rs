//! What waits to be hashed: first in, first out, and never more than can be done in the longest wait. A second, equally
//! long row is for those who are known: they go first, and a flood of strangers cannot fill it. Must not know what a job
//! computes.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use domain::time::Span;

use super::HashError;

/// However fast the hashes are, no more than this waits.
const MOST: u64 = 10_000;

pub(super) struct Queue<J> {
    state: Mutex<State<J>>,
    wake: Condvar,
    threads: u64,
    longest_wait_micros: u64,
    /// Moving average of the time of one job. Begins with an estimate and follows the machine as it is today.
    average_micros: AtomicU64,
}

struct State<J> {
    known: VecDeque<J>,
    usual: VecDeque<J>,
    closed: bool,
}

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// In the order of arrival.
    Usual,
    /// Somebody known, as by a recognised browser: before the others, and in a row of their own.
    First,
}

/// What a thread finds when it looks.
pub(super) enum Next<J> {
    Job(J),
    Empty,
    Closed,
}

impl<J> Queue<J> {
    pub(super) fn new(threads: usize, longest_wait: Span, estimate: Span) -> Self {
        Self {
            state: Mutex::new(State { known: VecDeque::new(), usual: VecDeque::new(), closed: false }),
            wake: Condvar::new(),
            threads: threads.max(1) as u64,
            longest_wait_micros: positive(longest_wait),
            average_micros: AtomicU64::new(positive(estimate).max(1)),
        }
    }

    /// Adds a job, or says at once that there are too many.
    pub(super) fn push(&self, job: J, turn: Turn) -> Result<(), HashError> {
        let mut state = self.state();
        let State { known, usual, closed } = &mut *state;
        let row = if turn == Turn::First { known } else { usual };
        let waiting = row.len() as u64;
        if *closed {
            return Err(HashError::Internal);
        }
        if waiting >= self.limit() {
            return Err(HashError::Busy { retry_after_seconds: self.seconds_for(waiting) });
        }
        row.push_back(job);
        drop(state);
        self.wake.notify_one();
        Ok(())
    }

    /// The next job, without waiting.
    pub(super) fn next(&self) -> Next<J> {
        let mut state = self.state();
        match state.known.pop_front().or_else(|| state.usual.pop_front()) {
            Some(job) => Next::Job(job),
            None if state.closed => Next::Closed,
            None => Next::Empty,
        }
    }

    /// Sleeps until there is something to do. Answers `false` when `at_most` passed first.
    pub(super) fn wait(&self, at_most: Option<Duration>) -> bool {
        let idle = |state: &mut State<J>| state.known.is_empty() && state.usual.is_empty() && !state.closed;
        let state = self.state();
        match at_most {
            Some(time) => {
                let waited = self.wake.wait_timeout_while(state, time, idle);
                !waited.unwrap_or_else(PoisonError::into_inner).1.timed_out()
            }
            None => {
                drop(self.wake.wait_while(state, idle).unwrap_or_else(PoisonError::into_inner));
                true
            }
        }
    }

    /// No more jobs; the threads finish what waits and end.
    pub(super) fn close(&self) {
        self.state().closed = true;
        self.wake.notify_all();
    }

    /// Tells how long a job took.
    pub(super) fn took(&self, time: Span) {
        let average = self.average_micros.load(Ordering::Relaxed);
        // A lost update between two threads does no harm.
        let next = (average.saturating_mul(7) / 8).saturating_add(positive(time) / 8);
        self.average_micros.store(next.max(1), Ordering::Relaxed);
    }

    pub(super) fn waiting(&self) -> usize {
        let state = self.state();
        state.known.len() + state.usual.len()
    }

    /// At least one per thread, however slow the machine is.
    fn limit(&self) -> u64 {
        let in_time =
            self.longest_wait_micros.saturating_mul(self.threads) / self.average_micros.load(Ordering::Relaxed);
        in_time.clamp(self.threads, MOST)
    }

    fn seconds_for(&self, jobs: u64) -> u32 {
        let micros = jobs.saturating_mul(self.average_micros.load(Ordering::Relaxed)) / self.threads;
        u32::try_from(micros.div_ceil(1_000_000)).unwrap_or(u32::MAX).max(1)
    }

    fn state(&self) -> MutexGuard<'_, State<J>> {
        // No code that can panic runs under this lock, so what is inside is whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn positive(span: Span) -> u64 {
    u64::try_from(span.micros()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_what_can_be_done_in_time_and_refuses_the_rest_at_once() {
        let queue = Queue::new(2, Span::seconds(2), Span::from_micros(100_000));
        for n in 0..40 {
            assert_eq!(queue.push(n, Turn::Usual), Ok(()), "{n}");
        }
        assert_eq!(queue.push(40, Turn::Usual), Err(HashError::Busy { retry_after_seconds: 2 }));
        assert!(matches!(queue.next(), Next::Job(0)));
        assert_eq!(queue.push(41, Turn::Usual), Ok(()));
        assert_eq!(queue.waiting(), 40);
    }

    #[test]
    fn who_is_known_goes_first_and_is_kept_out_by_nobody() {
        let queue = Queue::new(1, Span::seconds(2), Span::from_micros(1_000_000));
        assert_eq!((queue.push(1, Turn::Usual), queue.push(2, Turn::Usual)), (Ok(()), Ok(())));
        assert_eq!(queue.push(3, Turn::Usual), Err(HashError::Busy { retry_after_seconds: 2 }));
        assert_eq!((queue.push(4, Turn::First), queue.push(5, Turn::First)), (Ok(()), Ok(())));
        assert_eq!(queue.push(6, Turn::First), Err(HashError::Busy { retry_after_seconds: 2 }), "bounded as well");
        for wanted in [4, 5, 1, 2] {
            assert!(matches!(queue.next(), Next::Job(found) if found == wanted), "{wanted}");
        }
    }

    #[test]
    fn follows_the_speed_of_the_machine() {
        let queue = Queue::<()>::new(1, Span::seconds(2), Span::from_micros(100_000));
        assert_eq!(queue.limit(), 20);
        for _ in 0..100 {
            queue.took(Span::from_micros(400_000));
        }
        assert!((5..=6).contains(&queue.limit()), "{}", queue.limit());
        for _ in 0..200 {
            queue.took(Span::ZERO);
        }
        assert_eq!(queue.limit(), MOST);
        queue.took(Span::days(400));
        assert_eq!(queue.limit(), 1);
    }

    #[test]
    fn closing_lets_what_waits_be_finished() {
        let queue = Queue::new(1, Span::seconds(2), Span::from_micros(1));
        queue.push(1, Turn::Usual).unwrap();
        queue.close();
        assert_eq!(queue.push(2, Turn::Usual), Err(HashError::Internal));
        assert!(queue.wait(None));
        assert!(matches!(queue.next(), Next::Job(1)));
        assert!(matches!(queue.next(), Next::Closed));
    }

    #[test]
    fn waiting_ends_with_work_or_with_time() {
        let queue = Queue::new(1, Span::seconds(2), Span::from_micros(1));
        assert!(!queue.wait(Some(Duration::from_millis(1))));
        assert!(matches!(queue.next(), Next::Empty));
        std::thread::scope(|scope| {
            let waiter = scope.spawn(|| queue.wait(None));
            queue.push((), Turn::Usual).unwrap();
            assert!(waiter.join().unwrap());
        });
    }
}
