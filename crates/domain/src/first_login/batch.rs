//! A list on its way from its first byte to the last row applied: the states it has, and which step may follow which.

use crate::text_enum::text_enum;

text_enum! {
    /// How far a list has come.
    BatchState {
        /// Its bytes are coming in.
        Arriving = "arriving",
        /// It is read and its rows are judged.
        Reading = "reading",
        /// It is no list that can be read; the batch says why.
        Unreadable = "unreadable",
        /// Judged: somebody looks at it and decides.
        Judged = "judged",
        /// Confirmed: its rows are applied.
        Confirmed = "confirmed",
        /// All rows were applied.
        Applied = "applied",
        /// Thrown away before anything was changed.
        Discarded = "discarded",
    }
}

impl BatchState {
    /// True while nobody has decided and nothing was changed: it may be thrown away.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Arriving | Self::Reading | Self::Unreadable | Self::Judged)
    }

    /// True while a job works on it.
    #[must_use]
    pub const fn is_at_work(self) -> bool {
        matches!(self, Self::Reading | Self::Confirmed)
    }
}
