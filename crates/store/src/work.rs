//! One transaction on its way to a database thread and back.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use tokio::sync::oneshot;

use crate::error::{Poison, StoreError};
use crate::stopwatch::Stopwatch;
use crate::tx::Write;

/// What the thread should do after a closure ran.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keep {
    Commit,
    RollBack,
    /// The database asked for it: roll back and run the closure once more.
    Again,
}

/// Which transaction a piece of work needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Read,
    Write,
    /// One statement, its own transaction.
    Single,
}

pub(crate) trait Work: Send {
    fn mode(&self) -> Mode;
    /// False when the caller has gone; a read is then not worth running. A write always is.
    fn wanted(&self) -> bool;
    /// How long ago it was asked.
    fn age(&self) -> Duration;
    fn run(&mut self, tx: &mut Write<'_>) -> Keep;
    /// `end` is how the COMMIT (or ROLLBACK) went.
    fn finish(self: Box<Self>, end: Result<(), StoreError>);
}

pub(crate) struct Job<T, E, F> {
    mode: Mode,
    closure: F,
    asked: Stopwatch,
    outcome: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Job<T, E, F>
where
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
    F: Fn(&mut Write<'_>) -> Result<T, E> + Send + 'static,
{
    pub(crate) fn boxed(mode: Mode, closure: F) -> (Box<dyn Work>, oneshot::Receiver<Result<T, E>>) {
        let (reply, receiver) = oneshot::channel();
        (Box::new(Self { mode, closure, asked: Stopwatch::start(), outcome: None, reply }), receiver)
    }
}

impl<T, E, F> Work for Job<T, E, F>
where
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
    F: Fn(&mut Write<'_>) -> Result<T, E> + Send + 'static,
{
    fn mode(&self) -> Mode {
        self.mode
    }

    fn wanted(&self) -> bool {
        self.mode != Mode::Read || !self.reply.is_closed()
    }

    fn age(&self) -> Duration {
        self.asked.elapsed()
    }

    fn run(&mut self, tx: &mut Write<'_>) -> Keep {
        let ran = catch_unwind(AssertUnwindSafe(|| (self.closure)(tx)));
        let Ok(result) = ran else {
            self.outcome = Some(Err(StoreError::internal("a transaction panicked and was rolled back").into()));
            return Keep::RollBack;
        };
        match (tx.poison(), &result) {
            (Some(Poison::Conflict | Poison::Lost | Poison::Stale), _) => Keep::Again,
            (Some(Poison::Statement), Ok(_)) => {
                self.outcome = Some(Err(StoreError::internal("a transaction went on after a failed statement").into()));
                Keep::RollBack
            }
            (_, Err(_)) => {
                self.outcome = Some(result);
                Keep::RollBack
            }
            (None, Ok(_)) => {
                self.outcome = Some(result);
                Keep::Commit
            }
        }
    }

    fn finish(self: Box<Self>, end: Result<(), StoreError>) {
        let answer = match (self.outcome, end) {
            (Some(Err(refusal)), _) => Err(refusal),
            (_, Err(failure)) => Err(failure.into()),
            (Some(Ok(value)), Ok(())) => Ok(value),
            (None, Ok(())) => Err(StoreError::internal("a transaction ended without an outcome").into()),
        };
        // A caller that has gone does not hear how it went; what was done stays done.
        drop(self.reply.send(answer));
    }
}
