//! Content to finished message, SMTP out, reports about it read.

pub mod bounce;
pub mod compose;
pub mod content;
pub mod smtp;
pub mod transport;
