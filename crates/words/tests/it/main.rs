//! Tests of the words themselves: that none is missing or left over, that pages hold no text of
//! their own, and that residents can read them.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod files;
mod keys;
mod log;
mod readable;
mod retention;
mod templates;
mod tone;
