//! What the reader of reports needs of the rest of `mail`, as it stands there.
#![expect(dead_code, reason = "what else of it the product uses")]

#[path = "../../crates/mail/src/smtp/failure.rs"]
mod failure;
#[path = "../../crates/mail/src/smtp/reply.rs"]
mod reply;

pub(crate) use failure::Cause;
pub(crate) use reply::one_line;
