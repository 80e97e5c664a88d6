//! What of `mail` reads a report, as it stands there.

#[path = "../../crates/mail/src/bounce/mod.rs"]
mod reader;

pub(crate) use reader::{Read, read};
