//! Which homes of a project get a letter.

use crate::text_enum::text_enum;

text_enum! {
    /// Which homes get a letter.
    LetterChoice {
        /// Those that were not told yet, and have an address.
        NotTold = "not-told",
        /// Those without an address: "geef uw e-mailadres door".
        NoAddress = "no-address",
        /// All that somebody lives in.
        All = "all",
        /// One.
        One = "one",
    }
}
