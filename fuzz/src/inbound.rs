//! What of `mail` takes a message apart, as it stands there.

#[path = "../../crates/mail/src/inbound/automatic.rs"]
mod automatic;
#[path = "../../crates/mail/src/inbound/html.rs"]
mod html;
#[path = "../../crates/mail/src/inbound/message.rs"]
mod message;

pub(crate) use message::{Inbound, Sender};

/// As in the product.
const LARGEST: usize = 5 * 1024 * 1024;
