//! What can go wrong in the store, in the words a use case can act on.

use std::error::Error as StdError;

/// A failure of the database layer. Everything a use case cannot act on is `Internal`.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The queue in front of the database is full; nothing was done. Answer 503 with `Retry-After`.
    #[error("the database is busy; nothing was done")]
    Busy,
    /// The deadline passed before the transaction could be committed; nothing was done.
    #[error("the database took too long; nothing was done")]
    TimedOut,
    /// A unique key is taken. Nothing was done.
    #[error("that key is taken")]
    Taken,
    /// The COMMIT was sent and its answer never came: it may or may not have happened. Never run again by the store.
    #[error("the outcome of the transaction is unknown")]
    OutcomeUnknown,
    /// Anything else; logged once, at the edge.
    #[error("the database failed: {0}")]
    Internal(Box<dyn StdError + Send + Sync>),
}

impl StoreError {
    /// An internal failure from a sentence.
    #[must_use]
    pub fn internal(what: impl Into<String>) -> Self {
        Self::Internal(what.into().into())
    }
}

/// Why a transaction cannot go on after a failed statement; decides whether it may run again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Poison {
    /// Serialization failure or deadlock: run again.
    Conflict,
    /// The connection is gone and nothing was committed: run again on a new one.
    Lost,
    /// A cached statement no longer fits the schema: drop it and run again.
    Stale,
    /// The statement itself failed; running again would fail the same way.
    Statement,
}
