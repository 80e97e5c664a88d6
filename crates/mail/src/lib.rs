//! Content to finished message, SMTP out.

pub mod compose;
pub mod content;
pub mod smtp;
pub mod transport;
