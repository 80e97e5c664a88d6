//! Content to finished message, SMTP out, reports about it read; and mail that comes in, taken apart and judged.

pub mod bounce;
pub mod compose;
pub mod content;
pub mod inbound;
pub mod smtp;
pub mod transport;
